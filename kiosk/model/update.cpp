// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/update.h"

namespace foyer::model {

const char* name(Channel channel) {
    switch (channel) {
    case Channel::stick: return "stick";
    case Channel::network: return "network";
    case Channel::neighbour: return "neighbour";
    }
    return "unknown";
}

const char* name(UpdatePhase phase) {
    switch (phase) {
    case UpdatePhase::idle: return "idle";
    case UpdatePhase::looking: return "looking";
    case UpdatePhase::fetching: return "fetching";
    case UpdatePhase::checking: return "checking";
    case UpdatePhase::installed: return "installed";
    case UpdatePhase::up_to_date: return "up_to_date";
    case UpdatePhase::refused: return "refused";
    }
    return "unknown";
}

const char* name(Refusal refusal) {
    switch (refusal) {
    case Refusal::none: return "none";
    case Refusal::no_repository: return "no_repository";
    case Refusal::foreign: return "foreign";
    case Refusal::untrusted: return "untrusted";
    case Refusal::expired: return "expired";
    case Refusal::older: return "older";
    case Refusal::damaged: return "damaged";
    case Refusal::unreadable: return "unreadable";
    case Refusal::no_space: return "no_space";
    case Refusal::too_large: return "too_large";
    case Refusal::too_slow: return "too_slow";
    case Refusal::unreachable: return "unreachable";
    case Refusal::newer_format: return "newer_format";
    case Refusal::bad_pack: return "bad_pack";
    case Refusal::wrong_channel: return "wrong_channel";
    case Refusal::failed_here: return "failed_here";
    case Refusal::store: return "store";
    }
    return "unknown";
}

std::string refusal_code(Refusal refusal) {
    const int number = static_cast<int>(refusal);
    if (number == 0) return {};
    return number < 10 ? "U0" + std::to_string(number) : "U" + std::to_string(number);
}

} // namespace foyer::model
