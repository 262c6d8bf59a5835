// SPDX-License-Identifier: EUPL-1.2
// Everything that goes into a pack, in all languages at once: what foyer-pack reads from a content
// folder and store::write_pack turns into a file. The kiosk itself never holds this; it reads one
// page at a time (content.h).
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/model/guide.h"
#include "kiosk/model/tour.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::model {

struct PageText {
    std::string title, summary, line, place, checked_by;
    std::vector<std::string> keywords;
    int minutes = 1;
    std::vector<Block> body; ///< runs already carry terms, pages and numbers of sources
    std::vector<Result> results;
    std::vector<Lesson> lessons;
    std::map<std::string, std::size_t> charts; ///< by their ids in the text: which block of `body`
};

struct PageContent {
    std::string id, kind, topic, updated;
    int order = 0;
    std::vector<std::string> sources; ///< ids, in the order of their numbers
    std::vector<std::string>
        related; ///< ids, those named by the editor first, then those linked in the text
    std::optional<CaseFacts> facts;        ///< without place, results and lessons, which are texts
    std::map<std::string, PageText> texts; ///< by language
};

struct TopicContent {
    std::string id, icon;
    struct Text {
        std::string title, summary;
    };
    std::map<std::string, Text> texts;
};

struct TermContent {
    std::string id;
    struct Text {
        std::string term, text;
        std::vector<std::string> forms;
    };
    std::map<std::string, Text> texts;
};

/// Words that find each other, by language.
using SynonymGroup = std::map<std::string, std::vector<std::string>>;

struct EventContent {
    std::string id, date, theme, page;
    std::vector<std::string> sources; ///< ids
    struct Text {
        std::string title, text;
    };
    std::map<std::string, Text> texts;
};

struct GuideContent {
    std::string id, icon;
    std::vector<std::string> sources; ///< ids
    /// By language; questions, options and results stand in the same order in all of them.
    std::map<std::string, Guide> texts;
    std::vector<std::vector<std::string>> pages; ///< ids, of each result
};

struct TourStepContent {
    TourShow show = TourShow::slide;
    std::string page; ///< may be empty for maps, is for slides
    Spot spot;        ///< of a map
    int zoom = 0;     ///< of a map
    int seconds = 0;
    std::vector<std::string>
        sources; ///< ids: what slide and notes cite, by number, in any language
    struct Text {
        std::string title;
        /// Of a section, figure or chart: the blocks of the page in this language, from 0.
        std::size_t first_block = 0, blocks = 0;
        std::vector<Block> slide, notes; ///< text only: no tables, figures, charts or code
    };
    std::map<std::string, Text> texts;
};

struct TourContent {
    std::string id;
    struct Text {
        std::string title, summary;
    };
    std::map<std::string, Text> texts;
    std::vector<TourStepContent> steps; ///< each has the languages of the tour
};

struct QuestionContent {
    std::string id, page;
    int level = 1;                    ///< 1 to 3
    int answer = 0;                   ///< the right option, from 0
    std::vector<std::string> sources; ///< ids
    struct Text {
        std::string text, explanation;
        std::vector<std::string> options; ///< as many in every language
    };
    std::map<std::string, Text> texts;
};

struct CourseSectionContent {
    int minutes = 0, exercise_minutes = 0;
    std::vector<std::string> pages, questions; ///< ids
    struct Text {
        std::string title, text;
        std::vector<Block> exercise; ///< text only, without sources
    };
    std::map<std::string, Text> texts;
};

struct CourseContent {
    std::string id;
    int minutes = 0;
    struct Text {
        std::string title, audience;
        std::vector<std::string> goals;
    };
    std::map<std::string, Text> texts;
    std::vector<CourseSectionContent> sections; ///< each has the languages of the course
};

struct MediaContent {
    Media media; ///< the id is "<page>/<file>"
    int width = 0, height = 0;
    std::string author, licence;
};

struct PackContent {
    std::string id, version, date, licence, base_url;
    std::map<std::string, std::string> titles, publishers; ///< by language
    std::vector<Language> languages;
    std::vector<TopicContent> topics;
    std::vector<PageContent> pages;
    std::vector<TermContent> terms;
    std::vector<EventContent> events; ///< by date
    std::vector<GuideContent> guides;
    std::vector<TourContent> tours;
    std::vector<QuestionContent> questions; ///< of the quiz and of the courses
    std::vector<CourseContent> courses;
    std::vector<Source> sources;
    std::vector<SynonymGroup> synonyms;
    std::vector<MediaContent> media;
    std::vector<std::string> fresh; ///< ids of pages that are new or changed since the pack before
};

} // namespace foyer::model
