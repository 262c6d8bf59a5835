// SPDX-License-Identifier: EUPL-1.2
// Pictures of one colour, in the size that was asked for, or a fault on order.
#pragma once

#include "kiosk/host/pictures.h"

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace foyer::platform {

/// Any thread.
class MemoryPictures final : public host::Pictures {
  public:
    /// How large a picture is when the job does not limit it, and what stands in it.
    struct Look {
        int width_px = 400, height_px = 300;
        std::array<std::uint8_t, 4> rgba{128, 128, 128, 255};
    };
    void show(const Look& look);
    /// Every job fails like this; absent: no more.
    void fail(std::optional<Error> error);
    std::vector<host::PictureJob> jobs() const;

    Result<host::Bitmap> decode(const host::PictureJob& job) override;

  private:
    mutable std::mutex guard_;
    Look look_;
    std::optional<Error> fault_;
    std::vector<host::PictureJob> jobs_;
};

} // namespace foyer::platform
