// SPDX-License-Identifier: EUPL-1.2
// The risk: the power fails while something is published or written to a stick, and kiosks meet a
// half, or the publisher cannot go on. The power goes here between any two steps, and each disk
// that may then be found is looked at as a kiosk would.
#include "content/publisher/repository.h"
#include "content/publisher/stick.h"
#include "content/publisher/verification.h"
#include "content/publisher/vouch.h"
#include "platform/memory/memory_disk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <filesystem>
#include <set>
#include <sstream>
#include <unistd.h>

using namespace foyer;
using namespace foyer::publisher;
using platform::MemoryDisk;
using Fault = MemoryDisk::Fault;
using Lasting = MemoryDisk::Lasting;

namespace {

const update::Time now = *update::parse_time("2026-11-23T12:00:00Z");
constexpr const char* folder = "disk/town";

/// A key file on the real disk: keys are never read through a Disk.
class KeyFile {
  public:
    KeyFile() {
        std::string name = (std::filesystem::temp_directory_path() / "foyer-key-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        REQUIRE(new_key(path(), "T", console()).has_value());
    }
    KeyFile(const KeyFile&) = delete;
    KeyFile& operator=(const KeyFile&) = delete;
    ~KeyFile() { std::filesystem::remove_all(folder_); }

    std::string path() const { return folder_ + "/t.pem"; }
    Console console() { return Console{out_, now, {}, {"four words are good"}, {}, {}}; }

  private:
    std::string folder_;
    std::ostringstream out_;
};

KeyFile& key_file() {
    static KeyFile file;
    return file;
}

/// One key for everything: who signs is not what is tested here.
const std::vector<OwnKey>& keys() {
    static const std::vector<OwnKey> all = [] {
        std::vector<OwnKey> out;
        out.push_back(*read_own_key(key_file().path(), key_file().console()));
        return out;
    }();
    return all;
}

Document signed_by_us(nlohmann::json body) {
    Document out;
    out.body = std::move(body);
    REQUIRE(sign(out, keys().front().id(), keys().front().key).has_value());
    return out;
}

Document root_of(std::uint64_t version) {
    Authority authority;
    authority.lasts = usual_lifetimes();
    const std::string id = keys().front().id();
    authority.keys[id] = KnownKey{"T", keys().front().key.public_hex()};
    for (const TopRole role : signing_order) authority.roles[role] = {{id}, 1};
    nlohmann::json body = new_body(TopRole::root, version, now, std::chrono::days(1000));
    write_authority(authority, body);
    return signed_by_us(std::move(body));
}

/// A list with one file, as `repo add` would stage it together with the file and the pack.
Document targets_of_version(MemoryDisk& disk, std::uint64_t version) {
    const std::string bytes = "pack " + std::to_string(version);
    const std::string hash = update::hash_hex(update::HashKind::sha256, bytes);
    disk.put(std::string(folder) + "/staged/targets/packs/" + hash + ".town.pack.zst", bytes);
    disk.put(std::string(folder) + "/staged/packs/town/" + std::to_string(version) + ".pack",
             bytes);
    nlohmann::json body = new_body(TopRole::targets, version, now, std::chrono::days(1000));
    body["targets"]["packs/town.pack.zst"] = described(bytes);
    return signed_by_us(std::move(body));
}

/// What `repo sign` does once all signatures are there.
Result<void> publish_staged(MemoryDisk& disk) {
    Repository repository = TRY(Repository::open(disk, folder, Leftovers::clear));
    const Authority authority = TRY(repository.authority());
    Vouched vouched = TRY(vouch(repository, authority, *repository.newest(TopRole::targets), keys(),
                                Snapshot::if_needed, now));
    for (const auto& [role, document] : repository.staged()) {
        if (role == TopRole::root || role == TopRole::targets) vouched.files[role] = document;
    }
    return repository.publish(vouched.files, now);
}

/// A copy without the original's history, and with everything on the medium.
MemoryDisk copy_of(const MemoryDisk& disk) { return disk.after_crash(0); }

/// Version 1 is public, version 2 with another root is staged.
MemoryDisk with_something_staged() {
    MemoryDisk disk;
    disk.put_folder("disk");
    Repository repository = *Repository::create(disk, folder);
    Document first = targets_of_version(disk, 1);
    REQUIRE(repository.stage(TopRole::root, root_of(1)).has_value());
    REQUIRE(repository.stage(TopRole::targets, std::move(first)).has_value());
    REQUIRE(publish_staged(disk).has_value());
    Document second = targets_of_version(disk, 2);
    REQUIRE(repository.stage(TopRole::root, root_of(2)).has_value());
    REQUIRE(repository.stage(TopRole::targets, std::move(second)).has_value());
    REQUIRE(disk.outcomes() == 1);
    return disk;
}

/// The version of the list a fresh kiosk gets there; 0: it would refuse what it finds.
std::uint64_t seen_by_kiosk(MemoryDisk& disk, const std::string& place) {
    const Result<Verified> seen =
        verify_folder(disk, place, update::Marks::plain_and_usb, now + std::chrono::hours(1));
    if (!seen) INFO(seen.error().what);
    return seen ? seen->set.targets()->common.version : 0;
}

Result<void> export_to_stick(MemoryDisk& disk) {
    const Repository repository = TRY(Repository::open(disk, folder, Leftovers::keep));
    return export_stick(repository, {"disk/stick", std::chrono::days(400)}, keys(),
                        key_file().console());
}

} // namespace

TEST_CASE("whenever the power fails, what is public is the old state or the new one, whole",
          "[publisher]") {
    const MemoryDisk before = with_something_staged();
    std::set<std::string> looked_at;
    bool old_seen = false, new_seen = false, done = false;
    for (std::size_t k = 0; !done; ++k) {
        MemoryDisk disk = copy_of(before);
        disk.fail_at(disk.operations() + k, Fault::power_cut, Lasting::for_good);
        done = publish_staged(disk).has_value();
        for (std::size_t outcome = 0; outcome < disk.outcomes(); ++outcome) {
            MemoryDisk found = disk.after_crash(outcome);
            if (!looked_at.insert(found.fingerprint()).second) continue;
            CAPTURE(k, outcome);
            const std::uint64_t seen = seen_by_kiosk(found, folder);
            REQUIRE((seen == 1 || seen == 2));
            (seen == 1 ? old_seen : new_seen) = true;
            // The next command goes on, and nothing waits afterwards.
            const Repository again = *Repository::open(found, folder, Leftovers::clear);
            if (!again.staged().empty() || seen == 1) REQUIRE(publish_staged(found).has_value());
            REQUIRE(seen_by_kiosk(found, folder) == 2);
            REQUIRE(Repository::open(found, folder, Leftovers::clear)->staged().empty());
            REQUIRE(found.get(std::string(folder) + "/packs/town/2.pack") == "pack 2");
        }
    }
    REQUIRE((old_seen && new_seen));
    REQUIRE(looked_at.size() > 30);
}

TEST_CASE("a disk that fails once while publishing costs a second try and nothing else",
          "[publisher]") {
    const Fault fault = GENERATE(Fault::io_error, Fault::no_space, Fault::short_read);
    const MemoryDisk before = with_something_staged();
    bool met = true;
    for (std::size_t k = 0; met; ++k) {
        MemoryDisk disk = copy_of(before);
        const std::size_t fails_at = disk.operations() + k;
        disk.fail_at(fails_at, fault, Lasting::once);
        const Result<void> published = publish_staged(disk);
        met = disk.operations() > fails_at;
        if (!met) break;
        CAPTURE(k, static_cast<int>(fault));
        REQUIRE(seen_by_kiosk(disk, folder) >= 1);
        if (!published) REQUIRE(publish_staged(disk).has_value());
        REQUIRE(seen_by_kiosk(disk, folder) == 2);
    }
}

TEST_CASE("a stick that is pulled out in the middle is the one before, or is refused",
          "[publisher]") {
    const bool used_before = GENERATE(false, true);
    MemoryDisk before = with_something_staged();
    before.put_folder("disk/stick");
    if (used_before) REQUIRE(export_to_stick(before).has_value());
    REQUIRE(publish_staged(before).has_value());
    std::set<std::string> looked_at;
    bool done = false, new_seen = false;
    for (std::size_t k = 0; !done; ++k) {
        MemoryDisk disk = copy_of(before);
        disk.fail_at(disk.operations() + k, Fault::power_cut, Lasting::for_good);
        done = export_to_stick(disk).has_value();
        for (std::size_t outcome = 0; outcome < disk.outcomes(); ++outcome) {
            MemoryDisk found = disk.after_crash(outcome);
            if (!looked_at.insert(found.fingerprint()).second) continue;
            CAPTURE(used_before, k, outcome);
            const std::uint64_t seen = seen_by_kiosk(found, "disk/stick/foyer");
            REQUIRE((seen == 2 || seen == (used_before ? 1u : 0u)));
            new_seen = new_seen || seen == 2;
            REQUIRE(export_to_stick(found).has_value());
            REQUIRE(seen_by_kiosk(found, "disk/stick/foyer") == 2);
        }
    }
    REQUIRE(new_seen);
}

TEST_CASE("a stick that does not keep what was written is noticed", "[publisher]") {
    MemoryDisk before = with_something_staged();
    before.put_folder("disk/stick");
    REQUIRE(publish_staged(before).has_value());
    bool noticed = false, met = true;
    for (std::size_t k = 0; met; ++k) {
        MemoryDisk disk = copy_of(before);
        const std::size_t fails_at = disk.operations() + k;
        disk.fail_at(fails_at, Fault::short_read, Lasting::once);
        const Result<void> exported = export_to_stick(disk);
        met = disk.operations() > fails_at;
        noticed = noticed || !exported;
        if (met && exported) REQUIRE(seen_by_kiosk(disk, "disk/stick/foyer") == 2);
    }
    REQUIRE(noticed);
}

TEST_CASE("a stick without room is refused before anything is written to it", "[publisher]") {
    MemoryDisk disk = with_something_staged();
    disk.put_folder("disk/stick");
    REQUIRE(publish_staged(disk).has_value());
    disk.limit(1'000'000);
    const Result<void> exported = export_to_stick(disk);
    REQUIRE(!exported);
    REQUIRE(exported.error().code == Errc::no_space);
    REQUIRE(disk.list("disk/stick")->empty());
}
