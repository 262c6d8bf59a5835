// SPDX-License-Identifier: EUPL-1.2
// The risk: a pack that was signed by the right people and takes the kiosk down all the same:
// threat 14 of the design. Each case is a sound pack, broken in one way.
#include "kiosk/update/pack_gate.h"

#include "kiosk/store/pack_writer.h"
#include "kiosk/update/picture_head.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <sqlite3.h>

using namespace foyer;
using update::examine_pack;
using update::jpeg_size;
using update::png_size;

namespace {

std::string big_endian(std::uint32_t number, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xFFU);
    return out;
}

/// What the gate reads of a PNG. Nothing here decodes one.
std::string png(std::uint32_t width, std::uint32_t height) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + big_endian(width, 4) +
           big_endian(height, 4) + std::string(9, '\0');
}

std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& before = "") {
    return "\xFF\xD8" + before + std::string("\xFF\xC0\x00\x11\x08", 5) + big_endian(height, 2) +
           big_endian(width, 2) + std::string(10, '\0');
}

class Pack {
  public:
    explicit Pack(const model::PackContent& content = test::sample_content()) {
        REQUIRE(store::write_pack(content, file_.path()));
    }
    void run(const std::string& sql) {
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open(file_.path().c_str(), &handle) == SQLITE_OK);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(handle);
    }
    std::string bytes() const { return test::read_file(file_.path()); }
    void bytes(const std::string& bytes) { test::write_file(file_.path(), bytes); }
    Errc refusal() const {
        const Result<void> result = examine_pack(file_.path());
        REQUIRE_FALSE(result);
        return result.error().code;
    }
    Result<void> examined() const { return examine_pack(file_.path()); }

  private:
    test::TemporaryFile file_{"gate.pack"};
};

Pack with_picture(const std::string& type, const std::string& bytes, int width, int height) {
    model::PackContent content = test::sample_content();
    content.media.push_back(
        {{"souveraenitaet/foto", type, bytes}, width, height, "Die Redaktion", "CC0-1.0"});
    return Pack(content);
}

} // namespace

TEST_CASE("a sound pack passes the gate", "[update][gate]") {
    CHECK(Pack().examined());
    CHECK(with_picture("png", png(640, 480), 640, 480).examined());
    CHECK(with_picture("jpeg", jpeg(640, 480), 640, 480).examined());
}

TEST_CASE("a pack with a table, view, trigger or index of its own does not pass",
          "[update][gate]") {
    Pack pack;
    pack.run(GENERATE("CREATE TABLE more(x)", "CREATE VIEW more AS SELECT 1",
                      "CREATE TRIGGER more AFTER INSERT ON media BEGIN SELECT 1; END",
                      "CREATE INDEX more ON media(author)",
                      "ALTER TABLE media ADD COLUMN more TEXT"));
    CHECK(pack.refusal() == Errc::wrong_format);
}

TEST_CASE("a pack for a later program is told apart from a bad one", "[update][gate]") {
    Pack pack;
    pack.run("PRAGMA user_version = 4");
    CHECK(pack.refusal() == Errc::newer_format);
}

TEST_CASE("a pack with a page of the file overwritten does not pass", "[update][gate]") {
    Pack pack;
    const std::string sound = pack.bytes();
    // Every fourth page, so that the test stays short; the first is the head.
    for (std::size_t at = 4096; at + 4096 <= sound.size(); at += std::size_t{4} * 4096) {
        std::string bytes = sound;
        bytes.replace(at, 4096, std::string(4096, '\xA5'));
        pack.bytes(bytes);
        CAPTURE(at / 4096 + 1);
        CHECK_FALSE(pack.examined());
    }
    pack.bytes(sound.substr(0, sound.size() - 4096));
    CHECK(pack.refusal() == Errc::damaged);
    pack.bytes("");
    CHECK(pack.refusal() == Errc::wrong_format);
}

TEST_CASE("a pack with nothing to show does not pass", "[update][gate]") {
    model::PackContent content = test::sample_content();
    content.pages.clear();
    content.fresh.clear();
    content.media.clear();
    test::keep_only_pages(content);
    const Pack pack(content);
    CHECK(pack.refusal() == Errc::damaged);
}

TEST_CASE("a picture that claims more pixels than a kiosk decodes does not pass",
          "[update][gate]") {
    CHECK(with_picture("png", png(30'000, 30'000), 30'000, 30'000).refusal() == Errc::too_large);
    CHECK(with_picture("jpeg", jpeg(60'000, 60'000), 60'000, 60'000).refusal() == Errc::too_large);
    // 32 Mpx are allowed, in any shape.
    CHECK(with_picture("png", png(8192, 4096), 8192, 4096).examined());
    CHECK(with_picture("png", png(8192, 4097), 8192, 4097).refusal() == Errc::too_large);
}

TEST_CASE("a picture that is not what its row says does not pass", "[update][gate]") {
    CHECK(with_picture("png", png(641, 480), 640, 480).refusal() == Errc::damaged);
    CHECK(with_picture("png", png(640, 481), 640, 480).refusal() == Errc::damaged);
    CHECK(with_picture("jpeg", jpeg(480, 640), 640, 480).refusal() == Errc::damaged);
    CHECK(with_picture("png", jpeg(640, 480), 640, 480).refusal() == Errc::damaged);
    CHECK(with_picture("jpeg", "GIF89a", 640, 480).refusal() == Errc::damaged);
    CHECK(with_picture("png", png(0, 480), 640, 480).refusal() == Errc::damaged);
}

TEST_CASE("a picture of more than 16 MiB does not pass", "[update][gate]") {
    Pack pack = with_picture("png", png(640, 480), 640, 480);
    pack.run("UPDATE media SET bytes = zeroblob(16777217) WHERE id = 'souveraenitaet/foto'");
    CHECK_FALSE(pack.examined());
}

TEST_CASE("a type of picture that no kiosk knows does not pass", "[update][gate]") {
    Pack pack = with_picture("png", png(640, 480), 640, 480);
    pack.run("PRAGMA ignore_check_constraints = 1;"
             "UPDATE media SET type = 'tga' WHERE id = 'souveraenitaet/foto'");
    CHECK_FALSE(pack.examined());
}

TEST_CASE("the size of a JPEG is found behind other segments", "[update][gate]") {
    const std::string exif = std::string("\xFF\xE1\x00\x08", 4) + "Exif\xFF\xC0";
    const auto size = jpeg_size(jpeg(640, 480, exif + "\xFF\xFF" + exif));
    REQUIRE(size);
    CHECK(size->width == 640);
    CHECK(size->height == 480);
}

TEST_CASE("the head of a picture that is cut anywhere is damage", "[update][gate]") {
    const std::string whole_png = png(640, 480);
    for (std::size_t i = 0; i < 24; ++i) CHECK_FALSE(png_size(whole_png.substr(0, i)));
    CHECK(png_size(whole_png.substr(0, 24)));
    CHECK_FALSE(png_size(png(0, 480)));
    CHECK_FALSE(png_size(png(640, 0)));
    CHECK_FALSE(jpeg_size(jpeg(640, 0)));
    const std::string whole_jpeg = jpeg(640, 480);
    for (std::size_t i = 0; i < 11; ++i) CHECK_FALSE(jpeg_size(whole_jpeg.substr(0, i)));
    CHECK(jpeg_size(whole_jpeg.substr(0, 11)));
    CHECK_FALSE(jpeg_size("\xFF\xD8\xFF\xDA" + whole_jpeg));
    CHECK_FALSE(jpeg_size("\xFF\xD8" + std::string(1000, '\xFF')));
}
