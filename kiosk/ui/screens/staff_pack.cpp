// SPDX-License-Identifier: EUPL-1.2
// The packs of the device, and the way back to the one before.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/staff_parts.h"

#include <algorithm>

namespace foyer::ui {

namespace {

std::string state_words(const Words& words, model::PackEntry::State state) {
    switch (state) {
    case model::PackEntry::State::shown: return words("staff.pack.shown");
    case model::PackEntry::State::previous: return words("staff.pack.previous");
    case model::PackEntry::State::factory: return words("staff.pack.factory");
    case model::PackEntry::State::refused: break;
    }
    return words("staff.pack.refused");
}

bool has_another(const std::vector<model::PackEntry>& packs) {
    return std::any_of(packs.begin(), packs.end(), [](const model::PackEntry& pack) {
        return pack.state == model::PackEntry::State::previous ||
               pack.state == model::PackEntry::State::factory;
    });
}

void draw_outcome(Flow& page, const model::StaffRoom& room) {
    Ui& ui = page.ui;
    const auto tell = [&](const char* icon, const char* key) {
        draw_line(page, icon, {Type::lead, ui.words(key), "staff.back_said", {}, Role::status},
                  ui.plain());
    };
    if (room.asking_back) tell("clock", "staff.going_back");
    if (room.back_error) tell("warning", "staff.no_way_back");
    if (room.went_back) tell("check", "staff.went_back");
}

} // namespace

void draw_staff_pack(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    const Words& words = ui.words;
    draw_section(page, words("staff.pack"), "staff.pack.title");
    draw_outcome(page, state.staff);
    if (state.staff.status) {
        int number = 0;
        for (const model::PackEntry& pack : state.staff.status->packs)
            draw_fact(page, "staff.pack" + std::to_string(number++), state_words(words, pack.state),
                      pack_name(words, pack));
    }
    if (state.staff.status && !has_another(state.staff.status->packs))
        return draw_words(page, {Type::body, words("staff.no_way_back"), "staff.no_way_back"},
                          ui.quiet());
    draw_words(page, {Type::body, words("staff.back_text"), "staff.back_text"}, ui.quiet());
    draw_buttons(page,
                 {labelled(ui, "staff.back", "back",
                           model::StaffAction{model::AskDevice{model::GoBackToPack{}}})},
                 Rank::primary);
}

} // namespace foyer::ui
