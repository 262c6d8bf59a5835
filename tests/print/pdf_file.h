// SPDX-License-Identifier: EUPL-1.2
// What others read in a PDF file: asks the programs of poppler-utils.
#pragma once

#include <string>

namespace foyer::test {

class PdfFile {
  public:
    /// Writes `bytes` to a file of its own, which goes with this.
    explicit PdfFile(const std::string& bytes);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    int pages() const;
    /// In the order of the file, line by line, without soft hyphens at the ends of lines: words
    /// are whole. `page` from 1; 0: all.
    std::string text(int page = 0) const;
    /// As a reader for the blind goes through it: tags and their words.
    std::string structure() const;
    std::string info() const;
    std::string fonts() const;
    std::string links() const;
    /// Pixels that are not white, of the page at 50 dots an inch.
    int ink(int page) const;

  private:
    std::string run(const std::string& command) const;
    std::string path_;
};

} // namespace foyer::test
