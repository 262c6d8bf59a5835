// SPDX-License-Identifier: EUPL-1.2
// Compare: two or three cases side by side on the same facts; what nobody states is said to be
// missing. Below it, the cases to choose from.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <functional>

namespace foyer::ui {

namespace {

/// A row of the comparison: what each case says about one thing, or nothing.
struct Fact {
    std::string key;                  ///< of its words: "case." + key
    enum class In { words, page } in; ///< the language of the interface, or that of the page
    std::function<std::string(const Words&, const model::Page&)> of;
};

std::string bullets(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines)
        all += (all.empty() ? "" : "\n") + (lines.size() > 1 ? "• " + line : line);
    return all;
}

std::string population(const Words& words, const model::Page& page) {
    const model::CaseFacts& facts = *page.facts;
    const std::string size = facts.size.empty() ? std::string() : words("size." + facts.size);
    if (!facts.population) return size;
    const std::string value =
        words("case.population", {{"value", words.number(facts.population->value)},
                                  {"date", words.date(facts.population->date)}});
    return size.empty() ? value : value + "\n" + size;
}

std::string software(const Words& words, const model::Page& page) {
    std::vector<std::string> lines;
    for (const model::Software& one : page.facts->software) {
        lines.push_back(one.licence.empty()
                            ? one.name
                            : words("case.software_with_licence",
                                    {{"name", one.name}, {"licence", one.licence}}));
    }
    return bullets(lines);
}

std::string years(const Words& words, const model::Page& page) {
    const model::CaseFacts& facts = *page.facts;
    if (facts.from == 0) return {};
    const std::string from = std::to_string(facts.from), to = std::to_string(facts.to);
    return facts.to > 0 ? words("case.years_range", {{"from", from}, {"to", to}})
                        : words("case.years_since", {{"from", from}});
}

std::string domains(const Words& words, const model::Page& page) {
    std::vector<std::string> lines;
    for (const std::string& domain : page.facts->domains)
        lines.push_back(words("domain." + domain));
    return bullets(lines);
}

std::string status(const Words& words, const model::Page& page) {
    const model::CaseFacts& facts = *page.facts;
    if (facts.status.empty()) return {};
    const std::string is = words("status." + facts.status);
    if (facts.as_of.empty()) return is;
    return words("case.status_as_of", {{"status", is}, {"date", words.date(facts.as_of)}});
}

std::string results(const Words& words, const model::Page& page) {
    std::vector<std::string> lines;
    for (const model::Result& result : page.facts->results) {
        const std::string date = words("case.result_date", {{"date", words.date(result.date)}});
        lines.push_back(result.text + " (" + date + ")");
    }
    return bullets(lines);
}

std::string lessons(const Words& words, const model::Page& page) {
    std::vector<std::string> lines;
    for (const model::Lesson& lesson : page.facts->lessons) {
        lines.push_back(lesson.source == 0 ? lesson.text + " (" + words("case.editorial") + ")"
                                           : lesson.text);
    }
    return bullets(lines);
}

const std::vector<Fact>& facts() {
    static const std::vector<Fact> all = {{"population_label", Fact::In::words, population},
                                          {"domain", Fact::In::words, domains},
                                          {"software", Fact::In::page, software},
                                          {"years", Fact::In::words, years},
                                          {"status", Fact::In::words, status},
                                          {"results", Fact::In::page, results},
                                          {"lessons", Fact::In::page, lessons}};
    return all;
}

/// All cases beside each other where they keep room for words, else one below the other.
std::size_t columns_of(const Look& look, float width, std::size_t cases) {
    const auto most = static_cast<std::size_t>(card_columns(look, width, 10.5f));
    return most >= cases ? cases : 1;
}

/// Draws a part of a row of as many cells as there are cases.
void draw_cells(Flow& flow, std::size_t count, std::size_t columns,
                const std::function<void(Flow&, std::size_t)>& cell) {
    const float gap = flow.ui.look.mm(6);
    const Rect whole = flow.viewport;
    const float width =
        (whole.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t first = 0; first < count; first += columns) {
        const float top = flow.cursor();
        float foot = top;
        for (std::size_t i = first; i < std::min(count, first + columns); ++i) {
            flow.set_cursor(top);
            flow.viewport.x = whole.x + static_cast<float>(i - first) * (width + gap);
            flow.viewport.w = width;
            cell(flow, i);
            foot = std::max(foot, flow.cursor());
        }
        flow.viewport = whole;
        flow.set_cursor(foot);
        flow.skip(flow.ui.look.mm(3));
    }
}

std::string cell_id(const std::string& page, const std::string& key) {
    return "compare." + page + "." + key;
}

void draw_title(Flow& flow, const model::Page& page) {
    Ui& ui = flow.ui;
    const host::TextSpec title =
        ui.look.text(Type::heading3, page.card.title, flow.width(), page.card.language);
    flow.skip(ui.text({flow.x(), flow.y()}, title, ui.plain(), cell_id(page.card.page, "title"),
                      Role::heading, Spoken(text::without_soft_hyphens(page.card.title))));
}

/// A way to the page of a case and one to take it out.
void draw_ways(Flow& flow, const model::Page& page) {
    const Words& words = flow.ui.words;
    const std::string name = text::without_soft_hyphens(page.card.title);
    const auto chip = [&](const std::string& way, model::Action action, const std::string& icon) {
        return Chip{.id = cell_id(page.card.page, way),
                    .words = words("compare." + way),
                    .spoken = Spoken(words.say("compare." + way) + ": " + name),
                    .action = std::move(action),
                    .icon = icon};
    };
    draw_chips(flow, {chip("open", model::Open{model::Screen::page, page.card.page}, ""),
                      chip("remove", model::ToggleCompared{page.card.page}, "close")});
}

/// What a case says about one thing, below its name: the head of a column may be out of sight.
void draw_fact(Flow& flow, const Fact& fact, const model::Page& page) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const std::string value = page.facts ? fact.of(ui.words, page) : std::string();
    const std::string shown = value.empty() ? ui.words("compare.missing") : value;
    const std::string said = text::without_soft_hyphens(page.card.title + ": " + shown);
    const host::TextSpec name =
        look.text(Type::small, short_title(page.card), flow.width(), page.card.language);
    const bool is_ours = value.empty() || fact.in == Fact::In::words;
    const host::TextSpec spec =
        look.text(Type::body, shown, flow.width(), is_ours ? look.language : page.card.language);
    const float head = ui.measure(name).h;
    const Rect box{flow.x(), flow.y(), flow.width(), head + ui.measure(spec).h};
    const int node = ui.node(Node{.id = cell_id(page.card.page, fact.key),
                                  .spoken = Spoken(text::without_soft_hyphens(shown), said),
                                  .language = spec.language,
                                  .rect = box});
    ui.label({box.x, box.y}, name, ui.quiet(), node);
    ui.label({box.x, box.y + head}, spec, value.empty() ? ui.quiet() : ui.plain(), node);
    flow.skip(box.h + look.mm(2));
}

/// Beside each other, the buttons of all cases stand in one line, whatever their titles need.
void draw_heads(Flow& flow, const std::vector<model::Page>& pages, std::size_t columns) {
    if (columns == pages.size()) {
        draw_cells(flow, pages.size(), columns,
                   [&](Flow& in, std::size_t i) { draw_title(in, pages[i]); });
        draw_cells(flow, pages.size(), columns,
                   [&](Flow& in, std::size_t i) { draw_ways(in, pages[i]); });
        return;
    }
    draw_cells(flow, pages.size(), columns, [&](Flow& in, std::size_t i) {
        draw_title(in, pages[i]);
        in.skip(in.ui.look.mm(2));
        draw_ways(in, pages[i]);
    });
}

void draw_comparison(Flow& flow, const std::vector<model::Page>& pages) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const std::size_t columns = columns_of(look, flow.width(), pages.size());
    flow.item();
    draw_heads(flow, pages, columns);
    for (const Fact& fact : facts()) {
        ui.fill({flow.x(), flow.y(), flow.width(), look.edge}, look.palette.line);
        draw_section(flow, ui.words("case." + fact.key), "compare." + fact.key, Type::heading3);
        draw_cells(flow, pages.size(), columns, [&](Flow& in, std::size_t i) {
            if (columns < pages.size()) in.item();
            draw_fact(in, fact, pages[i]);
        });
    }
    flow.skip(look.mm(4));
}

void draw_choice(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    draw_section(flow, ui.words("compare.choose"), "compare.choose");
    std::vector<Chip> chips;
    for (const model::CaseMark& mark : state.view.cases) {
        const bool is_in = std::find(state.compared.begin(), state.compared.end(),
                                     mark.card.page) != state.compared.end();
        chips.push_back({.id = "choose." + mark.card.page,
                         .words = short_title(mark.card),
                         .spoken = Spoken(text::without_soft_hyphens(mark.card.title)),
                         .action = model::ToggleCompared{mark.card.page},
                         .icon = {},
                         .selected = is_in});
    }
    draw_chips(flow, chips);
}

} // namespace

void draw_compare(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<model::Page>& pages = state.view.compared;
    flow(ui, content_area(look, Width::all), state.place().scroll,
         layout_of(look, "compare:" + state.place().id), [&](Flow& page) {
             draw_section(page, ui.words("compare.title"), "compare.title", Type::title);
             const char* key = pages.empty()       ? "compare.none"
                               : pages.size() == 1 ? "compare.one"
                                                   : "compare.text";
             const host::TextSpec intro =
                 look.text(Type::lead, ui.words(key), std::min(page.width(), look.measure_px()));
             page.skip(ui.text({page.x(), page.y()}, intro, ui.quiet(), "compare.text"));
             page.skip(look.mm(5));
             if (!pages.empty()) draw_comparison(page, pages);
             draw_choice(page, state);
         });
}

} // namespace foyer::ui
