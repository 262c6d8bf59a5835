// SPDX-License-Identifier: EUPL-1.2
// Tells when a keyboard, mouse or touch screen has something to say. SDL's KMSDRM driver reads
// them, but cannot sleep until there is something to read: this opens them a second time only to
// wait on.
#pragma once

#include <string>
#include <vector>

namespace foyer::sdl {

class InputDevices {
  public:
    /// Watches the event* devices of `folder` and those that are plugged in later. A device that
    /// may not be opened is left out.
    explicit InputDevices(std::string folder);
    ~InputDevices();
    InputDevices(const InputDevices&) = delete;
    InputDevices& operator=(const InputDevices&) = delete;

    /// Descriptors that become readable when something happens.
    std::vector<int> descriptors() const;
    /// Throws away what can be read, lets go of devices that are gone, finds new ones.
    void drain();

  private:
    struct Device {
        std::string name;
        int descriptor = -1;
    };
    void find();

    std::string folder_;
    int folder_watch_ = -1;
    std::vector<Device> devices_;
};

} // namespace foyer::sdl
