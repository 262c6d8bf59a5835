// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/png_file.h"

#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace {

/// What stb asks for: malloc's memory, null if there is none. Its own packing takes ten times as
/// long as zlib's quickest, which is as small for screens.
unsigned char* packed(unsigned char* data, int size, int* packed_size, int) {
    uLongf room = compressBound(static_cast<uLong>(size));
    auto* to = static_cast<unsigned char*>(std::malloc(room));
    if (!to || compress2(to, &room, data, static_cast<uLong>(size), Z_BEST_SPEED) != Z_OK) {
        std::free(to);
        return nullptr;
    }
    *packed_size = static_cast<int>(room);
    return to;
}

} // namespace

#define STBIW_ZLIB_COMPRESS packed
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb_image_write.h>

namespace foyer::pictures {

Result<void> write_png(const host::Bitmap& bitmap, const std::string& path) {
    if (bitmap.empty()) return {Errc::invalid, path + ": there is no picture to write"};
    // Screens are flat: trying all five filters for each row takes three times as long and gains
    // nothing.
    stbi_write_force_png_filter = 0;
    std::string png;
    const auto append = [](void* to, void* bytes, int count) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes),
                                              static_cast<std::size_t>(count));
    };
    if (!stbi_write_png_to_func(append, &png, bitmap.width, bitmap.height, 4, bitmap.rgba.data(),
                                bitmap.width * 4))
        return {Errc::no_space, path + ": no memory to encode the picture"};

    const std::string part = path + ".part";
    std::ofstream file(part, std::ios::binary);
    file.write(png.data(), static_cast<std::streamsize>(png.size()));
    file.close();
    if (file.good() && std::rename(part.c_str(), path.c_str()) == 0) return {};
    const int why = errno;
    std::remove(part.c_str());
    return {why == ENOSPC ? Errc::no_space : Errc::unreadable, path + ": " + std::strerror(why)};
}

} // namespace foyer::pictures
