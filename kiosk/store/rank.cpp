// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/rank.h"

#include "kiosk/store/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace foyer::store {

namespace {

constexpr double steps = 200;
constexpr int bytes_a_phrase = 4; ///< slot, quality, weight, what ends

/// More than a phrase in all columns.
constexpr double most_worth = 1.5 * field_weight[0];

/// The worth of one phrase by the columns it stands in; 0 if it is not in this row.
double phrase_worth(const Fts5ExtensionApi* api, Fts5Context* context, int phrase) {
    double best = 0, all = 0;
    Fts5PhraseIter at{};
    int column = -1;
    if (api->xPhraseFirstColumn(context, phrase, &at, &column) != SQLITE_OK) return 0;
    for (; column >= 0; api->xPhraseNextColumn(context, &at, &column)) {
        if (column >= static_cast<int>(std::size(field_weight))) return 0;
        best = std::max(best, field_weight[column]);
        all += field_weight[column];
    }
    return best + further_field * (all - best);
}

/// foyer_rank(search, plan): for each word of the query its best phrase, added up by the words'
/// weights, and something for how much of the query is answered.
void rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* answer, int count,
          sqlite3_value** values) {
    if (count != 1) return sqlite3_result_error(answer, "foyer_rank wants a plan", -1);
    const auto* plan = static_cast<const unsigned char*>(sqlite3_value_blob(values[0]));
    const int phrases =
        std::min(sqlite3_value_bytes(values[0]) / bytes_a_phrase, api->xPhraseCount(context));
    std::array<double, RankPlan::slots> best{}, weight{};
    double answer_worth = most_worth, word_worth = 0;
    for (int i = 0; i < phrases; ++i, plan += bytes_a_phrase) {
        const std::size_t slot = plan[0] % RankPlan::slots;
        const double quality = plan[1] / steps;
        weight[slot] = plan[2] / steps;
        // The columns cost more than the comparison: ask only where they can still win.
        const double needed = std::max(best[slot], word_worth);
        if (std::min(answer_worth, quality * most_worth) > needed) {
            word_worth = std::max(word_worth, quality * phrase_worth(api, context, i));
        }
        const auto ends = static_cast<RankPlan::Ends>(plan[3]);
        if (ends == RankPlan::Ends::nothing) continue;
        answer_worth = std::min(answer_worth, std::exchange(word_worth, 0));
        if (ends == RankPlan::Ends::word) continue;
        best[slot] = std::max(best[slot], std::exchange(answer_worth, most_worth));
    }
    double sum = 0, answered = 0, asked = 0;
    for (std::size_t slot = 0; slot < best.size(); ++slot) {
        sum += best[slot] * weight[slot];
        asked += weight[slot];
        if (best[slot] > 0) answered += weight[slot];
    }
    const double part = asked > 0 ? answered / asked : 0;
    sqlite3_result_double(answer, sum + all_words_worth * part * part);
}

} // namespace

void RankPlan::add(int slot, double quality, double weight, Ends ends) {
    bytes_ += static_cast<char>(slot);
    for (const double value : {quality, weight}) {
        bytes_ += static_cast<char>(std::lround(std::clamp(value, 0.0, 1.0) * steps));
    }
    bytes_ += static_cast<char>(ends);
}

Result<void> add_rank_function(Database& database) {
    // How an extension gets at FTS5, as its documentation has it.
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
        SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (api == nullptr || api->iVersion < 2) return Error{Errc::refused, "SQLite has no FTS5"};
    if (api->xCreateFunction(api, "foyer_rank", nullptr, rank, nullptr) != SQLITE_OK) {
        return Error{Errc::refused, "SQLite took no foyer_rank"};
    }
    return {};
}

} // namespace foyer::store
