// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/input_devices.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace foyer::sdl {
namespace {

/// False when nobody will ever write to it again.
bool drained(int descriptor) {
    std::array<char, 4096> bytes;
    for (;;) {
        const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
        if (count > 0) continue;
        return count < 0 && (errno == EAGAIN || errno == EINTR);
    }
}

} // namespace

InputDevices::InputDevices(std::string folder) : folder_(std::move(folder)) {
    folder_watch_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    // A node appears first and is readable for us only after udev changed its group.
    if (folder_watch_ >= 0)
        ::inotify_add_watch(folder_watch_, folder_.c_str(), IN_CREATE | IN_ATTRIB);
    find();
}

InputDevices::~InputDevices() {
    if (folder_watch_ >= 0) ::close(folder_watch_);
    for (const Device& device : devices_) ::close(device.descriptor);
}

std::vector<int> InputDevices::descriptors() const {
    std::vector<int> all;
    if (folder_watch_ >= 0) all.push_back(folder_watch_);
    for (const Device& device : devices_) all.push_back(device.descriptor);
    return all;
}

void InputDevices::drain() {
    if (folder_watch_ >= 0) drained(folder_watch_);
    std::erase_if(devices_, [](const Device& device) {
        if (drained(device.descriptor)) return false;
        ::close(device.descriptor);
        return true;
    });
    find();
}

void InputDevices::find() {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, failed)) {
        const std::string name = entry.path().filename().string();
        const bool known = std::any_of(devices_.begin(), devices_.end(),
                                       [&](const Device& device) { return device.name == name; });
        if (known || !name.starts_with("event")) continue;
        const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor >= 0) devices_.push_back({name, descriptor});
    }
}

} // namespace foyer::sdl
