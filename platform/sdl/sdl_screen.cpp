// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/sdl_screen.h"

#include "kiosk/base/log.h"
#include "platform/sdl/events.h"
#include "platform/sdl/input_devices.h"
#include "platform/sdl/open_canvas.h"
#include "platform/sdl/projectors.h"
#include "platform/sdl/x11_desktop.h"

#include <SDL.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace foyer::sdl {
namespace {

using Window = SdlOptions::Window;

Error sdl_error(Errc code, std::string_view what) {
    return {code, std::string(what) + ": " + SDL_GetError()};
}

/// What SDL would otherwise do before the first frame, each a few milliseconds of a start that
/// takes a hundred: start a D-Bus session to reach an input method and a screen saver, and read
/// half a megabyte of dead-key sequences. The search folds accents, so a missed one is no loss.
void leave_out_what_costs_time() {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
    ::setenv("XCOMPOSEFILE", "/dev/null", 0);
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"); // switched off after the first frame
}

void set_hints(const SdlOptions& options) {
    leave_out_what_costs_time();
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_APP_NAME, options.title.c_str());
    if (options.window == Window::headless)
        SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
}

bool driver_is(std::string_view name) { return SDL_GetCurrentVideoDriver() == name; }

/// SDL falls back to drivers that show nothing; nobody wants a kiosk that runs unseen.
bool somebody_can_see_it(const SdlOptions& options) {
    return options.window == Window::headless || ::getenv("SDL_VIDEODRIVER") || driver_is("x11") ||
           driver_is("wayland") || driver_is("KMSDRM");
}

SDL_Window* open_window(const SdlOptions& options) {
    const char* title = options.title.c_str();
    if (options.window != Window::full_screen) {
        const Uint32 flags = options.window == Window::windowed ? Uint32{SDL_WINDOW_RESIZABLE} : 0;
        return SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                options.width_px, options.height_px, flags);
    }
    SDL_Rect display;
    if (SDL_GetDisplayBounds(0, &display) != 0) return nullptr;
    if (!driver_is("x11"))
        return SDL_CreateWindow(title, display.x, display.y, display.w, display.h,
                                SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_Window* window = SDL_CreateWindow(title, display.x, display.y, display.w, display.h,
                                          SDL_WINDOW_BORDERLESS | SDL_WINDOW_HIDDEN);
    if (!window) return nullptr;
    if (has_window_manager(window)) SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_ShowWindow(window);
    return window;
}

} // namespace

SdlScreen::SdlScreen(const host::Clock& clock) : clock_(clock) {}

Result<std::unique_ptr<SdlScreen>> SdlScreen::create(const SdlOptions& options,
                                                     const host::Clock& clock) {
    std::unique_ptr<SdlScreen> screen(new SdlScreen(clock));
    TRY(screen->open(options));
    return screen;
}

Result<void> SdlScreen::open(const SdlOptions& options) {
    set_hints(options);
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return sdl_error(Errc::not_found, "no display");
    if (!somebody_can_see_it(options))
        return {Errc::not_found, std::string("no display, only the driver \"") +
                                     SDL_GetCurrentVideoDriver() + "\" that shows nothing"};
    window_ = open_window(options);
    if (!window_) return sdl_error(Errc::unreadable, "no window");
    const bool graphics_chip = options.drawing == SdlOptions::Drawing::graphics_chip;
    canvas_ = TRY(open_canvas(window_, graphics_chip));
    if (options.window == Window::full_screen) SDL_ShowCursor(SDL_DISABLE);
    sdl_sleeps_ = driver_is("x11") || driver_is("wayland");
    if (!sdl_sleeps_) {
        waker_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (waker_ < 0) return {Errc::unreadable, "no eventfd to be woken by"};
        if (options.window != Window::headless)
            devices_ = std::make_unique<InputDevices>(options.input_folder);
    }
    wake_type_ = SDL_RegisterEvents(1);
    projector_type_ = SDL_RegisterEvents(1);
    const bool looks = options.window == Window::full_screen;
    projectors_ = std::make_unique<Projectors>(window_, looks, graphics_chip);
    if (projectors_->look()) tell_of_projector();
    SDL_StartTextInput();
    return {};
}

SdlScreen::~SdlScreen() {
    projectors_.reset();
    canvas_.reset();
    if (window_) SDL_DestroyWindow(window_);
    if (waker_ >= 0) ::close(waker_);
    SDL_Quit();
}

Size SdlScreen::size() const {
    int width = 0, height = 0;
    SDL_GetWindowSizeInPixels(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

void SdlScreen::present(const ImDrawData& frame, std::uint32_t background_rgba) {
    canvas_->present(frame, background_rgba);
    if (!std::exchange(screen_saver_off_, true)) SDL_DisableScreenSaver();
}

std::optional<host::Event> SdlScreen::wait(std::optional<std::chrono::milliseconds> timeout) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    for (;;) {
        if (auto event = next()) return event;
        if (!timeout) {
            sleep(std::nullopt);
            continue;
        }
        const auto left = *timeout - (Clock::now() - start);
        if (left <= Clock::duration::zero()) return std::nullopt;
        // Rounded up: a sleep that ends early would turn the rest into a busy loop.
        sleep(std::chrono::ceil<std::chrono::milliseconds>(left));
    }
}

host::Surface* SdlScreen::projector() { return projectors_->current(); }

void SdlScreen::pretend_projector(Size px) {
    projectors_->pretend(px);
    tell_of_projector();
}

void SdlScreen::tell_of_projector() {
    SDL_Event event{};
    event.type = projector_type_;
    SDL_PushEvent(&event);
}

/// Its window only shows. What it lost is shown again; keys that it got all the same are heard.
bool SdlScreen::is_of_projector(const SDL_Event& event) {
    const Projector* projector = projectors_->current();
    if (!projector) return false;
    const Uint32 own = projector->window_id();
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return event.tfinger.windowID == own;
    case SDL_MOUSEMOTION: return event.motion.windowID == own;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event.button.windowID == own;
    case SDL_WINDOWEVENT: break;
    default: return false;
    }
    if (event.window.windowID != own) return false;
    if (event.window.event == SDL_WINDOWEVENT_EXPOSED) projectors_->current()->expose();
    return event.window.event != SDL_WINDOWEVENT_EXPOSED &&
           event.window.event != SDL_WINDOWEVENT_SIZE_CHANGED;
}

/// The next event of those that are there.
std::optional<host::Event> SdlScreen::next() {
    projectors_->forget_gone();
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        if (event.type == wake_type_) continue;
        if (event.type == SDL_DISPLAYEVENT && !projectors_->look()) continue;
        if (event.type == SDL_DISPLAYEVENT || event.type == projector_type_) {
            projectors_->tell_of_gone();
            return host::ProjectorEvent{};
        }
        if (is_of_projector(event)) continue;
        const auto ours = from_sdl(event, size(), clock_);
        if (!ours) continue;
        if (std::holds_alternative<host::ExposeEvent>(*ours)) canvas_->expose();
        return ours;
    }
    if (woken_.exchange(false)) return host::WakeEvent{};
    return std::nullopt;
}

void SdlScreen::sleep(std::optional<std::chrono::milliseconds> time) {
    using Rep = std::chrono::milliseconds::rep;
    const int timeout_ms =
        time ? static_cast<int>(std::min<Rep>(time->count(), std::numeric_limits<int>::max())) : -1;
    if (sdl_sleeps_)
        SDL_WaitEventTimeout(nullptr, timeout_ms);
    else
        sleep_on_descriptors(timeout_ms);
}

void SdlScreen::sleep_on_descriptors(int timeout_ms) {
    std::vector<pollfd> descriptors{{waker_, POLLIN, 0}};
    if (devices_)
        for (const int descriptor : devices_->descriptors())
            descriptors.push_back({descriptor, POLLIN, 0});
    if (::poll(descriptors.data(), descriptors.size(), timeout_ms) <= 0) return;
    if (descriptors.front().revents != 0) {
        eventfd_t count = 0;
        ::eventfd_read(waker_, &count);
    }
    if (devices_) devices_->drain();
}

void SdlScreen::wake() {
    if (woken_.exchange(true)) return;
    if (!sdl_sleeps_) {
        ::eventfd_write(waker_, 1);
        return;
    }
    SDL_Event event{};
    event.type = wake_type_;
    SDL_PushEvent(&event);
}

void SdlScreen::inject(const host::Event& event) {
    if (std::holds_alternative<host::WakeEvent>(event)) return wake();
    std::vector<SDL_Event> events = to_sdl(event, size());
    // Not SDL_PushEvent: that would overwrite the time of the event.
    SDL_PeepEvents(events.data(), static_cast<int>(events.size()), SDL_ADDEVENT, SDL_FIRSTEVENT,
                   SDL_LASTEVENT);
}

} // namespace foyer::sdl
