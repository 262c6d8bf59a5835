// SPDX-License-Identifier: EUPL-1.2
// Kiosk: the whole program over fake devices and a real pack, with a visitor's hands. Time passes
// only where a test lets it.
#pragma once

#include "kiosk/app/app.h"
#include "platform/memory/box_layouter.h"
#include "platform/memory/memory_disk.h"
#include "platform/memory/memory_files.h"
#include "platform/memory/memory_pictures.h"
#include "platform/memory/memory_screen.h"
#include "tests/store/sample.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

namespace foyer::test {

/// Files in memory that two workers may read at a time, with a door before the pack.
class Disk final : public host::Files {
  public:
    void put(const std::string& path, std::string bytes);
    void remove(const std::string& path);
    /// From now on only so many more questions about a file are answered; the rest waits.
    void let(int questions);
    /// The door is open again.
    void open();
    /// Until somebody waits at the door.
    void wait_for_a_guest();

    Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
    Result<host::FileStamp> stamp(const std::string& path) override;
    Result<void> watch(const std::string& path, std::function<void()> changed) override;

  private:
    std::mutex mutex_;
    std::condition_variable door_;
    std::optional<int> left_;
    int guests_ = 0;
    platform::MemoryFiles files_;
};

std::string asset(const std::string& name);

class Kiosk {
  public:
    Kiosk();
    ~Kiosk() { disk.open(); }

    TemporaryFile pack{"kiosk.pack"};
    Disk disk;
    platform::MemoryDisk card; ///< where the note is kept, if there is a store
    platform::ManualClock clock;
    platform::MemoryScreen screen{clock, {1920, 1080}};
    platform::BoxLayouter layouter;
    platform::MemoryPictures pictures;
    app::Setup setup;
    std::optional<app::App> app;

    /// Writes the pack and tells its new stamp, as a rename would.
    void write_pack(const model::PackContent& content);
    void write_pack_bytes(const std::string& bytes);
    /// Starts the program and waits until it shows something.
    void start();
    /// Home, by a first touch.
    void wake();

    /// Until nothing is pending; time stands still but for content that moves.
    void settle();
    /// As the loop of the program, for that long. Returns how often it woke up.
    int pass(model::Milliseconds time);

    void finger(host::Phase phase, Point at, std::int64_t number = 1);
    void tap_at(Point at);
    void tap(const std::string& id);
    void key(const std::string& name);
    Point centre_of(const std::string& id) const;

    const model::State& state() const { return app->state(); }
    const model::Place& place() const { return app->state().place(); }
};

} // namespace foyer::test
