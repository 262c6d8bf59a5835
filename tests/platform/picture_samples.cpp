// SPDX-License-Identifier: EUPL-1.2
#include "tests/platform/picture_samples.h"

#include <vector>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

namespace foyer::samples {

namespace {

void append(void* to, void* bytes, int count) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes),
                                          static_cast<std::size_t>(count));
}

std::vector<std::uint8_t> pixels(int width, int height, Colour c, int channels) {
    std::vector<std::uint8_t> out;
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    out.reserve(count * static_cast<std::size_t>(channels));
    for (std::size_t i = 0; i < count; ++i) {
        out.insert(out.end(), {c.r, c.g, c.b});
        if (channels == 4) out.push_back(c.a);
    }
    return out;
}

} // namespace

std::string png(int width, int height, Colour colour) {
    std::string out;
    stbi_write_png_to_func(append, &out, width, height, 4, pixels(width, height, colour, 4).data(),
                           width * 4);
    return out;
}

std::string jpeg(int width, int height, Colour colour) {
    std::string out;
    stbi_write_jpg_to_func(append, &out, width, height, 3, pixels(width, height, colour, 3).data(),
                           90);
    return out;
}

std::string clear_png(std::uint32_t width, std::uint32_t height) {
    std::string idat("\x78\x01", 2);
    unsigned held = 0, bits = 0;
    const auto put = [&](unsigned code, unsigned length) {
        held |= code << bits;
        for (bits += length; bits >= 8; bits -= 8, held >>= 8) idat += static_cast<char>(held);
    };
    // One block of fixed Huffman codes (their bits reversed): a zero, then as often as needed "258
    // bytes like the last one", then zeros for the rest.
    put(0b011, 3);
    put(0b00001100, 8);
    std::uint64_t left = std::uint64_t{height} * (1 + std::uint64_t{width} * 4) - 1;
    for (; left >= 258; left -= 258) put(0b10100011, 13);
    for (; left > 0; --left) put(0b00001100, 8);
    put(0, 7);
    put(0, 7);                    // fills up the last byte
    idat += std::string(4, '\0'); // the checksum, which stb_image does not look at
    std::string out = png_header(width, height);
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<std::uint32_t>(idat.size()) >> shift);
    out += "IDAT" + idat + std::string(4, '\0') + std::string("\0\0\0\0IEND\0\0\0\0", 12);
    return out;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
    std::string out("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const std::uint32_t side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(side >> shift);
    out += std::string("\x08\x06\0\0\0\0\0\0\0", 9);
    return out;
}

} // namespace foyer::samples
