// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/decode_photo.h"

#include "platform/pictures/alpha.h"

#include <memory>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_MAX_DIMENSIONS 32767
#include <stb_image.h>

namespace foyer::platform {

namespace {

struct StbFree {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

/// The file must be what the page says it is.
bool begins_as(host::PictureType type, std::string_view bytes) {
    return bytes.starts_with(type == host::PictureType::png ? "\x89PNG\r\n" : "\xFF\xD8\xFF");
}

/// What the header claims. stb_image would say of an enormous picture that it does not know the
/// type.
bool claims_too_much(host::PictureType type, std::string_view bytes) {
    if (type != host::PictureType::png || bytes.size() < 24) return false;
    std::uint64_t sides[2] = {0, 0};
    for (std::size_t i = 0; i < 8; ++i)
        sides[i / 4] = sides[i / 4] << 8 | static_cast<unsigned char>(bytes[16 + i]);
    return sides[0] * sides[1] > host::max_picture_pixels;
}

std::vector<std::uint8_t> with_alpha(std::span<const std::uint8_t> rgb) {
    std::vector<std::uint8_t> rgba;
    rgba.reserve(rgb.size() / 3 * 4);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
        rgba.insert(rgba.end(), {rgb[i], rgb[i + 1], rgb[i + 2], 0xFF});
    return rgba;
}

} // namespace

Result<host::Bitmap> decode_photo(host::PictureType type, std::string_view bytes,
                                  host::PixelSize box) {
    if (!begins_as(type, bytes)) return {Errc::wrong_format, "the file is of another type"};
    if (claims_too_much(type, bytes)) return {Errc::too_large, "more than 32 million pixels"};
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const int length = static_cast<int>(bytes.size());
    host::PixelSize size;
    int components = 0;
    if (!stbi_info_from_memory(data, length, &size.width, &size.height, &components))
        return {Errc::damaged, stbi_failure_reason()};
    const auto width = static_cast<std::size_t>(size.width);
    const auto height = static_cast<std::size_t>(size.height);
    if (width == 0 || height == 0) return {Errc::damaged, "a picture without pixels"};
    if (width > host::max_picture_pixels / height)
        return {Errc::too_large, "more than 32 million pixels"};

    const int channels = components == 2 || components == 4 ? 4 : 3;
    const std::unique_ptr<stbi_uc, StbFree> decoded(
        stbi_load_from_memory(data, length, &size.width, &size.height, &components, channels));
    if (!decoded) {
        const std::string_view why = stbi_failure_reason();
        return {why == "outofmem" ? Errc::too_large : Errc::damaged, std::string(why)};
    }
    const std::span<std::uint8_t> pixels(decoded.get(),
                                         width * height * static_cast<std::size_t>(channels));
    const host::PixelSize target = host::shrunk_into(size, box);
    host::Bitmap out{target.width, target.height, {}};
    if (target == size) {
        if (channels == 4)
            out.rgba.assign(pixels.begin(), pixels.end());
        else
            out.rgba = with_alpha(pixels);
        return out;
    }
    if (channels == 4) premultiply(pixels);
    out.rgba = host::area_average(pixels, size, target, channels);
    if (channels == 4)
        unpremultiply(out.rgba);
    else
        out.rgba = with_alpha(out.rgba);
    return out;
}

} // namespace foyer::platform
