// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/action.h"

namespace foyer::model {

Action::Action(const Action&) = default;
Action::Action(Action&&) noexcept = default;
Action& Action::operator=(const Action&) = default;
Action& Action::operator=(Action&&) noexcept = default;
Action::~Action() = default;

bool operator==(const Action& a, const Action& b) {
    return static_cast<const AnyAction&>(a) == static_cast<const AnyAction&>(b);
}

} // namespace foyer::model
