// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/host/icon_sheet.h"

#include "kiosk/host/area_average.h"

#include <algorithm>

namespace foyer::host {

namespace {

constexpr std::string_view magic = "FOYICON1";
constexpr std::uint32_t max_icons = 1000;
constexpr std::uint32_t max_side_px = 1024;

/// Takes bytes from the front; once it ran dry it stays so.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    bool failed() const { return failed_; }
    std::size_t left() const { return rest_.size(); }

    std::string_view take(std::size_t count) {
        if (count > rest_.size()) {
            failed_ = true;
            return {};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::uint32_t number(std::size_t bytes) {
        std::uint32_t value = 0, shift = 0;
        for (const char byte : take(bytes)) {
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
            shift += 8;
        }
        return value;
    }

  private:
    std::string_view rest_;
    bool failed_ = false;
};

void put_u32(std::string& to, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) to += static_cast<char>((value >> shift) & 0xFF);
}

std::size_t square(int side) {
    return static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
}

} // namespace

Result<IconSheet> IconSheet::parse(std::string bytes) {
    Reader reader(bytes);
    if (reader.take(magic.size()) != magic) return {Errc::wrong_format, "not a file of icons"};
    const std::uint32_t count = reader.number(4), side = reader.number(4);
    if (reader.failed() || count > max_icons || side == 0 || side > max_side_px)
        return {Errc::damaged, "icons: impossible count or size"};
    IconSheet sheet;
    sheet.side_ = static_cast<int>(side);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name(reader.take(reader.number(1)));
        if (reader.failed() || name.empty() || (i > 0 && name <= sheet.names_.back()))
            return {Errc::damaged, "icons: names are cut off or not in order"};
        sheet.names_.push_back(std::move(name));
    }
    if (reader.left() != count * square(sheet.side_))
        return {Errc::damaged, "icons: the masks do not fill the file"};
    sheet.masks_at_ = bytes.size() - reader.left();
    sheet.bytes_ = std::move(bytes);
    return sheet;
}

std::span<const std::uint8_t> IconSheet::mask(std::string_view name) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), name);
    if (found == names_.end() || *found != name) return {};
    const auto index = static_cast<std::size_t>(found - names_.begin());
    const char* at = bytes_.data() + masks_at_ + index * square(side_);
    return {reinterpret_cast<const std::uint8_t*>(at), square(side_)};
}

std::optional<Bitmap> IconSheet::scaled(std::string_view name, int px) const {
    const std::span<const std::uint8_t> coverage = mask(name);
    if (coverage.empty() || px <= 0) return std::nullopt;
    const std::vector<std::uint8_t> alpha = area_average(coverage, {side_, side_}, {px, px}, 1);
    Bitmap out{px, px, std::vector<std::uint8_t>(alpha.size() * 4, 0xFF)};
    for (std::size_t i = 0; i < alpha.size(); ++i) out.rgba[i * 4 + 3] = alpha[i];
    return out;
}

Result<std::string> write_icon_sheet(int side_px, std::vector<IconMask> icons) {
    std::sort(icons.begin(), icons.end(),
              [](const IconMask& a, const IconMask& b) { return a.name < b.name; });
    std::string out(magic);
    put_u32(out, static_cast<std::uint32_t>(icons.size()));
    put_u32(out, static_cast<std::uint32_t>(side_px));
    std::string_view previous;
    for (const IconMask& icon : icons) {
        if (icon.name.empty() || icon.name.size() > 255 || icon.name == previous)
            return {Errc::invalid, "an icon needs a name of its own: \"" + icon.name + "\""};
        if (icon.coverage.size() != square(side_px))
            return {Errc::invalid, "the mask of " + icon.name + " has another size"};
        out += static_cast<char>(icon.name.size());
        out += icon.name;
        previous = icon.name;
    }
    for (const IconMask& icon : icons) out.append(icon.coverage.begin(), icon.coverage.end());
    return out;
}

} // namespace foyer::host
