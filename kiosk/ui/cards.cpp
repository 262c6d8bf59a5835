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

std::string short_title(const model::Card& card) {
    return card.title.substr(0, card.title.find(':'));
}

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
    draw_section(flow, words, id, type, flow.ui.look.language);
}

void draw_section(Flow& flow, const std::string& words, const std::string& id, Type type,
                  const std::string& language) {
    Ui& ui = flow.ui;
    flow.item();
    flow.skip(ui.look.mm(4));
    const host::TextSpec spec = ui.look.text(type, words, flow.width(), language);
    flow.skip(ui.text({flow.x(), flow.y()}, spec, ui.plain(), id, Role::heading,
                      Spoken(text::without_soft_hyphens(words))));
    flow.skip(ui.look.mm(3));
}

namespace {

/// A chip and where its parts stand in it.
struct PlacedChip {
    host::TextSpec spec;
    Size size;
    float icon = 0; ///< with the gap behind it
};

PlacedChip place_chip(const Ui& ui, const Chip& chip, float most_width) {
    const Look& look = ui.look;
    const float pad = look.mm(4);
    PlacedChip placed;
    placed.spec = look.text(Type::label, chip.words);
    const bool has_icon = !chip.icon.empty() || chip.selected;
    placed.icon = has_icon ? std::floor(look.mm(9)) : 0;
    const float rest = 2 * pad + placed.icon;
    placed.size = {std::max(look.secondary, ui.measure(placed.spec).w + rest), look.secondary};
    if (placed.size.w > most_width) {
        placed.spec.width_px = std::floor(most_width - rest);
        placed.size = {most_width,
                       std::max(look.secondary, ui.measure(placed.spec).h + 2 * look.mm(2))};
    }
    return placed;
}

void draw_chip(Ui& ui, Point at, const Chip& chip, const PlacedChip& placed) {
    const Look& look = ui.look;
    const Rect box{at.x, at.y, placed.size.w, placed.size.h};
    const ButtonStyle style{.selected = chip.selected};
    const int node = ui.button(chip.id, box, Rank::secondary, chip.spoken, chip.action, style);
    if (chip.selected) ui.at(node).state = ui.words.say("state.selected");
    const float side = std::floor(look.mm(6));
    if (placed.icon > 0) {
        ui.icon({box.x + look.mm(3), box.y + (box.h - side) / 2, side, side},
                chip.selected ? "check" : chip.icon, ui.tone(style).front);
    }
    ui.label_in({box.x + placed.icon, box.y, box.w - placed.icon, box.h}, placed.spec,
                ui.tone(style), node);
}

} // namespace

void draw_chips(Flow& flow, const std::vector<Chip>& chips) {
    if (chips.empty()) return;
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    float x = flow.x(), row = 0;
    for (const Chip& chip : chips) {
        const PlacedChip placed = place_chip(ui, chip, flow.width());
        if (x > flow.x() && x + placed.size.w > flow.x() + flow.width()) {
            x = flow.x();
            flow.skip(row + look.gap);
            row = 0;
        }
        if (x == flow.x()) flow.item();
        if (!ui.muted()) draw_chip(ui, {x, flow.y()}, chip, placed);
        row = std::max(row, placed.size.h);
        x += placed.size.w + look.gap;
    }
    flow.skip(row + look.gap);
}

} // namespace foyer::ui
