// SPDX-License-Identifier: EUPL-1.2
// The part of App that deals with the store: which pack is shown, that it holds, and what the
// updater says. The files are read and written by the Storekeeper in its worker.
#include "kiosk/app/app.h"
#include "kiosk/base/log.h"
#include "kiosk/model/notice.h"

#include <algorithm>
#include <utility>

namespace foyer::app {

namespace {

/// What the updater says is drawn at most four times a second.
constexpr model::Milliseconds between_looks{250};
/// How long the end of the program waits for the card.
constexpr int most_waits = 50;
constexpr model::Milliseconds a_wait{100};

/// Errors that say something about the pack; others say that the machine is short of something.
bool is_fault_of_pack(Errc code) { return code != Errc::timeout && code != Errc::no_space; }

} // namespace

void App::start() {
    if (caring_) caring_->post(FindDevice{});
    if (!keeping_) return open_first();
    keeping_->post(Choose{});
    keeping_->post(LookAtUpdate{});
}

void App::open_first() {
    opened_ = true;
    std::vector<model::Request> first = model::begin(state_);
    if (setup_.preferences) state_.journey->preferences = *setup_.preferences;
    if (setup_.page) {
        state_.journey->history = {model::Place{model::Screen::home, {}, false, {}, {}},
                                   model::Place{model::Screen::page, *setup_.page, false, {}, {}}};
    }
    for (model::Request& request : first) {
        if (auto* load = std::get_if<model::Load>(&request)) {
            load->place = state_.journey->history.back();
            load->language = state_.journey->preferences.language;
        }
    }
    ask(first);
}

PackPlace App::place_of(const std::string& pack) const {
    if (pack.empty() || pack == store::factory) return {std::string(store::factory), setup_.pack};
    return {pack, store::pack_path(setup_.store, pack)};
}

void App::changed(Watched file) {
    changed_ |= static_cast<unsigned>(file);
    devices_.screen.wake();
}

void App::take_changes() {
    const unsigned changed = changed_.exchange(0);
    const auto has = [&](Watched file) { return (changed & static_cast<unsigned>(file)) != 0; };
    if (has(Watched::pack) && chosen_ == store::factory && opened_) act(model::PackReplaced{});
    if (!keeping_) return;
    if (has(Watched::current)) keeping_->post(Choose{});
    if (has(Watched::update)) update_waits_ = true;
    const model::Milliseconds now = devices_.clock.now();
    if (!update_waits_ || (looked_ && now - *looked_ < between_looks)) return;
    update_waits_ = false;
    looked_ = now;
    keeping_->post(LookAtUpdate{});
}

void App::take_store_answers() {
    if (!keeping_) return;
    for (const StoreAnswer& answer : keeping_->take()) {
        if (const auto* file = std::get_if<store::UpdateFile>(&answer)) see_update(*file);
        if (const auto* chosen = std::get_if<Chosen>(&answer)) show_pack(chosen->pack);
        if (const auto* back = std::get_if<TookBack>(&answer)) {
            if (!back->pack.empty()) show_pack(back->pack);
            act(model::WentBack{back->pack.empty() ? std::optional(Errc::not_found)
                                                   : std::nullopt});
        }
    }
}

void App::show_pack(const std::string& pack) {
    chosen_ = pack;
    proven_.clear();
    settles_.reset();
    if (opened_) {
        act(model::PackReplaced{});
    } else {
        open_first();
    }
}

void App::go_back() {
    if (keeping_) return keeping_->post(TakeBack{});
    act(model::WentBack{Errc::not_found});
}

void App::see_update(const store::UpdateFile& file) {
    using When = model::UpdateSeen::When;
    const auto shown = [this] {
        const bool about = state_.place().screen == model::Screen::about;
        return std::pair(model::notice(state_),
                         about ? state_.update.freshness : model::Freshness{});
    };
    const auto before = shown();
    const When when = std::exchange(update_seen_, true) ? When::now : When::at_start;
    model::reduce(state_, model::UpdateSeen{when, file.status, file.freshness});
    if (shown() != before) dirty_ = true;
}

/// A pack of the store that cannot be read makes room for the next one; the screen waits for that.
bool App::gives_way(const std::string& pack, const model::Action& answer) {
    const auto* failed = std::get_if<model::PackFailed>(&answer);
    if (!failed || !keeping_ || pack == store::factory || !is_fault_of_pack(failed->error.code))
        return false;
    keeping_->post(PackBroken{pack});
    return true;
}

/// Once a frame of the pack is on the screen with its pictures, and again when it has stood.
void App::prove_pack() {
    if (!keeping_ || !opened_) return;
    const model::Milliseconds now = devices_.clock.now();
    if (settles_ && now >= *settles_) {
        settles_.reset();
        keeping_->post(Settle{});
    }
    if (proven_ == chosen_ || !rests() || state_.fault || state_.view.pack != chosen_) return;
    proven_ = chosen_;
    settles_ = now + store::max_unproven;
    keeping_->post(PackShown{chosen_});
}

std::optional<model::Milliseconds> App::next_keeping() const {
    if (!update_waits_) return settles_;
    const model::Milliseconds look = looked_.value_or(model::Milliseconds{0}) + between_looks;
    return std::min(settles_.value_or(look), look);
}

void App::finish() {
    finish_device();
    if (!keeping_) return;
    keeping_->post(Settle{});
    for (int i = 0; i < most_waits && keeping_->busy(); ++i) {
        keeping_->take();
        keeping_->wait(a_wait);
    }
}

} // namespace foyer::app
