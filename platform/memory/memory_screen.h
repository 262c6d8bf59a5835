// SPDX-License-Identifier: EUPL-1.2
// A screen without glass. Time passes on it only by waiting: a wait that nothing ends moves the
// test's clock on by its time-out and returns at once.
#pragma once

#include "kiosk/host/screen.h"
#include "platform/memory/manual_clock.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace foyer::platform {

class MemorySurface final : public host::Surface {
  public:
    explicit MemorySurface(Size size) : size_(size) {}

    void resize(Size size) { size_ = size; }
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

  private:
    Size size_;
    bool full_ = false;
    int frames_ = 0, vertices_ = 0, lost_textures_ = 0;
    std::uint32_t background_rgba_ = 0;
    host::TextureId next_texture_ = 1;
    std::map<host::TextureId, host::Bitmap> textures_;
};

/// inject() and wake() from any thread, the rest from one.
class MemoryScreen final : public host::Screen {
  public:
    /// `clock` must outlive the screen.
    MemoryScreen(ManualClock& clock, Size size) : clock_(clock), own_(size) {}

    void resize(Size size);
    void fill_memory(bool full) { own_.fill_memory(full); }
    int frames() const { return own_.frames(); }
    int vertices() const { return own_.vertices(); }
    std::size_t textures() const { return own_.textures(); }
    std::size_t texture_bytes() const { return own_.texture_bytes(); }
    int lost_textures() const { return own_.lost_textures(); }
    const host::Bitmap* texture(host::TextureId id) const { return own_.texture(id); }
    const MemorySurface* wall() const { return projector_.get(); }

    Size size() const override { return own_.size(); }
    host::TextureId upload(const host::Bitmap& bitmap) override { return own_.upload(bitmap); }
    void release(host::TextureId texture) override { own_.release(texture); }
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override {
        own_.present(frame, background_rgba);
    }
    Result<host::Bitmap> screenshot() override { return own_.screenshot(); }
    host::Surface* projector() override { return projector_.get(); }
    void pretend_projector(Size px) override;
    std::optional<host::Event> wait(std::optional<std::chrono::milliseconds> timeout) override;
    void wake() override;
    void inject(const host::Event& event) override;

  private:
    ManualClock& clock_;
    MemorySurface own_;
    std::unique_ptr<MemorySurface> projector_;
    /// As long as somebody may release textures: he knows of none of these yet, or was just told.
    std::vector<std::unique_ptr<MemorySurface>> gone_, told_;

    std::mutex guard_;
    std::condition_variable came_;
    std::deque<host::Event> events_;
};

} // namespace foyer::platform
