// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/pack_facts.h"

#include "kiosk/base/text.h"
#include "kiosk/store/pack.h"
#include "kiosk/update/json.h"
#include "kiosk/update/pack_gate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace foyer::publisher {

namespace {

using nlohmann::json;

constexpr std::size_t max_id_letters = 64;

/// Windows gives these names to devices; a stick with such a folder could not be copied there.
constexpr std::array device_names = {"con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4",
                                     "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3",
                                     "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

bool is_file_name(const std::string& id) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !id.empty() && id.size() <= max_id_letters && std::all_of(id.begin(), id.end(), fits) &&
           id.front() != '-' &&
           std::find(device_names.begin(), device_names.end(), id) == device_names.end();
}

/// UTF-8 for certain, whatever the pack's author wrote, and nothing that acts on a terminal.
std::string plain(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded decoded = text::decode(text, at);
        text::append(out, decoded.code < 0x20 || decoded.code == 0x7F ? U' ' : decoded.code);
        at += decoded.bytes;
    }
    return text::without_soft_hyphens(out);
}

/// The field "foyer" of a target's own data; null for a target without.
json own_data(const update::Target& target) {
    if (target.custom.empty()) return {};
    const Result<json> custom = update::parse_json(target.custom);
    return custom && custom->is_object() ? custom->value("foyer", json()) : json();
}

std::string text_in(const json& data, const char* name) {
    const auto found = data.find(name);
    return found != data.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t number_in(const json& data, const char* name) {
    const auto found = data.find(name);
    return found != data.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

using Marks = std::map<std::string, std::map<std::string, std::string>>;

/// Fingerprints by page and language.
Result<Marks> marks_of(const std::string& path) {
    store::Pack pack = TRY(store::Pack::open(path));
    const std::vector<store::PageEntry> entries = TRY(pack.page_entries());
    Marks out;
    for (const store::PageEntry& entry : entries) {
        out[entry.page][entry.language] = TRY(pack.fingerprint(entry.page, entry.language));
    }
    return out;
}

} // namespace

std::string pack_path(const std::string& id) { return "packs/" + id + ".pack.zst"; }

std::string patch_path(const std::string& id, const std::string& base_sha256) {
    return "packs/" + id + "/from-" + base_sha256 + ".zsd";
}

json custom_of(const PackFacts& pack) {
    return {{"foyer",
             {{"id", pack.id},
              {"version", pack.version},
              {"sequence", pack.sequence},
              {"sha256", pack.sha256},
              {"length", pack.length},
              {"title", pack.title},
              {"publisher", pack.publisher},
              {"pages", pack.pages}}}};
}

json custom_of(const PatchFacts& patch) {
    return {{"foyer",
             {{"base_sha256", patch.base_sha256},
              {"result_sha256", patch.result_sha256},
              {"result_length", patch.result_length},
              {"new_pages", patch.new_pages},
              {"changed_pages", patch.changed_pages}}}};
}

std::optional<PackFacts> pack_facts(const update::Target& target) {
    const json data = own_data(target);
    PackFacts out{text_in(data, "id"),        text_in(data, "version"), text_in(data, "title"),
                  text_in(data, "publisher"), number_in(data, "pages"), number_in(data, "sequence"),
                  text_in(data, "sha256"),    number_in(data, "length")};
    if (!is_file_name(out.id) || target.path != pack_path(out.id)) return std::nullopt;
    return out;
}

std::optional<PatchFacts> patch_facts(const update::Target& target) {
    const json data = own_data(target);
    PatchFacts out{text_in(data, "base_sha256"), text_in(data, "result_sha256"),
                   number_in(data, "result_length"), number_in(data, "new_pages"),
                   number_in(data, "changed_pages")};
    if (out.base_sha256.empty()) return std::nullopt;
    return out;
}

Result<PackFacts> look_at_pack(const std::string& path) {
    TRY(update::examine_pack(path));
    store::Pack pack = TRY(store::Pack::open(path));
    const model::Catalogue in_german = TRY(pack.catalogue("de"));
    const std::string first = in_german.languages.empty() ? "de" : in_german.languages.front().tag;
    const model::Catalogue catalogue = TRY(pack.catalogue(first));
    const std::vector<std::string> pages = TRY(pack.page_ids());
    if (!is_file_name(catalogue.id)) {
        return Error{Errc::invalid, path + ": the pack's id \"" + plain(catalogue.id) +
                                        "\" cannot be published; write up to 64 small letters, "
                                        "digits and hyphens into pack.toml"};
    }
    if (pages.empty()) return Error{Errc::invalid, path + ": this pack has no pages"};
    PackFacts out;
    out.id = catalogue.id;
    out.version = plain(catalogue.version);
    out.title = plain(catalogue.title);
    out.publisher = plain(catalogue.publisher);
    out.pages = pages.size();
    return out;
}

Result<PatchFacts> count_pages(const std::string& before, const std::string& now) {
    const Marks was = TRY(marks_of(before));
    const Marks is = TRY(marks_of(now));
    PatchFacts out;
    for (const auto& [page, marks] : is) {
        const auto found = was.find(page);
        if (found == was.end()) {
            ++out.new_pages;
        } else if (found->second != marks) {
            ++out.changed_pages;
        }
    }
    return out;
}

} // namespace foyer::publisher
