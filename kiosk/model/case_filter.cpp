// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/case_filter.h"

#include <algorithm>
#include <array>

namespace foyer::model {

namespace {

/// From small to large, from running to undone; what is not named here follows by its letters.
constexpr std::array<std::string_view, 12> order = {"small",    "medium",  "large",    "metropolis",
                                                    "state",    "country", "network",  "running",
                                                    "finished", "mixed",   "reversed", "stopped"};

bool stands_before(const std::string& a, const std::string& b) {
    const auto at_a = std::find(order.begin(), order.end(), a);
    const auto at_b = std::find(order.begin(), order.end(), b);
    return at_a != at_b ? at_a < at_b : a < b;
}

std::vector<std::string> values_of(const CaseMark& mark, FilterPart part) {
    if (part == &CaseFilter::domain) return mark.domains;
    return {part == &CaseFilter::status ? mark.card.status : mark.size};
}

} // namespace

bool matches(const CaseMark& mark, const CaseFilter& filter) {
    for (const FilterPart part : {&CaseFilter::domain, &CaseFilter::status, &CaseFilter::size}) {
        const std::vector<std::string> own = values_of(mark, part);
        const std::string& wanted = filter.*part;
        if (!wanted.empty() && std::find(own.begin(), own.end(), wanted) == own.end()) return false;
    }
    return true;
}

std::vector<const CaseMark*> shown(const std::vector<CaseMark>& cases, const CaseFilter& filter) {
    std::vector<const CaseMark*> out;
    for (const CaseMark& mark : cases) {
        if (matches(mark, filter)) out.push_back(&mark);
    }
    return out;
}

std::vector<std::string> values(const std::vector<CaseMark>& cases, const CaseFilter& filter,
                                FilterPart part) {
    CaseFilter others = filter;
    (others.*part).clear();
    std::vector<std::string> all;
    for (const CaseMark* mark : shown(cases, others)) {
        for (const std::string& value : values_of(*mark, part)) {
            if (!value.empty()) all.push_back(value);
        }
    }
    std::sort(all.begin(), all.end(), stands_before);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

CaseFilter stepped(const std::vector<CaseMark>& cases, CaseFilter filter, FilterPart part) {
    const std::vector<std::string> all = values(cases, filter, part);
    const auto now = std::find(all.begin(), all.end(), filter.*part);
    const auto next = (filter.*part).empty() ? all.begin() : now == all.end() ? now : now + 1;
    filter.*part = next == all.end() ? std::string() : *next;
    return filter;
}

} // namespace foyer::model
