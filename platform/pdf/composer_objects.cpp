// SPDX-License-Identifier: EUPL-1.2
// What is drawn beside the texts: figures, charts, codes to photograph, lines to write on.
#include "platform/pdf/composer.h"

#include "kiosk/base/text.h"
#include "platform/text/pango_block.h"

#include <algorithm>
#include <cmath>

namespace foyer::platform::pdf {

namespace {

constexpr float highest_figure = page_height * 0.4f;
constexpr float bar_height = mm(4), label_width = page_width * 0.42f;
constexpr std::size_t together = 16; ///< as many bars stay on one page
constexpr int quiet_zone = 4;        ///< modules, ISO/IEC 18004

Size fitted(Size own, float width) {
    const float factor = std::min(width / own.w, highest_figure / own.h);
    return {own.w * factor, own.h * factor};
}

bool is_whole(const host::DocumentCodeSquare& code) {
    const auto side = static_cast<std::size_t>(std::max(code.side, 0));
    return side > 0 && side <= 177 && code.dark.size() == side * side;
}

} // namespace

void Composer::caption(const host::RichText& text, float width) {
    if (text.text.empty()) return;
    Setting setting{scaled(type_of(host::Voice::small))};
    setting.tag = "Caption";
    setting.width = width;
    setting.links = &text.links;
    glue_ = true;
    const std::size_t first = out_.pieces.size();
    add_lines(set(text, setting.type, width), setting);
    for (std::size_t i = first; i < out_.pieces.size(); ++i) out_.pieces[i].glued = true;
}

void Composer::add(const host::DocumentFigure& figure) {
    Result<Picture> picture = figures_
                                  ? figures_->read(figure)
                                  : Result<Picture>(Errc::refused, "figures are not read here");
    if (!picture || picture->size.w <= 0 || picture->size.h <= 0) {
        // Its words stand in for it.
        const std::string words = document_.picture_text.empty()
                                      ? figure.alt
                                      : text::fill(document_.picture_text, {{"text", figure.alt}});
        if (!figure.alt.empty()) add(host::DocumentText{{words}, host::Voice::quiet});
        if (!figure.caption.text.empty())
            add(host::DocumentText{figure.caption, host::Voice::small});
        return;
    }
    const float most = figure.width_mm > 0 ? std::min(mm(figure.width_mm), page_width) : text_width;
    const Size size = fitted(picture->size, most);
    out_.pictures.push_back(std::move(picture).value());
    const Picture* drawn = &out_.pictures.back();
    const std::string* alt = &figure.alt;
    space(mm(5));
    add_piece(size.h).draw = [=](Canvas& canvas, float top) {
        canvas.picture(drawn->surface.get(), drawn->size, {0, top, size.w, size.h}, *alt);
    };
    space(mm(2));
    caption(figure.caption, text_width);
    space(mm(6));
}

void Composer::add(const host::DocumentBars& bars) {
    if (bars.bars.empty()) return;
    const auto first = out_.pieces.size();
    space(mm(5));
    Setting title{scaled({10.5f, 1.35f, host::Weight::bold, ink})};
    title.width = page_width;
    host::RichText words{bars.title};
    if (!bars.unit.empty()) words.text += " (" + bars.unit + ")";
    add_lines(set(words, title.type, title.width), title);
    space(mm(1.5f));
    double most = bars.whole;
    float value_width = 0;
    for (const host::DocumentBar& bar : bars.bars) {
        most = std::max(most, std::abs(bar.value));
        const PangoBlock* shown = set({bar.shown}, scaled({9.5f, 1.35f, host::Weight::medium}), 0);
        value_width = std::max(value_width, shown->size().w);
    }
    open("Table");
    for (const host::DocumentBar& bar : bars.bars) add_bar(bar, most, value_width);
    close("Table");
    space(mm(1.5f));
    caption(bars.note, text_width);
    space(mm(6));
    const bool whole = bars.bars.size() <= together;
    for (std::size_t i = first + 1; i < out_.pieces.size(); ++i)
        out_.pieces[i].glued = out_.pieces[i].glued || whole || i < first + 4;
}

void Composer::add_bar(const host::DocumentBar& bar, double most, float value_width) {
    const Type label_type = scaled({9.5f, 1.35f}),
               value_type = scaled({9.5f, 1.35f, host::Weight::medium});
    const PangoBlock* label = set({bar.label}, label_type, label_width);
    const PangoBlock* value = set({bar.shown}, value_type, 0);
    const float lines = static_cast<float>(label->lines().size()) * label_type.line_pt();
    const float height = lines + mm(1.6f), start = label_width + mm(4);
    const float room = std::max(mm(20), page_width - start - value_width - mm(3));
    const double part = most > 0 ? std::abs(bar.value) / most : 0;
    const float length = std::max(0.6f, room * static_cast<float>(part));
    add_piece(height).draw = [=](Canvas& canvas, float top) {
        const float middle = top + height / 2;
        canvas.fill({start, middle - bar_height / 2, length, bar_height}, accent, 0.8f);
        canvas.begin("TR");
        canvas.begin("TH");
        for (std::size_t i = 0; i < label->lines().size(); ++i) {
            const float y = middle - lines / 2 + static_cast<float>(i) * label_type.line_pt();
            canvas.text(*label, i, {0, y}, label_type, "Span");
        }
        canvas.end("TH");
        canvas.text(*value, 0, {start + length + mm(2), middle - value_type.line_pt() / 2},
                    value_type, "TD");
        canvas.end("TR");
    };
}

/// Large enough for a telephone held by hand, at most as large as a third of the text.
void Composer::add(const host::DocumentCodeSquare& code) {
    if (!is_whole(code)) return add(host::DocumentText{code.text, host::Voice::small});
    const auto modules = static_cast<float>(code.side);
    const float module = std::clamp(mm(30) / modules, mm(0.45f), mm(0.9f));
    const float side = module * modules, zone = module * quiet_zone;
    Setting setting{scaled(type_of(host::Voice::small))};
    setting.x = side + zone + mm(3);
    setting.width = text_width - setting.x;
    const PangoBlock* block = set(code.text, setting.type, setting.width);
    const float lines = static_cast<float>(block->lines().size()) * setting.type.line_pt();
    const float height = std::max(side, lines) + zone;
    space(mm(6));
    add_piece(height).draw = [=, &code, type = setting.type, x = setting.x](Canvas& canvas,
                                                                            float top) {
        canvas.squares(code, {0, top + zone, side, side}, code.text.text);
        canvas.begin("P");
        for (std::size_t i = 0; i < block->lines().size(); ++i) {
            const float y = top + zone + static_cast<float>(i) * type.line_pt();
            canvas.text(*block, i, {x, y}, type, "Span");
        }
        canvas.end("P");
    };
    space(mm(6));
}

void Composer::add(const host::DocumentLines& lines) {
    if (lines.labels.empty()) return;
    const auto count = static_cast<float>(lines.labels.size());
    const bool alone = lines.labels.size() == 1;
    const float apart = mm(10), room = mm(14);
    const float width = alone ? mm(100) : (page_width - apart * (count - 1)) / count;
    const Type type = scaled(type_of(host::Voice::small));
    std::vector<const PangoBlock*> labels;
    std::size_t most = 1;
    for (const std::string& label : lines.labels) {
        labels.push_back(set({label}, type, width));
        most = std::max(most, labels.back()->lines().size());
    }
    const float start =
        alone ? (lines.align == host::Align::centre ? (page_width - width) / 2 : 0) : 0;
    const bool centred = lines.align == host::Align::centre;
    const float height = room + mm(1.5f) + static_cast<float>(most) * type.line_pt();
    add_piece(height).draw = [=](Canvas& canvas, float top) {
        float x = start;
        for (const PangoBlock* label : labels) {
            canvas.fill({x, top + room, width, 0.6f}, muted);
            canvas.begin("P");
            for (std::size_t i = 0; i < label->lines().size(); ++i) {
                const float spare = width - label->lines()[i].rect.w;
                const float y = top + room + mm(1.5f) + static_cast<float>(i) * type.line_pt();
                canvas.text(*label, i, {x + (centred ? spare / 2 : 0), y}, type, "Span");
            }
            canvas.end("P");
            x += width + apart;
        }
    };
    space(mm(3));
}

} // namespace foyer::platform::pdf
