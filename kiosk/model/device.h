// SPDX-License-Identifier: EUPL-1.2
// What the device keeps and knows: settings made on site, counters, a class that goes on; how it is
// doing. The requests go to the caretaker (kiosk/app/caretaker.h), its answers are actions.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/classroom.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::model {

/// When the screen is on, in minutes of the local day; equal: closed all day.
struct OpenDay {
    int from = 0, to = 24 * 60;
    friend bool operator==(const OpenDay&, const OpenDay&) = default;
};
using OpeningHours = std::array<OpenDay, 7>; ///< Monday first

/// What staff set at the device; what is absent stays as the settings file says.
struct SiteSettings {
    std::optional<std::string> start_language;
    std::optional<std::vector<std::string>> languages; ///< never empty
    std::optional<int> warn_seconds;                   ///< 30 to 600
    std::optional<int> slide_seconds;                  ///< 10 to 300
    std::optional<int> brightness;                     ///< percent, 10 to 100
    std::optional<int> volume;                         ///< percent, 0 to 100
    std::optional<OpeningHours> hours;
    std::optional<bool> reach;
    std::optional<bool> counting;
    friend bool operator==(const SiteSettings&, const SiteSettings&) = default;
};

/// What is counted; never who, and never when within an hour.
enum class Counted { visit, page, screen, language, aid, missed };
struct Count {
    Counted what;
    std::string key; ///< id of a page, name of a screen or an aid, tag of a language, a query
    friend bool operator==(const Count&, const Count&) = default;
};

struct Total {
    std::string key;
    std::string label; ///< the title of a page, or the key
    long count = 0;
    friend bool operator==(const Total&, const Total&) = default;
};

/// The counters of a span of time, added up.
struct Statistics {
    int days = 0; ///< the last so many; 0: all that are kept
    long visits = 0;
    std::vector<Total> pages, screens, languages, aids; ///< the most frequent first
    std::vector<Total> missed;                          ///< five times at least
    std::array<long, 24> by_hour{};                     ///< visits by the hour of the day
    std::vector<Total> by_day;                          ///< visits, YYYY-MM-DD
    friend bool operator==(const Statistics&, const Statistics&) = default;
};

/// How long drawing took lately, in milliseconds.
struct FrameTimes {
    int frames = 0;                         ///< that were measured
    double median = 0, slow = 0, worst = 0; ///< `slow`: one of a hundred takes longer
    friend bool operator==(const FrameTimes&, const FrameTimes&) = default;
};

/// A pack that lies on the device.
struct PackEntry {
    std::string name; ///< its hash, or "factory"
    std::string id, version, date;
    enum class State { shown, previous, factory, refused } state = State::shown;
    friend bool operator==(const PackEntry&, const PackEntry&) = default;
};

/// How the device is doing.
struct DeviceStatus {
    std::string program; ///< version
    std::vector<PackEntry> packs;
    std::optional<std::int64_t> free_bytes, total_bytes; ///< of the folder of packs
    std::optional<std::chrono::seconds> uptime;          ///< of the machine
    std::chrono::seconds running{0};                     ///< of the program
    std::optional<double> temperature;                   ///< degrees Celsius
    std::optional<std::int64_t> resident_bytes;
    std::vector<std::string> sticks; ///< names of those that can be written to
    FrameTimes frames;
    std::string local_time;       ///< YYYY-MM-DD HH:MM
    std::vector<std::string> log; ///< the last lines, the newest last
    bool can_dim = false;
    bool can_sound = true;   ///< false: the last tone found no device
    bool knows_time = false; ///< the clock is to be believed
    bool can_keep = false;   ///< what is set and counted outlives the program
    bool set_aside = false;  ///< the device's own database was damaged; a fresh one was begun
    friend bool operator==(const DeviceStatus&, const DeviceStatus&) = default;
};

/// Who a PIN belongs to.
enum class PinOwner { nobody, trainer, staff };

/// What is written to a stick.
enum class Paper { statistics, logs, class_results };

// Requests.
struct CheckPin {
    std::string digits;
    friend bool operator==(const CheckPin&, const CheckPin&) = default;
};
struct KeepSite {
    SiteSettings site;
    friend bool operator==(const KeepSite&, const KeepSite&) = default;
};
struct KeepClass {
    std::optional<ClassRecord> record; ///< absent: there is none any more
    friend bool operator==(const KeepClass&, const KeepClass&) = default;
};
struct AddUp {
    int days; ///< as Statistics::days
    friend bool operator==(const AddUp&, const AddUp&) = default;
};
struct LookAtDevice {
    friend bool operator==(const LookAtDevice&, const LookAtDevice&) = default;
};
struct WriteOut {
    Paper paper;
    int certificates = 0; ///< of a class: how many
    friend bool operator==(const WriteOut&, const WriteOut&) = default;
};
struct GoBackToPack {
    friend bool operator==(const GoBackToPack&, const GoBackToPack&) = default;
};
struct RestartProgram {
    friend bool operator==(const RestartProgram&, const RestartProgram&) = default;
};
struct PlayTone {
    friend bool operator==(const PlayTone&, const PlayTone&) = default;
};
using DeviceRequest = std::variant<CheckPin, KeepSite, KeepClass, AddUp, LookAtDevice, WriteOut,
                                   GoBackToPack, RestartProgram, PlayTone>;

// Answers.
/// Once, at the start.
struct DeviceFound {
    SiteSettings site;
    std::optional<ClassRecord> record;
    bool staff_pin = false, trainer_pin = false; ///< is set
    friend bool operator==(const DeviceFound&, const DeviceFound&) = default;
};
struct PinChecked {
    PinOwner owner = PinOwner::nobody;
    std::chrono::milliseconds wait{0}; ///< until the next try is looked at
    bool looked = true;                ///< false: it was too soon, and nobody looked at it
    friend bool operator==(const PinChecked&, const PinChecked&) = default;
};
struct SiteKept {
    SiteSettings site;
    std::optional<Errc> error; ///< it holds until the next start only
    friend bool operator==(const SiteKept&, const SiteKept&) = default;
};
struct ClassKept {
    std::optional<ClassRecord> record;
    std::optional<Errc> error; ///< it is not on the medium
    friend bool operator==(const ClassKept&, const ClassKept&) = default;
};
struct AddedUp {
    Statistics statistics;
    friend bool operator==(const AddedUp&, const AddedUp&) = default;
};
struct DeviceSeen {
    DeviceStatus status;
    friend bool operator==(const DeviceSeen&, const DeviceSeen&) = default;
};
struct WrittenOut {
    Paper paper;
    /// no_stick is not_found; full is no_space; cannot be written to is refused; pulled or broken
    /// is unreadable.
    std::optional<Errc> error;
    std::string where; ///< the stick's name
    std::vector<std::string> files;
    friend bool operator==(const WrittenOut&, const WrittenOut&) = default;
};
struct WentBack {
    std::optional<Errc> error; ///< not_found: there is no pack before
    friend bool operator==(const WentBack&, const WentBack&) = default;
};
using DeviceAnswer = std::variant<DeviceFound, PinChecked, SiteKept, ClassKept, AddedUp, DeviceSeen,
                                  WrittenOut, WentBack>;

} // namespace foyer::model
