// SPDX-License-Identifier: EUPL-1.2
// The charts of one page: de.md has the numbers, each language the words.
#pragma once

#include "content/packer/case_facts.h"
#include "content/packer/facts.h"
#include "content/packer/fields.h"
#include "content/packer/markdown.h"
#include "kiosk/model/content.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace foyer::packer {

/// What all languages share.
struct ChartData {
    model::ChartKind kind = model::ChartKind::bar;
    std::vector<double> values;
    std::string date;
    int source = 0; ///< number on the page
};

constexpr std::size_t least_points = 2, most_points = 12; ///< of a chart

/// The [[chart]] tables of de.md by their ids. A number that no fact has is a warning.
std::map<std::string, ChartData> read_charts(Fields& front_matter, PageSources& sources,
                                             const FactSheet& proof);

/// The [[chart_text]] tables of one language, and where its text uses them. Lives while that text
/// is read; `charts` must outlive it.
class ChartTexts {
  public:
    ChartTexts(Fields& front_matter, std::string language,
               const std::map<std::string, ChartData>& charts);

    /// Puts data and words together where the text has the chart.
    void complete(model::Chart& chart, const ChartUse& use, Fields& fields);
    /// Every chart is shown once; Leichte Sprache may leave charts out.
    void report_unused(Fields& fields) const;

  private:
    struct Words {
        std::string title, unit, note;
        std::vector<std::string> labels;
        Position at;
    };
    void read(Fields& fields, Position at);
    void check_labels(Fields& fields, const std::string& id,
                      const std::vector<std::string>& labels) const;

    std::string language_;
    const std::map<std::string, ChartData>& charts_;
    std::map<std::string, Words> words_; ///< by id
    std::set<std::string> used_;
};

} // namespace foyer::packer
