// SPDX-License-Identifier: EUPL-1.2
// Town: a kiosk with a store that a test fills as the updater does.
#pragma once

#include "kiosk/store/pack_writer.h"
#include "kiosk/store/update_file.h"
#include "tests/app/kiosk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>

namespace foyer::test {

/// The packs lie in a folder; what is small, in memory.
struct Town {
    Town() {
        std::filesystem::create_directories(folder.path() + "/packs");
        kiosk.setup.store = folder.path();
        kiosk.setup.state = "/data/kiosk";
        kiosk.card.put_folder("/data");
    }
    ~Town() {
        kiosk.disk.open();
        kiosk.app.reset();
        std::filesystem::remove_all(folder.path());
    }

    TemporaryFile folder{"store"};
    Kiosk kiosk;

    void add(const std::string& pack) {
        model::PackContent content = sample_content();
        content.pages[0].texts.at("de").title = "Dortmund " + pack.substr(0, 3);
        for (model::MediaContent& media : content.media)
            media.media.bytes += "<!-- " + pack + " -->";
        const std::string path = store::pack_path(folder.path(), pack);
        REQUIRE(store::write_pack(content, path));
        kiosk.disk.put(path, "stamp");
    }
    void add_rubbish(const std::string& pack) {
        const std::string path = store::pack_path(folder.path(), pack);
        write_file(path, "no pack at all");
        kiosk.disk.put(path, "stamp");
    }
    /// STORE/current; "" for a slot that is empty.
    void point_to(const std::string& active, const std::string& previous) {
        store::Current current;
        if (!active.empty()) current.active = store::Slot{active, 2};
        if (!previous.empty()) current.previous = store::Slot{previous, 1};
        kiosk.disk.put(store::current_path(folder.path()), store::to_text(current));
        if (!kiosk.app) return;
        kiosk.app->changed(app::Watched::current);
        kiosk.settle();
    }
    void say(const model::UpdateStatus& status) {
        kiosk.disk.put(store::update_path(folder.path()), store::to_json({status, {}}));
        if (kiosk.app) kiosk.app->changed(app::Watched::update);
    }
    /// Starts, and is killed before anything is on the screen.
    void crash() {
        kiosk.disk.let(0);
        kiosk.app.emplace(app::Devices{kiosk.screen, kiosk.layouter, kiosk.clock, kiosk.disk,
                                       kiosk.pictures, &kiosk.card},
                          kiosk.setup);
        kiosk.app->start();
        while (!kiosk.state().journey) {
            kiosk.screen.wait(std::nullopt);
            kiosk.app->step();
        }
        kiosk.disk.wait_for_a_guest();
        kiosk.disk.open();
        kiosk.app.reset();
    }
    store::Note note() const {
        const std::optional<std::string> text = kiosk.card.get("/data/kiosk/note");
        REQUIRE(text);
        const std::optional<store::Note> note = store::parse_note(*text);
        REQUIRE(note);
        return *note;
    }
    const std::string& shown() const { return kiosk.state().view.pack; }
};

} // namespace foyer::test
