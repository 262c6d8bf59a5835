// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/line_writer.h"

#include "kiosk/base/text.h"

#include <pango/pangofc-font.h>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::platform::pdf {

namespace {

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

/// A run from left to right, as Cairo wants it: glyphs, their letters, and which belong together.
struct Written {
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    std::string letters;

    void add(std::string_view text, std::vector<cairo_glyph_t> cluster) {
        clusters.push_back({static_cast<int>(text.size()), static_cast<int>(cluster.size())});
        glyphs.insert(glyphs.end(), cluster.begin(), cluster.end());
        letters += text;
    }
};

bool is_known(const PangoGlyphItem* run) {
    for (int i = 0; i < run->glyphs->num_glyphs; ++i)
        if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
            run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
            return false;
    return true;
}

/// The space at the end of a line has no glyph; here it gets one, or two lines would be one word.
cairo_glyph_t space_of(PangoFont* font, double x, double baseline) {
    return {pango_fc_font_get_glyph(PANGO_FC_FONT(font), ' '), x, baseline};
}

Written written(PangoGlyphItem* run, const char* text, double x, double baseline) {
    Written out;
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, run, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        std::vector<cairo_glyph_t> cluster;
        const double start = x;
        for (int i = at.start_glyph; i < at.end_glyph; ++i) {
            const PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
            if (glyph.glyph != PANGO_GLYPH_EMPTY)
                cluster.push_back({glyph.glyph, x + points(glyph.geometry.x_offset),
                                   baseline + points(glyph.geometry.y_offset)});
            x += points(glyph.geometry.width);
        }
        const auto length = static_cast<std::size_t>(at.end_index - at.start_index);
        const std::string_view letters(text + at.start_index, length);
        if (cluster.empty() && letters == " ")
            out.add(letters, {space_of(run->item->analysis.font, start, baseline)});
        else if (!cluster.empty())
            out.add(letters, std::move(cluster));
    }
    return out;
}

void show(cairo_t* cr, PangoGlyphItem* run, const char* text, double x, double baseline) {
    PangoFont* font = run->item->analysis.font;
    const bool to_the_left = run->item->analysis.level % 2 != 0;
    if (to_the_left || !PANGO_IS_CAIRO_FONT(font) || !PANGO_IS_FC_FONT(font) || !is_known(run)) {
        cairo_move_to(cr, x, baseline);
        pango_cairo_show_glyph_item(cr, text, run);
        return;
    }
    const Written out = written(run, text, x, baseline);
    cairo_set_scaled_font(cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
    cairo_show_text_glyphs(cr, out.letters.data(), static_cast<int>(out.letters.size()),
                           out.glyphs.data(), static_cast<int>(out.glyphs.size()),
                           out.clusters.data(), static_cast<int>(out.clusters.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
}

} // namespace

void write_line(cairo_t* cr, PangoLayoutLine* line, double x, double baseline) {
    const char* text = pango_layout_get_text(line->layout);
    for (const GSList* at = line->runs; at; at = at->next) {
        auto* run = static_cast<PangoGlyphItem*>(at->data);
        show(cr, run, text, x + points(run->start_x_offset), baseline - points(run->y_offset));
        x += points(pango_glyph_string_get_width(run->glyphs));
    }
}

} // namespace foyer::platform::pdf
