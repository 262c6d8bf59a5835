// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/app.h"

#include "kiosk/base/log.h"
#include "kiosk/model/notice.h"
#include "kiosk/model/reduce_class.h"
#include "kiosk/model/reduce_present.h"
#include "kiosk/model/reduce_staff.h"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace foyer::app {

namespace {

constexpr std::size_t text_budget_bytes = 16u << 20;
constexpr std::size_t picture_budget_bytes = 16u << 20;
constexpr std::size_t max_words_bytes = 1u << 20;
constexpr std::size_t max_icons_bytes = 16u << 20;
/// A page read within this time appears in the very next frame.
constexpr std::chrono::milliseconds patience{15};

Palettes load_theme(host::Files& files, const std::string& own, const std::string& built_in) {
    const auto read = [&](const std::string& path) -> Result<Palettes> {
        return parse_theme(TRY(files.read(path, max_words_bytes)));
    };
    if (!own.empty()) {
        Result<Palettes> theme = read(own);
        if (theme) return std::move(theme).value();
        log::error(own + " is not used: " + theme.error().what);
    }
    Result<Palettes> theme = read(built_in);
    if (!theme) log::error(built_in + ": " + theme.error().what);
    return std::move(theme).value_or(Palettes{});
}

/// What of the state a passing of time may change on the screen.
auto shown_by_time(const model::State& state) {
    const bool idle = state.overlay == model::Overlay::idle;
    const bool attract = state.place().screen == model::Screen::attract;
    return std::tuple(state.overlay, idle ? model::seconds_left(state) : 0,
                      attract ? model::slide(state) : 0, model::notice(state),
                      model::seconds_locked(state), model::timer_left(state),
                      model::tour_by_time(state));
}

host::PictureType picture_type(std::string_view name) {
    if (name.ends_with(".svg") || name == "svg") return host::PictureType::svg;
    return name.ends_with(".png") || name == "png" ? host::PictureType::png
                                                   : host::PictureType::jpeg;
}

} // namespace

App::App(const Devices& devices, Setup setup)
    : devices_(devices),
      setup_(std::move(setup)),
      palettes_(load_theme(devices.files, setup_.config.theme_file, setup_.share + "/theme.toml")),
      texts_(devices.layouter, devices.screen, text_budget_bytes),
      icons_(load_icons(), devices.screen),
      pictures_(devices.screen, picture_budget_bytes),
      keys_(setup_.config.keys),
      content_library_(devices.files),
      picture_library_(devices.files),
      content_(
          [this](const ContentJob& job) {
              return ContentAnswer{job.pack.name, content_library_.answer(job.pack, job.request)};
          },
          [this] { devices_.screen.wake(); }),
      decoder_([this](const PictureJob& job) { return fetch(job); },
               [this] { devices_.screen.wake(); }) {
    state_.settings = setup_.config.settings;
    state_.now = devices_.clock.now();
    chosen_ = store::factory;
    if (devices_.desk) {
        caretaker_.emplace(*devices_.desk, devices_.clock, devices_.files, setup_.config.pins,
                           setup_.state, setup_.store.empty() ? setup_.state : setup_.store);
        caring_.emplace([this](const CaretakerJob& job) { return caretaker_->answer(job); },
                        [this] { devices_.screen.wake(); });
    }
    if (setup_.store.empty() || !devices_.disk) return;
    storekeeper_.emplace(setup_.store, setup_.state, devices_.files, *devices_.disk);
    keeping_.emplace([this](const StoreJob& job) { return storekeeper_->answer(job); },
                     [this] { devices_.screen.wake(); });
}

App::Wall::Wall(const Devices& devices, host::Surface& on, host::IconSheet sheet)
    : surface(on),
      texts(devices.layouter, on, text_budget_bytes),
      icons(std::move(sheet), on),
      pictures(on, picture_budget_bytes) {}

host::IconSheet App::load_icons() const {
    const auto read = [&]() -> Result<host::IconSheet> {
        return host::IconSheet::parse(
            TRY(devices_.files.read(setup_.share + "/icons.bin", max_icons_bytes)));
    };
    Result<host::IconSheet> icons = read();
    if (!icons) log::error("icons: " + icons.error().what);
    return std::move(icons).value_or(host::IconSheet{});
}

void App::act(const model::Action& action) {
    dirty_ = true;
    const bool loads = std::holds_alternative<model::Loaded>(action);
    const auto shown_pack = [this] {
        const model::Catalogue& catalogue = state_.view.catalogue;
        return state_.view.pack + catalogue.id + catalogue.version + catalogue.date;
    };
    const std::string pack_before = shown_pack();
    const model::Place place_before = state_.place();
    ask(model::reduce(state_, action));
    count();
    if (!loads) return;
    if (pack_before != shown_pack()) {
        pictures_.clear();
        if (wall_) wall_->pictures.clear();
    }
    if (place_before.screen != state_.place().screen || place_before.id != state_.place().id) {
        momentum_.stop();
        gestures_.forget();
    }
}

void App::ask(const std::vector<model::Request>& requests) {
    std::optional<model::Loaded> ready;
    for (const model::Request& request : requests) {
        if (const auto* wish = std::get_if<model::DeviceRequest>(&request)) {
            ask_device(*wish);
            continue;
        }
        const auto* load = std::get_if<model::Load>(&request);
        const bool foreseen = load && ahead_ && ahead_->view &&
                              ahead_->load.language == load->language &&
                              ahead_->load.place.screen == load->place.screen &&
                              ahead_->load.place.id == load->place.id;
        if (foreseen) {
            ready = model::Loaded{load->ticket, std::move(*ahead_->view)};
        } else {
            content_.post({place_of(chosen_), request});
        }
    }
    if (!requests.empty()) ahead_.reset();
    if (ready) return act(*ready);
    if (!requests.empty()) content_.wait(patience);
}

void App::prefetch(const ui::Node& node) {
    ahead_.reset();
    const auto* open = node.action ? std::get_if<model::Open>(&*node.action) : nullptr;
    if (!open || state_.journey) return;
    model::State imagined = state_;
    for (const model::Request& request : model::reduce(imagined, *open)) {
        if (const auto* load = std::get_if<model::Load>(&request)) {
            ahead_ = Ahead{*open, *load, std::nullopt};
            ahead_->load.ticket = --tickets_ahead_;
            content_.post({place_of(chosen_), ahead_->load});
        }
    }
}

void App::rehearse() {
    if (!ahead_ || !ahead_->view || ahead_->rehearsed) return;
    ahead_->rehearsed = true;
    model::State imagined = state_;
    model::reduce(imagined, ahead_->open);
    if (!imagined.journey) return;
    model::reduce(imagined, model::Loaded{imagined.journey->ticket, *ahead_->view});
    // Drawn, but not shown: what it needs is laid out and its pictures are on their way.
    draw_state(imagined);
    frame_.end();
    order_pictures(imagined.view.pack);
    build_look(state_);
}

void App::take_answers() {
    take_changes();
    take_store_answers();
    take_device_answers();
    for (auto& [pack, answer] : content_.take()) {
        if (!answer || gives_way(pack, *answer)) continue;
        auto* loaded = std::get_if<model::Loaded>(&*answer);
        if (loaded && loaded->ticket < 0) {
            const bool is_awaited = ahead_ && ahead_->load.ticket == loaded->ticket;
            if (is_awaited) ahead_->view = std::move(loaded->view);
        } else {
            act(*answer);
        }
    }
    for (PictureAnswer& answer : decoder_.take()) {
        if (!answer.wall) pictures_.put(answer.key, answer.bitmap);
        if (answer.wall && wall_) wall_->pictures.put(answer.key, answer.bitmap);
        dirty_ = true;
    }
}

App::PictureAnswer App::fetch(const PictureJob& wanted) {
    const ui::PictureKey& key = wanted.key;
    const auto read = [&]() -> Result<host::Bitmap> {
        host::PictureJob job;
        constexpr std::string_view file = "file:";
        if (key.media.starts_with(file)) {
            job.bytes =
                TRY(devices_.files.read(key.media.substr(file.size()), host::max_picture_bytes));
            job.type = picture_type(key.media);
        } else {
            model::Media media = TRY(picture_library_.media(wanted.pack, key.media));
            job.bytes = std::move(media.bytes);
            job.type = picture_type(media.type);
        }
        job.width_px = key.width;
        job.height_px = key.height;
        job.css = key.css;
        return devices_.pictures.decode(job);
    };
    Result<host::Bitmap> bitmap = read();
    if (bitmap) return {key, std::move(bitmap).value(), wanted.wall};
    log::error("picture " + key.media + ": " + bitmap.error().what);
    return {key, std::nullopt, wanted.wall};
}

void App::tick() {
    const model::Milliseconds now = devices_.clock.now();
    const auto before = shown_by_time(state_);
    ask(model::reduce(state_, model::Tick{now}));
    if (shown_by_time(state_) != before) dirty_ = true;
    if (next_device().value_or(now + model::Milliseconds{1}) <= now) {
        look_at_hours();
        count();
    }
    if (!momentum_.moving()) return;
    const float by = momentum_.advance(now);
    if (tree_.scroll && by != 0) {
        const float to = tree_.scroll->offset + by;
        if (to <= 0 || to >= tree_.scroll->most) momentum_.stop();
        scroll_to(to);
    }
}

void App::step() {
    tick();
    take_answers();
    if (!running_) return;
    if (dirty_) draw();
    rehearse();
    prove_pack();
}

const ui::Words& App::words(const std::string& language) {
    const auto known = words_.find(language);
    if (known != words_.end()) return known->second;
    ui::Words words;
    for (const std::string& tag :
         {language, language.substr(0, language.find('-')), std::string("de")}) {
        const auto read = [&]() -> Result<ui::Words> {
            return parse_words(TRY(
                devices_.files.read(setup_.share + "/words/" + tag + ".toml", max_words_bytes)));
        };
        Result<ui::Words> found = read();
        if (found) {
            words = std::move(found).value();
            break;
        }
        log::warning("words " + tag + ": " + found.error().what);
    }
    if (setup_.pseudo_locale) words = ui::lengthened(words);
    return words_.emplace(language, std::move(words)).first->second;
}

void App::build_look(const model::State& state) {
    ui::Panel panel = setup_.config.panel;
    panel.px = devices_.screen.size();
    // The settings give the panel as it was measured; a picture that stands upright has the sides
    // exchanged.
    if ((panel.mm.h > panel.mm.w) != (panel.px.h > panel.px.w)) std::swap(panel.mm.w, panel.mm.h);
    const ui::Palette& palette = palettes_[static_cast<std::size_t>(state.preferences.theme)];
    look_.emplace(panel, state.preferences, palette, devices_.layouter.cap_height());
}

ui::Tree App::draw_state(const model::State& state) {
    build_look(state);
    const ui::Touch touch{gestures_.pressed(), keys_used_, state.place().focus,
                          setup_.detailed_tree};
    ui::Ui ui(*look_, words(state.preferences.language), {texts_, icons_, pictures_}, touch,
              frame_.begin(devices_.screen.size()));
    return ui::draw(ui, state);
}

void App::order_pictures(const std::string& pack) {
    for (const ui::PictureKey& key : pictures_.take_wanted()) {
        decoder_.post({place_of(pack), key, false});
    }
}

void App::draw() {
    dirty_ = false;
    // Nothing can be said before the pack or its fault is known.
    if (state_.view.language.empty() && !state_.fault) return;
    const auto began = std::chrono::steady_clock::now();
    // First, since the presenter's view says how many parts it has.
    if (wall_) draw_wall();
    tree_ = draw_state(state_);
    take_parts(tree_);
    devices_.screen.present(frame_.end(), ui::to_rgba(look_->palette.paper));
    ++frames_;
    note_frame(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                   .count());
    if (tree_.scroll && state_.scroll().layout != tree_.scroll->layout) {
        state_.scroll() = tree_.scroll->at(tree_.scroll->offset);
    }
    order_pictures(state_.view.pack);
    texts_.trim();
    pictures_.trim();
}

std::optional<model::Milliseconds> App::sleep() const {
    if (dirty_) return model::Milliseconds{0};
    if (momentum_.moving()) return model::Milliseconds{16};
    std::optional<model::Milliseconds> next = model::next_tick(state_);
    for (const auto& sooner : {next_keeping(), next_device()})
        if (sooner) next = std::min(next.value_or(*sooner), *sooner);
    if (!next) return std::nullopt;
    return std::max(model::Milliseconds{0}, *next - devices_.clock.now());
}

bool App::rests() const {
    return !dirty_ && !content_.busy() && !decoder_.busy() && !state_.journey;
}

bool App::settled() const {
    return rests() && !momentum_.moving() && !(keeping_ && keeping_->busy()) &&
           !(caring_ && caring_->busy());
}

} // namespace foyer::app
