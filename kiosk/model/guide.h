// SPDX-License-Identifier: EUPL-1.2
// Decision guides: questions, and how the answers lead to the next one or to a result.
#pragma once

#include "kiosk/model/content.h"

#include <string>
#include <vector>

namespace foyer::model {

/// A decision guide as its card.
struct GuideCard {
    std::string id, icon, language, title, summary;
    int questions = 0;
    friend bool operator==(const GuideCard&, const GuideCard&) = default;
};

struct GuideOption {
    std::string text;
    std::string reason; ///< what the answer says for the result, or empty
    int points = 0;
    int question = 0; ///< asked next, from 1; 0: the one after this
    int result = 0;   ///< reached by this answer, from 1; 0: the way goes on
    friend bool operator==(const GuideOption&, const GuideOption&) = default;
};

struct GuideQuestion {
    std::string text, help;
    std::vector<GuideOption> options;
    friend bool operator==(const GuideQuestion&, const GuideQuestion&) = default;
};

struct GuideResult {
    std::string title, text;
    int least_points = 0; ///< after the last question the last result counts that asks no more
    std::vector<Card> pages;
    friend bool operator==(const GuideResult&, const GuideResult&) = default;
};

/// Questions that lead to an answer.
struct Guide {
    GuideCard card;
    std::vector<GuideQuestion> questions;
    std::vector<GuideResult> results;
    std::vector<Source> sources;
    friend bool operator==(const Guide&, const Guide&) = default;
};

/// Where the answers lead.
struct GuideStep {
    int question = 0;                 ///< asked now, from 1; 0: the end is reached
    int result = 0;                   ///< from 1; 0: not yet
    int points = 0;                   ///< of the answers so far
    std::vector<std::string> reasons; ///< of the answers so far, in their order, without empty ones
    friend bool operator==(const GuideStep&, const GuideStep&) = default;
};

/// Pure; any thread. Follows `answers` (options, from 0) from the first question. An answer that
/// its question does not have ends the way at that question. A guide that was built by foyer-pack
/// always reaches a result: its ways lead forward only.
GuideStep follow(const Guide& guide, const std::vector<int>& answers);

} // namespace foyer::model
