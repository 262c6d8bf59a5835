// SPDX-License-Identifier: EUPL-1.2
// The notice about a stick, over every screen. Nothing on it can be touched: it comes and goes by
// itself, and stands where least is read or operated.
#include "kiosk/model/notice.h"

#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

using model::NoticeKind;

/// Names of publishers come from outside.
constexpr std::size_t longest_publisher = 60;

struct Texts {
    std::string icon, title, body;
    std::string foot; ///< the code, or the widest per cent, so that nothing moves while it counts
};

std::string percent(const Words& words, int value) {
    return words("update.percent", {{"percent", std::to_string(value)}});
}

std::string shortened(const std::string& name) {
    if (text::length(name) <= longest_publisher) return name;
    std::size_t end = 0;
    for (std::size_t i = 0; i + 1 < longest_publisher; ++i) end += text::decode(name, end).bytes;
    return name.substr(0, end) + "…";
}

std::string pages(const Words& words, const model::Notice& notice) {
    if (!notice.pages_known) return words("update.all_pages");
    const bool has_new = notice.new_pages > 0, has_changed = notice.changed_pages > 0;
    if (!has_new && !has_changed) return words("update.no_pages");
    const std::string fresh =
        notice.new_pages == 1
            ? words("update.new_pages_one")
            : words("update.new_pages", {{"count", words.number(notice.new_pages)}});
    const std::string changed =
        notice.changed_pages == 1
            ? words("update.changed_pages_one")
            : words("update.changed_pages", {{"count", words.number(notice.changed_pages)}});
    if (has_new && has_changed)
        return words("update.both_pages", {{"new", fresh}, {"changed", changed}});
    return words("update.only_pages", {{"pages", has_new ? fresh : changed}});
}

std::string time_left(const Words& words, int seconds) {
    if (seconds <= 10) return words("update.seconds_few");
    if (seconds <= 60) return words("update.seconds", {{"seconds", words.number(seconds)}});
    if (seconds == 120) return words("update.minutes_two");
    return words("update.minutes", {{"minutes", words.number(seconds / 60)}});
}

/// Sentences one after another; where words have lines of their own, so have these.
std::string joined(std::initializer_list<std::string> sentences, const Look& look) {
    std::string all;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) continue;
        if (!all.empty()) all += look.simple ? "\n" : " ";
        all += sentence;
    }
    return all;
}

Texts texts_of(const Ui& ui, const model::Notice& notice) {
    const Words& words = ui.words;
    const std::string publisher = shortened(notice.publisher);
    const std::string found = publisher.empty()
                                  ? words("update.found")
                                  : words("update.found_from", {{"publisher", publisher}});
    switch (notice.kind) {
    case NoticeKind::looking:
        return {"status", words("update.looking"), words("update.keep_in"), {}};
    case NoticeKind::loading: {
        const std::string left = notice.seconds ? time_left(words, *notice.seconds) : std::string();
        const std::string body =
            joined({pages(words, notice), left, words("update.keep_in")}, ui.look);
        return {"new", found, body, percent(words, 100)};
    }
    case NoticeKind::checking:
        return {"new", found, joined({words("update.checking"), words("update.keep_in")}, ui.look),
                percent(words, 100)};
    case NoticeKind::done: {
        // A small change is there before anybody could read what it was.
        const bool told = notice.pages_known && !publisher.empty();
        const std::string what =
            told ? found + ": " + pages(words, notice) : words("update.done_text");
        return {"check", words("update.done"), joined({what, words("update.pull")}, ui.look), {}};
    }
    case NoticeKind::nothing_new:
        return {"check", words("update.nothing_new"), words("update.pull"), {}};
    case NoticeKind::refused:
        return {"warning", words("update.refused"),
                words(std::string("update.refused.") + model::name(notice.refusal)),
                words("fault.code", {{"code", model::refusal_code(notice.refusal)}})};
    case NoticeKind::interrupted: break;
    }
    return {"warning", words("update.interrupted"), words("update.interrupted_text"), {}};
}

/// Where it may stand.
enum class Shape {
    band, ///< along the upper edge of the screen
    box,  ///< in the middle: between rails that reach up, or over the banner
};

/// Everything in it, set as large as there is room. The foot is the per cent beside the bar, or the
/// code; on a band it stands behind the words.
struct Layout {
    Shape shape;
    float width = 0, side = 0, pad = 0, gap = 0, icon = 0, bar = 0, behind = 0;
    host::TextSpec title, body, foot;
    Size title_size, body_size, foot_size;
    bool has_bar = false;

    float words_width() const { return width - 2 * side - icon - 2 * gap - behind; }
    float head() const { return std::max(shape == Shape::box ? icon : 0, title_size.h); }
    float foot_height() const { return std::max(has_bar ? bar : 0, foot_size.h); }
    float height() const {
        float inner = head() + gap + body_size.h;
        if (shape == Shape::box && foot_size.h > 0) inner += gap + foot_height();
        return 2 * pad + inner;
    }
};

/// The words smaller and smaller until all of them fit.
void fit(const Ui& ui, const Texts& texts, float most, Layout& out) {
    const Look& look = ui.look;
    out.icon = std::floor(look.mm(look.compact() ? 6 : out.shape == Shape::band ? 14 : 10));
    for (float shrink = 1; shrink > 0.3f; shrink *= 0.94f) {
        const auto set = [&](Type type, const std::string& words, float room) {
            host::TextSpec spec = look.text(type, words, room);
            spec.em_px = std::max(look.least_em_px(), std::floor(spec.em_px * shrink));
            return spec;
        };
        const bool is_box = out.shape == Shape::box;
        out.title = set(Type::heading3, texts.title, out.words_width());
        out.body =
            set(Type::body, texts.body, is_box ? out.width - 2 * out.side : out.words_width());
        out.foot = set(Type::body, texts.foot, 0);
        out.foot.weight = host::Weight::bold;
        out.title_size = ui.measure(out.title);
        out.body_size = ui.measure(out.body);
        out.foot_size = texts.foot.empty() ? Size{} : ui.measure(out.foot);
        if (out.height() <= most) return;
    }
}

Layout lay_out(const Ui& ui, const Texts& texts, const model::Notice& notice,
               const model::State& state) {
    const Look& look = ui.look;
    Layout out;
    out.pad = look.mm(look.compact() ? 2.5f : 5);
    out.gap = look.mm(look.compact() ? 1 : 2);
    out.bar = std::floor(look.mm(look.compact() ? 3 : 4.5f));
    out.has_bar = notice.has_progress();
    if (!look.panel.upright() && (stands_alone(state) || look.paging.empty())) {
        out.shape = Shape::band;
        out.width = look.screen.w;
        out.side = look.margin;
        out.behind = std::floor(out.width * (out.has_bar ? 0.3f : 0.16f));
        fit(ui, texts, look.screen.h * (look.compact() ? 0.45f : 0.3f), out);
        // While a tour waits, the rail has one more.
        const float more = state.presentation ? look.mm(Look::rail_button_mm) + look.gap : 0;
        const float rail_top = std::max(look.nav.y, look.rail_top() - more);
        if (stands_alone(state) || out.height() <= rail_top - look.gap) return out;
    }
    out.shape = Shape::box;
    out.side = out.pad;
    out.behind = 0;
    out.width = look.stage.w - 2 * look.gap;
    // Upright it covers the words of the banner; beside rails it is no wider than a line.
    if (!look.panel.upright()) out.width = std::min(out.width, look.measure_px() * 1.15f);
    out.width = std::floor(out.width);
    fit(ui, texts, look.screen.h * (look.compact() ? 0.55f : 0.4f), out);
    return out;
}

/// A box stands over the part above the stage if it fits there, since nothing in it can be touched;
/// else at the upper end of the screen.
Rect place_of(const Look& look, const Layout& layout, const model::State& state) {
    const float height = std::ceil(layout.height());
    if (layout.shape == Shape::band) return {0, 0, layout.width, height};
    const bool on_banner = !stands_alone(state) && height + 2 * look.gap <= look.banner.h;
    return {std::floor(look.stage.x + (look.stage.w - layout.width) / 2),
            on_banner ? look.banner.h - look.gap - height : look.gap, layout.width, height};
}

void draw_surface(Ui& ui, Rect box, Shape shape) {
    const Look& look = ui.look;
    if (shape == Shape::band) {
        ui.fill(box, look.palette.paper);
        ui.fill({box.x, box.bottom() - look.ring, box.w, look.ring}, look.palette.accent);
        return;
    }
    ui.fill(box, look.palette.accent, look.radius);
    ui.fill(box.inset(look.ring), look.palette.paper, look.radius / 2);
}

void draw_foot(Ui& ui, Rect row, const Layout& layout, const model::Notice& notice, int parent) {
    const Look& look = ui.look;
    host::TextSpec spec = layout.foot;
    const float words_width = layout.foot_size.w;
    const float words_y = row.y + (row.h - layout.foot_size.h) / 2;
    if (!layout.has_bar) {
        const bool is_box = layout.shape == Shape::box;
        ui.label({is_box ? row.x : row.right() - words_width, words_y}, spec, ui.plain(), parent);
        return;
    }
    spec.text = percent(ui.words, notice.percent);
    const Rect bar{row.x, std::floor(row.y + (row.h - layout.bar) / 2),
                   row.w - words_width - 2 * layout.gap, layout.bar};
    ui.fill(bar, look.palette.soft, layout.bar / 2);
    Rect done = bar;
    done.w = std::floor(bar.w * static_cast<float>(notice.percent) / 100);
    if (done.w >= layout.bar) ui.fill(done, look.palette.accent, layout.bar / 2);
    ui.edge(bar, look.palette.line, look.edge, layout.bar / 2);
    ui.label({row.right() - words_width, words_y}, spec, ui.plain(), parent);
}

void draw_words(Ui& ui, Rect in, const Texts& texts, const Layout& layout, int parent) {
    const Palette& palette = ui.look.palette;
    const bool is_box = layout.shape == Shape::box;
    const float head = layout.head();
    const float icon_room = is_box ? head : in.h;
    ui.icon({in.x, in.y + (icon_room - layout.icon) / 2, layout.icon, layout.icon}, texts.icon,
            texts.icon == "warning" ? palette.warm : palette.accent);
    const float x = in.x + layout.icon + 2 * layout.gap;
    ui.label({x, in.y + (head - layout.title_size.h) / 2}, layout.title, ui.plain(), parent);
    ui.label({is_box ? in.x : x, in.y + head + layout.gap}, layout.body, ui.plain(), parent);
}

} // namespace

void draw_notice(Ui& ui, const model::State& state) {
    const std::optional<model::Notice> notice = model::notice(state);
    if (!notice) return;
    const Texts texts = texts_of(ui, *notice);
    const Layout layout = lay_out(ui, texts, *notice, state);
    const Rect box = place_of(ui.look, layout, state);
    draw_surface(ui, box, layout.shape);
    const std::string value =
        notice->has_progress() ? percent(ui.words, notice->percent) : texts.foot;
    const std::string all = texts.title + " " + texts.body + (value.empty() ? "" : " " + value);
    const int whole = ui.node(Node{
        .id = "update",
        .role = Role::status,
        .spoken = Spoken(text::without_soft_hyphens(texts.title), text::without_soft_hyphens(all)),
        .value = value,
        .rect = box});
    ui.shield(box);
    const Rect in{box.x + layout.side, box.y + layout.pad, box.w - 2 * layout.side,
                  box.h - 2 * layout.pad};
    draw_words(ui, in, texts, layout, whole);
    if (texts.foot.empty()) return;
    const float row = layout.foot_height();
    const Rect foot = layout.shape == Shape::box
                          ? Rect{in.x, in.bottom() - row, in.w, row}
                          : Rect{in.right() - layout.behind + layout.side, in.y + (in.h - row) / 2,
                                 layout.behind - layout.side, row};
    draw_foot(ui, foot, layout, *notice, whole);
}

} // namespace foyer::ui
