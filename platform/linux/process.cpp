// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/process.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace foyer::platform {

std::size_t resident_bytes() {
    std::size_t all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::string program_folder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path().string();
}

} // namespace foyer::platform
