// SPDX-License-Identifier: EUPL-1.2
// The large cards of cards.h.
#include "kiosk/ui/cards.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

struct Parts {
    host::TextSpec title, text, foot;
    float icon = 0, head = 0; ///< height of icon and title
    bool stacked = false;     ///< the title stands below the icon: its words need the whole width
};

Parts parts(const Ui& ui, const BigCard& card, float width) {
    const Look& look = ui.look;
    const float inner = width - 2 * look.padding;
    Parts p;
    p.icon = std::floor(look.mm(look.compact() ? 10 : 15));
    const float beside = inner - p.icon - look.mm(4);
    p.title = look.text(Type::heading2, card.title, beside, card.language);
    host::TextSpec whole = p.title;
    whole.may_break_words = false;
    p.stacked = ui.measure(whole).w > beside;
    if (p.stacked) {
        p.title =
            ui.fitting({Type::heading2, Type::heading3}, card.title, {inner, 1e6f}, card.language);
    }
    const float title = ui.measure(p.title).h;
    p.head = p.stacked ? p.icon + look.mm(2) + title : std::max(p.icon, title);
    p.text = look.text(Type::body, card.text, inner, card.language);
    p.foot = look.text(Type::small, card.foot, inner);
    return p;
}

float height(const Ui& ui, const BigCard& card, float width) {
    const Look& look = ui.look;
    const Parts p = parts(ui, card, width);
    return std::max(look.primary, 2 * look.padding + p.head + look.mm(3) + ui.measure(p.text).h +
                                      look.mm(3) + ui.measure(p.foot).h);
}

void draw_big_card(Ui& ui, Rect box, const BigCard& card) {
    const Look& look = ui.look;
    const Parts p = parts(ui, card, box.w);
    const ButtonStyle style;
    const Tone tone = ui.tone(style);
    const int node = ui.button(
        card.id, box, Rank::primary,
        Spoken(text::without_soft_hyphens(card.title),
               text::without_soft_hyphens(card.title + ". " + card.text + " " + card.foot)),
        card.action, style);
    const float x = box.x + look.padding;
    float y = box.y + look.padding;
    const float title_h = ui.measure(p.title).h;
    const float icon_y = p.stacked ? y : y + (p.head - p.icon) / 2;
    const Point title_at = p.stacked ? Point{x, y + p.head - title_h}
                                     : Point{x + p.icon + look.mm(4), y + (p.head - title_h) / 2};
    ui.icon({x, icon_y, p.icon, p.icon}, card.icon, look.palette.accent);
    ui.label(title_at, p.title, tone, node);
    y += p.head + look.mm(3);
    ui.label({x, y}, p.text, tone, node);
    ui.label({x, box.bottom() - look.padding - ui.measure(p.foot).h}, p.foot,
             {look.palette.muted, tone.back}, node);
}

} // namespace

void draw_big_cards(Flow& flow, const std::vector<BigCard>& cards) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float gap = std::max(look.gap, look.mm(4));
    const auto per_row =
        static_cast<std::size_t>(std::min(2, card_columns(look, flow.width(), 15)));
    const float width = std::floor((flow.width() - gap * static_cast<float>(per_row - 1)) /
                                   static_cast<float>(per_row));
    for (std::size_t first = 0; first < cards.size(); first += per_row) {
        const std::size_t end = std::min(cards.size(), first + per_row);
        float row = 0;
        for (std::size_t i = first; i < end; ++i) row = std::max(row, height(ui, cards[i], width));
        flow.item();
        for (std::size_t i = first; i < end && !ui.muted(); ++i) {
            const float x = flow.x() + static_cast<float>(i - first) * (width + gap);
            draw_big_card(ui, {x, flow.y(), width, row}, cards[i]);
        }
        flow.skip(row + gap);
    }
}

} // namespace foyer::ui
