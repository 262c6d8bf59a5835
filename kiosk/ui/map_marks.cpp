// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace foyer::ui {

namespace {

Rect target_at(Point at, Rect viewport, float side) {
    const auto kept = [&](float centre, float begin, float room) {
        return std::clamp(std::round(centre - side / 2), begin, begin + room - side);
    };
    return {kept(at.x, viewport.x, viewport.w), kept(at.y, viewport.y, viewport.h), side, side};
}

/// Of two targets of one size: in x or in y, whichever keeps them further apart.
float distance(const Rect& a, const Rect& b) {
    return std::max(std::abs(a.x - b.x), std::abs(a.y - b.y));
}

void join(Mark& into, const Mark& other, Rect viewport) {
    const float n = static_cast<float>(into.cases.size()),
                m = static_cast<float>(other.cases.size());
    into.at = {(into.at.x * n + other.at.x * m) / (n + m),
               (into.at.y * n + other.at.y * m) / (n + m)};
    into.cases.insert(into.cases.end(), other.cases.begin(), other.cases.end());
    into.target = target_at(into.at, viewport, into.target.w);
}

/// The two marks that are nearest to each other become one if they are too near; false: none are.
bool join_two(std::vector<Mark>& all, Rect viewport, const MarkSizes& sizes) {
    float nearest = sizes.target + sizes.gap;
    std::size_t one = 0, other = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const float apart = distance(all[i].target, all[j].target);
            if (apart >= nearest) continue;
            nearest = apart;
            one = i;
            other = j;
        }
    }
    if (one == other) return false;
    join(all[one], all[other], viewport);
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(other));
    return true;
}

/// In the middle between the outermost, so that a view that has room for them holds them all.
model::Spot middle(const std::vector<const model::CaseMark*>& cases) {
    Plane least = projected(cases.front()->spot), most = least;
    for (const model::CaseMark* one : cases) {
        const Plane p = projected(one->spot);
        least = {std::min(least.x, p.x), std::min(least.y, p.y)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y)};
    }
    return spot_at({(least.x + most.x) / 2, (least.y + most.y) / 2});
}

/// The nearest view in which they are more than one mark.
std::optional<model::MapView> parted(const Mark& mark, const model::MapView& view, Rect viewport,
                                     const MarkSizes& sizes) {
    model::MapView closer = view;
    closer.centre = middle(mark.cases);
    while (closer.zoom < most_zoom) {
        ++closer.zoom;
        const std::vector<Mark> now = marks(mark.cases, Sight(closer, viewport), sizes);
        if (now.size() == 1 && now.front().cases.size() == mark.cases.size()) continue;
        if (now.empty()) closer.centre = mark.cases.front()->spot;
        return closer;
    }
    return std::nullopt;
}

} // namespace

std::vector<Mark> marks(const std::vector<const model::CaseMark*>& cases, const Sight& sight,
                        const MarkSizes& sizes) {
    std::vector<Mark> all;
    for (const model::CaseMark* one : cases) {
        const Point at = sight.at(projected(one->spot));
        if (!sight.viewport.contains(at)) continue;
        all.push_back({{one}, at, target_at(at, sight.viewport, sizes.target)});
    }
    while (join_two(all, sight.viewport, sizes)) {
    }
    return all;
}

model::MapView touched(const Mark& mark, const model::MapView& view, Rect viewport,
                       const MarkSizes& sizes) {
    if (mark.cases.size() > 1) {
        if (const auto closer = parted(mark, view, viewport, sizes)) return *closer;
    }
    model::MapView next = view;
    next.chosen = mark.cases.front()->card.page;
    next.list = true;
    return next;
}

std::vector<const model::CaseMark*> chosen(const std::vector<const model::CaseMark*>& cases,
                                           const model::MapView& view, Rect viewport,
                                           const MarkSizes& sizes) {
    const auto one = std::find_if(cases.begin(), cases.end(), [&](const model::CaseMark* c) {
        return c->card.page == view.chosen;
    });
    if (one == cases.end()) return {};
    model::MapView closest = view;
    closest.centre = (*one)->spot;
    closest.zoom = most_zoom;
    for (const Mark& mark : marks(cases, Sight(closest, viewport), sizes)) {
        if (std::find(mark.cases.begin(), mark.cases.end(), *one) == mark.cases.end()) continue;
        return mark.cases;
    }
    return {*one};
}

} // namespace foyer::ui
