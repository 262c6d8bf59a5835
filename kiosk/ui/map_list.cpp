// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_list.h"

#include "kiosk/model/case_filter.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/map_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

struct Part {
    const char* key;
    const char* values; ///< the words of its values begin so
    const char* all;    ///< the words where it is not used
    model::FilterPart part;
};
constexpr std::array<Part, 3> parts = {
    Part{"domain", "domain.", "map.all_domains", &model::CaseFilter::domain},
    Part{"status", "status.", "map.all_statuses", &model::CaseFilter::status},
    Part{"size", "size.", "map.all_sizes", &model::CaseFilter::size}};

std::string value_words(const Ui& ui, const Part& part, const std::string& value) {
    return value.empty() ? ui.words(part.all) : ui.words(part.values + value);
}

bool is_filtered(const model::State& state) { return state.map.filter != model::CaseFilter{}; }

model::Action with_filter(const model::State& state, const model::CaseFilter& filter) {
    model::MapView view = state.map;
    view.filter = filter;
    view.chosen.clear();
    return model::LookAtMap{view};
}

Chip filter_chip(const Ui& ui, const model::State& state, const Part& part) {
    const model::CaseFilter& now = state.map.filter;
    const model::CaseFilter next = model::stepped(state.view.cases, now, part.part);
    const std::string words = value_words(ui, part, now.*part.part);
    const std::string plain = text::without_soft_hyphens(words);
    const std::string then = text::without_soft_hyphens(value_words(ui, part, next.*part.part));
    return {.id = std::string("filter.") + part.key,
            .words = words,
            .spoken =
                Spoken(plain, ui.words.say("map.filter_say", {{"now", plain}, {"next", then}})),
            .action = with_filter(state, next),
            .icon = {},
            .selected = !(now.*part.part).empty()};
}

Chip clear_chip(const Ui& ui, const model::State& state) {
    return {.id = "filter.clear",
            .words = ui.words("map.clear"),
            .spoken = Spoken(ui.words.say("map.clear")),
            .action = with_filter(state, {}),
            .icon = "close",
            .selected = false};
}

std::vector<Chip> filter_chips(const Ui& ui, const model::State& state) {
    std::vector<Chip> chips;
    for (const Part& part : parts) chips.push_back(filter_chip(ui, state, part));
    if (is_filtered(state)) chips.push_back(clear_chip(ui, state));
    return chips;
}

void draw_chosen(Flow& flow, const model::State& state,
                 const std::vector<const model::CaseMark*>& chosen) {
    const Words& words = flow.ui.words;
    draw_section(flow, words("map.chosen"), "map.chosen", Type::heading3);
    std::vector<model::Card> cards;
    for (const model::CaseMark* one : chosen) cards.push_back(one->card);
    draw_cards(flow, cards, "chosen", 1);
    std::vector<Chip> chips;
    if (cards.size() == 1) {
        chips.push_back({.id = "map.open",
                         .words = words("map.open"),
                         .spoken = Spoken(words.say("map.open")),
                         .action = model::Open{model::Screen::page, cards.front().page},
                         .icon = "next"});
    }
    model::MapView view = state.map;
    view.chosen.clear();
    view.list = false;
    chips.push_back({.id = "map.unchoose",
                     .words = words("map.unchoose"),
                     .spoken = Spoken(words.say("map.unchoose")),
                     .action = model::LookAtMap{view},
                     .icon = "close"});
    draw_chips(flow, chips);
}

void draw_none(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    flow.item();
    const host::TextSpec none = ui.look.text(
        Type::body, ui.words(is_filtered(state) ? "map.none" : "map.empty"), flow.width());
    flow.skip(ui.text({flow.x(), flow.y()}, none, ui.plain(), "map.none", Role::status,
                      Spoken(text::without_soft_hyphens(none.text))));
    flow.skip(ui.look.mm(4));
}

} // namespace

std::string count_words(const Ui& ui, const model::State& state, std::size_t shown) {
    const std::string count = std::to_string(shown), all = std::to_string(state.view.cases.size());
    if (is_filtered(state)) return ui.words("map.count_of", {{"count", count}, {"all", all}});
    return shown == 1 ? ui.words("map.count_one") : ui.words("map.count", {{"count", count}});
}

float filters_height(const Look& look) {
    return std::max(look.secondary, std::ceil(2 * look.line_px(Type::label) + look.mm(2)));
}

void draw_filters(Ui& ui, Rect row, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<Chip> chips = filter_chips(ui, state);
    const float count = static_cast<float>(chips.size());
    const float width = std::floor((row.w - look.gap * (count - 1)) / count);
    for (std::size_t i = 0; i < chips.size() && !ui.muted(); ++i) {
        const Chip& chip = chips[i];
        const Rect box{row.x + static_cast<float>(i) * (width + look.gap), row.y, width, row.h};
        const ButtonStyle style{.selected = chip.selected};
        const int node = ui.button(chip.id, box, Rank::secondary, chip.spoken, chip.action, style);
        const float pad = look.mm(3);
        // A sign at the end tells that a touch leads on, and that a filter is on.
        const float side = std::floor(std::min(look.mm(6), box.h * 0.5f));
        const std::string icon = chip.selected ? "check" : chip.icon.empty() ? "next" : chip.icon;
        ui.icon({box.right() - pad - side, box.y + (box.h - side) / 2, side, side}, icon,
                ui.tone(style).front, Ui::Points::along);
        const Rect words{box.x + pad, box.y, box.w - 3 * pad - side, box.h};
        host::TextSpec label =
            ui.fitting({Type::label, Type::small}, chip.words, {words.w, words.h});
        while (ui.measure(label).h > words.h && label.em_px > 8) label.em_px -= 1;
        ui.label_in(words, label, ui.tone(style), node);
    }
}

namespace {

constexpr float legend_indent_mm = 8;

} // namespace

bool legend_fits(const Ui& ui, Size room, const model::State& state) {
    const float width = room.w - ui.look.mm(legend_indent_mm);
    float height = 0;
    for (const std::string& status :
         model::values(state.view.cases, {}, &model::CaseFilter::status)) {
        host::TextSpec spec = ui.look.text(Type::small, ui.words("status." + status), width);
        spec.may_break_words = false;
        const Size size = ui.measure(spec);
        if (size.w > width) return false;
        height += size.h + ui.look.mm(1);
    }
    return height <= room.h;
}

float draw_legend(Ui& ui, Point at, float width, const model::State& state) {
    const Look& look = ui.look;
    const float radius = look.mm(2.6f), indent = look.mm(legend_indent_mm);
    float y = at.y;
    for (const std::string& status :
         model::values(state.view.cases, {}, &model::CaseFilter::status)) {
        const host::TextSpec spec =
            look.text(Type::small, ui.words("status." + status), width - indent);
        const float line = look.line_px(Type::small);
        if (!ui.muted()) draw_sign(ui, {at.x + look.mm(4), y + line / 2}, radius, status);
        y += ui.text({at.x + indent, y}, spec, ui.plain(), "legend." + status, Role::text,
                     Spoken(text::without_soft_hyphens(spec.text)));
        y += look.mm(1);
    }
    return y - at.y;
}

void draw_case_list(Flow& flow, const model::State& state, const CaseList& list) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    if (!list.chosen.empty()) draw_chosen(flow, state, list.chosen);
    if (list.with_filters) {
        draw_section(flow, count_words(ui, state, list.shown.size()), "map.title", Type::heading3);
        draw_chips(flow, filter_chips(ui, state));
    } else if (!list.chosen.empty()) {
        draw_section(flow, ui.words("map.list_title"), "map.list_title", Type::heading3);
    } else {
        flow.skip(look.gap);
    }
    if (list.shown.empty()) draw_none(flow, state);
    std::vector<model::Card> cards;
    for (const model::CaseMark* one : list.shown) cards.push_back(one->card);
    draw_cards(flow, cards, "case", std::min(2, card_columns(look, flow.width(), 17)));
    if (!list.with_legend) return;
    draw_section(flow, ui.words("map.legend"), "map.legend", Type::heading3);
    flow.item();
    flow.skip(draw_legend(ui, {flow.x(), flow.y()}, flow.width(), state));
    flow.skip(look.mm(4));
}

} // namespace foyer::ui
