// SPDX-License-Identifier: EUPL-1.2
// Repository: a publisher's folder. Only two of its folders are for others to see:
//   metadata/ targets/  what kiosks fetch; always whole: files first, what names them last
//   staged/             what waits for signatures: <role>.json, targets/, packs/
//   packs/<id>/<n>.pack the packs that were published last, to make patches from
// Private keys do not lie here.
#pragma once

#include "content/publisher/authority.h"
#include "kiosk/host/disk.h"
#include "kiosk/update/client.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::publisher {

using Shelf = std::map<TopRole, Document>;

/// Patches are made from as many packs; a kiosk that is further behind gets the whole pack.
constexpr std::size_t patched_packs = 5;
/// Those, and the one that is published.
constexpr std::size_t kept_packs = patched_packs + 1;

/// What a publication that was cut off at its very end left lying in staged/.
enum class Leftovers { clear, keep };

/// One thread. Errors are those of the disk, and damaged for files that somebody else changed.
class Repository {
  public:
    /// Fails with not_found if there is none. With Leftovers::keep nothing is written.
    static Result<Repository> open(host::Disk& disk, const std::string& folder,
                                   Leftovers leftovers);
    /// Fails with refused if there is one already. Its parent folder must be there.
    static Result<Repository> create(host::Disk& disk, const std::string& folder);

    const Shelf& published() const { return published_; }
    const Shelf& staged() const { return staged_; }
    /// What is staged, or else published; null if there is neither.
    const Document* newest(TopRole role) const;
    /// Who may sign, once what is staged is published.
    Result<Authority> authority() const;
    /// The version that comes after the published one.
    std::uint64_t next_version(TopRole role) const;

    Result<void> stage(TopRole role, Document document);
    Result<void> unstage(TopRole role);
    /// Makes `fresh` public in the order in which nobody ever sees a half: files, what lists them,
    /// the timestamp last. Fails, with nothing changed, if a kiosk would not take the result.
    Result<void> publish(const Shelf& fresh, update::Time now);

    host::Disk& disk() const { return *disk_; }
    const std::string& folder() const { return folder_; }
    /// Where a target lies: staged, or else published.
    Result<std::string> place_of(const update::Target& target) const;
    /// Makes `folder`/`below` and what is missing above it.
    Result<void> make_folders(const std::string& below) const;
    /// A pack of that number: staged if there is one, or else published.
    Result<std::string> pack_file(const std::string& id, std::uint64_t sequence) const;
    /// Published packs, the newest first; at most kept_packs.
    Result<std::vector<std::uint64_t>> kept(const std::string& id) const;

  private:
    Repository(host::Disk& disk, std::string folder) : disk_(&disk), folder_(std::move(folder)) {}
    Result<void> load_published();
    Result<void> load_staged();
    Result<void> load(Shelf& shelf, TopRole role, const std::string& path);
    Result<void> settle();
    Result<void> rehearse(const Shelf& fresh, update::Time now) const;
    Result<void> move_targets(const Document& targets);
    Result<void> move_packs();
    Result<void> forget_old(const Document& before, const Document& now);

    host::Disk* disk_;
    std::string folder_;
    Shelf published_, staged_;
};

/// Fails with refused if this computer's clock is behind what was published: what it dates would be
/// born expired, or older than what kiosks have.
Result<void> check_clock(const Repository& repository, update::Time now);

/// The name of a published metadata file.
std::string metadata_name(TopRole role, std::uint64_t version);
/// Everything a targets file lists. It was parsed before.
std::vector<update::Target> targets_of(const Document& targets);
/// The names in a folder; none if it is not there.
Result<std::vector<std::string>> names_in(host::Disk& disk, const std::string& folder);
/// Whether a file is there that has this length and SHA-256.
Result<bool> is_target(host::Disk& disk, const std::string& path, const update::Target& target);
/// Removes pack files below `targets` that none of `keep` is.
Result<void> remove_targets_but(host::Disk& disk, const std::string& targets,
                                const std::vector<update::Target>& keep);

} // namespace foyer::publisher
