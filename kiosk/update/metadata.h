// SPDX-License-Identifier: EUPL-1.2
// TUF's metadata as typed values: strict about what is used, deaf to what is not known. Fields that
// nobody here knows are part of `message`, which is what was signed.
// Parsing proves nothing: only what verify() and the trusted set let pass may be believed.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/update/time_text.h"
#include "kiosk/update/verify.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::update {

/// Versions and lengths: whole numbers that every JSON reader reads alike.
constexpr std::uint64_t max_number = std::uint64_t{1} << 53U;

/// What another role says about a metadata file.
struct MetaFile {
    std::uint64_t version = 0;
    std::optional<std::uint64_t> length;
    std::optional<Hashes> hashes;
};

/// What all four kinds have.
struct Common {
    std::uint64_t version = 0; ///< 1 to max_number
    Time expires;
    std::optional<Time> issued; ///< our own field "x-issued"
};

enum class TopRole { root, timestamp, snapshot, targets };
const char* name(TopRole role);

struct Root {
    Common common;
    bool consistent_snapshot = false;
    Keys keys;
    std::map<TopRole, RoleKeys> roles; ///< all four
};

/// Our own field "x-channel": made for sticks, and not to be taken from a network.
enum class Mark { plain, usb, other };

struct Timestamp {
    Common common;
    Mark mark = Mark::plain;
    MetaFile snapshot;
};

struct Snapshot {
    Common common;
    std::map<std::string, MetaFile> meta; ///< by file name without version: "targets.json"
};

struct TargetFile {
    std::uint64_t length = 0;
    Hashes hashes;
    std::string custom; ///< JSON; empty if there is none
};

struct DelegatedRole {
    std::string name;
    RoleKeys signers;
    std::vector<std::string> paths;         ///< patterns; or else
    std::vector<std::string> hash_prefixes; ///< of the SHA-256 of a path, in hex
    bool terminating = false;
};

struct Targets {
    Common common;
    std::map<std::string, TargetFile> targets; ///< by path
    Keys keys;                                 ///< of the roles it delegates to
    std::vector<DelegatedRole> delegations;    ///< in the order in which they are asked
    std::uint64_t bytes = 0;                   ///< length of the file they were read from
};

template <class Content> struct Signed {
    Content content;
    Proof proof;
};

/// Each fails with damaged for anything but well-formed metadata of its kind, newer_format if they
/// are written for another major version of the specification. The size has to be bounded before.
Result<Signed<Root>> parse_root(std::string_view bytes);
Result<Signed<Timestamp>> parse_timestamp(std::string_view bytes);
Result<Signed<Snapshot>> parse_snapshot(std::string_view bytes);
Result<Signed<Targets>> parse_targets(std::string_view bytes);

} // namespace foyer::update
