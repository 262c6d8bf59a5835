// SPDX-License-Identifier: EUPL-1.2
// START HERE for foyer-pack: content folders in, everything that goes into a pack out, with all
// that is wrong on the way.
#pragma once

#include "content/packer/facts.h"
#include "content/packer/fonts.h"
#include "content/packer/problem.h"
#include "kiosk/host/pictures.h"
#include "kiosk/model/pack_content.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

struct Draft {
    model::PackContent content; ///< as written by the editor: typography comes later (typeset.h)
    std::map<std::string, FactSheet> facts; ///< by page
    Problems problems;
};

/// Told about long work: pages done, pages in all.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Reads the folders, the later ones over the earlier ones. What is wrong in the content is in the
/// draft; fails only where a folder itself cannot be opened.
Result<Draft> read_content(const std::vector<std::string>& folders, const Fonts& fonts,
                           host::Pictures& pictures, const Progress& progress);

constexpr std::size_t max_pages = 20'000;
/// All figures together; a pack is copied to cheap cards over slow lines.
constexpr std::size_t max_media_bytes = std::size_t{1} << 30;

} // namespace foyer::packer
