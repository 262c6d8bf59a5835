// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/content.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer::model {

std::string plain(const Inline& runs) {
    std::string out;
    for (const Run& run : runs) {
        if (run.source == 0) out += text::without_soft_hyphens(run.text);
    }
    return out;
}

bool is_right_to_left(const std::string& language) {
    constexpr std::array<std::string_view, 5> tags = {"ar", "fa", "he", "ur", "yi"};
    const std::string_view primary = std::string_view(language).substr(0, language.find('-'));
    return std::find(tags.begin(), tags.end(), primary) != tags.end();
}

} // namespace foyer::model
