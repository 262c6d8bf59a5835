// SPDX-License-Identifier: EUPL-1.2
// Risk: a stick is put in and nothing happens, or one is looked at before it is complete and never
// again.
#include "platform/linux/media_watch.h"

#include "tests/platform/mount_space.h"
#include "tests/platform/scratch_folder.h"

#include <thread>

using namespace foyer;
using platform::MediaChange;
using platform::MediaEvent;
using platform::MediaNews;
using platform::MediaWatch;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto long_enough = 10s; ///< for what has to come
constexpr auto a_moment = 600ms;  ///< for what must not: longer than a copy may pause

std::unique_ptr<MediaWatch> watch(const std::string& folder) {
    auto started = MediaWatch::start(folder);
    REQUIRE(started);
    return std::move(*started);
}

MediaNews next(MediaWatch& media, std::chrono::milliseconds timeout = long_enough) {
    auto news = media.wait(timeout);
    REQUIRE(news);
    return *news;
}

std::vector<MediaEvent> only(MediaChange change, const std::string& path) {
    return {{change, path}};
}

} // namespace

TEST_CASE("what is there at the start appears first", "[linux]") {
    const tests::ScratchFolder media;
    media.write("stick/foyer/metadata/timestamp.json", "{}");
    const auto watching = watch(media.path());
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
    CHECK(next(*watching, a_moment).empty());
}

TEST_CASE("a folder that is copied there appears, and is told of again when the copy rests",
          "[linux]") {
    const tests::ScratchFolder media;
    const auto watching = watch(media.path());
    media.write("stick/foyer/metadata/timestamp.json", "{}");
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
    media.write("stick/foyer/targets/packs/town/from-1.zsd", "patch");
    CHECK(next(*watching).media == only(MediaChange::changed, media / "stick"));
    media.write("stick/foyer/targets/packs/town/from-1.zsd", "patch, longer");
    CHECK(next(*watching).media == only(MediaChange::changed, media / "stick"));
    CHECK(next(*watching, a_moment).empty());
}

TEST_CASE("a copy of many files is told of once, not once a file", "[linux]") {
    const tests::ScratchFolder media;
    const auto watching = watch(media.path());
    media.write("stick/metadata/timestamp.json", "{}");
    CHECK(next(*watching, 0ms).empty());
    for (int i = 0; i < 500; ++i) media.write("stick/targets/" + std::to_string(i), "x");
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
    CHECK(next(*watching, a_moment).empty());
}

TEST_CASE("a copy that never rests is looked at all the same", "[linux]") {
    const tests::ScratchFolder media;
    const auto watching = watch(media.path());
    std::vector<MediaEvent> seen;
    const auto end = std::chrono::steady_clock::now() + long_enough;
    for (int i = 0; seen.size() < 2 && std::chrono::steady_clock::now() < end; ++i) {
        media.write("stick/file", std::to_string(i));
        for (const MediaEvent& event : next(*watching, 10ms).media) seen.push_back(event);
    }
    CHECK(seen == std::vector<MediaEvent>{{MediaChange::appeared, media / "stick"},
                                          {MediaChange::changed, media / "stick"}});
}

TEST_CASE("a folder that is moved there appears at once", "[linux]") {
    const tests::ScratchFolder elsewhere, media;
    elsewhere.write("stick/foyer/metadata/timestamp.json", "{}");
    const auto watching = watch(media.path());
    fs::rename(elsewhere / "stick", media / "stick");
    CHECK(next(*watching, 100ms).media == only(MediaChange::appeared, media / "stick"));
}

TEST_CASE("a folder that goes has vanished, and appears anew when it comes again", "[linux]") {
    const tests::ScratchFolder media;
    media.write("stick/file", "1");
    const auto watching = watch(media.path());
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
    fs::remove_all(media / "stick");
    CHECK(next(*watching).media == only(MediaChange::vanished, media / "stick"));
    media.write("stick/file", "2");
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
    fs::remove_all(media / "stick");
    media.write("stick/file", "3");
    CHECK(next(*watching).media == only(MediaChange::vanished, media / "stick"));
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "stick"));
}

TEST_CASE("empty folders, links and files are no media", "[linux]") {
    const tests::ScratchFolder elsewhere, media;
    elsewhere.write("target/file", "x");
    const auto watching = watch(media.path());
    fs::create_directories(media / "empty");
    fs::create_directory_symlink(elsewhere / "target", media / "link");
    media.write("file", "x");
    CHECK(next(*watching, a_moment).empty());
    media.write("empty/file", "now it counts");
    CHECK(next(*watching).media == only(MediaChange::appeared, media / "empty"));
}

TEST_CASE("what is mounted appears at once, and vanishes when it is unmounted", "[linux]") {
    const tests::ScratchFolder media;
    fs::create_directories(media / "usb0");
    enum { forbidden, good, first_mount, unmount, second_mount };
    const int seen = tests::in_child([&]() -> int {
        auto started = MediaWatch::start(media.path());
        // The list of mounts is that of the process: start anew in the space of its own.
        if (!started || !tests::enter_mount_space()) return forbidden;
        started = MediaWatch::start(media.path());
        const auto comes = [&](MediaChange change) {
            const auto news = (*started)->wait(long_enough);
            return news && news->media == only(change, media / "usb0");
        };
        if (!tests::mount_memory(media / "usb0")) return forbidden;
        if (!comes(MediaChange::appeared)) return first_mount;
        if (umount((media / "usb0").c_str()) != 0 || !comes(MediaChange::vanished)) return unmount;
        if (!tests::mount_memory(media / "usb0")) return forbidden;
        return comes(MediaChange::appeared) ? good : second_mount;
    });
    if (seen == forbidden) SKIP("this system lets nobody mount");
    CHECK(seen == good);
}

TEST_CASE("the watched folder may go and come back", "[linux]") {
    const tests::ScratchFolder place;
    place.write("media/stick/file", "1");
    const auto watching = watch(place / "media");
    CHECK(next(*watching).media == only(MediaChange::appeared, place / "media/stick"));
    fs::rename(place / "media", place / "away");
    CHECK(next(*watching).media == only(MediaChange::vanished, place / "media/stick"));
    CHECK(next(*watching, 0ms).empty()); // nor does the end of the old watch wake it later
    place.write("media/other/file", "2");
    CHECK(next(*watching).media == only(MediaChange::appeared, place / "media/other"));
    CHECK(MediaWatch::start(place / "nothing").error().code == Errc::not_found);
}

TEST_CASE("a watched file tells when it is written, replaced and removed", "[linux]") {
    const tests::ScratchFolder media, state;
    const auto watching = watch(media.path());
    const std::string note = state / "note";
    REQUIRE(watching->also(note));
    state.write("note", "1");
    CHECK(next(*watching).files == std::vector{note});
    state.write("other", "2");
    state.write("note.new", "2");
    CHECK(next(*watching, a_moment).empty());
    fs::rename(state / "note.new", note);
    CHECK(next(*watching).files == std::vector{note});
    fs::remove(note);
    CHECK(next(*watching).files == std::vector{note});
    CHECK(watching->also(state / "nothing/note").error().code == Errc::not_found);
}

TEST_CASE("another thread can end the waiting", "[linux]") {
    const tests::ScratchFolder media;
    const auto watching = watch(media.path());
    std::thread other([&] { watching->wake(); });
    CHECK(next(*watching).woken);
    other.join();
    CHECK_FALSE(next(*watching, 0ms).woken);
}
