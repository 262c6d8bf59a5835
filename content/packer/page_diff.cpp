// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/page_diff.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <map>

namespace foyer::packer {

namespace {

std::string counted(int count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// The block as an editor sees it: its words and what kind of block it is.
std::string content_of(const model::Block& block) {
    std::string out =
        std::to_string(static_cast<int>(block.kind)) + "\n" + model::plain(block.text);
    for (const auto& row : block.rows) {
        for (const model::Inline& cell : row) out += "\n" + model::plain(cell);
    }
    return out;
}

std::vector<const model::Block*> text_blocks(const model::Page& page) {
    std::vector<const model::Block*> out;
    for (const model::Block& block : page.body) {
        const bool drawn =
            block.kind == model::BlockKind::figure || block.kind == model::BlockKind::chart;
        if (!drawn) out.push_back(&block);
    }
    return out;
}

/// Blocks that the other state does not have; a block that only moved is there.
int missing_in(const std::vector<const model::Block*>& other,
               const std::vector<const model::Block*>& of) {
    std::map<std::string, int> there;
    for (const model::Block* block : other) ++there[content_of(*block)];
    int missing = 0;
    for (const model::Block* block : of) {
        if (--there[content_of(*block)] < 0) ++missing;
    }
    return missing;
}

void compare_text(const model::Page& before, const model::Page& now,
                  std::vector<std::string>& what) {
    const auto old_blocks = text_blocks(before), new_blocks = text_blocks(now);
    const int gone = missing_in(new_blocks, old_blocks), come = missing_in(old_blocks, new_blocks);
    const int reworded = std::min(gone, come);
    if (reworded > 0)
        what.push_back(counted(reworded, "paragraph reworded", "paragraphs reworded"));
    if (come > reworded) {
        what.push_back(counted(come - reworded, "paragraph added", "paragraphs added"));
    }
    if (gone > reworded) {
        what.push_back(counted(gone - reworded, "paragraph removed", "paragraphs removed"));
    }
    if (gone > 0 || come > 0) return;
    const bool same =
        std::equal(old_blocks.begin(), old_blocks.end(), new_blocks.begin(), new_blocks.end(),
                   [](const auto* a, const auto* b) { return *a == *b; });
    if (same) return;
    const bool moved =
        !std::equal(old_blocks.begin(), old_blocks.end(), new_blocks.begin(), new_blocks.end(),
                    [](const auto* a, const auto* b) { return content_of(*a) == content_of(*b); });
    what.push_back(moved ? "order of the paragraphs" : "emphasis, links or citations");
}

std::map<std::string, const model::Figure*> figures(const model::Page& page) {
    std::map<std::string, const model::Figure*> out;
    for (const model::Block& block : page.body) {
        if (block.kind == model::BlockKind::figure) out[block.figure.media] = &block.figure;
    }
    return out;
}

std::string file_name(const std::string& media) { return media.substr(media.find('/') + 1); }

void compare_figures(const model::Page& before, const model::Page& now,
                     std::vector<std::string>& what) {
    const auto old_figures = figures(before), new_figures = figures(now);
    for (const auto& [media, figure] : new_figures) {
        const auto old = old_figures.find(media);
        if (old == old_figures.end()) {
            what.push_back("figure " + file_name(media) + " added");
            continue;
        }
        if (old->second->alt != figure->alt || old->second->long_text != figure->long_text) {
            what.push_back("description of the figure " + file_name(media));
        }
        if (old->second->caption != figure->caption) {
            what.push_back("caption of the figure " + file_name(media));
        }
    }
    for (const auto& [media, figure] : old_figures) {
        if (new_figures.count(media) == 0) {
            what.push_back("figure " + file_name(media) + " removed");
        }
    }
}

std::map<std::string, const model::Chart*> charts(const model::Page& page) {
    std::map<std::string, const model::Chart*> out;
    for (const model::Block& block : page.body) {
        if (block.kind == model::BlockKind::chart) out[block.chart.title] = &block.chart;
    }
    return out;
}

void compare_charts(const model::Page& before, const model::Page& now,
                    std::vector<std::string>& what) {
    const auto old_charts = charts(before), new_charts = charts(now);
    const auto named = [](const std::string& title) {
        return "chart \"" + text::without_soft_hyphens(title) + "\" ";
    };
    for (const auto& [title, chart] : new_charts) {
        const auto old = old_charts.find(title);
        if (old == old_charts.end()) {
            what.push_back(named(title) + "added");
        } else if (*old->second != *chart) {
            what.push_back(named(title) + "changed");
        }
    }
    for (const auto& [title, chart] : old_charts) {
        if (new_charts.count(title) == 0) what.push_back(named(title) + "removed");
    }
}

void compare_facts(const model::Page& before, const model::Page& now,
                   std::vector<std::string>& what) {
    if (before.facts.has_value() != now.facts.has_value()) {
        what.push_back("kind of the page");
        return;
    }
    if (!now.facts) return;
    model::CaseFacts old = *before.facts, fresh = *now.facts;
    if (old.results != fresh.results) what.push_back("results");
    if (old.lessons != fresh.lessons) what.push_back("lessons");
    old.results.clear();
    fresh.results.clear();
    old.lessons.clear();
    fresh.lessons.clear();
    if (old != fresh) what.push_back("facts");
}

} // namespace

std::vector<std::string> changes(const model::Page& before, const model::Page& now) {
    std::vector<std::string> what;
    const auto note = [&](bool differs, const char* name) {
        if (differs) what.push_back(name);
    };
    note(before.card.title != now.card.title, "title");
    note(before.card.line != now.card.line, "line on the card");
    note(before.summary != now.summary, "summary");
    compare_text(before, now, what);
    compare_facts(before, now, what);
    compare_figures(before, now, what);
    compare_charts(before, now, what);
    note(before.sources != now.sources, "sources");
    note(before.card.topic != now.card.topic, "topic");
    note(before.updated != now.updated, "date of the last change");
    note(before.checked_by != now.checked_by, "who checked it");
    const auto ids = [](const std::vector<model::Card>& cards) {
        std::vector<std::string> out;
        for (const model::Card& card : cards) out.push_back(card.page);
        return out;
    };
    note(ids(before.related) != ids(now.related), "related pages");
    return what;
}

} // namespace foyer::packer
