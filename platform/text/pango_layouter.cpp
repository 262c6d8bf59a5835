// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/pango_layouter.h"

#include "platform/text/pango_block.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fontconfig/fontconfig.h>
#include <harfbuzz/hb-ot.h>
#include <map>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace foyer::platform {

namespace {

constexpr const char* families = "Inter, Noto Sans, Noto Sans Arabic, Noto Sans Symbols, "
                                 "Noto Sans Symbols 2, Noto Sans Math";
constexpr const char* code_families = "Noto Sans Mono, Noto Sans, Noto Sans Arabic";
constexpr double raised_scale = 0.66;
constexpr float hyphen_em = 0.5f; ///< no font of ours has a wider one
constexpr double raised_by_em = 0.33;

struct FontDescriptionFree {
    void operator()(PangoFontDescription* d) const { pango_font_description_free(d); }
};
using FontDescription = std::unique_ptr<PangoFontDescription, FontDescriptionFree>;

PangoWeight weight_of(host::Weight weight) {
    switch (weight) {
    case host::Weight::regular: return PANGO_WEIGHT_NORMAL;
    case host::Weight::medium: return PANGO_WEIGHT_MEDIUM;
    case host::Weight::bold: return PANGO_WEIGHT_BOLD;
    }
    return PANGO_WEIGHT_NORMAL;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::uint32_t begin, std::uint32_t end) {
    attribute->start_index = begin;
    attribute->end_index = end;
    pango_attr_list_insert(list, attribute);
}

PangoAttrList* attributes_of(const host::TextSpec& spec, const PlainText& plain) {
    PangoAttrList* list = pango_attr_list_new();
    for (const host::TextSpan& span : spec.spans) {
        const std::uint32_t a = plain.from_original(span.begin), b = plain.from_original(span.end);
        if (a >= b) continue;
        if (span.code) add(list, pango_attr_family_new(code_families), a, b);
        if (span.bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), a, b);
        if (span.italic) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), a, b);
        if (span.raised) {
            const double rise = raised_by_em * static_cast<double>(spec.em_px) * PANGO_SCALE;
            add(list, pango_attr_scale_new(raised_scale), a, b);
            add(list, pango_attr_rise_new(static_cast<int>(rise)), a, b);
        }
    }
    return list;
}

/// Positions between pixels and unhinted shapes: the same text looks the same at every scale, and a
/// paragraph is as wide as its letters say.
void set_rendering(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
}

/// From the OS/2 table of the first font; 0 when there is none.
float measured_cap_height(PangoContext* context) {
    const FontDescription wanted(pango_font_description_from_string(families));
    pango_font_description_set_absolute_size(wanted.get(), 16 * PANGO_SCALE);
    const GOwned<PangoFont> font(pango_context_load_font(context, wanted.get()));
    if (!font) return 0;
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font.get()));
    hb_font_t* unscaled = hb_font_create(face);
    hb_position_t height = 0;
    hb_ot_metrics_get_position_with_fallback(unscaled, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
    const auto em = static_cast<float>(hb_face_get_upem(face));
    hb_font_destroy(unscaled);
    return static_cast<float>(height) / em;
}

Result<void> use_fonts_of(const std::string& fontconfig_file) {
    FcConfig* config = FcConfigCreate();
    // fontconfig looks for a relative name in /etc/fonts.
    const std::string path = std::filesystem::absolute(fontconfig_file).string();
    const auto* name = reinterpret_cast<const FcChar8*>(path.c_str());
    const bool loaded = FcConfigParseAndLoad(config, name, FcTrue) && FcConfigBuildFonts(config);
    const FcFontSet* fonts = loaded ? FcConfigGetFonts(config, FcSetSystem) : nullptr;
    if (!fonts || fonts->nfont == 0) {
        FcConfigDestroy(config);
        return {Errc::not_found, "no font of " + fontconfig_file + " is installed"};
    }
    // Current before the first font map is made: Pango would start a thread that loads the
    // system's own configuration, two thousand fonts on a usual desktop.
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
    return {};
}

} // namespace

struct PangoLayouter::Fonts {
    GOwned<PangoFontMap> map;
    std::map<std::pair<std::string, host::Direction>, GOwned<PangoContext>> contexts;
    float cap_height = 0;

    PangoContext* context(const std::string& language, host::Direction direction) {
        GOwned<PangoContext>& held = contexts[{language, direction}];
        if (held) return held.get();
        held.reset(pango_font_map_create_context(map.get()));
        set_rendering(held.get());
        pango_context_set_language(held.get(), pango_language_from_string(language.c_str()));
        pango_context_set_base_dir(held.get(), direction == host::Direction::right_to_left
                                                   ? PANGO_DIRECTION_RTL
                                                   : PANGO_DIRECTION_LTR);
        return held.get();
    }
};

PangoLayouter::PangoLayouter(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
PangoLayouter::~PangoLayouter() = default;

Result<std::unique_ptr<PangoLayouter>> PangoLayouter::create(const std::string& fontconfig_file) {
    TRY(use_fonts_of(fontconfig_file));
    auto fonts = std::make_unique<Fonts>();
    fonts->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!fonts->map) return {Errc::unreadable, "Cairo was built without FreeType"};
    fonts->cap_height = measured_cap_height(fonts->context("de", host::Direction::left_to_right));
    if (fonts->cap_height <= 0) return {Errc::damaged, "no font tells the height of its capitals"};
    return std::unique_ptr<PangoLayouter>(new PangoLayouter(std::move(fonts)));
}

std::unique_ptr<host::TextBlock> PangoLayouter::layout(const host::TextSpec& spec) {
    return block(spec);
}

std::unique_ptr<PangoBlock> PangoLayouter::block(const host::TextSpec& spec) {
    std::unique_ptr<PangoBlock> block = lay_out(spec, Breaks::between_words);
    if (!spec.may_break_words || !block->overflows()) return block;
    return lay_out(spec, Breaks::anywhere);
}

std::unique_ptr<PangoBlock> PangoLayouter::lay_out(const host::TextSpec& spec, Breaks breaks) {
    const bool simple = spec.language == "de-simple";
    PlainText text = simple ? plain(spec.text) : PlainText{spec.text, {}};
    const std::string language = simple ? "de" : spec.language;
    GOwned<PangoLayout> layout(pango_layout_new(fonts_->context(language, spec.direction)));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(),
                          breaks == Breaks::anywhere ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
    // Pango adds the hyphen of a break between any two letters after it has measured the line.
    const float kept = breaks == Breaks::anywhere ? hyphen_em * spec.em_px : 0;
    if (spec.width_px > 0)
        pango_layout_set_width(
            layout.get(), static_cast<int>(std::max(0.0f, spec.width_px - kept) * PANGO_SCALE));
    const FontDescription font(pango_font_description_from_string(families));
    pango_font_description_set_weight(font.get(), weight_of(spec.weight));
    pango_font_description_set_absolute_size(
        font.get(), std::round(static_cast<double>(spec.em_px) * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font.get());
    PangoAttrList* attributes = attributes_of(spec, text);
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), text.text.data(), static_cast<int>(text.text.size()));
    return std::make_unique<PangoBlock>(std::move(layout), std::move(text), spec,
                                        fonts_->cap_height);
}

float PangoLayouter::cap_height() const { return fonts_->cap_height; }

} // namespace foyer::platform
