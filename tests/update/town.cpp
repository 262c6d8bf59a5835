// SPDX-License-Identifier: EUPL-1.2
#include "tests/update/town.h"

#include "kiosk/update/offer.h"

namespace foyer::test {

using nlohmann::json;

std::string pack_bytes(unsigned seed) {
    return bytes_of_length(2000, 1) + bytes_of_length(50, seed) + bytes_of_length(2000, 2);
}

Town::Town() : factory(bytes_of_length(1000, 77)) {
    disk.put_folder("store");
    disk.put("image/factory.pack", factory);
    date.time = *update::parse_time(now_text);
    site.store = "store";
    site.note = "state/note";
    site.factory = "image/factory.pack";
    site.pack = "town";
    site.root = repository.first_root();
    publish_pack(10, 1);
}

std::string Town::publish_pack(unsigned seed, std::uint64_t sequence, const std::string& base) {
    const std::string pack = pack_bytes(seed);
    const std::string hash = slot_of(pack, 0).sha256;
    repository.body("targets")["targets"] = json::object();
    repository.add_target(update::whole_path("town"), packed(pack),
                          {{"foyer",
                            {{"id", "town"},
                             {"version", std::to_string(sequence)},
                             {"sequence", sequence},
                             {"sha256", hash},
                             {"length", pack.size()},
                             {"title", "Unsere Stadt"},
                             {"publisher", "Stadt Musterstadt"},
                             {"pages", 12}}}});
    if (!base.empty()) {
        const std::string base_hash = slot_of(base, 0).sha256;
        repository.add_target(update::patch_path("town", base_hash), patch_between(base, pack),
                              {{"foyer",
                                {{"base_sha256", base_hash},
                                 {"result_sha256", hash},
                                 {"result_length", pack.size()},
                                 {"new_pages", 3},
                                 {"changed_pages", 5}}}});
    }
    refresh();
    return pack;
}

void Town::refresh() {
    const std::string issued = update::format_time(date.time);
    repository.body("targets")["x-issued"] = issued;
    repository.body("timestamp")["x-issued"] = issued;
    repository.publish({"targets", "snapshot", "timestamp"});
}

void Town::mark_timestamp_for_sticks() {
    repository.body("timestamp")["x-channel"] = "usb";
    repository.publish({"timestamp"});
}

std::unique_ptr<update::Updater> Town::start() {
    auto updater = std::make_unique<update::Updater>(site, update::Means{disk, clock, date, gate});
    if (const Result<void> started = updater->start(); !started) return nullptr;
    return updater;
}

model::UpdatePhase Town::update(host::Fetch& source, model::Channel channel) {
    const std::unique_ptr<update::Updater> updater = start();
    if (!updater) return model::UpdatePhase::idle;
    return updater->run(source, {channel, "there"});
}

std::string Town::active() const {
    const auto current = store::parse_current(disk.get("store/current").value_or(""));
    if (!current || !current->active) return {};
    return disk.get(store::pack_path("store", current->active->sha256)).value_or("missing");
}

store::UpdateFile Town::report() const {
    return store::parse_update_file(disk.get("store/update.json").value_or("")).value();
}

model::Refusal Town::refusal() const { return report().status.refusal; }

} // namespace foyer::test
