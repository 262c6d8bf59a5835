// SPDX-License-Identifier: EUPL-1.2
// App: brings events, time and answers to the state, and the state to the screen. The loop is
//   step(); wait until sleep() or an event; handle(event).
// It draws only when something changed; between that it sleeps.
#pragma once

#include "kiosk/app/caretaker.h"
#include "kiosk/app/config.h"
#include "kiosk/app/gestures.h"
#include "kiosk/app/keys.h"
#include "kiosk/app/library.h"
#include "kiosk/app/storekeeper.h"
#include "kiosk/app/tally.h"
#include "kiosk/app/worker.h"
#include "kiosk/host/clock.h"
#include "kiosk/host/pictures.h"
#include "kiosk/host/screen.h"
#include "kiosk/model/reduce.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/screens/screens.h"

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace foyer::app {

/// The outside, as the kiosk sees it. All of it outlives the App.
struct Devices {
    host::Screen& screen;
    host::TextLayouter& layouter;
    const host::Clock& clock;
    host::Files& files;
    host::Pictures& pictures;   ///< used by the picture worker only
    host::Disk* disk = nullptr; ///< where the note is kept; needed with a store only
    Desk* desk = nullptr;       ///< without one nothing is kept, and there is no staff room
};

/// With what it starts.
struct Setup {
    Config config;
    std::string pack;                ///< path; with a store: the one that came with the device
    std::string store;               ///< folder of the updater's packs, or empty
    std::string state;               ///< folder of what the kiosk keeps; needed with a store
    std::string share;               ///< folder of words, icons, themes
    std::optional<std::string> page; ///< open this one instead of the attract screen
    std::optional<model::Preferences>
        preferences;            ///< instead of those of the settings, until the first idle
    bool leave_by_key = true;   ///< Ctrl+Q ends the program (never on the appliance)
    bool pseudo_locale = false; ///< words of the interface 60 % longer, for tests
    bool detailed_tree = false; ///< nodes carry what the checks measure
};

/// Files that others write.
enum class Watched : unsigned { pack = 1, current = 2, update = 4 };

/// UI thread, but for changed().
class App {
  public:
    App(const Devices& devices, Setup setup);

    /// Begins reading the pack; call it as early as there is a screen to wake.
    void start();
    void handle(const host::Event& event);
    /// Takes answers, moves time on, draws if something changed.
    void step();
    /// How long the loop may sleep. Empty: until something happens.
    std::optional<model::Milliseconds> sleep() const;
    bool running() const { return running_; }
    void quit() { running_ = false; }
    /// It ended because staff want it to begin again.
    bool restarts() const { return restarts_; }
    /// After the last step: what a pack did not bring down is written down.
    void finish();

    /// This file may have been replaced. Any thread.
    void changed(Watched file);

    // For the control protocol and tests.
    const model::State& state() const { return state_; }
    const ui::Tree& tree() const { return tree_; }
    const ui::Look& look() const { return *look_; }
    /// Of what the room sees; null: there is no projector, or nothing was drawn on it yet.
    const ui::Tree* wall_tree() const { return wall_ && wall_->look ? &wall_->tree : nullptr; }
    const ui::Look& wall_look() const { return *wall_->look; }
    host::Screen& screen() { return devices_.screen; }
    /// No job, no movement, no change that is not on the screen.
    bool settled() const;
    std::uint64_t frames() const { return frames_; }

    /// Asks the caretaker how the device is doing; device() has it once looks() has risen. False:
    /// nobody is there to be asked.
    bool look_around();
    std::uint64_t looks() const { return looks_; }
    const model::DeviceStatus& device() const { return device_; }

  private:
    struct PictureAnswer {
        ui::PictureKey key;
        std::optional<host::Bitmap> bitmap;
        bool wall = false; ///< for the projector
    };
    struct ContentJob {
        PackPlace pack;
        model::Request request;
    };
    struct ContentAnswer {
        std::string pack;
        std::optional<model::Action> action;
    };
    struct PictureJob {
        PackPlace pack;
        ui::PictureKey key;
        bool wall = false; ///< for the projector
    };
    /// What a second display needs while it is there.
    struct Wall {
        Wall(const Devices& devices, host::Surface& on, host::IconSheet sheet);
        host::Surface& surface;
        ui::TextCache texts;
        ui::Icons icons;
        ui::Pictures pictures;
        ui::Tree tree;
        std::optional<ui::Look> look; ///< of the last frame
    };
    using ContentWorker = Worker<ContentJob, ContentAnswer>;
    using PictureWorker = Worker<PictureJob, PictureAnswer>;
    using StoreWorker = Worker<StoreJob, StoreAnswer>;
    using CaretakerWorker = Worker<CaretakerJob, CaretakerAnswer>;

    void act(const model::Action& action);
    void ask(const std::vector<model::Request>& requests);
    void ask_device(const model::DeviceRequest& request);
    void take_answers();
    void tick();
    void draw();
    void order_pictures(const std::string& pack);
    void build_look(const model::State& state);
    const ui::Words& words(const std::string& language);
    void pointer(const host::PointerEvent& event);
    void key(const host::KeyEvent& event);
    void typed(const std::string& text);
    void measure_touch(Point at);
    bool pin_key(const host::KeyEvent& event);
    bool click(const host::KeyEvent& event);
    void move_focus(int by);
    void scroll_to(float offset);
    void prefetch(const ui::Node& node);
    void rehearse();
    ui::Tree draw_state(const model::State& state);
    void perform(const ui::Node& node);
    PictureAnswer fetch(const PictureJob& job);
    /// Nothing is under way to the screen.
    bool rests() const;

    // The part that deals with the store (keeping.cpp).
    void open_first();
    PackPlace place_of(const std::string& pack) const;
    void take_changes();
    void take_store_answers();
    void see_update(const store::UpdateFile& file);
    bool gives_way(const std::string& pack, const model::Action& answer);
    void prove_pack();
    std::optional<model::Milliseconds> next_keeping() const;
    void show_pack(const std::string& pack);
    void go_back();

    // The part that shows to a room (wall.cpp).
    void see_projector();
    void draw_wall();
    ui::Look look_of_wall() const;
    void take_parts(const ui::Tree& tree);
    host::IconSheet load_icons() const;

    // The part that deals with the caretaker (device.cpp).
    void write_out(const model::WriteOut& wish);
    std::vector<OutFile> class_papers(int certificates);
    void take_device_answers();
    void count();
    void flush_counts();
    void look_at_hours();
    void note_frame(double milliseconds);
    model::FrameTimes frame_times() const;
    std::optional<model::Milliseconds> next_device() const;
    void finish_device();

    Devices devices_;
    Setup setup_;
    Palettes palettes_;
    model::State state_;
    ui::Frame frame_;
    ui::TextCache texts_;
    ui::Icons icons_;
    ui::Pictures pictures_;
    std::unique_ptr<Wall> wall_; ///< with a projector only
    std::map<std::string, ui::Words> words_;
    std::optional<ui::Look> look_;
    ui::Tree tree_;
    Gestures gestures_;
    Momentum momentum_;
    Keys keys_;
    bool keys_used_ = false;
    bool dirty_ = true;
    bool running_ = true;
    std::atomic<unsigned> changed_ = 0;          ///< bits of Watched
    bool opened_ = false;                        ///< the first page was asked for
    std::string chosen_, proven_;                ///< packs: to be shown, and seen on the screen
    std::optional<model::Milliseconds> settles_; ///< when `proven_` has stood long enough
    bool update_seen_ = false;
    bool update_waits_ = false;                 ///< update.json was changed and not read yet
    std::optional<model::Milliseconds> looked_; ///< when it was read last
    /// Where the finger that is down may lead: read and laid out while it rests, so that the
    /// screen is there when it leaves.
    struct Ahead {
        model::Open open;
        model::Load load;
        std::optional<model::View> view;
        bool rehearsed = false;
    };
    std::optional<Ahead> ahead_;
    int tickets_ahead_ = 0; ///< of loads nobody waits for yet, below 0; real ones count from 1
    std::uint64_t frames_ = 0;
    bool restarts_ = false;
    std::vector<float> frame_ms_; ///< of the last frames, in a ring
    std::size_t next_frame_ms_ = 0;
    model::DeviceStatus device_;
    std::uint64_t looks_ = 0;
    Tally tally_;
    std::optional<model::Milliseconds> hours_due_{0}; ///< when the opening hours are looked at
    Library content_library_, picture_library_;
    ContentWorker content_; // the workers last: they use the rest
    PictureWorker decoder_;
    std::optional<Storekeeper> storekeeper_; ///< with a store only
    std::optional<StoreWorker> keeping_;
    std::optional<Caretaker> caretaker_; ///< with a desk only
    std::optional<CaretakerWorker> caring_;
};

} // namespace foyer::app
