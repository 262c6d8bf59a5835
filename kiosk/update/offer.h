// SPDX-License-Identifier: EUPL-1.2
// What a repository has for this kiosk: from verified targets to an Offer. Targets have fixed
// paths,
//   packs/<pack id>.pack.zst                      the whole pack
//   packs/<pack id>/from-<sha256 of base>.zsd     a patch
// and their "custom" says what becomes of them. docs/publishing.md shows both.
#pragma once

#include "kiosk/update/client.h"
#include "kiosk/update/report.h"
#include "kiosk/update/staging.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::update {

/// A pack in the words of its publisher.
struct Published {
    Offer offer; ///< without patches yet
    OfferWords words;
};

std::string whole_path(const std::string& pack);
std::string patch_path(const std::string& pack, const std::string& base_sha256);

/// Fails with damaged if the target does not describe a pack of that id.
Result<Published> read_whole(const Target& target, const std::string& pack);
/// Adds a patch if it leads from that base to that very pack by a way this program knows, else
/// nothing: the whole pack is there.
void add_patch(Published& published, const Target& target, const std::string& base_sha256);

/// The name of a target's file in a repository.
RemoteFile remote_file(const Target& target);

} // namespace foyer::update
