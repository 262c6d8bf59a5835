// SPDX-License-Identifier: EUPL-1.2
// foyer-update: signed content from a stick, the network or a neighbour into the pack store. It has
// no screen; what it does is told by STORE/update.json. START HERE for updates, then
// kiosk/update/updater.h.
#include "kiosk/base/log.h"
#include "kiosk/update/pack_gate.h"
#include "kiosk/update/status.h"
#include "kiosk/update/trust_files.h"
#include "kiosk/update/updater.h"
#include "kiosk/update_arguments.h"
#include "kiosk/update_sources.h"
#include "kiosk/update_watch.h"
#include "platform/linux/confine.h"
#include "platform/linux/file_lock.h"
#include "platform/linux/media_watch.h"
#include "platform/linux/posix_disk.h"
#include "platform/linux/steady_clock.h"
#include "platform/linux/wall_clock.h"

#include <cstdio>
#include <exception>

namespace {

using namespace foyer;
using Command = UpdateArguments::Command;
using model::UpdatePhase;

constexpr int refused_status = 1, busy_status = 3;

struct World {
    platform::PosixDisk disk;
    platform::SteadyClock clock;
    platform::SystemClock date;
};

Result<update::Site> make_site(const UpdateArguments& arguments, World& world) {
    const update::ShippedTrust trust = TRY(update::read_trust(world.disk, arguments.trust));
    update::Site site;
    site.store = arguments.store;
    site.note = arguments.note;
    site.factory = arguments.factory;
    site.root = trust.root;
    site.minimum = trust.minimum;
    site.built = trust.built;
    site.pack = trust.pack;
    if (arguments.share) site.sharing = update::Sharing::on;
    if (site.pack.empty() && !site.factory.empty()) {
        site.pack = update::pack_facts({}, site.factory).id;
    }
    if (!site.pack.empty()) return site;
    return Error{Errc::invalid, "which pack? " + arguments.trust +
                                    "/minimum.json names none, and there is no --factory pack"};
}

/// Everything that is needed later must have been opened, or stand in these lists.
Result<void> confine(const UpdateArguments& arguments) {
    if (!arguments.user.empty()) TRY(platform::drop_to_user(arguments.user));
    const bool network =
        !arguments.source.empty() || !arguments.neighbours.empty() || arguments.share;
    platform::Confinement wish;
    wish.writable = {arguments.store};
    wish.readable = {arguments.trust};
    for (const std::string& place : {arguments.factory, arguments.folder}) {
        if (!place.empty()) wish.readable.push_back(place);
    }
    // The note is replaced by renames: its folder is what stays.
    const std::size_t slash = arguments.note.rfind('/');
    if (slash != std::string::npos) wish.readable.push_back(arguments.note.substr(0, slash));
    if (network) {
        for (std::string& place : platform::network_places()) {
            wish.readable.push_back(std::move(place));
        }
        wish.network = arguments.share ? platform::Network::server : platform::Network::client;
    }
    log::debug("confined: " + TRY(platform::confine(wish)));
    return {};
}

update::Status read_status(const UpdateArguments& arguments, World& world,
                           update::Updater& updater) {
    update::Status status;
    const store::Current& current = updater.current();
    if (current.active) {
        status.active = update::pack_facts(
            *current.active, store::pack_path(arguments.store, current.active->sha256));
    }
    if (current.previous) {
        status.previous = update::pack_facts(
            *current.previous, store::pack_path(arguments.store, current.previous->sha256));
    }
    if (!arguments.factory.empty()) {
        status.factory = update::pack_facts({}, arguments.factory);
    }
    status.confirmed = current.confirmed;
    status.refused_packs = current.refuse.size();
    status.report = updater.report();
    status.free_bytes = world.disk.free_bytes(arguments.store).value_or(0);
    status.clock_synchronised = world.date.synchronised();
    status.clock_kept = world.date.kept();
    status.now = update::format_time(world.date.now());
    status.floor = update::format_time(updater.floor());
    status.root_version = updater.versions().root;
    return status;
}

int exit_status(UpdatePhase phase) { return phase == UpdatePhase::refused ? refused_status : 0; }

Result<int> run(const UpdateArguments& arguments) {
    World world;
    const update::Site site = TRY(make_site(arguments, world));
    std::unique_ptr<platform::MediaWatch> media;
    if (arguments.command == Command::watch) {
        media = TRY(platform::MediaWatch::start(arguments.folder));
        if (!arguments.note.empty()) TRY(media->also(arguments.note));
    }
    TRY(confine(arguments));
    update::Updater updater(site, {world.disk, world.clock, world.date, update::examine_pack});
    if (arguments.command == Command::status) {
        TRY(updater.look_only());
        const update::Status status = read_status(arguments, world, updater);
        std::fputs((arguments.json ? to_json(status) : to_text(status)).c_str(), stdout);
        return 0;
    }
    if (arguments.command == Command::watch) {
        Watch watch(arguments, updater, *media);
        TRY(watch.share(site.root));
        TRY(watch.run());
        return 0;
    }
    const Result<platform::FileLock> lock = platform::FileLock::take(arguments.store + "/lock");
    if (!lock) {
        std::fprintf(stderr, "foyer-update: %s\n", lock.error().what.c_str());
        return lock.error().code == Errc::refused ? busy_status : refused_status;
    }
    TRY(updater.start());
    if (arguments.command == Command::network) {
        TRY(updater.verify_active());
        return exit_status(update_from_network(updater, arguments.source));
    }
    if (arguments.command == Command::stick) {
        return exit_status(update_from_stick(updater, arguments.folder));
    }
    if (arguments.command == Command::roll_back) TRY(updater.roll_back());
    return 0;
}

} // namespace

int main(int count, char** values) {
    const foyer::UpdateArguments arguments = foyer::read_update_arguments(count, values);
    if (arguments.leave) return *arguments.leave;
    if (arguments.verbose) foyer::log::set_level(foyer::log::Level::debug);
    try { // ours never throw; libraries may, and then the log must say so
        const foyer::Result<int> result = run(arguments);
        if (result) return *result;
        std::fprintf(stderr, "foyer-update: %s\n", result.error().what.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "foyer-update: %s\n", error.what());
    }
    return refused_status;
}
