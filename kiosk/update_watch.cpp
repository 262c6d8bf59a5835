// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update_watch.h"

#include "kiosk/base/log.h"
#include "kiosk/update/crypto.h"
#include "kiosk/update_sources.h"
#include "platform/lan/avahi_neighbours.h"
#include "platform/lan/share_server.h"
#include "platform/linux/file_lock.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace foyer {

namespace {

using model::UpdatePhase;
using std::chrono::milliseconds;

/// After a stick nobody near by is asked: what became of it stands on the screen.
constexpr std::chrono::minutes quiet{2};
/// When those who were asked had to wait for something else.
constexpr std::chrono::minutes soon{2};
/// Looking for neighbours may have failed meanwhile, and penalties end.
constexpr std::chrono::minutes between_looks{1};
/// Between two questions whether a stick has come while a neighbour delivers.
constexpr milliseconds between_glances{50};
constexpr std::size_t id_letters = 16;

/// What fails now may work the next time; the kiosk goes on as it was.
void report(const Result<void>& done) {
    if (!done) log::error(done.error().what);
}

/// Others wait for the lock as well, and an update that is at work may take its time.
Result<platform::FileLock> wait_for_lock(const std::string& store) {
    constexpr int tries = 600;
    constexpr milliseconds between{100};
    for (int i = 1;; ++i) {
        Result<platform::FileLock> lock = platform::FileLock::take(store + "/lock");
        if (lock || lock.error().code != Errc::refused || i == tries) return lock;
        std::this_thread::sleep_for(between);
    }
}

} // namespace

Watch::Watch(const UpdateArguments& arguments, update::Updater& updater,
             platform::MediaWatch& media)
    : arguments_(arguments), updater_(updater), media_(media) {}

Watch::~Watch() = default;

Result<void> Watch::share(const std::string& root) {
    if (!arguments_.share) return {};
    server_ = TRY(platform::ShareServer::start(update::shared_folder(arguments_.store),
                                               arguments_.share_port));
    log::info("neighbours are served at port " + std::to_string(server_->port()));
    neighbours_ = std::make_unique<platform::AvahiNeighbours>(
        update::hash_hex(update::HashKind::sha256, root).substr(0, id_letters),
        [this] { media_.wake(); });
    return {};
}

/// Does `action` with the lock held, and with what another process may have changed read anew.
template <class Action> Result<void> Watch::locked(const Action& action) {
    const platform::FileLock lock = TRY(wait_for_lock(arguments_.store));
    TRY(updater_.start());
    action();
    return {};
}

template <class Action> void Watch::try_locked(const Action& action) { report(locked(action)); }

Result<void> Watch::run() {
    TRY(locked([&] {
        updater_.forget_source();
        report(updater_.verify_active());
        if (!arguments_.share) report(updater_.stop_sharing());
    }));
    have_ = updater_.shared_snapshot().value_or(0);
    announce();
    while (true) {
        if (asks() && Clock::now() >= next_) ask_those_we_know();
        const bool asked = ask_one_we_found();
        platform::MediaNews news = std::exchange(waiting_, {});
        if (news.empty()) news = TRY(media_.wait(asked ? milliseconds(0) : until_next()));
        if (!news.files.empty()) try_locked([] {});
        for (const platform::MediaEvent& event : news.media) see(event);
        announce();
    }
}

void Watch::note(UpdatePhase phase) {
    if (phase != UpdatePhase::refused) have_ = std::max(have_, updater_.versions().snapshot);
}

void Watch::ask_those_we_know() {
    if (!arguments_.source.empty()) {
        try_locked([&] { note(update_from_network(updater_, arguments_.source)); });
    }
    for (const std::string& url : arguments_.neighbours) {
        if (waiting_.empty()) ask_neighbour(url);
    }
    next_ = Clock::now() + (waiting_.empty() ? arguments_.every : soon);
}

UpdatePhase Watch::ask_neighbour(const std::string& url) {
    UpdatePhase phase = UpdatePhase::refused;
    try_locked([&] {
        phase = update_from_neighbour(updater_, url, [this] { return interrupted(); });
        note(phase);
    });
    return phase;
}

/// One at a time: between two there may be a stick. False if there is none to be asked.
bool Watch::ask_one_we_found() {
    const std::optional<host::Neighbour> best = best_neighbour();
    if (!best) return false;
    const UpdatePhase phase = ask_neighbour(best->url);
    if (!waiting_.empty()) return true; // it was not its fault
    if (phase == UpdatePhase::refused || have_ < best->snapshot) {
        penalties_.add(best->url, Clock::now());
    } else {
        penalties_.forgive(best->url);
    }
    return true;
}

std::optional<host::Neighbour> Watch::best_neighbour() {
    if (!neighbours_ || Clock::now() < quiet_until_) return std::nullopt;
    std::optional<host::Neighbour> best;
    for (host::Neighbour& neighbour : neighbours_->found()) {
        const bool newer = neighbour.snapshot > (best ? best->snapshot : have_);
        if (newer && !penalties_.waits(neighbour.url, Clock::now())) best = std::move(neighbour);
    }
    return best;
}

bool Watch::interrupted() {
    if (!waiting_.empty()) return true;
    if (Clock::now() < looked_ + between_glances) return false;
    looked_ = Clock::now();
    Result<platform::MediaNews> news = media_.wait(milliseconds(0));
    if (!news) return false; // run() will meet it as well
    news->woken = false;
    waiting_ = *std::move(news);
    return !waiting_.empty();
}

std::optional<milliseconds> Watch::until_next() const {
    std::optional<Clock::time_point> until;
    if (asks()) until = next_;
    if (neighbours_) {
        const Clock::time_point look = Clock::now() + between_looks;
        until = std::min(until.value_or(look), look);
    }
    if (!until) return std::nullopt;
    const auto left = std::chrono::ceil<milliseconds>(*until - Clock::now());
    return std::max(left, milliseconds(0));
}

void Watch::see(const platform::MediaEvent& event) {
    if (event.change != platform::MediaChange::vanished) {
        try_locked([&] { note(update_from_stick(updater_, event.path)); });
        shown_ = event.path;
        quiet_until_ = Clock::now() + quiet;
    } else if (event.path == shown_) {
        try_locked([&] { updater_.forget_source(); });
        quiet_until_ = Clock::now();
    }
}

void Watch::announce() {
    if (!neighbours_) return;
    std::optional<host::Offering> offering;
    if (const auto snapshot = updater_.shared_snapshot()) {
        offering = host::Offering{server_->port(), *snapshot};
    }
    if (offering == announced_) return;
    if (offering) {
        neighbours_->announce(*offering);
    } else {
        neighbours_->withdraw();
    }
    announced_ = offering;
}

} // namespace foyer
