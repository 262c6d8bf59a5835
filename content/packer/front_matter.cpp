// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/front_matter.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <utility>

namespace foyer::packer {

namespace {

struct Line {
    std::string_view text; ///< without blanks at its end
    std::size_t end = 0;   ///< behind its line break
};

Line line_at(std::string_view bytes, std::size_t begin) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view text = bytes.substr(begin, end - begin);
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    return {text, std::min(end + 1, bytes.size())};
}

} // namespace

std::optional<FrontMatter> read_front_matter(const SourceText& source, Problems& problems) {
    const std::string_view bytes = source.bytes();
    const Line first = line_at(bytes, 0);
    if (first.text != "+++") {
        problems.error(source.file(), {}, "a page begins with a line +++ and its front matter");
        return std::nullopt;
    }
    for (std::size_t at = first.end; at < bytes.size();) {
        const Line line = line_at(bytes, at);
        if (line.text == "+++") {
            auto table = parse_toml(source, first.end, at, problems);
            if (!table) return std::nullopt;
            table->at = {1, 1};
            return FrontMatter{std::move(*table), line.end};
        }
        at = line.end;
    }
    problems.error(source.file(), {}, "the front matter has no second line +++");
    return std::nullopt;
}

} // namespace foyer::packer
