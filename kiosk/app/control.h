// SPDX-License-Identifier: EUPL-1.2
// The control protocol: one JSON object a line, answered by one. Tests act through it as a visitor
// would: taps and keys go the way of the real ones. The requests stand in ARCHITECTURE.md.
#pragma once

#include "kiosk/app/app.h"

#include <functional>
#include <optional>
#include <string>

namespace foyer::app {

/// What the protocol needs besides the App. UI thread.
struct ControlPort {
    std::function<Result<void>(const host::Bitmap&, const std::string& path)> write_png;
    std::function<std::size_t()> resident_bytes;
    /// Moves the clock on; empty unless the clock is a fake.
    std::function<void(model::Milliseconds)> advance;
    std::function<std::optional<std::string>()> next; ///< the next request
    std::function<void(const std::string&)> answer;
};

class Control {
  public:
    Control(App& app, ControlPort port) : app_(app), port_(std::move(port)) {}

    /// Answers one request if it can be answered now. Call it when all events that came were
    /// handled; true: there may be new ones.
    bool step();
    /// A request waits for the program to settle: do not sleep longer than this.
    std::optional<model::Milliseconds> sleep() const;

  private:
    std::optional<std::string> reply(const std::string& line);

    App& app_;
    ControlPort port_;
    std::optional<std::string> open_; ///< a "wait" that is not over
    std::optional<std::chrono::steady_clock::time_point> deadline_;
};

} // namespace foyer::app
