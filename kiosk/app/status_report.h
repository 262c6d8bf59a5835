// SPDX-License-Identifier: EUPL-1.2
// How the kiosk is doing, for a monitoring system: the kiosk answers with one line of JSON, and
// `foyer status` makes words, an exit status and a Prometheus text of it.
#pragma once

#include "kiosk/app/app.h"

#include <functional>
#include <optional>
#include <string>

namespace foyer::app {

/// One line of JSON: what ARCHITECTURE.md lists under "Status".
std::string status_line(const App& app);

/// As monitoring plugins end.
enum class Health { ok = 0, warning = 1, critical = 2, unknown = 3 };

struct Verdict {
    Health health = Health::unknown;
    std::string line;  ///< "FOYER WARNING - … | free=12%;10:;2:"
    std::string words; ///< several lines, for people
};

/// `line` as status_line() made it; unknown for anything else.
Verdict judge(const std::string& line);
/// For the textfile collector of node_exporter. An empty `line`: the kiosk does not answer.
std::string prometheus(const std::string& line);

/// Answers whoever asks. UI thread.
class StatusDesk {
  public:
    /// `next` gives the next question, whatever it is; `answer` answers it.
    StatusDesk(App& app, std::function<std::optional<std::string>()> next,
               std::function<void(const std::string&)> answer)
        : app_(app), next_(std::move(next)), answer_(std::move(answer)) {}

    /// After each step of the App.
    void step();

  private:
    App& app_;
    std::function<std::optional<std::string>()> next_;
    std::function<void(const std::string&)> answer_;
    std::optional<std::uint64_t> asked_; ///< App::looks() when the device was asked
};

} // namespace foyer::app
