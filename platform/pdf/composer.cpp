// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/composer.h"

#include "kiosk/base/text.h"
#include "platform/text/pango_block.h"

#include <algorithm>
#include <cairo-pdf.h>

namespace foyer::platform::pdf {

namespace {

constexpr float indent = mm(6);
constexpr float between = mm(2.6f); ///< paragraphs

const host::LinkSpan* link_in(const std::vector<host::LinkSpan>* links,
                              const host::TextLine& line) {
    if (!links) return nullptr;
    for (const host::LinkSpan& link : *links)
        if (link.begin < line.end && link.end > line.begin) return &link;
    return nullptr;
}

/// The place of a link's words in its line, from the start of the line.
Rect place_of(const PangoBlock& block, const host::LinkSpan& link, const host::TextLine& line,
              host::Direction direction) {
    const auto boxes = block.rects(std::max(link.begin, line.begin), std::min(link.end, line.end));
    if (boxes.empty()) return {};
    float left = boxes.front().x, right = boxes.front().right();
    for (const Rect& box : boxes) {
        left = std::min(left, box.x);
        right = std::max(right, box.right());
    }
    const bool mirrored = direction == host::Direction::right_to_left;
    return {mirrored ? line.rect.right() - right : left - line.rect.x, 0, right - left, 0};
}

float shift(host::Align align, float room) {
    if (align == host::Align::start) return 0;
    return align == host::Align::end ? room : room / 2;
}

host::RichText undivided(const host::RichText& text) {
    if (!text.spans.empty() || !text.links.empty()) return text;
    return {text::without_soft_hyphens(text.text)};
}

const char* heading_tag(int level) { return level <= 1 ? "H1" : level == 2 ? "H2" : "H3"; }

} // namespace

Composition Composer::compose() {
    open("Document");
    bool after_text = false;
    for (const host::DocumentPart& part : document_.parts) {
        const std::size_t first = out_.pieces.size();
        const bool item = std::holds_alternative<host::DocumentItem>(part.is);
        if (!item) close_items(0);
        // What announces a list must not end a page.
        glue_ = glue_ || (item && after_text);
        after_text = std::holds_alternative<host::DocumentText>(part.is);
        std::visit([this](const auto& one) { add(one); }, part.is);
        if (!part.with_next) continue;
        for (std::size_t i = first + 1; i < out_.pieces.size(); ++i) out_.pieces[i].glued = true;
        glue_ = true;
    }
    close_items(0);
    if (out_.pieces.empty()) add_piece(0).draw = [](Canvas&, float) {};
    close("Document");
    return std::move(out_);
}

void Composer::space(float before) { before_ = std::max(before_, before); }

void Composer::close(const char* tag) {
    // What nothing was drawn for is not opened either.
    if (!opens_.empty())
        opens_.pop_back();
    else
        out_.pieces.back().closes.push_back(tag);
}

Piece& Composer::add_piece(float height) {
    Piece piece;
    piece.before = std::exchange(before_, 0.0f);
    piece.height = height;
    piece.glued = std::exchange(glue_, false);
    piece.fresh_page = std::exchange(fresh_page_, false);
    piece.opens = std::exchange(opens_, {});
    out_.pieces.push_back(std::move(piece));
    return out_.pieces.back();
}

/// Leichte Sprache is set larger and with more room.
Type Composer::scaled(Type type) const {
    if (!document_.language.ends_with("-simple")) return type;
    type.em *= 1.3f;
    type.line_height = std::max(type.line_height, 1.5f);
    return type;
}

const PangoBlock* Composer::set(const host::RichText& text, const Type& type, float width,
                                bool code) {
    host::TextSpec spec;
    spec.text = text.text;
    spec.spans = text.spans;
    if (code)
        spec.spans = {
            {.begin = 0, .end = static_cast<std::uint32_t>(text.text.size()), .code = true}};
    spec.language = document_.language;
    spec.direction = document_.direction;
    spec.em_px = type.em;
    spec.line_height = type.line_height;
    spec.weight = type.weight;
    spec.width_px = width;
    spec.may_break_words = true;
    out_.blocks.push_back(layouter_.block(spec));
    return out_.blocks.back().get();
}

/// In lines of about equal length, divided only where a word would not fit otherwise.
const PangoBlock* Composer::set_balanced(const host::RichText& text, const Type& type,
                                         float width) {
    const host::RichText whole = undivided(text);
    const auto hyphens = [](const PangoBlock& block) {
        return std::any_of(block.lines().begin(), block.lines().end(),
                           [](const host::TextLine& line) { return line.hyphen; });
    };
    const PangoBlock* widest = set(whole, type, width);
    const std::size_t lines = widest->lines().size();
    if (hyphens(*widest)) return set(text, type, width);
    if (lines < 2 || lines > 4) return widest;
    float least = width / 2, most = width;
    const PangoBlock* best = widest;
    while (most - least > mm(2)) {
        const float middle = (least + most) / 2;
        const PangoBlock* tried = set(whole, type, middle);
        const bool same = tried->lines().size() == lines && !hyphens(*tried);
        (same ? most : least) = middle;
        if (same) best = tried;
    }
    return best;
}

void Composer::add_lines(const PangoBlock* block, const Setting& setting, const Beneath& beneath) {
    const std::size_t count = block->lines().size();
    const bool alone = count == 1 && !link_in(setting.links, block->lines().front());
    if (!alone) open(setting.tag);
    const char* leaf = alone ? setting.tag : "Span";
    for (std::size_t i = 0; i < count; ++i) {
        const host::TextLine& line = block->lines()[i];
        const float x = setting.x + shift(setting.align, setting.width - line.rect.w);
        const host::LinkSpan* link = link_in(setting.links, line);
        Piece& piece = add_piece(setting.type.line_pt());
        // No line alone, and no word on two pages.
        const bool divided = i > 0 && block->lines()[i - 1].hyphen;
        const bool divided_before = i > 1 && block->lines()[i - 2].hyphen;
        piece.glued =
            piece.glued || i == 1 || (i > 0 && i + 1 == count) || (divided && !divided_before);
        piece.draw = [=, direction = document_.direction, type = setting.type](Canvas& canvas,
                                                                               float top) {
            if (beneath) beneath(canvas, top, i);
            if (!link) return canvas.text(*block, i, {x, top}, type, leaf);
            Rect place = place_of(*block, *link, line, direction);
            if (place.w > line.rect.w * 0.97f)
                return canvas.link(*block, i, {x, top}, type, link->address);
            canvas.text(*block, i, {x, top}, type, leaf);
            canvas.link({x + place.x, top, place.w, type.line_pt()}, link->address);
        };
    }
    if (!alone) close(setting.tag);
}

void Composer::add(const host::DocumentHeading& heading) {
    const int level = std::clamp(heading.level, 1, 3);
    Setting setting{scaled(heading_type(level))};
    setting.tag = heading_tag(level);
    setting.align = heading.align;
    setting.width = level == 1 || heading.align != host::Align::start ? page_width : text_width;
    const PangoBlock* block = set_balanced(heading.text, setting.type, setting.width);
    space(level == 1 ? mm(12) : level == 2 ? mm(8.5f) : mm(6));
    if (level == 1) { // a short bar of colour above every title
        const float x = shift(heading.align, page_width - mm(16));
        add_piece(mm(6)).draw = [x](Canvas& canvas, float top) {
            canvas.fill({x, top, mm(16), mm(1.1f)}, accent);
        };
        glue_ = true;
    }
    const std::string words = text::without_soft_hyphens(heading.text.text);
    const std::size_t first = out_.pieces.size();
    add_lines(block, setting, [=](Canvas& canvas, float top, std::size_t line) {
        if (line == 0) canvas.bookmark(level, words, top);
    });
    for (std::size_t i = first + 1; i < out_.pieces.size(); ++i) out_.pieces[i].glued = true;
    glue_ = true;
    space(level == 1 ? mm(4) : level == 2 ? mm(2.4f) : mm(1.6f));
}

void Composer::add(const host::DocumentText& text) {
    Setting setting{scaled(type_of(text.voice))};
    setting.align = text.align;
    setting.links = &text.text.links;
    if (text.align != host::Align::start) setting.width = page_width;
    const bool display = text.voice == host::Voice::display;
    const bool lead = text.voice == host::Voice::lead;
    const bool small = text.voice == host::Voice::small;
    if (lead) space(mm(3));
    add_lines(display ? set_balanced(text.text, setting.type, setting.width)
                      : set(text.text, setting.type, setting.width),
              setting);
    space(lead ? mm(5) : small ? mm(1.8f) : between);
}

/// The mark hangs in front of the words.
void Composer::add(const host::DocumentItem& item) {
    const auto depth = std::min(static_cast<std::size_t>(std::max(item.depth, 1)), lists_ + 1);
    const bool first = depth > lists_;
    close_items(depth);
    if (lists_ == depth) {
        close("LBody");
        close("LI");
    } else {
        open("L");
        lists_ = depth;
    }
    open("LI");
    Setting setting{scaled(type_of(item.voice))};
    setting.x = indent * static_cast<float>(depth);
    setting.width = std::max(text_width - setting.x, text_width / 3);
    setting.links = &item.text.links;
    setting.tag = "P";
    Type mark_type = setting.type;
    mark_type.colour = accent;
    if (!item.mark.empty()) mark_type.weight = host::Weight::medium;
    const PangoBlock* mark = set({item.mark.empty() ? "\xE2\x80\xA2" : item.mark}, mark_type, 0);
    const PangoBlock* block = set(item.text, setting.type, setting.width);
    // Bullets stand at the edge of the level, numbers end before their words.
    const float mark_width = mark->lines().front().rect.w;
    const float mark_x = item.mark.empty() ? setting.x - indent * 0.62f
                                           : std::max(0.0f, setting.x - mm(1.8f) - mark_width);
    if (first) space(depth == 1 ? between : mm(1));
    Piece& piece = add_piece(0); // nothing of its own, beside the first line
    piece.draw = [=](Canvas& canvas, float top) {
        canvas.text(*mark, 0, {mark_x, top}, mark_type, "Lbl");
    };
    glue_ = true;
    open("LBody");
    add_lines(block, setting);
    space(mm(1.3f));
}

/// Leaves as many levels of lists open as `keep` says.
void Composer::close_items(std::size_t keep) {
    for (; lists_ > keep; --lists_) {
        close("LBody");
        close("LI");
        close("L");
        if (lists_ == 1) space(between);
    }
}

void Composer::add(const host::DocumentSpace& space_part) {
    Piece& piece = add_piece(mm(std::clamp(space_part.height_mm, 0.0f, 200.0f)));
    piece.grows = space_part.grows;
    piece.draw = [](Canvas&, float) {};
}

void Composer::add(const host::DocumentPageBreak&) {
    fresh_page_ = true;
    before_ = 0;
}

} // namespace foyer::platform::pdf
