// SPDX-License-Identifier: EUPL-1.2
// One text file of a content folder, with the way from bytes to line and column and back.
#pragma once

#include "content/packer/problem.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

class SourceText {
  public:
    /// `begin` is where the bytes begin in the file, if they are a part of it.
    SourceText(std::string file, std::string bytes, Position begin = {});

    const std::string& file() const { return file_; }
    std::string_view bytes() const { return bytes_; }

    Position position(std::size_t offset) const;
    /// The byte a position stands for; positions beyond a line's end are the line's end.
    std::size_t offset(Position at) const;

  private:
    std::string file_, bytes_;
    std::vector<std::size_t> lines_; ///< where each line begins
    Position begin_;
};

/// Reports bytes that are not UTF-8 and control characters. False when the text is unusable.
bool check_encoding(const SourceText& source, Problems& problems);

} // namespace foyer::packer
