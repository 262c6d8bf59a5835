// SPDX-License-Identifier: EUPL-1.2
// A kiosk with two packs on a disk in memory, and a source that has a third one, as a whole and as
// a patch. The packs are a few hundred bytes that are no packs: nothing here opens them.
#pragma once

#include "kiosk/update/staging.h"
#include "platform/memory/memory_disk.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

/// Files by name, in pieces, with faults on order.
class MemorySource final : public host::Fetch {
  public:
    std::map<std::string, std::string> files;
    std::size_t piece_bytes = 300;
    /// Gone after so many bytes of a transfer.
    std::optional<std::size_t> breaks_after;
    bool knows_offsets = true;
    bool ignores_the_limit = false;
    std::vector<host::Wanted> asked;

    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override;
};

struct Release {
    std::string oldest, old, fresh; ///< the packs' bytes
    store::Slot oldest_slot, old_slot, fresh_slot;
    update::Offer offer; ///< of `fresh`, with a patch from `old`
    MemorySource source;
};

Release release();
/// "store" with `old` active and confirmed, and `oldest` before it.
platform::MemoryDisk kiosk_disk(const Release& release);

std::string bytes_of_length(std::size_t length, unsigned seed);
update::RemoteFile remote_file(MemorySource& source, const std::string& name,
                               const std::string& bytes);
std::string patch_between(const std::string& base, const std::string& result);
std::string packed(const std::string& pack);
store::Slot slot_of(const std::string& pack, std::uint64_t sequence);

inline Result<void> open_gate(const std::string&) { return {}; }

} // namespace foyer::test
