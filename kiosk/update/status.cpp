// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/status.h"

#include "kiosk/store/pack.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace foyer::update {

namespace {

using nlohmann::json;

json pack_json(const std::optional<PackFacts>& pack) {
    if (!pack) return nullptr;
    return {{"sha256", pack->sha256},   {"sequence", pack->sequence}, {"id", pack->id},
            {"version", pack->version}, {"title", pack->title},       {"problem", pack->problem}};
}

std::string pack_line(const std::optional<PackFacts>& pack) {
    if (!pack) return "none";
    std::string line = pack->problem.empty() ? pack->title + ", version " + pack->version
                                             : "cannot be opened: " + pack->problem;
    if (!pack->sha256.empty()) {
        line +=
            " (number " + std::to_string(pack->sequence) + ", " + pack->sha256.substr(0, 12) + "…)";
    }
    return line;
}

std::string or_never(const std::string& time) { return time.empty() ? "never" : time; }

std::string clock_words(const Status& status) {
    if (!status.report.freshness.clock_known) {
        return status.now + ", not to be believed: the latest proven time is " + status.floor;
    }
    return status.now +
           (status.clock_synchronised ? ", set by a time server" : ", kept by the board");
}

std::string refusal_words(const model::Freshness& freshness) {
    if (freshness.last_refusal == model::Refusal::none) return "none";
    return model::refusal_code(freshness.last_refusal) + " " + model::name(freshness.last_refusal) +
           ", " + freshness.last_refusal_at + ": " + freshness.last_refusal_detail;
}

std::string doing_words(const model::UpdateStatus& status) {
    std::string words = model::name(status.phase);
    if (status.total_bytes > 0 && status.phase == model::UpdatePhase::fetching) {
        words += ", " + std::to_string(status.done_bytes) + " of " +
                 std::to_string(status.total_bytes) + " bytes";
    }
    return status.source.empty() ? words : words + ", from " + status.source;
}

} // namespace

PackFacts pack_facts(const store::Slot& slot, const std::string& path) {
    PackFacts facts{slot.sha256, slot.sequence, {}, {}, {}, {}};
    const auto read = [&]() -> Result<model::Catalogue> {
        store::Pack pack = TRY(store::Pack::open(path));
        return pack.catalogue("de");
    };
    const Result<model::Catalogue> catalogue = read();
    if (!catalogue) {
        facts.problem = catalogue.error().what;
        return facts;
    }
    facts.id = catalogue->id;
    facts.version = catalogue->version;
    facts.title = catalogue->title;
    return facts;
}

std::string to_text(const Status& status) {
    const model::Freshness& freshness = status.report.freshness;
    const std::string trial =
        status.active ? (status.confirmed ? "; the kiosk has shown it" : "; on trial") : "";
    const std::pair<const char*, std::string> lines[] = {
        {"active pack", pack_line(status.active) + trial},
        {"previous pack", pack_line(status.previous)},
        {"factory pack", pack_line(status.factory)},
        {"packs refused", std::to_string(status.refused_packs)},
        {"now", doing_words(status.report.status)},
        {"last success",
         or_never(freshness.last_success) +
             (freshness.last_source.empty() ? "" : ", by " + freshness.last_source)},
        {"known to be fresh", or_never(freshness.fresh_at)},
        {"last refusal", refusal_words(freshness)},
        {"free space", std::to_string(status.free_bytes / 1'000'000) + " MB"},
        {"clock", clock_words(status)},
        {"trusted root", "version " + std::to_string(status.root_version)},
    };
    std::string out;
    for (const auto& [name, words] : lines) {
        out += name;
        out += std::string(20 - std::string_view(name).size(), ' ') + words + "\n";
    }
    return out;
}

std::string to_json(const Status& status) {
    json out = json::parse(store::to_json(status.report));
    out["packs"] = {{"active", pack_json(status.active)},
                    {"confirmed", status.confirmed},
                    {"previous", pack_json(status.previous)},
                    {"factory", pack_json(status.factory)},
                    {"refused", status.refused_packs}};
    out["free_bytes"] = status.free_bytes;
    out["clock"] = {{"now", status.now},
                    {"floor", status.floor},
                    {"synchronised", status.clock_synchronised},
                    {"kept", status.clock_kept},
                    {"known", status.report.freshness.clock_known}};
    out["root_version"] = status.root_version;
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace foyer::update
