// SPDX-License-Identifier: EUPL-1.2
// Repository: a publisher in memory. It signs whatever it is told to, serves it as a source, counts
// requests and fails on order; it is what the tests of the updater fetch from.
// Bodies are plain JSON, so a test can write into them what no publisher would.
#pragma once

#include "kiosk/host/fetch.h"
#include "kiosk/update/client.h"
#include "kiosk/update/crypto.h"
#include "platform/memory/memory_disk.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace foyer::test {

/// A key pair.
struct Key {
    std::string keyid;
    nlohmann::json object;                      ///< the public part, as metadata write it
    const update::SigningKey* secret = nullptr; ///< lives as long as the program
};

Key new_key();

/// What signed metadata look like when `keys` sign `body`.
std::string sign(const nlohmann::json& body, const std::vector<Key>& keys);

struct Role {
    nlohmann::json body;
    std::vector<Key> signers;
};

constexpr const char* now_text = "2026-11-23T12:00:00Z";
constexpr const char* next_year_text = "2027-11-23T12:00:00Z";
constexpr const char* yesterday_text = "2026-11-22T12:00:00Z";

class Repository final : public host::Fetch {
  public:
    /// Root, targets, snapshot and timestamp of version 1, with one key each, consistent snapshots,
    /// and expiry in a year.
    Repository();

    /// Signs the roles in this order, one version higher each unless they were never published,
    /// and enters them with the role above: targets in the snapshot, the snapshot in the timestamp.
    void publish(const std::vector<std::string>& roles);
    /// The same without a new version and without entering anything: serves what is there.
    void serve(const std::string& role);
    /// Who signs for `role` from the next publication of root on.
    void set_keys(const std::string& role, const std::vector<Key>& keys, int threshold);
    /// A file and its description in `role`, from the next publication on.
    void add_target(const std::string& path, const std::string& bytes,
                    const nlohmann::json& custom = nullptr, const std::string& role = "targets");
    /// `delegator` appoints `name` with a new key; what it signs is empty at first.
    void delegate(const std::string& delegator, const std::string& name,
                  const std::vector<std::string>& paths, bool terminating = false);

    nlohmann::json& body(const std::string& role) { return roles.at(role).body; }
    /// Under which name the present version of a role is served.
    std::string file(const std::string& role) const;
    /// The bytes of the first root, for Client::init.
    std::string first_root() const { return files.at("metadata/1.root.json"); }

    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override;

    std::map<std::string, Role> roles;
    std::map<std::string, std::string> files; ///< by name: "metadata/timestamp.json", "targets/…"
    std::map<std::string, Error> faults;      ///< by name: what get() answers instead
    std::vector<std::string> requests;        ///< names, in the order in which they were asked for
    std::vector<host::Wanted> wanted;         ///< the same, whole
    bool list_hashes = false;                 ///< snapshot and timestamp tell length and hash
};

/// A kiosk's side of it: a disk and the reference time.
struct Kiosk {
    platform::MemoryDisk disk;
    update::Client::Options options;
    Kiosk();
    /// Begins with `root`, which has to be good.
    explicit Kiosk(const std::string& root);
    /// Opens, refreshes, and drops the client.
    Result<void> refresh(host::Fetch& source);
    /// The version in a kept file, e.g. "snapshot"; 0 if nothing was kept.
    std::uint64_t kept_version(const std::string& role) const;
};

} // namespace foyer::test
