// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/foyer_pin.h"

#include "kiosk/model/staff.h"
#include "platform/linux/crypt_pins.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace foyer {

namespace {

constexpr int failure = 1, mistake = 2;

int say(const std::string& what, int status) {
    std::fprintf(stderr, "foyer pin: %s\n", what.c_str());
    return status;
}

bool is_pin(const std::string& pin) {
    return pin.size() >= model::min_pin_digits && pin.size() <= model::max_pin_digits &&
           pin.find_first_not_of("0123456789") == std::string::npos;
}

/// What anybody tries first: one digit over and over, a row up or down, a year.
bool is_guessed(const std::string& pin) {
    const auto steps = [&](int by) {
        for (std::size_t i = 1; i < pin.size(); ++i)
            if (pin[i] - pin[i - 1] != by) return false;
        return true;
    };
    const bool year = pin.size() == 4 && (pin.starts_with("19") || pin.starts_with("20"));
    const std::string half = pin.substr(0, pin.size() / 2);
    return steps(0) || steps(1) || steps(-1) || year || half + half == pin;
}

Result<std::string> ask() {
    std::string pin = TRY(platform::read_secret("PIN, 4 to 12 digits: "));
    if (!is_pin(pin)) return {Errc::invalid, "a PIN has 4 to 12 digits and nothing else"};
    if (!platform::is_terminal()) return pin;
    const std::string again = TRY(platform::read_secret("once more: "));
    if (again != pin) return {Errc::invalid, "these were two different ones"};
    return pin;
}

} // namespace

int make_pin(bool for_trainer) {
    const Result<std::string> pin = ask();
    if (!pin) return say(pin.error().what, pin.error().code == Errc::invalid ? mistake : failure);
    if (is_guessed(*pin)) say("this one is guessed quickly; another would be better", 0);
    const Result<std::string> hash = platform::hash_pin(*pin);
    if (!hash) return say(hash.error().what, failure);
    std::printf("[staff]\n%s = \"%s\"\n", for_trainer ? "trainer_pin" : "pin", hash->c_str());
    return 0;
}

} // namespace foyer
