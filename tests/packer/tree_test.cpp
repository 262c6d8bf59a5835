// SPDX-License-Identifier: EUPL-1.2
// The risk: a content folder from a stranger reads /etc/passwd into a pack, or a FIFO in it hangs
// the build.
#include "content/packer/tree.h"

#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>
#include <unistd.h>

using namespace foyer;
using namespace foyer::packer;
using foyer::test::ContentFolder;
using foyer::test::Messages;

TEST_CASE("a file inside the folder is read") {
    const ContentFolder folder;
    const Result<Tree> tree = Tree::open(folder.path());
    folder.write("pages/first/note.md", "12345");
    REQUIRE(tree->read("pages/first/note.md", 5).value() == "12345");
    REQUIRE(tree->read("pages/first/note.md", 4).error().code == Errc::too_large);
    REQUIRE(tree->read("pages/none/note.md", 4).error().code == Errc::not_found);
}

TEST_CASE("no path leads out of the folder") {
    const ContentFolder folder;
    const Result<Tree> tree = Tree::open(folder.path() + "/pages");
    for (const char* path : {"../pack.toml", "first/../../pack.toml", "/etc/hostname", "./first"}) {
        REQUIRE(tree->read(path, 1000).error().code == Errc::refused);
    }
}

TEST_CASE("a link is refused as a file, as a page and as the folder of all pages") {
    const ContentFolder folder;
    REQUIRE(symlink("/etc/passwd", (folder.path() + "/pages/first/en.md").c_str()) == 0);
    REQUIRE(symlink("/etc", (folder.path() + "/pages/second").c_str()) == 0);
    REQUIRE(folder.check() ==
            Messages{"pages/first/en.md:1:1: error: this is a link; copy the file itself here",
                     "pages/second:1:1: error: this is a link; copy the folder itself here"});

    folder.remove("pages");
    REQUIRE(symlink("/etc", (folder.path() + "/pages").c_str()) == 0);
    REQUIRE(folder.check().at(0).starts_with("pages:1:1: error: "));
}

TEST_CASE("a link in place of pack.toml is refused") {
    const ContentFolder folder;
    folder.remove("pack.toml");
    REQUIRE(symlink("/etc/passwd", (folder.path() + "/pack.toml").c_str()) == 0);
    REQUIRE(folder.check().at(0) ==
            "pack.toml:1:1: error: this is a link; copy the file itself here");
}

TEST_CASE("a FIFO neither hangs the check nor passes it") {
    const ContentFolder folder;
    REQUIRE(mkfifo((folder.path() + "/pages/first/en.md").c_str(), 0600) == 0);
    folder.remove("glossary.toml");
    REQUIRE(mkfifo((folder.path() + "/glossary.toml").c_str(), 0600) == 0);
    REQUIRE(folder.check() ==
            Messages{"glossary.toml:1:1: error: this is not a plain file",
                     "pages/first/en.md:1:1: error: a page's folder holds files only"});
}

TEST_CASE("a folder that does not exist cannot be opened") {
    REQUIRE(Tree::open("/nonexistent-foyer").error().code == Errc::not_found);
}

TEST_CASE("a folder with too many entries is refused") {
    const ContentFolder folder;
    for (std::size_t i = 0; i <= max_entries_per_page; ++i) {
        const std::string path = folder.path() + "/pages/first/" + std::to_string(i);
        REQUIRE(mkdir(path.c_str(), 0700) == 0);
    }
    REQUIRE(folder.check() == Messages{"pages/first:1:1: error: this folder has more than 200 "
                                       "entries"});
}
