// SPDX-License-Identifier: EUPL-1.2
// A screen without glass. Time passes on it only by waiting: a wait that nothing ends moves the
// test's clock on by its time-out and returns at once.
#pragma once

#include "kiosk/host/screen.h"
#include "platform/memory/manual_clock.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace foyer::platform {

/// inject() and wake() from any thread, the rest from one.
class MemoryScreen final : public host::Screen {
  public:
    /// `clock` must outlive the screen.
    MemoryScreen(ManualClock& clock, Size size) : clock_(clock), size_(size) {}

    void resize(Size size);
    /// As if the graphics memory were full: upload() returns 0.
    void fill_memory(bool full) { full_ = full; }

    int frames() const { return frames_; }
    int vertices() const { return vertices_; } ///< of the last frame
    std::size_t textures() const { return textures_.size(); }
    std::size_t texture_bytes() const;
    /// Draw commands, over all frames, with a texture that was not there any more (or never).
    int lost_textures() const { return lost_textures_; }
    const host::Bitmap* texture(host::TextureId id) const;

    Size size() const override { return size_; }
    host::TextureId upload(const host::Bitmap& bitmap) override;
    void release(host::TextureId texture) override;
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override;
    /// The background of the last frame, as large as the screen. Fails with not_found before it.
    Result<host::Bitmap> screenshot() override;
    std::optional<host::Event> wait(std::optional<std::chrono::milliseconds> timeout) override;
    void wake() override;
    void inject(const host::Event& event) override;

  private:
    ManualClock& clock_;
    Size size_;
    bool full_ = false;
    int frames_ = 0, vertices_ = 0, lost_textures_ = 0;
    std::uint32_t background_rgba_ = 0;
    host::TextureId next_texture_ = 1;
    std::map<host::TextureId, host::Bitmap> textures_;

    std::mutex guard_;
    std::condition_variable came_;
    std::deque<host::Event> events_;
};

} // namespace foyer::platform
