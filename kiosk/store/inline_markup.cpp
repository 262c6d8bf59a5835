// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/inline_markup.h"

#include "kiosk/base/text.h"
#include "kiosk/store/limits.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace foyer::store {

namespace {

using model::Inline;
using model::Run;

constexpr int most_sources = 999;

void append_escaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        if (c == '&') {
            to += "&amp;";
        } else if (c == '<') {
            to += "&lt;";
        } else if (c == '>') {
            to += "&gt;";
        } else {
            to += c;
        }
    }
}

/// Walks the markup once; the style it is in is a run without text, its open tags a short list.
class Reader {
  public:
    explicit Reader(std::string_view markup) : markup_(markup) {}

    Result<Inline> read() {
        while (at_ < markup_.size()) {
            if (markup_[at_] == '<') {
                TRY(read_tag());
            } else {
                TRY(read_text());
            }
        }
        if (!open_.empty()) return damaged("a tag is not closed");
        return std::move(runs_);
    }

  private:
    enum class Tag { bold, italic, code, term, page };

    bool take(std::string_view expected) {
        if (markup_.substr(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }

    Error damaged(const char* why) const {
        return {Errc::damaged, std::string(why) + " at byte " + std::to_string(at_)};
    }

    Result<void> read_tag() {
        if (take("<b>")) return open(Tag::bold);
        if (take("<i>")) return open(Tag::italic);
        if (take("<code>")) return open(Tag::code);
        if (take("<g t=\"")) return open_with_id(Tag::term);
        if (take("<p to=\"")) return open_with_id(Tag::page);
        if (take("</b>")) return close(Tag::bold);
        if (take("</i>")) return close(Tag::italic);
        if (take("</code>")) return close(Tag::code);
        if (take("</g>")) return close(Tag::term);
        if (take("</p>")) return close(Tag::page);
        if (take("<s n=\"")) return read_source();
        return damaged("an unknown tag");
    }

    Result<void> open(Tag tag) {
        if (std::find(open_.begin(), open_.end(), tag) != open_.end()) {
            return damaged("a tag inside its like");
        }
        open_.push_back(tag);
        if (tag == Tag::bold) style_.bold = true;
        if (tag == Tag::italic) style_.italic = true;
        if (tag == Tag::code) style_.code = true;
        return {};
    }

    Result<void> open_with_id(Tag tag) {
        const std::size_t end = markup_.find('"', at_);
        if (end == std::string_view::npos || !is_id(markup_.substr(at_, end - at_))) {
            return damaged("an id that is none");
        }
        (tag == Tag::term ? style_.term : style_.page) = markup_.substr(at_, end - at_);
        at_ = end;
        if (!take("\">")) return damaged("an unfinished tag");
        return open(tag);
    }

    Result<void> close(Tag tag) {
        if (open_.empty() || open_.back() != tag) return damaged("a tag closed in the wrong place");
        open_.pop_back();
        switch (tag) {
        case Tag::bold: style_.bold = false; break;
        case Tag::italic: style_.italic = false; break;
        case Tag::code: style_.code = false; break;
        case Tag::term: style_.term.clear(); break;
        case Tag::page: style_.page.clear(); break;
        }
        return {};
    }

    Result<void> read_source() {
        const char* begin = markup_.data() + at_;
        int number = 0;
        const auto [end, failed] = std::from_chars(begin, markup_.data() + markup_.size(), number);
        if (failed != std::errc() || *begin == '0' || number < 1 || number > most_sources) {
            return damaged("a source number that is none");
        }
        at_ += static_cast<std::size_t>(end - begin);
        if (!take("\"/>")) return damaged("an unfinished tag");
        Run run = style_;
        run.source = number;
        run.text = std::to_string(number);
        runs_.push_back(std::move(run));
        return {};
    }

    Result<void> read_text() {
        Run run = style_;
        while (at_ < markup_.size() && markup_[at_] != '<') {
            if (take("&amp;")) {
                run.text += '&';
            } else if (take("&lt;")) {
                run.text += '<';
            } else if (take("&gt;")) {
                run.text += '>';
            } else if (markup_[at_] == '&' || markup_[at_] == '>') {
                return damaged("a bare & or >");
            } else {
                run.text += markup_[at_++];
            }
        }
        runs_.push_back(std::move(run));
        return {};
    }

    std::string_view markup_;
    std::size_t at_ = 0;
    std::vector<Tag> open_;
    Run style_;
    Inline runs_;
};

} // namespace

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= limits::id_bytes &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool is_text(std::string_view text) {
    return text::first_invalid(text) == std::string_view::npos &&
           std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
           });
}

Result<std::string> write_inline(const Inline& runs) {
    std::string out;
    for (const Run& run : runs) {
        if (run.text.empty()) continue;
        if (!is_text(run.text)) return Error{Errc::invalid, "text with control characters"};
        if (!run.term.empty() && !is_id(run.term)) {
            return Error{Errc::invalid, "no id of a term: " + run.term};
        }
        if (!run.page.empty() && !is_id(run.page)) {
            return Error{Errc::invalid, "no id of a page: " + run.page};
        }
        if (run.source < 0 || run.source > most_sources) {
            return Error{Errc::invalid, "no number of a source: " + std::to_string(run.source)};
        }
        if (!run.page.empty()) out += "<p to=\"" + run.page + "\">";
        if (!run.term.empty()) out += "<g t=\"" + run.term + "\">";
        if (run.bold) out += "<b>";
        if (run.italic) out += "<i>";
        if (run.code) out += "<code>";
        if (run.source > 0) {
            out += "<s n=\"" + std::to_string(run.source) + "\"/>";
        } else {
            append_escaped(out, run.text);
        }
        if (run.code) out += "</code>";
        if (run.italic) out += "</i>";
        if (run.bold) out += "</b>";
        if (!run.term.empty()) out += "</g>";
        if (!run.page.empty()) out += "</p>";
    }
    return out;
}

Result<Inline> read_inline(std::string_view markup) {
    if (!is_text(markup)) return Error{Errc::damaged, "text with control characters"};
    return Reader(markup).read();
}

} // namespace foyer::store
