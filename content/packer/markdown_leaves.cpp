// SPDX-License-Identifier: EUPL-1.2
// The part of MarkdownBuilder that makes blocks of what was collected: paragraphs, items, quotes,
// headings, code, figures.
#include "content/packer/markdown_builder.h"

#include "content/packer/characters.h"
#include "content/packer/labels.h"
#include "kiosk/base/text.h"

#include <algorithm>

namespace foyer::packer {

namespace {

constexpr std::string_view chart_scheme = "chart:";

std::string text_of(const model::Inline& runs) {
    return std::string(text::trim(model::plain(runs)));
}

} // namespace

model::Inline MarkdownBuilder::take_runs() {
    const std::string whole = pieces_.text();
    check_characters(
        whole, scope_.source, [&](std::size_t at) { return pieces_.offset(at); }, checking_);
    if (is_simple(scope_.language) && leaf_ != Leaf::code) {
        check_sentences(whole, pieces_, scope_, checking_);
    }
    return to_runs(pieces_, scope_, out_.cited, checking_);
}

void MarkdownBuilder::add_paragraph() {
    if (!images_.empty()) return add_figure();
    if (pieces_.text().starts_with('|')) {
        error(pieces_.begin(), "this is no table yet: its second line is |---|---|, with three "
                               "dashes for each column");
    }
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
    check_characters(
        code, scope_.source, [&](std::size_t at) { return pieces_.offset(at); }, checking_);
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
    const bool chart = image.file.starts_with(chart_scheme);
    refuse_but_text(image.offset, chart ? "a chart" : "a figure");
    if (chart) return add_chart(image);
    model::Block block;
    block.kind = model::BlockKind::figure;
    block.figure.alt = std::string(text::trim(image.alt));
    const auto place = [&](std::size_t at) { return image.alt_offset + at; };
    check_characters(image.alt, scope_.source, place, checking_);
    Pieces caption;
    caption.add({{}, image.title, image.offset, 0});
    check_characters(
        image.title, scope_.source, [&](std::size_t at) { return caption.offset(at); }, checking_);
    caption.settle_breaks(scope_.language);
    block.figure.caption = to_runs(caption, scope_, out_.cited, checking_);
    out_.figures.push_back(
        {out_.blocks.size(), image.file, scope_.source.position(image.alt_offset)});
    push(std::move(block));
}

void MarkdownBuilder::add_chart(const Image& image) {
    if (!image.alt.empty() || !image.title.empty()) {
        error(image.offset,
              "the words of a chart stand in its [[chart_text]]; write ![](" + image.file + ")");
    }
    out_.charts.push_back({out_.blocks.size(), image.file.substr(chart_scheme.size()),
                           scope_.source.position(image.offset)});
    model::Block block;
    block.kind = model::BlockKind::chart;
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

} // namespace foyer::packer
