// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/semantics.h"

#include <algorithm>

namespace foyer::ui {

model::Scroll ScrollArea::at(float to) const {
    model::Scroll scroll;
    scroll.layout = layout;
    scroll.offset_px = std::clamp(to, 0.0f, most);
    const auto above = std::upper_bound(tops.begin(), tops.end(), scroll.offset_px);
    if (above == tops.begin()) return scroll;
    scroll.item = static_cast<int>(above - tops.begin()) - 1;
    const float top = tops[static_cast<std::size_t>(scroll.item)];
    const float next = above == tops.end() ? most + viewport.h : *above;
    if (next > top) scroll.part = (scroll.offset_px - top) / (next - top);
    return scroll;
}

float ScrollArea::offset_of(const model::Scroll& scroll) const {
    if (scroll.layout == layout) return std::clamp(scroll.offset_px, 0.0f, most);
    if (tops.empty()) return 0;
    const std::size_t item =
        std::min(static_cast<std::size_t>(std::max(scroll.item, 0)), tops.size() - 1);
    const float next = item + 1 < tops.size() ? tops[item + 1] : most + viewport.h;
    return std::clamp(tops[item] + scroll.part * (next - tops[item]), 0.0f, most);
}

const Node* Tree::find(const std::string& id) const {
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

const Node* Tree::at(Point point) const {
    const Node* hit = nullptr;
    const bool shielded = shield && shield->contains(point);
    for (const Node& node : nodes) {
        if (!node.operable() || !node.rect.contains(point)) continue;
        if (shielded && intersection(node.rect, *shield) != *shield) continue;
        if (node.scrolls && scroll && !scroll->viewport.contains(point)) continue;
        if (hit && node.rank == Rank::word && hit->rank != Rank::none) continue;
        hit = &node;
    }
    return hit;
}

std::vector<std::string> Tree::focus_order() const {
    std::vector<std::string> order;
    for (const Node& node : nodes) {
        if (node.operable() && node.rank != Rank::word) order.push_back(node.id);
    }
    return order;
}

const char* name(Role role) {
    switch (role) {
    case Role::screen: return "screen";
    case Role::heading: return "heading";
    case Role::text: return "text";
    case Role::button: return "button";
    case Role::toggle: return "toggle";
    case Role::field: return "field";
    case Role::key: return "key";
    case Role::image: return "image";
    case Role::dialog: return "dialog";
    case Role::status: return "status";
    case Role::word: return "word";
    }
    return "";
}

const char* name(Rank rank) {
    switch (rank) {
    case Rank::none: return "none";
    case Rank::primary: return "primary";
    case Rank::secondary: return "secondary";
    case Rank::key: return "key";
    case Rank::word: return "word";
    }
    return "";
}

} // namespace foyer::ui
