// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, 255); }
ImVec2 vec(float x, float y) { return {x, y}; }

ImTextureID texture(host::TextureId id) { return reinterpret_cast<ImTextureID>(id); }

} // namespace

Ui::Ui(const Look& with_look, const Words& with_words, const Caches& caches,
       const Touch& with_touch, ImDrawList& list)
    : look(with_look), words(with_words), touch(with_touch), caches_(caches), list_(list) {}

Rect Ui::mirrored(Rect rect) const {
    if (look.right_to_left) rect.x = look.screen.w - rect.x - rect.w;
    return rect;
}

Point Ui::mirrored(Point point) const {
    if (look.right_to_left) point.x = look.screen.w - point.x;
    return point;
}

void Ui::fill(Rect rect, Colour colour, float radius) {
    if (muted_) return;
    const Rect r = mirrored(rect);
    list_.AddRectFilled(vec(r.x, r.y), vec(r.right(), r.bottom()), packed(colour), radius);
}

void Ui::edge(Rect rect, Colour colour, float thickness, float radius) {
    if (muted_) return;
    const Rect r = mirrored(rect).inset(thickness / 2);
    list_.AddRect(vec(r.x, r.y), vec(r.right(), r.bottom()), packed(colour), radius, 0, thickness);
}

void Ui::stroke(Point from, Point to, Colour colour, float thickness) {
    if (muted_) return;
    const Point a = mirrored(from), b = mirrored(to);
    list_.AddLine(vec(a.x, a.y), vec(b.x, b.y), packed(colour), thickness);
}

void Ui::dot(Point centre, float radius, Colour colour) {
    if (muted_) return;
    const Point c = mirrored(centre);
    list_.AddCircleFilled(vec(c.x, c.y), radius, packed(colour));
}

void Ui::polygon(const std::vector<Point>& points, Colour colour) {
    if (muted_) return;
    std::vector<ImVec2> corners;
    for (const Point p : points) corners.push_back(vec(mirrored(p).x, p.y));
    // Dear ImGui wants them clockwise, or its soft edges lie inside.
    if (look.right_to_left) std::reverse(corners.begin(), corners.end());
    list_.AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()), packed(colour));
}

void Ui::surface(const std::vector<Point>& points, const std::vector<std::uint16_t>& corners,
                 Colour colour, Rect seen) {
    if (muted_) return;
    const auto is_seen = [&](const Point& a, const Point& b, const Point& c) {
        return std::max({a.x, b.x, c.x}) > seen.x && std::min({a.x, b.x, c.x}) < seen.right() &&
               std::max({a.y, b.y, c.y}) > seen.y && std::min({a.y, b.y, c.y}) < seen.bottom();
    };
    std::vector<std::uint16_t> kept;
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        if (is_seen(points[corners[i]], points[corners[i + 1]], points[corners[i + 2]]))
            kept.insert(kept.end(), {corners[i], corners[i + 1], corners[i + 2]});
    }
    if (kept.empty()) return;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve(static_cast<int>(kept.size()), static_cast<int>(points.size()));
    const unsigned first = list_._VtxCurrentIdx;
    for (const std::uint16_t corner : kept)
        list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
    for (const Point p : points) list_.PrimWriteVtx(vec(p.x, p.y), white, packed(colour));
}

void Ui::line(const std::vector<Point>& points, Colour colour, float thickness) {
    if (muted_) return;
    std::vector<ImVec2> way;
    for (const Point p : points) way.push_back(vec(p.x, p.y));
    list_.AddPolyline(way.data(), static_cast<int>(way.size()), packed(colour), 0, thickness);
}

void Ui::icon(Rect box, const std::string& name, Colour colour, Points points) {
    if (muted_) return;
    const Rect r = mirrored(box);
    const float side = std::floor(std::min(r.w, r.h));
    const PictureTexture icon = caches_.icons.get(name, static_cast<int>(side));
    if (icon.id == 0) return;
    const float x = std::round(r.centre().x - side / 2), y = std::round(r.centre().y - side / 2);
    const bool turned = points == Points::along && look.right_to_left;
    list_.AddImage(texture(icon.id), vec(x, y), vec(x + side, y + side), vec(turned ? 1 : 0, 0),
                   vec(turned ? 0 : 1, 1), packed(colour));
}

void Ui::clip(Rect rect) {
    if (muted_) return;
    const Rect r = mirrored(rect);
    list_.PushClipRect(vec(r.x, r.y), vec(r.right(), r.bottom()), true);
}

void Ui::unclip() {
    if (!muted_) list_.PopClipRect();
}

Size Ui::measure(const host::TextSpec& spec) const { return caches_.texts.block(spec).size(); }

const std::vector<host::TextLine>& Ui::lines(const host::TextSpec& spec) const {
    return caches_.texts.block(spec).lines();
}

host::TextSpec Ui::fitting(std::initializer_list<Type> steps, const std::string& words_to_set,
                           Size box) const {
    return fitting(steps, words_to_set, box, look.language);
}

host::TextSpec Ui::fitting(std::initializer_list<Type> steps, const std::string& words_to_set,
                           Size box, const std::string& in_language) const {
    host::TextSpec spec;
    for (const Type step : steps) {
        spec = look.text(step, words_to_set, box.w, in_language);
        spec.may_break_words = false;
        const Size size = measure(spec);
        if (size.w <= spec.width_px && size.h <= box.h) break;
    }
    spec.may_break_words = true;
    return spec;
}

TextFacts Ui::facts(const host::TextSpec& spec, Tone tone) const {
    const host::TextBlock& block = caches_.texts.block(spec);
    TextFacts facts;
    facts.em_px = spec.em_px;
    facts.cap_mm = look.cap_mm_of(spec.em_px);
    facts.line_height = spec.line_height;
    facts.lines = static_cast<int>(block.lines().size());
    facts.missing = block.missing_glyphs();
    facts.overflow = block.overflows();
    facts.colour = tone.front;
    facts.background = tone.back;
    for (const host::TextLine& line : block.lines()) {
        const std::string words_of_line = text::without_soft_hyphens(
            std::string_view(spec.text).substr(line.begin, line.end - line.begin));
        facts.longest_line =
            std::max(facts.longest_line, static_cast<int>(text::length(words_of_line)));
        facts.hyphens += line.hyphen ? 1 : 0;
        facts.line_texts.push_back(words_of_line);
    }
    return facts;
}

/// Where the lines of a block stand when it is drawn at `at`, written left to right.
Rect Ui::placed(Point at, const host::TextSpec& spec) const {
    const Size size = measure(spec);
    const float room = std::max(0.0f, spec.width_px > 0 ? spec.width_px - size.w : 0.0f);
    const float before = spec.align == host::Align::start    ? 0
                         : spec.align == host::Align::centre ? room / 2
                                                             : room;
    return {at.x + before, at.y, size.w, size.h};
}

void Ui::paint_text(Point at, const host::TextSpec& spec, Colour colour) {
    const Rect box = mirrored(placed(at, spec));
    const Rect seen = scrolling_ ? mirrored(viewport_) : look.screen;
    if (intersection(box, {seen.x - box.w, seen.y, seen.w + 2 * box.w, seen.h}).empty()) return;
    const TextCache::Texture drawn = caches_.texts.texture(spec);
    if (drawn.id == 0) return;
    const float x = std::round(box.x) - TextCache::pad, y = std::round(box.y) - TextCache::pad;
    list_.AddImage(texture(drawn.id), vec(x, y),
                   vec(x + static_cast<float>(drawn.width), y + static_cast<float>(drawn.height)),
                   vec(0, 0), vec(1, 1), packed(colour));
}

std::vector<Rect> Ui::boxes(Point at, const host::TextSpec& spec, std::uint32_t begin,
                            std::uint32_t end) const {
    const host::TextBlock& block = caches_.texts.block(spec);
    // The boxes come in coordinates of the screen; callers write left to right, so mirror them
    // back.
    const Rect box = mirrored(placed(at, spec));
    std::vector<Rect> out;
    for (const Rect& r : block.rects(begin, end)) out.push_back(mirrored(r.moved(box.x, box.y)));
    return out;
}

int Ui::text_node(Point at, const host::TextSpec& spec, Tone tone, Node made) {
    made.rect = placed(at, spec);
    made.language = spec.language;
    if (muted_) return -1;
    if (touch.facts) made.text = facts(spec, tone);
    paint_text(at, spec, tone.front);
    return node(std::move(made));
}

float Ui::text(Point at, const host::TextSpec& spec, Tone tone, const std::string& id, Role role,
               const Spoken& spoken) {
    text_node(at, spec, tone, Node{.id = id, .role = role, .spoken = spoken, .rect = {}});
    return measure(spec).h;
}

float Ui::label(Point at, const host::TextSpec& spec, Tone tone, int parent) {
    if (!muted_) {
        const std::string id = this->at(parent).id + "/" + std::to_string(tree_.nodes.size());
        text_node(at, spec, tone,
                  Node{.id = id,
                       .role = Role::text,
                       .spoken = Spoken(text::without_soft_hyphens(spec.text)),
                       .rect = {},
                       .parent = parent,
                       .spoken_by_parent = true});
    }
    return measure(spec).h;
}

void Ui::label_in(Rect box, const host::TextSpec& spec, Tone tone, int parent) {
    const Size size = measure(spec);
    const float x =
        spec.width_px > 0 ? box.x + (box.w - spec.width_px) / 2 : box.x + (box.w - size.w) / 2;
    label({std::round(x), std::round(box.y + (box.h - size.h) / 2)}, spec, tone, parent);
}

int Ui::node(Node made) {
    if (muted_) return -1;
    made.rect = mirrored(made.rect);
    made.scrolls = scrolling_;
    const Rect seen = intersection(made.rect, scrolling_ ? mirrored(viewport_) : look.screen);
    const float area = made.rect.w * made.rect.h;
    made.visible = area > 0 ? seen.w * seen.h / area : 0;
    if (made.language.empty()) made.language = look.language;
    tree_.nodes.push_back(std::move(made));
    return static_cast<int>(tree_.nodes.size()) - 1;
}

Node* Ui::find(const std::string& id) { return const_cast<Node*>(tree_.find(id)); }

Tone Ui::tone(const ButtonStyle& style) const {
    const Palette& p = look.palette;
    if (style.fill == Fill::accent || style.selected) return {p.on_accent, p.accent};
    return {p.ink, style.fill == Fill::soft ? p.soft : p.paper};
}

int Ui::button(const std::string& id, Rect rect, Rank rank, const Spoken& spoken,
               model::Action action, const ButtonStyle& style) {
    if (muted_) return -1;
    const Palette& p = look.palette;
    const bool pressed = touch.pressed == id;
    const Tone on = tone(style);
    if (style.fill != Fill::none || pressed) {
        // Pressed: the surface darkens and a strong edge appears inside it, so that it shows
        // without colour too.
        fill(rect, pressed ? mixed(on.back, on.front, 0.16f) : on.back, look.radius);
    }
    if (style.edge) edge(rect, p.line, look.edge, look.radius);
    if (pressed) edge(rect, on.front, look.ring, look.radius);
    return node(Node{.id = id,
                     .role = Role::button,
                     .rank = rank,
                     .spoken = spoken,
                     .rect = rect,
                     .action = std::move(action)});
}

void Ui::picture(Rect box, const PictureKey& key, const std::string& id, const Spoken& spoken,
                 int parent) {
    if (muted_) return;
    node(Node{.id = id,
              .role = Role::image,
              .spoken = spoken,
              .rect = box,
              .parent = parent,
              .spoken_by_parent = parent >= 0});
    if (!sees(box)) return;
    const Pictures::Found found = caches_.pictures.get(key);
    if (found.state == Pictures::State::broken) {
        fill(box, look.palette.soft, look.radius);
        edge(box, look.palette.line, look.edge, look.radius);
        const host::TextSpec words_spec =
            look.text(Type::small, words("page.picture_broken"), box.w - 2 * look.padding);
        const Size size = measure(words_spec);
        text({box.x + look.padding, box.y + (box.h - size.h) / 2}, words_spec,
             {look.palette.ink, look.palette.soft}, id + ".broken");
    }
    if (found.state != Pictures::State::ready) return;
    const Rect r = mirrored(box);
    const float w = static_cast<float>(found.texture.width),
                h = static_cast<float>(found.texture.height);
    const float x = std::round(r.centre().x - w / 2), y = std::round(r.centre().y - h / 2);
    list_.AddImage(texture(found.texture.id), vec(x, y), vec(x + w, y + h));
}

namespace {

/// Moves what was drawn from vertex `vertex` and command `command` on.
void move_drawn(ImDrawList& list, int vertex, int command, float dx, float dy) {
    for (int i = vertex; i < list.VtxBuffer.Size; ++i) {
        list.VtxBuffer[i].pos.x += dx;
        list.VtxBuffer[i].pos.y += dy;
    }
    for (int i = command; i < list.CmdBuffer.Size; ++i) {
        ImVec4& clip = list.CmdBuffer[i].ClipRect;
        clip = {clip.x + dx, clip.y + dy, clip.z + dx, clip.w + dy};
    }
}

} // namespace

void Ui::inset(const Look& other, Rect box, Nodes nodes, const std::function<void(Ui&)>& body) {
    if (muted_) return;
    const Rect place = mirrored(box);
    list_.PushClipRect(vec(0, 0), vec(box.w, box.h));
    const int vertex = list_.VtxBuffer.Size, command = list_.CmdBuffer.Size - 1;
    Ui inner(other, words, caches_, touch, list_);
    body(inner);
    Tree drawn = inner.finish();
    move_drawn(list_, vertex, command, place.x, place.y);
    list_.PopClipRect();
    if (nodes == Nodes::dropped) return;
    const int first = static_cast<int>(tree_.nodes.size());
    for (Node& node : drawn.nodes) {
        node.rect = node.rect.moved(place.x, place.y);
        if (node.parent >= 0) node.parent += first;
        if (node.text) node.text->cap_mm = look.cap_mm_of(node.text->em_px);
        tree_.nodes.push_back(std::move(node));
    }
    if (drawn.parts) tree_.parts = drawn.parts;
}

void Ui::begin_scroll(Rect viewport) {
    clip(viewport);
    scrolling_ = true;
    viewport_ = viewport;
}

void Ui::end_scroll(ScrollArea area) {
    unclip();
    scrolling_ = false;
    if (muted_) return;
    area.viewport = mirrored(area.viewport);
    tree_.scroll = std::move(area);
}

void Ui::cover() {
    for (Node& node : tree_.nodes) node.covered = true;
    tree_.scroll.reset();
    tree_.follows.reset();
}

void Ui::follow_finger(Rect viewport) { tree_.follows = mirrored(viewport); }

void Ui::shield(Rect rect) { tree_.shield = mirrored(rect); }

void Ui::veil(Rect rect) {
    const Rect r = mirrored(rect);
    const Colour c = look.palette.paper;
    list_.AddRectFilled(vec(r.x, r.y), vec(r.right(), r.bottom()), IM_COL32(c.r, c.g, c.b, 200));
}

bool Ui::sees(Rect rect) const {
    return !muted_ && !intersection(rect, scrolling_ ? viewport_ : look.screen).empty();
}

Tree Ui::finish() {
    const Node* focused = touch.keys && !touch.focus.empty() ? tree_.find(touch.focus) : nullptr;
    if (focused && focused->operable()) {
        // Two rings, dark and light, so that one of them shows on any surface.
        const float t = look.ring;
        const Rect r = focused->rect;
        const auto ring = [&](float out, Colour colour) {
            const Rect o = r.inset(-out);
            list_.AddRect(vec(o.x, o.y), vec(o.right(), o.bottom()), packed(colour),
                          look.radius + out, 0, t);
        };
        ring(t / 2, look.palette.paper);
        ring(t * 1.5f, look.palette.focus);
    }
    return std::move(tree_);
}

} // namespace foyer::ui
