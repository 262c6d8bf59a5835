// SPDX-License-Identifier: EUPL-1.2
// Risk: fakes that lie make every other test lie.
#include "platform/memory/memory_files.h"
#include "platform/memory/memory_pictures.h"
#include "platform/memory/memory_screen.h"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>
#include <thread>

using namespace foyer;

TEST_CASE("files in memory are read, stamped, watched and fail on order", "[memory]") {
    platform::MemoryFiles files;
    int changes = 0;
    REQUIRE(files.watch("a", [&] { ++changes; }));
    CHECK(files.read("a", 9).error().code == Errc::not_found);
    files.put("a", "text");
    CHECK(files.read("a", 4).value() == "text");
    CHECK(files.read("a", 3).error().code == Errc::too_large);
    const host::FileStamp before = files.stamp("a").value();
    files.put("a", "text");
    CHECK(files.stamp("a").value() != before);
    files.put("b", "");
    CHECK(changes == 2);
    files.fail("a", Error{Errc::unreadable, "on order"});
    CHECK(files.read("a", 9).error().code == Errc::unreadable);
    files.fail("a", std::nullopt);
    CHECK(files.reads("a") == 4);
    files.remove("a");
    CHECK(changes == 3);
}

TEST_CASE("a wait that nothing ends moves the clock on", "[memory]") {
    platform::ManualClock clock;
    platform::MemoryScreen screen(clock, {800, 600});
    CHECK_FALSE(screen.wait(host::Milliseconds(250)));
    CHECK(clock.now() == host::Milliseconds(250));
    screen.inject(host::QuitEvent{});
    const auto event = screen.wait(host::Milliseconds(250));
    REQUIRE(event);
    CHECK(std::holds_alternative<host::QuitEvent>(*event));
    CHECK(clock.now() == host::Milliseconds(250));
}

TEST_CASE("a wait without an end is ended from another thread", "[memory]") {
    platform::ManualClock clock;
    platform::MemoryScreen screen(clock, {800, 600});
    std::thread other([&] { screen.wake(); });
    const auto event = screen.wait(std::nullopt);
    other.join();
    REQUIRE(event);
    CHECK(std::holds_alternative<host::WakeEvent>(*event));
}

TEST_CASE("the screen in memory counts textures and has none when it is full", "[memory]") {
    platform::ManualClock clock;
    platform::MemoryScreen screen(clock, {800, 600});
    const host::Bitmap bitmap{2, 2, std::vector<std::uint8_t>(16, 7)};
    const host::TextureId id = screen.upload(bitmap);
    CHECK(id != 0);
    CHECK(screen.textures() == 1);
    CHECK(screen.texture_bytes() == 16);
    screen.fill_memory(true);
    CHECK(screen.upload(bitmap) == 0);
    screen.release(id);
    CHECK(screen.textures() == 0);
}

TEST_CASE("a frame is counted, and a texture that is gone is noticed", "[memory]") {
    platform::ManualClock clock;
    platform::MemoryScreen screen(clock, {2, 1});
    CHECK_FALSE(screen.screenshot());
    ImDrawList list(nullptr);
    ImDrawCmd command;
    command.ElemCount = 3;
    command.TextureId = reinterpret_cast<ImTextureID>(host::TextureId{99});
    list.CmdBuffer.push_back(command);
    ImDrawData frame;
    frame.CmdLists.push_back(&list);
    screen.present(frame, 0x01020304);
    CHECK(screen.frames() == 1);
    CHECK(screen.lost_textures() == 1);
    CHECK(screen.screenshot().value().rgba == std::vector<std::uint8_t>{1, 2, 3, 4, 1, 2, 3, 4});
}

TEST_CASE("pictures in memory have the size that was asked for, or fail on order", "[memory]") {
    platform::MemoryPictures pictures;
    host::PictureJob job;
    job.width_px = 200;
    const auto bitmap = pictures.decode(job).value();
    CHECK(bitmap.width == 200);
    CHECK(bitmap.height == 150);
    pictures.fail(Error{Errc::timeout, "on order"});
    CHECK(pictures.decode(job).error().code == Errc::timeout);
    CHECK(pictures.jobs().size() == 2);
}
