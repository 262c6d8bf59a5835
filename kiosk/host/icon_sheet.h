// SPDX-License-Identifier: EUPL-1.2
// All icons in one file, as masks: how much of each pixel is covered. The build draws them once
// from assets/icons, so that the kiosk starts without a drawing library.
//
// The file, numbers little-endian:
//   8 bytes  "FOYICON1"
//   u32      number of icons
//   u32      side of each icon in pixels
//   per icon: u8 length of the name, the name; ascending
//   per icon: side * side bytes of coverage, rows from the top
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/bitmap.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::host {

class IconSheet {
  public:
    /// Fails with wrong_format or damaged.
    static Result<IconSheet> parse(std::string bytes);

    int side_px() const { return side_; }
    const std::vector<std::string>& names() const { return names_; }
    /// The coverage of an icon, side * side bytes; empty when there is none of that name. Valid as
    /// long as the sheet.
    std::span<const std::uint8_t> mask(std::string_view name) const;
    /// The icon as white pixels with the coverage in alpha, `px` wide and high. Sharp up to
    /// side_px().
    std::optional<Bitmap> scaled(std::string_view name, int px) const;

  private:
    std::string bytes_;
    std::vector<std::string> names_;
    std::size_t masks_at_ = 0;
    int side_ = 0;
};

struct IconMask {
    std::string name;
    std::vector<std::uint8_t> coverage; ///< side * side bytes
};

/// The bytes of the file. Fails with invalid if a mask has another size or a name is empty, twice
/// there or longer than 255 bytes.
Result<std::string> write_icon_sheet(int side_px, std::vector<IconMask> icons);

} // namespace foyer::host
