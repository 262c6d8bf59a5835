// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/events.h"

#include <SDL.h>

#include <algorithm>
#include <cstring>

namespace foyer::sdl {
namespace {

// No real device has these numbers; they mark what to_sdl() made.
constexpr SDL_TouchID injected_touch = -0x466F796572;
constexpr Uint32 injected_window = 0xF0F0F0F0;
constexpr float cancelled_pressure = -1;

host::Milliseconds time_of(Uint32 timestamp, const host::Clock& clock) {
    const Uint32 age = SDL_GetTicks() - timestamp;
    // A time stamp from the future would be one from 49 days ago.
    return clock.now() - host::Milliseconds(age < 10'000 ? age : 0);
}

host::Event finger_event(const SDL_TouchFingerEvent& e, Size screen, const host::Clock& clock) {
    host::PointerEvent pointer;
    pointer.phase = e.type == SDL_FINGERDOWN           ? host::Phase::down
                    : e.type == SDL_FINGERMOTION       ? host::Phase::move
                    : e.pressure == cancelled_pressure ? host::Phase::cancel
                                                       : host::Phase::up;
    pointer.finger = e.fingerId + 1;
    pointer.at = {e.x * screen.w, e.y * screen.h};
    pointer.time =
        e.touchId == injected_touch ? host::Milliseconds(e.timestamp) : time_of(e.timestamp, clock);
    return pointer;
}

std::optional<host::Event> mouse_event(const SDL_Event& event, const host::Clock& clock) {
    host::PointerEvent pointer;
    if (event.type == SDL_MOUSEMOTION) {
        const SDL_MouseMotionEvent& e = event.motion;
        if (e.which == SDL_TOUCH_MOUSEID || !(e.state & SDL_BUTTON_LMASK)) return std::nullopt;
        pointer.phase = host::Phase::move;
        pointer.at = {static_cast<float>(e.x), static_cast<float>(e.y)};
    } else {
        const SDL_MouseButtonEvent& e = event.button;
        if (e.which == SDL_TOUCH_MOUSEID || e.button != SDL_BUTTON_LEFT) return std::nullopt;
        pointer.phase = e.state == SDL_PRESSED ? host::Phase::down : host::Phase::up;
        pointer.at = {static_cast<float>(e.x), static_cast<float>(e.y)};
    }
    pointer.time = time_of(event.common.timestamp, clock);
    return pointer;
}

host::Event key_event(const SDL_KeyboardEvent& e, const host::Clock& clock) {
    host::KeyEvent key;
    key.key = SDL_GetKeyName(e.keysym.sym);
    key.down = e.state == SDL_PRESSED;
    key.repeat = e.repeat != 0;
    key.control = (e.keysym.mod & KMOD_CTRL) != 0;
    key.shift = (e.keysym.mod & KMOD_SHIFT) != 0;
    key.alt = (e.keysym.mod & KMOD_ALT) != 0;
    key.time = e.windowID == injected_window ? host::Milliseconds(e.timestamp)
                                             : time_of(e.timestamp, clock);
    return key;
}

std::optional<host::Event> window_event(const SDL_WindowEvent& e) {
    switch (e.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED: return host::ResizeEvent{};
    case SDL_WINDOWEVENT_EXPOSED: return host::ExposeEvent{};
    default: return std::nullopt;
    }
}

Uint32 stamp(host::Milliseconds time) { return static_cast<Uint32>(time.count()); }

SDL_Event of_type(Uint32 type) {
    SDL_Event event;
    std::memset(&event, 0, sizeof event);
    event.type = type;
    event.common.timestamp = SDL_GetTicks();
    return event;
}

SDL_Event window_event(Uint8 which) {
    SDL_Event event = of_type(SDL_WINDOWEVENT);
    event.window.event = which;
    return event;
}

struct ToSdl {
    Size screen;
    std::vector<SDL_Event> operator()(const host::PointerEvent& pointer) const {
        SDL_Event event = of_type(pointer.phase == host::Phase::down   ? SDL_FINGERDOWN
                                  : pointer.phase == host::Phase::move ? SDL_FINGERMOTION
                                                                       : SDL_FINGERUP);
        event.tfinger.timestamp = stamp(pointer.time);
        event.tfinger.touchId = injected_touch;
        event.tfinger.fingerId = pointer.finger - 1;
        event.tfinger.x = pointer.at.x / screen.w;
        event.tfinger.y = pointer.at.y / screen.h;
        event.tfinger.pressure = pointer.phase == host::Phase::cancel ? cancelled_pressure : 1;
        return {event};
    }
    std::vector<SDL_Event> operator()(const host::KeyEvent& key) const {
        const SDL_Keycode code = SDL_GetKeyFromName(key.key.c_str());
        if (code == SDLK_UNKNOWN) return {};
        SDL_Event event = of_type(key.down ? SDL_KEYDOWN : SDL_KEYUP);
        event.key.timestamp = stamp(key.time);
        event.key.windowID = injected_window;
        event.key.state = key.down ? SDL_PRESSED : SDL_RELEASED;
        event.key.repeat = key.repeat ? 1 : 0;
        event.key.keysym.sym = code;
        event.key.keysym.scancode = SDL_GetScancodeFromKey(code);
        event.key.keysym.mod =
            static_cast<Uint16>((key.control ? KMOD_LCTRL : 0) | (key.shift ? KMOD_LSHIFT : 0) |
                                (key.alt ? KMOD_LALT : 0));
        return {event};
    }
    std::vector<SDL_Event> operator()(const host::TextEvent& text) const {
        std::vector<SDL_Event> events;
        for (std::size_t at = 0; at < text.text.size();) {
            // SDL's field ends in a NUL; a character is never cut in two.
            std::size_t end = std::min(text.text.size(), at + SDL_TEXTINPUTEVENT_TEXT_SIZE - 1);
            while (end < text.text.size() && (text.text[end] & 0xC0) == 0x80 && end > at + 1) --end;
            SDL_Event event = of_type(SDL_TEXTINPUT);
            std::copy(text.text.begin() + static_cast<std::ptrdiff_t>(at),
                      text.text.begin() + static_cast<std::ptrdiff_t>(end), event.text.text);
            events.push_back(event);
            at = end;
        }
        return events;
    }
    std::vector<SDL_Event> operator()(const host::WheelEvent& wheel) const {
        SDL_Event event = of_type(SDL_MOUSEWHEEL);
        event.wheel.preciseY = -wheel.lines;
        return {event};
    }
    std::vector<SDL_Event> operator()(const host::ResizeEvent&) const {
        return {window_event(SDL_WINDOWEVENT_SIZE_CHANGED)};
    }
    std::vector<SDL_Event> operator()(const host::ExposeEvent&) const {
        return {window_event(SDL_WINDOWEVENT_EXPOSED)};
    }
    std::vector<SDL_Event> operator()(const host::QuitEvent&) const { return {of_type(SDL_QUIT)}; }
    std::vector<SDL_Event> operator()(const host::ProjectorEvent&) const { return {}; }
    std::vector<SDL_Event> operator()(const host::WakeEvent&) const { return {}; }
};

} // namespace

std::optional<host::Event> from_sdl(const SDL_Event& event, Size screen, const host::Clock& clock) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return finger_event(event.tfinger, screen, clock);
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return mouse_event(event, clock);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return key_event(event.key, clock);
    case SDL_TEXTINPUT: return host::TextEvent{event.text.text};
    case SDL_MOUSEWHEEL: return host::WheelEvent{-event.wheel.preciseY};
    case SDL_WINDOWEVENT: return window_event(event.window);
    case SDL_QUIT: return host::QuitEvent{};
    default: return std::nullopt;
    }
}

std::vector<SDL_Event> to_sdl(const host::Event& event, Size screen) {
    return std::visit(ToSdl{screen}, event);
}

} // namespace foyer::sdl
