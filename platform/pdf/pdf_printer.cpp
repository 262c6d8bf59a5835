// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/pdf_printer.h"

#include "kiosk/base/text.h"
#include "platform/pdf/canvas.h"
#include "platform/pdf/composer.h"
#include "platform/text/pango_block.h"

namespace foyer::platform {

namespace {

using namespace pdf;

class Pages {
  public:
    Pages(const host::Document& document, PangoLayouter& layouter)
        : document_(document), layouter_(layouter), canvas_(document) {}

    Result<std::string> draw(const Composition& composition) {
        const std::vector<PlacedPage> pages = paged(composition.pieces, page_height);
        if (pages.size() > PdfPrinter::max_pages)
            return {Errc::too_large, std::to_string(pages.size()) + " pages"};
        for (std::size_t i = 0; i < pages.size(); ++i) {
            for (const Placed& placed : pages[i]) draw(composition.pieces[placed.piece], placed);
            foot(i + 1, pages.size());
            canvas_.next_page();
        }
        return canvas_.finish();
    }

  private:
    void draw(const Piece& piece, const Placed& placed) {
        canvas_.set_silent(placed.repeated);
        for (const char* tag : piece.opens) canvas_.begin(tag);
        piece.draw(canvas_, margin_top + placed.top);
        for (const char* tag : piece.closes) canvas_.end(tag);
        canvas_.set_silent(false);
    }

    /// Title and date at the start, the page's number at the end.
    void foot(std::size_t page, std::size_t pages) {
        canvas_.set_silent(true);
        const std::string one = std::to_string(page), all = std::to_string(pages);
        const std::string count = text::fill(document_.page_of, {{"page", one}, {"pages", all}});
        const auto counted = set(count, 0);
        const float width = counted->size().w;
        const Type type = type_of(host::Voice::small);
        if (!count.empty()) canvas_.text(*counted, 0, {page_width - width, footer_y}, type, "P");
        if (!document_.footer.empty()) {
            const auto words = set(document_.footer, page_width - width - mm(8));
            canvas_.text(*words, 0, {0, footer_y}, type, "P");
        }
        canvas_.set_silent(false);
    }

    std::unique_ptr<PangoBlock> set(const std::string& words, float width) {
        const Type type = type_of(host::Voice::small);
        host::TextSpec spec;
        spec.text = words;
        spec.language = document_.language;
        spec.direction = document_.direction;
        spec.em_px = type.em;
        spec.line_height = type.line_height;
        spec.width_px = width;
        return layouter_.block(spec);
    }

    const host::Document& document_;
    PangoLayouter& layouter_;
    Canvas canvas_;
};

} // namespace

Result<std::string> PdfPrinter::pdf(const host::Document& document) {
    const Composition composition = Composer(document, layouter_, figures_).compose();
    return Pages(document, layouter_).draw(composition);
}

} // namespace foyer::platform
