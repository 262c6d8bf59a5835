// SPDX-License-Identifier: EUPL-1.2
// How paper looks: A4, one accent colour, the fonts of the kiosk. Everything is points, 1/72 inch.
// Texts are narrower than the page, for lines that can be read and for notes beside them; tables,
// figures and charts may be wider.
#pragma once

#include "kiosk/host/document.h"

namespace foyer::platform::pdf {

constexpr float mm(float millimetres) { return millimetres * 72.0f / 25.4f; }

constexpr float paper_width = mm(210), paper_height = mm(297);
constexpr float margin_start = mm(25), margin_end = mm(20); ///< at the start is room for holes
constexpr float margin_top = mm(20), margin_bottom = mm(25);
constexpr float page_width = paper_width - margin_start - margin_end;
constexpr float page_height = paper_height - margin_top - margin_bottom;
constexpr float text_width = mm(142);
constexpr float footer_y = paper_height - mm(15);

struct Ink {
    double r = 0, g = 0, b = 0;
};
constexpr Ink hex(unsigned rgb) {
    return {static_cast<double>(rgb >> 16 & 255) / 255, static_cast<double>(rgb >> 8 & 255) / 255,
            static_cast<double>(rgb & 255) / 255};
}
/// Those of the kiosk's light theme, on white.
constexpr Ink ink = hex(0x16202c), muted = hex(0x3d4a58), soft = hex(0xf2f1ec),
              hairline = hex(0xc3c8cc), accent = hex(0x0b4f5c);
/// The same for drawings, see content/FORMAT.md.
constexpr const char* drawing_css =
    ".ink{fill:#16202c}.s-ink{stroke:#16202c}.paper{fill:#ffffff}.s-paper{stroke:#ffffff}"
    ".soft{fill:#f2f1ec}.s-soft{stroke:#f2f1ec}.line{fill:#6f7780}.s-line{stroke:#6f7780}"
    ".accent{fill:#0b4f5c}.s-accent{stroke:#0b4f5c}.on-accent{fill:#ffffff}"
    ".s-on-accent{stroke:#ffffff}.warm{fill:#b3491d}.s-warm{stroke:#b3491d}";

/// One kind of letters.
struct Type {
    float em = 10.5f, line_height = 1.45f; ///< the height in em
    host::Weight weight = host::Weight::regular;
    Ink colour = ink;
    float line_pt() const { return em * line_height; }
};

constexpr Type type_of(host::Voice voice) {
    switch (voice) {
    case host::Voice::body: return {};
    case host::Voice::lead: return {12.5f, 1.45f, host::Weight::regular, ink};
    case host::Voice::quiet: return {9.5f, 1.4f, host::Weight::regular, muted};
    case host::Voice::small: return {8.5f, 1.4f, host::Weight::regular, muted};
    case host::Voice::display: return {30, 1.2f, host::Weight::bold, ink};
    }
    return {};
}

constexpr Type heading_type(int level) {
    if (level <= 1) return {23, 1.2f, host::Weight::bold, ink};
    if (level == 2) return {14, 1.3f, host::Weight::bold, accent};
    return {11, 1.35f, host::Weight::bold, ink};
}

} // namespace foyer::platform::pdf
