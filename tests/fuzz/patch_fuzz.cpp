// SPDX-License-Identifier: EUPL-1.2
// A patch and a packed file from anybody: refused or unpacked, never more bytes than announced,
// never a crash. The first byte says what the rest is: 'p' a patch, 'w' a whole pack, 'h' the head
// of a picture.
#include "kiosk/update/patch.h"
#include "kiosk/update/picture_head.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace foyer;
using namespace foyer::update;

namespace {

constexpr std::size_t length = 4096; ///< of the result in the seeds

std::string base() {
    std::string bytes;
    for (unsigned i = 0; bytes.size() < 2 * length; ++i) bytes += std::to_string(i * 7919);
    return bytes;
}

void patch(std::string_view bytes) {
    static const std::string original = base();
    std::string from = original;
    std::string result(length, '\0');
    if (apply_patch(bytes, from, result) && !check_patch(bytes, length)) std::abort();
}

void whole(std::string_view bytes) {
    std::size_t written = 0;
    Unpacker unpacker(length);
    const PatchSink count = [&](std::string_view piece) -> Result<void> {
        written += piece.size();
        if (written > length) std::abort();
        return {};
    };
    bool fine = true;
    for (std::size_t at = 0; fine && at < bytes.size(); at += 100) {
        fine = unpacker.add(bytes.substr(at, 100), count).has_value();
    }
    if (fine && unpacker.finish() && written != length) std::abort();
}

void picture(std::string_view bytes) {
    for (const Result<PictureSize>& size : {png_size(bytes), jpeg_size(bytes)}) {
        if (size && (size->width == 0 || size->height == 0)) std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] == 'p') patch(bytes);
    if (data[0] == 'w') whole(bytes);
    if (data[0] == 'h') picture(bytes);
    return 0;
}
