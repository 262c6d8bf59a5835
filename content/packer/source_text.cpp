// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/source_text.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <utility>

namespace foyer::packer {

SourceText::SourceText(std::string file, std::string bytes, Position begin)
    : file_(std::move(file)), bytes_(std::move(bytes)), lines_{0}, begin_(begin) {
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
        if (bytes_[at] == '\n') lines_.push_back(at + 1);
    }
}

Position SourceText::position(std::size_t offset) const {
    offset = std::min(offset, bytes_.size());
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const std::size_t begin = *(after - 1);
    const int line = static_cast<int>(after - lines_.begin()) - 1;
    const int letters = static_cast<int>(text::length(bytes().substr(begin, offset - begin)));
    return {begin_.line + line, (line == 0 ? begin_.column : 1) + letters};
}

std::size_t SourceText::offset(Position at) const {
    const std::size_t line = static_cast<std::size_t>(std::max(at.line - begin_.line, 0));
    if (line >= lines_.size()) return bytes_.size();
    if (line == 0) at.column -= begin_.column - 1;
    const std::size_t end = line + 1 < lines_.size() ? lines_[line + 1] - 1 : bytes_.size();
    std::size_t offset = lines_[line];
    for (int column = 1; column < at.column && offset < end; ++column) {
        offset += text::decode(bytes_, offset).bytes;
    }
    return offset;
}

bool check_encoding(const SourceText& source, Problems& problems) {
    const std::string_view bytes = source.bytes();
    if (const std::size_t bad = text::first_invalid(bytes); bad != std::string_view::npos) {
        problems.error(source.file(), source.position(bad),
                       "this is not UTF-8; save the file in the encoding UTF-8");
        return false;
    }
    const auto control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
    };
    if (const auto found = std::find_if(bytes.begin(), bytes.end(), control);
        found != bytes.end()) {
        problems.error(source.file(),
                       source.position(static_cast<std::size_t>(found - bytes.begin())),
                       "there is a control character here; delete it");
        return false;
    }
    return true;
}

} // namespace foyer::packer
