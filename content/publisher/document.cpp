// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/document.h"

#include "kiosk/update/json.h"

namespace foyer::publisher {

namespace {

using nlohmann::json;

template <class Content> Result<void> nothing_but(const Result<Content>& parsed) {
    if (!parsed) return parsed.error();
    return {};
}

Result<void> check_form(std::string_view bytes, TopRole role) {
    switch (role) {
    case TopRole::root: return nothing_but(update::parse_root(bytes));
    case TopRole::targets: return nothing_but(update::parse_targets(bytes));
    case TopRole::snapshot: return nothing_but(update::parse_snapshot(bytes));
    case TopRole::timestamp: return nothing_but(update::parse_timestamp(bytes));
    }
    return Error{Errc::invalid, "unknown role"};
}

update::Time time_field(const json& body, const char* name) {
    const auto found = body.find(name);
    if (found == body.end() || !found->is_string()) return {};
    return update::parse_time(found->get_ref<const std::string&>()).value_or(update::Time{});
}

} // namespace

std::uint64_t Document::version() const {
    const auto found = body.find("version");
    return found != body.end() && found->is_number_integer() ? found->get<std::uint64_t>() : 0;
}

update::Time Document::expires() const { return time_field(body, "expires"); }
update::Time Document::issued() const { return time_field(body, "x-issued"); }

Result<Document> parse_document(std::string_view bytes, TopRole role) {
    TRY(check_form(bytes, role));
    json file = TRY(update::parse_json(bytes));
    Document out;
    // The form was checked: these fields are there, and of these kinds.
    for (const json& signature : file["signatures"]) {
        const auto value = signature.find("sig");
        if (value == signature.end() || !value->is_string()) continue;
        out.signatures[signature.value("keyid", "")] = value->get<std::string>();
    }
    out.body = std::move(file["signed"]);
    return out;
}

std::string to_bytes(const Document& document) {
    json signatures = json::array();
    for (const auto& [id, hex] : document.signatures) {
        signatures.push_back({{"keyid", id}, {"sig", hex}});
    }
    const json file = {{"signatures", std::move(signatures)}, {"signed", document.body}};
    return file.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<void> sign(Document& document, const std::string& key_id, const update::SigningKey& key) {
    const std::string raw = TRY(key.sign(update::canonical(document.body)));
    document.signatures[key_id] = update::to_hex(raw);
    return {};
}

json new_body(TopRole role, std::uint64_t version, update::Time now, std::chrono::days lifetime) {
    return {{"_type", name(role)},
            {"spec_version", "1.0.34"},
            {"version", version},
            {"expires", update::format_time(now + lifetime)},
            {"x-issued", update::format_time(now)}};
}

json described(std::string_view bytes) {
    return {{"length", bytes.size()},
            {"hashes", {{"sha256", update::hash_hex(update::HashKind::sha256, bytes)}}}};
}

} // namespace foyer::publisher
