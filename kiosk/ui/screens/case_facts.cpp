// SPDX-License-Identifier: EUPL-1.2
// The facts of a case as a panel: rows of name and value; what no source says has no row.
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <cmath>

namespace foyer::ui {

namespace {

struct Row {
    std::string id, icon, name;
    model::Inline value;
};

model::Inline cited(const std::string& words, int source) {
    model::Inline runs;
    runs.push_back({.text = words});
    if (source > 0) runs.push_back({.text = std::to_string(source), .source = source});
    return runs;
}

/// All programs in one line of words, each with its licence where a source says it.
model::Inline software_of(const Words& words, const model::CaseFacts& facts) {
    model::Inline runs;
    for (const model::Software& software : facts.software) {
        const std::string value =
            software.licence.empty()
                ? software.name
                : words("case.software_with_licence",
                        {{"name", software.name}, {"licence", software.licence}});
        for (model::Run& run : cited(runs.empty() ? value : ", " + value, software.licence_source))
            runs.push_back(std::move(run));
    }
    return runs;
}

std::vector<Row> rows_of(const Ui& ui, const model::CaseFacts& facts) {
    const Words& words = ui.words;
    std::vector<Row> rows;
    if (!facts.place.empty())
        rows.push_back({"place", "place", words("case.place"), cited(facts.place, 0)});
    if (facts.population) {
        const std::string value =
            words("case.population", {{"value", words.number(facts.population->value)},
                                      {"date", words.date(facts.population->date)}});
        rows.push_back({"population", "population", words("case.population_label"),
                        cited(value, facts.population->source)});
    }
    if (facts.from > 0) {
        const std::string from = std::to_string(facts.from), to = std::to_string(facts.to);
        rows.push_back({"years", "calendar", words("case.years"),
                        cited(facts.to > 0 ? words("case.years_range", {{"from", from}, {"to", to}})
                                           : words("case.years_since", {{"from", from}}),
                              0)});
    }
    if (!facts.domains.empty()) {
        std::string domains;
        for (const std::string& domain : facts.domains) {
            domains += (domains.empty() ? "" : ", ") + words("domain." + domain);
        }
        rows.push_back({"domain", "governance", words("case.domain"), cited(domains, 0)});
    }
    if (!facts.status.empty()) {
        const std::string status = words("status." + facts.status);
        rows.push_back({"status", "status", words("case.status"),
                        cited(facts.as_of.empty()
                                  ? status
                                  : words("case.status_as_of",
                                          {{"status", status}, {"date", words.date(facts.as_of)}}),
                              0)});
    }
    if (!facts.software.empty())
        rows.push_back({"software", "software", words("case.software"), software_of(words, facts)});
    return rows;
}

void draw_row(Flow& flow, const Row& row, float inset, Colour back, const std::string& language) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float icon = std::round(look.em_px(Type::body) * 1.15f);
    const float x = flow.x() + inset + icon * 1.6f, width = flow.width() - 2 * inset - icon * 1.6f;
    ui.icon({flow.x() + inset, flow.y() + look.mm(0.5f), icon, icon}, row.icon,
            look.palette.accent);
    const host::TextSpec name = look.text(Type::small, row.name, width);
    flow.skip(
        ui.text({x, flow.y()}, name, {look.palette.muted, back}, "facts." + row.id + ".name"));
    const Composed value = compose(look, Type::body, row.value, width, language);
    flow.skip(draw_composed(ui, {x, flow.y()}, value, {look.palette.ink, back}, "facts." + row.id));
    flow.skip(look.mm(3));
}

void draw_list(Flow& flow, const std::string& key, const std::string& icon,
               const std::vector<std::pair<model::Inline, std::string>>& entries,
               const std::string& language) {
    if (entries.empty()) return;
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    draw_section(flow, ui.words("case." + key), "facts." + key, Type::heading3);
    const float side = std::round(look.em_px(Type::body) * 1.15f);
    const float x = flow.x() + side * 1.6f;
    const float width = std::min(flow.width() - side * 1.6f, look.measure_px());
    int number = 0;
    for (const auto& [words, date] : entries) {
        const std::string id = "facts." + key + std::to_string(number++);
        flow.item();
        ui.icon({flow.x(), flow.y() + look.mm(0.5f), side, side}, icon, look.palette.accent);
        const Composed composed = compose(look, Type::body, words, width, language);
        flow.skip(draw_composed(ui, {x, flow.y()}, composed, ui.plain(), id));
        if (!date.empty()) {
            const host::TextSpec when = look.text(Type::small, date, width);
            flow.skip(ui.text({x, flow.y()}, when, ui.quiet(), id + ".date"));
        }
        flow.skip(look.mm(3));
    }
}

} // namespace

void draw_case_facts(Flow& flow, const model::Page& page) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const model::CaseFacts& facts = *page.facts;
    flow.item();
    const float inset = look.padding;
    const auto panel = [&](Flow& in) {
        in.skip(inset);
        const host::TextSpec title =
            look.text(Type::heading3, ui.words("case.facts"), in.width() - 2 * inset);
        in.skip(ui.text({in.x() + inset, in.y()}, title, {look.palette.ink, look.palette.soft},
                        "facts.title", Role::heading,
                        Spoken(text::without_soft_hyphens(title.text))));
        in.skip(look.mm(3));
        for (const Row& row : rows_of(ui, facts))
            draw_row(in, row, inset, look.palette.soft, page.card.language);
        in.skip(inset - look.mm(3));
    };
    // The surface goes under the words, so its height is measured first.
    const float top = flow.cursor();
    const bool measuring = ui.muted();
    ui.measure_only();
    panel(flow);
    const float height = flow.cursor() - top;
    if (!measuring) ui.draw_again();
    flow.set_cursor(top);
    const Rect box{flow.x(), flow.y(), flow.width(), height};
    ui.fill(box, look.palette.soft, look.radius);
    ui.edge(box, look.palette.line, look.edge, look.radius);
    panel(flow);
    flow.skip(look.mm(4));

    std::vector<std::pair<model::Inline, std::string>> results, lessons;
    for (const model::Result& result : facts.results) {
        results.emplace_back(cited(result.text, result.source),
                             ui.words("case.result_date", {{"date", ui.words.date(result.date)}}));
    }
    for (const model::Lesson& lesson : facts.lessons) {
        lessons.emplace_back(cited(lesson.text, lesson.source),
                             lesson.source == 0 ? ui.words("case.editorial") : std::string());
    }
    draw_list(flow, "results", "result", results, page.card.language);
    draw_list(flow, "lessons", "lesson", lessons, page.card.language);
    flow.skip(look.mm(4));
}

} // namespace foyer::ui
