// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/room.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

constexpr float least_characters = 20;
/// A title, some sentences and a foot: in fewer lines a step falls to pieces.
constexpr float least_lines = 7;
constexpr float open_lines = 1.3f;
/// What a line is high, in characters that are as wide together.
constexpr float characters_per_line_height = open_lines / 0.53f;
/// A title higher than this is shown once, before the rest; a lower one with each part.
constexpr float most_title = 0.36f;

host::TextSpec headline(const Look& look, const RoomText& text, Type type, float width) {
    host::TextSpec spec = look.text(type, text.title, width, text.language);
    spec.weight = host::Weight::bold;
    spec.line_height = 1.18f;
    spec.hyphens = host::Hyphens::when_needed;
    return spec;
}

/// The title over all parts; without text if it is too high for that.
host::TextSpec lasting_title(const Ui& ui, const RoomText& text, Size area) {
    // A picture, a chart or a map needs the room.
    const bool has_picture =
        text.show == model::TourShow::map ||
        std::any_of(text.body.begin(), text.body.end(), [](const model::Block& block) {
            return block.kind == model::BlockKind::figure || block.kind == model::BlockKind::chart;
        });
    for (const Type type : {Type::heading2, Type::body}) {
        if (has_picture && type == Type::heading2) continue;
        host::TextSpec spec = headline(ui.look, text, type, area.w);
        if (ui.measure(spec).h <= area.h * most_title) return spec;
    }
    return {};
}

void draw_title(Ui& ui, Point at, const host::TextSpec& spec) {
    if (spec.text.empty()) return;
    ui.text(at, spec, ui.plain(), "room.title", Role::heading,
            Spoken(text::without_soft_hyphens(spec.text)));
}

/// A title that is not shown is said all the same.
void tell_title(Ui& ui, const Room& room, const RoomText& text) {
    ui.node(Node{.id = "room.title",
                 .role = Role::heading,
                 .spoken = Spoken(text::without_soft_hyphens(text.title)),
                 .language = text.language,
                 .rect = room.content});
}

/// Below a title that stands over all parts.
Rect below(const Ui& ui, Rect area, const host::TextSpec& title) {
    if (title.text.empty()) return area;
    const float used = ui.measure(title).h + std::round(ui.look.em_px(Type::body) * 0.55f);
    return {area.x, area.y + used, area.w, area.h - used};
}

void draw_mark(Ui& ui, const RoomPlaced& placed, Point at, const std::string& id) {
    const Look& look = ui.look;
    const float em = placed.spec.em_px;
    if (placed.piece->mark == "\u2022") {
        const float dot = std::round(em * 0.3f);
        const float middle = at.y + em * placed.spec.line_height / 2;
        ui.fill({at.x - em * 0.85f, std::round(middle - dot / 2), dot, dot}, look.palette.accent,
                dot / 2);
        return;
    }
    host::TextSpec number = look.text(Type::body, placed.piece->mark, 0, placed.spec.language);
    number.weight = host::Weight::bold;
    number.line_height = placed.spec.line_height;
    ui.text({at.x - em * 0.35f - ui.measure(number).w, at.y}, number, ui.plain(), id + ".number");
}

void draw_placed(Ui& ui, const RoomPlaced& placed, Rect area, const std::string& id,
                 const std::string& language) {
    const Rect box = placed.box.moved(area.x, area.y);
    if (placed.piece->kind != RoomPiece::Kind::text)
        return draw_room_piece(ui, placed, box, id, language);
    const std::string shown = text::without_soft_hyphens(placed.spec.text);
    const bool is_whole = placed.spec.text.size() == placed.piece->spec.text.size();
    if (placed.begins && !placed.piece->mark.empty()) draw_mark(ui, placed, {box.x, box.y}, id);
    ui.text({box.x, box.y}, placed.spec, placed.piece->quiet ? ui.quiet() : ui.plain(), id,
            placed.piece->heading ? Role::heading : Role::text,
            Spoken(shown, is_whole && !placed.piece->say.empty() ? placed.piece->say : shown));
}

/// Room at the end of the foot for the number of the step.
float number_width(const Ui& ui) {
    return ui.measure(ui.look.text(Type::small, "00\u00A0/\u00A000")).w + ui.look.mm(6);
}

struct SourceName {
    std::string who, years;
};

/// Whose the numbers and words of these parts are.
std::vector<SourceName> sources_of(const RoomText& text, const std::vector<RoomPart>& parts) {
    std::vector<SourceName> found;
    const auto add = [&](const model::Source& source) {
        const std::string& who = source.publisher.empty() ? source.title : source.publisher;
        auto one = std::find_if(found.begin(), found.end(),
                                [&](const SourceName& other) { return other.who == who; });
        if (one == found.end()) one = found.insert(found.end(), {who, ""});
        const std::string year = source.date.substr(0, 4);
        if (!year.empty() && one->years.find(year) == std::string::npos) one->years += ", " + year;
    };
    for (const RoomPart& part : parts)
        for (const RoomPlaced& placed : part)
            for (const int number : placed.piece->sources)
                if (number > 0 && number <= static_cast<int>(text.sources.size()))
                    add(text.sources[static_cast<std::size_t>(number) - 1]);
    return found;
}

std::string source_words(const Ui& ui, const std::vector<SourceName>& names, const char* key,
                         bool with_years) {
    std::string all;
    for (const SourceName& one : names)
        all += (all.empty() ? "" : "; ") + one.who + (with_years ? one.years : "");
    return ui.words(key, {{"names", all}});
}

/// As many names as a line of the foot holds; without text if it holds none.
host::TextSpec sources_in_foot(const Ui& ui, const Room& room, const RoomText& text,
                               const RoomPart& part) {
    const std::vector<SourceName> all = sources_of(text, {part});
    for (const bool with_years : {true, false}) {
        std::vector<SourceName> names = all;
        while (!names.empty()) {
            const char* key = names.size() == all.size() ? "tour.source" : "tour.source_more";
            host::TextSpec spec =
                ui.look.text(Type::small, source_words(ui, names, key, with_years),
                             room.foot.w - number_width(ui), text.language);
            spec.may_break_words = false;
            if (ui.lines(spec).size() == 1 && ui.measure(spec).w <= spec.width_px) return spec;
            names.erase(std::max_element(names.begin(), names.end(),
                                         [](const SourceName& one, const SourceName& other) {
                                             return one.who.size() + one.years.size() <
                                                    other.who.size() + other.years.size();
                                         }));
        }
    }
    return {};
}

void draw_sources(Ui& ui, const Room& room, const host::TextSpec& spec) {
    if (spec.text.empty()) return;
    ui.text({room.foot.x, room.foot.bottom() - ui.measure(spec).h}, spec, ui.quiet(),
            "room.sources");
}

RoomPiece whole(const Ui& ui, host::TextSpec spec, bool heading) {
    RoomPiece piece;
    piece.heading = heading;
    piece.quiet = !heading;
    piece.above = std::round(ui.look.em_px(Type::body) * 0.55f);
    piece.spec = std::move(spec);
    return piece;
}

/// The number of the step, and how far the tour has come.
void draw_progress(Ui& ui, const Room& room, const model::Presentation& p, int parts) {
    const Look& look = ui.look;
    const float steps = static_cast<float>(p.tour.steps.size());
    const float part = static_cast<float>(std::min(p.part, parts - 1) + 1);
    const float done = (static_cast<float>(p.step) + part / static_cast<float>(parts)) / steps;
    const float thick = std::max(2.0f, std::round(look.mm(1.4f)));
    const Rect line{0, look.screen.h - thick, look.screen.w, thick};
    ui.fill(line, look.palette.soft);
    ui.fill({line.x, line.y, std::round(line.w * done), line.h}, look.palette.accent);
    const std::string number = std::to_string(p.step + 1),
                      all = std::to_string(p.tour.steps.size());
    const Spoken spoken(ui.words.say("tour.step", {{"number", number}, {"count", all}}));
    const host::TextSpec spec = look.text(Type::small, number + "\u00A0/\u00A0" + all);
    const Size size = ui.measure(spec);
    ui.text({room.foot.right() - size.w, room.foot.bottom() - size.h}, spec, ui.quiet(),
            "room.step", Role::status, spoken);
}

} // namespace

Room::Room(const Look& panel, const std::string& language, Size px, Size mm, float distance_mm,
           float margin)
    : look(panel) {
    const float side = std::max(margin, std::round(px.w * 0.04f));
    const float top = std::round(px.h * 0.045f);
    content = {side, top, px.w - 2 * side, px.h - 2 * top};
    const float wide = content.w / px.w * mm.w, high = content.h / px.h * mm.h;
    readable_mm = std::min({distance_mm, panel.reach_mm(wide, least_characters),
                            panel.reach_mm(high, least_lines * characters_per_line_height)});
    look = panel.seen_from(readable_mm, px, mm);
    look.right_to_left = model::is_right_to_left(language);
    const float line = look.em_px(Type::body) * open_lines;
    foot = {content.x, content.bottom() - line, content.w, line};
    content.h -= line + std::round(line * 0.3f);
}

int draw_room_text(Ui& ui, const Room& room, const RoomText& text,
                   const std::function<int(int)>& choose) {
    const Size area{room.content.w, room.content.h};
    const host::TextSpec title = lasting_title(ui, text, area);
    const Rect body = below(ui, room.content, title);
    std::vector<RoomPiece> pieces = room_pieces(ui, text, {body.w, body.h});
    if (title.text.empty() && !text.title.empty())
        pieces.insert(pieces.begin(), whole(ui, headline(ui.look, text, Type::body, area.w), true));
    std::vector<RoomPart> parts = room_parts(ui, pieces, {body.w, body.h});
    const bool in_foot = std::all_of(parts.begin(), parts.end(), [&](const RoomPart& part) {
        return sources_of(text, {part}).empty() ||
               !sources_in_foot(ui, room, text, part).text.empty();
    });
    if (!in_foot) {
        const std::string words = source_words(ui, sources_of(text, parts), "tour.source", true);
        host::TextSpec spec = ui.look.text(Type::small, words, area.w, text.language);
        spec.line_height = open_lines;
        pieces.push_back(whole(ui, std::move(spec), false));
        parts = room_parts(ui, pieces, {body.w, body.h});
    }
    const int count = static_cast<int>(parts.size());
    const auto part = static_cast<std::size_t>(std::clamp(choose(count), 0, count - 1));
    if (in_foot) draw_sources(ui, room, sources_in_foot(ui, room, text, parts[part]));
    draw_title(ui, {room.content.x, room.content.y}, title);
    // Where it was shown before the rest, it is still what all of it is called.
    if (title.text.empty() && part > 0) tell_title(ui, room, text);
    int number = 0;
    for (const RoomPlaced& placed : parts[part])
        draw_placed(ui, placed, body, "room.block" + std::to_string(number++), text.language);
    return count;
}

int draw_room_step(Ui& ui, const Room& room, const model::Presentation& p) {
    const model::TourStep& step = p.tour.steps[static_cast<std::size_t>(p.step)];
    const RoomText text{step.show, p.tour.card.language, step.title, step.body, step.sources};
    int parts = 1;
    if (step.show == model::TourShow::map) {
        host::TextSpec title = lasting_title(ui, text, {room.content.w, room.content.h});
        draw_title(ui, {room.content.x, room.content.y}, title);
        if (title.text.empty()) tell_title(ui, room, text);
        draw_room_map(ui, p.cases, step, below(ui, room.content, title));
    } else {
        parts = draw_room_text(ui, room, text, [&](int) { return p.part; });
    }
    draw_progress(ui, room, p, parts);
    ui.tell_parts({p.step, parts});
    return parts;
}

} // namespace foyer::ui
