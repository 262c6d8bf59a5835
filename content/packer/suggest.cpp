// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/suggest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace foyer::packer {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        next[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = row[j] + (a[i] == b[j] ? 0 : 1);
            next[j + 1] = std::min({replaced, row[j + 1] + 1, next[j] + 1});
            const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
            if (swapped) next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
        }
        before = std::exchange(row, next);
    }
    return row.back();
}

} // namespace

std::string suggestion(std::string_view misspelt, const std::set<std::string>& known) {
    constexpr std::size_t longest = 100; // an id of a megabyte is not misspelt
    if (misspelt.size() > longest) return {};
    const std::string* best = nullptr;
    std::size_t least = misspelt.size() / 3 + 1;
    for (const std::string& word : known) {
        const std::size_t d = word.size() > longest ? least : distance(misspelt, word);
        if (d < least) {
            least = d;
            best = &word;
        }
    }
    return best == nullptr ? std::string() : "; did you mean \"" + *best + "\"?";
}

} // namespace foyer::packer
