// SPDX-License-Identifier: EUPL-1.2
// The risk: the website shows something else than the kiosk, leads nowhere, or runs what a pack
// smuggled in.
#include "content/packer/export_html.h"

#include "content/packer/html_text.h"
#include "kiosk/store/pack_writer.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

namespace {

/// The website of a folder's content.
class Website {
  public:
    explicit Website(const ContentFolder& content) {
        REQUIRE(store::write_pack(content.content(), folder_.path() + "/x.pack").has_value());
        store::Pack pack = store::Pack::open(folder_.path() + "/x.pack").value();
        const auto done = packer::export_html(pack, WORDS_FOLDER, root(), {});
        REQUIRE(done.has_value());
        documents = done->documents;
    }
    std::string root() const { return folder_.path() + "/html"; }
    std::string read(const std::string& file) const { return read_file(root() + "/" + file); }

    std::size_t documents = 0;

  private:
    ScopedTempDir folder_;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string html_of(const std::vector<model::Block>& blocks) {
    const packer::Words words = packer::Words::load(WORDS_FOLDER, "de").value();
    return packer::html(blocks, words, "../../media/");
}

} // namespace

TEST_CASE("every page, topic and list of the pack is a document in every language") {
    const Website site{ContentFolder()};
    for (const char* language : {"de", "en", "de-simple"}) {
        for (const char* file : {"index", "glossary", "sources", "topics/basics", "pages/first"}) {
            INFO(language << "/" << file);
            REQUIRE(fs::is_regular_file(site.root() + "/" + language + "/" + file + ".html"));
        }
    }
    REQUIRE(site.documents == 15);
    REQUIRE(fs::is_regular_file(site.root() + "/index.html"));
    REQUIRE(fs::is_regular_file(site.root() + "/style.css"));
}

constexpr const char* one_event =
    "[[event]]\nid = \"a\"\ndate = \"2020-02\"\ntheme = \"law\"\npage = \"first\"\n"
    "sources = [\"two\"]\n[event.de]\ntitle = \"Ein <Gesetz>\"\ntext = \"Es gilt.\"\n";

TEST_CASE("the timeline is a document where there are events") {
    const ContentFolder content;
    content.write("timeline.toml", one_event);
    const Website site(content);
    REQUIRE(site.documents == 18);
    const std::string html = site.read("de/timeline.html");
    REQUIRE(has(html, "<h2><a href=\"pages/first.html\">Ein &lt;Gesetz&gt;</a></h2>"));
    REQUIRE(has(html, "Februar 2020"));
    REQUIRE(has(html, "<a href=\"sources.html#two\">Presse</a>"));
    REQUIRE(has(site.read("en/timeline.html"), "<li lang=\"de\" dir=\"ltr\">"));
    REQUIRE(has(site.read("de/index.html"), "href=\"timeline.html\""));
}

TEST_CASE("every link of the website leads to a file or a place in one") {
    const ContentFolder content;
    content.write("timeline.toml", one_event);
    content.replace("pages/first/de.md", "Ein Satz", "Der [Quelltext](glossary:quellcode)");
    const Website site(content);
    const std::regex target("(?:href|src)=\"([^\"]*)\"");
    std::size_t links = 0;
    for (const auto& entry : fs::recursive_directory_iterator(site.root())) {
        if (entry.path().extension() != ".html") continue;
        const std::string html = read_file(entry.path().string());
        for (std::sregex_iterator at(html.begin(), html.end(), target), end; at != end; ++at) {
            const std::string link = (*at)[1];
            if (link.starts_with("https://")) continue;
            const std::size_t hash = link.find('#');
            const std::string file = link.substr(0, hash);
            const fs::path path = file.empty() ? entry.path() : entry.path().parent_path() / file;
            INFO(entry.path() << " -> " << link);
            REQUIRE(fs::is_regular_file(path));
            if (hash != std::string::npos) {
                const std::string id = " id=\"" + link.substr(hash + 1) + "\"";
                REQUIRE(has(read_file(path.string()), id));
            }
            ++links;
        }
    }
    REQUIRE(links > 60);
}

TEST_CASE("a document says its language and direction, and where a text is in another") {
    const Website site{ContentFolder()};
    REQUIRE(has(site.read("de/pages/first.html"), "<html lang=\"de\" dir=\"ltr\">"));
    const std::string english = site.read("en/pages/first.html");
    REQUIRE(has(english, "<html lang=\"en\" dir=\"ltr\">"));
    REQUIRE(has(english, "<article lang=\"de\" dir=\"ltr\">"));
}

TEST_CASE("a right-to-left language turns the document round") {
    const ContentFolder content;
    content.replace("pack.toml", "[[language]]\ntag = \"en\"",
                    "[[language]]\ntag = \"ar\"\nname = \"العربية\"\n[[language]]\ntag = \"en\"");
    content.write("pages/first/ar.md",
                  "+++\ntitle = \"صفحة\"\nsummary = \"نص قصير.\"\n+++\nنص [@one].\n");
    const Website site(content);
    REQUIRE(has(site.read("ar/pages/first.html"), "<html lang=\"ar\" dir=\"rtl\">"));
    REQUIRE(has(site.read("de/pages/first.html"), "lang=\"ar\" dir=\"rtl\">العربية</a>"));
}

TEST_CASE("nothing of the website runs or comes from a network") {
    const Website site{ContentFolder()};
    for (const auto& entry : fs::recursive_directory_iterator(site.root())) {
        if (!entry.is_regular_file()) continue;
        const std::string text = read_file(entry.path().string());
        INFO(entry.path());
        for (const char* forbidden : {"<script", "src=\"http", "@import", "url(http"}) {
            REQUIRE_FALSE(has(text, forbidden));
        }
    }
}

TEST_CASE("markup in a text of the pack is shown, not obeyed") {
    model::Block block;
    block.text.resize(1);
    block.text[0].text = "<script>\"&'";
    block.text[0].page = "x\" onclick=\"y";
    REQUIRE(html_of({block}) == "<p><a href=\"x&quot; onclick=&quot;y.html\">&lt;script&gt;&quot;"
                                "&amp;&#39;</a></p>\n");
}

TEST_CASE("items become nested lists with their numbers") {
    const auto blocks = blocks_of("- a\n  - b\n- c\n\n3. d\n4. e\n\nText.\n");
    std::string html = html_of(blocks);
    html.erase(std::remove(html.begin(), html.end(), '\n'), html.end());
    REQUIRE(html == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol start=\"3\"><li>d</li>"
                    "<li>e</li></ol><p>Text.</p>");
}

TEST_CASE("a table has heads, a figure its text, caption and description") {
    std::vector<model::Block> blocks =
        blocks_of("| A |\n|---|\n| b |\n\n![Ein Weg](bild.svg \"So\")\n\n> !!! Merken\n");
    blocks.at(1).figure.long_text = "Lang";
    const std::string html = html_of(blocks);
    REQUIRE(has(html, "<thead><tr><th scope=\"col\">A</th></tr></thead>"));
    REQUIRE(has(html, "<img src=\"../../media/page/bild.svg\" alt=\"Ein Weg\" width=\"200\" "
                      "height=\"100\">"));
    REQUIRE(has(html, "<figcaption>So</figcaption>"));
    REQUIRE(has(html, "<p>Lang</p></details>"));
    REQUIRE(has(html, "<p class=\"key-point\" role=\"note\">Merken</p>"));
}

TEST_CASE("dates and numbers are written as the language does") {
    const packer::Words german = packer::Words::load(WORDS_FOLDER, "de").value();
    REQUIRE(german.date("2021-02-01") == "1.\u00A0Februar 2021");
    REQUIRE(german.date("2021-06") == "Juni 2021");
    REQUIRE(german.date("2021") == "2021");
    REQUIRE(german.date("soon") == "soon");
    REQUIRE(german.number(612065) == "612.065");
    REQUIRE(german.number(7) == "7");
}

TEST_CASE("a language without words of its own has those of its base language or English") {
    const auto words = [](const char* language) {
        return packer::Words::load(WORDS_FOLDER, language).value()("page.sources");
    };
    REQUIRE(words("de-AT") == words("de"));
    REQUIRE(words("fr") == words("en"));
    REQUIRE(packer::Words::load("/nonexistent-foyer", "de").error().code == Errc::not_found);
}
