// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/guide.h"

namespace foyer::model {

namespace {

/// The last result that asks for no more points than there are; the first if all ask for more.
int result_for(const Guide& guide, int points) {
    int best = 1;
    for (std::size_t i = 0; i < guide.results.size(); ++i) {
        if (guide.results[i].least_points <= points) best = static_cast<int>(i) + 1;
    }
    return best;
}

} // namespace

GuideStep follow(const Guide& guide, const std::vector<int>& answers) {
    GuideStep step;
    step.question = 1;
    const auto is_asked = [&] {
        return step.result == 0 &&
               static_cast<std::size_t>(step.question) <= guide.questions.size();
    };
    for (const int answer : answers) {
        if (!is_asked()) break;
        const GuideQuestion& question =
            guide.questions[static_cast<std::size_t>(step.question) - 1];
        if (answer < 0 || static_cast<std::size_t>(answer) >= question.options.size()) return step;
        const GuideOption& option = question.options[static_cast<std::size_t>(answer)];
        step.points += option.points;
        if (!option.reason.empty()) step.reasons.push_back(option.reason);
        step.result = option.result;
        step.question = option.question > 0 ? option.question : step.question + 1;
    }
    if (is_asked()) return step;
    if (step.result == 0) step.result = result_for(guide, step.points);
    step.question = 0;
    return step;
}

} // namespace foyer::model
