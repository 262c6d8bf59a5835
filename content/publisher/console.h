// SPDX-License-Identifier: EUPL-1.2
// Console: the person in front of a publishing command, as functions. Commands say what they did
// and what comes next; a test listens and answers instead.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/update/time_text.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace foyer::publisher {

/// Tells how far long work is. `all` may be 0 while it is not known.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

struct Console {
    std::ostream& out;
    update::Time now; ///< what this computer's clock says; the same for a whole command
    /// A question whose answer nobody may see. Empty function: there is nobody to ask.
    std::function<Result<std::string>(const std::string& question)> ask_secret;
    /// Tried before anybody is asked.
    std::vector<std::string> passphrases;
    /// What changed from one pack file to the next, in an editor's words.
    std::function<Result<std::string>(const std::string& before, const std::string& now)> compare;
    /// Empty where nobody watches.
    std::function<Progress(const std::string& doing)> progress;
};

/// Control characters would act on a terminal; text from elsewhere is shown without them.
std::string printable(std::string text);
/// "1 page", "2 pages".
std::string counted(std::uint64_t count, const std::string& noun);
/// "12.3 MB"
std::string readable_bytes(std::uint64_t bytes);
/// "2026-11-23"
std::string day(update::Time time);
/// "a, b and c"
std::string listed(const std::vector<std::string>& words);
/// "90d", "26w", "5y" (of 365 days). Fails with invalid for anything else, or for none or more than
/// 50 years.
Result<std::chrono::days> parse_lifetime(const std::string& text);

} // namespace foyer::publisher
