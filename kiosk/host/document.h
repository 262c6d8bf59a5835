// SPDX-License-Identifier: EUPL-1.2
// Paper: a document as plain data, and the printer that makes a PDF file of it. Whoever writes a
// document (kiosk/print) says what stands there; where it stands, and what begins a new page, is
// the printer's. Lengths are millimetres of paper. All texts are valid UTF-8; U+00AD is a place to
// break a word and never seen elsewhere.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/pictures.h"
#include "kiosk/host/text_layout.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace foyer::host {

/// The bytes [begin, end) of a text lead to an address.
struct LinkSpan {
    std::uint32_t begin = 0, end = 0;
    std::string address; ///< https://…
};

struct RichText {
    std::string text; ///< "\n" begins a new line
    std::vector<TextSpan> spans = {};
    std::vector<LinkSpan> links = {};
};

/// lead: what a page says in short; quiet: what is said about a text, e.g. its date; small:
/// captions and sources; display: the few large words of a certificate.
enum class Voice : std::uint8_t { body, lead, quiet, small, display };

/// Headings stay with what follows; they are the bookmarks of the file. Level 1 is a title.
struct DocumentHeading {
    int level = 1; ///< 1 to 3
    RichText text;
    Align align = Align::start;
};

struct DocumentText {
    RichText text;
    Voice voice = Voice::body;
    Align align = Align::start;
};

struct DocumentItem {
    RichText text;
    std::string mark = {}; ///< "3." or "b)"; empty: a bullet
    int depth = 1;         ///< from 1
    Voice voice = Voice::body;
};

struct DocumentQuote {
    RichText text;
    bool key_point = false; ///< one sentence to remember, not somebody's words
};

struct DocumentCode {
    std::string text;
};

struct DocumentTable {
    std::vector<std::vector<RichText>> rows;
    bool has_head = true;           ///< the first row, repeated on every page; else the first
                                    ///< column names what stands beside it
    std::vector<float> shares = {}; ///< of the width, one a column; empty: by what stands in them
};

struct DocumentFigure {
    PictureType type = PictureType::svg;
    std::string bytes;
    std::string alt; ///< for those who listen, and printed where the figure cannot be drawn
    RichText caption;
    float width_mm = 0; ///< at most; 0: as wide as texts are
};

struct DocumentBar {
    std::string label;
    double value = 0;
    std::string shown; ///< the value in words and digits
};

/// A chart: one bar a row, with its number.
struct DocumentBars {
    std::string title, unit;
    std::vector<DocumentBar> bars;
    double whole = 0; ///< the value of a bar as long as the row; 0: the largest value
    RichText note;
};

/// A QR code beside a text that says what it is.
struct DocumentCodeSquare {
    int side = 0;           ///< modules, without the quiet zone
    std::vector<bool> dark; ///< side * side, by rows
    RichText text;
};

/// Empty ruled lines side by side, each with what belongs there below it.
struct DocumentLines {
    std::vector<std::string> labels;
    Align align = Align::start; ///< of one line alone
};

struct DocumentSpace {
    float height_mm = 0;
    bool grows = false; ///< takes its share of what is left of the page
};

struct DocumentPageBreak {};

struct DocumentPart {
    std::variant<DocumentHeading, DocumentText, DocumentItem, DocumentQuote, DocumentCode,
                 DocumentTable, DocumentFigure, DocumentBars, DocumentCodeSquare, DocumentLines,
                 DocumentSpace, DocumentPageBreak>
        is;
    bool with_next = false; ///< stays on one page with the part behind it
};

struct Document {
    std::string title, language = "de", author, subject, keywords;
    std::string date; ///< YYYY-MM-DD, of the content; it becomes the date of the file
    Direction direction = Direction::left_to_right;
    std::string footer;       ///< at the foot of every page; empty: none
    std::string page_of;      ///< "Seite {page} von {pages}"; empty: pages are not counted
    std::string picture_text; ///< "Picture: {text}", for a figure that cannot be drawn
    std::vector<DocumentPart> parts;
};

/// Used by one thread at a time.
class Printer {
  public:
    virtual ~Printer() = default;
    /// The bytes of a tagged PDF file, A4; the same document gives the same bytes. Blocks until
    /// done, about a tenth of a second for ten pages. What cannot be drawn costs itself. Fails with
    /// too_large (more pages than anybody prints), unreadable (the system refused).
    virtual Result<std::string> pdf(const Document& document) = 0;
};

} // namespace foyer::host
