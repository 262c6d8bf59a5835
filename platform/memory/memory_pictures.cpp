// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory/memory_pictures.h"

#include "kiosk/host/area_average.h"

namespace foyer::platform {

void MemoryPictures::show(const Look& look) {
    const std::lock_guard lock(guard_);
    look_ = look;
}

void MemoryPictures::fail(std::optional<Error> error) {
    const std::lock_guard lock(guard_);
    fault_ = std::move(error);
}

std::vector<host::PictureJob> MemoryPictures::jobs() const {
    const std::lock_guard lock(guard_);
    return jobs_;
}

Result<host::Bitmap> MemoryPictures::decode(const host::PictureJob& job) {
    const std::lock_guard lock(guard_);
    jobs_.push_back(job);
    if (fault_) return *fault_;
    const host::PixelSize size =
        host::shrunk_into({look_.width_px, look_.height_px}, {job.width_px, job.height_px});
    host::Bitmap out{size.width, size.height, {}};
    const auto pixels =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    out.rgba.reserve(pixels * 4);
    for (std::size_t i = 0; i < pixels; ++i)
        out.rgba.insert(out.rgba.end(), look_.rgba.begin(), look_.rgba.end());
    return out;
}

} // namespace foyer::platform
