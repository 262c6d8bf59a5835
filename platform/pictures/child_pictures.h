// SPDX-License-Identifier: EUPL-1.2
// Pictures decoded by a child, foyer-decode, that may neither write nor talk to anybody but us. It
// stays while pictures come and leaves by itself when none does; if it crashes or hangs, that
// costs the picture at hand and the next job starts another.
#pragma once

#include "kiosk/host/pictures.h"
#include "platform/linux/fd.h"

#include <chrono>
#include <string>
#include <sys/types.h>

namespace foyer::platform {

/// One thread at a time.
class ChildPictures final : public host::Pictures {
  public:
    struct Options {
        std::string decoder;         ///< path of foyer-decode
        std::string fontconfig_file; ///< for letters in drawings
        std::chrono::milliseconds timeout{5000};
    };
    explicit ChildPictures(Options options) : options_(std::move(options)) {}
    ~ChildPictures() override;
    ChildPictures(const ChildPictures&) = delete;
    ChildPictures& operator=(const ChildPictures&) = delete;

    Result<host::Bitmap> decode(const host::PictureJob& job) override;

    /// Starts the child before its first job is there, so that the job does not wait for it.
    Result<void> warm_up();

    /// The child's process, or 0; for tests and for counting memory.
    pid_t child() const { return child_; }

  private:
    using Deadline = std::chrono::steady_clock::time_point;
    Result<host::Bitmap> run(const host::PictureJob& job, Deadline deadline);
    Error lost(const Error& error);
    int end_child();

    Options options_;
    pid_t child_ = 0;
    Fd socket_;
    bool left_ = false; ///< the last child had ended by itself
};

} // namespace foyer::platform
