// SPDX-License-Identifier: EUPL-1.2
// A small pack with one of everything, for the tests of the store and the seeds of its fuzzers.
#pragma once

#include "kiosk/model/pack_content.h"

#include <string>
#include <vector>

namespace foyer::test {

model::PackContent sample_content();

/// Takes everything out that stands beside the pages and points to them.
void keep_only_pages(model::PackContent& content);

/// A file name of its own for each call, removed with the object.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& name);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

} // namespace foyer::test
