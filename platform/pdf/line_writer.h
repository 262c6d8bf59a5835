// SPDX-License-Identifier: EUPL-1.2
// Lines of text that can be searched, copied and read aloud: beside every glyph the file keeps the
// letters it stands for. Pango's own drawing loses the space at the end of a line, and keeps
// letters that nobody sees, such as soft hyphens, as marks that some readers stumble over.
#pragma once

#include <pango/pangocairo.h>

namespace foyer::platform::pdf {

/// Draws `line` in the colour that `cr` has, its left end at `x`.
void write_line(cairo_t* cr, PangoLayoutLine* line, double x, double baseline);

} // namespace foyer::platform::pdf
