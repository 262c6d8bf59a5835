// SPDX-License-Identifier: EUPL-1.2
// The risk: a pack differs from one build to the next, or a broken content folder costs the old
// pack.
#include "content/packer/build.h"

#include "content/packer/fresh.h"
#include "kiosk/store/pack.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

using namespace foyer;
using namespace foyer::test;
using packer::Exit;

namespace {

const packer::Hyphenation& hyphenation() {
    static const packer::Hyphenation found = packer::Hyphenation::load().value();
    return found;
}

struct Built {
    Exit exit;
    std::string out, err;
};

Built build(const ContentFolder& folder, const std::string& output,
            const std::string& previous = {}, bool progress = false) {
    FakePictures pictures;
    std::ostringstream out, err;
    const packer::Means means{pictures, fonts(), hyphenation()};
    const Exit exit =
        packer::build({{folder.path()}, output, previous}, means, {out, err, progress});
    return {exit, out.str(), err.str()};
}

Built check(const ContentFolder& folder) {
    FakePictures pictures;
    std::ostringstream out, err;
    const packer::Means means{pictures, fonts(), hyphenation()};
    const Exit exit = packer::check({folder.path()}, means, {out, err});
    return {exit, out.str(), err.str()};
}

} // namespace

TEST_CASE("a pack built twice has the same bytes") {
    const ContentFolder folder;
    const ScopedTempDir here, there;
    REQUIRE(build(folder, here.path() + "/a.pack").exit == Exit::good);
    REQUIRE(build(folder, there.path() + "/other.pack").exit == Exit::good);
    REQUIRE(read_file(here.path() + "/a.pack") == read_file(there.path() + "/other.pack"));
}

TEST_CASE("the order in which files were written does not change the pack") {
    const ContentFolder one, other;
    const std::string second = "+++\nkind = \"explainer\"\ntopic = \"basics\"\n"
                               "updated = 2026-11-20\nsources = [\"one\"]\ntitle = \"Zwei\"\n"
                               "summary = \"Zwei.\"\n+++\nText [@one].\n";
    one.write("pages/a/de.md", second);
    const std::string first = read_file(other.path() + "/pages/first/de.md");
    other.remove("pages/first");
    other.write("pages/a/de.md", second);
    other.write("pages/first/de.md", first);
    const ScopedTempDir packs;
    REQUIRE(build(one, packs.path() + "/a").exit == Exit::good);
    REQUIRE(build(other, packs.path() + "/b").exit == Exit::good);
    REQUIRE(read_file(packs.path() + "/a") == read_file(packs.path() + "/b"));
}

TEST_CASE("what was built can be read, with typography") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "Ein Satz", "Der Quellcode nach § 5 der Verwaltung");
    const ScopedTempDir packs;
    const Built built = build(folder, packs.path() + "/a.pack");
    REQUIRE(built.exit == Exit::good);
    REQUIRE(built.out == packs.path() + "/a.pack: 1 page, 1 term, 0 figures, 0 events, 0 guides, "
                                        "0 tours, 0 courses, 0 questions\n");
    store::Pack pack = store::Pack::open(packs.path() + "/a.pack").value();
    REQUIRE(pack.check().has_value());
    const model::Page page = pack.page("first", "de").value();
    const model::Inline& text = page.body.at(0).text;
    REQUIRE(text.at(1).term == "quellcode");
    REQUIRE(text.at(2).text == " nach §\u00A05 der Ver\u00ADwal\u00ADtung mit Quelle");
    REQUIRE(page.terms == std::vector<std::string>{"quellcode"});
}

TEST_CASE("errors leave the old pack as it was, and are all said") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    const std::string pack = packs.path() + "/a.pack";
    REQUIRE(build(folder, pack).exit == Exit::good);
    const std::string before = read_file(pack);
    folder.replace("pages/first/de.md", "[@one]", "[@eno] <b>");
    folder.replace("pages/first/de.md", "title", "titel");
    const Built built = build(folder, pack);
    REQUIRE(built.exit == Exit::problems);
    REQUIRE(built.err.find("de.md:10:22: error: unknown source") != std::string::npos);
    REQUIRE(built.err.find("de.md:10:28: error: HTML") != std::string::npos);
    REQUIRE(built.err.find("unknown key \"titel\"") != std::string::npos);
    REQUIRE(built.err.ends_with("is not written: 4 errors\n"));
    REQUIRE(read_file(pack) == before);
}

TEST_CASE("warnings are said and do not stop a build or a check") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "[\"one\"]", "[\"one\", \"two\"]");
    const ScopedTempDir packs;
    const Built built = build(folder, packs.path() + "/a.pack");
    REQUIRE(built.exit == Exit::good);
    REQUIRE(built.err.find("warning: the source \"two\"") != std::string::npos);
    const Built checked = check(folder);
    REQUIRE(checked.exit == Exit::good);
    REQUIRE(checked.err == "0 errors, 1 warning in 1 page\n");
}

TEST_CASE("check says problems on standard output and ends with a status for machines") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "[@one]", "[@eno]");
    const Built checked = check(folder);
    REQUIRE(checked.exit == Exit::problems);
    REQUIRE(checked.out.starts_with(folder.path() + "/pages/first/de.md:5:12: warning: "));
    REQUIRE(checked.err == "1 error, 1 warning in 1 page\n");
}

TEST_CASE("progress is told where it is wanted and nowhere else") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    REQUIRE(build(folder, packs.path() + "/a").err.empty());
    REQUIRE(build(folder, packs.path() + "/a", {}, true).err == "\rreading page 1 of 1\n");
}

TEST_CASE("a pack that cannot be written is an error and leaves nothing behind") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    REQUIRE(build(folder, packs.path() + "/none/a.pack").exit == Exit::problems);
    REQUIRE(std::filesystem::is_empty(packs.path()));
}

TEST_CASE("pages that the previous pack lacks or shows differently are new") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    const std::string before = packs.path() + "/before.pack", now = packs.path() + "/now.pack";
    const std::string page = read_file(folder.path() + "/pages/first/de.md");
    folder.write("pages/same/de.md", page);
    folder.replace("pages/same/de.md", "erste", "gleiche");
    REQUIRE(build(folder, before).exit == Exit::good);

    folder.replace("pages/first/de.md", "Ein Satz", "Ein neuer Satz");
    folder.write("pages/third/de.md", page);
    folder.replace("pages/third/de.md", "erste", "dritte");
    REQUIRE(build(folder, now, before).exit == Exit::good);

    store::Pack pack = store::Pack::open(now).value();
    std::vector<std::string> fresh;
    const model::Catalogue catalogue = pack.catalogue("de").value();
    for (const model::Card& card : catalogue.fresh) fresh.push_back(card.page);
    std::sort(fresh.begin(), fresh.end());
    REQUIRE(fresh == std::vector<std::string>{"first", "third"});
    REQUIRE_FALSE(std::filesystem::exists(now + ".compare"));
}

TEST_CASE("a previous pack that is none stops the build") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    write_file(packs.path() + "/old.pack", "not a pack");
    REQUIRE(build(folder, packs.path() + "/a.pack", packs.path() + "/old.pack").exit ==
            Exit::problems);
    REQUIRE_FALSE(std::filesystem::exists(packs.path() + "/a.pack"));
}
