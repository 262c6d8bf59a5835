// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/chart.h"

#include "kiosk/ui/article.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

std::string with_unit(const std::string& shown, const std::string& unit) {
    return unit.empty() ? shown : shown + "\u00A0" + unit;
}

/// One chart being drawn. Lives for one call.
class ChartDrawer {
  public:
    ChartDrawer(Flow& flow, const model::Chart& chart, const std::string& id,
                const std::string& language)
        : flow_(flow),
          ui_(flow.ui),
          look_(flow.ui.look),
          chart_(chart),
          id_(id),
          language_(language),
          width_(std::floor(std::min(flow.width(), look_.measure_px()))) {
        for (const model::ChartPoint& point : chart.points) most_ = std::max(most_, point.value);
        // Percent are parts of a hundred, in bars too.
        if (chart.kind == model::ChartKind::share || chart.unit.starts_with("%"))
            most_ = std::max(most_, 100.0);
    }

    void draw() {
        flow_.skip(look_.mm(2));
        draw_title();
        const bool is_share = chart_.kind == model::ChartKind::share;
        if (is_share && chart_.points.size() <= patterns) {
            draw_shares();
        } else if (chart_.kind == model::ChartKind::line && line_fits()) {
            draw_line();
        } else {
            draw_bars();
        }
        draw_origin();
        flow_.skip(look_.mm(5));
    }

  private:
    host::TextSpec set(Type type, const std::string& words, float width) const {
        return look_.text(type, words, width, language_);
    }

    /// The unit stands in the head once where it is a word, and at each number where it is short.
    bool unit_is_short() const { return text::length(chart_.unit) <= 3; }
    std::string shown(const model::ChartPoint& point) const {
        return with_unit(point.shown, unit_is_short() ? chart_.unit : std::string());
    }

    void draw_title() {
        host::TextSpec title = set(Type::body, chart_.title, width_);
        title.weight = host::Weight::bold;
        flow_.skip(ui_.text({flow_.x(), flow_.y()}, title, ui_.plain(), id_ + ".title"));
        if (!unit_is_short()) {
            const host::TextSpec unit = set(Type::small, chart_.unit, width_);
            flow_.skip(ui_.text({flow_.x(), flow_.y()}, unit, ui_.quiet(), id_ + ".unit"));
        }
        flow_.skip(look_.mm(3));
    }

    /// What is read out for a point.
    int point_node(const model::ChartPoint& point, std::size_t number, Rect box) {
        const std::string name = text::without_soft_hyphens(point.label);
        const std::string say =
            text::without_soft_hyphens(name + ": " + with_unit(point.shown, chart_.unit));
        return ui_.node(Node{.id = id_ + ".point" + std::to_string(number),
                             .role = Role::text,
                             .spoken = Spoken(name, say),
                             .language = language_,
                             .rect = box});
    }

    /// Name and number of a point as one thing that is read out; the number stands below where the
    /// name needs the whole width. Returns its height.
    float draw_entry(const model::ChartPoint& point, std::size_t number, float indent) {
        host::TextSpec value = set(Type::body, shown(point), 0);
        value.weight = host::Weight::bold;
        const Size value_size = ui_.measure(value);
        const float width = width_ - indent, name_w = width - value_size.w - look_.mm(4);
        host::TextSpec name = set(Type::body, point.label, std::max(1.0f, name_w));
        const bool beside = ui_.measure(name).w <= name_w;
        if (!beside) name = set(Type::body, point.label, width);
        const float name_h = ui_.measure(name).h, down = beside ? 0 : name_h;
        const Rect box{flow_.x() + indent, flow_.y(), width, std::max(name_h, down + value_size.h)};
        const int node = point_node(point, number, box);
        ui_.label({box.x, box.y}, name, ui_.plain(), node);
        ui_.label({box.right() - value_size.w, box.y + down}, value, ui_.plain(), node);
        return box.h;
    }

    void draw_bars() {
        const float thick = std::floor(look_.mm(5));
        std::size_t number = 0;
        for (const model::ChartPoint& point : chart_.points) {
            flow_.item();
            flow_.skip(draw_entry(point, number++, 0) + look_.mm(0.5f));
            const Rect track{flow_.x(), flow_.y(), width_, thick};
            ui_.fill(track, look_.palette.soft);
            ui_.edge(track, look_.palette.line, look_.edge);
            const double share = most_ > 0 ? std::clamp(point.value / most_, 0.0, 1.0) : 0;
            ui_.fill({track.x, track.y, std::round(track.w * static_cast<float>(share)), thick},
                     look_.palette.accent);
            flow_.skip(thick + look_.mm(3));
        }
    }

    // A line: years from left to right, each number above its point.

    float slot() const { return width_ / static_cast<float>(chart_.points.size()); }

    /// The width of the words at a point.
    float words_width(const model::ChartPoint& point) const {
        host::TextSpec value = set(Type::small, shown(point), 0);
        value.weight = host::Weight::bold;
        return std::max(ui_.measure(set(Type::small, point.label, 0)).w, ui_.measure(value).w);
    }

    bool line_fits() const {
        return chart_.points.size() > 1 &&
               std::all_of(chart_.points.begin(), chart_.points.end(),
                           [&](const model::ChartPoint& point) {
                               return words_width(point) + look_.mm(2) <= slot();
                           });
    }

    float evenly(std::size_t i) const {
        const auto last = static_cast<float>(chart_.points.size() - 1);
        return slot() / 2 + (width_ - slot()) * static_cast<float>(i) / last;
    }

    /// The year of a point, or 0.
    float year(std::size_t i) const {
        const std::string& label = chart_.points[i].label;
        const bool is_year =
            label.size() == 4 &&
            std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        return is_year ? std::stof(label) : 0.0f;
    }

    float in_proportion(std::size_t i) const {
        const float first = year(0), end = year(chart_.points.size() - 1);
        if (year(i) == 0 || end <= first) return evenly(i);
        return slot() / 2 + (width_ - slot()) * (year(i) - first) / (end - first);
    }

    /// Where the points stand along the axis: years in proportion if their words keep clear of each
    /// other, else evenly.
    std::vector<float> places() const {
        std::vector<float> proportional, even;
        bool clear = true;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            proportional.push_back(in_proportion(i));
            even.push_back(evenly(i));
            if (i == 0) continue;
            const float words =
                (words_width(chart_.points[i - 1]) + words_width(chart_.points[i])) / 2;
            clear = clear && proportional[i] - proportional[i - 1] >= words + look_.mm(2);
        }
        return clear ? proportional : even;
    }

    void draw_line() {
        flow_.item();
        const float line = look_.line_px(Type::small), plot = std::floor(look_.mm(45));
        const float top = flow_.y() + line, foot = top + plot;
        for (const float part : {0.0f, 0.5f, 1.0f}) {
            ui_.fill({flow_.x(), foot - plot * part, width_, look_.edge}, look_.palette.line);
        }
        const std::vector<float> x = places();
        std::vector<Point> points;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            const double share = most_ > 0 ? std::max(0.0, chart_.points[i].value) / most_ : 0;
            points.push_back({flow_.x() + x[i], foot - plot * static_cast<float>(share)});
        }
        for (std::size_t i = 1; i < points.size(); ++i)
            ui_.stroke(points[i - 1], points[i], look_.palette.accent, look_.mm(1.2f));
        for (std::size_t i = 0; i < points.size(); ++i) {
            ui_.dot(points[i], look_.mm(2), look_.palette.accent);
            draw_point_words(chart_.points[i], i, points[i], foot);
        }
        flow_.skip(plot + 2 * line + look_.mm(3));
    }

    void draw_point_words(const model::ChartPoint& point, std::size_t number, Point at,
                          float foot) {
        host::TextSpec value = set(Type::small, shown(point), 0);
        value.weight = host::Weight::bold;
        const host::TextSpec name = set(Type::small, point.label, 0);
        const Size value_size = ui_.measure(value), name_size = ui_.measure(name);
        const float value_y = at.y - look_.mm(2.5f) - value_size.h, name_y = foot + look_.mm(1);
        const float width = std::max(name_size.w, value_size.w);
        // The lines behind a number would cross it out.
        ui_.fill({at.x - value_size.w / 2, value_y, value_size.w, value_size.h},
                 look_.palette.paper);
        const int node = point_node(
            point, number, {at.x - width / 2, value_y, width, name_y + name_size.h - value_y});
        ui_.label({at.x - value_size.w / 2, value_y}, value, ui_.plain(), node);
        ui_.label({at.x - name_size.w / 2, name_y}, name, ui_.quiet(), node);
    }

    // Parts of a whole: one bar, and below it what each part is, in the same order. A pattern tells
    // them apart as much as a colour: some themes have but one.

    static constexpr std::size_t patterns = 4;

    void paint_part(Rect box, std::size_t number) {
        const Palette& palette = look_.palette;
        const std::array<Colour, patterns> colours{palette.accent, palette.warm, palette.muted,
                                                   palette.accent};
        const Colour colour = colours[number];
        const float line = std::max(look_.edge, std::floor(look_.mm(0.7f))), step = 3 * line;
        if (number == 0 || box.w <= 2 * line) return ui_.fill(box, colour);
        ui_.fill(box, palette.paper);
        ui_.fill({box.x, box.y, box.w, line}, colour);
        ui_.fill({box.x, box.bottom() - line, box.w, line}, colour);
        ui_.fill({box.x, box.y, line, box.h}, colour);
        ui_.fill({box.right() - line, box.y, line, box.h}, colour);
        for (float x = box.x + step; number != 2 && x < box.right() - line; x += step)
            ui_.fill({x, box.y, std::min(line, box.right() - x), box.h}, colour);
        for (float y = box.y + step; number != 1 && y < box.bottom() - line; y += step)
            ui_.fill({box.x, y, box.w, std::min(line, box.bottom() - y)}, colour);
    }

    void draw_shares() {
        flow_.item();
        const float thick = std::floor(look_.mm(12)), gap = look_.mm(0.8f);
        const Rect whole{flow_.x(), flow_.y(), width_, thick};
        ui_.fill(whole, look_.palette.soft);
        ui_.edge(whole, look_.palette.line, look_.edge);
        float x = whole.x;
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            const double part = std::max(0.0, chart_.points[i].value) / 100;
            const float end = std::min(whole.right(), x + width_ * static_cast<float>(part));
            const float from = std::min(x, whole.right() - look_.edge);
            paint_part({from, whole.y, std::max(look_.edge, end - from - gap), thick}, i);
            x = end;
        }
        flow_.skip(thick + look_.mm(3));
        const float side = std::floor(look_.mm(5)), line = look_.line_px(Type::body);
        for (std::size_t i = 0; i < chart_.points.size(); ++i) {
            flow_.item();
            paint_part({flow_.x(), flow_.y() + (line - side) / 2, side, side}, i);
            flow_.skip(draw_entry(chart_.points[i], i, side * 1.6f) + look_.mm(1.5f));
        }
    }

    /// Whose numbers these are and of when.
    void draw_origin() {
        if (chart_.date.empty() && chart_.note.empty()) return; // they were counted here and now
        std::string words = ui_.words("case.result_date", {{"date", ui_.words.date(chart_.date)}});
        if (!chart_.note.empty())
            words = chart_.note + (chart_.note.back() == '.' ? " " : ". ") + words;
        model::Inline runs;
        runs.push_back({.text = words});
        if (chart_.source > 0)
            runs.push_back({.text = std::to_string(chart_.source), .source = chart_.source});
        // Without a note there are only words of the interface.
        const std::string& in = chart_.note.empty() ? look_.language : language_;
        const Composed origin = compose(look_, Type::small, runs, width_, in);
        flow_.skip(
            draw_composed(ui_, {flow_.x(), flow_.y()}, origin, ui_.quiet(), id_ + ".origin"));
    }

    Flow& flow_;
    Ui& ui_;
    const Look& look_;
    const model::Chart& chart_;
    const std::string& id_;
    const std::string& language_;
    float width_;
    double most_ = 0;
};

} // namespace

void draw_chart(Flow& flow, const model::Chart& chart, const std::string& id,
                const std::string& language) {
    if (!chart.points.empty()) ChartDrawer(flow, chart, id, language).draw();
}

} // namespace foyer::ui
