// SPDX-License-Identifier: EUPL-1.2
// Texts with something behind or beside them: quotes, key points, code.
#include "platform/pdf/composer.h"

#include "platform/text/pango_block.h"

namespace foyer::platform::pdf {

namespace {

constexpr float bar_width = mm(1.1f), pad = mm(4);

} // namespace

/// Lines with something behind all of them, and room above and below.
void Composer::add_boxed(const PangoBlock* block, const Setting& setting, float padding,
                         const Beneath& beneath) {
    const std::size_t first = out_.pieces.size();
    add_lines(block, setting, beneath);
    const std::size_t last = out_.pieces.size() - 1;
    for (const std::size_t i : {first, last}) {
        Piece& piece = out_.pieces[i];
        piece.height += padding;
        if (i != first) continue;
        piece.draw = [draw = std::move(piece.draw), padding](Canvas& canvas, float top) {
            draw(canvas, top + padding);
        };
    }
}

void Composer::add(const host::DocumentQuote& quote) {
    Setting setting{scaled(type_of(host::Voice::body))};
    setting.tag = quote.key_point ? "P" : "BlockQuote";
    if (quote.key_point) setting.type.weight = host::Weight::medium;
    setting.links = &quote.text.links;
    setting.x = bar_width + pad;
    setting.width = text_width - setting.x - pad;
    const PangoBlock* block = set(quote.text, setting.type, setting.width);
    const float padding = quote.key_point ? mm(3) : mm(0.6f);
    const float height = setting.type.line_pt();
    const std::size_t last = block->lines().size() - 1;
    space(mm(3.5f));
    add_boxed(block, setting, padding,
              [=, key = quote.key_point](Canvas& canvas, float top, std::size_t line_index) {
                  // Neighbours overlap by a hair, or a viewer shows the seam.
                  const float from = top - (line_index == 0 ? padding : 0.2f);
                  const float to = top + height + (line_index == last ? padding : 0.2f);
                  if (key) canvas.fill({0, from, text_width, to - from}, soft);
                  canvas.fill({0, from, bar_width, to - from}, key ? accent : hairline);
              });
    space(mm(4.2f));
}

void Composer::add(const host::DocumentCode& code) {
    Setting setting{scaled({9, 1.4f})};
    setting.tag = "Code";
    setting.x = pad;
    setting.width = text_width - 2 * pad;
    const PangoBlock* block = set({code.text}, setting.type, setting.width, true);
    const float padding = mm(2.5f), height = setting.type.line_pt();
    const std::size_t last = block->lines().size() - 1;
    space(mm(3));
    add_boxed(block, setting, padding, [=](Canvas& canvas, float top, std::size_t index) {
        const float from = top - (index == 0 ? padding : 0.2f);
        const float to = top + height + (index == last ? padding : 0.2f);
        canvas.fill({0, from, text_width, to - from}, soft);
    });
    space(mm(4));
}

} // namespace foyer::platform::pdf
