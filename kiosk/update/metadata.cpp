// SPDX-License-Identifier: EUPL-1.2
// Reads the four kinds of metadata from JSON into typed values.
#include "kiosk/update/metadata.h"

#include "kiosk/update/delegation.h"
#include "kiosk/update/fields.h"
#include "kiosk/update/json.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace foyer::update {
namespace {

using nlohmann::json;

constexpr std::array top_roles{TopRole::root, TopRole::timestamp, TopRole::snapshot,
                               TopRole::targets};
constexpr std::string_view json_suffix = ".json";

bool all_differ(const std::vector<std::string>& names) {
    return std::set<std::string_view>(names.begin(), names.end()).size() == names.size();
}

bool is_hex_of(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Result<void> check_specification(const Fields& body) {
    const std::string version = TRY(body.string("spec_version"));
    const std::size_t dot = version.find('.');
    const std::string major = version.substr(0, dot);
    const bool is_number = !major.empty() && major.size() < 9 &&
                           major.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number || dot == std::string::npos) return body.wrong("spec_version", "is none");
    if (major == "1") return {};
    return Error{Errc::newer_format, body.where() + " is written for TUF " + version.substr(0, 40)};
}

Result<Time> read_time(const Fields& body, const char* name) {
    const std::string text = TRY(body.string(name));
    const auto time = parse_time(text);
    if (!time) return body.wrong(name, "is no date like 2026-11-23T11:32:39Z");
    return *time;
}

Result<Common> read_common(const Fields& body) {
    Common common;
    common.version = TRY(body.number("version", 1));
    common.expires = TRY(read_time(body, "expires"));
    if (body.has("x-issued")) common.issued = TRY(read_time(body, "x-issued"));
    return common;
}

Result<std::vector<Signature>> read_signatures(const Fields& document) {
    const json::array_t* list = TRY(document.array("signatures"));
    std::vector<Signature> signatures;
    std::set<std::string> keyids;
    for (const json& entry : *list) {
        const Fields fields = TRY(Fields::of(entry, document.where() + ".signatures[]"));
        Signature signature;
        signature.keyid = TRY(fields.string("keyid"));
        // Repositories in the field have empty ones for people who have yet to sign.
        const std::string hex = TRY(fields.string("sig"));
        signature.raw = from_hex(hex).value_or("");
        if (!keyids.insert(signature.keyid).second) {
            return document.wrong("signatures", "has two of one keyid");
        }
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

/// `read_body` makes the content of the object that was signed.
template <class Content> Result<Signed<Content>>
parse(std::string_view bytes, TopRole kind, Result<Content> (*read_body)(const Fields&)) {
    const json document = TRY(parse_json(bytes));
    const Fields fields = TRY(Fields::of(document, name(kind)));
    std::vector<Signature> signatures = TRY(read_signatures(fields));
    const Fields body = TRY(fields.object("signed"));
    const std::string type = TRY(body.string("_type"));
    if (type != name(kind)) return body.wrong("_type", "is " + type.substr(0, 40));
    TRY(check_specification(body));
    Content content = TRY(read_body(body));
    return Signed<Content>{std::move(content),
                           Proof{canonical(document["signed"]), std::move(signatures)}};
}

Result<Keys> read_keys(const Fields& parent) {
    const Fields list = TRY(parent.object("keys"));
    Keys keys;
    for (const auto& [keyid, value] : list.all()) {
        const Fields entry = TRY(Fields::of(value, list.where() + "." + keyid.substr(0, 16)));
        const std::string keytype = TRY(entry.string("keytype"));
        const std::string scheme = TRY(entry.string("scheme"));
        const Fields values = TRY(entry.object("keyval"));
        const std::string text = TRY(values.string("public"));
        // Others may use kinds of keys that we do not: such a key never counts, and that is all.
        if (auto key = PublicKey::parse(keytype, scheme, text)) {
            keys.emplace(keyid, std::move(*key));
        }
    }
    return keys;
}

Result<RoleKeys> read_role_keys(const Fields& role) {
    RoleKeys keys;
    keys.keyids = TRY(role.strings("keyids"));
    keys.threshold = TRY(role.number("threshold", 1));
    if (!all_differ(keys.keyids)) return role.wrong("keyids", "has one twice");
    return keys;
}

Result<Hashes> read_hashes(const Fields& parent) {
    const Fields list = TRY(parent.object("hashes"));
    Hashes hashes;
    if (list.has("sha256")) hashes.sha256 = TRY(list.string("sha256"));
    if (list.has("sha512")) hashes.sha512 = TRY(list.string("sha512"));
    const bool good = (!list.has("sha256") || is_hex_of(hashes.sha256, 64)) &&
                      (!list.has("sha512") || is_hex_of(hashes.sha512, 128));
    if (!good || list.all().empty()) return list.wrong("hash", "is none");
    return hashes;
}

Result<MetaFile> read_meta_file(const Fields& entry) {
    MetaFile file;
    file.version = TRY(entry.number("version", 1));
    if (entry.has("length")) file.length = TRY(entry.number("length", 1));
    if (entry.has("hashes")) file.hashes = TRY(read_hashes(entry));
    return file;
}

Result<Root> read_root(const Fields& body) {
    Root root;
    root.common = TRY(read_common(body));
    if (body.has("consistent_snapshot")) {
        root.consistent_snapshot = TRY(body.boolean("consistent_snapshot"));
    }
    root.keys = TRY(read_keys(body));
    const Fields roles = TRY(body.object("roles"));
    for (const TopRole role : top_roles) {
        const Fields entry = TRY(roles.object(name(role)));
        root.roles[role] = TRY(read_role_keys(entry));
    }
    return root;
}

Result<Timestamp> read_timestamp(const Fields& body) {
    Timestamp timestamp;
    timestamp.common = TRY(read_common(body));
    if (body.has("x-channel")) {
        const std::string channel = TRY(body.string("x-channel"));
        timestamp.mark = channel == "usb" ? Mark::usb : Mark::other;
    }
    const Fields meta = TRY(body.object("meta"));
    const Fields entry = TRY(meta.object("snapshot.json"));
    timestamp.snapshot = TRY(read_meta_file(entry));
    return timestamp;
}

Result<Snapshot> read_snapshot(const Fields& body) {
    Snapshot snapshot;
    snapshot.common = TRY(read_common(body));
    const Fields meta = TRY(body.object("meta"));
    for (const auto& [file, value] : meta.all()) {
        const Fields entry = TRY(Fields::of(value, meta.where() + "." + file.substr(0, 80)));
        if (!std::string_view(file).ends_with(json_suffix)) {
            return meta.wrong(file, "is no name of metadata");
        }
        snapshot.meta[file] = TRY(read_meta_file(entry));
    }
    return snapshot;
}

Result<TargetFile> read_target(const Fields& entry) {
    TargetFile target;
    target.length = TRY(entry.number("length", 0));
    target.hashes = TRY(read_hashes(entry));
    if (entry.has("custom")) {
        const json* custom = TRY(entry.value("custom"));
        target.custom = custom->dump();
    }
    return target;
}

Result<DelegatedRole> read_delegated_role(const Fields& entry) {
    DelegatedRole role;
    role.name = TRY(entry.string("name"));
    if (!is_role_name(role.name)) return entry.wrong("name", "is not one for a role");
    role.signers = TRY(read_role_keys(entry));
    role.terminating = TRY(entry.boolean("terminating"));
    if (entry.has("paths") == entry.has("path_hash_prefixes")) {
        return entry.wrong("paths", "or path_hash_prefixes has to stand there, and not both");
    }
    if (entry.has("paths")) {
        role.paths = TRY(entry.strings("paths"));
    } else {
        role.hash_prefixes = TRY(entry.strings("path_hash_prefixes"));
    }
    return role;
}

Result<Targets> read_targets(const Fields& body) {
    Targets targets;
    targets.common = TRY(read_common(body));
    const Fields list = TRY(body.object("targets"));
    for (const auto& [path, value] : list.all()) {
        const Fields entry = TRY(Fields::of(value, list.where() + "." + path.substr(0, 80)));
        targets.targets[path] = TRY(read_target(entry));
    }
    if (!body.has("delegations")) return targets;

    const Fields delegations = TRY(body.object("delegations"));
    targets.keys = TRY(read_keys(delegations));
    const json::array_t* roles = TRY(delegations.array("roles"));
    std::vector<std::string> names;
    for (const json& value : *roles) {
        const Fields entry = TRY(Fields::of(value, delegations.where() + ".roles[]"));
        DelegatedRole role = TRY(read_delegated_role(entry));
        names.push_back(role.name);
        targets.delegations.push_back(std::move(role));
    }
    if (!all_differ(names)) return delegations.wrong("roles", "has one name twice");
    return targets;
}

} // namespace

const char* name(TopRole role) {
    switch (role) {
    case TopRole::root: return "root";
    case TopRole::timestamp: return "timestamp";
    case TopRole::snapshot: return "snapshot";
    case TopRole::targets: return "targets";
    }
    return "unknown";
}

Result<Signed<Root>> parse_root(std::string_view bytes) {
    return parse(bytes, TopRole::root, read_root);
}

Result<Signed<Timestamp>> parse_timestamp(std::string_view bytes) {
    return parse(bytes, TopRole::timestamp, read_timestamp);
}

Result<Signed<Snapshot>> parse_snapshot(std::string_view bytes) {
    return parse(bytes, TopRole::snapshot, read_snapshot);
}

Result<Signed<Targets>> parse_targets(std::string_view bytes) {
    Signed<Targets> targets = TRY(parse(bytes, TopRole::targets, read_targets));
    targets.content.bytes = bytes.size();
    return targets;
}

} // namespace foyer::update
