// SPDX-License-Identifier: EUPL-1.2
// Which questions a quiz asks. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer::store {

/// What the choice needs to know of a question.
struct QuizEntry {
    std::string id;
    int level = 1; ///< 1 to limits::quiz_level
    std::string page;
};

/// All entries (from 0), those to be asked first: the levels take turns, and a page comes a second
/// time only when every other one was asked. The same dice give the same order.
std::vector<std::size_t> quiz_order(const std::vector<QuizEntry>& entries, std::uint64_t dice);

} // namespace foyer::store
