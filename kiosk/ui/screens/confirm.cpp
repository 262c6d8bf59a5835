// SPDX-License-Identifier: EUPL-1.2
// What is asked before something is lost: answers of a quiz, counts of a class. Staying comes first
// and stands out.
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/screens/learning.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

struct Question {
    std::string title, text, stay, leave;
    model::Action action; ///< of leaving
};

Question question_of(const Words& words, const model::State& state) {
    if (state.quiz && state.quiz->leaving != model::Leaving::none)
        return {words("confirm.quiz"), words("confirm.quiz_text"), words("confirm.stay"),
                words("confirm.leave"), model::LoseAnswers{}};
    const bool written = state.classroom.papers.written;
    return {words(written ? "confirm.class" : "confirm.unwritten"),
            words(written ? "confirm.class_text" : "confirm.unwritten_text"),
            words("confirm.class_stay"), words("confirm.class_end"), model::EndClass{}};
}

void draw_leave(Ui& ui, Rect box, const std::string& words, const model::Action& action) {
    const ButtonStyle style;
    const int node = ui.button("confirm.leave", box, Rank::primary,
                               Spoken(text::without_soft_hyphens(words)), action, style);
    host::TextSpec spec =
        ui.fitting({Type::label, Type::small}, words, {box.w - 2 * ui.look.mm(2), box.h});
    spec.align = host::Align::centre;
    ui.label_in(box, spec, ui.tone(style), node);
}

/// Whether a button of this width has room for the words as they are, in whole words.
bool has_room(const Ui& ui, const std::string& words, float width) {
    host::TextSpec spec = ui.look.text(Type::label, words, width - 2 * ui.look.mm(2));
    spec.may_break_words = false;
    const Size size = ui.measure(spec);
    return size.w <= spec.width_px && size.h <= ui.look.primary;
}

} // namespace

void draw_confirm_overlay(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const Question question = question_of(ui.words, state);
    const float width = dialog_room(look), gap = look.mm(4);
    const float half = std::floor((width - look.gap) / 2);
    // Side by side, or one above the other where words are long.
    const bool beside = has_room(ui, question.stay, half) && has_room(ui, question.leave, half);
    const float buttons = beside ? look.primary : 2 * look.primary + look.gap;
    const float most = dialog_most_height(look) - buttons - gap;
    const host::TextSpec title =
        ui.fitting({Type::heading2, Type::heading3, Type::label}, question.title, {width, most});
    const host::TextSpec text = look.text(Type::body, question.text, width);
    const float title_h = ui.measure(title).h, text_h = ui.measure(text).h;
    // Where letters are large and the panel is small, the title says enough.
    const bool both = title_h + gap + text_h <= most;
    const float words_h = both ? title_h + gap + text_h : title_h;
    const Rect inner =
        open_dialog(ui, words_h + gap + buttons,
                    text::without_soft_hyphens(question.title + " " + question.text));
    ui.text({inner.x, inner.y}, title, ui.plain(), "confirm.title", Role::heading,
            Spoken(text::without_soft_hyphens(question.title)));
    if (both) ui.text({inner.x, inner.y + title_h + gap}, text, ui.plain(), "confirm.text");
    const Size button{beside ? half : inner.w, look.primary};
    const Point stay{inner.x, inner.bottom() - buttons};
    const Point leave = beside ? Point{stay.x + half + look.gap, stay.y}
                               : Point{stay.x, stay.y + look.primary + look.gap};
    draw_close(ui, {stay.x, stay.y, button.w, button.h}, question.stay);
    draw_leave(ui, {leave.x, leave.y, button.w, button.h}, question.leave, question.action);
}

} // namespace foyer::ui
