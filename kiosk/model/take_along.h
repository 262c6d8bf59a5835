// SPDX-License-Identifier: EUPL-1.2
// What a visitor takes along on a telephone: the text of a QR code.
#pragma once

#include "kiosk/model/guide.h"

#include <string>

namespace foyer::model {

/// A code of more bytes than this could not be read from a small panel (version 20 of ISO/IEC 18004
/// at error correction M).
constexpr std::size_t max_take_along_bytes = 660;

struct TakeAlong {
    std::string text;        ///< of the code; empty: there is nothing to take along
    bool is_address = false; ///< one web address, that of the page itself
    int left_out = 0;        ///< sources that found no room
    friend bool operator==(const TakeAlong&, const TakeAlong&) = default;
};

/// The page's permanent address if the pack names a base URL, as foyer-pack export lays pages out;
/// else its title and the addresses of its sources, in at most that many bytes.
TakeAlong take_along(const Catalogue& catalogue, const Page& page,
                     std::size_t most_bytes = max_take_along_bytes);

/// The result of a guide: its title, then the addresses of its pages, or where the pack names no
/// base URL the guide's sources. `result` counts from 1.
TakeAlong take_along(const Catalogue& catalogue, const Guide& guide, int result);

} // namespace foyer::model
