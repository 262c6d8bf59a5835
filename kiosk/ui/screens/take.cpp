// SPDX-License-Identifier: EUPL-1.2
// Take it along: the page as a QR code over the screen, as large as a telephone needs it.
#include "kiosk/model/take_along.h"

#include "kiosk/ui/dialog.h"
#include "kiosk/ui/qr.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// The smallest square of a code that a telephone's camera tells apart at arm's length.
constexpr float least_module_mm = 0.45f;

/// As many sources as leave the squares of the code large enough.
model::TakeAlong readable(const Ui& ui, const model::State& state, float side) {
    model::TakeAlong taken;
    for (std::size_t most = model::max_take_along_bytes; most > 100; most -= 110) {
        taken = model::take_along(state.view.catalogue, *state.view.page, most);
        if (qr_module(taken.text, side) >= ui.look.mm(least_module_mm)) break;
    }
    return taken;
}

std::string hint(const Ui& ui, const model::TakeAlong& taken) {
    if (taken.is_address) return ui.words("take.address");
    if (taken.left_out == 0) return ui.words("take.sources");
    return ui.words("take.some_sources", {{"count", std::to_string(taken.left_out)}});
}

} // namespace

// The dialog scrolls where it is higher than the screen, so nothing has to shrink.
void draw_take_overlay(Ui& ui, const model::State& state) {
    if (!state.view.page) return;
    const Look& look = ui.look;
    const std::string title = text::without_soft_hyphens(state.view.page->card.title);
    const float room = dialog_text_width(look), gap = look.mm(4);
    // Beside the code stand the words where they keep room, else below it.
    const float beside = room - look.mm(80) - gap;
    const bool columns = beside >= look.em_px(Type::body) * 10;
    const float side =
        std::floor(std::min({room, dialog_most_height(look), look.mm(columns ? 80.0f : 100.0f)}));
    const float width = columns ? beside : room;
    const model::TakeAlong taken = readable(ui, state, side);
    const host::TextSpec head = look.text(Type::heading2, ui.words("take.title"), width);
    const host::TextSpec text = look.text(Type::body, hint(ui, taken), width);
    const auto words = [&](Flow& page, float x) {
        page.skip(ui.text({x, page.y()}, head, ui.plain(), "take.title", Role::heading,
                          Spoken(ui.words.say("take.title"))) +
                  look.mm(2));
        page.skip(ui.text({x, page.y()}, text, ui.plain(), "take.text"));
    };
    const auto body = [&](Flow& page) {
        page.item();
        const float top = page.cursor();
        const float drawn = draw_qr(ui, {page.x(), page.y()}, side, taken.text, "take.qr",
                                    Spoken(ui.words.say("page.qr", {{"title", title}})));
        if (!columns) page.skip(drawn + gap);
        page.item();
        words(page, page.x() + (columns ? side + gap : 0));
        page.set_cursor(std::max(page.cursor(), top + drawn));
    };
    draw_dialog_text(ui, state.overlay_scroll,
                     {ui.words.say("take.title"), ui.words("nav.close"), "take", body});
}

} // namespace foyer::ui
