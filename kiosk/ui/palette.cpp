// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/palette.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace foyer::ui {

namespace {

/// WCAG 2.2, "relative luminance".
double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

} // namespace

Result<Colour> parse_colour(std::string_view text) {
    unsigned value = 0;
    if (text.size() == 7 && text.front() == '#') {
        const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
        if (error == std::errc{} && end == text.data() + 7) {
            return Colour{static_cast<std::uint8_t>(value >> 16),
                          static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
        }
    }
    return Error{Errc::invalid, "not a colour like #0b5394: " + std::string(text)};
}

std::string to_hex(Colour colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text;
}

Colour mixed(Colour a, Colour b, float part) {
    const auto channel = [&](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(x) * (1 - part) + static_cast<float>(y) * part));
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)};
}

double contrast(Colour a, Colour b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const std::array<Token, 12>& tokens() {
    static const std::array<Token, 12> all = {{{"ink", &Palette::ink},
                                               {"muted", &Palette::muted},
                                               {"paper", &Palette::paper},
                                               {"soft", &Palette::soft},
                                               {"line", &Palette::line},
                                               {"accent", &Palette::accent},
                                               {"on_accent", &Palette::on_accent},
                                               {"warm", &Palette::warm},
                                               {"banner", &Palette::banner},
                                               {"on_banner", &Palette::on_banner},
                                               {"mark", &Palette::mark},
                                               {"focus", &Palette::focus}}};
    return all;
}

const std::vector<Requirement>& requirements() {
    static const std::vector<Requirement> all = {
        {&Palette::ink, &Palette::paper, "ink on paper", 7},
        {&Palette::ink, &Palette::soft, "ink on soft", 7},
        {&Palette::ink, &Palette::mark, "ink on mark", 7},
        {&Palette::muted, &Palette::paper, "muted on paper", 7},
        {&Palette::muted, &Palette::soft, "muted on soft", 4.5},
        {&Palette::on_accent, &Palette::accent, "on_accent on accent", 7},
        {&Palette::on_banner, &Palette::banner, "on_banner on banner", 7},
        {&Palette::accent, &Palette::paper, "accent on paper", 4.5},
        {&Palette::accent, &Palette::soft, "accent on soft", 4.5},
        {&Palette::line, &Palette::paper, "line on paper", 3},
        {&Palette::line, &Palette::soft, "line on soft", 3},
        {&Palette::warm, &Palette::paper, "warm on paper", 3},
        {&Palette::warm, &Palette::soft, "warm on soft", 3},
        {&Palette::focus, &Palette::paper, "focus on paper", 3},
        {&Palette::focus, &Palette::soft, "focus on soft", 3},
    };
    return all;
}

std::vector<std::string> contrast_problems(const Palette& palette) {
    std::vector<std::string> problems;
    for (const Requirement& need : requirements()) {
        const double ratio = contrast(palette.*need.front, palette.*need.back);
        if (ratio >= need.least) continue;
        char line[96];
        std::snprintf(line, sizeof line, "%.*s: %.1f, needs %.1f",
                      static_cast<int>(need.what.size()), need.what.data(), ratio, need.least);
        problems.emplace_back(line);
    }
    return problems;
}

std::string drawing_css(const Palette& palette) {
    struct Class {
        const char* name;
        Colour colour;
    };
    const Class classes[] = {{"ink", palette.ink},       {"paper", palette.paper},
                             {"soft", palette.soft},     {"line", palette.line},
                             {"accent", palette.accent}, {"on-accent", palette.on_accent},
                             {"warm", palette.warm}};
    std::string css;
    for (const Class& c : classes) {
        const std::string hex = to_hex(c.colour);
        css +=
            std::string(".") + c.name + "{fill:" + hex + "}.s-" + c.name + "{stroke:" + hex + "}";
    }
    return css;
}

} // namespace foyer::ui
