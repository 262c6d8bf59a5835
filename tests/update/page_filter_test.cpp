// SPDX-License-Identifier: EUPL-1.2
// Risk: a patch that was made for the filtered pack does not come back as the pack.
#include "kiosk/update/page_filter.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <string>

using namespace foyer::update;

namespace {

constexpr std::size_t page_bytes = 4096;

void put(std::string& bytes, std::size_t at, unsigned value, int size) {
    for (int i = size - 1; i >= 0; --i, value >>= 8U) {
        bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value);
    }
}

/// A page of rows, the first of which stands at its end.
std::string leaf(std::size_t header, unsigned rows, unsigned row_bytes, unsigned first) {
    std::string page(page_bytes, 'x');
    page[header] = 13;
    put(page, header + 3, rows, 2);
    for (unsigned i = 0; i < rows; ++i) put(page, header + 8 + 2 * i, first - i * row_bytes, 2);
    return page;
}

std::string chain(unsigned next) {
    std::string page(page_bytes, 'y');
    put(page, 0, next, 4);
    return page;
}

std::string relative(std::string pack) {
    make_relative(pack);
    return pack;
}

std::string there_and_back(std::string pack) {
    make_relative(pack);
    make_absolute(pack);
    return pack;
}

} // namespace

TEST_CASE("a page whose rows are shifted looks the same but for the first", "[patch]") {
    const std::string before = relative(leaf(100, 50, 20, 4000));
    const std::string after = relative(leaf(100, 50, 20, 3900));
    std::size_t differ = 0;
    for (std::size_t i = 0; i < page_bytes; ++i) differ += before[i] != after[i];
    CHECK(differ <= 2);
}

TEST_CASE("pages that go on in the next one look the same wherever they stand", "[patch]") {
    const std::string pack = relative(leaf(100, 1, 20, 4000) + chain(3) + chain(4) + chain(0));
    CHECK(pack.substr(page_bytes, page_bytes) == pack.substr(2 * page_bytes, page_bytes));
}

TEST_CASE("a pack comes back as it was", "[patch]") {
    const std::string inner = [] {
        std::string page = leaf(0, 100, 7, 4090);
        page[0] = 5;
        return page;
    }();
    const std::string pack = leaf(100, 10, 30, 4000) + leaf(0, 200, 10, 4090) + inner + chain(5) +
                             chain(0) + leaf(0, 0, 0, 0);
    CHECK(there_and_back(pack) == pack);
    CHECK(relative(pack) != pack);
}

TEST_CASE("rows beyond the page, files that end within one and rubbish hurt nobody", "[patch]") {
    std::string lying = leaf(100, 1, 20, 4000) + leaf(0, 1, 20, 4000);
    put(lying, page_bytes + 3, 0xFFFF, 2);
    CHECK(there_and_back(lying) == lying);
    for (const std::size_t length : {0u, 1u, 99u, 4095u, 4097u, 8191u}) {
        const std::string part = (leaf(100, 9, 9, 4000) + leaf(0, 9, 9, 4000)).substr(0, length);
        CHECK(there_and_back(part) == part);
    }
    std::mt19937 random(1);
    std::string noise(5 * page_bytes, '\0');
    for (char& byte : noise) byte = static_cast<char>(random());
    make_absolute(noise);
    make_relative(noise);
    CHECK(noise.size() == 5 * page_bytes);
}
