// SPDX-License-Identifier: EUPL-1.2
// Search: the field, what was found so far, the keyboard. Hits come in portions that fit, never
// under the keyboard.
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

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
    const float clear = query.empty() ? 0 : box.h;
    const float room = box.right() - clear - start - pad;
    // A long query shows its end, where the typing goes on.
    std::string shown = query;
    host::TextSpec spec = look.text(Type::lead, shown);
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
    if (query.empty()) return;
    const Rect erase{box.right() - clear, box.y, clear, box.h};
    const ButtonStyle style{.fill = Fill::none, .edge = false};
    ui.button("key.clear", erase, Rank::secondary, Spoken(ui.words.say("key.clear")),
              model::Erase{true}, style);
    ui.icon(erase.inset(std::floor(clear * 0.28f)), "close", p.ink);
}

struct HitParts {
    host::TextSpec title;
    Composed context;
};

HitParts parts(const Ui& ui, const model::Hit& hit, float width) {
    const Look& look = ui.look;
    const float inner = width - 2 * look.padding;
    return {look.text(Type::heading3, hit.card.title, inner, hit.card.language),
            compose(look, look.compact() ? Type::small : Type::body, hit.context, inner,
                    hit.card.language)};
}

float hit_height(const Ui& ui, const model::Hit& hit, float width) {
    const HitParts p = parts(ui, hit, width);
    return std::max(ui.look.primary,
                    2 * ui.look.padding + ui.measure(p.title).h + ui.measure(p.context.spec).h);
}

void draw_hit(Ui& ui, Rect box, const model::Hit& hit, const std::string& id) {
    const Look& look = ui.look;
    const ButtonStyle style;
    const Tone tone = ui.tone(style);
    const model::Action action =
        hit.term.empty() ? model::Action(model::Open{model::Screen::page, hit.card.page})
                         : model::Action(model::Show{model::Overlay::term, hit.term});
    const HitParts p = parts(ui, hit, box.w);
    std::string say = text::without_soft_hyphens(hit.card.title) + ". ";
    if (!hit.term.empty()) say += ui.words.say("search.in_glossary") + ". ";
    const int node = ui.button(
        id, box, Rank::primary,
        Spoken(text::without_soft_hyphens(hit.card.title), say + model::plain(hit.context)), action,
        style);
    const float x = box.x + look.padding;
    const float context_h = ui.measure(p.context.spec).h, title_h = ui.measure(p.title).h;
    float y = box.y + look.padding;
    // On the smallest panels a hit may only have room for its title.
    if (box.h < 2 * look.padding + title_h + context_h)
        y = box.y + std::max(0.0f, (box.h - title_h) / 2);
    y += ui.label({x, y}, p.title, tone, node);
    if (y + context_h > box.bottom()) return;
    for (const host::TextSpan& span : p.context.spec.spans) {
        if (!span.bold) continue;
        for (const Rect& mark : ui.boxes({x, y}, p.context.spec, span.begin, span.end))
            ui.fill(mark, look.palette.mark);
    }
    ui.label({x, y}, p.context.spec, tone, node);
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
            height = std::max(height, hit_height(ui, hits[i], width));
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
    const ButtonStyle style;
    ui.button("search." + key, box, Rank::secondary, Spoken(ui.words.say("nav." + key)),
              model::ShowHits{first}, style);
    const float side = std::floor(std::min(box.w, box.h) * 0.6f);
    ui.icon({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, icon,
            ui.tone(style).front);
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
    if (!turns) return;
    const float x = area.right() - look.secondary,
                height = std::min(look.secondary, (area.h - look.gap) / 2);
    const int portion = static_cast<int>(shown.size());
    if (first > 0) {
        draw_turn(ui, {x, area.y, look.secondary, height}, "previous_results", "up",
                  std::max(0, static_cast<int>(first) - portion));
    }
    if (first + shown.size() < hits.size()) {
        draw_turn(ui, {x, area.bottom() - height, look.secondary, height}, "next_results", "down",
                  static_cast<int>(first) + portion);
    }
}

void draw_nothing(Ui& ui, Rect area, const model::State& state) {
    const Look& look = ui.look;
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
             std::vector<Chip> nearest, topics;
             for (const std::string& word : result.nearest) {
                 nearest.push_back({"nearest." + word, word, Spoken(word), model::SetQuery{word}});
             }
             for (const model::Topic& topic : state.view.catalogue.topics) {
                 topics.push_back({"topic." + topic.id, topic.title,
                                   Spoken(text::without_soft_hyphens(topic.title)),
                                   model::Open{model::Screen::topic, topic.id}});
             }
             chips("search.nearest", nearest);
             chips("search.topics", topics);
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
    const Rect area = content_area(look, Width::all);
    const float field_height = look.compact() ? std::ceil(look.mm(12)) : look.secondary;
    const float keys = keyboard_height(look);
    const Rect board = look.keyboard(keys);
    const Rect field{area.x, area.y, area.w, field_height};
    draw_field(ui, field, state);
    const Rect answer{area.x, field.bottom() + look.gap, area.w,
                      board.y - look.gap - field.bottom() - look.gap};
    draw_answer(ui, answer, state);
    draw_keyboard(ui, board, state.search.layout);
}

} // namespace foyer::ui
