// SPDX-License-Identifier: EUPL-1.2
// The end of a class: results and certificates to a stick, with what came of it in words.
#include "kiosk/ui/screens/class_steps.h"

#include <algorithm>

namespace foyer::ui {

namespace {

/// Names of files are longer than words of Leichte Sprache.
const std::string german = "de";

/// The question stands in the course as the pack has it now.
bool is_there(const model::Classroom& room, const std::string& question) {
    if (!room.course) return false;
    for (const model::CourseSection& section : room.course->sections) {
        for (const model::QuizQuestion& one : section.questions) {
            if (one.id == question) return true;
        }
    }
    return false;
}

void draw_answered(Flow& flow, const model::Classroom& room) {
    Ui& ui = flow.ui;
    if (!room.course) {
        draw_line(flow, "warning",
                  {Type::lead, ui.words("class.course_gone"), "class.gone", {}, Role::status},
                  ui.plain());
        return;
    }
    std::size_t all = 0, answered = 0;
    for (const model::CourseSection& section : room.course->sections) {
        all += section.questions.size();
        for (const model::QuizQuestion& question : section.questions)
            answered += model::answer_of(room.record, question.id) ? 1 : 0;
    }
    draw_words(flow,
               {Type::lead,
                ui.words("class.answered",
                         {{"count", std::to_string(answered)}, {"all", std::to_string(all)}}),
                "class.answered"},
               ui.plain());
    for (const model::ClassAnswer& answer : room.record->answers) {
        if (is_there(room, answer.question)) continue;
        draw_line(flow, "warning",
                  {Type::body,
                   ui.words("class.gone", {{"question", answer.question}}),
                   "class.gone." + answer.question,
                   {},
                   Role::status},
                  ui.plain());
    }
}

std::string failure(const Words& words, Errc error) {
    switch (error) {
    case Errc::not_found: return words("class.write.no_stick");
    case Errc::no_space: return words("class.write.full");
    case Errc::refused: return words("class.write.read_only");
    case Errc::unreadable: return words("class.write.pulled");
    default: return words("class.write.failed");
    }
}

void draw_outcome(Flow& flow, const model::ClassPapers& papers) {
    Ui& ui = flow.ui;
    const auto tell = [&](const std::string& icon, const std::string& words) {
        draw_line(flow, icon,
                  {Type::lead, words, "class.outcome", quoting(ui.look, german), Role::status},
                  ui.plain());
    };
    if (papers.writing) return tell("clock", ui.words("class.writing"));
    if (papers.error) return tell("warning", failure(ui.words, *papers.error));
    if (!papers.written) return;
    std::string files;
    for (const std::string& file : papers.files) files += (files.empty() ? "" : ", ") + file;
    tell("check", ui.words("class.written", {{"where", papers.where}, {"files", files}}));
}

} // namespace

void draw_class_finish(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const model::Classroom& room = state.classroom;
    draw_answered(flow, room);
    draw_words(flow, {Type::body, ui.words("class.end_text"), "class.end_text"}, ui.quiet());
    draw_words(flow, {Type::small, ui.words("class.certificates_text"), "class.certificates_text"},
               ui.quiet());
    draw_named_stepper(flow,
                       {.id = "certificates",
                        .name = ui.words.say("class.certificates"),
                        .value = model::certificates_of(room),
                        .most = model::max_class_people,
                        .set = [](int count) { return model::SetCertificates{count}; }},
                       {Type::lead, ui.words("class.certificates"), "class.certificates"});
    draw_outcome(flow, room.papers);
    draw_buttons(flow,
                 {labelled(ui, "class.write", "down", model::WriteClass{}),
                  labelled(ui, "class.end", "end", model::Show{model::Overlay::confirm, {}})},
                 Rank::primary);
}

} // namespace foyer::ui
