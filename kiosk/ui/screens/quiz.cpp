// SPDX-License-Identifier: EUPL-1.2
// Quiz: one question a screen, a look at all answers, then what was right and why.
#include "kiosk/model/quiz.h"

#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/learning.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

using model::GoToQuestion;

std::string numbered(const std::string& id, std::size_t index) {
    return id + std::to_string(index);
}

const std::string* chosen(const model::Quiz& quiz, std::size_t index) {
    const int option = quiz.chosen[index];
    return option < 0 ? nullptr : &quiz.questions[index].options[static_cast<std::size_t>(option)];
}

// A question

/// An option as a button as wide as a line. The chosen one says so in words.
void draw_option(Flow& flow, const model::QuizQuestion& question, int number, bool selected) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const std::string& words = question.options[static_cast<std::size_t>(number)];
    const float pad = look.mm(5), icon = std::floor(look.mm(8)), width = reading_width(flow);
    const float room = width - icon - 3 * pad;
    const host::TextSpec spec = look.text(Type::lead, words, room, question.language);
    const host::TextSpec yours = look.text(Type::small, ui.words("quiz.yours"), room);
    const float more = selected ? ui.measure(yours).h : 0;
    const float height = ui.measure(spec).h + more;
    const Rect box{flow.x(), flow.y(), width, std::max(look.primary, height + 2 * look.mm(4))};
    flow.item();
    if (!ui.muted()) {
        const ButtonStyle style{.selected = selected};
        const int node = ui.button("option" + std::to_string(number), box, Rank::primary,
                                   Spoken(text::without_soft_hyphens(words)),
                                   model::ChooseOption{number}, style);
        ui.at(node).language = question.language;
        const float x = box.x + 2 * pad + icon, y = box.y + (box.h - height) / 2;
        const Rect mark{box.x + pad, box.y + (box.h - icon) / 2, icon, icon};
        if (selected) {
            ui.at(node).state = ui.words.say("state.selected");
            ui.icon(mark, "check", ui.tone(style).front);
            ui.label({x, y}, yours, ui.tone(style), node);
        } else {
            ui.edge(mark, look.palette.line, look.ring, icon / 2);
        }
        ui.label({x, y + more}, spec, ui.tone(style), node);
    }
    flow.skip(box.h + std::max(look.gap, look.mm(4)));
}

void draw_question_ways(Flow& flow, const model::Quiz& quiz) {
    Ui& ui = flow.ui;
    const int last = static_cast<int>(quiz.questions.size()) - 1;
    const bool open = quiz.chosen[static_cast<std::size_t>(quiz.at)] < 0;
    std::vector<Labelled> ways;
    if (quiz.at > 0) {
        ways.push_back(labelled(ui, "quiz.previous", "back", GoToQuestion{quiz.at - 1}));
        ways.back().points = Ui::Points::along;
    }
    Labelled on = quiz.at == last ? labelled(ui, "quiz.to_review", "list", GoToQuestion{last + 1})
                  : open          ? labelled(ui, "quiz.skip", "next", GoToQuestion{quiz.at + 1})
                                  : labelled(ui, "quiz.next", "next", GoToQuestion{quiz.at + 1});
    on.id = "quiz.next";
    on.points = quiz.at == last ? Ui::Points::nowhere : Ui::Points::along;
    ways.push_back(on);
    draw_buttons(flow, ways, Rank::primary);
}

void draw_question(Flow& flow, const model::Quiz& quiz) {
    Ui& ui = flow.ui;
    const model::QuizQuestion& question = quiz.questions[static_cast<std::size_t>(quiz.at)];
    draw_words(flow,
               {Type::small,
                ui.words("quiz.progress", {{"number", std::to_string(quiz.at + 1)},
                                           {"count", std::to_string(quiz.questions.size())}}),
                "quiz.progress"},
               ui.quiet());
    draw_words(flow,
               {Type::heading2, question.text, "quiz.question", question.language, Role::heading},
               ui.plain());
    flow.skip(ui.look.mm(2));
    const int selected = quiz.chosen[static_cast<std::size_t>(quiz.at)];
    for (int i = 0; i < static_cast<int>(question.options.size()); ++i)
        draw_option(flow, question, i, i == selected);
    flow.skip(ui.look.mm(2));
    draw_question_ways(flow, quiz);
    draw_words(flow, {Type::small, ui.words("quiz.private"), "quiz.private"}, ui.quiet());
}

// The look at all answers

/// What is missing, each as a thing of its own that is read out.
void draw_missed(Flow& flow, const model::Quiz& quiz) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    draw_line(flow, "warning",
              {Type::lead, ui.words("quiz.missed"), "quiz.error", {}, Role::status}, ui.plain());
    for (const int index : model::unanswered(quiz)) {
        const model::QuizQuestion& question = quiz.questions[static_cast<std::size_t>(index)];
        draw_words(flow,
                   {Type::body,
                    ui.words("quiz.missed_question",
                             {{"number", std::to_string(index + 1)}, {"question", question.text}}),
                    "quiz.error" + std::to_string(index), quoting(look, question.language),
                    Role::status},
                   ui.plain());
    }
    flow.skip(look.mm(3));
}

void draw_answer(Flow& flow, const model::Quiz& quiz, std::size_t index) {
    Ui& ui = flow.ui;
    const model::QuizQuestion& question = quiz.questions[index];
    const std::string number = std::to_string(index + 1), *answer = chosen(quiz, index);
    draw_words(flow,
               {Type::heading3, number + ". " + question.text, numbered("review", index),
                question.language, Role::heading},
               ui.plain());
    draw_line(flow, answer ? "check" : "help",
              {Type::body, answer ? *answer : ui.words("quiz.no_answer"),
               numbered("review", index) + ".answer",
               answer ? question.language : ui.look.language},
              ui.plain());
    draw_chips(flow, {{.id = numbered("review", index) + ".change",
                       .words = ui.words("quiz.change"),
                       .spoken = Spoken(ui.words.say("quiz.change_say", {{"number", number}})),
                       .action = GoToQuestion{static_cast<int>(index)}}});
    flow.skip(ui.look.mm(4));
}

void draw_review(Flow& flow, const model::Quiz& quiz) {
    Ui& ui = flow.ui;
    draw_words(flow, {Type::heading2, ui.words("quiz.review"), "quiz.review", {}, Role::heading},
               ui.plain());
    draw_words(flow, {Type::lead, ui.words("quiz.review_text"), "quiz.review_text"}, ui.quiet());
    if (quiz.missed) draw_missed(flow, quiz);
    for (std::size_t i = 0; i < quiz.questions.size(); ++i) draw_answer(flow, quiz, i);
    Labelled hand_in = labelled(ui, quiz.missed ? "quiz.hand_in_anyway" : "quiz.hand_in", "check",
                                model::HandIn{});
    hand_in.id = "quiz.hand_in";
    Labelled previous = labelled(ui, "quiz.previous", "back", GoToQuestion{quiz.at - 1});
    previous.points = Ui::Points::along;
    draw_buttons(flow, {previous, hand_in}, Rank::primary);
}

// The result

/// Own results are a visitor's own business.
void make_private(Ui& ui, const std::string& id) {
    if (Node* node = ui.find(id)) node->is_private = true;
}

void draw_verdict(Flow& flow, const model::Quiz& quiz, std::size_t index) {
    Ui& ui = flow.ui;
    const model::QuizQuestion& question = quiz.questions[index];
    const std::string id = numbered("result", index), *answer = chosen(quiz, index);
    const bool right = quiz.chosen[index] == question.answer;
    draw_words(flow,
               {Type::heading3, std::to_string(index + 1) + ". " + question.text, id,
                question.language, Role::heading},
               ui.plain());
    draw_line(flow,
              right    ? "check"
              : answer ? "close"
                       : "help",
              {Type::lead,
               ui.words(right    ? "quiz.right"
                        : answer ? "quiz.wrong"
                                 : "quiz.open"),
               id + ".verdict"},
              ui.plain());
    make_private(ui, id + ".verdict");
    if (answer) {
        draw_words(flow,
                   {Type::body, ui.words("quiz.your_answer", {{"answer", *answer}}), id + ".yours",
                    quoting(ui.look, question.language)},
                   ui.plain());
        make_private(ui, id + ".yours");
    }
    if (!right) {
        const std::string& best = question.options[static_cast<std::size_t>(question.answer)];
        draw_words(flow,
                   {Type::body, ui.words("quiz.right_answer", {{"answer", best}}), id + ".right",
                    quoting(ui.look, question.language)},
                   ui.plain());
    }
    draw_explained(flow, question, id);
    flow.skip(ui.look.mm(6));
}

void draw_result(Flow& flow, const model::Quiz& quiz) {
    Ui& ui = flow.ui;
    draw_words(flow, {Type::heading2, ui.words("quiz.result"), "quiz.result", {}, Role::heading},
               ui.plain());
    draw_words(flow,
               {Type::heading2,
                ui.words("quiz.right_of", {{"right", std::to_string(model::right_answers(quiz))},
                                           {"count", std::to_string(quiz.questions.size())}}),
                "quiz.score"},
               ui.plain());
    make_private(ui, "quiz.score");
    flow.skip(ui.look.mm(4));
    for (std::size_t i = 0; i < quiz.questions.size(); ++i) draw_verdict(flow, quiz, i);
    std::vector<Labelled> ways = {labelled(ui, "quiz.leave", "check", model::Back{})};
    if (quiz.id.starts_with(model::quick_quiz))
        ways.push_back(labelled(ui, "quiz.again", "help",
                                model::Open{model::Screen::quiz, model::quick_quiz}));
    draw_buttons(flow, ways, Rank::primary);
    draw_words(flow, {Type::small, ui.words("quiz.private"), "quiz.private"}, ui.quiet());
}

} // namespace

void draw_explained(Flow& flow, const model::QuizQuestion& question, const std::string& id) {
    Ui& ui = flow.ui;
    draw_words(flow, {Type::body, question.explanation, id + ".why", question.language},
               ui.plain());
    if (!question.page.page.empty())
        draw_cards(flow, {question.page}, id + ".page",
                   std::min(2, card_columns(ui.look, flow.width(), 15)));
    std::string names;
    for (const model::Source& source : question.sources) {
        names += names.empty() ? "" : "; ";
        names += source.title;
        if (!source.publisher.empty()) names += ", " + source.publisher;
        if (!source.date.empty()) names += ", " + ui.words.date(source.date);
    }
    if (!names.empty())
        draw_words(flow,
                   {Type::small, ui.words("quiz.sources", {{"names", names}}), id + ".sources",
                    quoting(ui.look, question.language)},
                   ui.quiet());
}

void draw_quiz(Ui& ui, const model::State& state) {
    if (!state.quiz) return; // it has ended, and the next screen is on its way
    const model::Quiz& quiz = *state.quiz;
    const std::string layout = "quiz:" + quiz.id + ":" + std::to_string(quiz.at) +
                               (quiz.handed_in ? "!"
                                : quiz.missed  ? "?"
                                               : "");
    flow(ui, content_area(ui.look, Width::text), state.place().scroll, layout_of(ui.look, layout),
         [&](Flow& page) {
             const bool quick = quiz.id.starts_with(model::quick_quiz);
             const model::Course* course = state.view.course ? &*state.view.course : nullptr;
             page.skip(ui.look.mm(3));
             draw_words(page,
                        {Type::heading3,
                         quick || !course ? ui.words("learn.quick") : course->card.title,
                         "quiz.title", quick || !course ? std::string() : course->card.language,
                         Role::heading},
                        ui.quiet());
             if (quiz.questions.empty())
                 return draw_words(page, {Type::lead, ui.words("quiz.missing"), "quiz.missing"},
                                   ui.plain());
             if (quiz.handed_in) return draw_result(page, quiz);
             if (quiz.at < static_cast<int>(quiz.questions.size())) {
                 draw_question(page, quiz);
             } else {
                 draw_review(page, quiz);
             }
         });
}

} // namespace foyer::ui
