// SPDX-License-Identifier: EUPL-1.2
// Dividing pieces into parts (room.h): a piece that fits into a part stays whole, a longer one is
// divided between its lines.
#include "kiosk/ui/room.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace foyer::ui {

namespace {

using Kind = RoomPiece::Kind;

/// A picture wants most of a part; below that it begins the next one.
constexpr float least_picture = 0.6f;
/// A caption stands under its picture where it leaves so much.
constexpr float most_caption = 0.34f;
/// Beside it, it wants so much of the width.
constexpr float least_beside = 0.26f;

/// The bytes [begin, end) as a text of their own.
host::TextSpec cut(const host::TextSpec& whole, std::uint32_t begin, std::uint32_t end,
                   bool hyphen) {
    host::TextSpec part = whole;
    part.text = whole.text.substr(begin, end - begin);
    if (hyphen) part.text += "-";
    part.spans.clear();
    for (host::TextSpan span : whole.spans) {
        span.begin = std::max(span.begin, begin) - begin;
        span.end = std::min(span.end, end) - std::min(begin, span.end);
        if (span.end > end - begin) span.end = end - begin;
        if (span.begin < span.end) part.spans.push_back(span);
    }
    return part;
}

/// Where a text goes on in the next part.
struct Cut {
    std::size_t lines = 0; ///< that stay
    std::uint32_t to = 0, next = 0;
    bool hyphen = false;
};

bool ends_sentence(const std::string& text, std::size_t blank) {
    static const std::string marks = ".?!", closing = "\u201C";
    if (blank >= closing.size() &&
        text.compare(blank - closing.size(), closing.size(), closing) == 0)
        blank -= closing.size();
    // Not "1. March".
    return blank >= 2 && marks.find(text[blank - 1]) != std::string::npos &&
           std::isdigit(static_cast<unsigned char>(text[blank - 2])) == 0;
}

/// Behind a sentence, if that leaves no more than half of the lines empty; else behind a line, and
/// then no single line is left over.
Cut best_cut(const std::string& text, const std::vector<host::TextLine>& lines, std::size_t fit) {
    for (std::size_t line = fit; line > fit / 2 && line > 0; --line) {
        for (std::uint32_t at = std::min<std::uint32_t>(
                 lines[line - 1].end, static_cast<std::uint32_t>(text.size()) - 1);
             at > lines[line - 1].begin; --at) {
            if (text[at] == ' ' && ends_sentence(text, at)) return {line, at, at + 1};
        }
    }
    std::size_t end = fit;
    if (end + 1 == lines.size() && end > 2) --end;
    // A word is divided between two parts only where it fills one alone.
    while (lines[end - 1].hyphen && end > 1) --end;
    return {end, lines[end - 1].end, lines[end].begin, lines[end - 1].hyphen};
}

/// Fills one part after the other. Lives for one call.
class Filler {
  public:
    Filler(Ui& ui, const std::vector<RoomPiece>& pieces, Size area)
        : ui_(ui), pieces_(pieces), area_(area) {}

    std::vector<RoomPart> parts() {
        for (at_ = 0; at_ < pieces_.size(); ++at_) {
            const RoomPiece& piece = pieces_[at_];
            if (piece.kind == Kind::text) {
                place_text(piece);
            } else if (piece.kind == Kind::figure) {
                place_picture(piece);
            } else {
                place_whole(piece, room_height(ui_, piece, area_.w));
            }
        }
        return std::move(parts_);
    }

  private:
    float left() const { return area_.h - y_; }
    bool is_fresh() const { return parts_.back().empty(); }

    void turn() {
        if (!is_fresh()) parts_.emplace_back();
        y_ = 0;
    }

    /// Free space above what follows something else.
    void keep_away(const RoomPiece& piece) {
        if (!is_fresh()) y_ += piece.above;
    }

    void put(const RoomPiece& piece, host::TextSpec spec, Size size, float x, bool begins) {
        parts_.back().push_back({&piece, std::move(spec), {x, y_, size.w, size.h}, begins});
        y_ += size.h;
    }

    /// What has to be in sight together with what comes before it.
    float least_height(std::size_t number) const {
        if (number >= pieces_.size()) return 0;
        const RoomPiece& piece = pieces_[number];
        if (piece.kind == Kind::figure) return area_.h * least_picture;
        const float height =
            piece.kind == Kind::text ? ui_.measure(piece.spec).h : room_height(ui_, piece, area_.w);
        const float own = piece.above + std::min(height, area_.h * 0.5f);
        return piece.keeps ? own + least_height(number + 1) : own;
    }

    float indent(const RoomPiece& piece) const {
        return std::max(0.0f, area_.w - std::max(1.0f, piece.spec.width_px));
    }

    void place_text(const RoomPiece& piece) {
        const float height = ui_.measure(piece.spec).h;
        const float above = is_fresh() ? 0 : piece.above;
        const float next = piece.keeps ? least_height(at_ + 1) : 0;
        const bool fits = above + height + std::min(next, area_.h - height) <= left() + 0.5f;
        if (!fits && !begins_here(piece, height)) turn();
        keep_away(piece);
        if (height <= left() + 0.5f)
            return put(piece, piece.spec, {area_.w, height}, indent(piece), true);
        place_lines(piece);
    }

    /// A block that takes most of a part begins where two of its lines find room.
    bool begins_here(const RoomPiece& piece, float height) const {
        const std::size_t lines = ui_.lines(piece.spec).size();
        const float pitch = height / static_cast<float>(std::max<std::size_t>(1, lines));
        return !is_fresh() && !piece.keeps && lines >= 4 && height > area_.h * 0.5f &&
               piece.above + 2 * pitch <= left() + 0.5f;
    }

    void place_lines(const RoomPiece& piece) {
        host::TextSpec rest = piece.spec;
        for (bool begins = true; !rest.text.empty(); begins = false) {
            if (!begins) turn();
            const std::vector<host::TextLine> lines = ui_.lines(rest);
            const float pitch = ui_.measure(rest).h / static_cast<float>(lines.size());
            const auto fit =
                static_cast<std::size_t>(std::max(1.0f, std::floor(left() / pitch + 0.01f)));
            const auto size = static_cast<std::uint32_t>(rest.text.size());
            const Cut at = fit < lines.size() ? best_cut(rest.text, lines, fit)
                                              : Cut{lines.size(), size, size};
            put(piece, cut(rest, 0, at.to, at.hyphen),
                {area_.w, pitch * static_cast<float>(at.lines)}, indent(piece), begins);
            rest = cut(rest, at.next, size, false);
        }
    }

    void place_whole(const RoomPiece& piece, float height) {
        if (piece.above + height > left() + 0.5f) turn();
        keep_away(piece);
        put(piece, piece.spec, {area_.w, std::min(height, area_.h)}, 0, true);
    }

    static float aspect(const RoomPiece& picture) {
        const model::Figure& figure = picture.block->figure;
        if (figure.width <= 0) return 0.6f;
        return static_cast<float>(figure.height) / static_cast<float>(figure.width);
    }

    float width_of(const RoomPiece& picture, float height) const {
        return std::floor(std::min(area_.w, height / aspect(picture)));
    }

    /// The caption beside a picture that is as high as can be; false: it finds no room there.
    bool place_beside(const RoomPiece& picture, const RoomPiece& caption) {
        const float width = width_of(picture, left());
        const float gap = std::round(caption.spec.em_px * 0.8f);
        host::TextSpec words = caption.spec;
        words.width_px = area_.w - width - gap;
        if (words.width_px < area_.w * least_beside) return false;
        const float height = ui_.measure(words).h;
        if (height > left()) return false;
        const float top = y_, full = left();
        put(picture, {}, {width, std::floor(width * aspect(picture))}, 0, true);
        y_ = std::floor(top + (full - height) / 2);
        put(caption, words, {words.width_px, height}, width + gap, true);
        y_ = top + full;
        return true;
    }

    /// As large as can be, with its caption if that leaves enough.
    void place_picture(const RoomPiece& piece) {
        if (left() < area_.h * least_picture) turn();
        keep_away(piece);
        if (at_ + 1 < pieces_.size() && pieces_[at_ + 1].quiet &&
            place_beside(piece, pieces_[at_ + 1])) {
            ++at_;
            return;
        }
        const bool has_caption = at_ + 1 < pieces_.size() && pieces_[at_ + 1].quiet;
        float caption =
            has_caption ? pieces_[at_ + 1].above + ui_.measure(pieces_[at_ + 1].spec).h : 0;
        if (caption > area_.h * most_caption) caption = 0;
        const float width = width_of(piece, left() - caption);
        put(piece, {}, {width, std::floor(width * aspect(piece))},
            std::floor((area_.w - width) / 2), true);
    }

    Ui& ui_;
    const std::vector<RoomPiece>& pieces_;
    Size area_;
    std::size_t at_ = 0;
    float y_ = 0;
    std::vector<RoomPart> parts_ = {{}};
};

} // namespace

std::vector<RoomPart> room_parts(Ui& ui, const std::vector<RoomPiece>& pieces, Size area) {
    return Filler(ui, pieces, area).parts();
}

} // namespace foyer::ui
