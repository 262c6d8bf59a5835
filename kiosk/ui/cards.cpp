// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/cards.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

struct Fact {
    std::string icon, words;
};

/// Reading time, place and status of a card.
std::vector<Fact> facts_of(const Ui& ui, const model::Card& card) {
    std::vector<Fact> facts;
    if (!card.place.empty()) facts.push_back({"place", card.place});
    if (!card.status.empty()) facts.push_back({"status", ui.words("status." + card.status)});
    const std::string minutes = std::to_string(card.minutes);
    facts.push_back({"clock", card.minutes == 1
                                  ? ui.words("topic.minutes_one")
                                  : ui.words("topic.minutes", {{"minutes", minutes}})});
    return facts;
}

std::string say(const Ui& ui, const model::Card& card) {
    const std::string minutes = std::to_string(card.minutes);
    std::string out =
        text::without_soft_hyphens(card.title) + ". " + text::without_soft_hyphens(card.line);
    if (!card.place.empty()) out += " " + card.place + ".";
    if (!card.status.empty()) out += " " + ui.words.say("status." + card.status) + ".";
    return out + " " +
           (card.minutes == 1 ? ui.words.say("topic.minutes_one_say")
                              : ui.words.say("topic.minutes_say", {{"minutes", minutes}}));
}

struct CardParts {
    host::TextSpec title, line;
    std::vector<std::pair<std::string, host::TextSpec>> facts;
    float icon = 0;
};

CardParts parts(const Ui& ui, const model::Card& card, float width) {
    const Look& look = ui.look;
    const float inner = width - 2 * look.padding;
    CardParts p;
    p.icon = std::round(look.em_px(Type::small) * 1.1f);
    p.title = look.text(Type::heading3, card.title, inner, card.language);
    p.line = look.text(Type::body, card.line, inner, card.language);
    for (const Fact& fact : facts_of(ui, card)) {
        p.facts.emplace_back(fact.icon, look.text(Type::small, fact.words, inner - p.icon * 1.5f));
    }
    return p;
}

constexpr float title_gap_mm = 1.5f, facts_gap_mm = 2.5f;

} // namespace

int card_columns(const Look& look, float width, float least_em) {
    const float least = look.em_px(Type::body) * least_em;
    return std::max(1, static_cast<int>((width + look.gap) / (least + look.gap)));
}

float card_height(Ui& ui, const model::Card& card, float width) {
    const Look& look = ui.look;
    const CardParts p = parts(ui, card, width);
    float height = 2 * look.padding + ui.measure(p.title).h + look.mm(facts_gap_mm);
    if (!card.line.empty()) height += look.mm(title_gap_mm) + ui.measure(p.line).h;
    for (const auto& [icon, spec] : p.facts) height += ui.measure(spec).h;
    return std::max(height, look.primary);
}

void draw_card(Ui& ui, Rect box, const model::Card& card, const std::string& id) {
    if (ui.muted()) return;
    const Look& look = ui.look;
    const ButtonStyle style;
    const int node = ui.button(id, box, Rank::primary,
                               Spoken(text::without_soft_hyphens(card.title), say(ui, card)),
                               model::Open{model::Screen::page, card.page}, style);
    const Tone tone = ui.tone(style);
    const CardParts p = parts(ui, card, box.w);
    float y = box.y + look.padding;
    const float x = box.x + look.padding;
    y += ui.label({x, y}, p.title, tone, node);
    if (!card.line.empty())
        y += look.mm(title_gap_mm) + ui.label({x, y + look.mm(title_gap_mm)}, p.line, tone, node);
    float foot = box.bottom() - look.padding;
    for (const auto& [icon, spec] : p.facts) foot -= ui.measure(spec).h;
    for (const auto& [icon, spec] : p.facts) {
        const float line = look.line_px(Type::small);
        ui.icon({x, foot + (line - p.icon) / 2, p.icon, p.icon}, icon, look.palette.accent);
        foot += ui.label({x + p.icon * 1.5f, foot}, spec, {look.palette.muted, tone.back}, node);
    }
}

void draw_cards(Flow& flow, const std::vector<model::Card>& cards, const std::string& id,
                int columns) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float gap = std::max(look.gap, look.mm(4));
    const std::size_t per_row = static_cast<std::size_t>(std::max(1, columns));
    const float width = std::floor((flow.width() - gap * static_cast<float>(per_row - 1)) /
                                   static_cast<float>(per_row));
    for (std::size_t first = 0; first < cards.size(); first += per_row) {
        const std::size_t end = std::min(cards.size(), first + per_row);
        float height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, card_height(ui, cards[i], width));
        flow.item();
        for (std::size_t i = first; i < end; ++i) {
            const float x = flow.x() + static_cast<float>(i - first) * (width + gap);
            draw_card(ui, {x, flow.y(), width, height}, cards[i], id + "." + cards[i].page);
        }
        flow.skip(height + gap);
    }
}

void draw_section(Flow& flow, const std::string& words, const std::string& id, Type type) {
    Ui& ui = flow.ui;
    flow.item();
    flow.skip(ui.look.mm(4));
    const host::TextSpec spec = ui.look.text(type, words, flow.width());
    flow.skip(ui.text({flow.x(), flow.y()}, spec, ui.plain(), id, Role::heading,
                      Spoken(text::without_soft_hyphens(words))));
    flow.skip(ui.look.mm(3));
}

void draw_chips(Flow& flow, const std::vector<Chip>& chips) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float pad = look.mm(4);
    float x = flow.x();
    for (const Chip& chip : chips) {
        host::TextSpec spec = look.text(Type::label, chip.words);
        float width = std::max(look.secondary, ui.measure(spec).w + 2 * pad);
        float height = look.secondary;
        if (width > flow.width()) {
            width = flow.width();
            spec.width_px = std::floor(width - 2 * pad);
            height = std::max(height, ui.measure(spec).h + 2 * look.mm(2));
        }
        if (x > flow.x() && x + width > flow.x() + flow.width()) {
            x = flow.x();
            flow.skip(look.secondary + look.gap);
        }
        if (x == flow.x()) flow.item();
        if (!ui.muted()) {
            const ButtonStyle style;
            const int node = ui.button(chip.id, {x, flow.y(), width, height}, Rank::secondary,
                                       chip.spoken, chip.action, style);
            ui.label_in({x, flow.y(), width, height}, spec, ui.tone(style), node);
        }
        if (height > look.secondary) {
            flow.skip(height - look.secondary);
            x = flow.x() + flow.width();
        } else {
            x += width + look.gap;
        }
    }
    if (!chips.empty()) flow.skip(look.secondary + look.gap);
}

} // namespace foyer::ui
