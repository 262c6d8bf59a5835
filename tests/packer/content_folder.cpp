// SPDX-License-Identifier: EUPL-1.2
#include "tests/packer/content_folder.h"

#include "kiosk/base/text.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace foyer::test {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view pack_toml = R"(id = "test"
version = "1.0"
date = 2026-11-23
licence = "CC-BY-SA-4.0"
title = { de = "Probe", en = "Test" }
publisher = { de = "Stadt", en = "Town" }

[[language]]
tag = "de"
name = "Deutsch"
[[language]]
tag = "en"
name = "English"
[[language]]
tag = "de-simple"
name = "Leichte Sprache"
)";

constexpr std::string_view topics_toml = R"([[topic]]
id = "basics"
icon = "book"
[topic.de]
title = "Grundlagen"
summary = "Was alle wissen wollen."
)";

constexpr std::string_view sources_toml = R"([[source]]
id = "one"
title = "Ein Bericht"
publisher = "Stadt"
date = "2021-06"
url = "https://example.org/one"
reliability = "A"
[[source]]
id = "two"
title = "Noch ein Bericht"
publisher = "Presse"
reliability = "B"
)";

constexpr std::string_view glossary_toml = R"([[term]]
id = "quellcode"
sources = ["one"]
[term.de]
term = "Quellcode"
forms = ["Quellcodes"]
text = "Der lesbare Bauplan eines Programms."
)";

constexpr std::string_view first_page = R"(+++
kind = "explainer"
topic = "basics"
updated = 2026-11-20
sources = ["one"]
title = "Die erste Seite"
summary = "Alles an dieser Seite stimmt."
+++

Ein Satz mit Quelle [@one].
)";

constexpr std::string_view front_matter = R"(+++
kind = "explainer"
topic = "basics"
updated = 2026-11-20
sources = ["one", "two"]
title = "Die Seite"
summary = "Eine Seite, die nur ihres Textes wegen da ist."
[[figure]]
file = "bild.svg"
author = "Stadt"
licence = "CC0-1.0"
+++
)";
constexpr int front_matter_lines = 12;

constexpr std::string_view drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 0H9"/></svg>)";

/// The message with its line counted from the text's first.
std::string from_first_line(const std::string& message, std::string_view file) {
    const std::size_t begin = file.size() + 1, end = message.find(':', begin);
    const int line = std::stoi(message.substr(begin, end - begin)) - front_matter_lines;
    return std::to_string(line) + message.substr(end);
}

/// A page "page" with this text, and every source cited and every figure used by another page.
void write_page(const ContentFolder& folder, std::string_view markdown) {
    folder.write("pages/page/de.md", std::string(front_matter) + std::string(markdown));
    folder.write("pages/page/bild.svg", drawing);
}

bool about_unused(const std::string& message) {
    return message.find("nothing on the page cites it") != std::string::npos ||
           message.find("this figure is not used") != std::string::npos;
}

} // namespace

Result<host::Bitmap> FakePictures::decode(const host::PictureJob& job) {
    ++decoded;
    if (job.bytes == "too large") return {Errc::too_large, "60000 by 60000"};
    if (job.bytes == "damaged") return {Errc::damaged, "no picture"};
    host::Bitmap bitmap;
    bitmap.width = 200;
    bitmap.height = 100;
    return bitmap;
}

ScopedTempDir::ScopedTempDir() {
    std::string pattern = (fs::temp_directory_path() / "foyer-packer-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) FAIL("no temporary folder");
    path_ = pattern;
}

ScopedTempDir::~ScopedTempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, std::string_view bytes) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

ContentFolder::ContentFolder() {
    write("pack.toml", pack_toml);
    write("topics.toml", topics_toml);
    write("sources.toml", sources_toml);
    write("glossary.toml", glossary_toml);
    write("pages/first/de.md", first_page);
}

void ContentFolder::write(const std::string& file, std::string_view text) const {
    write_file(path() + "/" + file, text);
    if (!file.starts_with("pages/") || !file.ends_with("/de.md")) return;
    const std::string facts = path() + "/" + file.substr(0, file.rfind('/')) + "/facts.toml";
    if (!fs::exists(facts)) write_file(facts, "");
}

void ContentFolder::remove(const std::string& file) const {
    fs::remove_all(fs::path(path()) / file);
}

void ContentFolder::replace(const std::string& file, std::string_view from,
                            std::string_view to) const {
    std::string text = read_file(path() + "/" + file);
    const std::size_t at = text.find(from);
    if (at == std::string::npos) FAIL("not in " << file << ": " << from);
    write(file, text.replace(at, from.size(), to));
}

std::vector<std::string> ContentFolder::check() const {
    FakePictures pictures;
    const Result<packer::Draft> draft = packer::read_content({path()}, fonts(), pictures, {});
    if (!draft) FAIL(draft.error().what);
    std::vector<std::string> out;
    for (const packer::Problem& problem : draft->problems.sorted()) {
        out.push_back(packer::to_string(problem).substr(path().size() + 1));
    }
    return out;
}

model::PackContent ContentFolder::content() const {
    FakePictures pictures;
    Result<packer::Draft> draft = packer::read_content({path()}, fonts(), pictures, {});
    if (!draft) FAIL(draft.error().what);
    for (const packer::Problem& problem : draft->problems.sorted()) {
        if (problem.severity == packer::Severity::error) FAIL(packer::to_string(problem));
    }
    return std::move(draft->content);
}

Messages problems_of_text(std::string_view markdown) {
    const ContentFolder folder;
    write_page(folder, markdown);
    Messages out;
    for (const std::string& message : folder.check()) {
        if (!about_unused(message)) out.push_back(from_first_line(message, "pages/page/de.md"));
    }
    return out;
}

Messages problems_after(const ContentFolder& folder, const std::string& file, std::string_view from,
                        std::string_view to) {
    if (!file.empty()) folder.replace(file, from, to);
    Messages out;
    for (const std::string& message : folder.check()) {
        out.push_back(message.substr(message.find(':') + 1));
    }
    return out;
}

std::vector<model::Block> blocks_of(std::string_view markdown) {
    const ContentFolder folder;
    write_page(folder, markdown);
    for (const model::PageContent& page : folder.content().pages) {
        if (page.id == "page") return page.texts.at("de").body;
    }
    return {};
}

const packer::Fonts& fonts() {
    static const packer::Fonts loaded = [] {
        Result<packer::Fonts> found = packer::Fonts::load(FONTS_CONF);
        if (!found) FAIL(found.error().what);
        return std::move(*found);
    }();
    return loaded;
}

} // namespace foyer::test
