// SPDX-License-Identifier: EUPL-1.2
// From parts of a document to pieces of a page: sets the texts, adds the space between them, and
// says what belongs together. composer.cpp has texts, composer_boxed.cpp quotes and code,
// composer_objects.cpp what is drawn, composer_table.cpp tables.
#pragma once

#include "platform/pdf/canvas.h"
#include "platform/pdf/figure_reader.h"
#include "platform/pdf/pages.h"
#include "platform/text/pango_layouter.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace foyer::platform::pdf {

/// A document that was set; `pieces` draw what the other members hold.
struct Composition {
    std::deque<std::unique_ptr<PangoBlock>> blocks;
    std::deque<Picture> pictures;
    std::vector<Piece> pieces;
};

class Composer {
  public:
    /// All three must outlive what comes out. `figures` may be null: then alt texts stand in.
    Composer(const host::Document& document, PangoLayouter& layouter, FigureReader* figures)
        : document_(document), layouter_(layouter), figures_(figures) {}

    Composition compose();

  private:
    /// Where a text stands, and how.
    struct Setting {
        Type type = {};
        float x = 0, width = text_width;
        host::Align align = host::Align::start;
        const char* tag = "P";
        const std::vector<host::LinkSpan>* links = nullptr;
    };
    /// Drawn beneath a line, or beside it; `index` of the line.
    using Beneath = std::function<void(Canvas&, float top, std::size_t index)>;
    struct Cell {
        const PangoBlock* block = nullptr;
        float x = 0, width = 0;
        const std::vector<host::LinkSpan>* links = nullptr;
    };
    using Row = std::vector<Cell>;

    void add(const host::DocumentHeading& heading);
    void add(const host::DocumentText& text);
    void add(const host::DocumentItem& item);
    void add(const host::DocumentQuote& quote);
    void add(const host::DocumentCode& code);
    void add(const host::DocumentTable& table);
    void add(const host::DocumentFigure& figure);
    void add(const host::DocumentBars& bars);
    void add(const host::DocumentCodeSquare& code);
    void add(const host::DocumentLines& lines);
    void add(const host::DocumentSpace& space);
    void add(const host::DocumentPageBreak& page_break);

    const PangoBlock* set(const host::RichText& text, const Type& type, float width,
                          bool code = false);
    const PangoBlock* set_balanced(const host::RichText& text, const Type& type, float width);
    Type scaled(Type type) const;
    /// One piece a line, in a tag of their own.
    void add_lines(const PangoBlock* block, const Setting& setting, const Beneath& beneath = {});
    void add_boxed(const PangoBlock* block, const Setting& setting, float pad,
                   const Beneath& beneath);
    Piece& add_piece(float height);
    void caption(const host::RichText& text, float width);

    /// Space above the next piece: the larger of what both sides ask for.
    void space(float before);
    void open(const char* tag) { opens_.push_back(tag); }
    void close(const char* tag);
    void close_items(std::size_t keep);

    std::vector<float> columns(const host::DocumentTable& table, const Type& type);
    void add_row(const host::DocumentTable& table, const Row& row, bool head, bool first);
    void add_bar(const host::DocumentBar& bar, double most, float value_width);

    const host::Document& document_;
    PangoLayouter& layouter_;
    FigureReader* figures_;
    Composition out_;
    std::vector<const char*> opens_; ///< tags that the next piece opens
    std::size_t lists_ = 0;          ///< depth of lists that are open
    float before_ = 0, after_ = 0;   ///< space above the next piece, and below the last part
    int head_ = -1;                  ///< of the table at hand
    bool glue_ = false, fresh_page_ = false; ///< of the next piece
};

} // namespace foyer::platform::pdf
