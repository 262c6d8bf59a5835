// SPDX-License-Identifier: EUPL-1.2
// The risk: a kiosk believes metadata that are unsigned, expired, older than what it had, or mixed
// from two publications. Each section of the specification has its cases; what was refused must
// have changed nothing.
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

/// A set that has taken everything `repository` has.
TrustedSet complete(const Repository& repository) {
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    REQUIRE(add_snapshot(set, repository) == "taken");
    REQUIRE(add_targets(set, repository) == "taken");
    return set;
}

/// A new run that remembers what `repository` has now.
TrustedSet recalled(const Repository& repository) {
    TrustedSet set = start(repository);
    set.recall_timestamp(bytes(repository, "timestamp"));
    set.recall_snapshot(bytes(repository, "snapshot"));
    return set;
}

} // namespace

TEST_CASE("a whole publication is taken, step by step", "[update]") {
    Repository repository;
    repository.add_target("packs/town.pack.zst", "a pack", {{"title", "Rathaus"}});
    repository.publish({"targets", "snapshot", "timestamp"});
    const TrustedSet set = complete(repository);
    const TargetFile& file = set.targets()->targets.at("packs/town.pack.zst");
    CHECK(file.length == 6);
    CHECK(file.custom == R"({"title":"Rathaus"})");
}

TEST_CASE("a first root that its own keys did not sign is not believed", "[update]") {
    Repository repository;
    const std::string unsigned_root = test::sign(repository.body("root"), {});
    CHECK(TrustedSet::start(unsigned_root, rules()).error().code == Errc::untrusted);
    const std::string foreign = test::sign(repository.body("root"), {test::new_key()});
    CHECK(TrustedSet::start(foreign, rules()).error().code == Errc::untrusted);
}

TEST_CASE("a new root needs the signatures of the old one's keys and of its own", "[update]") {
    Repository repository;
    TrustedSet set = start(repository);
    const test::Key old_key = repository.roles["root"].signers[0], new_key = test::new_key();
    repository.set_keys("root", {new_key}, 1);
    repository.publish({"root"});
    CHECK(code(set.add_root(bytes(repository, "root"))) == "untrusted");
    CHECK(code(set.add_root(test::sign(repository.body("root"), {old_key}))) == "untrusted");
    CHECK(set.root().common.version == 1);
    CHECK(code(set.add_root(test::sign(repository.body("root"), {old_key, new_key}))) == "taken");
    CHECK(set.root().common.version == 2);
}

TEST_CASE("one thief with one root key under two names makes no root", "[update]") {
    Repository repository;
    const test::Key stolen = test::new_key(), honest = test::new_key();
    repository.set_keys("root", {stolen, honest}, 2);
    const std::string first = test::sign(repository.body("root"), {stolen, honest});
    TrustedSet set = TrustedSet::start(first, rules()).value();

    test::Key alias = stolen;
    alias.keyid = "alias";
    nlohmann::json root = repository.body("root");
    root["version"] = 2;
    root["keys"]["alias"] = alias.object;
    root["roles"]["root"]["keyids"] = {stolen.keyid, "alias"};
    CHECK(code(set.add_root(test::sign(root, {stolen, alias}))) == "untrusted");
    CHECK(code(set.add_root(test::sign(root, {stolen, honest}))) == "untrusted");
}

TEST_CASE("roots come one version after the other", "[update]") {
    Repository repository;
    TrustedSet set = start(repository);
    CHECK(code(set.add_root(bytes(repository, "root"))) == "damaged");
    repository.body("root")["version"] = 3;
    repository.serve("root");
    CHECK(code(set.add_root(bytes(repository, "root"))) == "damaged");
}

TEST_CASE("roots in the middle may have expired, the last one may not", "[update]") {
    Repository repository;
    TrustedSet set = start(repository);
    repository.body("root")["expires"] = test::yesterday_text;
    repository.publish({"root"});
    CHECK(code(set.add_root(bytes(repository, "root"))) == "taken");
    CHECK(code(set.finish_roots()) == "expired");
    repository.body("root")["expires"] = test::next_year_text;
    repository.publish({"root"});
    CHECK(code(set.add_root(bytes(repository, "root"))) == "taken");
    CHECK(code(set.finish_roots()) == "taken");
}

TEST_CASE("metadata expire in the second they name", "[update]") {
    Repository repository;
    repository.body("timestamp")["expires"] = test::now_text;
    repository.publish({"timestamp"});
    TrustedSet set = start(repository);
    CHECK(add_timestamp(set, repository) == "expired");
    TrustedSet before = start(repository, rules("2026-11-23T11:59:59Z"));
    CHECK(add_timestamp(before, repository) == "newer");
}

TEST_CASE("timestamp, snapshot and targets are signed by whom the root names", "[update]") {
    Repository repository;
    const std::vector<test::Key> strangers{test::new_key()};
    TrustedSet set = start(repository);
    CHECK(set.add_timestamp(test::sign(repository.body("timestamp"), strangers)).error().code ==
          Errc::untrusted);
    REQUIRE(add_timestamp(set, repository) == "newer");
    CHECK(code(set.add_snapshot(test::sign(repository.body("snapshot"), strangers))) ==
          "untrusted");
    REQUIRE(add_snapshot(set, repository) == "taken");
    CHECK(code(set.add_targets(test::sign(repository.body("targets"), strangers))) == "untrusted");
    CHECK(set.targets() == nullptr);
}

TEST_CASE("a snapshot of another version than the timestamp tells is refused", "[update]") {
    Repository repository;
    repository.publish({"timestamp"});
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    repository.body("snapshot")["version"] = 2;
    repository.serve("snapshot");
    CHECK(add_snapshot(set, repository) == "damaged");
    CHECK(set.snapshot() == nullptr);
}

TEST_CASE("an expired snapshot is refused, also one kept from an earlier run", "[update]") {
    Repository repository;
    repository.body("snapshot")["expires"] = test::yesterday_text;
    repository.publish({"snapshot", "timestamp"});
    TrustedSet set = recalled(repository);
    REQUIRE(add_timestamp(set, repository) == "same");
    CHECK(add_snapshot(set, repository) == "expired");
    CHECK(set.snapshot() == nullptr);
}

TEST_CASE("a snapshot has the hash and the length that the timestamp tells", "[update]") {
    Repository repository;
    repository.list_hashes = true;
    repository.publish({"targets", "snapshot", "timestamp"});
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    CHECK(code(set.add_snapshot(bytes(repository, "snapshot") + " ")) == "damaged");
    std::string other = bytes(repository, "snapshot");
    other.replace(other.find(' '), 1, "\n");
    CHECK(code(set.add_snapshot(other)) == "damaged");
    CHECK(add_snapshot(set, repository) == "taken");
}

TEST_CASE("targets have the version, the hash and the length that the snapshot tells", "[update]") {
    Repository repository;
    repository.list_hashes = true;
    repository.publish({"targets", "snapshot", "timestamp"});
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    REQUIRE(add_snapshot(set, repository) == "taken");
    CHECK(code(set.add_targets(bytes(repository, "targets") + "\n")) == "damaged");
    CHECK(code(set.add_targets(repository.files.at("metadata/1.targets.json"))) == "damaged");
    CHECK(add_targets(set, repository) == "taken");
}

TEST_CASE("targets of another version than the snapshot tells are refused", "[update]") {
    Repository repository;
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    REQUIRE(add_snapshot(set, repository) == "taken");
    repository.publish({"targets"});
    CHECK(add_targets(set, repository) == "damaged");
}

TEST_CASE("expired targets are refused", "[update]") {
    Repository repository;
    repository.body("targets")["expires"] = test::yesterday_text;
    repository.publish({"targets", "snapshot", "timestamp"});
    TrustedSet set = start(repository);
    REQUIRE(add_timestamp(set, repository) == "newer");
    REQUIRE(add_snapshot(set, repository) == "taken");
    CHECK(add_targets(set, repository) == "expired");
}

TEST_CASE("the highest signed time is remembered, from verified metadata only", "[update]") {
    Repository repository;
    repository.body("targets")["x-issued"] = "2026-11-01T00:00:00Z";
    repository.body("timestamp")["x-issued"] = "2026-11-20T00:00:00Z";
    repository.publish({"targets", "snapshot", "timestamp"});
    CHECK(complete(repository).issued() == parse_time("2026-11-20T00:00:00Z"));

    TrustedSet set = start(repository);
    CHECK_FALSE(set.issued());
    nlohmann::json lie = repository.body("timestamp");
    lie["x-issued"] = "2099-01-01T00:00:00Z";
    CHECK_FALSE(set.add_timestamp(test::sign(lie, {test::new_key()})));
    set.recall_timestamp(test::sign(lie, {test::new_key()}));
    CHECK_FALSE(set.issued());
}
