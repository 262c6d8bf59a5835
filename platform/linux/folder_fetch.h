// SPDX-License-Identifier: EUPL-1.2
// FolderFetch: host::Fetch from a folder that a stranger has filled: a stick. Names lead to regular
// files below that folder on that one file system, or nowhere; nothing is mapped into memory,
// since a stick that is pulled out would take the process with it.
#pragma once

#include "kiosk/host/fetch.h"
#include "platform/linux/fd.h"

#include <cstdint>
#include <memory>
#include <string>

namespace foyer::platform {

/// Who walks the path: the kernel by openat2, or we folder by folder, which is what happens anyway
/// where the kernel has no openat2.
enum class Walk { by_kernel, by_hand };

/// Holds the folder open, so its file system cannot be unmounted meanwhile. One thread. Of the
/// errors of Fetch: refused is also a name with "..", an empty segment or a control character, and
/// anything but a regular file; unreadable is also a file that ends before its length.
/// The deadline is looked at between reads; one read of a dying stick may take longer.
class FolderFetch final : public host::Fetch {
  public:
    /// Names start at `below` in `folder`, e.g. "foyer"; empty: in `folder` itself. `folder` is to
    /// be trusted but must not be a symbolic link; `below` is looked up as carefully as any name,
    /// each time. Fails with not_found, refused, unreadable.
    static Result<std::unique_ptr<FolderFetch>>
    open(const std::string& folder, std::string below = {}, Walk walk = Walk::by_kernel);

    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override;

  private:
    FolderFetch(Fd folder, std::string below, std::uint64_t device, Walk walk);
    Result<Fd> open_file(const std::string& name) const;
    Result<Fd> look_up(const std::string& path, int flags) const;
    Result<Fd> look_up_by_hand(const std::string& path, int flags) const;
    Error failed(const std::string& name, int error) const;

    Fd folder_;
    std::string below_; ///< with a slash at its end, or empty
    std::uint64_t device_;
    mutable Walk walk_;
};

} // namespace foyer::platform
