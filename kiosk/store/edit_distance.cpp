// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/edit_distance.h"

#include "kiosk/store/words.h"

#include <algorithm>
#include <array>

namespace foyer::store {

int edit_distance(std::u32string_view typed, std::u32string_view other, int most, Compare compare) {
    using Line = std::array<int, longest_word + 1>;
    const std::size_t width = std::min(typed.size(), longest_word);
    const std::size_t height = std::min(other.size(), longest_word);
    Line before{}, last{}, now{};
    for (std::size_t x = 0; x <= width; ++x) last[x] = static_cast<int>(x);
    // One line for each letter of `other`; its last cell is the distance to that much of it.
    int best = compare == Compare::start_of_other ? last[width] : most + 1;
    for (std::size_t y = 1; y <= height; ++y) {
        now[0] = static_cast<int>(y);
        int least = now[0];
        for (std::size_t x = 1; x <= width; ++x) {
            const int change = typed[x - 1] == other[y - 1] ? 0 : 1;
            now[x] = std::min({last[x] + 1, now[x - 1] + 1, last[x - 1] + change});
            const bool swapped =
                x > 1 && y > 1 && typed[x - 1] == other[y - 2] && typed[x - 2] == other[y - 1];
            if (swapped) now[x] = std::min(now[x], before[x - 2] + 1);
            least = std::min(least, now[x]);
        }
        if (compare == Compare::start_of_other) best = std::min(best, now[width]);
        if (least > most) return std::min(best, most + 1);
        before = last;
        last = now;
    }
    if (compare == Compare::whole_words) best = last[width];
    return std::min(best, most + 1);
}

} // namespace foyer::store
