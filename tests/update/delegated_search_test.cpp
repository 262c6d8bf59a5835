// SPDX-License-Identifier: EUPL-1.2
// The risk: a role that was given one folder speaks about another, or a publisher's tree of roles
// keeps the kiosk busy for ever.
#include "kiosk/update/client.h"

#include "tests/update/repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;
using test::Kiosk;
using test::Repository;
using Names = std::vector<std::string>;

namespace {

/// Publishes and looks for a target with a kiosk that knows nothing: its length, "none", or the
/// error.
std::string found(Repository& repository, const std::string& path) {
    Names names;
    for (const auto& [role, content] : repository.roles) {
        if (role != "root" && role != "snapshot" && role != "timestamp") names.push_back(role);
    }
    names.insert(names.end(), {"snapshot", "timestamp"});
    repository.publish(names);
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    REQUIRE(client.refresh(repository));
    repository.requests.clear();
    const auto target = client.find(repository, path);
    if (!target) return name(target.error().code);
    return *target ? std::to_string((*target)->length) : "none";
}

} // namespace

TEST_CASE("a target of a delegated role is found where the role may speak", "[update]") {
    Repository repository;
    repository.delegate("targets", "town", {"town/*"});
    repository.add_target("town/a", "1234", {{"n", 1}}, "town");
    repository.add_target("village/a", "1", nullptr, "town");
    CHECK(found(repository, "town/a") == "4");
    CHECK(found(repository, "village/a") == "none");
    CHECK(repository.requests.empty());
    CHECK(found(repository, "town/b") == "none");
}

TEST_CASE("roles are asked depth first, in their order, each once", "[update]") {
    Repository repository;
    for (const char* name : {"a", "b"}) repository.delegate("targets", name, {"*"});
    repository.delegate("a", "a1", {"*"});
    repository.delegate("a1", "b", {"*"});
    repository.delegate("a", "a2", {"*"});
    repository.delegate("b", "b1", {"*"});
    CHECK(found(repository, "x") == "none");
    CHECK(repository.requests == Names{"metadata/1.a.json", "metadata/1.a1.json",
                                       "metadata/1.b.json", "metadata/1.b1.json",
                                       "metadata/1.a2.json"});
}

TEST_CASE("behind a terminating role nobody else is asked", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"a*"});
    repository.delegate("targets", "b", {"*"});
    repository.delegate("a", "a1", {"*"}, true);
    repository.delegate("a", "a2", {"*"});
    repository.delegate("a1", "a11", {"*"});
    repository.add_target("ax", "1", nullptr, "b");
    CHECK(found(repository, "ax") == "none");
    CHECK(repository.requests ==
          Names{"metadata/1.a.json", "metadata/1.a1.json", "metadata/1.a11.json"});
}

TEST_CASE("roles that are given paths by their hash are found", "[update]") {
    Repository repository;
    repository.delegate("targets", "mine", {});
    repository.delegate("targets", "others", {});
    auto& appointed = repository.body("targets")["delegations"]["roles"];
    for (auto& role : appointed) role.erase("paths");
    const std::string hash = hash_hex(HashKind::sha256, "x");
    appointed[0]["path_hash_prefixes"] = {hash.substr(0, 3)};
    appointed[1]["path_hash_prefixes"] = {hash.substr(1, 3)};
    repository.add_target("x", "12", nullptr, "mine");
    CHECK(found(repository, "x") == "2");
    CHECK(found(repository, "y") == "none");
    CHECK(repository.requests.empty());
}

TEST_CASE("no more than 32 roles are asked for one target", "[update]") {
    Repository repository;
    std::string above = "targets";
    for (int i = 1; i <= 31; ++i) {
        const std::string name = "r" + std::to_string(i);
        repository.delegate(above, name, {"*"});
        above = name;
    }
    CHECK(found(repository, "x") == "none");
    CHECK(repository.requests.size() == 31);
    repository.delegate(above, "one-too-many", {"*"});
    CHECK(found(repository, "x") == "too_large");
    CHECK(repository.requests.size() == 31);
}

TEST_CASE("delegated roles together have no more bytes than the top role may have", "[update]") {
    Repository repository;
    for (const char* name : {"a", "b", "c"}) {
        repository.delegate("targets", name, {"*"});
        repository.body(name)["x-filling"] = std::string(2'000'000, 'x');
    }
    CHECK(found(repository, "x") == "too_large");
}

TEST_CASE("a role that goes round in a circle is asked once", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"*"});
    repository.delegate("a", "b", {"*"});
    repository.delegate("b", "a", {"*"});
    CHECK(found(repository, "x") == "none");
    CHECK(repository.requests.size() == 2);
}

TEST_CASE("a role the snapshot does not list is not even asked for", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"*"});
    repository.publish({"targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    REQUIRE(client.refresh(repository));
    repository.requests.clear();
    CHECK(client.find(repository, "x").error().code == Errc::damaged);
    CHECK(repository.requests.empty());
}

TEST_CASE("a kept role is judged anew for everybody who appoints it", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"a/*"});
    repository.delegate("targets", "b", {"b/*"});
    repository.delegate("a", "shared", {"a/*"});
    repository.delegate("b", "shared", {"b/*"});
    repository.roles["shared"].signers.pop_back(); // signed for a only
    repository.add_target("a/x", "1", nullptr, "shared");
    repository.add_target("b/x", "22", nullptr, "shared");
    repository.publish({"shared", "a", "b", "targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    REQUIRE(client.refresh(repository));
    CHECK(client.find(repository, "a/x").value()->length == 1);
    CHECK(client.find(repository, "b/x").error().code == Errc::untrusted);
}

TEST_CASE("a kept role is not fetched again", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"*"});
    repository.add_target("x", "1", nullptr, "a");
    repository.publish({"a", "targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    REQUIRE(client.refresh(repository));
    REQUIRE(client.find(repository, "x").value());
    repository.requests.clear();
    CHECK(client.find(repository, "x").value()->path == "x");
    CHECK(repository.requests.empty());
}

TEST_CASE("an expired role is refused", "[update]") {
    Repository repository;
    repository.delegate("targets", "a", {"*"});
    repository.body("a")["expires"] = test::yesterday_text;
    CHECK(found(repository, "x") == "expired");
}

TEST_CASE("names of roles cannot leave the folder of the trusted set", "[update]") {
    Repository repository;
    repository.delegate("targets", "../../etc/x", {"*"});
    repository.publish({"../../etc/x", "targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    REQUIRE(client.refresh(repository));
    REQUIRE(client.find(repository, "x"));
    CHECK(kiosk.disk.get("store/trusted/..%2F..%2Fetc%2Fx.json"));
}

TEST_CASE("a target with hashes of unknown kinds only is refused", "[update]") {
    Repository repository;
    repository.add_target("x", "1");
    repository.body("targets")["targets"]["x"]["hashes"] = {{"md5", "0cc1"}};
    CHECK(found(repository, "x") == "refused");
}
