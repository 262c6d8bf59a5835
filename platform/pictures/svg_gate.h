// SPDX-License-Identifier: EUPL-1.2
// What a drawing may not contain, looked at before any drawing library sees it. The packer asks to
// tell the editor, the decoder asks again because it believes nobody.
#pragma once

#include "kiosk/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer::platform {

constexpr int max_svg_depth = 100;

struct SvgFinding {
    Errc code = Errc::refused; ///< refused, or damaged when it is not well-formed
    int line = 1, column = 1;  ///< from 1; columns are characters
    std::string what;          ///< e.g. "<image> is not allowed: it would load another file"
};

/// In order of appearance; empty when the drawing may be drawn. After damage the rest is not
/// looked at.
std::vector<SvgFinding> svg_findings(std::string_view svg);

} // namespace foyer::platform
