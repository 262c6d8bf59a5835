// SPDX-License-Identifier: EUPL-1.2
// Pack::courses, Pack::course and Pack::quiz. A question that cannot be read costs itself in a quiz
// and the course it stands in.
#include "kiosk/store/block_kind.h"
#include "kiosk/store/database.h"
#include "kiosk/store/entry_cards.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/quiz_choice.h"
#include "kiosk/store/read_block.h"
#include "kiosk/store/read_source.h"
#include "kiosk/store/words.h"

#include <algorithm>

namespace foyer::store {

namespace {

using model::Course;
using model::CourseCard;
using model::CourseSection;
using model::QuizQuestion;

// Each limit of what belongs to one question or course is one more than it may have.
constexpr const char* select_quiz = "SELECT id, level, page FROM quiz ORDER BY id LIMIT 5000";
constexpr const char* select_question = "SELECT level, page, answer FROM quiz WHERE id = ?";
constexpr const char* select_question_text =
    "SELECT language, text, explanation FROM quiz_text WHERE question = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* select_options =
    "SELECT option, text FROM quiz_option WHERE question = ? AND language = ? "
    "ORDER BY option LIMIT 6";
constexpr const char* select_sources =
    "SELECT s.id, s.title, s.publisher, s.date, s.url, s.language, s.reliability "
    "FROM quiz_source q JOIN source s ON s.id = q.source WHERE q.question = ? "
    "ORDER BY q.position LIMIT 1000";
constexpr const char* select_courses = "SELECT id FROM course ORDER BY position, id LIMIT 100";
constexpr const char* select_course = "SELECT minutes FROM course WHERE id = ?";
constexpr const char* select_course_text =
    "SELECT language, title, audience FROM course_text WHERE course = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* count_sections = "SELECT count(*) FROM course_section WHERE course = ?";
constexpr const char* count_questions = "SELECT count(*) FROM course_question WHERE course = ?";
constexpr const char* select_goals =
    "SELECT text FROM course_goal WHERE course = ? AND language = ? ORDER BY position LIMIT 1000";
constexpr const char* select_sections =
    "SELECT s.section, s.minutes, s.exercise_minutes, t.title, t.text FROM course_section s "
    "LEFT JOIN course_section_text t "
    "ON t.course = s.course AND t.language = ?2 AND t.section = s.section "
    "WHERE s.course = ?1 ORDER BY s.section LIMIT 101";
constexpr const char* select_blocks =
    "SELECT section, position, kind, level, number, text FROM course_block "
    "WHERE course = ? AND language = ? ORDER BY section, position LIMIT 50001";
constexpr const char* select_pages =
    "SELECT page FROM course_page WHERE course = ? AND section = ? ORDER BY position LIMIT 101";
constexpr const char* select_uses =
    "SELECT question FROM course_question WHERE course = ? AND section = ? ORDER BY position "
    "LIMIT 101";

/// Reads the rows of one course, without pages and questions. Lives for one call.
class CourseReader {
  public:
    CourseReader(Database& database, Course& course)
        : database_(database),
          course_(course),
          id_(course.card.id),
          language_(course.card.language) {}

    Result<void> read() {
        TRY(database_.query(select_goals).bind(id_).bind(language_).each([&](Row& row) {
            course_.goals.push_back(row.text(0));
        }));
        TRY(read_sections());
        TRY(read_exercises());
        for (const CourseSection& section : course_.sections) {
            if (section.exercise.empty() == (section.exercise_minutes > 0)) {
                return damaged("an exercise");
            }
        }
        return {};
    }

    Error damaged(const std::string& why) const {
        return {Errc::damaged, "course " + id_ + " (" + language_ + "): " + why};
    }

    /// What a section lists, pages for instance.
    Result<std::vector<std::string>> list(const char* sql, int section) const {
        std::vector<std::string> out;
        TRY(database_.query(sql).bind(id_).bind(section).each(
            [&](Row& row) { out.push_back(row.text(0)); }));
        if (out.size() > std::size_t{limits::section_list}) return damaged("a list");
        return out;
    }

  private:
    Result<void> read_sections() {
        TRY(database_.query(select_sections).bind(id_).bind(language_).each([&](Row& row) {
            const std::size_t number = course_.sections.size() + 1;
            if (row.integer(0) != static_cast<std::int64_t>(number)) row.mark_damaged();
            CourseSection section;
            section.minutes = row.number(1, 1, limits::course_minutes);
            section.exercise_minutes = row.number(2, 0, section.minutes);
            section.title = row.text(3);
            section.text = row.text(4);
            course_.sections.push_back(std::move(section));
        }));
        const std::size_t count = course_.sections.size();
        if (count == 0 || count > std::size_t{limits::sections}) return damaged("its sections");
        return {};
    }

    Result<void> read_exercises() {
        const int sections = static_cast<int>(course_.sections.size());
        return database_.query(select_blocks)
            .bind(id_)
            .bind(language_)
            .each([&](Row& row) -> Result<void> {
                const int number = std::max(row.number(0, 1, sections), 1);
                auto& blocks = course_.sections[static_cast<std::size_t>(number) - 1].exercise;
                const int position = row.number(1, 1, limits::step_blocks);
                if (static_cast<std::size_t>(position) != blocks.size() + 1) row.mark_damaged();
                Result<model::Block> block = read_block(row, 2);
                if (!block) return damaged(block.error().what);
                const bool cites =
                    std::any_of(block->text.begin(), block->text.end(),
                                [](const model::Run& run) { return run.source > 0; });
                if (cites || !holds_text_only(block->kind)) return damaged("an exercise");
                blocks.push_back(*std::move(block));
                return {};
            });
    }

    Database& database_;
    Course& course_;
    const std::string& id_;
    const std::string& language_;
};

} // namespace

Result<QuizQuestion> Pack::read_question(const std::string& id, const std::string& language) {
    QuizQuestion out;
    out.id = id;
    std::string page;
    int answer = 0;
    const bool known = TRY(database_->query(select_question).bind(id).one([&](Row& row) {
        out.level = row.number(0, 1, limits::quiz_level);
        page = row.text(1);
        answer = row.number(2, 1, limits::quiz_options);
    }));
    if (!known) return Error{Errc::not_found, "no question " + id};
    const auto damaged = [&](const char* why) {
        return Error{Errc::damaged, "question " + id + ": " + why};
    };
    const std::string base = primary(language);
    const bool there = TRY(database_->query(select_question_text)
                               .bind(id)
                               .bind(language)
                               .bind(base)
                               .one([&](Row& row) {
                                   out.language = row.text(0);
                                   out.text = row.text(1);
                                   out.explanation = row.text(2);
                               }));
    if (!there) return damaged("no text");
    TRY(database_->query(select_options).bind(id).bind(out.language).each([&](Row& row) {
        if (row.integer(0) != static_cast<std::int64_t>(out.options.size()) + 1) row.mark_damaged();
        out.options.push_back(row.text(1));
    }));
    const int options = static_cast<int>(out.options.size());
    if (options < 2 || options > limits::quiz_options || answer > options) {
        return damaged("its options");
    }
    out.answer = answer - 1;
    TRY(database_->query(select_sources).bind(id).each([&](Row& row) {
        out.sources.push_back(read_source(row, 0));
    }));
    out.page = TRY(read_card(page, language));
    return out;
}

Result<QuizQuestion> Pack::question(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    return read_question(id, language);
}

Result<std::vector<QuizQuestion>> Pack::quiz(const std::string& language, std::uint64_t dice,
                                             int count) {
    database_->allow(limits::answer);
    std::vector<QuizEntry> entries;
    TRY(database_->query(select_quiz).each([&](Row& row) {
        const bool fits = row.integer(1) >= 1 && row.integer(1) <= limits::quiz_level;
        entries.push_back({row.text(0), fits ? row.number(1, 1, limits::quiz_level) : 1,
                           row.text(2)}); // read_question() judges what does not fit
    }));
    std::vector<QuizQuestion> out;
    for (const std::size_t entry : quiz_order(entries, dice)) {
        if (static_cast<int>(out.size()) >= count) break;
        Result<QuizQuestion> one = read_question(entries[entry].id, language);
        if (!one && one.error().code == Errc::timeout) return std::move(one).error();
        if (one) out.push_back(*std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](const QuizQuestion& a, const QuizQuestion& b) {
        return a.level < b.level;
    });
    return out;
}

Result<CourseCard> Pack::course_card(const std::string& id, const std::string& language) {
    CourseCard out;
    out.id = id;
    const bool known = TRY(database_->query(select_course).bind(id).one([&](Row& row) {
        out.minutes = row.number(0, 1, limits::course_minutes);
    }));
    if (!known) return Error{Errc::not_found, "no course " + id};
    const std::string base = primary(language);
    const bool there = TRY(
        database_->query(select_course_text).bind(id).bind(language).bind(base).one([&](Row& row) {
            out.language = row.text(0);
            out.title = row.text(1);
            out.audience = row.text(2);
        }));
    if (!there) return Error{Errc::damaged, "course " + id + " has no text"};
    TRY(database_->query(count_sections).bind(id).one([&](Row& row) {
        out.sections = row.number(0, 1, limits::sections);
    }));
    TRY(database_->query(count_questions).bind(id).one([&](Row& row) {
        out.questions = row.number(0, 0, limits::sections * limits::section_list);
    }));
    return out;
}

Result<std::vector<CourseCard>> Pack::courses(const std::string& language) {
    database_->allow(limits::answer);
    return entry_cards<CourseCard>(*database_, select_courses, [&](const std::string& id) {
        return course_card(id, language);
    });
}

Result<Course> Pack::course(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    Course out;
    out.card = TRY(course_card(id, language));
    CourseReader reader(*database_, out);
    TRY(reader.read());
    for (int number = 1; CourseSection & section : out.sections) {
        const std::vector<std::string> pages = TRY(reader.list(select_pages, number));
        section.pages = TRY(cards(pages, language));
        const std::vector<std::string> questions = TRY(reader.list(select_uses, number++));
        for (const std::string& id_of : questions) {
            QuizQuestion one = TRY(read_question(id_of, language));
            section.questions.push_back(std::move(one));
        }
    }
    return out;
}

} // namespace foyer::store
