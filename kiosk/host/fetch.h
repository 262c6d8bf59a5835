// SPDX-License-Identifier: EUPL-1.2
// Fetch: files from a place nobody trusts, by name: a web server, a stick, a neighbour. It only
// moves bytes; whoever asks has to check every one.
#pragma once

#include "kiosk/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace foyer::host {

/// What to get and how much of it at most.
struct Wanted {
    std::string name;         ///< from the root of the place, with slashes: "metadata/1.root.json"
    std::uint64_t offset = 0; ///< go on here: earlier bytes are there already
    std::uint64_t max_bytes = 0;         ///< of the whole file, those before `offset` included
    std::chrono::milliseconds within{0}; ///< all of it; 0: no bound but the least speed
};

/// Takes the next bytes; an error ends the transfer and is what get() returns.
using Sink = std::function<Result<void>(std::string_view)>;

/// One thread.
class Fetch {
  public:
    virtual ~Fetch() = default;

    /// Fails with not_found (it says that there is no such file, or that we may not see it),
    /// too_large (more than max_bytes, whatever it had announced), timeout (too slow, or too long),
    /// refused (it answers with something else: a redirect, a server's error, a link, a folder),
    /// unreadable (nobody there, gone in the middle, the medium fails). An answer that cannot
    /// start at `offset` is `refused` before any byte reaches the sink.
    virtual Result<void> get(const Wanted& wanted, const Sink& sink) = 0;
};

/// A small file as a whole.
Result<std::string> get_all(Fetch& fetch, const Wanted& wanted);

} // namespace foyer::host
