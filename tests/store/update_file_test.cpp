// SPDX-License-Identifier: EUPL-1.2
// The risk: what the updater tells is read as something else, or a file somebody tampered with
// breaks the kiosk that watches it.
#include "kiosk/store/update_file.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::store;

namespace {

UpdateFile full_file() {
    UpdateFile file;
    model::UpdateStatus& status = file.status;
    status.phase = model::UpdatePhase::refused;
    status.channel = model::Channel::stick;
    status.source = "/media/stick";
    status.refusal = model::Refusal::expired;
    status.detail = "since yesterday";
    status.publisher = "Stadt \"X\"";
    status.title = "Offene Rathäuser";
    status.version = "2026.11";
    status.new_pages = 3;
    status.changed_pages = 10;
    status.pages_known = true;
    status.done_bytes = 1'000;
    status.total_bytes = 5'000'000'000;
    status.seconds_left = 42;
    status.at = "2026-11-23T12:00:00Z";
    model::Freshness& freshness = file.freshness;
    freshness.fresh_at = "2026-11-22T12:00:00Z";
    freshness.clock_known = false;
    freshness.last_source = "https://x";
    freshness.last_success = "2026-11-21T12:00:00Z";
    freshness.last_refusal = model::Refusal::wrong_channel;
    freshness.last_refusal_at = "2026-11-20T12:00:00Z";
    freshness.last_refusal_detail = "marked";
    return file;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("what the updater tells reads as it was written", "[store][update_file]") {
    CHECK(parse_update_file(to_json(full_file())) == full_file());
    CHECK(parse_update_file(to_json({})) == UpdateFile{});
    CHECK(to_json({}).ends_with("}\n"));
}

TEST_CASE("the code of a refusal stands beside its name", "[store][update_file]") {
    CHECK(to_json(full_file()).find("\"code\": \"U04\"") != std::string::npos);
}

TEST_CASE("a text that is not UTF-8 is mended and not lost", "[store][update_file]") {
    UpdateFile file;
    file.status.detail = "bad \xFF byte";
    const auto parsed = parse_update_file(to_json(file));
    REQUIRE(parsed);
    CHECK(parsed->status.detail == "bad \xEF\xBF\xBD byte");
}

TEST_CASE("unknown fields are passed over, so that old kiosks read new files",
          "[store][update_file]") {
    const std::string text = replaced(to_json(full_file()), "{", "{\"later\": [1, {}],");
    CHECK(parse_update_file(text) == full_file());
}

TEST_CASE("anything but such a file is none", "[store][update_file]") {
    const std::string text = to_json(full_file());
    CHECK_FALSE(parse_update_file(""));
    CHECK_FALSE(parse_update_file("[]"));
    CHECK_FALSE(parse_update_file("7"));
    CHECK_FALSE(parse_update_file("{\"format\": 1}"));
    CHECK_FALSE(parse_update_file(text.substr(0, text.size() / 2)));
    CHECK_FALSE(parse_update_file(replaced(text, "\"format\": 1", "\"format\": 2")));
    CHECK_FALSE(parse_update_file(replaced(text, "\"refused\"", "\"dancing\"")));
    CHECK_FALSE(parse_update_file(replaced(text, "\"stick\"", "\"pigeon\"")));
    CHECK_FALSE(parse_update_file(replaced(text, "\"new_pages\": 3", "\"new_pages\": -3")));
    CHECK_FALSE(parse_update_file(replaced(text, "\"new_pages\": 3", "\"new_pages\": \"3\"")));
    CHECK_FALSE(
        parse_update_file(replaced(text, "\"new_pages\": 3", "\"new_pages\": 99999999999")));
    CHECK_FALSE(parse_update_file(text + std::string(max_update_file_bytes, ' ')));
}
