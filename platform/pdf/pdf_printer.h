// SPDX-License-Identifier: EUPL-1.2
// Documents as PDF files, by Pango and Cairo: tagged, with bookmarks and links, all fonts inside.
// What Cairo cannot write, the language and the alternative texts of figures, is added behind its
// file (finishing.h).
#pragma once

#include "kiosk/host/document.h"
#include "platform/pdf/figure_reader.h"
#include "platform/text/pango_layouter.h"

namespace foyer::platform {

/// As the layouter: one thread at a time, and a layouter of its own if that is not the thread that
/// draws.
class PdfPrinter final : public host::Printer {
  public:
    /// Both must outlive the printer. Without `figures` their alt texts stand in for them.
    explicit PdfPrinter(PangoLayouter& layouter, pdf::FigureReader* figures = nullptr)
        : layouter_(layouter), figures_(figures) {}

    Result<std::string> pdf(const host::Document& document) override;

    static constexpr std::size_t max_pages = 500;

  private:
    PangoLayouter& layouter_;
    pdf::FigureReader* figures_;
};

} // namespace foyer::platform
