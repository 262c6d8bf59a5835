// SPDX-License-Identifier: EUPL-1.2
// Classroom: a course held for a group: its door, the plan, and the way from step to step.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/class_steps.h"

#include <algorithm>

namespace foyer::ui {

using model::GoInClass, model::Open, model::Screen;

void draw_keeping(Flow& flow, Keeping keeping, const std::string& id) {
    Ui& ui = flow.ui;
    const bool saved = keeping == Keeping::saved, failed = keeping == Keeping::failed;
    draw_line(flow,
              saved    ? "check"
              : failed ? "warning"
                       : "clock",
              {Type::body,
               saved    ? ui.words("class.saved")
               : failed ? ui.words("class.not_saved")
                        : ui.words("class.saving"),
               id,
               {},
               Role::status},
              ui.plain());
}

void draw_named_stepper(Flow& flow, const Stepper& stepper, const Sentence& name) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float between = look.mm(6);
    const Size size = stepper_size(ui, flow.width());
    const float beside = std::min(flow.width() - size.w - between, look.measure_px());
    const bool fits = beside > size.w; // else the name would be a column of words
    const std::string& language = name.language.empty() ? look.language : name.language;
    const host::TextSpec spec =
        look.text(name.type, name.words, fits ? beside : reading_width(flow), language);
    const float text = ui.measure(spec).h;
    const float row = fits ? std::max(text, size.h) : text + look.mm(2) + size.h;
    flow.item();
    ui.text({flow.x(), flow.y() + (fits ? (row - text) / 2 : 0)}, spec, ui.plain(), name.id,
            name.role, Spoken(text::without_soft_hyphens(name.words)));
    const float x = fits ? flow.x() + beside + between : flow.x();
    const float y = fits ? flow.y() + (row - size.h) / 2 : flow.y() + text + look.mm(2);
    draw_stepper(ui, {x, y, size.w, size.h}, stepper);
    flow.skip(row + std::max(look.gap, look.mm(4)));
}

namespace {

void draw_title(Flow& flow, const std::string& words, const std::string& language) {
    flow.skip(flow.ui.look.mm(3));
    draw_words(flow, {Type::title, words, "class.title", language, Role::heading}, flow.ui.plain());
}

void draw_locked(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    draw_title(flow, ui.words("class.title"), {});
    draw_words(flow, {Type::lead, ui.words("class.locked"), "class.locked"}, ui.plain());
    draw_buttons(
        flow, {labelled(ui, "class.enter", "next", Open{Screen::pin, "class:" + state.place().id})},
        Rank::primary);
}

/// Another class was not ended. Its trainer may want to go on with it.
void draw_other(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const model::ClassRecord& record = *state.classroom.record;
    draw_title(flow, ui.words("class.title"), {});
    draw_words(flow,
               {Type::lead, ui.words("class.other", {{"title", record.course}}), "class.other"},
               ui.plain());
    draw_buttons(flow,
                 {labelled(ui, "class.go_there", "next", Open{Screen::classroom, record.course})},
                 Rank::primary);
}

BigCard section_card(const Ui& ui, const model::Course& course, std::size_t index) {
    const model::CourseSection& section = course.sections[index];
    const int questions = static_cast<int>(section.questions.size());
    std::string foot = ui.words("class.planned", {{"minutes", std::to_string(section.minutes)}});
    if (questions > 0) {
        foot += " · " + (questions == 1 ? ui.words("course.questions_one")
                                        : ui.words("course.questions",
                                                   {{"count", std::to_string(questions)}}));
    }
    return {.id = "class.section" + std::to_string(index + 1),
            .icon = "book",
            .language = course.card.language,
            .title = std::to_string(index + 1) + ". " + section.title,
            .text = section.text,
            .foot = foot,
            .action = GoInClass{static_cast<int>(index), -1}};
}

/// All sections, with the times planned; before the class begins only to be read.
void draw_plan(Flow& flow, const model::Course& course, bool begun) {
    Ui& ui = flow.ui;
    draw_section(flow, ui.words("class.plan"), "class.plan", Type::heading3);
    if (begun) {
        std::vector<BigCard> cards;
        for (std::size_t i = 0; i < course.sections.size(); ++i)
            cards.push_back(section_card(ui, course, i));
        return draw_big_cards(flow, cards);
    }
    for (std::size_t i = 0; i < course.sections.size(); ++i) {
        const model::CourseSection& section = course.sections[i];
        const std::string minutes =
            ui.words("course.minutes", {{"minutes", std::to_string(section.minutes)}});
        draw_words(flow,
                   {Type::body, std::to_string(i + 1) + ". " + section.title + " – " + minutes,
                    "class.section" + std::to_string(i + 1), course.card.language},
                   ui.plain());
    }
}

void draw_start(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const std::optional<model::Course>& course = state.view.course;
    if (!course) {
        draw_title(flow, ui.words("class.title"), {});
        return draw_words(flow, {Type::lead, ui.words("course.missing"), "course.missing"},
                          ui.plain());
    }
    draw_title(flow, course->card.title, course->card.language);
    draw_words(flow, {Type::lead, ui.words("class.private"), "class.private"}, ui.quiet());
    draw_buttons(flow, {labelled(ui, "class.begin", "next", model::StartClass{course->card.id})},
                 Rank::primary);
    draw_plan(flow, *course, false);
}

void draw_people(Flow& flow, int people) {
    Ui& ui = flow.ui;
    draw_named_stepper(flow,
                       {.id = "people",
                        .name = ui.words.say("class.people"),
                        .value = people,
                        .most = model::max_class_people,
                        .set = [](int count) { return model::SetPeople{count}; }},
                       {Type::lead, ui.words("class.people"), "class.people"});
}

void draw_overview(Flow& flow, const model::Classroom& room) {
    Ui& ui = flow.ui;
    draw_title(flow, room.course->card.title, room.course->card.language);
    if (!room.record->date.empty())
        draw_words(flow, {Type::small, ui.words.date(room.record->date), "class.date"}, ui.quiet());
    draw_words(flow, {Type::lead, ui.words("class.private"), "class.private"}, ui.quiet());
    draw_people(flow, room.record->people);
    draw_plan(flow, *room.course, true);
}

Labelled way(const Ui& ui, const std::string& key, const std::string& icon, const GoInClass& go) {
    Labelled button = labelled(ui, key, icon, go);
    button.points = Ui::Points::along;
    return button;
}

/// What the way to the next step is called: by what is there.
const char* next_words(const model::Classroom& room, const GoInClass& next) {
    if (next.question >= 0) return room.record->question >= 0 ? "quiz.next" : "class.next_question";
    const bool ends = next.section >= static_cast<int>(room.course->sections.size());
    return ends ? "class.finish" : "class.next";
}

/// From step to step, and to the plan.
void draw_ways(Flow& flow, const model::Classroom& room) {
    Ui& ui = flow.ui;
    std::vector<Labelled> ways;
    if (const auto before = model::before_in_class(room))
        ways.push_back(way(ui, "class.before", "back", *before));
    if (room.record->section >= 0)
        ways.push_back(labelled(ui, "class.plan", "list", GoInClass{-1, -1}));
    if (const auto next = model::next_in_class(room))
        ways.push_back(way(ui, next_words(room, *next), "next", *next));
    // Their words stand on the screen already where they are a heading.
    for (Labelled& button : ways) button.id = "way." + button.id.substr(button.id.find('.') + 1);
    flow.skip(ui.look.mm(3));
    draw_buttons(flow, ways, Rank::primary);
}

void draw_step(Flow& flow, const model::State& state) {
    const model::Classroom& room = state.classroom;
    if (model::at_end(room)) {
        draw_title(flow, flow.ui.words("class.finish"), {});
        draw_class_finish(flow, state);
    } else if (room.record->section < 0) {
        draw_overview(flow, room);
    } else if (room.record->question < 0) {
        draw_class_section(flow, state);
    } else {
        draw_class_question(flow, state);
    }
    if (room.course) draw_ways(flow, room);
}

std::string layout_name(const model::Classroom& room) {
    if (!room.record) return "classroom";
    return "classroom:" + room.record->course + ":" + std::to_string(room.record->section) + ":" +
           std::to_string(room.record->question) + (room.entering ? "?" : "");
}

} // namespace

void draw_classroom(Ui& ui, const model::State& state) {
    const model::Classroom& room = state.classroom;
    flow(ui, content_area(ui.look, Width::all), state.place().scroll,
         layout_of(ui.look, layout_name(room)), [&](Flow& page) {
             if (state.staff.owner == model::PinOwner::nobody) return draw_locked(page, state);
             if (!room.record) return draw_start(page, state);
             if (room.record->course != state.place().id) return draw_other(page, state);
             draw_step(page, state);
         });
}

} // namespace foyer::ui
