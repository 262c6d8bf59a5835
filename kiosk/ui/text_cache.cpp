// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/text_cache.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace foyer::ui {

namespace {

constexpr std::size_t max_blocks = 600;

std::size_t texture_bytes_of(const TextCache::Texture& texture) {
    return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
}

} // namespace

TextCache::TextCache(host::TextLayouter& layouter, host::Surface& surface,
                     std::size_t texture_budget_bytes)
    : layouter_(layouter), surface_(surface), budget_(texture_budget_bytes) {}

TextCache::~TextCache() { drop_textures(); }

std::size_t TextCache::Hash::operator()(const host::TextSpec& spec) const {
    std::size_t seed = std::hash<std::string>{}(spec.text);
    const auto mix = [&](std::size_t value) {
        seed ^= value + 0x9e3779b97f4a7c15ull + (seed << 6) + (seed >> 2);
    };
    mix(std::hash<float>{}(spec.em_px));
    mix(std::hash<float>{}(spec.width_px));
    mix(static_cast<std::size_t>(spec.weight));
    mix(spec.spans.size());
    return seed;
}

std::unique_ptr<host::TextBlock> TextCache::lay_out(const host::TextSpec& spec) {
    if (spec.hyphens == host::Hyphens::everywhere) return layouter_.layout(spec);
    // U+034F takes as many bytes as U+00AD, is not drawn either and offers no break.
    host::TextSpec whole = spec;
    whole.may_break_words = false;
    whole.text = text::replace_all(spec.text, text::soft_hyphen, "\xCD\x8F");
    std::unique_ptr<host::TextBlock> block = layouter_.layout(whole);
    return block->overflows() ? layouter_.layout(spec) : std::move(block);
}

TextCache::Entry& TextCache::entry(const host::TextSpec& spec) {
    auto found = entries_.find(spec);
    if (found == entries_.end()) found = entries_.emplace(spec, Entry{lay_out(spec), {}, 0}).first;
    found->second.used = frame_;
    return found->second;
}

const host::TextBlock& TextCache::block(const host::TextSpec& spec) { return *entry(spec).block; }

TextCache::Texture TextCache::texture(const host::TextSpec& spec) {
    Entry& cached = entry(spec);
    if (cached.texture.id == 0) {
        const host::Bitmap bitmap = cached.block->render(pad);
        if (bitmap.empty()) return {};
        cached.texture = {surface_.upload(bitmap), bitmap.width, bitmap.height};
        if (cached.texture.id != 0) bytes_ += texture_bytes_of(cached.texture);
    }
    return cached.texture;
}

void TextCache::release(Entry& cached) {
    if (cached.texture.id == 0) return;
    surface_.release(cached.texture.id);
    bytes_ -= texture_bytes_of(cached.texture);
    cached.texture = {};
}

void TextCache::trim() {
    ++frame_;
    if (bytes_ <= budget_ && entries_.size() <= max_blocks) return;
    std::vector<std::pair<std::uint64_t, const host::TextSpec*>> oldest;
    for (const auto& [spec, cached] : entries_) {
        if (cached.used + 1 < frame_) oldest.emplace_back(cached.used, &spec);
    }
    std::sort(oldest.begin(), oldest.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [used, spec] : oldest) {
        if (bytes_ <= budget_ && entries_.size() <= max_blocks) return;
        const auto found = entries_.find(*spec);
        release(found->second);
        entries_.erase(found);
    }
}

void TextCache::drop_textures() {
    for (auto& [spec, cached] : entries_) release(cached);
}

} // namespace foyer::ui
