// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/kiosk.h"

#include "kiosk/store/pack_writer.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace foyer::test {

using namespace std::chrono_literals;

void Disk::put(const std::string& path, std::string bytes) {
    const std::lock_guard lock(mutex_);
    files_.put(path, std::move(bytes));
}

void Disk::remove(const std::string& path) {
    const std::lock_guard lock(mutex_);
    files_.remove(path);
}

void Disk::let(int questions) {
    const std::lock_guard lock(mutex_);
    left_ = questions;
    door_.notify_all();
}

void Disk::open() {
    const std::lock_guard lock(mutex_);
    left_.reset();
    door_.notify_all();
}

void Disk::wait_for_a_guest() {
    std::unique_lock lock(mutex_);
    door_.wait(lock, [this] { return left_ == 0 && guests_ > 0; });
}

Result<std::string> Disk::read(const std::string& path, std::size_t max_bytes) {
    const std::lock_guard lock(mutex_);
    return files_.read(path, max_bytes);
}

Result<host::FileStamp> Disk::stamp(const std::string& path) {
    std::unique_lock lock(mutex_);
    ++guests_;
    door_.notify_all();
    door_.wait(lock, [this] { return !left_ || *left_ > 0; });
    --guests_;
    if (left_) --*left_;
    return files_.stamp(path);
}

Result<void> Disk::watch(const std::string& path, std::function<void()> changed) {
    const std::lock_guard lock(mutex_);
    return files_.watch(path, std::move(changed));
}

std::string asset(const std::string& name) {
    std::ifstream file(std::string(ASSETS "/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Kiosk::Kiosk() {
    setup.pack = pack.path();
    setup.share = "share";
    setup.config.settings.town = "Musterstadt";
    disk.put("share/theme.toml", asset("theme.toml"));
    for (const char* language : {"de", "en", "de-simple"}) {
        const std::string name = std::string("words/") + language + ".toml";
        disk.put("share/" + name, asset(name));
    }
    write_pack(sample_content());
}

void Kiosk::write_pack(const model::PackContent& content) {
    REQUIRE(store::write_pack(content, pack.path()));
    disk.put(pack.path(), "another stamp");
}

void Kiosk::write_pack_bytes(const std::string& bytes) {
    const TemporaryFile other("other.pack");
    write_file(other.path(), bytes);
    std::filesystem::rename(other.path(), pack.path());
    disk.put(pack.path(), "another stamp");
}

void Kiosk::start() {
    app.emplace(app::Devices{screen, layouter, clock, disk, pictures, &card}, setup);
    app->start();
    settle();
}

void Kiosk::wake() {
    start();
    tap_at({10, 10});
    REQUIRE(place().screen == model::Screen::home);
}

void Kiosk::settle() {
    while (true) {
        while (const std::optional<host::Event> event = screen.wait(0ms)) app->handle(*event);
        app->step();
        if (app->settled()) return;
        // What is pending wakes the screen when it is there, unless it is time itself.
        const std::optional<model::Milliseconds> sleep = app->sleep();
        const bool moves = sleep && *sleep <= 16ms;
        if (const auto event = screen.wait(moves ? sleep : std::nullopt)) app->handle(*event);
    }
}

int Kiosk::pass(model::Milliseconds time) {
    const model::Milliseconds end = clock.now() + time;
    int woken = 0;
    while (clock.now() < end) {
        settle();
        const model::Milliseconds rest = end - clock.now();
        const std::optional<model::Milliseconds> sleep = app->sleep();
        if (sleep && *sleep <= rest) ++woken;
        if (const auto event = screen.wait(std::min(sleep.value_or(rest), rest)))
            app->handle(*event);
    }
    settle();
    return woken;
}

void Kiosk::finger(host::Phase phase, Point at, std::int64_t number) {
    app->handle(host::PointerEvent{phase, number, at, clock.now()});
}

void Kiosk::tap_at(Point at) {
    finger(host::Phase::down, at);
    settle();
    clock.advance(80ms);
    finger(host::Phase::up, at);
    settle();
}

void Kiosk::tap(const std::string& id) { tap_at(centre_of(id)); }

Point Kiosk::centre_of(const std::string& id) const {
    const ui::Tree& tree = app->tree();
    const ui::Node* node = tree.find(id);
    INFO(id);
    REQUIRE(node);
    const bool scrolls = node->scrolls && tree.scroll;
    return (scrolls ? intersection(node->rect, tree.scroll->viewport) : node->rect).centre();
}

void Kiosk::key(const std::string& name) {
    constexpr std::string_view shift = "Shift+";
    host::KeyEvent event{.key = name, .time = clock.now()};
    event.shift = name.starts_with(shift);
    if (event.shift) event.key.erase(0, shift.size());
    app->handle(event);
    event.down = false;
    app->handle(event);
    settle();
}

} // namespace foyer::test
