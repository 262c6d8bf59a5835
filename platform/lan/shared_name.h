// SPDX-License-Identifier: EUPL-1.2
// Which names neighbours may ask for. They become names of files, so what is not clearly one of the
// known forms does not exist.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::platform {

/// The file behind the path of a request, relative to the shared folder: "metadata/NAME.json",
/// "targets/packs/NAME", "targets/packs/NAME/NAME", where a NAME is of letters, digits, "-", "_"
/// and "." and does not begin with a dot. Empty for all else, also for %XX that stand for the same.
std::optional<std::string> shared_name(std::string_view path);

/// Bytes of a file, the last one included.
struct ByteRange {
    std::uint64_t first = 0, last = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

enum class RangeKind { all, part, beyond };
struct RangeAnswer {
    RangeKind kind = RangeKind::all;
    ByteRange bytes; ///< of `part`
};

/// What a Range header asks of a file of that length. Only "bytes=A-" and "bytes=A-B" are
/// understood; any other header may be ignored, and is.
RangeAnswer range_of(std::string_view header, std::uint64_t length);

} // namespace foyer::platform
