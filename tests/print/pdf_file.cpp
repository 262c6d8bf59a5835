// SPDX-License-Identifier: EUPL-1.2
#include "tests/print/pdf_file.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace foyer::test {

PdfFile::PdfFile(const std::string& bytes) {
    path_ = (std::filesystem::temp_directory_path() / "foyer-XXXXXX").string();
    const int file = mkstemp(path_.data());
    REQUIRE(file >= 0);
    close(file);
    std::ofstream(path_, std::ios::binary) << bytes;
}

PdfFile::~PdfFile() { std::filesystem::remove(path_); }

std::string PdfFile::run(const std::string& command) const {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    std::array<char, 4096> room{};
    while (const std::size_t got = fread(room.data(), 1, room.size(), pipe))
        out.append(room.data(), got);
    const int status = pclose(pipe);
    INFO(command << ": " << out.substr(0, 500));
    REQUIRE(status == 0);
    return out;
}

int PdfFile::pages() const {
    const std::string all = info();
    const std::size_t at = all.find("Pages:");
    return at == std::string::npos ? 0 : std::atoi(all.c_str() + at + 6);
}

std::string PdfFile::text(int page) const {
    const std::string number = std::to_string(page);
    const std::string which = page > 0 ? " -f " + number + " -l " + number : "";
    const std::string raw = run("pdftotext -raw" + which + " " + path_ + " -");
    return text::replace_all(raw, std::string(text::soft_hyphen) + "\n", "");
}

std::string PdfFile::structure() const { return run("pdfinfo -struct-text " + path_); }
std::string PdfFile::info() const { return run("pdfinfo " + path_); }
std::string PdfFile::fonts() const { return run("pdffonts " + path_); }
std::string PdfFile::links() const { return run("pdfinfo -url " + path_); }

int PdfFile::ink(int page) const {
    const std::string number = std::to_string(page);
    const std::string image =
        run("pdftoppm -gray -r 50 -f " + number + " -l " + number + " " + path_);
    // "P5", width, height and 255, then one byte a pixel.
    std::size_t at = 0;
    for (int lines = 0; lines < 3; ++lines) at = image.find('\n', at) + 1;
    return static_cast<int>(std::count_if(image.begin() + static_cast<std::ptrdiff_t>(at),
                                          image.end(), [](char c) { return c != '\xFF'; }));
}

} // namespace foyer::test
