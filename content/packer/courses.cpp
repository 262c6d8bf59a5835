// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/courses.h"

#include "content/packer/entries.h"
#include "content/packer/entry_files.h"
#include "content/packer/marked_text.h"
#include "content/packer/suggest.h"

namespace foyer::packer {

namespace {

using model::CourseContent;
using model::CourseSectionContent;

constexpr std::size_t max_title_letters = 90, max_audience_letters = 200, max_goal_letters = 160,
                      max_section_letters = 80, max_text_letters = 600;
constexpr int max_minutes = 600;

/// Reads one file.
class CourseReader {
  public:
    CourseReader(const TomlFile& file, const std::string& id, Checking& checking)
        : file_(file), checking_(checking) {
        course_.id = id;
    }

    Ordered<CourseContent> read() {
        Fields root(file_.root, file_.source, checking_, "the course");
        const std::int64_t order =
            root.integer("order", Need::optional, 0, 1'000'000).value_or(1'000'000);
        course_.minutes = minutes(root, "minutes", Need::needed);
        const std::vector<const TomlValue*> sections = root.tables("section");
        each_language(root, "the course", [&](const std::string& language, Fields& text) {
            read_text(language, text);
        });
        root.finish();
        if (sections.empty()) root.error(root.at(""), "the course has no [[section]]");
        if (sections.size() > max_sections) {
            root.error(sections[max_sections]->at,
                       "a course has at most " + std::to_string(max_sections) + " sections");
            return {order, std::move(course_)};
        }
        for (const TomlValue* table : sections) {
            Fields fields(*table, file_.source, checking_, "the section");
            read_section(fields);
        }
        check_sum(root);
        return {order, std::move(course_)};
    }

  private:
    static int minutes(Fields& fields, const char* key, Need need) {
        return static_cast<int>(fields.integer(key, need, 1, max_minutes).value_or(0));
    }

    void read_text(const std::string& language, Fields& text) {
        CourseContent::Text& own = course_.texts[language];
        own.title = text_in(language, text, "title", Need::needed, max_title_letters);
        own.audience = text_in(language, text, "audience", Need::needed, max_audience_letters);
        text.words("goals", Need::needed);
        own.goals = texts_in(language, text, "goals", max_goal_letters);
        if (own.goals.size() > max_goals) {
            text.error(text.at("goals"),
                       "a course has at most " + std::to_string(max_goals) + " goals");
        }
    }

    void read_section(Fields& fields) {
        CourseSectionContent section;
        section.minutes = minutes(fields, "minutes", Need::needed);
        section.exercise_minutes = minutes(fields, "exercise_minutes", Need::optional);
        if (section.exercise_minutes > section.minutes && section.minutes > 0) {
            fields.error(fields.at("exercise_minutes"),
                         "the exercise takes longer than its section");
        }
        section.pages = known_pages(fields, "pages", Need::optional);
        if (section.pages.size() > max_section_pages) {
            fields.error(fields.at("pages"),
                         "a section has at most " + std::to_string(max_section_pages) + " pages");
        }
        section.questions = questions_of(fields);
        each_text(fields, "the section", "the course", languages_of(course_.texts),
                  [&](const std::string& language, Fields& text) {
                      read_section_text(language, text, section);
                  });
        fields.finish();
        course_.sections.push_back(std::move(section));
    }

    std::vector<std::string> questions_of(Fields& fields) {
        std::vector<std::string> out;
        const std::set<std::string>& known = checking_.index.questions;
        for (Placed& question : fields.words("questions", Need::optional)) {
            if (known.count(question.text) == 0) {
                fields.error(question.at, "there is no question " + quoted(question.text) +
                                              suggestion(question.text, known));
            } else if (!asked_.insert(question.text).second) {
                fields.error(question.at, "the question " + quoted(question.text) +
                                              " stands twice in this course");
            } else {
                out.push_back(std::move(question.text));
            }
        }
        if (out.size() > max_section_questions) {
            fields.error(fields.at("questions"), "a section has at most " +
                                                     std::to_string(max_section_questions) +
                                                     " questions");
        }
        return out;
    }

    static void read_section_text(const std::string& language, Fields& text,
                                  CourseSectionContent& section) {
        CourseSectionContent::Text& own = section.texts[language];
        own.title = text_in(language, text, "title", Need::needed, max_section_letters);
        own.text = text_in(language, text, "text", Need::needed, max_text_letters);
        const bool timed = section.exercise_minutes > 0;
        if (timed && !text.has("exercise")) {
            text.error(text.at(""),
                       "the section has \"exercise_minutes\", but no \"exercise\" in " +
                           quoted(language));
        }
        if (!timed && text.has("exercise")) {
            text.error(text.at("exercise"), "the section has an \"exercise\", but no "
                                            "\"exercise_minutes\"");
        }
        own.exercise = marked_text(language, text, "exercise", Need::optional, nullptr);
    }

    void check_sum(Fields& root) const {
        int sum = 0;
        for (const CourseSectionContent& section : course_.sections) sum += section.minutes;
        if (sum == course_.minutes || course_.minutes == 0) return;
        root.error(root.at("minutes"), "the sections take " + std::to_string(sum) +
                                           " minutes, not " + std::to_string(course_.minutes));
    }

    const TomlFile& file_;
    Checking& checking_;
    CourseContent course_;
    std::set<std::string> asked_;
};

} // namespace

void read_courses(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking) {
    constexpr EntryFolder folder{"courses", "course", "evening.toml", max_courses};
    content.courses = read_entries<CourseContent>(
        trees, folder, checking.problems, [&](const TomlFile& file, const std::string& id) {
            return CourseReader(file, id, checking).read();
        });
}

} // namespace foyer::packer
