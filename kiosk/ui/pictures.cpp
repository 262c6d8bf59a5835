// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/pictures.h"

#include <algorithm>

namespace foyer::ui {

namespace {

std::size_t bytes_of(const PictureTexture& texture) {
    return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
}

} // namespace

PictureTexture Icons::get(const std::string& name, int px) {
    const auto [entry, is_new] = textures_.try_emplace({name, px});
    if (is_new) {
        const std::optional<host::Bitmap> bitmap = sheet_.scaled(name, px);
        if (bitmap) entry->second = {surface_.upload(*bitmap), bitmap->width, bitmap->height};
    }
    return entry->second;
}

Pictures::Found Pictures::get(const PictureKey& key) {
    Entry& entry = entries_[key];
    entry.used = frame_;
    return entry.found;
}

std::vector<PictureKey> Pictures::take_wanted() {
    std::vector<PictureKey> wanted;
    for (auto& [key, entry] : entries_) {
        if (entry.asked || entry.used != frame_) continue;
        entry.asked = true;
        ++pending_;
        wanted.push_back(key);
    }
    return wanted;
}

void Pictures::put(const PictureKey& key, const std::optional<host::Bitmap>& bitmap) {
    if (const auto late = late_.find(key); late != late_.end()) {
        if (--late->second == 0) late_.erase(late);
        return;
    }
    const auto found = entries_.find(key);
    if (found == entries_.end() || !found->second.asked) return;
    Entry& entry = found->second;
    if (entry.found.state != State::waiting) return;
    --pending_;
    entry.found.state = State::broken;
    if (!bitmap || bitmap->empty()) return;
    const PictureTexture texture{surface_.upload(*bitmap), bitmap->width, bitmap->height};
    if (texture.id == 0) return;
    entry.found = {State::ready, texture};
    bytes_ += bytes_of(texture);
}

void Pictures::trim() {
    ++frame_;
    while (bytes_ > budget_) {
        auto oldest = entries_.end();
        for (auto at = entries_.begin(); at != entries_.end(); ++at) {
            const bool free = at->second.found.texture.id != 0 && at->second.used + 1 < frame_;
            if (free && (oldest == entries_.end() || at->second.used < oldest->second.used))
                oldest = at;
        }
        if (oldest == entries_.end()) return;
        surface_.release(oldest->second.found.texture.id);
        bytes_ -= bytes_of(oldest->second.found.texture);
        entries_.erase(oldest);
    }
}

void Pictures::clear() {
    for (auto& [key, entry] : entries_) {
        if (entry.found.texture.id != 0) surface_.release(entry.found.texture.id);
        if (entry.asked && entry.found.state == State::waiting) ++late_[key];
    }
    entries_.clear();
    bytes_ = 0;
    pending_ = 0;
}

} // namespace foyer::ui
