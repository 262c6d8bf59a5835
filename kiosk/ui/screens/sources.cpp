// SPDX-License-Identifier: EUPL-1.2
// The numbered sources at the end of a page, each with a QR code to take along: there are no links
// to follow here.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

void draw_sources(Flow& flow, const model::Page& page) {
    if (page.sources.empty()) return;
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const Words& words = ui.words;
    draw_section(flow, words("page.sources"), "page.sources");
    const host::TextSpec hint =
        look.text(Type::small, words("page.qr_hint"), std::min(flow.width(), look.measure_px()));
    flow.skip(ui.text({flow.x(), flow.y()}, hint, ui.quiet(), "page.qr_hint"));
    flow.skip(look.mm(4));
    const float width = std::min(flow.width(), look.measure_px());
    const float number_width = look.em_px(Type::body) * 2, code = look.mm(30);
    int number = 0;
    for (const model::Source& source : page.sources) {
        const std::string digits = std::to_string(++number), id = "source" + digits;
        flow.item();
        ui.fill({flow.x(), flow.y(), width, look.edge}, look.palette.line);
        flow.skip(look.mm(3));
        const float top = flow.y();
        host::TextSpec digit_spec = look.text(Type::body, digits, 0);
        digit_spec.weight = host::Weight::bold;
        ui.text({flow.x(), top}, digit_spec, ui.plain(), id + ".number");
        const float x = flow.x() + number_width;
        // Beside the words where they keep room, else below them.
        const bool beside = width - number_width - code - look.mm(4) >= look.em_px(Type::body) * 13;
        const float text_width = width - number_width - (beside ? code + look.mm(4) : 0);
        const std::string language = source.language.empty() ? page.card.language : source.language;
        const host::TextSpec title = look.text(Type::body, source.title, text_width, language);
        const std::string date = words.date(source.date);
        const std::string say = words.say("page.source_say", {{"number", digits},
                                                              {"title", source.title},
                                                              {"publisher", source.publisher},
                                                              {"date", date}});
        float y = top + ui.text({x, top}, title, ui.plain(), id, Role::text,
                                Spoken(text::without_soft_hyphens(source.title), say));
        std::string about = source.publisher;
        if (!date.empty()) about += ", " + date;
        about += "\n" + words(std::string("reliability.") + source.reliability);
        const host::TextSpec meta =
            look.text(Type::small, text::with_address_breaks(about), text_width, language);
        y += ui.text({x, y}, meta, ui.quiet(), id + ".about", Role::text,
                     Spoken(text::without_soft_hyphens(about)));
        const float code_y = beside ? top : y + look.mm(2);
        const float drawn =
            draw_qr(ui, {beside ? flow.x() + width - code : x, code_y}, code, source.url,
                    id + ".qr", Spoken(words.say("page.qr", {{"title", source.title}})));
        flow.skip(std::max(y, code_y + drawn) - top + look.mm(4));
    }
    flow.skip(look.mm(3));
}

} // namespace foyer::ui
