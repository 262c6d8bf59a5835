// SPDX-License-Identifier: EUPL-1.2
// tours/<id>.toml: what presenters show, one file for each tour.
#pragma once

#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/model/pack_content.h"

#include <vector>

namespace foyer::packer {

constexpr std::size_t max_tours = 100, max_steps = 60;
constexpr int max_slide_words = 45; ///< what a room reads from five metres
constexpr int max_slide_items = 5;

/// Fills content.tours, by their `order`, then by id; a file of a later folder takes the place of
/// one with the same name. The pages must have been read before: steps show parts of them.
void read_tours(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking);

} // namespace foyer::packer
