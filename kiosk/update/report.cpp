// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/report.h"

#include "kiosk/base/log.h"

#include <algorithm>

namespace foyer::update {

namespace {

using model::UpdatePhase;

constexpr host::Milliseconds between_writes{250};
/// Speeds are guessed until a download has run for so long.
constexpr host::Milliseconds before_measured{400};
constexpr double stick_bytes_per_s = 12e6, network_bytes_per_s = 1e6;
/// Unpacking, reading back and examining on a slow card; each byte is touched three times.
constexpr double own_bytes_per_s = 40e6;

std::string history_path(const std::string& store) { return store + "/history.json"; }

/// Whoever reads the file at any time finds it whole; a power cut may leave an empty one.
Result<void> write_lightly(host::Disk& disk, const std::string& path, const std::string& bytes) {
    {
        const std::unique_ptr<host::NewFile> file = TRY(disk.create(path + ".new"));
        TRY(file->write(bytes));
    }
    return disk.rename(path + ".new", path);
}

} // namespace

Report::Report(host::Disk& disk, const host::Clock& clock, const host::WallClock& date,
               std::string store)
    : disk_(disk), clock_(clock), date_(date), store_(std::move(store)) {}

void Report::recall() {
    for (const std::string& path : {history_path(store_), store::update_path(store_)}) {
        const Result<std::string> text = disk_.read(path, store::max_update_file_bytes);
        const auto file = text ? store::parse_update_file(*text) : std::nullopt;
        if (file) file_ = *file;
    }
}

void Report::begin(model::Channel channel, const std::string& source) {
    file_.status = {};
    file_.status.phase = UpdatePhase::looking;
    file_.status.channel = channel;
    file_.status.source = source;
    write(Keep::until_power_cut);
}

void Report::found(const OfferWords& words, std::uint64_t fetch_bytes, std::uint64_t pack_bytes) {
    model::UpdateStatus& status = file_.status;
    status.publisher = words.publisher;
    status.title = words.title;
    status.version = words.version;
    status.new_pages = words.new_pages;
    status.changed_pages = words.changed_pages;
    status.pages_known = words.pages_known;
    fetch_bytes_ = fetch_bytes;
    pack_bytes_ = pack_bytes;
    began_ = clock_.now();
    resumed_at_ = 0;
    status.phase = UpdatePhase::fetching;
    status.total_bytes = fetch_bytes;
    status.seconds_left = seconds_left(StagePhase::fetching, 0);
    write(Keep::until_power_cut);
}

void Report::progress(StagePhase phase, std::uint64_t done, std::uint64_t total) {
    model::UpdateStatus& status = file_.status;
    const bool fetching = phase == StagePhase::fetching;
    if (fetching && (done == 0 || total != fetch_bytes_)) {
        began_ = clock_.now(); // a new file, or the same one once more
        resumed_at_ = done;
        fetch_bytes_ = total;
    }
    const UpdatePhase before = status.phase;
    status.phase = fetching ? UpdatePhase::fetching : UpdatePhase::checking;
    // A pack is unpacked, then read once more.
    status.done_bytes = phase == StagePhase::checking ? total + done : done;
    status.total_bytes = fetching ? total : 2 * total;
    status.seconds_left = seconds_left(phase, done);
    const bool due = !written_ || clock_.now() - *written_ >= between_writes;
    if (due || before != status.phase) write(Keep::until_power_cut);
}

int Report::seconds_left(StagePhase phase, std::uint64_t done) const {
    double own_bytes = 3 * static_cast<double>(pack_bytes_);
    double seconds = 0;
    if (phase == StagePhase::fetching) {
        const bool stick = file_.status.channel == model::Channel::stick;
        double speed = stick ? stick_bytes_per_s : network_bytes_per_s;
        const auto elapsed = clock_.now() - began_;
        if (elapsed >= before_measured && done > resumed_at_) {
            speed = static_cast<double>(done - resumed_at_) * 1000 /
                    static_cast<double>(elapsed.count());
        }
        seconds = static_cast<double>(fetch_bytes_ - std::min(done, fetch_bytes_)) / speed;
    } else {
        own_bytes -= static_cast<double>(done);
        if (phase == StagePhase::checking) own_bytes -= static_cast<double>(pack_bytes_);
    }
    seconds += std::max(0.0, own_bytes) / own_bytes_per_s;
    return static_cast<int>(std::min(seconds, 86'400.0)) + 1;
}

void Report::installed(std::optional<Time> fresh) {
    file_.status.phase = UpdatePhase::installed;
    succeeded(fresh);
}

void Report::up_to_date(std::optional<Time> fresh) {
    file_.status.phase = UpdatePhase::up_to_date;
    succeeded(fresh);
}

void Report::succeeded(std::optional<Time> fresh) {
    model::Freshness& freshness = file_.freshness;
    file_.status.seconds_left.reset();
    if (fresh) freshness.fresh_at = std::max(freshness.fresh_at, format_time(*fresh));
    freshness.last_source = model::name(file_.status.channel);
    freshness.last_success = now();
    write(Keep::for_good);
}

void Report::refused(model::Refusal refusal, const std::string& detail) {
    model::UpdateStatus& status = file_.status;
    status.phase = UpdatePhase::refused;
    status.refusal = refusal;
    status.detail = detail;
    status.seconds_left.reset();
    file_.freshness.last_refusal = refusal;
    file_.freshness.last_refusal_at = now();
    file_.freshness.last_refusal_detail = detail;
    write(Keep::for_good);
}

void Report::idle() {
    file_.status = {};
    write(Keep::until_power_cut);
}

std::string Report::now() const { return format_time(date_.now()); }

void Report::write(Keep keep) {
    file_.status.at = now();
    written_ = clock_.now();
    const std::string json = store::to_json(file_);
    Result<void> written = write_lightly(disk_, store::update_path(store_), json);
    if (written && keep == Keep::for_good) {
        written = host::replace_file(disk_, history_path(store_), json);
    }
    if (!written) log::error("the report cannot be written: " + written.error().what);
}

} // namespace foyer::update
