// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/picture_head.h"

namespace foyer::update {

namespace {

/// `count` bytes from `at` on as a number, the highest first. They have to be there.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

Result<PictureSize> checked(PictureSize size) {
    if (size.width == 0 || size.height == 0) return Error{Errc::damaged, "has no pixels"};
    return size;
}

/// The markers of a JPEG that begin a frame and so say its size.
bool begins_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Markers that stand alone, without a length and content.
bool stands_alone(unsigned marker) {
    return marker == 0x00 || marker == 0x01 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD8);
}

} // namespace

Result<PictureSize> png_size(std::string_view bytes) {
    constexpr std::string_view magic("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + 8) {
        return Error{Errc::damaged, "is no PNG"};
    }
    return checked({number(bytes, 16, 4), number(bytes, 20, 4)});
}

Result<PictureSize> jpeg_size(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8")) return Error{Errc::damaged, "is no JPEG"};
    std::size_t at = 2;
    // Decoders pass over what stands between two segments, so it is passed over here too.
    while (at + 9 <= bytes.size()) {
        const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
        if (bytes[at] != '\xFF' || stands_alone(marker)) {
            ++at;
            continue;
        }
        // A frame has a length (2), the depth (1), height (2) and width (2).
        if (begins_frame(marker)) {
            return checked({number(bytes, at + 7, 2), number(bytes, at + 5, 2)});
        }
        if (marker == 0xD9 || marker == 0xDA) break;
        at += 2 + std::size_t{number(bytes, at + 2, 2)};
    }
    return Error{Errc::damaged, "is a JPEG that does not say its size"};
}

} // namespace foyer::update
