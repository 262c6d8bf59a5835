// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/markdown_builder.h"

#include <algorithm>
#include <functional>

namespace foyer::packer {

namespace {

constexpr unsigned max_columns = 6; // what an upright screen has room for
constexpr std::size_t max_problems_per_text = 200;

} // namespace

MarkdownBuilder::MarkdownBuilder(const PageScope& scope, Checking& checking)
    : scope_(scope),
      checking_(checking),
      last_(scope.begin),
      problems_before_(checking.problems.errors() + checking.problems.warnings()) {}

// ---- containers

void MarkdownBuilder::open(Open container) {
    if (leaf_ == Leaf::none) flush(); // the text of a tight item ends where a list in it begins
    open_.push_back(container);
    if (open_.size() > static_cast<std::size_t>(max_depth)) {
        stop(ahead(), "lists and quotes are nested too deeply here; the rest is not read");
    }
}

void MarkdownBuilder::enter_quote() {
    if (!open_.empty()) error(ahead(), "a quote stands by itself, not in a list or another quote");
    open({Container::quote});
}

void MarkdownBuilder::leave_quote() { open_.pop_back(); }

void MarkdownBuilder::enter_list(unsigned first) {
    if (!open_.empty() && open_.front().kind == Container::quote) {
        error(ahead(), "a quote holds text only; put the list behind it");
    }
    open({Container::list, first});
}

void MarkdownBuilder::leave_list() { open_.pop_back(); }

void MarkdownBuilder::enter_item() { open({Container::item}); }

void MarkdownBuilder::leave_item() {
    flush();
    open_.pop_back();
    Open& list = open_.back();
    if (list.number > 0) ++list.number;
}

int MarkdownBuilder::list_depth() const {
    return static_cast<int>(std::count_if(open_.begin(), open_.end(), [](const Open& container) {
        return container.kind == Container::item;
    }));
}

// ---- leaves

void MarkdownBuilder::rule() {
    warning(ahead(), "a rule is not shown; begin a new section with a heading");
}

void MarkdownBuilder::enter_heading(int level) {
    enter_leaf(Leaf::heading);
    level_ = level;
    if (!open_.empty()) error(ahead(), "a heading does not stand in a list or quote");
    if (level < 2 || level > 4) {
        error(ahead(), "headings begin at ## and go to ####");
        level_ = std::clamp(level, 2, 4);
    } else if (level > last_level_ + 1) {
        warning(ahead(), "this heading skips a level; write " +
                             std::string(static_cast<std::size_t>(last_level_) + 1, '#'));
    }
    last_level_ = level_;
}

void MarkdownBuilder::enter_table(unsigned columns) {
    if (leaf_ == Leaf::none) flush();
    refuse_but_text(ahead(), "a table");
    if (!open_.empty()) error(ahead(), "a table does not stand in a list or quote");
    if (columns > max_columns) {
        error(ahead(), "this table has " + std::to_string(columns) + " columns; at most " +
                           std::to_string(max_columns) + " fit on an upright screen");
    }
    model::Block block;
    block.kind = model::BlockKind::table;
    push(std::move(block));
}

void MarkdownBuilder::enter_row() {
    if (!out_.blocks.empty()) out_.blocks.back().rows.emplace_back();
}

void MarkdownBuilder::enter_leaf(Leaf leaf) {
    flush();
    leaf_ = leaf;
    if (leaf == Leaf::html) {
        error(ahead(), "HTML is not shown; write Markdown");
    }
    if (leaf == Leaf::code) refuse_but_text(ahead(), "code");
    if (leaf == Leaf::cell && ++cells_ > max_cells) {
        stop(ahead(), "the tables of this page have too many cells; the rest is not read");
    }
}

void MarkdownBuilder::leave_leaf() {
    flush();
    leaf_ = Leaf::none;
    stop_when_too_many();
}

void MarkdownBuilder::flush() {
    pieces_.settle_breaks(scope_.language);
    const bool empty = pieces_.blank() && images_.empty();
    if (leaf_ == Leaf::cell && !stopped_) {
        out_.blocks.back().rows.back().push_back(take_runs());
    } else if (!empty && !stopped_) {
        switch (leaf_) {
        case Leaf::heading: add_heading(); break;
        case Leaf::code: add_code(); break;
        case Leaf::html: break;
        default: add_paragraph(); break;
        }
    }
    if (!images_.empty() && leaf_ != Leaf::paragraph && leaf_ != Leaf::none) {
        error(images_.front().offset, "a figure stands alone in a paragraph");
    }
    pieces_.clear();
    images_.clear();
}

std::size_t MarkdownBuilder::where(std::string_view bytes) const {
    const std::string_view all = scope_.source.bytes();
    const std::less<const char*> before;
    const bool inside = bytes.data() != nullptr && !before(bytes.data(), all.data()) &&
                        !before(all.data() + all.size(), bytes.data());
    return inside ? static_cast<std::size_t>(bytes.data() - all.data()) : last_;
}

void MarkdownBuilder::saw(std::string_view bytes) {
    const std::size_t at = where(bytes);
    const bool in_file = scope_.source.bytes().substr(at, bytes.size()).data() == bytes.data();
    if (in_file) last_ = std::max(last_, at + bytes.size());
}

std::size_t MarkdownBuilder::ahead() const {
    const std::string_view all = scope_.source.bytes();
    std::size_t at = last_;
    if (last_ > scope_.begin) at = std::min(all.find('\n', last_), all.size());
    const auto skip_blank = [&] {
        at = std::min(all.find_first_not_of(" \t\r\n", at), all.size());
    };
    skip_blank();
    if (leaf_ == Leaf::none && last_ > scope_.begin && all.substr(at).starts_with("```")) {
        at = std::min(all.find('\n', at), all.size()); // the fence that ended a code block
        skip_blank();
    }
    return at;
}

void MarkdownBuilder::error(std::size_t offset, std::string message) {
    checking_.problems.error(scope_.source.file(), scope_.source.position(offset),
                             std::move(message));
    stop_when_too_many();
}

void MarkdownBuilder::warning(std::size_t offset, std::string message) {
    checking_.problems.warning(scope_.source.file(), scope_.source.position(offset),
                               std::move(message));
    stop_when_too_many();
}

void MarkdownBuilder::refuse_but_text(std::size_t offset, const char* what) {
    if (scope_.holds == Holds::everything) return;
    error(offset, std::string(what) + " stands on a page only; here is place for text");
}

void MarkdownBuilder::stop_when_too_many() {
    const std::size_t now = checking_.problems.errors() + checking_.problems.warnings();
    if (now - problems_before_ <= max_problems_per_text) return;
    stop(last_, "too many problems in this file; the rest is not read");
}

void MarkdownBuilder::stop(std::size_t offset, std::string message) {
    if (stopped_) return;
    stopped_ = true;
    error(offset, std::move(message));
}

} // namespace foyer::packer
