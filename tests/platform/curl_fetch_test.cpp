// SPDX-License-Identifier: EUPL-1.2
// Risk: names of strangers become addresses that lead elsewhere. What servers can do to us is in
// tests/transport.
#include "platform/http/curl_fetch.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using platform::url_path;

TEST_CASE("a name becomes a path in which nothing but slashes has a meaning", "[http]") {
    CHECK(url_path("metadata/1.root.json") == "metadata/1.root.json");
    CHECK(url_path("a b?c#d&e=f+g/h:i@j") == "a%20b%3Fc%23d%26e%3Df%2Bg/h%3Ai%40j");
    CHECK(url_path("ä\n\x7f") == "%C3%A4%0A%7F");
    CHECK(url_path("-._~") == "-._~");
}

TEST_CASE("what is encoded already stays, a lone per cent sign does not", "[http]") {
    CHECK(url_path("1...%2Frole.json") == "1...%2Frole.json");
    CHECK(url_path("100%") == "100%25");
    CHECK(url_path("%4") == "%254");
    CHECK(url_path("%zz") == "%25zz");
}

TEST_CASE("a name that leads up, nowhere or to itself is no path", "[http]") {
    for (const char* name : {"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b"})
        CHECK(url_path(name).empty());
}

TEST_CASE("a base is an address of http or https without a query", "[http]") {
    for (const char* good : {"http://localhost", "https://town.example:8443/kiosk/"})
        CHECK(platform::CurlFetch::create(good));
    for (const char* bad : {"", "town.example", "file:///etc/passwd", "ftp://town.example",
                            "http://", "https://town.example/?a=b", "https://town.example/#a"})
        CHECK(platform::CurlFetch::create(bad).error().code == Errc::invalid);
}
