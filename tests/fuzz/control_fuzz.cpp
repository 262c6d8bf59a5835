// SPDX-License-Identifier: EUPL-1.2
// The risk covered: a line on the control socket that is no request, or half of one, stops the
// program. Whatever the bytes, each line gets one answer that is a JSON object.
#include "kiosk/app/control.h"
#include "kiosk/base/log.h"
#include "platform/memory/box_layouter.h"
#include "platform/memory/memory_files.h"
#include "platform/memory/memory_pictures.h"
#include "platform/memory/memory_screen.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace foyer;

/// A kiosk without a pack, which is enough to ask it things.
struct Kiosk {
    platform::ManualClock clock;
    platform::MemoryScreen screen{clock, {800, 480}};
    platform::BoxLayouter layouter;
    platform::MemoryFiles files;
    platform::MemoryPictures pictures;
    app::App app;
    std::optional<std::string> line;
    int answers = 0;
    app::Control control;

    static app::Setup setup() {
        log::set_level(log::Level::silent);
        app::Setup setup;
        setup.pack = "none.pack";
        setup.detailed_tree = true;
        return setup;
    }

    Kiosk() : app({screen, layouter, clock, files, pictures}, setup()), control(app, port()) {
        app.start();
        while (!app.settled()) app.step();
    }

    app::ControlPort port() {
        app::ControlPort port;
        port.write_png = [](const host::Bitmap&, const std::string&) { return Result<void>(); };
        port.resident_bytes = [] { return std::size_t{0}; };
        port.advance = [this](model::Milliseconds by) { clock.advance(by); };
        port.next = [this] { return std::exchange(line, std::nullopt); };
        port.answer = [this](const std::string& answer) {
            ++answers;
            if (answer.empty() || answer.front() != '{' || answer.back() != '}') std::abort();
        };
        return port;
    }

    void ask(std::string request) {
        const int before = answers;
        line = std::move(request);
        while (answers == before) {
            control.step();
            while (const std::optional<host::Event> event =
                       screen.wait(std::chrono::milliseconds(0)))
                app.handle(*event);
            app.step();
        }
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Kiosk kiosk;
    kiosk.ask(std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
