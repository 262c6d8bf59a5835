// SPDX-License-Identifier: EUPL-1.2
// Colours: the tokens of a theme, and the contrast every pair that meets on the screen must have.
#pragma once

#include "kiosk/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::ui {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#0b5394".
Result<Colour> parse_colour(std::string_view text);
std::string to_hex(Colour colour);
/// 0xRRGGBBAA, opaque.
constexpr std::uint32_t to_rgba(Colour colour) {
    return std::uint32_t{colour.r} << 24 | std::uint32_t{colour.g} << 16 |
           std::uint32_t{colour.b} << 8 | 0xFFu;
}

/// `part` of b in a.
Colour mixed(Colour a, Colour b, float part);

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(Colour a, Colour b);

/// The tokens of one theme. Screens name these and never a colour.
struct Palette {
    Colour ink;       ///< text
    Colour muted;     ///< quieter text
    Colour paper;     ///< the background of everything
    Colour soft;      ///< cards, panels, keys
    Colour line;      ///< edges of things that can be touched
    Colour accent;    ///< the one accent: what is selected, what leads on
    Colour on_accent; ///< text on it
    Colour warm;      ///< second accent: marks of words, warnings
    Colour banner;    ///< large surfaces: the attract screen, the head of tall panels
    Colour on_banner; ///< text on it
    Colour mark;      ///< behind words that were searched for
    Colour focus;     ///< outer ring of the focus; the inner one is `paper`
    friend bool operator==(const Palette&, const Palette&) = default;
};

/// The tokens by name, for reading theme files and for the classes of drawings.
struct Token {
    std::string_view name;
    Colour Palette::*colour;
};
const std::array<Token, 12>& tokens();

/// A pair that meets on the screen and the least contrast it must have.
struct Requirement {
    Colour Palette::*front;
    Colour Palette::*back;
    std::string_view what;
    double least;
};
const std::vector<Requirement>& requirements();

/// One sentence for each requirement that the palette misses, e.g. "muted on soft: 3.9, needs 4.5".
/// Empty: it holds.
std::vector<std::string> contrast_problems(const Palette& palette);

/// The style rules that give the classes of content/FORMAT.md ("Figures") their colours.
std::string drawing_css(const Palette& palette);

} // namespace foyer::ui
