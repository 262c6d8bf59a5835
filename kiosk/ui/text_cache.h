// SPDX-License-Identifier: EUPL-1.2
// Laid-out blocks and their textures, by everything their look depends on. Laying a paragraph out
// costs about as much as a whole frame, so each is done once; what was not drawn for longest goes
// first when the budget is spent.
#pragma once

#include "kiosk/host/screen.h"
#include "kiosk/host/text_layout.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace foyer::ui {

/// Belongs to the UI thread.
class TextCache {
  public:
    /// `texture_budget_bytes` limits the pixels, not the layouts.
    TextCache(host::TextLayouter& layouter, host::Surface& surface,
              std::size_t texture_budget_bytes);
    ~TextCache();
    TextCache(const TextCache&) = delete;
    TextCache& operator=(const TextCache&) = delete;

    /// Valid until the next trim().
    const host::TextBlock& block(const host::TextSpec& spec);

    struct Texture {
        host::TextureId id = 0;
        int width = 0, height = 0; ///< px, with `pad` around the block
    };
    static constexpr int pad = 2;
    Texture texture(const host::TextSpec& spec);

    /// Call between frames: forgets what is over the budget, never what the last frame used.
    void trim();
    /// Forgets all pixels, for a screen that lost its textures.
    void drop_textures();

    std::size_t texture_bytes() const { return bytes_; }
    std::size_t blocks() const { return entries_.size(); }

  private:
    struct Hash {
        std::size_t operator()(const host::TextSpec& spec) const;
    };
    struct Entry {
        std::unique_ptr<host::TextBlock> block;
        Texture texture;
        std::uint64_t used = 0; ///< number of the frame
    };
    std::unique_ptr<host::TextBlock> lay_out(const host::TextSpec& spec);
    Entry& entry(const host::TextSpec& spec);
    void release(Entry& entry);

    host::TextLayouter& layouter_;
    host::Surface& surface_;
    std::size_t budget_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 1;
    std::unordered_map<host::TextSpec, Entry, Hash> entries_;
};

} // namespace foyer::ui
