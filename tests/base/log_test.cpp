// SPDX-License-Identifier: EUPL-1.2
// The risk: a log that fills the disk with details, or one that keeps the error to itself.
#include "kiosk/base/log.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <unistd.h>

using namespace foyer;

namespace {

/// Standard error goes into a file of its own as long as this lives.
class StandardError {
  public:
    StandardError() : file_(std::tmpfile()), before_(dup(STDERR_FILENO)) {
        std::fflush(stderr);
        dup2(fileno(file_), STDERR_FILENO);
    }
    ~StandardError() {
        std::fflush(stderr);
        dup2(before_, STDERR_FILENO);
        close(before_);
        std::fclose(file_);
    }
    StandardError(const StandardError&) = delete;
    StandardError& operator=(const StandardError&) = delete;

    std::string written() {
        std::fflush(stderr);
        std::rewind(file_);
        std::array<char, 4096> bytes{};
        return {bytes.data(), std::fread(bytes.data(), 1, bytes.size(), file_)};
    }

  private:
    std::FILE* file_;
    int before_;
};

std::string all_levels() {
    StandardError captured;
    log::debug("one");
    log::info("two");
    log::warning("three");
    log::error("four");
    return captured.written();
}

} // namespace

TEST_CASE("the log is silent below its level and one line per event above it", "[base]") {
    const std::string usual = all_levels();
    log::set_level(log::Level::debug);
    const std::string everything = all_levels();
    log::set_level(log::Level::error);
    const std::string errors = all_levels();
    log::set_level(log::Level::info);
    CHECK(usual.find("one") == std::string::npos);
    CHECK(usual.find("info: two\n") != std::string::npos);
    CHECK(usual.find("warning: three\n") != std::string::npos);
    CHECK(usual.find("error: four\n") != std::string::npos);
    CHECK(everything.find("debug: one\n") != std::string::npos);
    CHECK(errors.find("three") == std::string::npos);
    CHECK(errors.find("error: four\n") != std::string::npos);
}

TEST_CASE("a line of the log is not a pattern", "[base]") {
    StandardError captured;
    log::error("100 % {} {0} %s %v");
    CHECK(captured.written().find("100 % {} {0} %s %v\n") != std::string::npos);
}
