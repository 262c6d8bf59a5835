// SPDX-License-Identifier: EUPL-1.2
// The half of MarkdownBuilder that lives inside a paragraph: text, links, pictures, entities.
#include "content/packer/markdown_builder.h"

#include "content/packer/suggest.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace foyer::packer {

namespace {

constexpr std::string_view page_scheme = "page:", glossary_scheme = "glossary:";

} // namespace

void MarkdownBuilder::add_text(std::string_view bytes) {
    const std::size_t at = where(bytes);
    saw(bytes);
    add_text(bytes, at);
}

void MarkdownBuilder::add_text(std::string_view bytes, std::size_t at) {
    if (pieces_.bytes() + bytes.size() > max_leaf_bytes) {
        return stop(at, "this paragraph is longer than " + std::to_string(max_leaf_bytes) +
                            " bytes; the rest is not read");
    }
    if (in_image_ > 0) {
        Image& image = images_.back();
        if (image.alt.empty()) image.alt_offset = at;
        if (image.alt.size() + bytes.size() <= max_leaf_bytes) image.alt += bytes;
        return;
    }
    Piece piece;
    piece.style = link_;
    piece.style.bold = bold_ > 0;
    piece.style.italic = italic_ > 0;
    piece.style.code = code_ > 0;
    piece.text = bytes;
    piece.offset = at;
    pieces_.add(std::move(piece));
}

void MarkdownBuilder::add_entity(std::string_view entity) {
    const std::string text = entity_text(entity);
    const std::size_t at = where(entity);
    saw(entity);
    if (text.empty()) {
        return error(at, "unknown character " + quoted(entity) + "; write the character itself");
    }
    add_text(text, at);
}

void MarkdownBuilder::add_break(char c) {
    if (in_image_ > 0) c = ' ';
    add_text(std::string_view(&c, 1));
}

void MarkdownBuilder::html(std::string_view bytes) {
    const std::size_t at = where(bytes);
    if (leaf_ != Leaf::html) error(at, "HTML is not shown; write Markdown");
    saw(bytes);
}

void MarkdownBuilder::enter_link(std::string_view target) {
    link_ = {};
    const std::size_t at = where(target);
    link_begin_ = pieces_.bytes();
    if (target.starts_with(page_scheme)) {
        link_to_page(std::string(target.substr(page_scheme.size())), at);
    } else if (target.starts_with(glossary_scheme)) {
        link_to_term(std::string(target.substr(glossary_scheme.size())), at);
    } else if (target.find("://") != std::string_view::npos || target.starts_with("mailto:")) {
        error(at, "a web address is not a link on a kiosk; add it to sources.toml and cite it: "
                  "[@source]");
    } else {
        error(at, "a link leads to page:… or glossary:…");
    }
}

void MarkdownBuilder::leave_link() {
    if (in_image_ == 0) {
        const std::string label(text::trim(pieces_.text().substr(link_begin_)));
        check_label(label, pieces_.offset(link_begin_), "link");
        if (label.empty()) error(last_, "this link has no text");
    }
    link_ = {};
}

void MarkdownBuilder::link_to_page(const std::string& id, std::size_t at) {
    if (checking_.index.pages.count(id) == 0) {
        return error(at, "there is no page " + quoted(id) + suggestion(id, checking_.index.pages));
    }
    link_.page = id;
    if (id == scope_.page) error(at, "this page links to itself");
    if (std::find(out_.pages.begin(), out_.pages.end(), id) == out_.pages.end()) {
        out_.pages.push_back(id);
    }
}

void MarkdownBuilder::link_to_term(const std::string& id, std::size_t at) {
    if (checking_.index.terms.count(id) == 0) {
        return error(at, "the glossary has no term " + quoted(id) +
                             suggestion(id, checking_.index.terms));
    }
    link_.term = id;
}

void MarkdownBuilder::enter_image(std::string_view file, std::string_view title) {
    if (in_image_++ > 0) return; // an image in an image's text is part of that text
    Image image;
    image.file = file;
    image.title = text::replace_all(title, "\n", " ");
    image.alt_offset = where(file);
    image.offset = where(title.empty() ? file : title);
    images_.push_back(std::move(image));
}

void MarkdownBuilder::leave_image() { --in_image_; }

std::string entity_text(std::string_view entity) {
    struct Named {
        std::string_view name, text;
    };
    constexpr std::array<Named, 7> known = {{{"&amp;", "&"},
                                             {"&lt;", "<"},
                                             {"&gt;", ">"},
                                             {"&quot;", "\""},
                                             {"&apos;", "'"},
                                             {"&nbsp;", text::no_break_space},
                                             {"&shy;", text::soft_hyphen}}};
    for (const Named& one : known) {
        if (one.name == entity) return std::string(one.text);
    }
    if (!entity.starts_with("&#") || entity.size() < 4 || entity.size() > 12) return {};
    const bool hexadecimal = entity[2] == 'x' || entity[2] == 'X';
    const std::string digits(entity.substr(hexadecimal ? 3 : 2));
    const unsigned long code = std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < 0x20 || code > 0x10FFFF || surrogate) return {};
    std::string out;
    text::append(out, static_cast<char32_t>(code));
    return out;
}

} // namespace foyer::packer
