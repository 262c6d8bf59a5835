// SPDX-License-Identifier: EUPL-1.2
// The second display: a window over all of it, without input of its own. It comes and goes while
// the program runs, on X11 and Wayland. SDL 2's KMSDRM driver looks for connectors at its start
// only: there a projector has to be on before the kiosk is. On X11 somebody else has to switch an
// output on that was plugged in (a desktop does; without one, xrandr --auto).
#pragma once

#include "kiosk/host/screen.h"
#include "platform/sdl/canvas.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

struct SDL_Window;
struct SDL_Rect;

namespace foyer::sdl {

/// One display that only shows.
class Projector final : public host::Surface {
  public:
    /// A window over `place` of the desktop. Fails with unreadable.
    static Result<std::unique_ptr<Projector>> open(const SDL_Rect& place, bool full_screen,
                                                   bool graphics_chip);
    ~Projector() override;
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;

    Size size() const override;
    host::TextureId upload(const host::Bitmap& bitmap) override { return canvas_->upload(bitmap); }
    void release(host::TextureId texture) override { canvas_->release(texture); }
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override {
        canvas_->present(frame, background_rgba);
    }
    Result<host::Bitmap> screenshot() override { return canvas_->screenshot(); }
    void expose() { canvas_->expose(); }
    std::uint32_t window_id() const;

  private:
    Projector() = default;

    SDL_Window* window_ = nullptr;
    std::unique_ptr<Canvas> canvas_;
};

/// Holds the projector there is, and lets go of those that went when nobody uses them any more.
class Projectors {
  public:
    Projectors(SDL_Window* panel, bool looks_for_displays, bool graphics_chip)
        : panel_(panel), looks_(looks_for_displays), graphics_chip_(graphics_chip) {}

    Projector* current() const { return current_.get(); }
    /// Looks what displays there are. True: another projector than before, or none any more.
    bool look();
    /// A window that nobody sees, or none.
    void pretend(Size px);
    /// Somebody is being told of those that went, and lets go of their textures.
    void tell_of_gone();
    /// He did.
    void forget_gone();

  private:
    void exchange(std::unique_ptr<Projector> other);
    void keep_focus();

    SDL_Window* panel_;
    bool looks_, graphics_chip_;
    bool pretended_ = false;
    std::optional<std::array<int, 4>> place_; ///< of the display that is used: x, y, w, h
    std::unique_ptr<Projector> current_;
    std::vector<std::unique_ptr<Projector>> gone_, told_; ///< nobody knows yet; somebody does
};

} // namespace foyer::sdl
