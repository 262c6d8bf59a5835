// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/flow.h"

#include <algorithm>

namespace foyer::ui {

Rect Flow::take(float height) {
    const Rect rect{x(), y(), width(), height};
    cursor_ += height;
    return rect;
}

void flow(Ui& ui, Rect area, const model::Scroll& scroll, std::size_t layout,
          const std::function<void(Flow&)>& body) {
    ScrollArea found{area, 0, 0, layout, {}};
    const auto run = [&](float offset) {
        Flow one(ui, area, offset);
        ui.begin_scroll(area);
        body(one);
        found.tops = one.tops();
        found.most = std::max(0.0f, one.cursor() - area.h);
        found.offset = offset;
        ui.end_scroll(found);
    };
    float offset = scroll.offset_px;
    if (scroll.layout != layout) {
        ui.measure_only();
        run(0);
        ui.draw_again();
        offset = found.offset_of(scroll);
    }
    run(offset);
    // A fine line where the content goes on below.
    if (offset + 0.5f < found.most) {
        ui.fill({area.x, area.bottom() - ui.look.edge, area.w, ui.look.edge}, ui.look.palette.line);
    }
}

std::size_t layout_of(const Look& look, const std::string& content) {
    std::size_t seed = std::hash<std::string>{}(content + "|" + look.language);
    const auto mix = [&](float value) { seed = seed * 1000003 ^ std::hash<float>{}(value); };
    for (const float value : {look.screen.w, look.screen.h, look.stage.y, look.stage.h,
                              static_cast<float>(look.size)}) {
        mix(value);
    }
    return seed | 1; // 0 means: none
}

} // namespace foyer::ui
