// SPDX-License-Identifier: EUPL-1.2
// The screen: where frames go and where fingers and keys come from. Sizes are pixels. A second
// display, a projector, only shows.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/base/result.h"
#include "kiosk/host/bitmap.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

struct ImDrawData;

namespace foyer::host {

/// A picture on the graphics side; 0 is none.
using TextureId = std::uintptr_t;

enum class Phase { down, move, up, cancel };

/// A finger or the mouse. Each finger has its own number while it is down.
struct PointerEvent {
    Phase phase = Phase::down;
    std::int64_t finger = 0;
    Point at;
    std::chrono::milliseconds time{0}; ///< of the program's clock
};

/// A key, named as SDL names it ("Tab", "Return", "Up", "F15").
struct KeyEvent {
    std::string key;
    bool down = true;
    bool repeat = false;
    bool control = false, shift = false, alt = false;
    std::chrono::milliseconds time{0};
};

/// Text from a hardware keyboard, one or more characters.
struct TextEvent {
    std::string text;
};
struct WheelEvent {
    float lines = 0; ///< positive scrolls towards the end
};
struct ResizeEvent {};
/// The window was uncovered: the last frame must be shown again.
struct ExposeEvent {};
struct QuitEvent {};
/// Screen::projector is another one now, or none. The one before lives until the next event is
/// waited for: release its textures before that.
struct ProjectorEvent {};
/// Somebody called Screen::wake.
struct WakeEvent {};

using Event = std::variant<PointerEvent, KeyEvent, TextEvent, WheelEvent, ResizeEvent, ExposeEvent,
                           QuitEvent, ProjectorEvent, WakeEvent>;

/// Where pictures and frames go. A texture belongs to the surface it was uploaded to. Not
/// thread-safe.
class Surface {
  public:
    virtual ~Surface() = default;
    virtual Size size() const = 0;
    /// 0 when there is no memory for it: the caller draws without.
    virtual TextureId upload(const Bitmap& bitmap) = 0;
    virtual void release(TextureId texture) = 0;
    /// Draws and shows a frame.
    virtual void present(const ImDrawData& frame, std::uint32_t background_rgba) = 0;
    /// The last frame presented.
    virtual Result<Bitmap> screenshot() = 0;
};

/// Not thread-safe but for wake().
class Screen : public Surface {
  public:
    /// What a room sees; null where there is one display only. It changes with a ProjectorEvent.
    virtual Surface* projector() = 0;
    /// As if a projector of `px` pixels was plugged in that nobody sees, or an empty size: pulled.
    /// A ProjectorEvent follows.
    virtual void pretend_projector(Size px) = 0;
    /// Sleeps until an event comes or `timeout` is over (absent: for ever). Empty: the time is
    /// over.
    virtual std::optional<Event> wait(std::optional<std::chrono::milliseconds> timeout) = 0;
    /// Ends a wait from any thread.
    virtual void wake() = 0;
    /// Puts an event where the real ones come from, so that tests go the way of a finger.
    virtual void inject(const Event& event) = 0;
};

} // namespace foyer::host
