// SPDX-License-Identifier: EUPL-1.2
// Risk: a name that a neighbour asks for leads to a file that is none of his business, or a range
// to bytes that are not there.
#include "platform/lan/shared_name.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>

using foyer::platform::range_of;
using foyer::platform::RangeKind;
using foyer::platform::shared_name;

TEST_CASE("the files of a repository can be asked for", "[lan]") {
    CHECK(shared_name("/metadata/timestamp.json") == "metadata/timestamp.json");
    CHECK(shared_name("/metadata/12.root.json") == "metadata/12.root.json");
    CHECK(shared_name("/targets/packs/0a1b.town.pack.zst") == "targets/packs/0a1b.town.pack.zst");
    CHECK(shared_name("/targets/packs/my-town_2/0a1b.from-2c.zsd") ==
          "targets/packs/my-town_2/0a1b.from-2c.zsd");
}

TEST_CASE("every other name does not exist", "[lan]") {
    for (const char* path : {"",
                             "/",
                             "metadata/timestamp.json",
                             "/metadata",
                             "/metadata/",
                             "/metadata/timestamp",
                             "/metadata/.json",
                             "/metadata/.hidden.json",
                             "/metadata/../x.json",
                             "/metadata/a/b.json",
                             "//metadata/timestamp.json",
                             "/metadata//timestamp.json",
                             "/metadata/%2e%2e.json",
                             "/metadata/a%2fb.json",
                             "/metadata/a b.json",
                             "/metadata/\xc3\xa4.json",
                             "/metadata/..\\x.json",
                             "/targets/packs",
                             "/targets/packs/",
                             "/targets/packs/..",
                             "/targets/packs/../x",
                             "/targets/packs/a/..",
                             "/targets/packs/a/",
                             "/targets/packs//a",
                             "/targets/packs/a/b/c",
                             "/targets/packs/.part-1",
                             "/targets/other/a",
                             "/current"}) {
        INFO(path);
        CHECK_FALSE(shared_name(path));
    }
    CHECK_FALSE(shared_name(std::string_view("/metadata/a\0.json", 17)));
    CHECK_FALSE(shared_name("/metadata/" + std::string(300, 'a') + ".json"));
}

TEST_CASE("a range is cut to the file, and one behind its end is told so", "[lan]") {
    CHECK(range_of("bytes=0-", 100).bytes == foyer::platform::ByteRange{0, 99});
    CHECK(range_of("bytes=99-", 100).bytes == foyer::platform::ByteRange{99, 99});
    CHECK(range_of("bytes=5-9", 100).bytes == foyer::platform::ByteRange{5, 9});
    CHECK(range_of("bytes=5-1000", 100).bytes == foyer::platform::ByteRange{5, 99});
    CHECK(range_of("bytes=100-", 100).kind == RangeKind::beyond);
    CHECK(range_of("bytes=0-", 0).kind == RangeKind::beyond);
    CHECK(range_of("bytes=18446744073709551615-", 100).kind == RangeKind::beyond);
}

TEST_CASE("what is no simple range gets the whole file", "[lan]") {
    for (const char* header :
         {"", "bytes", "bytes=", "bytes=-5", "bytes=a-", "bytes=5", "bytes=9-5", "bytes=1-2,4-5",
          "bytes=99999999999999999999-", "bytes=1-99999999999999999999", "lines=1-", "bytes= 1-"}) {
        INFO(header);
        CHECK(range_of(header, 100).kind == RangeKind::all);
    }
}
