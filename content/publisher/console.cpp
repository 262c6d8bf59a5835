// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/console.h"

#include <algorithm>
#include <charconv>

namespace foyer::publisher {

std::string printable(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

std::string counted(std::uint64_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string readable_bytes(std::uint64_t bytes) {
    if (bytes < 1000) return counted(bytes, "byte");
    const char* unit = "kB";
    std::uint64_t tenths = (bytes + 50) / 100;
    if (tenths >= 10'000) {
        unit = "MB";
        tenths = (tenths + 500) / 1000;
    }
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " " + unit;
}

std::string day(update::Time time) { return update::format_time(time).substr(0, 10); }

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
        out += words[i];
    }
    return out;
}

Result<std::chrono::days> parse_lifetime(const std::string& text) {
    int count = 0;
    const char* end = text.data() + text.size();
    const auto [stop, wrong] = std::from_chars(text.data(), end, count);
    const std::string unit(stop, end);
    const int days = unit == "d" ? 1 : unit == "w" ? 7 : unit == "y" ? 365 : 0;
    if (wrong != std::errc() || days == 0 || count < 1 || count > 50 * 365 / days) {
        return Error{Errc::invalid,
                     "\"" + printable(text) + "\" is no length of time; write 14d, 26w or 5y"};
    }
    return std::chrono::days(count * days);
}

} // namespace foyer::publisher
