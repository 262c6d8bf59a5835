// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/course_writer.h"

#include "kiosk/store/inline_markup.h"
#include "kiosk/store/text_writer.h"

namespace foyer::store {

namespace {

using model::CourseContent;
using model::CourseSectionContent;
using model::QuestionContent;

constexpr const char* insert_question = "INSERT INTO quiz VALUES(?, ?, ?, ?)";
constexpr const char* insert_question_text = "INSERT INTO quiz_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_option = "INSERT INTO quiz_option VALUES(?, ?, ?, ?)";
constexpr const char* insert_source = "INSERT INTO quiz_source VALUES(?, ?, ?)";
constexpr const char* insert_course = "INSERT INTO course VALUES(?, ?, ?)";
constexpr const char* insert_course_text = "INSERT INTO course_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_goal = "INSERT INTO course_goal VALUES(?, ?, ?, ?)";
constexpr const char* insert_section = "INSERT INTO course_section VALUES(?, ?, ?, ?)";
constexpr const char* insert_section_text = "INSERT INTO course_section_text VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_page = "INSERT INTO course_page VALUES(?, ?, ?, ?)";
constexpr const char* insert_use = "INSERT INTO course_question VALUES(?, ?, ?, ?)";
constexpr const char* insert_block = "INSERT INTO course_block VALUES(?, ?, ?, ?, ?, ?, ?, ?)";

Result<void> check(Inserter& insert, const QuestionContent& question) {
    if (!is_id(question.id)) return insert.error(Errc::invalid, "the id is no id");
    if (question.texts.empty()) return insert.error(Errc::invalid, "there is no text");
    if (question.level < 1 || question.level > limits::quiz_level) {
        return insert.error(Errc::invalid, "its level");
    }
    if (over(question.sources.size(), limits::rows)) {
        return insert.error(Errc::too_large, "too many sources");
    }
    const std::size_t options = question.texts.begin()->second.options.size();
    for (const auto& [language, text] : question.texts) {
        if (text.options.size() != options) {
            return insert.error(Errc::invalid, "more or fewer options in " + language);
        }
    }
    if (options < 2) return insert.error(Errc::invalid, "nothing to choose from");
    if (over(options, limits::quiz_options)) return insert.error(Errc::too_large, "its options");
    if (question.answer < 0 || static_cast<std::size_t>(question.answer) >= options) {
        return insert.error(Errc::invalid, "the answer is none of its options");
    }
    return {};
}

Result<void> write_question(Inserter& insert, const QuestionContent& question) {
    insert.about("question " + question.id);
    TRY(check(insert, question));
    TRY(insert.row(insert_question, question.id, question.level, question.page,
                   question.answer + 1));
    for (int position = 1; const std::string& source : question.sources) {
        TRY(insert.row(insert_source, question.id, position++, source));
    }
    for (const auto& [language, text] : question.texts) {
        TRY(insert.row(insert_question_text, question.id, language, text.text, text.explanation));
        for (int number = 1; const std::string& option : text.options) {
            TRY(insert.row(insert_option, question.id, language, number++, option));
        }
    }
    return {};
}

class CourseWriter {
  public:
    CourseWriter(Inserter& insert, const TextWriter& texts, const CourseContent& content)
        : insert_(insert), texts_(texts), of_(content) {}

    Result<void> write(int position) {
        insert_.about("course " + of_.id);
        TRY(check());
        TRY(insert_.row(insert_course, of_.id, position, of_.minutes));
        for (const auto& [language, text] : of_.texts) {
            TRY(insert_.row(insert_course_text, of_.id, language, text.title, text.audience));
            if (over(text.goals.size(), limits::rows)) return too_large("goals");
            for (int goal = 1; const std::string& one : text.goals) {
                TRY(insert_.row(insert_goal, of_.id, language, goal++, one));
            }
        }
        for (int number = 1; const CourseSectionContent& section : of_.sections) {
            insert_.about("course " + of_.id + ", section " + std::to_string(number));
            TRY(check(section));
            TRY(write_section(number++, section));
        }
        return {};
    }

  private:
    Error too_large(const char* what) const {
        return insert_.error(Errc::too_large, std::string("too many ") + what);
    }

    Result<void> check() const {
        if (!is_id(of_.id)) return insert_.error(Errc::invalid, "the id is no id");
        if (of_.texts.empty()) return insert_.error(Errc::invalid, "there is no text");
        if (of_.sections.empty()) return insert_.error(Errc::invalid, "there is no section");
        if (over(of_.sections.size(), limits::sections)) return too_large("sections");
        if (of_.minutes < 1 || of_.minutes > limits::course_minutes) {
            return insert_.error(Errc::invalid, "its minutes");
        }
        return {};
    }

    Result<void> check(const CourseSectionContent& section) const {
        if (languages_of(section.texts) != languages_of(of_.texts)) {
            return insert_.error(Errc::invalid, "not the languages of the course");
        }
        if (section.minutes < 1 || section.minutes > of_.minutes || section.exercise_minutes < 0 ||
            section.exercise_minutes > section.minutes) {
            return insert_.error(Errc::invalid, "its minutes");
        }
        for (const auto& [language, text] : section.texts) {
            if (text.exercise.empty() == (section.exercise_minutes > 0)) {
                return insert_.error(Errc::invalid, "an exercise has minutes, and minutes one");
            }
        }
        if (over(section.pages.size(), limits::section_list)) return too_large("pages");
        if (over(section.questions.size(), limits::section_list)) return too_large("questions");
        return {};
    }

    Result<void> write_section(int number, const CourseSectionContent& section) {
        TRY(insert_.row(insert_section, of_.id, number, section.minutes, section.exercise_minutes));
        for (int position = 1; const std::string& page : section.pages) {
            TRY(insert_.row(insert_page, of_.id, number, position++, page));
        }
        for (int position = 1; const std::string& question : section.questions) {
            TRY(insert_.row(insert_use, of_.id, number, position++, question));
        }
        for (const auto& [language, text] : section.texts) {
            TRY(insert_.row(insert_section_text, of_.id, language, number, text.title, text.text));
            TRY(texts_.blocks(insert_block, text.exercise, 0, of_.id, language, number));
        }
        return {};
    }

    Inserter& insert_;
    const TextWriter& texts_;
    const CourseContent& of_;
};

} // namespace

Result<void> write_questions(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (over(content.questions.size(), limits::quiz)) {
        return insert.error(Errc::too_large, "too many questions");
    }
    for (const QuestionContent& question : content.questions) {
        TRY(write_question(insert, question));
    }
    return {};
}

Result<void> write_courses(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (over(content.courses.size(), limits::courses)) {
        return insert.error(Errc::too_large, "too many courses");
    }
    const TextWriter texts(insert, content);
    for (int position = 1; const CourseContent& course : content.courses) {
        TRY(CourseWriter(insert, texts, course).write(position++));
    }
    return {};
}

} // namespace foyer::store
