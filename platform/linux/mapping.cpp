// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/mapping.h"

#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <utility>

namespace foyer::platform {

Result<Mapping> Mapping::of(const Fd& file, std::uint64_t bytes, Use use, const std::string& path) {
    Mapping mapping;
    if (bytes == 0) return mapping;
    const int access = use == Use::write ? PROT_READ | PROT_WRITE : PROT_READ;
    void* memory =
        mmap(nullptr, static_cast<std::size_t>(bytes), access, MAP_SHARED, file.get(), 0);
    if (memory == MAP_FAILED) return Error{Errc::unreadable, path + ": " + std::strerror(errno)};
    mapping.bytes_ = {static_cast<char*>(memory), static_cast<std::size_t>(bytes)};
    return mapping;
}

Mapping::Mapping(Mapping&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Mapping& Mapping::operator=(Mapping&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

Mapping::~Mapping() {
    if (!bytes_.empty()) munmap(bytes_.data(), bytes_.size());
}

} // namespace foyer::platform
