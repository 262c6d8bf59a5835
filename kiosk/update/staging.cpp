// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/staging.h"

#include "kiosk/update/file_hash.h"
#include "kiosk/update/patch.h"

#include <algorithm>
#include <utility>

namespace foyer::update {

namespace {

/// What a patch may fail with so that the whole pack is worth fetching.
bool whole_may_help(const Error& error) {
    switch (error.code) {
    case Errc::damaged:
    case Errc::not_found:
    case Errc::too_large:
    case Errc::refused: return true;
    default: return false;
    }
}

} // namespace

Staging::Staging(host::Disk& disk, host::Fetch& source, PackStore& store, Gate gate,
                 StageProgress progress)
    : disk_(disk),
      source_(source),
      store_(store),
      gate_(std::move(gate)),
      progress_(std::move(progress)) {}

void Staging::tell(StagePhase phase, std::uint64_t done, std::uint64_t total) const {
    if (progress_) progress_(phase, done, total);
}

Result<void> Staging::run(const Offer& offer) {
    // Each step says whom to blame if it fails.
    blame_ = Blame::store;
    // An interruption between here and the commit leaves a pack that nobody names yet.
    if (!store_.verify(offer.slot.sha256)) {
        Result<void> result = build(offer);
        if (result) result = install(offer);
        if (!result) {
            clean_up(offer, result.error());
            return result;
        }
    }
    blame_ = Blame::store;
    TRY(store_.forget_downloads({}));
    blame_ = Blame::nobody;
    return {};
}

void Staging::clean_up(const Offer& offer, const Error& error) {
    // Best effort: recover() and the next run look again.
    (void)disk_.remove(store_.fresh_path(offer.slot.sha256));
    const bool go_on = error.code == Errc::unreadable || error.code == Errc::timeout;
    if (!go_on) (void)store_.forget_downloads({});
}

Result<void> Staging::build(const Offer& offer) {
    std::vector<std::string> wanted{file_hash(offer.whole)};
    for (const Offer::Patch& patch : offer.patches) wanted.push_back(file_hash(patch.file));
    TRY(store_.forget_downloads(wanted));
    for (const Offer::Patch& patch : offer.patches) {
        if (!holds(patch.base_sha256)) continue;
        Result<void> built = build_from_patch(offer, patch);
        if (built || blame_ == Blame::store || !whole_may_help(built.error())) return built;
        (void)disk_.remove(store_.download_path(file_hash(patch.file)));
        break;
    }
    return build_from_whole(offer);
}

/// The base is read before it is mapped: a medium that fails is an error then, and no SIGBUS.
bool Staging::holds(const std::string& base_sha256) const {
    return store_.verify(base_sha256).has_value();
}

Result<void> Staging::build_from_patch(const Offer& offer, const Offer::Patch& patch) {
    const std::string base = store_.base_path(patch.base_sha256);
    TRY(make_room(offer, patch.file, disk_.size(base).value_or(0)));
    TRY(fetch(patch.file));
    Result<void> made = apply(offer, patch);
    (void)disk_.remove(store_.fresh_path(patch.base_sha256)); // else recover() does
    if (made) made = check_medium(offer);
    return blamed(std::move(made));
}

Result<void> Staging::build_from_whole(const Offer& offer) {
    TRY(make_room(offer, offer.whole, 0));
    TRY(fetch(offer.whole));
    Result<void> made = unpack(offer);
    if (made) made = check_medium(offer);
    return blamed(std::move(made));
}

/// The bytes are those that were signed: what is wrong with them comes from their signers.
Result<void> Staging::blamed(Result<void> made) {
    const bool theirs = !made && made.error().code == Errc::damaged;
    blame_ = theirs ? Blame::source : Blame::store;
    return made;
}

Result<void> Staging::make_room(const Offer& offer, const RemoteFile& file,
                                std::uint64_t for_a_while) {
    blame_ = Blame::store;
    // A pack or a download that an interruption left may be what is in the way.
    if (!has_room(offer, file, for_a_while)) TRY(store_.collect());
    return has_room(offer, file, for_a_while);
}

Result<void> Staging::has_room(const Offer& offer, const RemoteFile& file,
                               std::uint64_t for_a_while) {
    if (offer.length > max_number || file.length > max_number) {
        return {Errc::too_large, offer.slot.sha256 + ": no disk is so large"};
    }
    const Result<std::uint64_t> there = disk_.size(store_.download_path(file_hash(file)));
    const std::uint64_t rest = file.length - std::min(file.length, there ? *there : 0);
    // So no sum of a few overflows.
    const std::uint64_t need = offer.length + rest + for_a_while + spare_bytes;
    const std::uint64_t free = TRY(disk_.free_bytes(store_.packs_folder()));
    if (free >= need) return {};
    return {Errc::no_space,
            std::to_string(need) + " bytes needed, " + std::to_string(free) + " free"};
}

Result<void> Staging::fetch(const RemoteFile& file) {
    tell(StagePhase::fetching, 0, file.length);
    Download download(disk_, source_, file, store_.download_path(file_hash(file)),
                      [&](std::uint64_t done) { tell(StagePhase::fetching, done, file.length); });
    Result<void> result = download.run();
    blame_ = download.disk_failed() ? Blame::store : Blame::source;
    return result;
}

/// The way of a patch starts from the base as the page filter sees it. In a file, since a big pack
/// would fill the memory; nobody reads it later, so it need not reach the medium.
Result<std::unique_ptr<host::NewFile>> Staging::copy_of_base(const std::string& base_sha256) {
    const std::unique_ptr<host::FileView> base = TRY(disk_.view(store_.base_path(base_sha256)));
    std::unique_ptr<host::NewFile> copy = TRY(disk_.create(store_.fresh_path(base_sha256)));
    TRY(copy->reserve(base->bytes().size()));
    const std::span<char> bytes = TRY(copy->map());
    std::copy(base->bytes().begin(), base->bytes().end(), bytes.begin());
    return copy;
}

Result<void> Staging::apply(const Offer& offer, const Offer::Patch& patch) {
    const std::string path = store_.download_path(file_hash(patch.file));
    const std::unique_ptr<host::FileView> bytes = TRY(disk_.view(path));
    TRY(check_patch(bytes->bytes(), offer.length));
    const std::unique_ptr<host::NewFile> copy = TRY(copy_of_base(patch.base_sha256));
    const std::span<char> base = TRY(copy->map());
    tell(StagePhase::unpacking, 0, offer.length);
    const std::unique_ptr<host::NewFile> file =
        TRY(disk_.create(store_.fresh_path(offer.slot.sha256)));
    TRY(file->reserve(offer.length));
    const std::span<char> result = TRY(file->map());
    TRY(apply_patch(bytes->bytes(), base, result));
    tell(StagePhase::unpacking, offer.length, offer.length);
    TRY(file->seal());
    return file->sync();
}

Result<void> Staging::unpack(const Offer& offer) {
    const std::unique_ptr<host::NewFile> file =
        TRY(disk_.create(store_.fresh_path(offer.slot.sha256)));
    TRY(file->reserve(offer.length));
    Unpacker unpacker(offer.length);
    std::uint64_t done = 0;
    const PatchSink write = [&](std::string_view piece) -> Result<void> {
        done += piece.size();
        tell(StagePhase::unpacking, done, offer.length);
        return file->write(piece);
    };
    TRY(disk_.read_through(store_.download_path(file_hash(offer.whole)),
                           [&](std::string_view packed) { return unpacker.add(packed, write); }));
    TRY(unpacker.finish());
    TRY(file->seal());
    return file->sync();
}

Result<void> Staging::check_medium(const Offer& offer) {
    const FileHash found =
        TRY(hash_file(disk_, store_.fresh_path(offer.slot.sha256), HashKind::sha256,
                      [&](std::uint64_t done) { tell(StagePhase::checking, done, offer.length); }));
    if (found.length == offer.length && found.hex == offer.slot.sha256) return {};
    return {Errc::damaged, offer.slot.sha256 + ": became another pack"};
}

Result<void> Staging::install(const Offer& offer) {
    const std::string fresh = store_.fresh_path(offer.slot.sha256);
    blame_ = Blame::pack;
    TRY(gate_(fresh));
    blame_ = Blame::store;
    TRY(disk_.rename(fresh, store_.pack_path(offer.slot.sha256)));
    return disk_.sync_folder(store_.packs_folder());
}

} // namespace foyer::update
