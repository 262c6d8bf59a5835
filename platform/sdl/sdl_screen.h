// SPDX-License-Identifier: EUPL-1.2
// The screen through SDL. What a newcomer would get wrong: texture 0 means "the colour of the
// vertices alone", and nobody here knows a font atlas. So build Dear ImGui's atlas, leave its
// texture id 0, and switch its baked lines off (ImFontAtlasFlags_NoBakedLines); its own text cannot
// be shown, ours comes as textures.
#pragma once

#include "kiosk/host/clock.h"
#include "kiosk/host/screen.h"
#include "platform/sdl/canvas.h"

#include <atomic>
#include <memory>
#include <string>

struct SDL_Window;
union SDL_Event;

namespace foyer::sdl {

class InputDevices;
class Projectors;

struct SdlOptions {
    enum class Window { full_screen, windowed, headless };
    enum class Drawing { automatic, graphics_chip };

    Window window = Window::full_screen;
    Drawing drawing = Drawing::automatic; ///< automatic: in memory where the window has a surface
    int width_px = 1280, height_px = 800; ///< of a window, and of the screen when headless
    std::string title = "Foyer";
    std::string input_folder = "/dev/input"; ///< waited on where SDL cannot
};

class SdlScreen final : public host::Screen {
  public:
    /// Fails with not_found when there is no display, unreadable when it cannot be drawn on.
    /// `clock` gives events their time and must outlive the screen. One at a time.
    static Result<std::unique_ptr<SdlScreen>> create(const SdlOptions& options,
                                                     const host::Clock& clock);
    ~SdlScreen() override;
    SdlScreen(const SdlScreen&) = delete;
    SdlScreen& operator=(const SdlScreen&) = delete;

    Size size() const override;
    host::TextureId upload(const host::Bitmap& bitmap) override { return canvas_->upload(bitmap); }
    void release(host::TextureId texture) override { canvas_->release(texture); }
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override;
    Result<host::Bitmap> screenshot() override { return canvas_->screenshot(); }
    host::Surface* projector() override;
    void pretend_projector(Size px) override;
    std::optional<host::Event> wait(std::optional<std::chrono::milliseconds> timeout) override;
    void wake() override;
    void inject(const host::Event& event) override;

  private:
    explicit SdlScreen(const host::Clock& clock);
    Result<void> open(const SdlOptions& options);
    std::optional<host::Event> next();
    void tell_of_projector();
    bool is_of_projector(const SDL_Event& event);
    void sleep(std::optional<std::chrono::milliseconds> time);
    void sleep_on_descriptors(int timeout_ms);

    const host::Clock& clock_;
    SDL_Window* window_ = nullptr;
    std::unique_ptr<Canvas> canvas_;
    std::unique_ptr<Projectors> projectors_;
    std::unique_ptr<InputDevices> devices_; ///< only where SDL cannot wait for them
    bool sdl_sleeps_ = true;                ///< the video driver waits without polling
    int waker_ = -1;                        ///< an eventfd, where it does not
    std::uint32_t wake_type_ = 0, projector_type_ = 0;
    std::atomic<bool> woken_ = false;
    bool screen_saver_off_ = false;
};

} // namespace foyer::sdl
