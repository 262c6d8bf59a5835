// SPDX-License-Identifier: EUPL-1.2
// The risk: a role speaks about files it was never given, or its name becomes a file of somebody
// else's.
#include "kiosk/update/delegation.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;

TEST_CASE("stars and question marks do not stand for a slash", "[update]") {
    CHECK(matches("packs/*", "packs/town.zst"));
    CHECK(matches("packs/*", "packs/"));
    CHECK_FALSE(matches("packs/*", "packs/town/from.zsd"));
    CHECK_FALSE(matches("*", "packs/town"));
    CHECK(matches("*/*", "packs/town"));
    CHECK_FALSE(matches("*/*", "packs"));
    CHECK(matches("a?c", "abc"));
    CHECK_FALSE(matches("a?c", "a/c"));
    CHECK_FALSE(matches("a?c", "ac"));
    CHECK_FALSE(matches("a*/b", "a/x/b"));
}

TEST_CASE("a pattern stands for the whole path, in its own letters", "[update]") {
    CHECK(matches("", ""));
    CHECK_FALSE(matches("", "a"));
    CHECK_FALSE(matches("a", ""));
    CHECK(matches("*", ""));
    CHECK_FALSE(matches("packs", "packs/a"));
    CHECK_FALSE(matches("Packs/*", "packs/a"));
    CHECK_FALSE(matches("packs/a", "packs/A"));
    CHECK(matches("*.pack.*", "town.1.pack.zst"));
    CHECK(matches("*a*b*c", "xaxbxbxc"));
    CHECK_FALSE(matches("*a*b*c", "xaxcxb"));
    CHECK(matches("[a]", "[a]"));
    CHECK_FALSE(matches("[ab]", "a"));
    CHECK(matches("*", "*"));
    CHECK(matches("?", "?"));
}

TEST_CASE("a question mark stands for one character, not for one byte", "[update]") {
    CHECK(matches("B?ro", "B\xC3\xBCro"));
    CHECK_FALSE(matches("B??ro", "B\xC3\xBCro"));
    CHECK(matches("*?", "\xF0\x9F\x98\x80"));
}

TEST_CASE("a hostile pattern takes no longer than pattern times path", "[update]") {
    std::string pattern;
    for (int i = 0; i < 2000; ++i) pattern += "*a";
    CHECK_FALSE(matches(pattern, std::string(1999, 'a') + "b"));
}

TEST_CASE("path hash prefixes are compared with the SHA-256 of the path", "[update]") {
    DelegatedRole role;
    const std::string hash = hash_hex(HashKind::sha256, "packs/town");
    role.hash_prefixes = {"ffff", hash.substr(0, 4)};
    CHECK(covers(role, "packs/town"));
    CHECK_FALSE(covers(role, "packs/another"));
    role.hash_prefixes = {hash.substr(1, 4)};
    CHECK_FALSE(covers(role, "packs/town"));
    role.hash_prefixes = {};
    CHECK_FALSE(covers(role, "packs/town"));
}

TEST_CASE("names of roles become names of files that lead nowhere else", "[update]") {
    CHECK(file_name("packs-a_b.c~1") == "packs-a_b.c~1");
    CHECK(file_name("../root") == "..%2Froot");
    CHECK(file_name("/a") == "%2Fa");
    CHECK(file_name("?#%") == "%3F%23%25");
    CHECK(file_name("B\xC3\xBCro a") == "B%C3%BCro%20a");
    CHECK(file_name(std::string_view("a\0b\n", 4)) == "a%00b%0A");
}

TEST_CASE("no delegated role is called like one the client files itself", "[update]") {
    for (const char* name : {"", "root", "timestamp", "snapshot", "targets", "stick.timestamp"}) {
        CAPTURE(name);
        CHECK_FALSE(is_role_name(name));
    }
    CHECK(is_role_name("Targets"));
    CHECK(is_role_name(".."));
    CHECK(is_role_name(std::string(200, 'a')));
    CHECK_FALSE(is_role_name(std::string(201, 'a')));
    CHECK_FALSE(is_role_name(std::string(70, '/')));
}
