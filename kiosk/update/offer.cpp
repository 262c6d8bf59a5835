// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/offer.h"

#include "kiosk/update/json.h"

#include <nlohmann/json.hpp>

namespace foyer::update {

namespace {

using nlohmann::json;

/// The object "foyer" of a target's "custom"; null if there is none.
json custom_of(const Target& target) {
    const Result<json> custom = parse_json(target.custom);
    if (!custom || !custom->is_object()) return nullptr;
    const auto found = custom->find("foyer");
    return found != custom->end() && found->is_object() ? *found : json(nullptr);
}

std::string text(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// 0 if there is no such number, or none that a version or a length may be.
std::uint64_t number(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return 0;
    const auto value = found->get<std::uint64_t>();
    return value <= max_number ? value : 0;
}

int count(const json& object, const char* key) {
    return static_cast<int>(std::min<std::uint64_t>(number(object, key), 1'000'000));
}

} // namespace

std::string whole_path(const std::string& pack) { return "packs/" + pack + ".pack.zst"; }

std::string patch_path(const std::string& pack, const std::string& base_sha256) {
    return "packs/" + pack + "/from-" + base_sha256 + ".zsd";
}

RemoteFile remote_file(const Target& target) {
    return {"targets/" + target.stored_name(), target.length, target.hashes};
}

Result<Published> read_whole(const Target& target, const std::string& pack) {
    const json custom = custom_of(target);
    Published out;
    if (custom.is_object() && text(custom, "id") == pack) {
        out.offer.slot = {text(custom, "sha256"), number(custom, "sequence")};
        out.offer.length = number(custom, "length");
    }
    if (!store::is_sha256(out.offer.slot.sha256) || out.offer.slot.sequence == 0 ||
        out.offer.length == 0) {
        return {Errc::damaged, target.path + ": is not described as a pack"};
    }
    out.offer.whole = remote_file(target);
    out.words.publisher = text(custom, "publisher");
    out.words.title = text(custom, "title");
    out.words.version = text(custom, "version");
    return out;
}

void add_patch(Published& published, const Target& target, const std::string& base_sha256) {
    const json custom = custom_of(target);
    const bool leads_there = custom.is_object() && text(custom, "base_sha256") == base_sha256 &&
                             text(custom, "result_sha256") == published.offer.slot.sha256 &&
                             number(custom, "result_length") == published.offer.length;
    if (!leads_there) return;
    published.offer.patches.push_back({remote_file(target), base_sha256});
    published.words.new_pages = count(custom, "new_pages");
    published.words.changed_pages = count(custom, "changed_pages");
    published.words.pages_known = true;
}

} // namespace foyer::update
