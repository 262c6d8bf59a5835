// SPDX-License-Identifier: EUPL-1.2
#include "tests/update/repository.h"

#include "kiosk/update/delegation.h"
#include "kiosk/update/json.h"

#include <cassert>
#include <deque>
#include <utility>

namespace foyer::test {

using nlohmann::json;

Key new_key() {
    static std::deque<update::SigningKey> all; // tests copy keys as they like
    const update::SigningKey& secret = all.emplace_back(update::SigningKey::generate().value());
    Key key;
    key.object = {{"keytype", "ed25519"},
                  {"scheme", "ed25519"},
                  {"keyval", {{"public", secret.public_hex()}}}};
    key.keyid = update::hash_hex(update::HashKind::sha256, update::canonical(key.object));
    key.secret = &secret;
    return key;
}

std::string sign(const json& body, const std::vector<Key>& keys) {
    json signatures = json::array();
    const std::string message = update::canonical(body);
    for (const Key& key : keys) {
        signatures.push_back(
            {{"keyid", key.keyid}, {"sig", update::to_hex(key.secret->sign(message).value())}});
    }
    return json{{"signed", body}, {"signatures", signatures}}.dump(1);
}

namespace {

json new_body(const std::string& type) {
    return {
        {"_type", type}, {"spec_version", "1.0.34"}, {"version", 1}, {"expires", next_year_text}};
}

} // namespace

Repository::Repository() {
    json root = new_body("root");
    root["consistent_snapshot"] = true;
    root["keys"] = json::object();
    json targets = new_body("targets");
    targets["targets"] = json::object();
    json snapshot = new_body("snapshot");
    snapshot["meta"] = json::object();
    json timestamp = new_body("timestamp");
    timestamp["meta"] = json::object();
    roles["root"].body = std::move(root);
    roles["targets"].body = std::move(targets);
    roles["snapshot"].body = std::move(snapshot);
    roles["timestamp"].body = std::move(timestamp);
    for (const char* role : {"root", "targets", "snapshot", "timestamp"}) {
        set_keys(role, {new_key()}, 1);
    }
    publish({"root", "targets", "snapshot", "timestamp"});
}

std::string Repository::file(const std::string& role) const {
    const json& body = roles.at(role).body;
    const bool versioned =
        role == "root" || (role != "timestamp" && roles.at("root").body["consistent_snapshot"]);
    const std::string name = update::file_name(role) + ".json";
    return "metadata/" + (versioned ? body["version"].dump() + "." + name : name);
}

void Repository::serve(const std::string& role) {
    files[file(role)] = sign(roles.at(role).body, roles.at(role).signers);
}

void Repository::publish(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        json& body = roles.at(name).body;
        if (files.contains(file(name))) body["version"] = body["version"].get<std::uint64_t>() + 1;
        serve(name);
        if (name == "root" || name == "timestamp") continue;
        json entry = {{"version", body["version"]}};
        if (list_hashes) {
            const std::string& bytes = files.at(file(name));
            entry["length"] = bytes.size();
            entry["hashes"] = {{"sha256", update::hash_hex(update::HashKind::sha256, bytes)}};
        }
        roles.at(name == "snapshot" ? "timestamp" : "snapshot").body["meta"][name + ".json"] =
            std::move(entry);
    }
}

void Repository::set_keys(const std::string& role, const std::vector<Key>& keys, int threshold) {
    json& root = roles.at("root").body;
    json keyids = json::array();
    for (const Key& key : keys) {
        root["keys"][key.keyid] = key.object;
        keyids.push_back(key.keyid);
    }
    root["roles"][role] = {{"keyids", keyids}, {"threshold", threshold}};
    roles.at(role).signers = keys;
}

void Repository::add_target(const std::string& path, const std::string& bytes, const json& custom,
                            const std::string& role) {
    json entry = {{"length", bytes.size()},
                  {"hashes", {{"sha256", update::hash_hex(update::HashKind::sha256, bytes)}}}};
    if (!custom.is_null()) entry["custom"] = custom;
    const update::Target target{path,
                                bytes.size(),
                                {entry["hashes"]["sha256"], {}},
                                {},
                                roles.at("root").body["consistent_snapshot"].get<bool>()};
    files["targets/" + target.stored_name()] = bytes;
    roles.at(role).body["targets"][path] = std::move(entry);
}

void Repository::delegate(const std::string& delegator, const std::string& name,
                          const std::vector<std::string>& paths, bool terminating) {
    const Key key = new_key();
    json& body = roles.at(delegator).body;
    if (!body.contains("delegations")) {
        body["delegations"] = {{"keys", json::object()}, {"roles", json::array()}};
    }
    body["delegations"]["keys"][key.keyid] = key.object;
    body["delegations"]["roles"].push_back({{"name", name},
                                            {"keyids", {key.keyid}},
                                            {"threshold", 1},
                                            {"paths", paths},
                                            {"terminating", terminating}});
    Role& role = roles[name];
    if (role.body.is_null()) {
        role.body = new_body("targets");
        role.body["targets"] = json::object();
    }
    role.signers.push_back(key);
}

Result<void> Repository::get(const host::Wanted& what, const host::Sink& sink) {
    requests.push_back(what.name);
    wanted.push_back(what);
    if (const auto fault = faults.find(what.name); fault != faults.end()) return fault->second;
    const auto found = files.find(what.name);
    if (found == files.end()) return {Errc::not_found, what.name + ": 404"};
    if (found->second.size() > what.max_bytes) return {Errc::too_large, what.name};
    return sink(std::string_view(found->second).substr(what.offset));
}

Kiosk::Kiosk() {
    options.folder = "store/trusted";
    options.rules.reference = update::parse_time(now_text).value();
    disk.put_folder("store");
}

Kiosk::Kiosk(const std::string& root) : Kiosk() {
    [[maybe_unused]] const auto begun = update::Client::init(disk, options.folder, root);
    assert(begun);
}

Result<void> Kiosk::refresh(host::Fetch& source) {
    update::Client client = TRY(update::Client::open(disk, options));
    return client.refresh(source);
}

std::uint64_t Kiosk::kept_version(const std::string& role) const {
    const auto bytes = disk.get(options.folder + "/" + update::file_name(role) + ".json");
    return bytes ? json::parse(*bytes)["signed"]["version"].get<std::uint64_t>() : 0;
}

} // namespace foyer::test
