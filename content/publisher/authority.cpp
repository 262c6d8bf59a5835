// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/authority.h"

#include "kiosk/update/json.h"

#include <algorithm>

namespace foyer::publisher {

namespace {

using nlohmann::json;
using std::chrono::days;

constexpr std::size_t short_id_digits = 8;
constexpr days most_days(50 * 365);

} // namespace

std::string Authority::name_of(const std::string& key_id) const {
    const auto found = keys.find(key_id);
    if (found != keys.end() && !found->second.name.empty()) return printable(found->second.name);
    return "key " + key_id.substr(0, short_id_digits);
}

std::vector<std::string> Authority::names_of(const std::vector<std::string>& key_ids) const {
    std::vector<std::string> out;
    for (const std::string& id : key_ids) out.push_back(name_of(id));
    return out;
}

bool Authority::may_sign(TopRole role, const std::string& key_id) const {
    const std::vector<std::string>& ids = roles.at(role).keyids;
    return std::find(ids.begin(), ids.end(), key_id) != ids.end();
}

std::map<TopRole, days> usual_lifetimes() {
    return {{TopRole::root, days(5 * 365)},
            {TopRole::targets, days(2 * 365)},
            {TopRole::snapshot, days(2 * 365)},
            {TopRole::timestamp, days(14)}};
}

Result<Authority> read_authority(const Document& root) {
    // Typed and checked once more, so that nothing below meets a field of another kind.
    const update::Signed<update::Root> typed = TRY(update::parse_root(to_bytes(root)));
    const Error foreign{Errc::invalid, "this root was not made by foyer-pack"};
    Authority out;
    out.roles = typed.content.roles;
    out.lasts = usual_lifetimes();
    const json names = root.body.value("x-names", json::object());
    for (const auto& [id, key] : root.body.at("keys").items()) {
        const json& value = key.value("keyval", json::object());
        const auto hex = value.find("public");
        if (key.value("keytype", json()) != "ed25519" || hex == value.end() || !hex->is_string()) {
            return foreign;
        }
        KnownKey known{"", hex->get<std::string>()};
        if (known.id() != id) return foreign;
        const auto name = names.is_object() ? names.find(id) : names.end();
        if (name != names.end() && name->is_string()) known.name = name->get<std::string>();
        out.keys[id] = std::move(known);
    }
    const json lasts = root.body.value("x-lifetime-days", json::object());
    for (auto& [role, lifetime] : out.lasts) {
        const auto found = lasts.is_object() ? lasts.find(name(role)) : lasts.end();
        if (found == lasts.end() || !found->is_number_integer()) continue;
        lifetime = std::clamp(days(found->get<std::int64_t>()), days(1), most_days);
    }
    return out;
}

void write_authority(const Authority& authority, json& body) {
    json roles = json::object(), keys = json::object(), names = json::object();
    json lasts = json::object();
    for (const auto& [role, signers] : authority.roles) {
        roles[name(role)] = {{"keyids", signers.keyids}, {"threshold", signers.threshold}};
        lasts[name(role)] = authority.lasts.at(role).count();
        for (const std::string& id : signers.keyids) {
            keys[id] = key_object(authority.keys.at(id).public_hex);
            names[id] = authority.keys.at(id).name;
        }
    }
    body["consistent_snapshot"] = true;
    body["roles"] = std::move(roles);
    body["keys"] = std::move(keys);
    body["x-names"] = std::move(names);
    body["x-lifetime-days"] = std::move(lasts);
}

std::vector<std::string> signers(const Document& document, TopRole role,
                                 const Authority& authority) {
    const std::string message = update::canonical(document.body);
    std::vector<std::string> out;
    for (const std::string& id : authority.roles.at(role).keyids) {
        const auto signature = document.signatures.find(id);
        const auto known = authority.keys.find(id);
        if (signature == document.signatures.end() || known == authority.keys.end()) continue;
        const auto raw = update::from_hex(signature->second);
        const Result<update::PublicKey> key =
            update::PublicKey::parse("ed25519", "ed25519", known->second.public_hex);
        if (raw && key && key->verifies(*raw, message)) out.push_back(id);
    }
    return out;
}

std::uint64_t missing(const Document& document, TopRole role, const Authority& authority) {
    const std::uint64_t have = signers(document, role, authority).size();
    const std::uint64_t needed = authority.roles.at(role).threshold;
    return needed > have ? needed - have : 0;
}

} // namespace foyer::publisher
