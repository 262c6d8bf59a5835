// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/html_chart.h"

#include "content/packer/html_text.h"

#include <algorithm>
#include <cmath>

namespace foyer::packer {

namespace {

/// How wide a bar is, in percent of the widest; of a share, of the whole.
int bar_percent(const model::Chart& chart, double value) {
    double most = chart.kind == model::ChartKind::share ? 100 : 0;
    for (const model::ChartPoint& point : chart.points)
        most = std::max(most, std::abs(point.value));
    return most > 0 ? static_cast<int>(std::lround(std::abs(value) / most * 100)) : 0;
}

std::string row(const model::Chart& chart, const model::ChartPoint& point) {
    return "<tr><th scope=\"row\">" + html_escaped(point.label) + "</th><td class=\"value\">" +
           html_escaped(point.shown) +
           "</td><td class=\"bar\" aria-hidden=\"true\"><i style=\"width:" +
           std::to_string(bar_percent(chart, point.value)) + "%\"></i></td></tr>\n";
}

/// The number leads to the source, as in a text.
std::string caption(const model::Chart& chart, const Words& words) {
    std::string out = html_escaped(words.date(chart.date));
    if (!chart.note.empty()) out += " · " + html_escaped(chart.note);
    if (chart.source == 0) return out;
    model::Run citation;
    citation.source = chart.source;
    return out + " " + html({citation});
}

} // namespace

std::string chart_html(const model::Chart& chart, const Words& words) {
    std::string out = "<figure class=\"chart\"><table>\n<caption>" + html_escaped(chart.title) +
                      " <small>(" + html_escaped(chart.unit) + ")</small></caption>\n";
    for (const model::ChartPoint& point : chart.points) out += row(chart, point);
    return out + "</table>\n<figcaption>" + caption(chart, words) + "</figcaption></figure>\n";
}

} // namespace foyer::packer
