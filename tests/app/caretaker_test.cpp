// SPDX-License-Identifier: EUPL-1.2
// The risk: a PIN that can be guessed by patience, by restarting or by a pulled plug; a stick that
// loses what lay on it, or says that it holds what it does not.
#include "kiosk/app/caretaker.h"
#include "platform/memory/manual_clock.h"
#include "platform/memory/manual_wall_clock.h"
#include "platform/memory/memory_desk.h"
#include "platform/memory/memory_disk.h"
#include "platform/memory/memory_files.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace foyer;
using namespace foyer::app;
using namespace std::chrono_literals;
using model::PinOwner;
using platform::MemoryDisk;

namespace {

/// A device that can be switched off and on again.
struct Device {
    Device() {
        std::filesystem::create_directory(folder.path());
        disk.put_folder("/media/stick");
        sticks.sticks = {{"stick", "/media/stick", true}};
        date.time = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 14h;
        start();
    }
    ~Device() { std::filesystem::remove_all(folder.path()); }

    void start() {
        caretaker.emplace(Desk{disk, pins, sticks, machine, sound, date, nullptr}, clock, files,
                          PinHashes{"#2580", "#4711"}, folder.path(), "/media");
        found = ask<model::DeviceFound>(FindDevice{});
    }
    template <class Answer> Answer ask(const CaretakerJob& job) {
        return std::get<Answer>(*caretaker->answer(job));
    }
    model::PinChecked try_pin(const std::string& digits) {
        return ask<model::PinChecked>(model::CheckPin{digits});
    }
    model::WrittenOut write(const std::string& name, const std::string& bytes) {
        return ask<model::WrittenOut>(WriteFiles{model::Paper::logs, {OutFile{name, bytes}}});
    }

    test::TemporaryFile folder{"device-state"};
    MemoryDisk disk;
    platform::PlainPins pins;
    platform::MemorySticks sticks;
    platform::MemoryMachine machine;
    platform::MemorySound sound;
    platform::ManualWallClock date;
    platform::ManualClock clock;
    platform::MemoryFiles files;
    std::optional<Caretaker> caretaker;
    model::DeviceFound found;
};

} // namespace

TEST_CASE("wrong PINs slow down: three are free, then the wait doubles", "[app][caretaker]") {
    Device device;
    CHECK(device.found.staff_pin);
    CHECK(device.try_pin("0000").wait == 0ms);
    CHECK(device.try_pin("0001").wait == 0ms);
    host::Milliseconds expected = 5s;
    for (int i = 0; i < 12; ++i) {
        const host::Milliseconds wait = device.try_pin("0002").wait;
        CHECK(wait == std::min<host::Milliseconds>(expected, 15min));
        device.clock.advance(wait);
        expected *= 2;
    }
    CHECK(device.try_pin("2580").owner == PinOwner::staff);
    CHECK(device.try_pin("0000").wait == 0ms); // and all begins anew
}

TEST_CASE("while it waits nobody looks at a PIN, not even at the right one", "[app][caretaker]") {
    Device device;
    for (int i = 0; i < 3; ++i) device.try_pin("0000");
    const int looked = device.pins.looked;
    const model::PinChecked checked = device.try_pin("2580");
    CHECK(checked.owner == PinOwner::nobody);
    CHECK_FALSE(checked.looked);
    CHECK(checked.wait == 5s);
    CHECK(device.pins.looked == looked);
    device.clock.advance(5s);
    CHECK(device.try_pin("2580").owner == PinOwner::staff);
}

TEST_CASE("a restart forgives no wrong PIN", "[app][caretaker]") {
    Device device;
    for (int i = 0; i < 4; ++i) {
        device.try_pin("0000");
        device.clock.advance(i < 2 ? 0ms : 5s);
    }
    for (int i = 0; i < 3; ++i) {
        device.start();
        CHECK_FALSE(device.try_pin("2580").looked);
        CHECK(device.try_pin("2580").wait == 10s); // all of it, from the start
    }
    device.clock.advance(10s);
    CHECK(device.try_pin("0000").wait == 20s);
    device.clock.advance(20s);
    CHECK(device.try_pin("4711").owner == PinOwner::trainer);
    device.start();
    CHECK(device.try_pin("2580").owner == PinOwner::staff);
}

TEST_CASE("a try counts before it is looked at", "[app][caretaker]") {
    Device device;
    class Plug final : public host::Pins {
      public:
        explicit Plug(const std::string& folder) : folder_(folder) {}
        bool matches(const std::string&, const std::string&) override {
            kept = *store::DeviceDatabase(folder_ + "/device.db").wrong_pins();
            return false;
        }
        int kept = -1;

      private:
        std::string folder_;
    } plug(device.folder.path());
    Caretaker caretaker(
        Desk{device.disk, plug, device.sticks, device.machine, device.sound, device.date, nullptr},
        device.clock, device.files, PinHashes{"#2580", {}}, device.folder.path(), "/media");
    caretaker.answer(FindDevice{});
    caretaker.answer(model::CheckPin{"0000"});
    CHECK(plug.kept == 1);
}

TEST_CASE("settings and a class are there after a restart", "[app][caretaker]") {
    Device device;
    model::SiteSettings site;
    site.brightness = 40;
    site.volume = 20;
    CHECK_FALSE(device.ask<model::SiteKept>(model::KeepSite{site}).error);
    CHECK(device.machine.brightness == 40);
    model::ClassRecord record;
    record.course = "grundlagen";
    record.language = "de";
    const auto kept = device.ask<model::ClassKept>(model::KeepClass{record});
    CHECK_FALSE(kept.error);
    CHECK(kept.record->date == "2026-11-23"); // the device knows
    device.machine.brightness = 100;
    device.start();
    CHECK(device.found.site == site);
    CHECK(device.found.record == kept.record);
    CHECK(device.machine.brightness == 40);
    device.ask<model::DeviceSeen>(model::PlayTone{});
    CHECK(device.sound.heard == std::vector<int>{20});
}

TEST_CASE("a device without sound says so", "[app][caretaker]") {
    Device device;
    device.sound.is_there = false;
    CHECK_FALSE(device.ask<model::DeviceSeen>(model::PlayTone{}).status.can_sound);
}

TEST_CASE("a file is whole on the stick, and replaces none", "[app][caretaker]") {
    Device device;
    device.disk.put("/media/stick/log.txt", "older");
    device.disk.put("/media/stick/LOG-2.TXT", "older too");
    const model::WrittenOut out = device.write("log.txt", "new");
    CHECK_FALSE(out.error);
    CHECK(out.where == "stick");
    CHECK(out.files == std::vector<std::string>{"log-3.txt"});
    CHECK(device.disk.get("/media/stick/log-3.txt") == "new");
    CHECK(device.disk.get("/media/stick/log.txt") == "older");
    for (std::size_t outcome = 0; outcome < device.disk.outcomes(); ++outcome)
        CHECK(device.disk.after_crash(outcome).get("/media/stick/log-3.txt") == "new");
}

TEST_CASE("at any power cut a file has its name only when it is whole", "[app][caretaker]") {
    for (std::size_t at = 0;; ++at) {
        Device device;
        const std::size_t before = device.disk.operations();
        device.disk.fail_at(before + at, MemoryDisk::Fault::power_cut,
                            MemoryDisk::Lasting::for_good);
        const model::WrittenOut out = device.write("log.txt", "new");
        for (std::size_t outcome = 0; outcome < device.disk.outcomes(); ++outcome) {
            const auto found = device.disk.after_crash(outcome).get("/media/stick/log.txt");
            CHECK(found.value_or("new") == "new");
        }
        if (!out.error) break;
    }
}

TEST_CASE("no stick, a full one, a locked one and a pulled one are told apart",
          "[app][caretaker]") {
    Device device;
    device.disk.put("/media/stick/old.txt", "stays");
    const auto error = [&] { return device.write("log.txt", std::string(1000, 'x')).error; };

    device.disk.limit(20'000);
    CHECK(error() == Errc::no_space);
    device.disk.limit(10'000'000);
    for (std::size_t at = 0;; ++at) {
        const std::size_t next = device.disk.operations() + at;
        device.disk.fail_at(next, MemoryDisk::Fault::no_space, MemoryDisk::Lasting::once);
        const std::optional<Errc> failed = error();
        device.disk.heal();
        if (!failed) break;
        CHECK(failed == Errc::no_space);
    }
    for (std::size_t at = 0;; ++at) {
        const std::size_t next = device.disk.operations() + at;
        device.disk.fail_at(next, MemoryDisk::Fault::io_error, MemoryDisk::Lasting::once);
        const std::optional<Errc> failed = error();
        device.disk.heal();
        if (!failed) break;
        CHECK(failed == Errc::unreadable);
    }
    device.sticks.sticks[0].writable = false;
    CHECK(error() == Errc::refused);
    device.sticks.sticks.clear();
    CHECK(error() == Errc::not_found);
    CHECK(device.disk.get("/media/stick/old.txt") == "stays");
    for (const std::string& name : device.disk.names()) CHECK_FALSE(name.ends_with(".part"));
}

TEST_CASE("counters become a table that is no formula", "[app][caretaker]") {
    Device device;
    CHECK_FALSE(device.caretaker->answer(
        KeepCounts{"2026-11-23T14",
                   {{model::Counted::page, "a", 2}, {model::Counted::missed, "=1+1 freibad", 5}}}));
    const auto out = device.ask<model::WrittenOut>(
        WriteCounters{"zahlen.csv", {"time", "kind", "name", "count"}});
    CHECK_FALSE(out.error);
    CHECK(device.disk.get("/media/stick/zahlen.csv") ==
          "\xEF\xBB\xBFtime;kind;name;count\r\n2026-11-23T14;page;a;2\r\n"
          "2026-11;missed;1 1 freibad;5\r\n");
    CHECK(csv_line({"=1+1", "a;b", "say \"x\"", "-5"}) ==
          "'=1+1;\"a;b\";\"say \"\"x\"\"\";'-5\r\n");
}

TEST_CASE("pages in the statistics have their titles", "[app][caretaker]") {
    Device device;
    device.caretaker->answer(KeepCounts{
        "2026-11-23T14", {{model::Counted::page, "gone", 2}, {model::Counted::visit, "visit", 1}}});
    const auto all =
        device.ask<model::AddedUp>(AddUpPages{7, {"factory", "/no/pack"}, "de"}).statistics;
    CHECK(all.days == 7);
    CHECK(all.visits == 1);
    CHECK(all.pages == std::vector<model::Total>{{"gone", "gone", 2}});
}

TEST_CASE("the device tells how it is doing", "[app][caretaker]") {
    Device device;
    const auto status = device.ask<model::DeviceSeen>(LookAround{}).status;
    CHECK(status.temperature == 48.5);
    CHECK(status.local_time == "2026-11-23 14:00");
    CHECK(status.knows_time);
    CHECK(status.can_keep);
    CHECK(status.sticks == std::vector<std::string>{"stick"});
}

TEST_CASE("a class or a setting that only memory has is not called kept", "[app][caretaker]") {
    Device device;
    Caretaker caretaker(Desk{device.disk, device.pins, device.sticks, device.machine, device.sound,
                             device.date, nullptr},
                        device.clock, device.files, PinHashes{}, "/proc/there/is/none", "/media");
    model::ClassRecord record;
    record.course = "grundlagen";
    record.language = "de";
    const auto kept = std::get<model::ClassKept>(*caretaker.answer(model::KeepClass{record}));
    CHECK(kept.error == Errc::unreadable);
    const auto site = std::get<model::SiteKept>(*caretaker.answer(model::KeepSite{}));
    CHECK(site.error == Errc::unreadable);
    const auto seen = std::get<model::DeviceSeen>(*caretaker.answer(LookAround{}));
    CHECK_FALSE(seen.status.can_keep);
}

TEST_CASE("a class that the tables refuse is not called kept", "[app][caretaker]") {
    Device device;
    model::ClassRecord record;
    record.course = "no id";
    record.language = "de";
    CHECK(device.ask<model::ClassKept>(model::KeepClass{record}).error);
}

TEST_CASE("a clock that nobody believes dates no class and forgets no counter",
          "[app][caretaker]") {
    Device device;
    device.caretaker->answer(KeepCounts{"2026-11-23T14", {{model::Counted::visit, "visit", 1}}});
    device.date.is_synchronised = false;
    device.date.time += std::chrono::days(1000);
    device.start();
    CHECK_FALSE(device.ask<model::DeviceSeen>(LookAround{}).status.knows_time);
    model::ClassRecord record;
    record.course = "grundlagen";
    record.language = "de";
    CHECK(device.ask<model::ClassKept>(model::KeepClass{record}).record->date.empty());
    device.date.time -= std::chrono::days(1000);
    CHECK(device.ask<model::AddedUp>(AddUpPages{0, {}, "de"}).statistics.visits == 1);
}

TEST_CASE("a class keeps the date on which it began", "[app][caretaker]") {
    Device device;
    model::ClassRecord record;
    record.course = "grundlagen";
    record.language = "de";
    record.date = "2026-11-22";
    CHECK(device.ask<model::ClassKept>(model::KeepClass{record}).record->date == "2026-11-22");
}

TEST_CASE("what was kept long enough is gone at the next start", "[app][caretaker]") {
    Device device;
    device.caretaker->answer(KeepCounts{"2025-11-22T14", {{model::Counted::visit, "visit", 1}}});
    device.start();
    CHECK(device.ask<model::AddedUp>(AddUpPages{0, {}, "de"}).statistics.visits == 0);
}

TEST_CASE("files of one job that are called the same do not replace each other",
          "[app][caretaker]") {
    Device device;
    const auto out = device.ask<model::WrittenOut>(
        WriteFiles{model::Paper::logs, {OutFile{"a.txt", "one"}, OutFile{"A.txt", "two"}}});
    CHECK(out.files == std::vector<std::string>{"a.txt", "A-2.txt"});
    CHECK(device.disk.get("/media/stick/a.txt") == "one");
}

TEST_CASE("a database that was set aside is told", "[app][caretaker]") {
    Device device;
    device.caretaker.reset();
    test::write_file(device.folder.path() + "/device.db", std::string(9000, 'x'));
    device.start();
    CHECK(device.ask<model::DeviceSeen>(LookAround{}).status.set_aside);
}
