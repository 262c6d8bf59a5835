// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/charts.h"

#include "content/packer/numbers.h"
#include "content/packer/suggest.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace foyer::packer {

namespace {

constexpr std::size_t max_title_letters = 90, max_label_letters = 60, max_unit_letters = 30,
                      max_note_letters = 160;
constexpr double whole = 100, rounding = 1e-6; // of shares, in percent

const std::map<std::string, model::ChartKind>& kinds() {
    static const std::map<std::string, model::ChartKind> all = {{"bar", model::ChartKind::bar},
                                                                {"line", model::ChartKind::line},
                                                                {"share", model::ChartKind::share}};
    return all;
}

template <class T> std::set<std::string> keys(const std::map<std::string, T>& of) {
    std::set<std::string> out;
    for (const auto& [key, value] : of) out.insert(key);
    return out;
}

void check_values(Fields& fields, const ChartData& chart, const FactSheet& proof) {
    const Position at = fields.at("values");
    if (chart.values.size() < least_points || chart.values.size() > most_points) {
        fields.error(at, "a chart has " + std::to_string(least_points) + " to " +
                             std::to_string(most_points) + " values; these are " +
                             std::to_string(chart.values.size()));
    }
    if (chart.kind == model::ChartKind::share) {
        const double sum = std::accumulate(chart.values.begin(), chart.values.end(), 0.0);
        const auto negative = [](double value) { return value < 0; };
        if (std::any_of(chart.values.begin(), chart.values.end(), negative)) {
            fields.error(at, "a share is not less than 0");
        } else if (sum > whole + rounding) {
            fields.error(at, "the shares come to more than 100 percent");
        }
    }
    if (!proof.there()) return;
    for (const double value : chart.values) {
        const std::string shown = shown_number(value < 0 ? -value : value, "en");
        if (proof.has(numbers_in(shown).front().value)) continue;
        fields.warning(at, "the number " + shown +
                               " stands in no fact of facts.toml that has a "
                               "source");
    }
}

ChartData read_chart(Fields& fields, PageSources& sources, const FactSheet& proof) {
    ChartData chart;
    const std::string kind = fields.choice("kind", Need::needed, keys(kinds()));
    if (!kind.empty()) chart.kind = kinds().at(kind);
    chart.values = fields.reals("values", Need::needed);
    if (fields.has("values")) check_values(fields, chart, proof);
    chart.date = fields.rough_date("date", Need::needed);
    chart.source = sources.number(fields.word("source", Need::needed), fields);
    return chart;
}

bool is_year(const std::string& text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

std::map<std::string, ChartData> read_charts(Fields& front_matter, PageSources& sources,
                                             const FactSheet& proof) {
    std::map<std::string, ChartData> out;
    for (const TomlValue* table : front_matter.tables("chart")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the chart");
        const Placed id = fields.word("id", Need::needed);
        ChartData chart = read_chart(fields, sources, proof);
        fields.finish();
        if (id.text.empty()) continue;
        if (!is_id(id.text)) {
            fields.error(id.at, "an id has only small letters, digits and hyphens, at most 64");
        } else if (!out.emplace(id.text, std::move(chart)).second) {
            fields.error(id.at, "the chart " + quoted(id.text) + " stands twice on this page");
        }
    }
    return out;
}

ChartTexts::ChartTexts(Fields& front_matter, std::string language,
                       const std::map<std::string, ChartData>& charts)
    : language_(std::move(language)), charts_(charts) {
    for (const TomlValue* table : front_matter.tables("chart_text")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the chart text");
        read(fields, table->at);
    }
}

void ChartTexts::read(Fields& fields, Position at) {
    const Placed id = fields.word("id", Need::needed);
    Words words;
    words.at = at;
    words.title = fields.text("title", Need::needed, max_title_letters);
    words.unit = fields.text("unit", Need::needed, max_unit_letters);
    words.note = fields.text("note", Need::optional, max_note_letters);
    fields.words("labels", Need::needed);
    words.labels = fields.texts("labels");
    fields.finish();
    if (id.text.empty()) return;
    if (charts_.count(id.text) == 0) {
        fields.error(id.at, "de.md has no [[chart]] " + quoted(id.text) +
                                suggestion(id.text, keys(charts_)));
        return;
    }
    check_labels(fields, id.text, words.labels);
    if (!words_.emplace(id.text, std::move(words)).second) {
        fields.error(id.at, "the chart " + quoted(id.text) + " has two texts");
    }
}

void ChartTexts::check_labels(Fields& fields, const std::string& id,
                              const std::vector<std::string>& labels) const {
    const ChartData& chart = charts_.at(id);
    const Position at = fields.at("labels");
    if (labels.size() != chart.values.size()) {
        fields.error(at, "the chart " + quoted(id) + " has " +
                             counted(chart.values.size(), "value") + ", but " +
                             counted(labels.size(), "label"));
    }
    for (const std::string& label : labels) {
        if (text::length(label) <= max_label_letters) continue;
        fields.error(at, "the label " + quoted(label) + " has more than " +
                             std::to_string(max_label_letters) + " characters");
    }
    if (chart.kind != model::ChartKind::line) return;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (is_year(labels[i]) && (i == 0 || labels[i - 1] < labels[i])) continue;
        fields.error(at, "the labels of a line are years that rise");
        return;
    }
}

void ChartTexts::complete(model::Chart& chart, const ChartUse& use, Fields& fields) {
    const auto data = charts_.find(use.id);
    if (data == charts_.end()) {
        fields.error(use.at, "de.md has no [[chart]] " + quoted(use.id) +
                                 suggestion(use.id, keys(charts_)));
        return;
    }
    if (!used_.insert(use.id).second) {
        fields.error(use.at, "the chart " + quoted(use.id) + " stands twice in this text");
    }
    const auto words = words_.find(use.id);
    if (words == words_.end()) {
        fields.error(use.at, "the chart " + quoted(use.id) + " has no [[chart_text]] in this file");
        return;
    }
    chart.kind = data->second.kind;
    chart.date = data->second.date;
    chart.source = data->second.source;
    chart.title = words->second.title;
    chart.unit = words->second.unit;
    chart.note = words->second.note;
    const std::size_t count = std::min(data->second.values.size(), words->second.labels.size());
    for (std::size_t i = 0; i < count; ++i) {
        const double value = data->second.values[i];
        chart.points.push_back({words->second.labels[i], value, shown_number(value, language_)});
    }
}

void ChartTexts::report_unused(Fields& fields) const {
    for (const auto& [id, chart] : charts_) {
        if (used_.count(id) > 0) continue;
        const auto words = words_.find(id);
        if (words != words_.end()) {
            fields.error(words->second.at, "this text has no ![](chart:" + id + ")");
        } else if (!is_simple(language_)) {
            fields.error(fields.at(""), "the chart " + quoted(id) +
                                            " is not shown in this text; write ![](chart:" + id +
                                            ") and a [[chart_text]]");
        }
    }
}

} // namespace foyer::packer
