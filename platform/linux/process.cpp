// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/process.h"

#include <filesystem>
#include <fstream>
#include <malloc.h>
#include <unistd.h>

namespace foyer::platform {

std::size_t resident_bytes() {
    std::size_t all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void keep_heap_small() {
    // Fixed, where glibc would raise them up to 32 MB whenever something large is freed.
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_TRIM_THRESHOLD, 128 << 10);
    mallopt(M_ARENA_MAX, 1);
}

std::string program_folder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path().string();
}

void run_again(char** arguments) { execv("/proc/self/exe", arguments); }

} // namespace foyer::platform
