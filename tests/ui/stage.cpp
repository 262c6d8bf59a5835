// SPDX-License-Identifier: EUPL-1.2
#include "tests/ui/stage.h"

#include "kiosk/app/config.h"

#include <imgui.h>

#include <fstream>
#include <iterator>

namespace foyer::test {

std::string read_asset(const std::string& name) {
    std::ifstream file(std::string(ASSETS "/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

ui::Words words_of(const std::string& language) {
    return app::parse_words(read_asset("words/" + language + ".toml")).value();
}

ui::Palette palette_of(model::Theme theme) {
    static const app::Palettes all = app::parse_theme(read_asset("theme.toml")).value();
    return all[static_cast<std::size_t>(theme)];
}

const std::vector<NamedPanel>& reference_panels() {
    static const std::vector<NamedPanel> all = {
        {"21.5 inches", {{1920, 1080}, {476, 268}, 850, 600}},
        {"21.5 inches upright", {{1080, 1920}, {268, 476}, 850, 600}},
#ifndef __SANITIZE_ADDRESS__ // each costs half a minute there, and runs no other line
        {"32 inches", {{3840, 2160}, {708, 398}, 850, 600}},
        {"10 inches", {{1280, 800}, {217, 136}, 850, 600}},
#endif
        {"7 inches", {{800, 480}, {152, 91}, 850, 400}}};
    return all;
}

namespace {

ui::Colour unpacked(ImU32 colour) {
    const auto channel = [&](int shift) { return static_cast<std::uint8_t>(colour >> shift); };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT)};
}

/// Dear ImGui makes a flat rectangle of four vertices, clockwise from the upper left.
std::vector<Patch> patches_in(const ImDrawData& frame) {
    std::vector<Patch> patches;
    for (const ImDrawList* list : frame.CmdLists) {
        const ImVector<ImDrawVert>& v = list->VtxBuffer;
        for (int i = 0; i + 3 < v.Size; ++i) {
            const ImVec2 a = v[i].pos, b = v[i + 1].pos, c = v[i + 2].pos, d = v[i + 3].pos;
            const bool is_rect = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x &&
                                 c.x > a.x && c.y > a.y && v[i].col == v[i + 2].col;
            if (!is_rect) continue;
            patches.push_back({{a.x, a.y, c.x - a.x, c.y - a.y}, unpacked(v[i].col)});
            i += 3;
        }
    }
    return patches;
}

} // namespace

Stage::Stage(const ui::Panel& on)
    : panel(on),
      screen_(clock_, on.px),
      texts_(layouter_, screen_, 64u << 20),
      icons_({}, screen_),
      pictures_(screen_, 1u << 20) {
    touch.facts = true;
}

ui::Look Stage::look() const {
    return {panel, state.preferences, palette_of(state.preferences.theme), layouter_.cap_height()};
}

ui::Tree Stage::frame(const std::function<ui::Tree(ui::Ui&)>& body) {
    const ui::Look shown = look();
    ui::Ui ui(shown, words, {texts_, icons_, pictures_}, touch, frame_.begin(panel.px));
    ui::Tree tree = body(ui);
    const ImDrawData& data = frame_.end();
    patches_ = patches_in(data);
    screen_.present(data, 0);
    texts_.trim();
    pictures_.trim();
    return tree;
}

ui::Tree Stage::draw() {
    return frame([this](ui::Ui& ui) { return ui::draw(ui, state); });
}

ui::Tree Stage::draw(const std::function<void(ui::Ui&)>& body) {
    return frame([&](ui::Ui& ui) {
        body(ui);
        return ui.finish();
    });
}

std::vector<Rect> Stage::painted(ui::Colour colour) const {
    std::vector<Rect> found;
    for (const Patch& patch : patches_) {
        if (patch.colour == colour) found.push_back(patch.rect);
    }
    return found;
}

} // namespace foyer::test
