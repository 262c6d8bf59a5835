// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/guide_ways.h"

#include <algorithm>
#include <set>

namespace foyer::packer {

namespace {

bool has_points(const model::Guide& guide) {
    for (const model::GuideQuestion& question : guide.questions) {
        for (const model::GuideOption& option : question.options) {
            if (option.points != 0) return true;
        }
    }
    return false;
}

/// As model::follow() chooses: the last result that asks for no more.
std::size_t result_for(const model::Guide& guide, int points) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < guide.results.size(); ++i) {
        if (guide.results[i].least_points <= points) best = i;
    }
    return best;
}

} // namespace

GuideWays ways_of(const model::Guide& guide) {
    const std::size_t count = guide.questions.size();
    const bool counts_points = has_points(guide);
    GuideWays ways{std::vector<bool>(count), std::vector<bool>(guide.results.size()), {}};
    // The totals with which each question can be reached; the last place is the end.
    std::vector<std::set<int>> totals(count + 1);
    totals[0] = {0};
    for (std::size_t i = 0; i < count; ++i) {
        ways.questions[i] = !totals[i].empty();
        for (const model::GuideOption& option : guide.questions[i].options) {
            if (option.result > 0) {
                const auto result = static_cast<std::size_t>(option.result) - 1;
                if (ways.questions[i]) ways.results[result] = true;
                continue;
            }
            const std::size_t next =
                option.question > 0 ? static_cast<std::size_t>(option.question) - 1 : i + 1;
            if (next == count && !counts_points) ways.open_ends.push_back(static_cast<int>(i) + 1);
            for (const int total : totals[i]) totals[next].insert(total + option.points);
        }
    }
    for (const int total : totals[count]) {
        if (!guide.results.empty()) ways.results[result_for(guide, total)] = true;
    }
    return ways;
}

} // namespace foyer::packer
