// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a content folder, and where. All problems are collected and shown at once, as
// a compiler does it, so that an editor fixes a page in one go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

/// Both count from 1; columns count code points, as editors do.
struct Position {
    int line = 1, column = 1;
    friend auto operator<=>(const Position&, const Position&) = default;
};

enum class Severity { error, warning };

struct Problem {
    std::string file;
    Position at;
    Severity severity = Severity::error;
    std::string message;
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// "content/pages/x/de.md:3:1: error: ...", on one line whatever the message quotes.
std::string to_string(const Problem& problem);

/// In quotation marks, and cut where an attacker wrote a megabyte.
std::string quoted(std::string_view text);

/// "1 page", "2 pages".
std::string counted(std::size_t count, const char* noun);

class Problems {
  public:
    void error(std::string_view file, Position at, std::string message);
    void warning(std::string_view file, Position at, std::string message);

    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }

    /// By file, line and column, each once. Beyond `max_kept` they are only counted.
    std::vector<Problem> sorted() const;

    static constexpr std::size_t max_kept = 2000;

  private:
    void add(std::string_view file, Position at, Severity severity, std::string message);

    std::vector<Problem> kept_;
    std::size_t errors_ = 0, warnings_ = 0;
};

} // namespace foyer::packer
