// SPDX-License-Identifier: EUPL-1.2
// The staff room: behind a PIN, and left by itself after a quiet time.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/model/device.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::model {

constexpr std::size_t min_pin_digits = 4, max_pin_digits = 12;
/// Crosses of the touch test: three rows of three.
constexpr std::size_t touch_crosses = 9;

struct StaffRoom {
    bool staff_pin = false, trainer_pin = false; ///< is set; the door is there only then
    PinOwner owner = PinOwner::nobody;           ///< who is in
    std::string digits;                          ///< typed so far
    bool wrong = false;                          ///< the last PIN was
    bool checking = false;
    std::chrono::milliseconds locked_until{0}; ///< of the program's clock
    SiteSettings site;                         ///< in force
    std::optional<DeviceStatus> status;
    std::optional<Statistics> statistics;
    std::optional<WrittenOut> written; ///< what the last writing to a stick came to
    bool writing = false;
    std::optional<Errc> site_error, back_error;
    bool went_back = false;
    bool asking_back = false;   ///< the previous pack was asked for; it is not there yet
    std::vector<Point> touches; ///< of the touch test, in pixels, one a cross
    bool closed = false;        ///< outside of the opening hours; belongs to the device
    friend bool operator==(const StaffRoom&, const StaffRoom&) = default;
};

struct TypePin {
    char digit;
    friend bool operator==(const TypePin&, const TypePin&) = default;
};
struct ErasePin {
    friend bool operator==(const ErasePin&, const ErasePin&) = default;
};
struct EnterPin {
    friend bool operator==(const EnterPin&, const EnterPin&) = default;
};
struct LeaveStaff {
    friend bool operator==(const LeaveStaff&, const LeaveStaff&) = default;
};
struct ChangeSite {
    SiteSettings site;
    friend bool operator==(const ChangeSite&, const ChangeSite&) = default;
};
/// Asks the device for something.
struct AskDevice {
    DeviceRequest request;
    friend bool operator==(const AskDevice&, const AskDevice&) = default;
};
/// A finger came down in the touch test.
struct TouchAt {
    Point at;
    friend bool operator==(const TouchAt&, const TouchAt&) = default;
};
/// Begins the touch test again.
struct ForgetTouches {
    friend bool operator==(const ForgetTouches&, const ForgetTouches&) = default;
};
/// What the clock on the wall says about the opening hours.
struct HoursSeen {
    bool closed;
    friend bool operator==(const HoursSeen&, const HoursSeen&) = default;
};
using StaffAction = std::variant<TypePin, ErasePin, EnterPin, LeaveStaff, ChangeSite, AskDevice,
                                 TouchAt, ForgetTouches, HoursSeen>;

} // namespace foyer::model
