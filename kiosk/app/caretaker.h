// SPDX-License-Identifier: EUPL-1.2
// Caretaker: keeps what belongs to the device (kiosk/store/device_database.h), looks after it, and
// writes to sticks. It has a worker of its own, since a card or a stick takes as long as it wants.
// Requests of the state become jobs in App::ask_device; its answers are actions.
#pragma once

#include "kiosk/app/config.h"
#include "kiosk/app/library.h"
#include "kiosk/app/out_file.h"
#include "kiosk/app/pin_lock.h"
#include "kiosk/app/stick_writer.h"
#include "kiosk/host/clock.h"
#include "kiosk/host/machine.h"
#include "kiosk/host/pins.h"
#include "kiosk/host/sound.h"
#include "kiosk/host/wall_clock.h"
#include "kiosk/store/device_database.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::app {

/// What the caretaker needs of the outside. All of it outlives the App; the worker's thread.
struct Desk {
    host::Disk& disk;
    host::Pins& pins;
    host::Sticks& sticks;
    host::Machine& machine;
    host::Sound& sound;
    const host::WallClock& date; ///< any thread
    host::Printer* printer = nullptr;
};

// Jobs. Those of the state that need nothing else are jobs themselves.
/// The first one: opens the database.
struct FindDevice {};
/// As model::LookAtDevice.
struct LookAround {
    PackPlace shown;
    PackPlace factory;
    std::string store; ///< folder of the other ones, or empty
};
/// As model::AddUp; pages get their titles from this pack.
struct AddUpPages {
    int days = 0;
    PackPlace pack;
    std::string language;
};
struct WriteFiles {
    model::Paper paper;
    std::vector<OutFile> files;
};
/// All counters as a table, under this name and with these words above its columns.
struct WriteCounters {
    std::string name;
    std::vector<std::string> head;
};
/// Adds these to the counters of an hour, "YYYY-MM-DDTHH".
struct KeepCounts {
    std::string hour;
    std::vector<store::HourCount> counts;
};
using CaretakerJob =
    std::variant<FindDevice, model::CheckPin, model::KeepSite, model::KeepClass, LookAround,
                 AddUpPages, WriteFiles, WriteCounters, KeepCounts, model::PlayTone>;
using CaretakerAnswer = std::optional<model::DeviceAnswer>;

class Caretaker {
  public:
    /// `state` is the folder of the database, or empty; `space` the one whose room matters.
    Caretaker(const Desk& desk, const host::Clock& clock, host::Files& files, PinHashes hashes,
              std::string state, std::string space);

    CaretakerAnswer answer(const CaretakerJob& job);

  private:
    CaretakerAnswer operator()(const FindDevice& job);
    CaretakerAnswer operator()(const model::CheckPin& job);
    CaretakerAnswer operator()(const model::KeepSite& job);
    CaretakerAnswer operator()(const model::KeepClass& job);
    CaretakerAnswer operator()(const LookAround& job);
    CaretakerAnswer operator()(const AddUpPages& job);
    CaretakerAnswer operator()(const WriteFiles& job);
    CaretakerAnswer operator()(const WriteCounters& job);
    CaretakerAnswer operator()(const KeepCounts& job);
    CaretakerAnswer operator()(const model::PlayTone& job);

    store::DeviceDatabase& database();
    model::PinOwner owner_of(const std::string& digits);
    model::DeviceStatus status();
    std::vector<model::PackEntry> packs(const LookAround& job);
    model::PackEntry entry(const PackPlace& pack, model::PackEntry::State state);
    void dim();
    bool knows_time() const { return desk_.date.synchronised() || desk_.date.kept(); }
    host::LocalTime local() const { return desk_.machine.local(desk_.date.now()); }
    std::string today() const;

    Desk desk_;
    const host::Clock& clock_;
    host::Files& files_;
    PinHashes hashes_;
    std::string state_, space_;
    StickWriter writer_;
    std::optional<store::DeviceDatabase> database_;
    std::optional<PinLock> lock_;
    model::SiteSettings site_;
    model::DeviceStatus seen_; ///< as it was answered last
    bool has_sound_ = true;
};

/// A table for a spreadsheet: semicolons, quoted where needed, and no cell that is a formula.
std::string csv_line(const std::vector<std::string>& cells);
/// What tells a spreadsheet that the rest is UTF-8.
constexpr const char* csv_mark = "\xEF\xBB\xBF";

} // namespace foyer::app
