// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/updater.h"

#include "kiosk/base/log.h"
#include "kiosk/update/file_hash.h"
#include "kiosk/update/refusal.h"

#include <algorithm>

namespace foyer::update {

namespace {

using model::Refusal;
using model::UpdatePhase;

std::string trusted_folder(const std::string& store) { return store + "/trusted"; }
Client::Options trusted(const std::string& store) {
    Client::Options options;
    options.folder = trusted_folder(store);
    return options;
}

std::string floor_path(const std::string& store) { return store + "/time"; }

} // namespace

Updater::Updater(Site site, const Means& means)
    : site_(std::move(site)),
      means_(means),
      store_(means.disk, site_.store),
      shelf_(means.disk, site_.store, site_.pack),
      report_(means.disk, means.clock, means.date, site_.store),
      floor_(site_.built) {}

Result<void> Updater::start() {
    report_.recall();
    read_floor();
    TRY(prepare_trust());
    TRY(store_.recover());
    if (site_.sharing == Sharing::on) shelf_.look();
    return heed_note();
}

Result<void> Updater::verify_active() {
    if (!store_.current().active) return {};
    const std::string active = store_.current().active->sha256;
    const Result<void> whole = store_.verify(active);
    if (whole || whole.error().code != Errc::damaged) return {};
    log::error("the card has changed the active pack: " + whole.error().what);
    return store_.drop(active);
}

Result<void> Updater::look_only() {
    report_.recall();
    read_floor();
    const Result<Client> known = Client::open(means_.disk, trusted(site_.store));
    if (known) versions_ = known->versions();
    return store_.look();
}

Result<void> Updater::prepare_trust() {
    const std::string folder = trusted_folder(site_.store);
    const Signed<Root> shipped = TRY(parse_root(site_.root));
    const Result<Client> known = Client::open(means_.disk, trusted(site_.store));
    // A store that lost its root, or a newer image: the root that came with the kiosk counts.
    if (known && known->versions().root >= shipped.content.common.version) return {};
    return Client::init(means_.disk, folder, site_.root);
}

void Updater::read_floor() {
    constexpr std::size_t max_floor_bytes = 100;
    const Result<std::string> text = means_.disk.read(floor_path(site_.store), max_floor_bytes);
    const std::optional<Time> stored = text ? parse_floor(*text) : std::nullopt;
    if (stored) floor_ = std::max(floor_, *stored);
}

ClockReading Updater::clock_reading() const {
    return {means_.date.now(), means_.date.synchronised(), means_.date.kept()};
}

UpdatePhase Updater::run(host::Fetch& source, const Origin& origin) {
    report_.begin(origin.channel, origin.name);
    WatchedFetch watched(source);
    verdict_.reset();
    client_.reset();
    published_.reset();
    const Result<Look> found = look(watched, origin);
    if (!found) {
        const Refusal why =
            verdict_.value_or(refusal_of_look(found.error(), watched.failed(), origin.channel, [&] {
                if (!client_)
                    return false; // our own root does not hold: nobody's fault but the card's
                const Result<Publisher> publisher = client_->publisher(source);
                return publisher && *publisher == Publisher::foreign;
            }));
        return refuse({why, found.error().what});
    }
    if (*found == Look::nothing_new) return succeed(UpdatePhase::up_to_date, watched, origin);
    const Offer& offer = published_->offer;
    const RemoteFile& first = offer.patches.empty() ? offer.whole : offer.patches.front().file;
    report_.found(published_->words, first.length, offer.length);
    make_way(offer);
    Staging staging(means_.disk, watched, store_, means_.gate,
                    [&](StagePhase phase, std::uint64_t done, std::uint64_t total) {
                        report_.progress(phase, done, total);
                    });
    if (const Result<void> staged = staging.run(offer); !staged) {
        return refuse({refusal_of_staging(staged.error(), staging.blame(), origin.channel),
                       staged.error().what});
    }
    if (const Result<void> active = store_.activate(offer.slot); !active) {
        return refuse({refusal_of_staging(active.error(), Blame::store, origin.channel),
                       active.error().what});
    }
    log::info("installed " + published_->words.version + " from " + origin.name);
    if (const Result<void> collected = store_.collect(); !collected) {
        log::warning("old packs stay: " + collected.error().what);
    }
    return succeed(UpdatePhase::installed, watched, origin);
}

/// What is kept for neighbours must not be in the way of an update; it comes back afterwards.
void Updater::make_way(const Offer& offer) {
    if (site_.sharing == Sharing::off) return;
    const std::uint64_t need = offer.length + offer.whole.length + spare_bytes;
    if (const Result<void> made = shelf_.make_way(need); !made) log::warning(made.error().what);
}

void Updater::fill_shelf(host::Fetch& source) {
    if (site_.sharing == Sharing::off) return;
    if (const Result<void> filled = shelf_.fill(*client_, source); !filled) {
        log::warning("neighbours cannot have this: " + filled.error().what);
    }
}

UpdatePhase Updater::succeed(UpdatePhase phase, host::Fetch& source, const Origin& origin) {
    // Whoever reads that an update is through may pull the stick out.
    const bool stick = origin.channel == model::Channel::stick;
    if (stick) fill_shelf(source);
    if (phase == UpdatePhase::installed) {
        report_.installed(fresh_until());
    } else {
        report_.up_to_date(fresh_until());
    }
    if (!stick) fill_shelf(source);
    return phase;
}

Result<Updater::Look> Updater::look(host::Fetch& source, const Origin& origin) {
    const Reference reference = reference_time(clock_reading(), floor_);
    report_.clock_known(reference.known);
    Client::Options options = trusted(site_.store);
    options.rules.reference = reference.time;
    options.rules.minimum = site_.minimum;
    const bool network = origin.channel == model::Channel::network;
    options.rules.marks = network ? Marks::plain : Marks::plain_and_usb;
    client_.emplace(TRY(Client::open(means_.disk, options)));
    const Result<void> refreshed = client_->refresh(source);
    versions_ = client_->versions();
    // What was verified counts, whatever came after it.
    TRY(raise_floor());
    if (!refreshed) return refreshed.error();
    TRY(find_pack(source));
    const Look result = TRY(judge_offer());
    if (result == Look::offer) TRY(find_patches(source));
    return result;
}

Result<void> Updater::find_pack(host::Fetch& source) {
    const std::string path = whole_path(site_.pack);
    const std::optional<Target> target = TRY(client_->find(source, path));
    if (!target) {
        verdict_ = Refusal::no_repository;
        return {Errc::not_found, "the publisher has no pack " + site_.pack};
    }
    published_ = TRY(read_whole(*target, site_.pack));
    return {};
}

Result<Updater::Look> Updater::judge_offer() {
    const store::Slot& offered = published_->offer.slot;
    const std::optional<store::Slot>& active = store_.current().active;
    if (active && active->sha256 == offered.sha256) return Look::nothing_new;
    if (active && offered.sequence <= active->sequence) {
        return {Errc::older, "it has number " + std::to_string(offered.sequence) +
                                 ", and the pack here " + std::to_string(active->sequence)};
    }
    if (store_.refuses(offered.sha256)) {
        verdict_ = Refusal::failed_here;
        return {Errc::refused, "this pack failed here before, or was taken back"};
    }
    if (!active) {
        const std::vector<std::string> here = bases();
        if (std::find(here.begin(), here.end(), offered.sha256) != here.end()) {
            return Look::nothing_new;
        }
    }
    return Look::offer;
}

/// The packs that lie here, the likeliest base of a patch first.
std::vector<std::string> Updater::bases() {
    std::vector<std::string> out;
    const store::Current& current = store_.current();
    for (const std::optional<store::Slot>* slot : {&current.active, &current.previous}) {
        if (*slot) out.push_back((*slot)->sha256);
    }
    if (site_.factory.empty()) return out;
    if (!factory_sha256_) {
        // A factory pack that cannot be read is none; the kiosk says so on its own screen.
        const Result<FileHash> hash = hash_file(means_.disk, site_.factory, HashKind::sha256, {});
        factory_sha256_ = hash ? hash->hex : std::string();
        if (hash) store_.also_base(hash->hex, site_.factory);
    }
    if (!factory_sha256_->empty()) out.push_back(*factory_sha256_);
    return out;
}

Result<void> Updater::find_patches(host::Fetch& source) {
    for (const std::string& base : bases()) {
        const std::optional<Target> patch =
            TRY(client_->find(source, patch_path(site_.pack, base)));
        if (patch) add_patch(*published_, *patch, base);
        if (!published_->offer.patches.empty()) return {};
    }
    return {};
}

Result<void> Updater::raise_floor() {
    const Time raised =
        raised_floor(floor_, client_->issued(), clock_reading(), client_->root_expires());
    if (raised <= floor_) return {};
    floor_ = raised;
    return host::replace_file(means_.disk, floor_path(site_.store), floor_text(floor_));
}

/// A publisher vouches for the time of signing; one who does not say when, for now.
std::optional<Time> Updater::fresh_until() const {
    if (const std::optional<Time> issued = client_->issued()) return issued;
    const Reference reference = reference_time(clock_reading(), floor_);
    return reference.known ? std::optional(reference.time) : std::nullopt;
}

UpdatePhase Updater::refuse(const Refused& why) {
    log::warning("update refused, " + model::refusal_code(why.refusal) + " " +
                 model::name(why.refusal) + ": " + why.detail);
    report_.refused(why.refusal, why.detail);
    return UpdatePhase::refused;
}

Result<void> Updater::heed_note() {
    if (site_.note.empty()) return {};
    const Result<std::string> text = means_.disk.read(site_.note, store::max_slot_file_bytes);
    const std::optional<store::Note> note = text ? store::parse_note(*text) : std::nullopt;
    if (!note) return {};
    switch (TRY(store_.heed(*note))) {
    case Heeded::nothing: return {};
    case Heeded::confirmed: log::info("the kiosk shows the new pack"); break;
    case Heeded::gave_up: log::warning("the new pack fails here; the one before is back"); break;
    case Heeded::took_back: log::warning("staff took the active pack back"); break;
    }
    return store_.collect();
}

Result<void> Updater::roll_back() { return store_.roll_back(); }

} // namespace foyer::update
