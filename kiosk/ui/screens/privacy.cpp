// SPDX-License-Identifier: EUPL-1.2
// Privacy: what this kiosk counts, how long it keeps that, and what it never knows. What stands
// here is what the tables can hold (kiosk/store/device_tables.h).
#include "kiosk/ui/cards.h"
#include "kiosk/ui/rows.h"
#include "kiosk/ui/screens/screens.h"

namespace foyer::ui {

namespace {

void draw_list(Flow& page, const std::string& key, int count, const char* icon) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("privacy." + key), "privacy." + key, Type::heading3);
    for (int i = 1; i <= count; ++i) {
        const std::string id = key + "." + std::to_string(i);
        draw_line(page, icon, {Type::body, ui.words("privacy." + id), "privacy." + id}, ui.plain());
    }
}

} // namespace

void draw_privacy(Ui& ui, const model::State& state) {
    flow(ui, content_area(ui.look, Width::text), state.place().scroll,
         layout_of(ui.look, state.settings.counting ? "privacy" : "privacy.off"), [&](Flow& page) {
             draw_section(page, ui.words("privacy.title"), "privacy.title", Type::title);
             draw_words(page, {Type::lead, ui.words("privacy.lead"), "privacy.lead"}, ui.plain());
             if (state.settings.counting) {
                 draw_list(page, "counted", 6, "check");
                 draw_list(page, "kept", 3, "clock");
             } else {
                 draw_words(page, {Type::body, ui.words("privacy.off"), "privacy.off"}, ui.plain());
             }
             draw_list(page, "never", 4, "close");
             draw_words(page, {Type::body, ui.words("privacy.class"), "privacy.class"}, ui.plain());
         });
}

} // namespace foyer::ui
