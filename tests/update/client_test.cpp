// SPDX-License-Identifier: EUPL-1.2
// The risk: a source that lies, stalls or never ends fills the kiosk, leads it back, or makes it
// forget what it knew. What is kept must be whole and never older, whenever the power fails.
#include "kiosk/update/client.h"

#include "platform/linux/posix_disk.h"
#include "tests/update/repository.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

using namespace foyer;
using namespace foyer::update;
using test::Kiosk;
using test::Repository;
using Names = std::vector<std::string>;

namespace {

std::string code(const Result<void>& result) { return result ? "done" : name(result.error().code); }

/// Where a target was found: its length, "none", or the error.
std::string find(Kiosk& kiosk, Repository& repository, const std::string& path) {
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    if (const auto refreshed = client.refresh(repository); !refreshed) return code(refreshed);
    const auto target = client.find(repository, path);
    if (!target) return name(target.error().code);
    return *target ? std::to_string((*target)->length) : "none";
}

bool asked_for(const Repository& repository, const std::string& name) {
    const Names& names = repository.requests;
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Serves `length` bytes for every name, whatever it was asked for.
class Endless final : public host::Fetch {
  public:
    Result<void> get(const host::Wanted&, const host::Sink& sink) override {
        const std::string piece(1 << 20, ' ');
        for (; pieces < 32; ++pieces) TRY(sink(piece));
        return {};
    }
    int pieces = 0;
};

} // namespace

TEST_CASE("a first refresh asks for four files and keeps the bytes as they came", "[update]") {
    Repository repository;
    repository.files["metadata/timestamp.json"] += " \n";
    Kiosk kiosk(repository.first_root());
    CHECK(code(kiosk.refresh(repository)) == "done");
    CHECK(repository.requests == Names{"metadata/2.root.json", "metadata/timestamp.json",
                                       "metadata/1.snapshot.json", "metadata/1.targets.json"});
    for (const char* role : {"timestamp", "snapshot", "targets"}) {
        CHECK(kiosk.disk.get("store/trusted/" + std::string(role) + ".json") ==
              repository.files.at(repository.file(role)));
    }
    CHECK(kiosk.disk.get("store/trusted/root.json") == repository.first_root());
}

TEST_CASE("if nothing is new, there are two requests", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    repository.requests.clear();
    CHECK(code(kiosk.refresh(repository)) == "done");
    CHECK(repository.requests == Names{"metadata/2.root.json", "metadata/timestamp.json"});
}

TEST_CASE("no file may be longer than its limit, or than was signed", "[update]") {
    Repository repository;
    repository.list_hashes = true;
    repository.publish({"targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    REQUIRE(repository.wanted.size() == 4);
    CHECK(repository.wanted[0].max_bytes == 512'000);
    CHECK(repository.wanted[1].max_bytes == 16'384);
    CHECK(repository.wanted[2].max_bytes == repository.files["metadata/2.snapshot.json"].size());
    CHECK(repository.wanted[3].max_bytes == repository.files["metadata/2.targets.json"].size());

    repository.list_hashes = false;
    repository.body("timestamp")["meta"]["snapshot.json"] = {{"version", 3}};
    repository.publish({"targets", "snapshot", "timestamp"});
    repository.wanted.clear();
    REQUIRE(kiosk.refresh(repository));
    CHECK(repository.wanted[2].max_bytes == 2'000'000);
    CHECK(repository.wanted[3].max_bytes == 5'000'000);
}

TEST_CASE("a file that never ends is refused at its limit", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    Endless endless;
    CHECK(code(kiosk.refresh(endless)) == "too_large");
    CHECK(endless.pieces == 0);
}

TEST_CASE("every file has to arrive within five minutes", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    for (const host::Wanted& wanted : repository.wanted) {
        CHECK(wanted.within == std::chrono::minutes(5));
    }
}

TEST_CASE("a source that fails ends the run, and what was accepted stays", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    repository.publish({"targets", "snapshot", "timestamp"});
    const auto with_fault = [&](const char* name) {
        repository.faults = {{name, Error{Errc::timeout, "stalled"}}};
        return code(kiosk.refresh(repository));
    };
    CHECK(with_fault("metadata/2.root.json") == "timeout");
    CHECK(kiosk.kept_version("timestamp") == 1);
    CHECK(with_fault("metadata/2.snapshot.json") == "timeout");
    CHECK(kiosk.kept_version("timestamp") == 2);
    CHECK(kiosk.kept_version("snapshot") == 1);
    CHECK(with_fault("metadata/2.targets.json") == "timeout");
    CHECK(kiosk.kept_version("snapshot") == 2);
    CHECK(kiosk.kept_version("targets") == 1);
    repository.faults = {{"metadata/timestamp.json", Error{Errc::not_found, "404"}}};
    CHECK(code(kiosk.refresh(repository)) == "not_found");
    repository.faults.clear();
    CHECK(code(kiosk.refresh(repository)) == "done");
    CHECK(kiosk.kept_version("targets") == 2);
}

TEST_CASE("every root of a chain is taken and kept, up to 256 in one run", "[update]") {
    Repository repository;
    const std::string first = repository.first_root();
    for (int i = 0; i < 300; ++i) {
        const test::Key before = repository.roles["root"].signers[0];
        repository.set_keys("root", {test::new_key()}, 1);
        repository.roles["root"].signers.push_back(before);
        repository.publish({"root"});
        repository.roles["root"].signers.pop_back();
        repository.body("root")["keys"].erase(before.keyid);
    }
    Kiosk kiosk(first);
    CHECK(code(kiosk.refresh(repository)) == "too_large");
    CHECK(kiosk.kept_version("root") == 257);
    CHECK(code(kiosk.refresh(repository)) == "done");
    CHECK(kiosk.kept_version("root") == 301);
    const TrustedStore store(kiosk.disk, kiosk.options.folder);
    CHECK(store.read_root(1, 512'000).value() == first);
    CHECK(store.read_root(99, 512'000).value() == repository.files["metadata/99.root.json"]);
    CHECK_FALSE(store.read_root(302, 512'000).value());
}

TEST_CASE("an expired root is kept, and nothing more is taken", "[update]") {
    Repository repository;
    const std::string first = repository.first_root();
    repository.body("root")["expires"] = test::yesterday_text;
    repository.publish({"root", "timestamp"});
    Kiosk kiosk(first);
    CHECK(code(kiosk.refresh(repository)) == "expired");
    CHECK(kiosk.kept_version("root") == 2);
    CHECK(kiosk.kept_version("timestamp") == 0);
    CHECK_FALSE(asked_for(repository, "metadata/timestamp.json"));
}

TEST_CASE("an expired snapshot that was kept is not used", "[update]") {
    Repository repository;
    repository.body("snapshot")["expires"] = "2026-12-01T00:00:00Z";
    repository.publish({"snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    kiosk.options.rules.reference = parse_time("2026-12-02T00:00:00Z").value();
    CHECK(code(kiosk.refresh(repository)) == "expired");
}

TEST_CASE("a repository without consistent snapshots has names without versions", "[update]") {
    Repository repository;
    const std::string first = repository.first_root();
    repository.body("root")["consistent_snapshot"] = false;
    repository.publish({"root"});
    repository.add_target("packs/town.pack.zst", "a pack");
    repository.publish({"targets", "snapshot", "timestamp"});
    Kiosk kiosk(first);
    CHECK(find(kiosk, repository, "packs/town.pack.zst") == "6");
    CHECK(asked_for(repository, "metadata/snapshot.json"));
    CHECK(asked_for(repository, "metadata/targets.json"));
    CHECK(asked_for(repository, "metadata/2.root.json"));

    Target target{"packs/town.pack.zst", 6, {"aa", "bb"}, "", false};
    CHECK(target.stored_name() == "packs/town.pack.zst");
    target.consistent_snapshot = true;
    CHECK(target.stored_name() == "packs/aa.town.pack.zst");
    target.hashes.sha256.clear();
    CHECK(target.stored_name() == "packs/bb.town.pack.zst");
    target.path = "town";
    CHECK(target.stored_name() == "bb.town");
}

TEST_CASE("a timestamp for sticks is kept beside that of the network", "[update]") {
    Repository network, stick = network;
    stick.body("timestamp")["x-channel"] = "usb";
    stick.serve("timestamp");
    Kiosk kiosk(network.first_root());
    CHECK(code(kiosk.refresh(stick)) == "refused");
    kiosk.options.rules.marks = Marks::plain_and_usb;
    CHECK(code(kiosk.refresh(stick)) == "done");
    kiosk.options.rules.marks = Marks::plain;
    CHECK(code(kiosk.refresh(network)) == "done");
    CHECK(kiosk.kept_version("stick.timestamp") == 1);
    CHECK(kiosk.kept_version("timestamp") == 1);
}

TEST_CASE("a repository of somebody else is told from one of ours", "[update]") {
    Repository ours, foreign;
    Kiosk kiosk(ours.first_root());
    CHECK(code(kiosk.refresh(foreign)) == "untrusted");
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    CHECK(client.publisher(ours).value() == Publisher::ours);
    CHECK(client.publisher(foreign).value() == Publisher::foreign);
    ours.files.erase("metadata/1.root.json");
    CHECK(client.publisher(ours).value() == Publisher::unknown);
    ours.files["metadata/1.root.json"] = "{}";
    CHECK(client.publisher(ours).value() == Publisher::foreign);
}

TEST_CASE("a client tells what it knows", "[update]") {
    Repository repository;
    repository.body("timestamp")["x-issued"] = "2026-11-20T00:00:00Z";
    repository.publish({"targets", "snapshot", "timestamp"});
    Kiosk kiosk(repository.first_root());
    Client client = Client::open(kiosk.disk, kiosk.options).value();
    CHECK(client.versions().root == 1);
    CHECK(client.versions().timestamp == 0);
    CHECK_FALSE(client.timestamp_expires());
    CHECK(client.find(repository, "a").error().code == Errc::invalid);
    REQUIRE(client.refresh(repository));
    CHECK(client.versions().timestamp == 2);
    CHECK(client.versions().targets == 2);
    CHECK(client.issued() == parse_time("2026-11-20T00:00:00Z"));
    CHECK(client.root_expires() == parse_time(test::next_year_text));
    CHECK(client.timestamp_expires() == parse_time(test::next_year_text));
}

TEST_CASE("without a root that holds there is no client", "[update]") {
    Repository repository;
    Kiosk kiosk;
    CHECK(Client::open(kiosk.disk, kiosk.options).error().code == Errc::not_found);
    CHECK(code(Client::init(kiosk.disk, "store/trusted", "{}")) == "damaged");
    CHECK(code(Client::init(kiosk.disk, "store/trusted",
                            test::sign(repository.body("root"), {}))) == "untrusted");
    CHECK(Client::open(kiosk.disk, kiosk.options).error().code == Errc::not_found);
}

TEST_CASE("what was kept and no longer is JSON counts as forgotten", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    for (const char* role : {"timestamp", "snapshot", "targets"}) {
        kiosk.disk.put("store/trusted/" + std::string(role) + ".json", "\x01");
    }
    CHECK(code(kiosk.refresh(repository)) == "done");
}

TEST_CASE("what was kept and cannot be read is not forgotten: the run ends", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    std::size_t reads = 0;
    const std::size_t start = kiosk.disk.operations();
    REQUIRE(kiosk.refresh(repository));
    const std::size_t end = kiosk.disk.operations();
    for (std::size_t at = start; at < end; ++at) {
        const std::string& line = kiosk.disk.log()[at];
        if (line.find("read ") != 0 || line.find("stick") != std::string::npos) continue;
        ++reads;
        kiosk.disk.fail_at(kiosk.disk.operations() + at - start,
                           platform::MemoryDisk::Fault::io_error,
                           platform::MemoryDisk::Lasting::once);
        CHECK(code(kiosk.refresh(repository)) == "unreadable");
    }
    CHECK(reads >= 4);
}

TEST_CASE("a link in the folder of trusted metadata is not followed", "[update]") {
    namespace fs = std::filesystem;
    Repository repository;
    std::string folder = fs::temp_directory_path() / "foyer-trusted-XXXXXX";
    REQUIRE(mkdtemp(folder.data()));
    platform::PosixDisk disk;
    Client::Options options;
    options.folder = folder + "/trusted";
    options.rules.reference = parse_time(test::now_text).value();
    REQUIRE(Client::init(disk, options.folder, repository.first_root()));
    const fs::path root = options.folder + "/root.json", kept = folder + "/elsewhere.json";
    const fs::path timestamp = options.folder + "/timestamp.json";
    REQUIRE(Client::open(disk, options)->refresh(repository));
    for (const fs::path& file : {timestamp, root}) {
        fs::rename(file, kept);
        fs::create_symlink(kept, file);
        auto client = Client::open(disk, options);
        CHECK((client ? code(client->refresh(repository)) : name(client.error().code)) ==
              "unreadable");
        fs::remove(file);
        fs::rename(kept, file);
    }
    fs::remove_all(folder);
}
