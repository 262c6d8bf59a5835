// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/pango_block.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>
#include <span>

namespace foyer::platform {

namespace {

float to_px(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

PangoLayoutLine* line_at(PangoLayout* layout, std::size_t index) {
    return pango_layout_get_line_readonly(layout, static_cast<int>(index));
}

float advance(PangoLayoutLine* line) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    return to_px(logical.width);
}

std::uint32_t offset_of(const PangoGlyphItem* run) {
    return static_cast<std::uint32_t>(run->item->offset);
}

/// The run that is read last, which is not the one furthest right where directions mix.
bool ends_in_hyphen(const PangoLayoutLine* line) {
    const PangoGlyphItem* last = nullptr;
    for (const GSList* at = line->runs; at; at = at->next) {
        const auto* run = static_cast<const PangoGlyphItem*>(at->data);
        if (!last || offset_of(run) > offset_of(last)) last = run;
    }
    return last && (last->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) != 0;
}

/// Widens the last box when `box` follows it without a gap: runs end where fonts change, and that
/// is nobody's business outside.
void add_joined(std::vector<Rect>& boxes, std::size_t first_of_line, const Rect& box) {
    if (boxes.size() > first_of_line && std::abs(boxes.back().right() - box.x) < 0.5f)
        boxes.back().w = box.right() - boxes.back().x;
    else
        boxes.push_back(box);
}

} // namespace

std::uint32_t PlainText::to_original(std::uint32_t offset) const {
    const auto before = std::lower_bound(cuts.begin(), cuts.end(), offset) - cuts.begin();
    return offset + static_cast<std::uint32_t>(before) *
                        static_cast<std::uint32_t>(text::soft_hyphen.size());
}

std::uint32_t PlainText::from_original(std::uint32_t offset) const {
    const auto cut_bytes = static_cast<std::uint32_t>(text::soft_hyphen.size());
    std::uint32_t removed = 0;
    for (const std::uint32_t cut : cuts) {
        if (cut + removed >= offset) break;
        removed += std::min(cut_bytes, offset - cut - removed);
    }
    return offset - removed;
}

PlainText plain(const std::string& text) {
    PlainText out;
    std::size_t from = 0;
    for (std::size_t at; (at = text.find(text::soft_hyphen, from)) != std::string::npos;) {
        out.text.append(text, from, at - from);
        out.cuts.push_back(static_cast<std::uint32_t>(out.text.size()));
        from = at + text::soft_hyphen.size();
    }
    out.text.append(text, from);
    return out;
}

PangoBlock::PangoBlock(GOwned<PangoLayout> layout, PlainText plain, const host::TextSpec& spec,
                       float cap_height)
    : layout_(std::move(layout)), plain_(std::move(plain)) {
    const float line_px = spec.line_height * spec.em_px;
    const auto count = static_cast<std::size_t>(pango_layout_get_line_count(layout_.get()));
    std::vector<float> widths(count);
    for (std::size_t i = 0; i < count; ++i) {
        widths[i] = advance(line_at(layout_.get(), i));
        size_.w = std::max(size_.w, widths[i]);
    }
    // A thousandth of a pixel may be lost on the way to Pango's units and back.
    overflows_ = spec.width_px > 0 && size_.w > spec.width_px + 0.01f;
    size_.h = line_px * static_cast<float>(count);
    lines_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const PangoLayoutLine* line = line_at(layout_.get(), i);
        const auto begin = static_cast<std::uint32_t>(line->start_index);
        const auto end = begin + static_cast<std::uint32_t>(line->length);
        const float top = line_px * static_cast<float>(i);
        host::TextLine out;
        out.begin = plain_.to_original(begin);
        out.end = plain_.to_original(end);
        out.rect = {shift(spec, widths[i]), top, widths[i], line_px};
        out.baseline = std::round(top + (line_px + cap_height * spec.em_px) / 2);
        out.hyphen = ends_in_hyphen(line);
        lines_.push_back(out);
    }
}

float PangoBlock::shift(const host::TextSpec& spec, float line_width) const {
    const float room = size_.w - line_width;
    if (spec.align == host::Align::centre) return room / 2;
    const bool to_the_right =
        (spec.align == host::Align::end) != (spec.direction == host::Direction::right_to_left);
    return to_the_right ? room : 0;
}

std::vector<Rect> PangoBlock::rects(std::uint32_t begin, std::uint32_t end) const {
    const int from = static_cast<int>(plain_.from_original(begin));
    const int to = static_cast<int>(plain_.from_original(end));
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const std::size_t first = boxes.size();
        float x = lines_[i].rect.x;
        for (const GSList* at = line_at(layout_.get(), i)->runs; at; at = at->next) {
            const auto* run = static_cast<const PangoGlyphItem*>(at->data);
            const PangoItem* item = run->item;
            const int a = std::clamp(from - item->offset, 0, item->length);
            const int b = std::clamp(to - item->offset, 0, item->length);
            const float run_x = x;
            x += to_px(pango_glyph_string_get_width(run->glyphs));
            if (a >= b) continue;
            auto* analysis = const_cast<PangoAnalysis*>(&item->analysis);
            const char* text = plain_.text.c_str() + item->offset;
            int x0 = 0, x1 = 0;
            pango_glyph_string_index_to_x(run->glyphs, text, item->length, analysis, a, FALSE, &x0);
            pango_glyph_string_index_to_x(run->glyphs, text, item->length, analysis, b, FALSE, &x1);
            const auto [left, right] = std::minmax(x0, x1);
            add_joined(
                boxes, first,
                {run_x + to_px(left), lines_[i].rect.y, to_px(right - left), lines_[i].rect.h});
        }
    }
    return boxes;
}

int PangoBlock::missing_glyphs() const {
    return pango_layout_get_unknown_glyphs_count(layout_.get());
}

std::vector<ShapedGlyph> PangoBlock::glyphs(std::size_t line) const {
    std::vector<ShapedGlyph> out;
    for (const GSList* at = line_at(layout_.get(), line)->runs; at; at = at->next) {
        const auto* run = static_cast<const PangoGlyphItem*>(at->data);
        PangoFontDescription* font = pango_font_describe(run->item->analysis.font);
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
            if (glyph == PANGO_GLYPH_EMPTY) continue;
            out.push_back({glyph, pango_font_description_get_family(font)});
        }
        pango_font_description_free(font);
    }
    return out;
}

/// How far the last line's letters reach below `height`: a tight line height leaves no room for a
/// g, and Arabic needs more than any.
int PangoBlock::ink_below(float height) const {
    if (lines_.empty()) return 0;
    PangoRectangle ink;
    pango_layout_line_get_extents(line_at(layout_.get(), lines_.size() - 1), &ink, nullptr);
    const float bottom = lines_.back().baseline + to_px(ink.y + ink.height);
    return std::max(0, static_cast<int>(std::ceil(bottom - height)));
}

PangoLayoutLine* PangoBlock::pango_line(std::size_t line) const {
    return line_at(layout_.get(), line);
}

host::Bitmap PangoBlock::render(int pad) const {
    const int width = static_cast<int>(std::ceil(size_.w)) + 2 * pad;
    const int height =
        static_cast<int>(std::ceil(size_.h)) + pad + std::max(pad, ink_below(std::ceil(size_.h)));
    host::Bitmap out;
    if (width <= 0 || height <= 0) return out;
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* cr = cairo_create(surface);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const float x = lines_[i].rect.x, y = lines_[i].baseline;
        cairo_move_to(cr, pad + static_cast<double>(x), pad + static_cast<double>(y));
        pango_cairo_show_layout_line(cr, line_at(layout_.get(), i));
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        out.width = width;
        out.height = height;
        out.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4,
                        0xFF);
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        const unsigned char* row = cairo_image_surface_get_data(surface);
        std::uint8_t* alpha = out.rgba.data() + 3;
        for (int y = 0; y < height; ++y, row += stride)
            for (int x = 0; x < width; ++x, alpha += 4) *alpha = row[x];
    }
    cairo_surface_destroy(surface);
    return out;
}

} // namespace foyer::platform
