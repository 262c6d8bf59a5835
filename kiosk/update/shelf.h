// SPDX-License-Identifier: EUPL-1.2
// Shelf: what this kiosk hands on to its neighbours, as a repository of its own in STORE/shared:
//   metadata/{N.root,N.snapshot,N.targets,timestamp}.json   targets/packs/…
// Nothing lies there that was not verified, and timestamp.json is written last: whoever finds one
// finds all that it leads to. Others read these files at any time, by name.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/host/fetch.h"
#include "kiosk/update/client.h"
#include "kiosk/update/download.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::update {

std::string shared_folder(const std::string& store);

/// One thread, one process: whoever changes anything holds STORE/lock. `disk` must outlive it.
class Shelf {
  public:
    /// `pack` is the id of the pack this kiosk shows; of no other anything is handed on.
    Shelf(host::Disk& disk, const std::string& store, std::string pack);

    /// Finds what an earlier process left.
    void look();
    /// After a run of `client` against `source` that succeeded: its metadata, the whole pack and
    /// every patch to it, so that neighbours with any base are served. Asks only for what is not
    /// there yet. What was offered before stays so until all is there. Fails with no_space before
    /// anything was fetched, and else as Fetch and Disk do; the next call goes on.
    Result<void> fill(const Client& client, host::Fetch& source);
    /// Empties itself if fewer than so many bytes are free: an update needs room first.
    Result<void> make_way(std::uint64_t bytes);
    /// Nothing is offered any more, and nothing lies there.
    Result<void> clear();

    /// The version of the snapshot that is offered, whole. Empty: nothing is.
    std::optional<std::uint64_t> snapshot() const { return snapshot_; }

  private:
    struct Metadata {
        std::string name, bytes;
    };
    Result<std::vector<Metadata>> metadata(const Client& client) const;
    std::vector<RemoteFile> files(const Client& client) const;
    Result<void> prepare();
    Result<void> has_room(const std::vector<RemoteFile>& files);
    Result<void> fetch(const RemoteFile& file, host::Fetch& source);
    Result<void> write(const Metadata& file);
    Result<void> keep_only(const std::string& folder, const std::vector<std::string>& names);
    std::vector<std::string> folders() const;
    bool has(const RemoteFile& file) const;
    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    std::string part(const RemoteFile& file) const;

    host::Disk& disk_;
    std::string folder_, pack_;
    std::optional<std::uint64_t> snapshot_;
};

} // namespace foyer::update
