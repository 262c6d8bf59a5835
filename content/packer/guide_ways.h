// SPDX-License-Identifier: EUPL-1.2
// Which questions and results of a guide the answers can lead to.
#pragma once

#include "kiosk/model/guide.h"

#include <vector>

namespace foyer::packer {

struct GuideWays {
    std::vector<bool> questions, results; ///< whether any way leads there
    /// Numbers, from 1, of questions with an answer that ends the way without a result, although no
    /// answer of the guide has points.
    std::vector<int> open_ends;
};

/// Walks all ways at once. The ways must lead forward only, to questions and results that exist.
GuideWays ways_of(const model::Guide& guide);

} // namespace foyer::packer
