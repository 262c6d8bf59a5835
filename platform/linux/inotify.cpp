// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/inotify.h"

#include <array>
#include <cstring>
#include <sys/inotify.h>

namespace foyer::platform {

Inotify::Inotify() : fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

int Inotify::add_folder(const std::string& path, std::uint32_t mask) const {
    return inotify_add_watch(fd_.get(), path.c_str(), mask | IN_ONLYDIR);
}

void Inotify::remove(int watch) const { inotify_rm_watch(fd_.get(), watch); }

std::vector<Inotify::Event> Inotify::read() const {
    std::vector<Event> events;
    alignas(inotify_event) std::array<char, 4096> buffer;
    ssize_t got = 0;
    while ((got = ::read(fd_.get(), buffer.data(), buffer.size())) > 0) {
        const auto end = static_cast<std::size_t>(got);
        for (std::size_t at = 0; at + sizeof(inotify_event) <= end;) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = buffer.data() + at + sizeof event;
            at += sizeof event + event.len;
            // Names are padded with zeros.
            events.push_back({event.wd, event.mask, event.len > 0 ? name : ""});
        }
    }
    return events;
}

} // namespace foyer::platform
