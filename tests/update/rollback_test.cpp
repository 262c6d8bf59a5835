// SPDX-License-Identifier: EUPL-1.2
// The risk: a kiosk takes what is well signed and older than what it had, from any channel.
// Counters only rise, unless the publisher's new keys say otherwise.
#include "kiosk/update/trusted_set.h"

#include "tests/update/repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;
using test::Repository;

namespace {

Rules rules(const char* reference = test::now_text) {
    Rules made;
    made.reference = parse_time(reference).value();
    return made;
}

std::string bytes(const Repository& repository, const std::string& role) {
    return repository.files.at(repository.file(role));
}

TrustedSet start(const Repository& repository, const Rules& with = rules()) {
    return TrustedSet::start(repository.first_root(), with).value();
}

std::string code(const Result<void>& result) {
    return result ? "taken" : name(result.error().code);
}

std::string add_timestamp(TrustedSet& set, const Repository& repository) {
    const auto news = set.add_timestamp(bytes(repository, "timestamp"));
    if (!news) return name(news.error().code);
    return *news == TrustedSet::News::newer ? "newer" : "same";
}

std::string add_snapshot(TrustedSet& set, const Repository& repository) {
    return code(set.add_snapshot(bytes(repository, "snapshot")));
}

std::string add_targets(TrustedSet& set, const Repository& repository) {
    return code(set.add_targets(bytes(repository, "targets")));
}

/// A new run that remembers what `repository` has now.
TrustedSet recalled(const Repository& repository) {
    TrustedSet set = start(repository);
    set.recall_timestamp(bytes(repository, "timestamp"));
    set.recall_snapshot(bytes(repository, "snapshot"));
    return set;
}

} // namespace

TEST_CASE("a timestamp of an earlier version is older, of the same version is not news",
          "[update]") {
    Repository repository;
    repository.publish({"timestamp"});
    TrustedSet set = recalled(repository);
    CHECK(add_timestamp(set, repository) == "same");
    repository.body("timestamp")["version"] = 1;
    repository.serve("timestamp");
    CHECK(add_timestamp(set, repository) == "older");
    repository.body("timestamp")["version"] = 3;
    repository.serve("timestamp");
    CHECK(add_timestamp(set, repository) == "newer");
}

TEST_CASE("another timestamp of the same version is not in force", "[update]") {
    Repository repository;
    TrustedSet set = recalled(repository);
    repository.body("timestamp")["meta"]["snapshot.json"]["version"] = 100;
    repository.serve("timestamp");
    CHECK(add_timestamp(set, repository) == "same");
    CHECK(set.timestamp()->snapshot.version == 1);
}

TEST_CASE("a known timestamp that has expired is no proof of freshness", "[update]") {
    Repository repository;
    repository.body("timestamp")["expires"] = test::yesterday_text;
    repository.publish({"timestamp"});
    TrustedSet set = recalled(repository);
    CHECK(add_timestamp(set, repository) == "expired");
}

TEST_CASE("an expired timestamp of an earlier run still counts against rollback", "[update]") {
    Repository repository;
    repository.body("timestamp")["expires"] = test::yesterday_text;
    repository.publish({"timestamp"});
    TrustedSet set = recalled(repository);
    repository.body("timestamp")["version"] = 1;
    repository.body("timestamp")["expires"] = test::next_year_text;
    repository.serve("timestamp");
    CHECK(add_timestamp(set, repository) == "older");
}

TEST_CASE("a timestamp that points to an earlier snapshot is older", "[update]") {
    Repository repository;
    repository.publish({"snapshot", "timestamp"});
    TrustedSet set = recalled(repository);
    repository.body("timestamp")["meta"]["snapshot.json"]["version"] = 1;
    repository.publish({"timestamp"});
    CHECK(add_timestamp(set, repository) == "older");
}

TEST_CASE("after a change of keys the old counters no longer bind", "[update]") {
    Repository repository;
    repository.body("timestamp")["version"] = 1'000'000;
    repository.body("snapshot")["version"] = 1'000'000;
    repository.publish({"snapshot", "timestamp"});
    const std::string driven_up_timestamp = bytes(repository, "timestamp");
    const std::string driven_up_snapshot = bytes(repository, "snapshot");

    repository.set_keys("timestamp", {test::new_key()}, 1);
    repository.set_keys("snapshot", {test::new_key()}, 1);
    repository.body("timestamp")["version"] = 1;
    repository.body("snapshot")["version"] = 1;
    repository.body("timestamp")["meta"]["snapshot.json"]["version"] = 1;
    repository.publish({"root"});
    repository.serve("snapshot");
    repository.serve("timestamp");
    TrustedSet set = start(repository);
    REQUIRE(code(set.add_root(bytes(repository, "root"))) == "taken");
    set.recall_timestamp(driven_up_timestamp);
    set.recall_snapshot(driven_up_snapshot);
    CHECK(add_timestamp(set, repository) == "newer");
    CHECK(add_snapshot(set, repository) == "taken");
}

TEST_CASE("a timestamp made for sticks is refused by the network channel", "[update]") {
    Repository repository;
    repository.body("timestamp")["x-channel"] = "usb";
    repository.publish({"timestamp"});
    TrustedSet network = start(repository);
    CHECK(add_timestamp(network, repository) == "refused");
    Rules stick_rules = rules();
    stick_rules.marks = Marks::plain_and_usb;
    TrustedSet stick = start(repository, stick_rules);
    CHECK(add_timestamp(stick, repository) == "newer");
    repository.body("timestamp")["x-channel"] = "tape";
    repository.publish({"timestamp"});
    CHECK(add_timestamp(stick, repository) == "refused");
}

TEST_CASE("timestamps of sticks and of networks are counted apart", "[update]") {
    Repository repository;
    repository.body("timestamp")["version"] = 7;
    repository.serve("timestamp");
    const std::string network = bytes(repository, "timestamp");
    repository.body("timestamp")["x-channel"] = "usb";
    repository.body("timestamp")["version"] = 3;
    repository.serve("timestamp");
    const std::string stick = bytes(repository, "timestamp");

    Rules both = rules();
    both.marks = Marks::plain_and_usb;
    TrustedSet set = start(repository, both);
    set.recall_timestamp(network);
    CHECK(set.add_timestamp(stick).value() == TrustedSet::News::newer);
    TrustedSet later = start(repository);
    later.recall_timestamp(stick);
    CHECK(later.add_timestamp(network).value() == TrustedSet::News::newer);
}

TEST_CASE("neither channel points to a snapshot before one the other has led to", "[update]") {
    Repository repository;
    const std::string network = bytes(repository, "timestamp");
    repository.body("timestamp")["x-channel"] = "usb";
    repository.publish({"snapshot", "timestamp"});
    TrustedSet set = start(repository);
    set.recall_timestamp(network);
    set.recall_timestamp(bytes(repository, "timestamp"));
    CHECK(set.add_timestamp(network).error().code == Errc::older);
}

TEST_CASE("no role vanishes from the snapshot, and none goes back", "[update]") {
    Repository repository;
    repository.delegate("targets", "town", {"*"});
    repository.publish({"town", "targets", "snapshot", "timestamp"});
    TrustedSet set = recalled(repository);
    nlohmann::json& meta = repository.body("snapshot")["meta"];
    SECTION("a role is missing") { meta.erase("town.json"); }
    SECTION("a role is older") { meta["targets.json"]["version"] = 1; }
    repository.publish({"snapshot", "timestamp"});
    REQUIRE(add_timestamp(set, repository) == "newer");
    CHECK(add_snapshot(set, repository) == "older");
}

TEST_CASE("a kiosk that lost its memory takes nothing below the versions it was built with",
          "[update]") {
    Repository repository;
    const auto verdicts = [&](const MinimumVersions& minimum) {
        Rules with = rules();
        with.minimum = minimum;
        TrustedSet set = start(repository, with);
        std::string text = code(set.finish_roots()) + " " + add_timestamp(set, repository);
        if (set.timestamp() == nullptr) return text;
        text += " " + add_snapshot(set, repository);
        return text + " " + add_targets(set, repository);
    };
    CHECK(verdicts({1, 1, 1, 1}) == "taken newer taken taken");
    CHECK(verdicts({2, 1, 1, 1}) == "older newer taken taken");
    CHECK(verdicts({1, 2, 1, 1}) == "taken older");
    CHECK(verdicts({1, 1, 2, 1}) == "taken older");
    CHECK(verdicts({1, 1, 1, 2}) == "taken newer taken older");
}
