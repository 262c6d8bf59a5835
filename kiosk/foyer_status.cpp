// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/foyer_status.h"

#include "kiosk/app/status_report.h"
#include "platform/linux/ask_socket.h"
#include "platform/linux/posix_disk.h"

#include <cstdio>

namespace foyer {

namespace {

constexpr std::chrono::milliseconds patience{5'000};

app::Verdict no_answer(const Error& why) {
    const bool hangs = why.code == Errc::timeout || why.code == Errc::unreadable;
    return {hangs ? app::Health::critical : app::Health::unknown,
            std::string(hangs ? "FOYER CRITICAL - the kiosk does not answer: "
                              : "FOYER UNKNOWN - no kiosk listens: ") +
                why.what,
            {}};
}

} // namespace

int show_status(const StatusWish& wish) {
    const Result<std::string> answer = platform::ask_socket(wish.socket, "status", patience);
    const app::Verdict verdict = answer ? app::judge(*answer) : no_answer(answer.error());
    if (!wish.prometheus.empty()) {
        platform::PosixDisk disk;
        const Result<void> written = host::replace_file(
            disk, wish.prometheus, app::prometheus(answer ? *answer : std::string()));
        if (!written) {
            std::fprintf(stderr, "foyer status: %s\n", written.error().what.c_str());
            return static_cast<int>(app::Health::unknown);
        }
    }
    const bool whole = answer && verdict.health != app::Health::unknown;
    if (wish.json && whole) {
        std::printf("%s\n", answer->c_str());
    } else {
        std::printf("%s\n", verdict.line.c_str());
        if (wish.words) std::printf("%s", verdict.words.c_str());
    }
    return static_cast<int>(verdict.health);
}

} // namespace foyer
