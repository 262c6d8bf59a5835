// SPDX-License-Identifier: EUPL-1.2
// Stage: everything it takes to draw a screen without glass, fonts or a pack, and states that hold
// one of everything a screen can show.
#pragma once

#include "kiosk/ui/frame.h"
#include "kiosk/ui/screens/screens.h"
#include "platform/memory/box_layouter.h"
#include "platform/memory/memory_screen.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::test {

/// A file of the folder assets.
std::string read_asset(const std::string& name);
ui::Words words_of(const std::string& language);
ui::Palette palette_of(model::Theme theme);

struct NamedPanel {
    std::string name;
    ui::Panel panel;
};
/// The panels of the accessibility checklist; the first is the usual one.
const std::vector<NamedPanel>& reference_panels();

/// A flat rectangle that was drawn.
struct Patch {
    Rect rect;
    ui::Colour colour;
};

class Stage {
  public:
    explicit Stage(const ui::Panel& on = reference_panels().front().panel);

    ui::Panel panel;
    model::State state;
    ui::Touch touch;
    ui::Words words = words_of("de");

    /// The screen of `state`, shown.
    ui::Tree draw();
    /// A frame that only `body` draws.
    ui::Tree draw(const std::function<void(ui::Ui&)>& body);
    ui::Look look() const;

    /// What the last frame painted flat in that colour.
    std::vector<Rect> painted(ui::Colour colour) const;
    const platform::MemoryScreen& screen() const { return screen_; }

  private:
    ui::Tree frame(const std::function<ui::Tree(ui::Ui&)>& body);

    platform::ManualClock clock_;
    platform::MemoryScreen screen_;
    platform::BoxLayouter layouter_;
    ui::Frame frame_;
    ui::TextCache texts_;
    ui::Icons icons_;
    ui::Pictures pictures_;
    std::vector<Patch> patches_;
};

struct NamedState {
    std::string name;
    model::State state;
};
/// Each screen with all it can hold, in one language for interface and content.
std::vector<NamedState> all_screens(const std::string& language);
model::State screen(const std::string& name, const std::string& language = "de");

} // namespace foyer::test
