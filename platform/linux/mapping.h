// SPDX-License-Identifier: EUPL-1.2
// A file as memory. If the medium fails where it is touched, the process gets SIGBUS: read a file
// through before mapping it.
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/fd.h"

#include <cstdint>
#include <span>
#include <string>

namespace foyer::platform {

class Mapping {
  public:
    enum class Use { read, write };
    /// The first `bytes` of `file`, which has to be that long; they stay when it is closed. Fails
    /// with unreadable; `path` is for the message. No bytes are an empty mapping.
    static Result<Mapping> of(const Fd& file, std::uint64_t bytes, Use use,
                              const std::string& path);

    Mapping() = default;
    Mapping(Mapping&& other) noexcept;
    Mapping& operator=(Mapping&& other) noexcept;
    ~Mapping();

    std::span<char> bytes() const { return bytes_; }

  private:
    std::span<char> bytes_;
};

} // namespace foyer::platform
