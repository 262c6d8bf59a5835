// SPDX-License-Identifier: EUPL-1.2
// Help: how to use the kiosk, what it offers to whom, and that there is a person to ask.
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <array>
#include <cmath>
#include <utility>

namespace foyer::ui {

void draw_help(Ui& ui, const model::State& state) {
    constexpr std::array<std::pair<const char*, const char*>, 8> parts = {{{"touch", "touch"},
                                                                           {"size", "text-size"},
                                                                           {"theme", "contrast"},
                                                                           {"simple", "simple"},
                                                                           {"language", "language"},
                                                                           {"reach", "reach"},
                                                                           {"keys", "keyboard"},
                                                                           {"person", "people"}}};
    const Look& look = ui.look;
    flow(ui, content_area(look, Width::text), state.place().scroll, layout_of(look, "help"),
         [&](Flow& page) {
             draw_section(page, ui.words("help.title"), "help.title", Type::title);
             const float icon = std::floor(look.mm(look.compact() ? 10 : 14)),
                         indent = icon + look.mm(6);
             for (const auto& [part, picture] : parts) {
                 const std::string key = std::string("help.") + part;
                 page.item();
                 page.skip(look.mm(3));
                 const float top = page.y();
                 ui.icon({page.x(), top, icon, icon}, picture, look.palette.accent);
                 const float width = std::min(page.width() - indent, look.measure_px());
                 const host::TextSpec title =
                     look.text(Type::heading3, ui.words(key + ".title"), width);
                 const host::TextSpec text = look.text(Type::body, ui.words(key + ".text"), width);
                 float height = ui.text({page.x() + indent, top}, title, ui.plain(), key + ".title",
                                        Role::heading, Spoken(ui.words.say(key + ".title"))) +
                                look.mm(1);
                 height +=
                     ui.text({page.x() + indent, top + height}, text, ui.plain(), key + ".text");
                 page.skip(std::max(height, icon) + look.mm(4));
             }
         });
}

} // namespace foyer::ui
