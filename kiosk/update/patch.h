// SPDX-License-Identifier: EUPL-1.2
// Packs made small with zstd: whole, and as a patch from one pack to another. The only place that
// knows the library. Nothing that is unpacked here has to be trusted: whatever the bytes are, no
// more comes out than was announced, and memory stays bounded. Only a hash says whether it is
// right.
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ZSTD_DCtx_s;

namespace foyer::update {

/// Takes the next bytes; its error ends the work and is what comes back.
using PatchSink = std::function<Result<void>(std::string_view)>;
/// Told now and then: bytes read of all that are to be read.
using PatchProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

// For publishers. Both take several times the size of the pack in memory, in mapped files mostly,
// and give the same bytes for the same input.

constexpr int patch_level = 12;
constexpr int whole_level = 15;

/// The way from `base` to `result`, both seen through the page filter (page_filter.h). Fails with
/// too_large beyond 2 GiB for both together, invalid if the filter does not give `result` back, and
/// with whatever `out` fails with. Needs half a gigabyte besides two copies of both.
Result<void> make_patch(std::string_view base, std::string_view result, const PatchSink& out,
                        const PatchProgress& progress);
/// One frame that every kiosk can unpack with 8 MiB of memory. Level 1 to 19.
Result<void> compress(std::string_view pack, int level, const PatchSink& out,
                      const PatchProgress& progress);

// For kiosks.

/// Before a byte is reserved for the result: `patch` is one frame, and says of itself that it
/// becomes `length` bytes. Fails with damaged.
Result<void> check_patch(std::string_view patch, std::uint64_t length);
/// Fills `result`, whose size is the announced one. Fails with damaged if the patch is not made for
/// this base, or does not become exactly as many bytes; what is in `result` then is rubbish.
/// `base` is a copy, and rubbish afterwards in any case.
/// Needs 200 kB besides the three, whatever their sizes.
Result<void> apply_patch(std::string_view patch, std::span<char> base, std::span<char> result);

/// Unpacks a whole pack that comes in pieces, in 9 MiB of memory.
class Unpacker {
  public:
    /// `length`: what it has to become, exactly.
    explicit Unpacker(std::uint64_t length);
    /// Fails with damaged for anything but one frame of that length, and for one that would need
    /// more memory; after that, it is of no more use.
    Result<void> add(std::string_view packed, const PatchSink& out);
    /// Fails with damaged if more should have come.
    Result<void> finish();

  private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_DCtx_s, Free> context_;
    std::uint64_t length_, done_ = 0;
    bool ended_ = false; ///< the frame is complete
    std::string piece_;
};

} // namespace foyer::update
