// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/page_filter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace foyer::update {

namespace {

constexpr std::size_t page_bytes = 4096, file_header_bytes = 100;

enum class Way { relative, absolute };

std::uint32_t read(std::span<const char> bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

void write(std::span<char> bytes, std::uint32_t number) {
    for (std::size_t i = bytes.size(); i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number);
}

/// Of a page with rows: where each of them stands, as the distance from the one before.
void filter_rows(std::span<char> page, std::size_t header, Way way) {
    const auto kind = static_cast<unsigned char>(page[header]);
    const bool inner = kind == 2 || kind == 5;
    const std::size_t list = header + (inner ? 12 : 8);
    const std::size_t room = (page.size() - list) / 2;
    const std::size_t rows = std::min<std::size_t>(read(page.subspan(header + 3, 2)), room);
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::span<char> at = page.subspan(list + 2 * i, 2);
        const std::uint32_t found = read(at);
        const std::uint32_t out = way == Way::relative ? found - before : found + before;
        before = (way == Way::relative ? found : out) & 0xFFFFU;
        write(at, out);
    }
}

/// Of a page with the rest of a long row: which page goes on, as the distance from this one.
void filter_chain(std::span<char> page, std::uint32_t number, Way way) {
    const std::span<char> next = page.first(4);
    write(next, way == Way::relative ? read(next) - number : read(next) + number);
}

void filter(std::span<char> pack, Way way) {
    for (std::size_t i = 0; i < pack.size() / page_bytes; ++i) {
        const std::span<char> page = pack.subspan(i * page_bytes, page_bytes);
        const std::size_t header = i == 0 ? file_header_bytes : 0;
        const auto kind = static_cast<unsigned char>(page[header]);
        if (kind == 2 || kind == 5 || kind == 10 || kind == 13) {
            filter_rows(page, header, way);
        } else if (i > 0) {
            filter_chain(page, static_cast<std::uint32_t>(i + 1), way);
        }
    }
}

} // namespace

void make_relative(std::span<char> pack) { filter(pack, Way::relative); }

void make_absolute(std::span<char> pack) { filter(pack, Way::absolute); }

} // namespace foyer::update
