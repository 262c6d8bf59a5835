// SPDX-License-Identifier: EUPL-1.2
// Figures for paper: drawings stay lines and shapes, photos keep the pixels a printer can show. It
// decodes what may be hostile, so only a locked process has one.
#pragma once

#include "platform/pdf/figure_reader.h"

namespace foyer::platform::pdf {

class Figures final : public FigureReader {
  public:
    Result<Picture> read(const host::DocumentFigure& figure) override;
};

} // namespace foyer::platform::pdf
