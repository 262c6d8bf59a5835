// SPDX-License-Identifier: EUPL-1.2
// Takes the parser's events one by one and makes blocks of them. The nesting lives in a stack of
// its own, not on the call stack, and every limit ends the parse: stopped() is asked after each
// event.
#pragma once

#include "content/packer/markdown.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::packer {

enum class Leaf { none, paragraph, heading, code, html, cell };

class MarkdownBuilder {
  public:
    MarkdownBuilder(const PageScope& scope, Checking& checking);

    void enter_quote();
    void leave_quote();
    /// `first`: the first number plus one, or 0 for a list of bullets.
    void enter_list(unsigned first);
    void leave_list();
    void enter_item();
    void leave_item();
    void rule();
    void enter_heading(int level);
    void enter_table(unsigned columns);
    void enter_row();
    void enter_leaf(Leaf leaf);
    void leave_leaf();

    void enter_bold() { ++bold_; }
    void leave_bold() { --bold_; }
    void enter_italic() { ++italic_; }
    void leave_italic() { --italic_; }
    void enter_code() { ++code_; }
    void leave_code() { --code_; }
    void enter_link(std::string_view target);
    void leave_link();
    void enter_image(std::string_view file, std::string_view title);
    void leave_image();

    void add_text(std::string_view bytes);
    /// Text that stands for what the file has at `at`.
    void add_text(std::string_view bytes, std::size_t at);
    void add_entity(std::string_view entity);
    void add_break(char c);
    void html(std::string_view bytes);

    bool stopped() const { return stopped_; }
    Markdown take() { return std::move(out_); }

  private:
    enum class Container { quote, list, item };
    struct Open {
        Container kind = Container::list;
        unsigned number = 0;          ///< of a list: of its next item, plus one; 0: bullets
        std::size_t block = no_block; ///< of an item or quote: the block it became
    };
    struct Image {
        std::string file, title, alt;
        std::size_t offset = 0, alt_offset = 0;
    };
    static constexpr std::size_t no_block = ~std::size_t{0};

    void open(Open container);
    /// Makes a block of the text collected so far.
    void flush();
    void add_paragraph();
    void add_heading();
    void add_code();
    void add_figure();
    void add_chart(const Image& image);
    void add_to_item(model::Inline runs);
    void add_to_quote(model::Inline runs);
    bool push(model::Block block);
    model::Inline take_runs();
    void check_label(std::string_view label, std::size_t offset, const char* what);

    std::size_t where(std::string_view bytes) const;
    void saw(std::string_view bytes);
    /// Where the next block begins: for what is told before its first text.
    std::size_t ahead() const;
    void error(std::size_t offset, std::string message);
    void warning(std::size_t offset, std::string message);
    /// Reports what only pages may hold.
    void refuse_but_text(std::size_t offset, const char* what);
    void stop(std::size_t offset, std::string message);
    /// Also counts what others have found in the text meanwhile.
    void stop_when_too_many();
    int list_depth() const;
    void link_to_page(const std::string& id, std::size_t at);
    void link_to_term(const std::string& id, std::size_t at);

    const PageScope& scope_;
    Checking& checking_;
    Markdown out_;
    std::vector<Open> open_;
    Pieces pieces_;
    std::vector<Image> images_;
    std::set<std::string> headings_;
    Leaf leaf_ = Leaf::none;
    int level_ = 0, last_level_ = 1;
    int bold_ = 0, italic_ = 0, code_ = 0, in_image_ = 0;
    model::Run link_; ///< page or term of the link we are in
    std::size_t link_begin_ = 0;
    std::size_t cells_ = 0;
    std::size_t last_ = 0; ///< behind the last text seen, in the file
    std::size_t problems_before_;
    bool stopped_ = false;
};

/// What `&amp;` or `&#223;` stands for, or nothing: others than XML's five, &nbsp; and &shy; are
/// not known, since an editor writes the character itself.
std::string entity_text(std::string_view entity);

} // namespace foyer::packer
