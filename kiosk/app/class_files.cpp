// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/class_files.h"

#include "kiosk/app/caretaker.h"
#include "kiosk/print/certificates.h"
#include "kiosk/print/class_summary.h"

#include <cstddef>
#include <set>

namespace foyer::app {

namespace {

using Cells = std::vector<std::string>;

/// Writes the table line by line; what is the same in all lines is kept.
class Table {
  public:
    Table(const model::ClassRecord& record, const std::string& course, const ui::Words& words)
        : words_(words),
          same_{course, record.date, record.people > 0 ? std::to_string(record.people) : ""} {
        csv_ = csv_mark;
        Cells head;
        for (const char* key : {"sheet.course", "sheet.date", "sheet.people", "sheet.section",
                                "sheet.question", "sheet.option", "sheet.right", "sheet.count"})
            head.push_back(words(key));
        csv_ += csv_line(plain(head));
    }

    void add(const Cells& cells) {
        Cells all = same_;
        all.insert(all.end(), cells.begin(), cells.end());
        csv_ += csv_line(plain(all));
    }

    void add(const std::string& section, const model::QuizQuestion& question,
             const model::ClassAnswer* answer) {
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            const bool right = static_cast<int>(i) == question.answer;
            const bool counted = answer && i < answer->counts.size();
            add({section, question.text, question.options[i],
                 words_(right ? "sheet.yes" : "sheet.no"),
                 counted ? std::to_string(answer->counts[i]) : ""});
        }
    }

    /// Of a question that is not in the course any more only its id is known.
    void add(const model::ClassAnswer& answer) {
        for (std::size_t i = 0; i < answer.counts.size(); ++i)
            add({"", answer.question, std::to_string(i + 1), "", std::to_string(answer.counts[i])});
    }

    std::string take() { return std::move(csv_); }

  private:
    static Cells plain(Cells cells) {
        for (std::string& cell : cells) cell = text::without_soft_hyphens(cell);
        return cells;
    }

    const ui::Words& words_;
    Cells same_;
    std::string csv_;
};

} // namespace

std::string class_table(const model::Classroom& room, const ui::Words& words) {
    const model::ClassRecord& record = *room.record;
    Table table(record, room.course ? room.course->card.title : record.course, words);
    std::set<std::string> shown;
    if (room.course) {
        for (const model::CourseSection& section : room.course->sections) {
            for (const model::QuizQuestion& question : section.questions) {
                table.add(section.title, question, model::answer_of(room.record, question.id));
                shown.insert(question.id);
            }
        }
    }
    for (const model::ClassAnswer& answer : record.answers) {
        if (!shown.contains(answer.question)) table.add(answer);
    }
    return table.take();
}

std::vector<OutFile> class_files(const model::State& state, const ui::Words& words,
                                 int certificates) {
    const model::Classroom& room = state.classroom;
    if (!room.record) return {};
    const model::ClassRecord& record = *room.record;
    const auto named = [&](const char* key, const char* ending) {
        std::string name = words.say(key) + "-" + record.course;
        if (!record.date.empty()) name += "-" + record.date;
        return name + ending;
    };
    std::vector<OutFile> files = {{named("sheet.results", ".csv"), class_table(room, words)}};
    if (!room.course) return files;
    const print::WordsOf<ui::Words> print_words(words);
    const print::Edition edition{print_words, state.view.catalogue};
    const std::string& town = state.settings.town;
    files.push_back({named("sheet.summary", ".pdf"),
                     print::class_summary(edition, *room.course, record, town)});
    if (certificates > 0)
        files.push_back(
            {named("sheet.certificates", ".pdf"),
             print::certificates(edition, *room.course, town, record.date, certificates)});
    return files;
}

} // namespace foyer::app
