// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/look.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

// Heights of capitals over the viewing distance (ACCESS.md 2.3).
constexpr float standard_text = 1.0f / 120; // comfortable reading
constexpr float least_text = 1.0f / 155;    // ASR A6
constexpr float large_text = 0.01222f;      // 0.7 degrees, EN 301 549 5.1.4
constexpr float very_large_text = 1.0f / 60;
constexpr float least_control_mm = 4.8f; // Section 508 402.4
constexpr float simple_factor = 1.2f;    // BITV Anlage 2: Leichte Sprache

// Heights above the floor (ACCESS.md TO-08).
constexpr float highest_target_mm = 1220;
constexpr float highest_target_in_reach_mode_mm = 1100;

/// Widths of a drawing to one em of its smallest letters (content/FORMAT.md, "Figures").
constexpr float figure_letters = 28;

/// Average advance of a character of running text, in em. Inter, German: measured over the bundled
/// pack.
constexpr float character_em = 0.53f;
constexpr float characters_per_line = 58;

/// From where a panel is touched.
constexpr float at_hand_mm = 600;

} // namespace

Look::Look(const Panel& on, const model::Preferences& preferences, const Palette& colours,
           float cap_height)
    : panel(on),
      palette(colours),
      language(preferences.language),
      right_to_left(model::is_right_to_left(preferences.language)),
      simple(preferences.language == "de-simple"),
      size(preferences.size),
      cap_height_(cap_height) {
    primary = std::ceil(mm(20));
    secondary = std::ceil(mm(15));
    gap = std::ceil(mm(3));
    margin = std::ceil(mm(std::clamp(std::min(panel.mm.w, panel.mm.h) * 0.045f, 5.0f, 12.0f)));
    padding = std::ceil(mm(std::clamp(std::min(panel.mm.w, panel.mm.h) * 0.025f, 3.0f, 6.0f)));
    radius = std::round(mm(2));
    edge = std::max(1.0f, std::round(mm(0.4f)));
    ring = std::max(2.0f, std::ceil(mm(1)));
    set_type();
    set_places(preferences.reach);
}

void Look::set_type() {
    const float distance = panel.distance_mm;
    const float body = distance *
                       (size == 0   ? standard_text
                        : size == 1 ? large_text
                                    : very_large_text) *
                       (simple && size == 0 ? simple_factor : 1);
    const float least = size == 0 ? distance * least_text : distance * large_text;
    const float control =
        std::max({least_control_mm, least, std::min(body, distance * large_text)});
    // Headlines grow less than the text does: at the largest step they would leave no room for it.
    const float growth = size == 0 ? 1.0f : size == 1 ? 0.8f : 0.66f;
    const auto above = [&](float factor) { return body * (1 + (factor - 1) * growth); };
    const float open = simple ? 1.55f : 1.45f;
    using enum host::Weight;
    steps_ = {{{std::max(least, body * 0.86f), open, regular},
               {body, open, regular},
               {above(1.16f), open, regular},
               {control, 1.2f, medium},
               {above(1.12f), 1.4f, bold},
               {above(1.38f), 1.3f, bold},
               {above(1.85f), 1.22f, bold},
               {above(2.7f), 1.15f, bold}}};
    if (panel.mm.w < 160) {
        steps_[static_cast<std::size_t>(Type::title)].cap_mm = above(1.5f);
        steps_[static_cast<std::size_t>(Type::display)].cap_mm = above(1.9f);
    }
}

void Look::set_places(bool reach) {
    screen = {0, 0, panel.px.w, panel.px.h};
    const float bezel =
        std::ceil(mm(panel.mm.h < 120   ? 2
                     : panel.mm.h < 200 ? 3
                                        : 5)); // no target touches the edge of the panel
    bar_rows = panel.mm.h >= 200 && (panel.upright() || size > 0) ? 2 : 1;
    const float lines = bar_rows == 2 && !panel.upright() ? 1 : 2; // of a label
    const float row = panel.mm.h < 200
                          ? secondary
                          : std::max(secondary, std::ceil(lines * line_px(Type::label) + mm(4)));
    const float bar_height =
        row * static_cast<float>(bar_rows) + gap * static_cast<float>(bar_rows - 1);
    bar = {bezel, panel.px.h - bezel - bar_height, panel.px.w - 2 * bezel, bar_height};
    float top = 0;
    const auto height_above_floor = [&](float y) {
        return panel.mount_bottom_mm + (panel.px.h - y) / panel.px_per_mm();
    };
    const float highest = reach ? highest_target_in_reach_mode_mm : highest_target_mm;
    if (height_above_floor(0) > highest) top = mm(height_above_floor(0) - highest);
    if (reach && panel.upright()) top = std::max(top, panel.px.h * 0.42f);
    // A stage needs room for a card and the keyboard; the panel's own height sets the limit.
    top = std::floor(std::min(top, panel.px.h * 0.5f));
    if (panel.upright()) {
        nav = {bezel, bar.y - gap - primary, panel.px.w - 2 * bezel, primary};
        paging = {};
        stage = {0, top, panel.px.w, nav.y - gap - top};
    } else {
        // One rail at the end of the line carries all five buttons; where the panel is too low for
        // that, up and down stand there alone and the others at its beginning.
        const float rail = std::max(primary, std::ceil(mm(panel.mm.w > 300 ? 44 : 20)));
        const float height = bar.y - gap - top - bezel;
        const Rect end{panel.px.w - bezel - rail, top + bezel, rail, height};
        const bool one = height >= 5 * primary + 4 * gap;
        nav = one ? end : Rect{bezel, end.y, rail, height};
        paging = one ? Rect{} : end;
        const float begin = one ? 0 : nav.right() + gap;
        stage = {begin, top, end.x - gap - begin, bar.y - gap - top};
    }
    banner = {0, 0, panel.px.w, top};
}

Rect Look::keyboard(float height) const {
    const float y = panel.upright() ? stage.bottom() - height : bar.y - gap - height;
    if (keyboard_under_rails()) return {bar.x, y, bar.w, height};
    // Between two rails the stage keeps its distance already, and each key needs the width.
    const float inset = stage.x > 0 ? 0 : gap;
    return {stage.x + inset, y, stage.w - 2 * inset, height};
}

float Look::em_px(Type type) const {
    return std::round(mm(step(type).cap_mm) / cap_height_ * 2) / 2;
}

float Look::measure_px() const { return em_px(Type::body) * character_em * characters_per_line; }

Look Look::seen_from(float distance_mm, Size px, Size mm) const {
    const float near = at_hand_mm / distance_mm;
    model::Preferences preferences;
    preferences.language = language;
    preferences.size = 1;
    return {{px, {mm.w * near, mm.h * near}, 0, at_hand_mm}, preferences, palette, cap_height_};
}

float Look::reach_mm(float width_mm, float characters) const {
    return width_mm / (characters * character_em) * cap_height_ / large_text;
}

float Look::least_em_px() const {
    return std::ceil(mm(panel.distance_mm * least_text) / cap_height_);
}

float Look::least_figure_px() const {
    return mm(panel.distance_mm * least_text) / cap_height_ * figure_letters;
}

host::TextSpec Look::text(Type type, std::string words, float width_px) const {
    return text(type, std::move(words), width_px, language);
}

host::TextSpec Look::text(Type type, std::string words, float width_px,
                          const std::string& in_language) const {
    host::TextSpec spec;
    spec.text = std::move(words);
    spec.language = in_language;
    spec.em_px = em_px(type);
    spec.line_height = step(type).line_height;
    spec.weight = step(type).weight;
    // Leichte Sprache never divides a word (BITV Anlage 2).
    spec.may_break_words = in_language != "de-simple";
    spec.hyphens = spec.weight == host::Weight::regular ? host::Hyphens::everywhere
                                                        : host::Hyphens::when_needed;
    spec.width_px = std::floor(width_px);
    spec.direction = model::is_right_to_left(in_language) ? host::Direction::right_to_left
                                                          : host::Direction::left_to_right;
    return spec;
}

} // namespace foyer::ui
