// SPDX-License-Identifier: EUPL-1.2
#include "tests/update/release.h"

#include "kiosk/update/crypto.h"
#include "kiosk/update/patch.h"

#include <algorithm>
#include <cstdlib>

namespace foyer::test {

namespace {

update::PatchSink into(std::string& bytes) {
    return [&bytes](std::string_view piece) -> Result<void> {
        bytes += piece;
        return {};
    };
}

} // namespace

Result<void> MemorySource::get(const host::Wanted& wanted, const host::Sink& sink) {
    asked.push_back(wanted);
    const auto found = files.find(wanted.name);
    if (found == files.end()) return {Errc::not_found, wanted.name};
    if (wanted.offset > 0 && !knows_offsets) return {Errc::refused, wanted.name};
    if (wanted.offset > found->second.size()) return {Errc::refused, wanted.name};
    const std::string_view rest = std::string_view(found->second).substr(wanted.offset);
    if (!ignores_the_limit && found->second.size() > wanted.max_bytes) {
        return {Errc::too_large, wanted.name};
    }
    for (std::size_t at = 0; at < rest.size(); at += piece_bytes) {
        if (breaks_after && at >= *breaks_after) return {Errc::unreadable, wanted.name + ": gone"};
        TRY(sink(rest.substr(at, piece_bytes)));
    }
    return {};
}

std::string bytes_of_length(std::size_t length, unsigned seed) {
    std::string bytes;
    while (bytes.size() < length) {
        seed = seed * 1'103'515'245U + 12'345U;
        bytes += static_cast<char>(seed >> 16U);
    }
    return bytes;
}

store::Slot slot_of(const std::string& pack, std::uint64_t sequence) {
    return {update::hash_hex(update::HashKind::sha256, pack), sequence};
}

std::string patch_between(const std::string& base, const std::string& result) {
    std::string bytes;
    if (!update::make_patch(base, result, into(bytes), {})) std::abort();
    return bytes;
}

std::string packed(const std::string& pack) {
    std::string bytes;
    if (!update::compress(pack, 3, into(bytes), {})) std::abort();
    return bytes;
}

update::RemoteFile remote_file(MemorySource& source, const std::string& name,
                               const std::string& bytes) {
    source.files[name] = bytes;
    return {name, bytes.size(), {update::hash_hex(update::HashKind::sha256, bytes), ""}};
}

Release release() {
    Release made;
    made.oldest = bytes_of_length(300, 1);
    made.old = bytes_of_length(500, 2);
    made.fresh = made.old.substr(0, 200) + bytes_of_length(250, 3) + made.old.substr(200);
    made.oldest_slot = slot_of(made.oldest, 1);
    made.old_slot = slot_of(made.old, 2);
    made.fresh_slot = slot_of(made.fresh, 3);
    made.offer.slot = made.fresh_slot;
    made.offer.length = made.fresh.size();
    made.offer.whole = remote_file(made.source, "targets/whole", packed(made.fresh));
    made.offer.patches = {
        {remote_file(made.source, "targets/patch", patch_between(made.old, made.fresh)),
         made.old_slot.sha256}};
    return made;
}

platform::MemoryDisk kiosk_disk(const Release& release) {
    platform::MemoryDisk disk;
    disk.put(store::pack_path("store", release.oldest_slot.sha256), release.oldest);
    disk.put(store::pack_path("store", release.old_slot.sha256), release.old);
    store::Current current;
    current.active = release.old_slot;
    current.confirmed = true;
    current.previous = release.oldest_slot;
    disk.put("store/current", store::to_text(current));
    return disk;
}

} // namespace foyer::test
