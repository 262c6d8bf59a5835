// SPDX-License-Identifier: EUPL-1.2
// The risk: a field of the wrong kind is read as something else, or a signature counts that should
// not. What is not exactly metadata is refused before anybody believes a word of it.
#include "kiosk/update/metadata.h"

#include "tests/update/repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;
using nlohmann::json;

namespace {

/// The verdict on a role's metadata with one field changed; `at` is a JSON pointer.
std::string verdict(const std::string& role, const std::string& at, const json& value) {
    test::Repository repository;
    repository.body(role)[json::json_pointer(at)] = value;
    const std::string bytes = test::sign(repository.body(role), {});
    const auto code = [](const auto& parsed) -> std::string {
        return parsed ? "taken" : name(parsed.error().code);
    };
    if (role == "root") return code(parse_root(bytes));
    if (role == "timestamp") return code(parse_timestamp(bytes));
    if (role == "snapshot") return code(parse_snapshot(bytes));
    return code(parse_targets(bytes));
}

std::string without(const std::string& role, const std::string& field) {
    test::Repository repository;
    repository.body(role).erase(field);
    const auto parsed = parse_targets(test::sign(repository.body(role), {}));
    return parsed ? "taken" : name(parsed.error().code);
}

/// A target's description: "/targets/a" in targets.
std::string verdict_on_target(const json& target) {
    return verdict("targets", "/targets", {{"a", target}});
}

std::string verdict_on_delegation(json change) {
    json role = {{"name", "town"},
                 {"keyids", json::array()},
                 {"threshold", 1},
                 {"terminating", false},
                 {"paths", {"*"}}};
    role.update(change);
    for (auto it = change.begin(); it != change.end(); ++it) {
        if (it->is_null()) role.erase(it.key());
    }
    return verdict("targets", "/delegations", {{"keys", json::object()}, {"roles", {role}}});
}

} // namespace

TEST_CASE("metadata of the first major version of the specification only are read", "[update]") {
    for (const char* good : {"1.0", "1.0.34", "1.99.0"}) {
        CAPTURE(good);
        CHECK(verdict("targets", "/spec_version", good) == "taken");
    }
    for (const char* newer : {"2.0.0", "10.0", "0.9"}) {
        CAPTURE(newer);
        CHECK(verdict("root", "/spec_version", newer) == "newer_format");
        CHECK(verdict("timestamp", "/spec_version", newer) == "newer_format");
        CHECK(verdict("snapshot", "/spec_version", newer) == "newer_format");
        CHECK(verdict("targets", "/spec_version", newer) == "newer_format");
    }
    for (const json& none : {json("1"), json(""), json("one.two"), json(".1"), json(1), json()}) {
        CAPTURE(none);
        CHECK(verdict("targets", "/spec_version", none) == "damaged");
    }
}

TEST_CASE("versions beyond 2^31 are numbers like others", "[update]") {
    CHECK(verdict("targets", "/version", 2'147'483'648) == "taken");
    CHECK(verdict("targets", "/version", std::uint64_t{1} << 53U) == "taken");
    test::Repository repository;
    repository.body("targets")["version"] = 4'294'967'297;
    const auto parsed = parse_targets(test::sign(repository.body("targets"), {}));
    CHECK(parsed->content.common.version == 4'294'967'297);
}

TEST_CASE("versions of zero, below it or beyond 2^53 are refused", "[update]") {
    for (const json& version :
         {json(0), json(-1), json((std::uint64_t{1} << 53U) + 1), json(std::uint64_t{1} << 63U),
          json(~std::uint64_t{0}), json("1"), json(true), json()}) {
        CAPTURE(version);
        for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
            CHECK(verdict(role, "/version", version) == "damaged");
        }
    }
}

TEST_CASE("dates are exact and exist", "[update]") {
    CHECK(verdict("targets", "/expires", "2028-02-29T23:59:59Z") == "taken");
    for (const char* date :
         {"2027-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z",
          "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
          "2026-01-01T00:00:60Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00z",
          "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00+00:00",
          "2026-1-01T00:00:00Z", "+026-01-01T00:00:00Z", " 2026-01-01T00:00:00Z",
          "12026-01-01T00:00:00Z", ""}) {
        CAPTURE(date);
        CHECK(verdict("targets", "/expires", date) == "damaged");
    }
    CHECK(verdict("targets", "/expires", 1'800'000'000) == "damaged");
    CHECK(verdict("targets", "/x-issued", "yesterday") == "damaged");
}

TEST_CASE("dates are written as they are read", "[update]") {
    for (const char* date : {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "0000-01-01T00:00:00Z",
                             "9999-12-31T23:59:59Z", "2026-11-23T11:32:39Z"}) {
        CHECK(format_time(parse_time(date).value()) == date);
    }
    CHECK(parse_time("2026-11-23T11:32:39Z")->time_since_epoch().count() == 1'795'433'559);
}

TEST_CASE("one kind of metadata does not pass for another", "[update]") {
    for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
        CHECK(verdict(role, "/_type", "mirrors") == "damaged");
        CHECK(verdict(role, "/_type", std::string(role) == "root" ? "targets" : "root") ==
              "damaged");
    }
}

TEST_CASE("what every kind must have may not be missing", "[update]") {
    for (const char* field : {"_type", "spec_version", "version", "expires", "targets"}) {
        CAPTURE(field);
        CHECK(without("targets", field) == "damaged");
    }
    for (const char* text :
         {"[]", "{}", "1", "\"signed\"", R"({"signed":{}})", R"({"signed":[],"signatures":[]})",
          R"({"signed":{},"signatures":{}})"}) {
        CAPTURE(text);
        CHECK(parse_root(text).error().code == Errc::damaged);
    }
}

TEST_CASE("a root names the keys and the threshold of all four roles", "[update]") {
    test::Repository repository;
    for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
        json body = repository.body("root");
        body["roles"].erase(role);
        CHECK(parse_root(test::sign(body, {})).error().code == Errc::damaged);
    }
    CHECK(verdict("root", "/roles/root/threshold", 0) == "damaged");
    CHECK(verdict("root", "/roles/root/threshold", -1) == "damaged");
    CHECK(verdict("root", "/roles/root/keyids", {"a", "a"}) == "damaged");
    CHECK(verdict("root", "/roles/root/keyids", {1}) == "damaged");
    CHECK(verdict("root", "/roles/mirrors", "anything") == "taken");
    CHECK(verdict("root", "/consistent_snapshot", "yes") == "damaged");
    CHECK(verdict("root", "/keys", json::array()) == "damaged");
}

TEST_CASE("a key of an unknown kind does not spoil the file, and never counts", "[update]") {
    test::Repository repository;
    json body = repository.body("root");
    body["keys"]["abc"] = {
        {"keytype", "lattice"}, {"scheme", "new"}, {"keyval", {{"public", "x"}}}};
    const auto parsed = parse_root(test::sign(body, {}));
    CHECK(parsed->content.keys.size() == 4);
}

TEST_CASE("two signatures under one keyid are refused", "[update]") {
    test::Repository repository;
    const test::Key key = repository.roles["targets"].signers[0];
    const auto twice = parse_targets(test::sign(repository.body("targets"), {key, key}));
    CHECK(twice.error().code == Errc::damaged);
}

TEST_CASE("the same key under two names counts once", "[update]") {
    const test::Key key = test::new_key();
    test::Key alias = key;
    alias.keyid = "another name";
    test::Repository repository;
    repository.set_keys("targets", {key, alias}, 2);
    const Root root = std::move(parse_root(test::sign(repository.body("root"), {}))->content);
    const Proof proof = parse_targets(test::sign(repository.body("targets"), {key, alias}))->proof;
    CHECK(verify(proof, root.roles.at(TopRole::targets), root.keys).error().code ==
          Errc::untrusted);
}

TEST_CASE("signatures that are empty, wrong or of strangers do not count and do no harm",
          "[update]") {
    const test::Key first = test::new_key(), second = test::new_key(), stranger = test::new_key();
    test::Repository repository;
    repository.set_keys("targets", {first, second}, 1);
    const Root root = std::move(parse_root(test::sign(repository.body("root"), {}))->content);
    const RoleKeys& signers = root.roles.at(TopRole::targets);
    json document = json::parse(test::sign(repository.body("targets"), {first, second, stranger}));
    const auto proof = [&] { return parse_targets(document.dump())->proof; };

    document["signatures"][0]["sig"] = "";
    CHECK(verify(proof(), signers, root.keys));
    document["signatures"][0]["sig"] = "no hex";
    CHECK(verify(proof(), signers, root.keys));
    document["signatures"][1]["sig"] = document["signatures"][2]["sig"];
    CHECK(verify(proof(), signers, root.keys).error().code == Errc::untrusted);
}

TEST_CASE("unknown fields are part of what was signed", "[update]") {
    test::Repository repository;
    repository.body("targets")["x-note"] = {{"b", 1}, {"a", {1, 2}}};
    const std::string bytes = test::sign(repository.body("targets"), {});
    const std::string message = parse_targets(bytes)->proof.message;
    CHECK(message.find(R"("x-note":{"a":[1,2],"b":1})") != std::string::npos);
}

TEST_CASE("a timestamp says for which channel it was made", "[update]") {
    test::Repository repository;
    const auto mark = [&](const json& channel) {
        json body = repository.body("timestamp");
        if (!channel.is_null()) body["x-channel"] = channel;
        return parse_timestamp(test::sign(body, {}));
    };
    CHECK(mark(nullptr)->content.mark == Mark::plain);
    CHECK(mark("usb")->content.mark == Mark::usb);
    CHECK(mark("tape")->content.mark == Mark::other);
    CHECK(mark(1).error().code == Errc::damaged);
}

TEST_CASE("lists of metadata are read strictly", "[update]") {
    CHECK(verdict("timestamp", "/meta", json::object()) == "damaged");
    CHECK(verdict("timestamp", "/meta/snapshot.json/version", 0) == "damaged");
    CHECK(verdict("timestamp", "/meta/snapshot.json/length", "long") == "damaged");
    CHECK(verdict("timestamp", "/meta/snapshot.json/length", -1) == "damaged");
    CHECK(verdict("timestamp", "/meta/snapshot.json/hashes", json::object()) == "damaged");
    CHECK(verdict("snapshot", "/meta/targets", {{"version", 1}}) == "damaged");
    CHECK(verdict("snapshot", "/meta/a.json", {{"version", 1}}) == "taken");
}

TEST_CASE("targets are read strictly", "[update]") {
    const std::string sha256(64, 'a'), sha512(128, 'a');
    CHECK(verdict_on_target({{"length", 0}, {"hashes", {{"sha256", sha256}}}}) == "taken");
    CHECK(verdict_on_target({{"length", 9}, {"hashes", {{"sha512", sha512}, {"md5", "x"}}}}) ==
          "taken");
    CHECK(verdict_on_target({{"length", 9}, {"hashes", {{"sha256", sha512}}}}) == "damaged");
    CHECK(verdict_on_target({{"length", 9}, {"hashes", {{"sha256", std::string(64, '/')}}}}) ==
          "damaged");
    CHECK(verdict_on_target({{"length", 9}, {"hashes", json::object()}}) == "damaged");
    CHECK(verdict_on_target({{"hashes", {{"sha256", sha256}}}}) == "damaged");
    CHECK(verdict_on_target({{"length", -1}, {"hashes", {{"sha256", sha256}}}}) == "damaged");
    CHECK(verdict_on_target({{"length", std::uint64_t{1} << 63U},
                             {"hashes", {{"sha256", sha256}}}}) == "damaged");
}

TEST_CASE("delegations are read strictly", "[update]") {
    CHECK(verdict_on_delegation(json::object()) == "taken");
    CHECK(verdict_on_delegation({{"paths", nullptr}, {"path_hash_prefixes", {"ab"}}}) == "taken");
    CHECK(verdict_on_delegation({{"path_hash_prefixes", {"ab"}}}) == "damaged");
    CHECK(verdict_on_delegation({{"paths", nullptr}}) == "damaged");
    CHECK(verdict_on_delegation({{"paths", "*"}}) == "damaged");
    CHECK(verdict_on_delegation({{"terminating", nullptr}}) == "damaged");
    CHECK(verdict_on_delegation({{"terminating", 1}}) == "damaged");
    CHECK(verdict_on_delegation({{"name", "timestamp"}}) == "damaged");
    CHECK(verdict_on_delegation({{"threshold", 0}}) == "damaged");
    test::Repository repository;
    repository.delegate("targets", "town", {"*"});
    repository.delegate("targets", "town", {"*"});
    CHECK(parse_targets(test::sign(repository.body("targets"), {})).error().code == Errc::damaged);
}

TEST_CASE("a file is compared with every hash that is known", "[update]") {
    Hashes hashes;
    CHECK(verify("abc", hashes).error().code == Errc::damaged);
    hashes.sha256 = hash_hex(HashKind::sha256, "abc");
    CHECK(verify("abc", hashes));
    CHECK(verify("abd", hashes).error().code == Errc::damaged);
    hashes.sha512 = hash_hex(HashKind::sha512, "abd");
    CHECK(verify("abc", hashes).error().code == Errc::damaged);
    hashes.sha512 = hash_hex(HashKind::sha512, "abc");
    CHECK(verify("abc", hashes));
}
