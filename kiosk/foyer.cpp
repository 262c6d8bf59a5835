// SPDX-License-Identifier: EUPL-1.2
// START HERE: arguments -> platform -> App -> the loop.
#include "kiosk/app/control.h"
#include "kiosk/app/status_report.h"
#include "kiosk/arguments.h"
#include "kiosk/base/log.h"
#include "kiosk/foyer_pin.h"
#include "platform/linux/control_socket.h"
#include "platform/linux/crypt_pins.h"
#include "platform/linux/media_sticks.h"
#include "platform/linux/posix_disk.h"
#include "platform/linux/posix_files.h"
#include "platform/linux/process.h"
#include "platform/linux/steady_clock.h"
#include "platform/linux/this_machine.h"
#include "platform/linux/wall_clock.h"
#include "platform/memory/dated_clock.h"
#include "platform/memory/manual_clock.h"
#include "platform/pdf/pdf_printer.h"
#include "platform/pictures/child_pictures.h"
#include "platform/pictures/png_file.h"
#include "platform/sdl/sdl_screen.h"
#include "platform/sdl/sdl_sound.h"
#include "platform/text/pango_layouter.h"

#include <cstdio>
#include <memory>

namespace {

using namespace foyer;

constexpr std::size_t max_settings_bytes = 1u << 20;
constexpr const char* usual_media = "/media";

/// Where things are: named on the command line, or beside the program.
struct Places {
    std::string share, pack, settings, decoder;
};

Places find_places(const Arguments& arguments) {
    const std::string bin = platform::program_folder();
    Places places;
    places.share = arguments.share.empty() ? bin + "/../share/foyer" : arguments.share;
    places.pack = arguments.pack.empty() ? bin + "/../foyer.pack" : arguments.pack;
    places.settings =
        arguments.settings.empty() ? places.share + "/settings.toml" : arguments.settings;
    places.decoder = bin + "/foyer-decode";
    return places;
}

app::Config read_config(const Arguments& arguments, const Places& places, host::Files& files) {
    const std::string folder = places.settings.substr(0, places.settings.rfind('/'));
    const Result<std::string> toml = files.read(places.settings, max_settings_bytes);
    if (!toml) log::error("settings: " + toml.error().what);
    app::Config config = toml ? app::parse_settings(*toml, folder) : app::Config{};
    for (const std::string& problem : config.problems) log::error(places.settings + ": " + problem);
    ui::Panel& panel = config.panel;
    panel.mm.w = arguments.panel_width_mm.value_or(panel.mm.w);
    panel.mm.h = arguments.panel_height_mm.value_or(panel.mm.h);
    panel.mount_bottom_mm = arguments.mount_bottom_mm.value_or(panel.mount_bottom_mm);
    panel.distance_mm = arguments.distance_mm.value_or(panel.distance_mm);
    return config;
}

app::Setup make_setup(const Arguments& arguments, const Places& places, app::Config config) {
    app::Setup setup;
    model::Preferences first;
    first.language = arguments.language.value_or(config.settings.start_language);
    first.theme = arguments.theme.value_or(model::Theme::light);
    first.size = arguments.size.value_or(0);
    first.reach = arguments.reach || config.settings.reach;
    setup.preferences = first;
    setup.config = std::move(config);
    setup.pack = places.pack;
    setup.store = arguments.store;
    setup.state = arguments.state;
    setup.share = places.share;
    setup.page = arguments.page;
    setup.leave_by_key = !arguments.appliance;
    setup.pseudo_locale = arguments.pseudo_locale;
    setup.detailed_tree = !arguments.control.empty();
    return setup;
}

sdl::SdlOptions screen_options(const Arguments& arguments) {
    sdl::SdlOptions options;
    if (arguments.windowed) options.window = sdl::SdlOptions::Window::windowed;
    if (arguments.headless) options.window = sdl::SdlOptions::Window::headless;
    if (arguments.gpu) options.drawing = sdl::SdlOptions::Drawing::graphics_chip;
    options.width_px = arguments.width;
    options.height_px = arguments.height;
    return options;
}

/// Whoever looks from outside.
struct Observers {
    std::optional<app::Control> control;
    std::optional<app::StatusDesk> status;
};

/// Events first, then the state and the screen, then whoever controls; then sleep.
void loop(app::App& kiosk, host::Screen& screen, Observers& observers, bool time_stands_still) {
    app::Control* control = observers.control ? &*observers.control : nullptr;
    constexpr std::chrono::milliseconds at_once{0};
    while (kiosk.running()) {
        while (const std::optional<host::Event> event = screen.wait(at_once)) kiosk.handle(*event);
        kiosk.step();
        if (observers.status) observers.status->step();
        if (control && control->step()) continue;
        std::optional<model::Milliseconds> time = time_stands_still ? std::nullopt : kiosk.sleep();
        if (const auto sooner = control ? control->sleep() : std::nullopt)
            time = time ? std::min(*time, *sooner) : sooner;
        if (const std::optional<host::Event> event = screen.wait(time)) kiosk.handle(*event);
    }
}

void watch(app::App& kiosk, host::Files& files, const std::string& path, app::Watched file) {
    const Result<void> watched = files.watch(path, [&kiosk, file] { kiosk.changed(file); });
    if (!watched) log::warning("changes will not be noticed: " + watched.error().what);
}

/// Paper is rare: its fonts are opened when there is something to print. Pictures are printed by
/// their words, since nothing is decoded in this process.
class LazyPrinter final : public host::Printer {
  public:
    explicit LazyPrinter(std::string fonts) : fonts_(std::move(fonts)) {}
    Result<std::string> pdf(const host::Document& document) override {
        const std::unique_ptr<platform::PangoLayouter> layouter =
            TRY(platform::PangoLayouter::create(fonts_));
        platform::PdfPrinter printer(*layouter);
        return printer.pdf(document);
    }

  private:
    std::string fonts_;
};

/// The outside of the caretaker.
struct Desk {
    explicit Desk(const Arguments& arguments, const host::Clock& clock, host::Disk& disk,
                  host::Printer* printer)
        : sticks(arguments.media.empty() ? usual_media : arguments.media,
                 arguments.media.empty() ? platform::MediaSticks::Takes::mounted
                                         : platform::MediaSticks::Takes::any_folder),
          chosen(arguments.date.value_or(std::chrono::sys_seconds{}), clock),
          desk{disk,   pins,
               sticks, machine,
               sound,  arguments.date ? static_cast<const host::WallClock&>(chosen) : system,
               printer} {}

    platform::CryptPins pins;
    platform::MediaSticks sticks;
    platform::ThisMachine machine;
    sdl::SdlSound sound;
    platform::SystemClock system;
    platform::DatedClock chosen;
    app::Desk desk;
};

using Socket = std::unique_ptr<linux_os::ControlSocket>;

Result<Socket> listen_for_status(const std::string& path, app::App& kiosk, host::Screen& screen,
                                 Observers& observers) {
    if (path.empty()) return Socket();
    Socket socket = TRY(linux_os::ControlSocket::listen(path, [&screen] { screen.wake(); }));
    linux_os::ControlSocket& there = *socket;
    observers.status.emplace(
        kiosk, [&there] { return there.next(); },
        [&there](const std::string& line) { there.answer(line); });
    return socket;
}

/// True: it is to begin again.
Result<bool> run(const Arguments& arguments) {
    const Places places = find_places(arguments);
    platform::PosixDisk disk;
    platform::PosixFiles files;
    platform::ManualClock fake_clock;
    const platform::SteadyClock steady_clock;
    const host::Clock& clock =
        arguments.fake_clock ? static_cast<const host::Clock&>(fake_clock) : steady_clock;
    const std::string fonts = places.share + "/fonts.conf";
    platform::ChildPictures pictures({.decoder = places.decoder, .fontconfig_file = fonts});
    if (const Result<void> warm = pictures.warm_up(); !warm)
        log::warning("pictures: " + warm.error().what);
    app::Config config = read_config(arguments, places, files);
    const std::unique_ptr<sdl::SdlScreen> screen =
        TRY(sdl::SdlScreen::create(screen_options(arguments), clock));
    const std::unique_ptr<platform::PangoLayouter> layouter =
        TRY(platform::PangoLayouter::create(fonts));
    LazyPrinter printer(fonts);
    Desk desk(arguments, clock, disk, &printer);
    app::App kiosk({*screen, *layouter, clock, files, pictures, &disk, &desk.desk},
                   make_setup(arguments, places, std::move(config)));
    platform::PosixFiles watches; // goes before the kiosk it calls
    watch(kiosk, watches, places.pack, app::Watched::pack);
    if (!arguments.store.empty()) {
        watch(kiosk, watches, store::current_path(arguments.store), app::Watched::current);
        watch(kiosk, watches, store::update_path(arguments.store), app::Watched::update);
    }
    kiosk.start();
    Observers observers;
    const Socket status = TRY(listen_for_status(arguments.status, kiosk, *screen, observers));
    Socket socket;
    if (!arguments.control.empty()) {
        socket = TRY(linux_os::ControlSocket::listen(arguments.control, [&] { screen->wake(); }));
        app::ControlPort port;
        port.write_png = [](const host::Bitmap& bitmap, const std::string& path) {
            return pictures::write_png(bitmap, path);
        };
        port.resident_bytes = [] { return platform::resident_bytes(); };
        if (arguments.fake_clock)
            port.advance = [&](model::Milliseconds by) { fake_clock.advance(by); };
        port.next = [&] { return socket->next(); };
        port.answer = [&](const std::string& line) { socket->answer(line); };
        observers.control.emplace(kiosk, std::move(port));
    }
    loop(kiosk, *screen, observers, arguments.fake_clock);
    kiosk.finish();
    return kiosk.restarts();
}

} // namespace

int main(int count, char** values) {
    const foyer::Arguments arguments = foyer::read_arguments(count, values);
    using Command = foyer::Arguments::Command;
    if (arguments.leave) return *arguments.leave;
    if (arguments.command == Command::pin) return foyer::make_pin(arguments.trainer);
    if (arguments.command == Command::status) return foyer::show_status(arguments.wish);
    foyer::platform::keep_heap_small();
    if (arguments.verbose) foyer::log::set_level(foyer::log::Level::debug);
    try { // ours never throw; libraries may, and then the log must say so
        const foyer::Result<bool> again = run(arguments);
        if (again && *again) foyer::platform::run_again(values);
        const foyer::Result<void> result = again ? foyer::Result<void>() : again.error();
        if (result) return 0;
        std::fprintf(stderr, "foyer: %s\n", result.error().what.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "foyer: %s\n", error.what());
    }
    return 1;
}
