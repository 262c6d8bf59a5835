// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory/memory_screen.h"

#include <imgui.h>

#include <utility>

namespace foyer::platform {

void MemoryScreen::resize(Size size) {
    own_.resize(size);
    inject(host::ResizeEvent{});
}

void MemoryScreen::pretend_projector(Size px) {
    if (projector_) gone_.push_back(std::move(projector_));
    if (px.w > 0) projector_ = std::make_unique<MemorySurface>(px);
    inject(host::ProjectorEvent{});
}

std::size_t MemorySurface::texture_bytes() const {
    std::size_t sum = 0;
    for (const auto& [id, bitmap] : textures_) sum += bitmap.bytes();
    return sum;
}

const host::Bitmap* MemorySurface::texture(host::TextureId id) const {
    const auto found = textures_.find(id);
    return found == textures_.end() ? nullptr : &found->second;
}

host::TextureId MemorySurface::upload(const host::Bitmap& bitmap) {
    if (full_ || bitmap.empty()) return 0;
    textures_.emplace(next_texture_, bitmap);
    return next_texture_++;
}

void MemorySurface::release(host::TextureId texture) { textures_.erase(texture); }

void MemorySurface::present(const ImDrawData& frame, std::uint32_t background_rgba) {
    ++frames_;
    vertices_ = frame.TotalVtxCount;
    background_rgba_ = background_rgba;
    for (const ImDrawList* list : frame.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.UserCallback || command.ElemCount == 0) continue;
            const auto id = reinterpret_cast<host::TextureId>(command.GetTexID());
            if (id != 0 && !texture(id)) ++lost_textures_;
        }
    }
}

Result<host::Bitmap> MemorySurface::screenshot() {
    if (frames_ == 0) return {Errc::not_found, "no frame was shown yet"};
    host::Bitmap out{static_cast<int>(size_.w), static_cast<int>(size_.h), {}};
    const auto pixels = static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height);
    out.rgba.reserve(pixels * 4);
    for (std::size_t i = 0; i < pixels; ++i)
        for (int shift = 24; shift >= 0; shift -= 8)
            out.rgba.push_back(static_cast<std::uint8_t>(background_rgba_ >> shift));
    return out;
}

std::optional<host::Event> MemoryScreen::wait(std::optional<std::chrono::milliseconds> timeout) {
    told_.clear();
    std::unique_lock lock(guard_);
    if (!timeout) came_.wait(lock, [this] { return !events_.empty(); });
    if (events_.empty()) {
        clock_.advance(*timeout);
        return std::nullopt;
    }
    host::Event event = std::move(events_.front());
    events_.pop_front();
    if (std::holds_alternative<host::ProjectorEvent>(event)) told_ = std::exchange(gone_, {});
    return event;
}

void MemoryScreen::wake() { inject(host::WakeEvent{}); }

void MemoryScreen::inject(const host::Event& event) {
    {
        const std::lock_guard lock(guard_);
        events_.push_back(event);
    }
    came_.notify_one();
}

} // namespace foyer::platform
