// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/quiz_choice.h"

#include "kiosk/store/limits.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace foyer::store {

namespace {

/// SplitMix64: neighbouring seeds give unlike numbers.
std::uint64_t next(std::uint64_t& seed) {
    std::uint64_t x = seed += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

} // namespace

std::vector<std::size_t> quiz_order(const std::vector<QuizEntry>& entries, std::uint64_t dice) {
    std::vector<std::size_t> shuffled(entries.size());
    for (std::size_t i = 0; i < shuffled.size(); ++i) {
        shuffled[i] = i;
        std::swap(shuffled[i], shuffled[next(dice) % (i + 1)]);
    }
    // The first question of each page is in round 0, its second in round 1: rounds are asked one
    // after the other, and in a round the levels take turns.
    std::map<std::string, int> asked;
    std::map<int, std::array<std::vector<std::size_t>, limits::quiz_level>> rounds;
    for (const std::size_t entry : shuffled) {
        const int level = std::clamp(entries[entry].level, 1, limits::quiz_level);
        const int round = asked[entries[entry].page]++;
        rounds[round][static_cast<std::size_t>(level) - 1].push_back(entry);
    }
    std::vector<std::size_t> out;
    for (const auto& [round, levels] : rounds) {
        for (std::size_t turn = 0; out.size() < entries.size(); ++turn) {
            bool any = false;
            for (const auto& level : levels) {
                if (turn >= level.size()) continue;
                out.push_back(level[turn]);
                any = true;
            }
            if (!any) break;
        }
    }
    return out;
}

} // namespace foyer::store
