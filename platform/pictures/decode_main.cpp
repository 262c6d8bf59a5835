// SPDX-License-Identifier: EUPL-1.2
// foyer-decode: the kiosk's child for pictures. Not for calling by hand: it answers on descriptor
// 3 (decode_protocol.h), has no rights worth taking, and ends when nobody asks for a second.
#include "platform/pictures/decode_photo.h"
#include "platform/pictures/decode_protocol.h"
#include "platform/pictures/draw_svg.h"
#include "platform/pictures/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <optional>
#include <poll.h>
#include <span>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

constexpr int idle_ms = 1000;
/// Leaves in time: the system's limit on its processor time would hit a picture that did nothing.
constexpr std::clock_t retire_after = 15 * CLOCKS_PER_SEC;

bool receive(std::span<char> into) {
    while (!into.empty()) {
        const ssize_t got = read(decoder_socket, into.data(), into.size());
        if (got == 0 || (got < 0 && errno != EINTR)) return false;
        if (got > 0) into = into.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool answer(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(decoder_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) return false;
        if (sent > 0) bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

bool answer(const ReplyHeader& header, std::span<const char> body) {
    return answer({reinterpret_cast<const char*>(&header), sizeof header}) && answer(body);
}

Result<host::Bitmap> decode(const JobHeader& job, std::string_view bytes, std::string_view css) {
    const host::PixelSize box{std::max(job.width_px, 0), std::max(job.height_px, 0)};
    const auto type = static_cast<host::PictureType>(job.type);
    if (type == host::PictureType::svg) return draw_svg(bytes, css, box);
    return decode_photo(type, bytes, box);
}

/// False when there is nobody left to serve.
bool serve_one() {
    pollfd waiting{decoder_socket, POLLIN, 0};
    int found = 0;
    while ((found = poll(&waiting, 1, idle_ms)) < 0 && errno == EINTR) {
    }
    JobHeader job;
    if (found <= 0 || !receive({reinterpret_cast<char*>(&job), sizeof job})) return false;
    if (job.picture_bytes > host::max_picture_bytes || job.css_bytes > max_css_bytes) return false;
    std::string bytes(job.picture_bytes, '\0'), css(job.css_bytes, '\0');
    if (!receive(bytes) || !receive(css)) return false;

    const Result<host::Bitmap> bitmap = decode(job, bytes, css);
    ReplyHeader reply;
    if (!bitmap) {
        const std::string what = bitmap.error().what.substr(0, max_error_bytes);
        reply.code = static_cast<std::uint32_t>(bitmap.error().code);
        reply.body_bytes = static_cast<std::uint32_t>(what.size());
        return answer(reply, what);
    }
    reply.ok = 1;
    reply.width_px = bitmap->width;
    reply.height_px = bitmap->height;
    reply.body_bytes = static_cast<std::uint32_t>(bitmap->bytes());
    return answer(reply, {reinterpret_cast<const char*>(bitmap->rgba.data()), bitmap->bytes()});
}

} // namespace

} // namespace foyer::platform

int main() {
    using namespace foyer::platform;
    // One heap for all threads: each further one reserves 64 MB of the address space we may use.
    mallopt(M_ARENA_MAX, 1);
    if (const auto locked = lock_down(font_places()); !locked) {
        std::fprintf(stderr, "foyer-decode: %s\n", locked.error().what.c_str());
        return 1;
    }
    while (serve_one() && std::clock() < retire_after) {
    }
    _exit(0); // nothing to save, and the libraries need not tidy up
}
