// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/caretaker.h"

#include "kiosk/base/log.h"
#include "kiosk/model/local_day.h"
#include "kiosk/store/slots.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace foyer::app {

namespace {

constexpr std::size_t shown_log_lines = 40;
constexpr int default_volume = 50;

void warn(const char* about, const Error& error) {
    log::error(std::string(about) + ": " + error.what);
}

std::optional<Errc> code_of(const Result<void>& result) {
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) line += ';';
        const bool acts = !cell.empty() &&
                          std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
        const std::string safe = acts ? "'" + cell : cell;
        if (safe.find_first_of(";\"\r\n") == std::string::npos) {
            line += safe;
            continue;
        }
        line += '"';
        for (const char letter : safe) line.append(letter == '"' ? 2 : 1, letter);
        line += '"';
    }
    return line + "\r\n";
}

Caretaker::Caretaker(const Desk& desk, const host::Clock& clock, host::Files& files,
                     PinHashes hashes, std::string state, std::string space)
    : desk_(desk),
      clock_(clock),
      files_(files),
      hashes_(std::move(hashes)),
      state_(std::move(state)),
      space_(std::move(space)),
      writer_(desk.disk, desk.sticks, desk.printer) {}

CaretakerAnswer Caretaker::answer(const CaretakerJob& job) {
    return std::visit([this](const auto& one) { return (*this)(one); }, job);
}

store::DeviceDatabase& Caretaker::database() {
    if (database_) return *database_;
    database_.emplace(state_.empty() ? std::string() : state_ + "/device.db");
    if (database_->set_aside())
        log::warning("the device's database is set aside, a fresh one is begun: " +
                     database_->trouble());
    if (!state_.empty() && !database_->on_medium())
        log::error("nothing that is set or counted will be kept: " + database_->trouble());
    return *database_;
}

std::string Caretaker::today() const {
    const host::LocalTime now = local();
    return model::day_text(now.year, now.month, now.day);
}

CaretakerAnswer Caretaker::operator()(const FindDevice&) {
    model::DeviceFound found;
    found.staff_pin = !hashes_.staff.empty();
    found.trainer_pin = !hashes_.trainer.empty();
    Result<model::SiteSettings> site = database().site();
    if (!site) warn("settings of this device", site.error());
    site_ = found.site = std::move(site).value_or({});
    Result<std::optional<model::ClassRecord>> record = database().class_record();
    if (!record) warn("the class that goes on", record.error());
    found.record = std::move(record).value_or({});
    const Result<int> wrong = database().wrong_pins();
    // What cannot be read may have been many.
    lock_.emplace(wrong ? *wrong : free_tries, clock_.now());
    if (knows_time()) {
        if (const Result<void> forgot = database().forget_old(today()); !forgot)
            warn("old counters", forgot.error());
    }
    dim();
    return found;
}

model::PinOwner Caretaker::owner_of(const std::string& digits) {
    if (!hashes_.staff.empty() && desk_.pins.matches(digits, hashes_.staff))
        return model::PinOwner::staff;
    if (!hashes_.trainer.empty() && desk_.pins.matches(digits, hashes_.trainer))
        return model::PinOwner::trainer;
    return model::PinOwner::nobody;
}

CaretakerAnswer Caretaker::operator()(const model::CheckPin& job) {
    if (!lock_) lock_.emplace(free_tries, clock_.now());
    const host::Milliseconds wait = lock_->wait(clock_.now());
    if (wait.count() > 0) return model::PinChecked{model::PinOwner::nobody, wait, false};
    // Counted before it is looked at: a pulled plug is no way to try again.
    Result<void> kept = database().keep_wrong_pins(lock_->wrong() + 1);
    const model::PinOwner owner = owner_of(job.digits);
    if (owner == model::PinOwner::nobody) {
        lock_->failed(clock_.now());
        log::warning("a wrong PIN, " + std::to_string(lock_->wrong()) + " in a row");
    } else {
        lock_->passed();
        if (kept) kept = database().keep_wrong_pins(0);
    }
    if (!kept) warn("wrong PINs cannot be kept", kept.error());
    return model::PinChecked{owner, lock_->wait(clock_.now()), true};
}

CaretakerAnswer Caretaker::operator()(const model::KeepSite& job) {
    const bool dims = job.site.brightness != site_.brightness;
    site_ = job.site;
    if (dims) dim();
    const Result<void> kept = database().keep(job.site);
    if (!kept) warn("settings of this device cannot be kept", kept.error());
    const bool lasts = kept && (database().on_medium() || state_.empty());
    return model::SiteKept{job.site, lasts  ? std::nullopt
                                     : kept ? std::optional(Errc::unreadable)
                                            : code_of(kept)};
}

void Caretaker::dim() {
    if (!site_.brightness || !desk_.machine.can_dim()) return;
    if (const Result<void> set = desk_.machine.set_brightness(*site_.brightness); !set)
        warn("brightness", set.error());
}

CaretakerAnswer Caretaker::operator()(const model::KeepClass& job) {
    std::optional<model::ClassRecord> record = job.record;
    if (record && record->date.empty() && knows_time()) record->date = today();
    const Result<void> kept = database().keep(record);
    if (!kept) warn("the class cannot be kept", kept.error());
    std::optional<Errc> error = code_of(kept);
    if (!error && !database().on_medium()) error = Errc::unreadable;
    return model::ClassKept{std::move(record), error};
}

model::PackEntry Caretaker::entry(const PackPlace& pack, model::PackEntry::State state) {
    model::PackEntry entry{pack.name, {}, {}, {}, state};
    Result<store::Pack> opened = store::Pack::open(pack.path);
    if (!opened) return entry;
    const Result<model::Catalogue> catalogue = opened->catalogue("de");
    if (!catalogue) return entry;
    entry.id = catalogue->id;
    entry.version = catalogue->version;
    entry.date = catalogue->date;
    return entry;
}

model::DeviceStatus Caretaker::status() {
    model::DeviceStatus status;
    host::Machine& machine = desk_.machine;
    if (!space_.empty()) {
        if (const Result<std::uint64_t> free = desk_.disk.free_bytes(space_); free)
            status.free_bytes = static_cast<std::int64_t>(*free);
        status.total_bytes = machine.total_bytes(space_);
    }
    status.uptime = machine.uptime();
    status.running = std::chrono::floor<std::chrono::seconds>(clock_.now());
    status.temperature = machine.temperature();
    status.resident_bytes = machine.resident_bytes();
    for (const host::Stick& stick : desk_.sticks.found()) {
        if (stick.writable) status.sticks.push_back(stick.name);
    }
    const host::LocalTime now = local();
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", now.hour % 100, now.minute % 100);
    status.local_time = model::day_text(now.year, now.month, now.day) + clock;
    status.can_dim = machine.can_dim();
    status.can_sound = has_sound_;
    status.knows_time = knows_time();
    status.can_keep = database().on_medium();
    status.set_aside = database().set_aside();
    return status;
}

std::vector<model::PackEntry> Caretaker::packs(const LookAround& job) {
    using State = model::PackEntry::State;
    std::vector<model::PackEntry> all = {entry(job.shown, State::shown)};
    const Result<std::string> text =
        job.store.empty() ? Result<std::string>(Errc::not_found, "no store")
                          : files_.read(store::current_path(job.store), store::max_slot_file_bytes);
    const store::Current current =
        (text ? store::parse_current(*text) : std::nullopt).value_or(store::Current{});
    for (const std::optional<store::Slot>& slot : {current.active, current.previous}) {
        if (!slot || slot->sha256 == job.shown.name) continue;
        const bool refused = std::find(current.refuse.begin(), current.refuse.end(),
                                       slot->sha256) != current.refuse.end();
        all.push_back(entry({slot->sha256, store::pack_path(job.store, slot->sha256)},
                            refused ? State::refused : State::previous));
    }
    if (job.shown.name != store::factory && !job.factory.path.empty())
        all.push_back(entry(job.factory, State::factory));
    return all;
}

CaretakerAnswer Caretaker::operator()(const LookAround& job) {
    model::DeviceStatus status = this->status();
    status.packs = packs(job);
    std::vector<std::string> lines = log::recent();
    if (lines.size() > shown_log_lines) lines.erase(lines.begin(), lines.end() - shown_log_lines);
    status.log = std::move(lines);
    seen_ = status;
    return model::DeviceSeen{std::move(status)};
}

CaretakerAnswer Caretaker::operator()(const AddUpPages& job) {
    Result<model::Statistics> all = database().statistics(today(), job.days);
    if (!all) warn("counters", all.error());
    model::Statistics statistics = std::move(all).value_or({});
    statistics.days = job.days;
    Result<store::Pack> pack = store::Pack::open(job.pack.path);
    for (model::Total& page : statistics.pages) {
        if (!pack) break;
        // One that is in the pack no more is called by its id.
        if (const Result<model::Card> card = pack->card(page.key, job.language); card)
            page.label = card->title;
    }
    return model::AddedUp{std::move(statistics)};
}

CaretakerAnswer Caretaker::operator()(const WriteFiles& job) {
    return writer_.write(job.paper, job.files);
}

CaretakerAnswer Caretaker::operator()(const WriteCounters& job) {
    const Result<std::vector<store::CountRow>> rows = database().rows();
    if (!rows) warn("counters", rows.error());
    std::string csv = csv_mark + csv_line(job.head);
    if (rows) {
        for (const store::CountRow& row : *rows)
            csv += csv_line({row.when, row.kind, row.key, std::to_string(row.count)});
    }
    return writer_.write(model::Paper::statistics, {OutFile{job.name, std::move(csv)}});
}

CaretakerAnswer Caretaker::operator()(const KeepCounts& job) {
    if (job.counts.empty()) return {};
    if (const Result<void> kept = database().add(job.hour, job.counts); !kept)
        warn("counters cannot be kept", kept.error());
    return {};
}

CaretakerAnswer Caretaker::operator()(const model::PlayTone&) {
    const Result<void> heard = desk_.sound.tone(site_.volume.value_or(default_volume));
    if (!heard) warn("sound", heard.error());
    has_sound_ = heard.has_value();
    seen_.can_sound = has_sound_;
    return model::DeviceSeen{seen_};
}

} // namespace foyer::app
