// SPDX-License-Identifier: EUPL-1.2
// Search: the field, what was found so far, the keyboard. Hits come in portions that fit, never
// under the keyboard.
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/chrome.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace foyer::ui {

namespace {

void draw_field(Ui& ui, Rect box, const model::State& state) {
    const Look& look = ui.look;
    const Palette& p = look.palette;
    const std::string& query = state.search.query;
    ui.fill(box, p.paper, look.radius);
    ui.edge(box, p.accent, std::max(look.edge * 2, look.mm(0.7f)), look.radius);
    const std::string typed = query.empty() ? ui.words.say("search.nothing_typed") : query;
    const int field =
        ui.node(Node{.id = "search.field",
                     .role = Role::field,
                     .spoken = Spoken(ui.words.say("search.field"),
                                      ui.words.say("search.typed", {{"text", typed}})),
                     .value = query,
                     .rect = box});
    const float icon = std::floor(std::min(look.mm(8), box.h * 0.6f)), pad = look.mm(3);
    ui.icon({box.x + pad, box.y + (box.h - icon) / 2, icon, icon}, "search", p.accent);
    const float start = box.x + icon + 2 * pad;
    // Small panels have only the delete key: a second one would stand too close to the hits.
    const float clear = query.empty() || look.compact() ? 0 : box.h;
    const float room = box.right() - clear - start - pad;
    // A long query shows its end, where the typing goes on.
    std::string shown = query;
    host::TextSpec spec = look.text(look.compact() ? Type::label : Type::lead, shown);
    while (!shown.empty() && ui.measure(spec).w > room) {
        shown.erase(0, text::decode(shown, 0).bytes);
        spec.text = shown;
    }
    float caret = start;
    if (!shown.empty()) {
        const Size size = ui.measure(spec);
        ui.label({start, box.y + (box.h - size.h) / 2}, spec, ui.plain(), field);
        caret = start + size.w + look.mm(0.6f);
    }
    ui.fill({caret, box.y + box.h * 0.2f, std::max(2.0f, look.mm(0.6f)), box.h * 0.6f}, p.accent);
    if (clear == 0) return;
    const Rect erase{box.right() - clear, box.y, clear, box.h};
    const ButtonStyle style{.fill = Fill::none, .edge = false};
    ui.button("key.clear", erase, Rank::secondary, Spoken(ui.words.say("key.clear")),
              model::Erase{true}, style);
    ui.icon(erase.inset(std::floor(clear * 0.28f)), "close", p.ink);
}

struct HitParts {
    host::TextSpec title;
    std::optional<Composed> context; ///< small panels have no room for it
    float padding = 0;

    float height(const Ui& ui) const {
        return 2 * padding + ui.measure(title).h + (context ? ui.measure(context->spec).h : 0);
    }
};

/// Of the mark that tells an explained word from a page of that name.
float mark_side(const Look& look, const model::Hit& hit) {
    return hit.term.empty() ? 0 : std::floor(look.mm(look.compact() ? 5 : 7));
}

HitParts parts(const Ui& ui, const model::Hit& hit, float width, float most_height) {
    const Look& look = ui.look;
    HitParts p;
    p.padding = look.compact() ? look.mm(1) : look.padding;
    const float mark = mark_side(look, hit);
    const float inner = width - (mark > 0 ? 3 : 2) * look.padding - mark;
    p.title = look.text(look.compact() ? Type::label : Type::heading3, hit.card.title, inner,
                        hit.card.language);
    if (!look.compact())
        p.context = compose(look, Type::body, hit.context, inner, hit.card.language);
    if (p.height(ui) > most_height) p.context.reset();
    // One hit always shows whole: where the title has no room its first part, then smaller letters.
    if (p.height(ui) > most_height) p.title.text = short_title(hit.card);
    while (p.height(ui) > most_height && p.title.em_px > look.em_px(Type::small) * 0.6f)
        p.title.em_px -= 1;
    return p;
}

float hit_height(const Ui& ui, const model::Hit& hit, float width, float most_height) {
    return std::max(std::min(ui.look.primary, most_height),
                    parts(ui, hit, width, most_height).height(ui));
}

void draw_hit(Ui& ui, Rect box, const model::Hit& hit, const std::string& id) {
    const Look& look = ui.look;
    const ButtonStyle style;
    const Tone tone = ui.tone(style);
    const model::Action action =
        hit.term.empty() ? model::Action(model::Open{model::Screen::page, hit.card.page})
                         : model::Action(model::Show{model::Overlay::term, hit.term});
    const HitParts p = parts(ui, hit, box.w, box.h);
    std::string say = text::without_soft_hyphens(hit.card.title) + ". ";
    if (!hit.term.empty()) say += ui.words.say("search.in_glossary") + ". ";
    const int node = ui.button(
        id, box, look.compact() ? Rank::secondary : Rank::primary,
        Spoken(text::without_soft_hyphens(hit.card.title), say + model::plain(hit.context)), action,
        style);
    if (const float side = mark_side(look, hit); side > 0) {
        ui.icon({box.right() - look.padding - side, box.y + (box.h - side) / 2, side, side},
                "glossary", tone.front);
    }
    const float x = box.x + look.padding;
    float y = box.y + (p.context ? p.padding : std::max(0.0f, (box.h - ui.measure(p.title).h) / 2));
    y += ui.label({x, y}, p.title, tone, node);
    if (!p.context) return;
    for (const host::TextSpan& span : p.context->spec.spans) {
        if (!span.bold) continue;
        for (const Rect& mark : ui.boxes({x, y}, p.context->spec, span.begin, span.end)) {
            ui.fill(mark, look.palette.mark);
        }
    }
    ui.label({x, y}, p.context->spec, tone, node);
}

/// How many hits from `first` on stand in `area` in `columns`, and where.
std::vector<Rect> places(const Ui& ui, const std::vector<model::Hit>& hits, std::size_t first,
                         Rect area, std::size_t columns) {
    const float gap = ui.look.gap;
    const float width =
        std::floor((area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    std::vector<Rect> out;
    float y = area.y;
    for (std::size_t row = first; row < hits.size(); row += columns) {
        float height = 0;
        const std::size_t end = std::min(hits.size(), row + columns);
        for (std::size_t i = row; i < end; ++i)
            height = std::max(height, hit_height(ui, hits[i], width, area.h));
        if (y + height > area.bottom()) {
            if (!out.empty()) break;
            height = area.bottom() - y; // one hit always shows
        }
        for (std::size_t i = row; i < end; ++i) {
            out.push_back({area.x + static_cast<float>(i - row) * (width + gap), y, width, height});
        }
        y += height + gap;
    }
    return out;
}

void draw_turn(Ui& ui, Rect box, const std::string& key, const std::string& icon, int first) {
    draw_icon_button(ui, box,
                     {.id = "search." + key,
                      .icon = icon,
                      .words = {},
                      .spoken = Spoken(ui.words.say("nav." + key)),
                      .action = model::ShowHits{first}},
                     Rank::secondary);
}

/// Buttons at the end of `area` that lead to the portions before and after the one that is shown.
void draw_turns(Ui& ui, Rect area, std::size_t first, std::size_t portion, std::size_t count) {
    const Look& look = ui.look;
    const bool low = area.h < 2 * look.secondary + look.gap; // then only one of them has room
    const float x = area.right() - look.secondary, height = std::min(look.secondary, area.h);
    const bool last = first + portion >= count;
    if (first > 0 && (!low || last)) {
        draw_turn(ui, {x, area.y, look.secondary, height}, "previous_results", "up",
                  std::max(0, static_cast<int>(first) - static_cast<int>(portion)));
    }
    if (!last) {
        draw_turn(ui, {x, area.bottom() - height, look.secondary, height}, "next_results", "down",
                  static_cast<int>(first + portion));
    }
}

void draw_hits(Ui& ui, Rect area, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<model::Hit>& hits = state.search.result.hits;
    const std::size_t first =
        std::min(static_cast<std::size_t>(state.search.first), hits.size() - 1);
    const std::size_t columns =
        static_cast<std::size_t>(std::clamp(card_columns(look, area.w - look.secondary, 20), 1, 3));
    const Rect list{area.x, area.y, area.w - look.secondary - look.gap, area.h};
    std::vector<Rect> shown = places(ui, hits, first, list, columns);
    const bool turns = first > 0 || shown.size() < hits.size();
    if (!turns) shown = places(ui, hits, first, area, columns);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        draw_hit(ui, shown[i], hits[first + i], "hit" + std::to_string(first + i));
    }
    if (turns) draw_turns(ui, area, first, shown.size(), hits.size());
}

/// The words and topics that a search without hits offers.
struct Offers {
    std::vector<Chip> nearest, topics;
};

Offers offers(const model::State& state) {
    Offers out;
    for (const std::string& word : state.search.result.nearest) {
        out.nearest.push_back({"nearest." + word, word, Spoken(word), model::SetQuery{word}});
    }
    for (const model::Topic& topic : state.view.catalogue.topics) {
        out.topics.push_back({"topic." + topic.id, topic.title,
                              Spoken(text::without_soft_hyphens(topic.title)),
                              model::Open{model::Screen::topic, topic.id}});
    }
    return out;
}

struct PlacedChip {
    Rect box;
    host::TextSpec label;
};

float chip_height(const Look& look) {
    return std::max(look.secondary, look.line_px(Type::small) + look.mm(2));
}

/// The chips from `first` on that have room in `area`, in rows; one always has, if need be in
/// smaller letters.
std::vector<PlacedChip> placed(const Ui& ui, const std::vector<Chip>& chips, std::size_t first,
                               Rect area) {
    const Look& look = ui.look;
    const float pad = look.mm(3), row = std::min(chip_height(look), area.h);
    std::vector<PlacedChip> out;
    float x = area.x, y = area.y;
    for (std::size_t i = first; i < chips.size(); ++i) {
        const Size most{area.w - 2 * pad, row};
        host::TextSpec label = ui.fitting({Type::label, Type::small}, chips[i].words, most);
        label.align = host::Align::centre;
        while (ui.measure(label).h > row && label.em_px > 8) label.em_px -= 1;
        const float width =
            std::min(area.w, std::max(look.secondary, ui.measure(label).w + 2 * pad));
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += row + look.gap;
        }
        if (y + row > area.bottom() + 0.5f) break;
        out.push_back({{x, y, width, row}, label});
        x += width + look.gap;
    }
    return out;
}

/// Where nothing can scroll beside the keyboard, the offers come in portions as hits do: below the
/// message, or beside it where only one row has room.
void draw_nothing_low(Ui& ui, Rect area, const model::State& state) {
    const Look& look = ui.look;
    const std::string words = ui.words("search.none", {{"query", state.search.query}});
    const bool below = area.h >= look.line_px(Type::small) + look.gap + chip_height(look);
    const Size room{below ? area.w : std::floor(area.w * 0.4f),
                    below ? area.h - look.gap - chip_height(look) : area.h};
    host::TextSpec none =
        ui.fitting({Type::lead, Type::body, Type::label, Type::small}, words, room);
    while (ui.measure(none).h > room.h && none.em_px > 8) none.em_px -= 1;
    ui.text({area.x, area.y}, none, ui.plain(), "search.none", Role::status,
            Spoken(text::without_soft_hyphens(none.text)));
    Offers found = offers(state);
    std::vector<Chip> chips = std::move(found.nearest);
    chips.insert(chips.end(), found.topics.begin(), found.topics.end());
    if (chips.empty()) return;
    const float height = ui.measure(none).h + look.gap;
    const Rect rest =
        below ? Rect{area.x, area.y + height, area.w, area.h - height}
              : Rect{area.x + room.w + look.gap, area.y, area.w - room.w - look.gap, area.h};
    const std::size_t first =
        std::min(static_cast<std::size_t>(state.search.first), chips.size() - 1);
    std::vector<PlacedChip> shown = placed(ui, chips, first, rest);
    const bool turns = first > 0 || shown.size() < chips.size();
    if (turns) {
        shown =
            placed(ui, chips, first, {rest.x, rest.y, rest.w - look.secondary - look.gap, rest.h});
        const float used = shown.back().box.bottom() - rest.y;
        draw_turns(ui, {rest.x, rest.y, rest.w, used}, first, shown.size(), chips.size());
    }
    const ButtonStyle style;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Chip& chip = chips[first + i];
        const int node =
            ui.button(chip.id, shown[i].box, Rank::secondary, chip.spoken, chip.action, style);
        ui.label_in(shown[i].box, shown[i].label, ui.tone(style), node);
    }
}

void draw_nothing(Ui& ui, Rect area, const model::State& state) {
    const Look& look = ui.look;
    if (look.compact() || look.keyboard_under_rails()) return draw_nothing_low(ui, area, state);
    const model::SearchResult& result = state.search.result;
    flow(ui, area, state.place().scroll, layout_of(look, "nothing:" + result.query),
         [&](Flow& page) {
             page.item();
             const host::TextSpec none = look.text(
                 Type::lead, ui.words("search.none", {{"query", result.query}}), page.width());
             page.skip(ui.text({page.x(), page.y()}, none, ui.plain(), "search.none", Role::status,
                               Spoken(text::without_soft_hyphens(none.text))));
             page.skip(look.mm(3));
             const auto chips = [&](const std::string& key, const std::vector<Chip>& list) {
                 if (list.empty()) return;
                 const host::TextSpec head = look.text(Type::small, ui.words(key), page.width());
                 page.skip(ui.text({page.x(), page.y()}, head, ui.quiet(), key, Role::heading,
                                   Spoken(ui.words.say(key))));
                 page.skip(look.mm(1.5f));
                 draw_chips(page, list);
             };
             const Offers found = offers(state);
             chips("search.nearest", found.nearest);
             chips("search.topics", found.topics);
         });
}

void draw_answer(Ui& ui, Rect area, const model::State& state) {
    const Look& look = ui.look;
    const model::Search& search = state.search;
    if (search.query.empty()) {
        const host::TextSpec hint =
            look.text(look.compact() ? Type::small : Type::body, ui.words("search.empty"),
                      std::min(area.w, look.measure_px()));
        if (ui.measure(hint).h <= area.h)
            ui.text({area.x, area.y}, hint, ui.quiet(), "search.empty");
        return;
    }
    const model::SearchResult& result = search.result;
    if (!result.hits.empty()) return draw_hits(ui, area, state);
    if (result.query == search.query) draw_nothing(ui, area, state);
}

} // namespace

void draw_search(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const Rect board = look.keyboard(keyboard_height(look));
    Rect area = content_area(look, Width::all);
    if (look.keyboard_under_rails()) {
        area = {look.stage.x + look.gap, look.nav.y, look.bar.right() - look.stage.x - look.gap, 0};
    }
    area.h = board.y - look.gap - area.y;
    const float field_height =
        look.compact() ? std::ceil(look.mm(12))
                       : std::max(look.secondary, std::ceil(look.line_px(Type::lead) + look.mm(2)));
    draw_field(ui, {area.x, area.y, area.w, field_height}, state);
    const float above = field_height + (look.compact() ? look.mm(1) : look.gap);
    draw_answer(ui, {area.x, area.y + above, area.w, area.h - above}, state);
    draw_keyboard(ui, board, state.search.layout);
}

} // namespace foyer::ui
