// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory/box_layouter.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <cmath>

namespace foyer::platform {

namespace {

constexpr char32_t soft_hyphen = 0xAD;

struct Cell {
    std::uint32_t begin = 0, end = 0;
    char32_t code = 0;

    bool visible() const { return code != soft_hyphen && code != ' ' && code != '\n'; }
};

struct Broken {
    std::size_t end = 0;  ///< one behind the line's last cell
    std::size_t next = 0; ///< where the next line begins
    bool hyphen = false;
};

class BoxBlock final : public host::TextBlock {
  public:
    BoxBlock(const host::TextSpec& spec, const std::set<char32_t>& missing)
        : spec_(spec), unit_(spec.em_px * BoxLayouter::advance_em) {
        for (std::size_t at = 0; at < spec.text.size();) {
            const text::Decoded d = text::decode(spec.text, at);
            cells_.push_back(
                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + d.bytes), d.code});
            at += d.bytes;
            missing_ += missing.contains(d.code) ? 1 : 0;
        }
        std::size_t at = 0;
        do {
            const Broken line = break_from(at);
            add_line(at, line);
            at = line.next;
        } while (at < cells_.size());
        // Like any text system: a last newline opens an empty line.
        if (!cells_.empty() && cells_.back().code == '\n') add_line(at, {at, at, false});
        for (host::TextLine& line : lines_) line.rect.x = shift(line.rect.w);
    }

    Size size() const override {
        return {width_, spec_.line_height * spec_.em_px * static_cast<float>(lines_.size())};
    }
    const std::vector<host::TextLine>& lines() const override { return lines_; }
    bool overflows() const override { return spec_.width_px > 0 && width_ > spec_.width_px; }
    int missing_glyphs() const override { return missing_; }

    std::vector<Rect> rects(std::uint32_t begin, std::uint32_t end) const override {
        std::vector<Rect> out;
        for (const host::TextLine& line : lines_) {
            float from = -1, to = 0, x = 0;
            for (const Cell& cell : cells_) {
                if (cell.begin < line.begin || cell.end > line.end) continue;
                if (cell.begin >= begin && cell.end <= end && cell.visible()) {
                    if (from < 0) from = x;
                    to = x + unit_;
                }
                x += cell.code == soft_hyphen ? 0 : unit_;
            }
            if (from < 0) continue;
            const float left = rtl() ? line.rect.w - to : from;
            out.push_back({line.rect.x + left, line.rect.y, to - from, line.rect.h});
        }
        return out;
    }

    host::Bitmap render(int pad) const override {
        host::Bitmap out;
        out.width = static_cast<int>(std::ceil(size().w)) + 2 * pad;
        out.height = static_cast<int>(std::ceil(size().h)) + 2 * pad;
        const auto pixels =
            static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height);
        for (std::size_t i = 0; i < pixels; ++i)
            out.rgba.insert(out.rgba.end(), {255, 255, 255, 0});
        for (const Cell& cell : cells_)
            for (const Rect& box : rects(cell.begin, cell.end)) fill(out, box, pad);
        return out;
    }

  private:
    bool rtl() const { return spec_.direction == host::Direction::right_to_left; }

    Broken break_from(std::size_t start) const {
        const bool hyphenate = spec_.language != "de-simple";
        const auto fits = [&](float width) {
            return spec_.width_px <= 0 || width <= spec_.width_px;
        };
        Broken best;
        float width = 0;
        for (std::size_t i = start; i < cells_.size(); ++i) {
            const char32_t code = cells_[i].code;
            if (code == '\n') return {i, i + 1, false};
            const bool soft = code == soft_hyphen;
            const bool before_fits = fits(width);
            width += soft ? 0 : unit_;
            if (code != ' ' && !soft && !fits(width) && best.next > 0) return best;
            const bool may_break = code == ' ' || code == '-' || (soft && hyphenate);
            if (!may_break) continue;
            const bool room = code == ' ' ? before_fits : fits(soft ? width + unit_ : width);
            if (room)
                best = {i + 1, i + 1, soft};
            else
                return best.next > 0 ? best : Broken{i + 1, i + 1, soft};
        }
        return {cells_.size(), cells_.size(), false};
    }

    void add_line(std::size_t start, const Broken& broken) {
        host::TextLine line;
        const auto text_end = static_cast<std::uint32_t>(spec_.text.size());
        line.begin = start < cells_.size() ? cells_[start].begin : text_end;
        line.end = broken.end > start ? cells_[broken.end - 1].end : line.begin;
        line.hyphen = broken.hyphen;
        std::size_t last = broken.end;
        while (last > start && cells_[last - 1].code == ' ') --last;
        int units = broken.hyphen ? 1 : 0;
        for (std::size_t i = start; i < last; ++i) units += cells_[i].code == soft_hyphen ? 0 : 1;
        const float height = spec_.line_height * spec_.em_px;
        line.rect = {0, height * static_cast<float>(lines_.size()),
                     unit_ * static_cast<float>(units), height};
        line.baseline = line.rect.y + (height + 0.7f * spec_.em_px) / 2;
        width_ = std::max(width_, line.rect.w);
        lines_.push_back(line);
    }

    float shift(float line_width) const {
        const float room = width_ - line_width;
        if (spec_.align == host::Align::centre) return room / 2;
        return (spec_.align == host::Align::end) != rtl() ? room : 0;
    }

    /// A box with a pixel of air around, so that letters can be told apart.
    static void fill(host::Bitmap& out, const Rect& box, int pad) {
        const auto bound = [](float v, int most) {
            return std::clamp(static_cast<int>(v), 0, most);
        };
        const auto offset = static_cast<float>(pad);
        for (int y = bound(box.y + offset + 1, out.height);
             y < bound(box.bottom() + offset - 1, out.height); ++y)
            for (int x = bound(box.x + offset + 1, out.width);
                 x < bound(box.right() + offset - 1, out.width); ++x)
                out.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width) +
                          static_cast<std::size_t>(x)) *
                             4 +
                         3] = 255;
    }

    host::TextSpec spec_;
    float unit_;
    std::vector<Cell> cells_;
    std::vector<host::TextLine> lines_;
    float width_ = 0;
    int missing_ = 0;
};

} // namespace

std::unique_ptr<host::TextBlock> BoxLayouter::layout(const host::TextSpec& spec) {
    ++layouts_;
    return std::make_unique<BoxBlock>(spec, missing_);
}

} // namespace foyer::platform
