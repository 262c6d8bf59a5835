// SPDX-License-Identifier: EUPL-1.2
// The risk covered: only what changed is drawn again, so a mistake there leaves old pixels on the
// screen; and a wait that polls or misses a wake-up costs power or an answer.
#include "platform/sdl/input_devices.h"
#include "platform/sdl/sdl_screen.h"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace foyer;
using namespace std::chrono_literals;
using sdl::SdlOptions;
using sdl::SdlScreen;

namespace {

struct StillClock : host::Clock {
    host::Milliseconds time{5000};
    host::Milliseconds now() const override { return time; }
};

struct Stage {
    StillClock clock;
    std::unique_ptr<SdlScreen> screen;
    ImGuiContext* context = ImGui::CreateContext();

    Stage(int width, int height) {
        SdlOptions options;
        options.window = SdlOptions::Window::headless;
        options.width_px = width, options.height_px = height;
        screen = SdlScreen::create(options, clock).value();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;
        io.Fonts->Build();
    }
    ~Stage() { ImGui::DestroyContext(context); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    template <class Draw> host::Bitmap show(Draw draw, std::uint32_t background = 0x102030FF) {
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        screen->present(*ImGui::GetDrawData(), background);
        return screen->screenshot().value();
    }
};

std::array<int, 4> at(const host::Bitmap& bitmap, int x, int y) {
    const std::uint8_t* p = &bitmap.rgba[static_cast<std::size_t>((y * bitmap.width + x) * 4)];
    return {p[0], p[1], p[2], p[3]};
}

using Colour = std::array<int, 4>;

host::Bitmap white(int width, int height, std::uint8_t alpha) {
    host::Bitmap bitmap{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        bitmap.rgba.insert(bitmap.rgba.end(), {0xFF, 0xFF, 0xFF, alpha});
    return bitmap;
}

ImTextureID id(host::TextureId texture) { return reinterpret_cast<ImTextureID>(texture); }

} // namespace

TEST_CASE("a frame is its background and what is drawn on it", "[sdl]") {
    Stage stage(100, 80);
    const host::Bitmap shot = stage.show([](ImDrawList& list) {
        list.AddRectFilled({10, 10}, {20, 20}, IM_COL32(200, 100, 50, 255));
        list.AddRectFilled({30, 10}, {40, 20}, IM_COL32(255, 255, 255, 128));
    });
    CHECK(shot.width == 100);
    CHECK(shot.height == 80);
    CHECK(at(shot, 9, 10) == Colour{0x10, 0x20, 0x30, 0xFF});
    CHECK(at(shot, 10, 10) == Colour{200, 100, 50, 0xFF});
    CHECK(at(shot, 19, 19) == Colour{200, 100, 50, 0xFF});
    CHECK(at(shot, 20, 19) == Colour{0x10, 0x20, 0x30, 0xFF});
    CHECK(at(shot, 35, 15) == Colour{136, 144, 152, 0xFF});
}

TEST_CASE("a text texture takes the colour of its vertices", "[sdl]") {
    Stage stage(64, 64);
    const host::TextureId text = stage.screen->upload(white(8, 8, 0xFF));
    const host::TextureId half = stage.screen->upload(white(8, 8, 0x80));
    const host::Bitmap shot = stage.show(
        [&](ImDrawList& list) {
            list.AddImage(id(text), {4, 4}, {12, 12}, {0, 0}, {1, 1}, IM_COL32(0, 90, 0, 255));
            list.AddImage(id(half), {20, 4}, {28, 12}, {0, 0}, {1, 1}, IM_COL32(0, 0, 0, 255));
        },
        0xFFFFFFFF);
    CHECK(at(shot, 4, 4) == Colour{0, 90, 0, 255});
    CHECK(at(shot, 11, 11) == Colour{0, 90, 0, 255});
    CHECK(at(shot, 12, 12) == Colour{255, 255, 255, 255});
    CHECK(std::abs(at(shot, 24, 8)[0] - 127) <= 1);
    stage.screen->release(text);
    stage.screen->release(half);
}

TEST_CASE("a picture keeps its colours, whole, mirrored and stretched", "[sdl]") {
    Stage stage(64, 64);
    host::Bitmap picture{2, 1, {255, 0, 0, 255, 0, 0, 255, 255}};
    const host::TextureId texture = stage.screen->upload(picture);
    const host::Bitmap shot = stage.show([&](ImDrawList& list) {
        list.AddImage(id(texture), {0, 0}, {2, 1});
        list.AddImage(id(texture), {10, 0}, {12, 1}, {1, 0}, {0, 1});
        list.AddImage(id(texture), {20, 0}, {40, 10});
    });
    CHECK(at(shot, 0, 0) == Colour{255, 0, 0, 255});
    CHECK(at(shot, 1, 0) == Colour{0, 0, 255, 255});
    CHECK(at(shot, 10, 0) == Colour{0, 0, 255, 255});
    CHECK(at(shot, 11, 0) == Colour{255, 0, 0, 255});
    CHECK(at(shot, 20, 5) == Colour{255, 0, 0, 255});
    CHECK(at(shot, 39, 5) == Colour{0, 0, 255, 255});
    CHECK(at(shot, 40, 5) == Colour{0x10, 0x20, 0x30, 255});
}

TEST_CASE("translucent shapes that share an edge neither overlap nor gape", "[sdl]") {
    Stage stage(200, 200);
    const host::Bitmap shot = stage.show(
        [](ImDrawList& list) {
            list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
            list.AddCircleFilled({100.3f, 99.7f}, 80.2f, IM_COL32(0, 0, 0, 128), 37);
        },
        0xFFFFFFFF);
    int odd = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x) {
            const int red = at(shot, x, y)[0];
            odd += red != 255 && red != at(shot, 100, 100)[0];
        }
    CHECK(odd == 0);
    CHECK(at(shot, 100, 100)[0] < 130);
}

TEST_CASE("what is drawn again leaves the same pixels as what is drawn new", "[sdl]") {
    std::mt19937 random(7);
    const auto upto = [&](int n) {
        return static_cast<float>(random() % static_cast<unsigned>(n));
    };
    struct Box {
        float x, y, w, h;
        ImU32 colour;
    };
    std::vector<Box> boxes;
    Stage stage(300, 220);
    const host::TextureId text = stage.screen->upload(white(40, 12, 0xA0));
    const auto draw = [&](ImDrawList& list) {
        for (const Box& b : boxes) {
            list.AddRectFilled({b.x, b.y}, {b.x + b.w, b.y + b.h}, b.colour, 7);
            list.AddImage(id(text), {b.x, b.y}, {b.x + 40, b.y + 12}, {0, 0}, {1, 1}, b.colour);
        }
    };
    for (int round = 0; round < 60; ++round) {
        if (boxes.size() > 8) boxes.erase(boxes.begin());
        boxes.push_back({upto(320) - 10, upto(240) - 10, upto(90) + 1, upto(60) + 1,
                         IM_COL32(random() & 255, random() & 255, random() & 255, 150)});
        const host::Bitmap changed = stage.show(draw);
        stage.show(draw, 0xFFFFFFFF); // another background: everything is drawn new
        const host::Bitmap anew = stage.show(draw);
        REQUIRE(changed.rgba == anew.rgba);
    }
}

TEST_CASE("a texture in the memory of a released one is not taken for it", "[sdl]") {
    Stage stage(32, 32);
    for (const int alpha : {0xFF, 0x40, 0xFF, 0x40}) {
        const host::TextureId texture =
            stage.screen->upload(white(8, 8, static_cast<std::uint8_t>(alpha)));
        const host::Bitmap shot = stage.show(
            [&](ImDrawList& list) {
                list.AddImage(id(texture), {0, 0}, {8, 8});
            },
            0x000000FF);
        CHECK(at(shot, 3, 3)[0] == alpha);
        stage.screen->release(texture);
    }
}

TEST_CASE("injected events come out as they went in, in order", "[sdl]") {
    Stage stage(1920, 1080);
    SdlScreen& screen = *stage.screen;
    while (screen.wait(0ms)) {
    }
    screen.inject(host::PointerEvent{host::Phase::down, 0, {1919, 3}, 70ms});
    screen.inject(host::PointerEvent{host::Phase::move, 4, {10, 1079}, 80ms});
    screen.inject(host::PointerEvent{host::Phase::cancel, 4, {10, 1079}, 90ms});
    screen.inject(host::KeyEvent{"PageDown", true, true, true, false, false, 100ms});
    screen.inject(host::TextEvent{"Verwaltungsdigitalisierungsgesetzgebungsverfahrensänderungäöü"});
    screen.inject(host::WheelEvent{2});
    screen.inject(host::QuitEvent{});

    const auto down = std::get<host::PointerEvent>(screen.wait(1s).value());
    CHECK(down.phase == host::Phase::down);
    CHECK(down.finger == 0);
    CHECK(std::abs(down.at.x - 1919) < 0.01f);
    CHECK(std::abs(down.at.y - 3) < 0.01f);
    CHECK(down.time == 70ms);
    const auto move = std::get<host::PointerEvent>(screen.wait(1s).value());
    CHECK(move.phase == host::Phase::move);
    CHECK(move.finger == 4);
    CHECK(std::get<host::PointerEvent>(screen.wait(1s).value()).phase == host::Phase::cancel);
    const auto key = std::get<host::KeyEvent>(screen.wait(1s).value());
    CHECK(key.key == "PageDown");
    CHECK((key.down && key.repeat && key.control && !key.shift && !key.alt));
    CHECK(key.time == 100ms);
    std::string text;
    std::optional<host::Event> event = screen.wait(1s);
    for (; std::holds_alternative<host::TextEvent>(event.value()); event = screen.wait(1s))
        text += std::get<host::TextEvent>(*event).text;
    CHECK(text == "Verwaltungsdigitalisierungsgesetzgebungsverfahrensänderungäöü");
    CHECK(std::get<host::WheelEvent>(*event).lines == 2);
    CHECK(std::holds_alternative<host::QuitEvent>(screen.wait(1s).value()));
}

TEST_CASE("a wait sleeps, and ends when its time is over", "[sdl]") {
    Stage stage(64, 64);
    while (stage.screen->wait(0ms)) {
    }
    const auto switches = [] {
        rusage usage{};
        ::getrusage(RUSAGE_THREAD, &usage);
        return usage.ru_nvcsw;
    };
    const auto start = std::chrono::steady_clock::now();
    const long before = switches();
    CHECK_FALSE(stage.screen->wait(300ms));
    CHECK(switches() - before <= 3);
    CHECK(std::chrono::steady_clock::now() - start >= 300ms);
}

TEST_CASE("wake ends a wait from another thread, once", "[sdl]") {
    Stage stage(64, 64);
    while (stage.screen->wait(0ms)) {
    }
    std::thread other([&] {
        stage.screen->wake();
        stage.screen->wake();
    });
    const auto event = stage.screen->wait(std::nullopt);
    other.join();
    CHECK(std::holds_alternative<host::WakeEvent>(event.value()));
    while (stage.screen->wait(0ms)) {
    }
    CHECK_FALSE(stage.screen->wait(10ms));
}

TEST_CASE("input devices wake whoever waits on them, plugged in late or early", "[sdl]") {
    std::string folder = (std::filesystem::temp_directory_path() / "foyer-input-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()));
    const auto pipe = [&](const char* name) {
        const std::string path = folder + "/" + name;
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        return path;
    };
    const auto ready = [](const sdl::InputDevices& devices) {
        std::vector<pollfd> all;
        for (const int descriptor : devices.descriptors()) all.push_back({descriptor, POLLIN, 0});
        return ::poll(all.data(), all.size(), 0) > 0;
    };
    const std::string early = pipe("event0");
    {
        sdl::InputDevices devices(folder);
        CHECK(devices.descriptors().size() == 2);
        const int writer = ::open(early.c_str(), O_WRONLY);
        REQUIRE(::write(writer, "x", 1) == 1);
        CHECK(ready(devices));
        devices.drain();
        CHECK_FALSE(ready(devices));
        pipe("event1");
        CHECK(ready(devices));
        devices.drain();
        CHECK(devices.descriptors().size() == 3);
        ::close(writer);
    }
    std::filesystem::remove_all(folder);
}

namespace {

/// Whatever else the window system says about windows first.
bool hears_of_projector(host::Screen& screen) {
    for (int i = 0; i < 20; ++i) {
        const auto event = screen.wait(0ms);
        if (event && std::holds_alternative<host::ProjectorEvent>(*event)) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a projector is a surface of its own, and lives until the event after it was pulled",
          "[platform][sdl]") {
    Stage stage(64, 48);
    CHECK(stage.screen->projector() == nullptr);
    stage.screen->pretend_projector({32, 24});
    REQUIRE(hears_of_projector(*stage.screen));
    host::Surface* wall = stage.screen->projector();
    REQUIRE(wall);
    CHECK(wall->size() == Size{32, 24});
    const host::TextureId ours = stage.screen->upload(white(4, 4, 0xFF));
    const host::TextureId theirs = wall->upload(white(4, 4, 0xFF));
    REQUIRE(ours != 0);
    REQUIRE(theirs != 0);
    const host::Bitmap panel = stage.show([](ImDrawList&) {}, 0x102030FF);
    ImGui::GetIO().DisplaySize = {32, 24};
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddImage(id(theirs), {0, 0}, {4, 4});
    ImGui::Render();
    wall->present(*ImGui::GetDrawData(), 0x405060FF);
    const host::Bitmap picture = wall->screenshot().value();
    CHECK(at(picture, 1, 1) == Colour{0xFF, 0xFF, 0xFF, 0xFF});
    CHECK(at(picture, 20, 20) == Colour{0x40, 0x50, 0x60, 0xFF});
    CHECK(at(stage.screen->screenshot().value(), 20, 20) == at(panel, 20, 20));
    stage.screen->pretend_projector({});
    REQUIRE(hears_of_projector(*stage.screen));
    CHECK(stage.screen->projector() == nullptr);
    wall->release(theirs);
    stage.screen->wait(0ms); // now it goes
}
