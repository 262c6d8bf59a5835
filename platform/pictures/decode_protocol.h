// SPDX-License-Identifier: EUPL-1.2
// What the kiosk and its decoder say to each other over a socket: one JobHeader followed by the
// bytes it announces, answered by one ReplyHeader and its bytes. Both are built together, so the
// structs go as they lie in memory. The kiosk believes no number of a reply without looking.
#pragma once

#include <cstdint>

namespace foyer::platform {

struct JobHeader {
    std::uint32_t type = 0; ///< host::PictureType
    std::uint32_t picture_bytes = 0;
    std::uint32_t css_bytes = 0;
    std::int32_t width_px = 0, height_px = 0;
};

struct ReplyHeader {
    std::uint32_t ok = 0;
    std::uint32_t code = 0; ///< Errc, when not ok
    std::int32_t width_px = 0, height_px = 0;
    std::uint32_t body_bytes = 0; ///< RGBA, or the text of the error
};

constexpr std::uint32_t max_css_bytes = 64u << 10;
constexpr std::uint32_t max_error_bytes = 1000;

/// Where the decoder finds its end of the socket.
constexpr int decoder_socket = 3;

} // namespace foyer::platform
