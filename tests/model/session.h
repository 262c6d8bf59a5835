// SPDX-License-Identifier: EUPL-1.2
// Session: a visitor before a state, and a pack that answers at once or when it is told to.
#pragma once

#include "kiosk/model/reduce.h"

#include <catch2/catch_tostring.hpp>

#include <functional>
#include <string>
#include <vector>

namespace Catch {
template <> struct StringMaker<foyer::model::State> {
    static std::string convert(const foyer::model::State& state) {
        return foyer::model::print(state);
    }
};
} // namespace Catch

namespace foyer::test {

struct Session {
    /// On the attract screen, at the time `start`.
    explicit Session(model::Settings settings = {},
                     model::Milliseconds start = model::Milliseconds{0});

    model::State state;
    std::vector<model::Request> requests; ///< of the last action

    /// The action, and the pack's answer.
    void act(const model::Action& action);
    /// The action alone.
    void act_without_answer(const model::Action& action);
    /// The pack's answer to each page that is still asked for, in order.
    void answer();
    void tick(model::Milliseconds now) { act(model::Tick{now}); }

    const model::Load* load() const;
    const model::Find* find() const;

    int minutes = 1; ///< reading time of the pages of this pack
    /// What else this pack says about a place.
    std::function<void(const model::Load&, model::View&)> also;

  private:
    std::vector<model::Load> open_;
};

/// What the pack of these tests says about a place.
model::View view_of(const model::Load& load, int minutes);

constexpr model::Milliseconds seconds(int count) { return std::chrono::seconds(count); }

} // namespace foyer::test
