// SPDX-License-Identifier: EUPL-1.2
// Download: one file from a source into a file of ours that is continued after an interruption.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/host/fetch.h"
#include "kiosk/update/metadata.h"

#include <functional>
#include <string>

namespace foyer::update {

/// A file of a source, as its signers describe it.
struct RemoteFile {
    std::string name; ///< for host::Fetch: "targets/packs/<hash>.town.pack.zst"
    std::uint64_t length = 0;
    Hashes hashes; ///< one at least
};

/// The hash that names a file of ours while it is downloaded.
const std::string& file_hash(const RemoteFile& file);

/// One use. What it is given must outlive it.
class Download {
  public:
    Download(host::Disk& disk, host::Fetch& source, const RemoteFile& file, std::string path,
             std::function<void(std::uint64_t done)> progress);

    /// On success `path` has the bytes that were signed. Asks the source for nothing if it had them
    /// before. Fails as Fetch and Disk do, and with damaged if the bytes are others. What may be
    /// continued stays there; what is wrong is removed.
    Result<void> run();
    /// After run() failed: our own disk did.
    bool disk_failed() const { return disk_failed_; }

  private:
    Result<void> attempt();
    Result<void> start();
    bool continue_at_end();
    Result<void> get_rest();
    Result<void> take(std::string_view piece);
    Result<void> check();
    template <class T> Result<T> ours(Result<T> result);

    host::Disk& disk_;
    host::Fetch& source_;
    const RemoteFile& file_;
    std::string path_;
    std::function<void(std::uint64_t)> progress_;
    std::unique_ptr<host::NewFile> out_;
    std::unique_ptr<Hasher> hasher_;
    std::uint64_t done_ = 0;
    bool continued_ = false;
    bool disk_failed_ = false;
};

} // namespace foyer::update
