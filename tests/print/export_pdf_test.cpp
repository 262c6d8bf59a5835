// SPDX-License-Identifier: EUPL-1.2
// The risk: an editor prints the wrong page, or a page in another language, and nobody says so.
#include "content/packer/commands.h"

#include "kiosk/store/pack_writer.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Keeps the document instead of printing it.
class Kept final : public host::Printer {
  public:
    Result<std::string> pdf(const host::Document& asked) override {
        document = asked;
        return std::string("%PDF");
    }
    host::Document document;
};

class Desk {
  public:
    Desk() {
        const ContentFolder content;
        REQUIRE(store::write_pack(content.content(), pack()).has_value());
    }

    packer::Exit print(packer::PdfJob job) {
        job.output = file();
        const packer::Streams streams{out, err, false};
        return packer::export_command(pack(), WORDS_FOLDER, job, printer, streams);
    }

    std::string pack() const { return folder_.path() + "/x.pack"; }
    std::string file() const { return folder_.path() + "/x.pdf"; }
    std::ostringstream out, err;
    Kept printer;

  private:
    ScopedTempDir folder_;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a page is printed to the file that was named, in the pack's first language") {
    Desk desk;
    REQUIRE(desk.print({"page", "first", "", ""}) == packer::Exit::good);
    REQUIRE(read_file(desk.file()) == "%PDF");
    REQUIRE(desk.printer.document.language == "de");
    REQUIRE(desk.printer.document.page_of == "Seite {page} von {pages}");
    REQUIRE(desk.err.str().empty());
}

TEST_CASE("a language that a page lacks is replaced by the nearest, with its words, and said") {
    Desk desk;
    REQUIRE(desk.print({"page", "first", "en", ""}) == packer::Exit::good);
    REQUIRE(desk.printer.document.language == "de");
    REQUIRE(desk.printer.document.page_of == "Seite {page} von {pages}");
    REQUIRE(has(desk.err.str(), "first is not there in \"en\"; it was written in \"de\""));
}

TEST_CASE("an id that is not there is answered with those that are") {
    Desk desk;
    REQUIRE(desk.print({"page", "frist", "", ""}) == packer::Exit::problems);
    REQUIRE(
        has(desk.err.str(), "there is no page \"frist\" in this pack; did you mean \"first\"?"));
    REQUIRE(has(desk.err.str(), "there are: first"));
    REQUIRE(desk.print({"tour", "x", "", ""}) == packer::Exit::problems);
    REQUIRE(has(desk.err.str(), "it has no tours"));
}

TEST_CASE("another kind than page, tour and course is refused in words") {
    Desk desk;
    REQUIRE(desk.print({"topic", "basics", "", ""}) == packer::Exit::problems);
    REQUIRE(has(desk.err.str(), "takes page, tour or course"));
}

TEST_CASE("a file that cannot be written is said with its name") {
    Desk desk;
    store::Pack pack = store::Pack::open(desk.pack()).value();
    const auto done = packer::export_pdf(pack, WORDS_FOLDER,
                                         {"page", "first", "", "/nowhere/x.pdf"}, desk.printer);
    REQUIRE_FALSE(done.has_value());
    REQUIRE(has(done.error().what, "/nowhere/x.pdf"));
}
