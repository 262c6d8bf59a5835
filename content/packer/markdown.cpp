// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/markdown.h"

#include "content/packer/markdown_builder.h"

#include <md4c.h>

namespace foyer::packer {

namespace {

MarkdownBuilder& builder(void* of) { return *static_cast<MarkdownBuilder*>(of); }

/// Only a negative number ends the parse; the library passes over others in places.
int verdict(const MarkdownBuilder& to) { return to.stopped() ? -1 : 0; }

std::string_view view(const MD_ATTRIBUTE& attribute) { return {attribute.text, attribute.size}; }

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
    MarkdownBuilder& to = builder(user);
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY: break;
    case MD_BLOCK_QUOTE: to.enter_quote(); break;
    case MD_BLOCK_UL: to.enter_list(0); break;
    case MD_BLOCK_OL: to.enter_list(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start + 1); break;
    case MD_BLOCK_LI: to.enter_item(); break;
    case MD_BLOCK_HR: to.rule(); break;
    case MD_BLOCK_H:
        to.enter_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
    case MD_BLOCK_CODE: to.enter_leaf(Leaf::code); break;
    case MD_BLOCK_HTML: to.enter_leaf(Leaf::html); break;
    case MD_BLOCK_P: to.enter_leaf(Leaf::paragraph); break;
    case MD_BLOCK_TABLE:
        to.enter_table(static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count);
        break;
    case MD_BLOCK_TR: to.enter_row(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: to.enter_leaf(Leaf::cell); break;
    }
    return verdict(to);
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
    MarkdownBuilder& to = builder(user);
    switch (type) {
    case MD_BLOCK_QUOTE: to.leave_quote(); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: to.leave_list(); break;
    case MD_BLOCK_LI: to.leave_item(); break;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: to.leave_leaf(); break;
    default: break;
    }
    return verdict(to);
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
    MarkdownBuilder& to = builder(user);
    if (type == MD_SPAN_STRONG) to.enter_bold();
    if (type == MD_SPAN_EM) to.enter_italic();
    if (type == MD_SPAN_CODE) to.enter_code();
    if (type == MD_SPAN_A) to.enter_link(view(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
    if (type == MD_SPAN_IMG) {
        const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
        to.enter_image(view(image->src), view(image->title));
    }
    return verdict(to);
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
    MarkdownBuilder& to = builder(user);
    if (type == MD_SPAN_STRONG) to.leave_bold();
    if (type == MD_SPAN_EM) to.leave_italic();
    if (type == MD_SPAN_CODE) to.leave_code();
    if (type == MD_SPAN_A) to.leave_link();
    if (type == MD_SPAN_IMG) to.leave_image();
    return verdict(to);
}

int text(MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* user) {
    MarkdownBuilder& to = builder(user);
    switch (type) {
    case MD_TEXT_BR: to.add_break('\n'); break;
    case MD_TEXT_SOFTBR: to.add_break(soft_break); break;
    case MD_TEXT_ENTITY: to.add_entity({bytes, size}); break;
    case MD_TEXT_HTML: to.html({bytes, size}); break;
    default: to.add_text({bytes, size}); break;
    }
    return verdict(to);
}

} // namespace

Markdown parse_markdown(const PageScope& scope, Checking& checking) {
    MarkdownBuilder builder(scope, checking);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_COLLAPSEWHITESPACE;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = text;
    const std::string_view markdown = scope.source.bytes().substr(scope.begin);
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &builder);
    return builder.take();
}

} // namespace foyer::packer
