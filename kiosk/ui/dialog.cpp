// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/dialog.h"

#include "kiosk/ui/chrome.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// What a dialog may cover: everything above the bar that may be touched.
Rect dialog_area(const Look& look) {
    return {0, look.stage.y, look.screen.w, look.bar.y - look.gap - look.stage.y};
}

float dialog_padding(const Look& look) { return look.compact() ? look.mm(2) : look.padding * 1.5f; }

} // namespace

float dialog_room(const Look& look) {
    const float pad = dialog_padding(look);
    return std::floor(std::min(dialog_area(look).w - 2 * look.margin - 2 * pad, look.measure_px()));
}

float dialog_most_height(const Look& look) {
    return dialog_area(look).h - 2 * dialog_padding(look);
}

Rect open_dialog(Ui& ui, float inner_height, const std::string& title) {
    const Look& look = ui.look;
    ui.cover();
    const float pad = dialog_padding(look);
    const Rect area = dialog_area(look);
    const float width = dialog_room(look) + 2 * pad;
    const float height = std::min(area.h, inner_height + 2 * pad);
    const Rect box{std::floor(area.x + (area.w - width) / 2),
                   std::floor(area.y + (area.h - height) / 2), width, height};
    ui.veil({0, 0, look.screen.w, area.bottom()});
    ui.fill(box, look.palette.paper, look.radius);
    ui.edge(box, look.palette.accent, look.ring, look.radius);
    ui.node(Node{.id = "dialog", .role = Role::dialog, .spoken = Spoken(title), .rect = box});
    return box.inset(pad);
}

void draw_close(Ui& ui, Rect box, const std::string& words) {
    const Look& look = ui.look;
    const ButtonStyle style{.fill = Fill::accent, .edge = false};
    const int node = ui.button("dialog.close", box, Rank::primary,
                               Spoken(text::without_soft_hyphens(words)), model::Close{}, style);
    host::TextSpec spec = look.text(Type::label, words, box.w - 2 * look.mm(2));
    spec.may_break_words = false;
    spec.align = host::Align::centre;
    const Size size = ui.measure(spec);
    if (size.w <= spec.width_px && size.h <= box.h)
        return ui.label_in(box, spec, ui.tone(style), node);
    const float side = std::floor(std::min(box.w, box.h) * 0.6f);
    ui.icon({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, "close",
            ui.tone(style).front);
}

namespace {

void draw_turn(Ui& ui, Rect box, const std::string& way, int by) {
    draw_icon_button(ui, box,
                     {.id = "dialog." + way,
                      .icon = way,
                      .words = {},
                      .spoken = Spoken(ui.words.say("nav." + way)),
                      .action = model::TurnPage{by}},
                     Rank::primary);
}

} // namespace

float dialog_text_width(const Look& look) { return dialog_room(look) - look.primary - look.gap; }

void draw_dialog_text(Ui& ui, const model::Scroll& scroll, const DialogText& dialog) {
    const Look& look = ui.look;
    const float column = look.primary, width = dialog_text_width(look);
    ui.measure_only();
    Flow measured(ui, {0, 0, width, 0}, 0);
    dialog.body(measured);
    ui.draw_again();
    const float least = 3 * look.primary + 2 * look.gap;
    const Rect inner = open_dialog(ui, std::max(measured.cursor(), least), dialog.title);
    flow(ui, {inner.x, inner.y, width, inner.h}, scroll, layout_of(look, dialog.id), dialog.body);
    const float x = inner.right() - column;
    if (ui.scroll_area() && ui.scroll_area()->most > 0.5f) {
        draw_turn(ui, {x, inner.y, column, look.primary}, "up", -1);
        draw_turn(ui, {x, inner.y + look.primary + look.gap, column, look.primary}, "down", 1);
    }
    draw_close(ui, {x, inner.bottom() - look.primary, column, look.primary}, dialog.close);
}

} // namespace foyer::ui
