// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/html_text.h"

#include "content/packer/html_chart.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <utility>

namespace foyer::packer {

namespace {

std::string wrapped(const char* tag, const std::string& inner) {
    return std::string("<") + tag + ">" + inner + "</" + tag + ">";
}

/// A screen reader says the number, and the source itself as its description.
std::string citation(int source) {
    const std::string number = std::to_string(source);
    return "<sup><a href=\"#source-" + number + "\" aria-describedby=\"source-" + number + "\">" +
           number + "</a></sup>";
}

std::string run_html(const model::Run& run) {
    if (run.source > 0) return citation(run.source);
    std::string out = html_lines(run.text);
    if (run.code) out = wrapped("code", out);
    if (run.italic) out = wrapped("em", out);
    if (run.bold) out = wrapped("strong", out);
    if (!run.term.empty()) {
        out = "<a class=\"term\" href=\"../glossary.html#" + html_attribute(run.term) + "\">" +
              out + "</a>";
    }
    if (!run.page.empty()) {
        out = "<a href=\"" + html_attribute(run.page) + ".html\">" + out + "</a>";
    }
    return out;
}

class Blocks {
  public:
    Blocks(const Words& words, const std::string& media) : words_(words), media_(media) {}

    std::string take(const std::vector<model::Block>& blocks) {
        for (const model::Block& block : blocks) {
            if (block.kind == model::BlockKind::item) {
                item(block);
                continue;
            }
            close_lists(0);
            one(block);
        }
        close_lists(0);
        return std::move(out_);
    }

  private:
    void item(const model::Block& block) {
        const auto level = static_cast<std::size_t>(std::max(block.level, 1));
        const bool ordered = block.number > 0;
        close_lists(level);
        if (lists_.size() == level && lists_.back() != ordered) close_lists(level - 1);
        if (lists_.size() == level) out_ += "</li>\n";
        while (lists_.size() < level) {
            const bool last = lists_.size() + 1 == level;
            if (!last) {
                out_ += "<ul><li>";
                lists_.push_back(false);
                continue;
            }
            out_ += ordered ? "<ol start=\"" + std::to_string(block.number) + "\">\n" : "<ul>\n";
            lists_.push_back(ordered);
        }
        out_ += "<li>" + html(block.text);
    }

    void close_lists(std::size_t keep) {
        for (; lists_.size() > keep; lists_.pop_back()) {
            out_ += lists_.back() ? "</li></ol>\n" : "</li></ul>\n";
        }
    }

    void one(const model::Block& block) {
        const std::string text = html(block.text);
        switch (block.kind) {
        case model::BlockKind::heading: {
            const std::string level = std::to_string(block.level);
            out_ += "<h" + level + ">" + text + "</h" + level + ">\n";
            break;
        }
        case model::BlockKind::quote:
            out_ += "<blockquote><p>" + text + "</p></blockquote>\n";
            break;
        case model::BlockKind::key_point:
            out_ += "<p class=\"key-point\" role=\"note\">" + text + "</p>\n";
            break;
        case model::BlockKind::code:
            out_ += "<pre>" + wrapped("code", html_escaped(model::plain(block.text))) + "</pre>\n";
            break;
        case model::BlockKind::table: table(block); break;
        case model::BlockKind::figure: figure(block.figure); break;
        case model::BlockKind::chart: out_ += chart_html(block.chart, words_); break;
        case model::BlockKind::paragraph:
        case model::BlockKind::item: out_ += "<p>" + text + "</p>\n"; break;
        }
    }

    void table(const model::Block& block) {
        out_ += "<div class=\"table\"><table>\n"; // scrolls where it is too wide
        for (std::size_t r = 0; r < block.rows.size(); ++r) {
            if (r == 0) out_ += "<thead>";
            if (r == 1) out_ += "<tbody>";
            out_ += "<tr>";
            for (const model::Inline& cell : block.rows[r]) {
                out_ += r == 0 ? "<th scope=\"col\">" : "<td>";
                out_ += html(cell) + (r == 0 ? "</th>" : "</td>");
            }
            out_ += r == 0 ? "</tr></thead>\n" : "</tr>\n";
        }
        out_ += block.rows.size() > 1 ? "</tbody></table></div>\n" : "</table></div>\n";
    }

    void figure(const model::Figure& figure) {
        ++figures_;
        const std::string alt = figure.decorative ? std::string() : html_attribute(figure.alt);
        out_ += "<figure><img src=\"" + media_ + html_attribute(figure.media) + "\" alt=\"" + alt +
                "\" width=\"" + std::to_string(figure.width) + "\" height=\"" +
                std::to_string(figure.height) + "\">\n";
        if (!figure.caption.empty()) {
            out_ += "<figcaption>" + html(figure.caption) + "</figcaption>\n";
        }
        if (!figure.long_text.empty()) {
            const std::string number = std::to_string(figures_);
            out_ += "<details><summary>" +
                    html_escaped(words_("page.figure", {{"number", number}})) + ": " + alt +
                    "</summary><p>" + html_lines(figure.long_text) + "</p></details>\n";
        }
        out_ += "</figure>\n";
    }

    const Words& words_;
    const std::string& media_;
    std::string out_;
    int figures_ = 0;         ///< so far
    std::vector<bool> lists_; ///< those that are open; true: ordered
};

} // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c; break;
        }
    }
    return out;
}

std::string html_attribute(std::string_view text) {
    return html_escaped(text::without_soft_hyphens(text));
}

std::string html_lines(std::string_view text) {
    return text::replace_all(html_escaped(text), "\n", "<br>\n");
}

std::string html(const model::Inline& runs) {
    std::string out;
    for (const model::Run& run : runs) out += run_html(run);
    return out;
}

std::string html(const std::vector<model::Block>& blocks, const Words& words,
                 const std::string& media) {
    return Blocks(words, media).take(blocks);
}

} // namespace foyer::packer
