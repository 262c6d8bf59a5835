// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/problem.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace foyer::packer {

namespace {

/// Messages quote what they complain about; a quoted line break must not forge a second message.
std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

} // namespace

std::string to_string(const Problem& problem) {
    const char* severity = problem.severity == Severity::error ? "error" : "warning";
    return on_one_line(problem.file + ":" + std::to_string(problem.at.line) + ":" +
                       std::to_string(problem.at.column) + ": " + severity + ": " +
                       problem.message);
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::string out(text.substr(0, longest));
    if (text.size() > longest) {
        while (!out.empty() && text::first_invalid(out) != std::string_view::npos) out.pop_back();
        out += "…";
    }
    return "\"" + out + "\"";
}

std::string counted(std::size_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void Problems::error(std::string_view file, Position at, std::string message) {
    ++errors_;
    add(file, at, Severity::error, std::move(message));
}

void Problems::warning(std::string_view file, Position at, std::string message) {
    ++warnings_;
    add(file, at, Severity::warning, std::move(message));
}

void Problems::add(std::string_view file, Position at, Severity severity, std::string message) {
    if (kept_.size() >= max_kept) return;
    kept_.push_back({std::string(file), at, severity, std::move(message)});
}

std::vector<Problem> Problems::sorted() const {
    std::vector<Problem> out = kept_;
    std::sort(out.begin(), out.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.file, a.at, a.severity, a.message) <
               std::tie(b.file, b.at, b.severity, b.message);
    });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace foyer::packer
