// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/markdown_builder.h"

#include "content/packer/characters.h"
#include "content/packer/labels.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <functional>

namespace foyer::packer {

namespace {

constexpr unsigned max_columns = 6; // what an upright screen has room for
constexpr std::size_t max_problems_per_text = 200;

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    const bool cut = text.size() > longest;
    std::string out = "\"" + std::string(text.substr(0, longest));
    while (cut && (static_cast<unsigned char>(out.back()) & 0xC0u) == 0x80u) out.pop_back();
    return out + (cut ? "…\"" : "\"");
}

std::string text_of(const model::Inline& runs) {
    return std::string(text::trim(model::plain(runs)));
}

} // namespace

MarkdownBuilder::MarkdownBuilder(const PageScope& scope, Checking& checking)
    : scope_(scope), checking_(checking), last_(scope.begin),
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
    if (leaf == Leaf::cell && ++cells_ > max_cells) {
        stop(ahead(), "the tables of this page have too many cells; the rest is not read");
    }
}

void MarkdownBuilder::leave_leaf() {
    flush();
    leaf_ = Leaf::none;
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

model::Inline MarkdownBuilder::take_runs() {
    const std::string whole = pieces_.text();
    check_characters(whole, scope_.source, [&](std::size_t at) { return pieces_.offset(at); },
                     checking_);
    if (is_simple(scope_.language) && leaf_ != Leaf::code) {
        check_sentences(whole, pieces_, scope_, checking_);
    }
    return to_runs(pieces_, scope_, out_.cited, checking_);
}

void MarkdownBuilder::add_paragraph() {
    if (!images_.empty()) return add_figure();
    model::Inline runs = take_runs();
    if (runs.empty()) return;
    if (!open_.empty() && open_.back().kind == Container::item) return add_to_item(std::move(runs));
    if (!open_.empty() && open_.back().kind == Container::quote) {
        return add_to_quote(std::move(runs));
    }
    model::Block block;
    block.text = std::move(runs);
    push(std::move(block));
}

void MarkdownBuilder::add_to_item(model::Inline runs) {
    Open& item = open_.back();
    if (item.block != no_block) {
        if (item.block + 1 != out_.blocks.size()) {
            error(pieces_.begin(), "text behind the inner list; make it an item of its own");
            return;
        }
        runs.front().text.insert(0, "\n");
        model::Inline& text = out_.blocks.back().text;
        text.insert(text.end(), runs.begin(), runs.end());
        return;
    }
    model::Block block;
    block.kind = model::BlockKind::item;
    block.level = list_depth();
    const unsigned number = open_[open_.size() - 2].number;
    block.number = number > 0 ? static_cast<int>(number - 1) : 0;
    block.text = std::move(runs);
    item.block = out_.blocks.size();
    push(std::move(block));
}

void MarkdownBuilder::add_to_quote(model::Inline runs) {
    Open& quote = open_.back();
    if (quote.block != no_block) {
        runs.front().text.insert(0, "\n");
        model::Inline& text = out_.blocks[quote.block].text;
        text.insert(text.end(), runs.begin(), runs.end());
        return;
    }
    constexpr std::string_view key_point = "!!!";
    model::Block block;
    block.kind = model::BlockKind::quote;
    block.level = 1;
    std::string& first = runs.front().text;
    if (first.starts_with(key_point)) {
        block.kind = model::BlockKind::key_point;
        first.erase(0, first.find_first_not_of(" \n", key_point.size()));
        if (first.empty()) runs.erase(runs.begin());
        if (runs.empty()) return error(pieces_.begin(), "this key point is empty");
    }
    block.text = std::move(runs);
    quote.block = out_.blocks.size();
    push(std::move(block));
}

void MarkdownBuilder::add_heading() {
    const std::size_t begin = pieces_.begin();
    model::Block block;
    block.kind = model::BlockKind::heading;
    block.level = level_;
    block.text = take_runs();
    if (std::any_of(block.text.begin(), block.text.end(),
                    [](const model::Run& run) { return run.source > 0; })) {
        error(begin, "a heading cites no source; cite it in the text below");
    }
    const std::string label = text_of(block.text);
    check_label(label, begin, "heading");
    if (label == scope_.title) {
        error(begin, "this heading repeats the title of the page");
    } else if (!headings_.insert(label).second) {
        error(begin, "the heading " + quoted(label) + " stands twice on this page");
    }
    push(std::move(block));
}

void MarkdownBuilder::add_code() {
    model::Block block;
    block.kind = model::BlockKind::code;
    block.level = list_depth() + 1;
    std::string code = pieces_.text();
    check_characters(code, scope_.source, [&](std::size_t at) { return pieces_.offset(at); },
                     checking_);
    while (!code.empty() && code.back() == '\n') code.pop_back();
    model::Run run;
    run.text = std::move(code);
    run.code = true;
    block.text.push_back(std::move(run));
    push(std::move(block));
}

void MarkdownBuilder::add_figure() {
    const Image& image = images_.front();
    if (images_.size() > 1 || !pieces_.blank() || !open_.empty()) {
        error(image.offset, "a figure stands alone in a paragraph");
        return;
    }
    model::Block block;
    block.kind = model::BlockKind::figure;
    block.figure.alt = std::string(text::trim(image.alt));
    const auto place = [&](std::size_t at) { return image.alt_offset + at; };
    check_characters(image.alt, scope_.source, place, checking_);
    Pieces caption;
    caption.add({{}, image.title, image.offset, 0});
    check_characters(image.title, scope_.source,
                     [&](std::size_t at) { return caption.offset(at); }, checking_);
    caption.settle_breaks(scope_.language);
    block.figure.caption = to_runs(caption, scope_, out_.cited, checking_);
    out_.figures.push_back(
        {out_.blocks.size(), image.file, scope_.source.position(image.alt_offset)});
    push(std::move(block));
}

bool MarkdownBuilder::push(model::Block block) {
    if (out_.blocks.size() >= max_blocks) {
        stop(last_, "a page has at most " + std::to_string(max_blocks) +
                        " paragraphs, headings and items; the rest is not read");
        return false;
    }
    out_.blocks.push_back(std::move(block));
    return true;
}

void MarkdownBuilder::check_label(std::string_view label, std::size_t offset, const char* what) {
    if (!says_nothing(label)) return;
    error(offset, "the " + std::string(what) + " " + quoted(label) +
                      " says nothing by itself; name what follows");
}

// ---- places

std::size_t MarkdownBuilder::where(std::string_view bytes) const {
    const std::string_view all = scope_.source.bytes();
    const std::less<const char*> before;
    const bool inside = bytes.data() != nullptr && !before(bytes.data(), all.data()) &&
                        !before(all.data() + all.size(), bytes.data());
    return inside ? static_cast<std::size_t>(bytes.data() - all.data()) : last_;
}

std::size_t MarkdownBuilder::ahead() const {
    const std::string_view all = scope_.source.bytes();
    std::size_t at = last_;
    if (last_ > scope_.begin) at = std::min(all.find('\n', last_), all.size());
    const auto skip_blank = [&] { at = std::min(all.find_first_not_of(" \t\r\n", at), all.size()); };
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
    const std::size_t now = checking_.problems.errors() + checking_.problems.warnings();
    if (!stopped_ && now - problems_before_ > max_problems_per_text) {
        stop(offset, "too many problems in this file; the rest is not read");
    }
}

void MarkdownBuilder::warning(std::size_t offset, std::string message) {
    checking_.problems.warning(scope_.source.file(), scope_.source.position(offset),
                               std::move(message));
}

void MarkdownBuilder::stop(std::size_t offset, std::string message) {
    if (stopped_) return;
    stopped_ = true;
    error(offset, std::move(message));
}

} // namespace foyer::packer
