// SPDX-License-Identifier: EUPL-1.2
// A folder that goes with the test, and a child process to try things in that cannot be undone.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace foyer::tests {

class ScratchFolder {
  public:
    ScratchFolder() {
        std::string pattern = std::filesystem::temp_directory_path() / "foyer-XXXXXX";
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~ScratchFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    /// Makes the folders above it too.
    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories(std::filesystem::path(*this / name).parent_path());
        std::ofstream(*this / name) << bytes;
    }

  private:
    std::string path_;
};

/// What `attempt` returned in a process of its own, 0 to 255.
inline int in_child(const std::function<int()>& attempt) {
    const pid_t child = fork();
    if (child == 0) _exit(attempt());
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

} // namespace foyer::tests
