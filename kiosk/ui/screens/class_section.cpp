// SPDX-License-Identifier: EUPL-1.2
// A section of a class: what it is about, its pages, its exercise with a timer.
#include "kiosk/model/reduce_class.h"
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/class_steps.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

using model::ChangeTimer, model::TimerChange;

/// Letters that a room can read: 0.7 degrees (EN 301 549 5.1.4) from the distance it sits in.
constexpr float room_letters = 0.01222f;
/// Of the stage, so that the buttons stand below.
constexpr float most_of_stage = 0.45f;

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

host::TextSpec digits(const Flow& flow, int seconds, float distance_mm) {
    const Look& look = flow.ui.look;
    host::TextSpec spec =
        look.text(Type::display, two_digits(seconds / 60) + ":" + two_digits(seconds % 60));
    spec.direction = host::Direction::left_to_right;
    spec.em_px *= std::max(1.0f, distance_mm * room_letters / look.step(Type::display).cap_mm);
    spec.line_height = 1.1f;
    const Size size = flow.ui.measure(spec);
    const float fits =
        std::min({1.0f, flow.width() / size.w, look.stage.h * most_of_stage / size.h});
    spec.em_px = std::floor(spec.em_px * fits);
    return spec;
}

void draw_digits(Flow& flow, const model::State& state, int left) {
    Ui& ui = flow.ui;
    const host::TextSpec spec = digits(flow, left, state.settings.room_distance_mm);
    const Size size = ui.measure(spec);
    const std::string say =
        ui.words.say("class.timer_say", {{"minutes", std::to_string(left / 60)},
                                         {"seconds", std::to_string(left % 60)}});
    const bool runs = state.classroom.timer_ends.has_value();
    flow.item();
    if (!ui.muted()) {
        const int node =
            ui.node(Node{.id = "timer",
                         .role = Role::status,
                         .spoken = Spoken(spec.text, say),
                         .value = std::to_string(left),
                         .state = ui.words.say(runs ? "class.timer_runs" : "class.timer_stands"),
                         .rect = {flow.x(), flow.y(), size.w, size.h}});
        ui.label({flow.x(), flow.y()}, spec, ui.plain(), node);
    }
    flow.skip(size.h + ui.look.mm(2));
}

void draw_timer(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const int left = model::timer_left(state);
    const bool runs = state.classroom.timer_ends.has_value();
    draw_words(flow, {Type::heading3, ui.words("class.timer"), "class.timer", {}, Role::heading},
               ui.plain());
    draw_digits(flow, state, left);
    const std::string key = left == 0 ? "class.timer_over"
                            : runs    ? "class.timer_runs"
                                      : "class.timer_stands";
    draw_line(
        flow, left == 0 ? "warning" : "clock",
        {left == 0 ? Type::title : Type::body, ui.words(key), "timer.state", {}, Role::status},
        ui.plain());
    const auto button = [&](const std::string& words_key, const std::string& icon,
                            TimerChange change) {
        return labelled(ui, words_key, icon, ChangeTimer{change});
    };
    std::vector<Labelled> ways;
    if (runs) {
        ways.push_back(button("class.timer_pause", "minus", TimerChange::pause));
    } else if (left > 0) {
        ways.push_back(button("class.timer_start", "clock", TimerChange::start));
    }
    ways.push_back(button("class.timer_more", "plus", TimerChange::more));
    ways.push_back(button("class.timer_reset", "back", TimerChange::reset));
    draw_buttons(flow, ways, Rank::primary);
}

void draw_exercise(Flow& flow, const model::State& state, const model::CourseSection& section) {
    if (section.exercise_minutes == 0 && section.exercise.empty()) return;
    Ui& ui = flow.ui;
    const std::string minutes = std::to_string(section.exercise_minutes);
    draw_section(flow, ui.words("course.exercise", {{"minutes", minutes}}), "class.exercise");
    draw_article(flow,
                 {section.exercise, state.classroom.course->card.language, nullptr, "exercise"});
    if (section.exercise_minutes > 0) draw_timer(flow, state);
}

} // namespace

void draw_class_section(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const model::Classroom& room = state.classroom;
    const model::CourseSection* section = model::section_of(room);
    if (!section) return;
    const std::string& language = room.course->card.language;
    flow.skip(ui.look.mm(3));
    const std::string where =
        ui.words("class.section", {{"number", std::to_string(room.record->section + 1)},
                                   {"count", std::to_string(room.course->sections.size())}}) +
        " · " + ui.words("class.planned", {{"minutes", std::to_string(section->minutes)}});
    draw_words(flow, {Type::small, where, "class.where"}, ui.quiet());
    draw_words(flow, {Type::title, section->title, "class.title", language, Role::heading},
               ui.plain());
    draw_words(flow, {Type::lead, section->text, "class.text", language}, ui.plain());
    if (!section->pages.empty()) {
        draw_section(flow, ui.words("course.pages"), "class.pages", Type::heading3);
        draw_cards(flow, section->pages, "class.page",
                   std::min(3, card_columns(ui.look, flow.width(), 15)));
    }
    draw_exercise(flow, state, *section);
}

} // namespace foyer::ui
