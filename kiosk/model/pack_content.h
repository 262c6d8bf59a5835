// SPDX-License-Identifier: EUPL-1.2
// Everything that goes into a pack, in all languages at once: what foyer-pack reads from a content
// folder and store::write_pack turns into a file. The kiosk itself never holds this; it reads one
// page at a time (content.h).
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/model/guide.h"

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
    std::vector<Source> sources;
    std::vector<SynonymGroup> synonyms;
    std::vector<MediaContent> media;
    std::vector<std::string> fresh; ///< ids of pages that are new or changed since the pack before
};

} // namespace foyer::model
