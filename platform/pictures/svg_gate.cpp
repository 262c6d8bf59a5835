// SPDX-License-Identifier: EUPL-1.2
// A reader of tags, not of XML: it knows just enough to see every element, attribute and rule of a
// style sheet as librsvg will, and stops at whatever it does not understand.
#include "platform/pictures/svg_gate.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace foyer::platform {

namespace {

constexpr std::size_t max_findings = 20;
constexpr std::string_view blanks = " \t\r\n";

std::string lower(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Without the prefix of a namespace, in small letters.
std::string local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

struct Forbidden {
    std::string_view element, why;
};
constexpr std::array forbidden{
    Forbidden{"image", "it would load another file"},
    Forbidden{"feimage", "it would load another file"},
    Forbidden{"include", "it would load another file"},
    Forbidden{"script", "drawings run nothing"},
    Forbidden{"foreignobject", "only SVG is drawn"},
    Forbidden{"iframe", "only SVG is drawn"},
    Forbidden{"audio", "only SVG is drawn"},
    Forbidden{"video", "only SVG is drawn"},
};

/// The text an XML parser would hand on; nothing when it names an entity that XML does not know by
/// itself.
std::optional<std::string> decoded(std::string_view raw) {
    std::string out;
    std::size_t at = 0;
    while (at < raw.size()) {
        const std::size_t amp = std::min(raw.find('&', at), raw.size());
        out.append(raw, at, amp - at);
        if (amp == raw.size()) break;
        const std::size_t end = raw.find(';', amp);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view name = raw.substr(amp + 1, end - amp - 1);
        if (name == "amp")
            out += '&';
        else if (name == "lt")
            out += '<';
        else if (name == "gt")
            out += '>';
        else if (name == "quot")
            out += '"';
        else if (name == "apos")
            out += '\'';
        else if (name.starts_with('#') && name.size() > 1 && name.size() < 10) {
            const bool hex = name[1] == 'x';
            const std::string digits(name.substr(hex ? 2 : 1));
            const std::string_view allowed = hex ? "0123456789abcdefABCDEF" : "0123456789";
            if (digits.empty() || digits.find_first_not_of(allowed) != std::string::npos)
                return std::nullopt;
            text::append(out, static_cast<char32_t>(std::stoul(digits, nullptr, hex ? 16 : 10)));
        } else
            return std::nullopt;
        at = end + 1;
    }
    return out;
}

/// What is wrong with a value that CSS may read, or nothing.
std::string css_fault(std::string_view value) {
    const std::string css = lower(value);
    if (css.find("@import") != std::string::npos) return "@import is not allowed";
    for (std::size_t at = 0; (at = css.find("url(", at)) != std::string::npos;) {
        at = css.find_first_not_of(" \t\r\n\"'", at + 4);
        if (at == std::string::npos || css[at] != '#')
            return "url(...) may only point to a part of the same drawing (url(#id))";
    }
    return {};
}

class Gate {
  public:
    explicit Gate(std::string_view svg) : svg_(svg) {}

    std::vector<SvgFinding> run() {
        const std::size_t bad = text::first_invalid(svg_);
        if (bad != std::string_view::npos) damaged(bad, "this is not UTF-8");
        if (svg_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (!stop_ && at_ < svg_.size()) {
            if (svg_[at_] == '<')
                markup();
            else
                characters();
        }
        if (!stop_ && !root_seen_) damaged(0, "there is no drawing in this file");
        if (!stop_ && !open_.empty()) damaged(svg_.size(), "<" + open_.back() + "> is not closed");
        return std::move(findings_);
    }

  private:
    bool starts(std::string_view with) const { return svg_.substr(at_).starts_with(with); }

    void refused(std::size_t at, std::string what) { note(Errc::refused, at, std::move(what)); }
    void damaged(std::size_t at, std::string what) {
        note(Errc::damaged, at, std::move(what));
        stop_ = true;
    }
    void note(Errc code, std::size_t at, std::string what) {
        const std::string_view before = svg_.substr(0, at);
        const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
        SvgFinding finding{code, 1, 1, std::move(what)};
        finding.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
        finding.column += static_cast<int>(text::length(before.substr(line_start)));
        findings_.push_back(std::move(finding));
        stop_ = stop_ || findings_.size() >= max_findings;
    }

    /// Moves behind `end` and returns what stood before it.
    std::optional<std::string_view> until(std::size_t from, std::string_view end) {
        const std::size_t found = svg_.find(end, from);
        if (found == std::string_view::npos) {
            damaged(at_, "this does not end");
            return std::nullopt;
        }
        at_ = found + end.size();
        return svg_.substr(from, found - from);
    }

    void characters() {
        const std::size_t end = std::min(svg_.find('<', at_), svg_.size());
        const auto content = decoded(svg_.substr(at_, end - at_));
        if (!content)
            refused(at_, "entities are not allowed");
        else if (in_style())
            style_ += *content;
        at_ = end;
    }

    void markup() {
        const std::size_t start = at_;
        if (starts("<!--")) {
            (void)until(at_ + 4, "-->");
        } else if (starts("<![CDATA[")) {
            const auto raw = until(at_ + 9, "]]>");
            if (raw && in_style()) style_ += *raw;
        } else if (starts("<!DOCTYPE")) {
            refused(start, "a document type is not allowed: it can define entities");
            stop_ = true;
        } else if (starts("<!")) {
            damaged(start, "this is neither a comment nor an element");
        } else if (starts("<?")) {
            const auto raw = until(at_ + 2, "?>");
            if (raw) instruction(start, *raw);
        } else if (starts("</")) {
            const auto name = until(at_ + 2, ">");
            if (name) close(start, local_name(text::trim(*name)));
        } else {
            element();
        }
    }

    void instruction(std::size_t start, std::string_view raw) {
        const std::string low = lower(raw);
        if (!low.starts_with("xml ") || start > 3)
            refused(start, "processing instructions are not allowed");
        else if (low.find("encoding") != std::string::npos &&
                 low.find("utf-8") == std::string::npos)
            refused(start, "the encoding must be UTF-8");
    }

    bool in_style() const { return !open_.empty() && open_.back() == "style"; }

    void close(std::size_t start, const std::string& name) {
        if (open_.empty() || open_.back() != name)
            return damaged(start, "</" + name + "> closes what is not open");
        if (name == "style") check_style(start);
        open_.pop_back();
    }

    void check_style(std::size_t start) {
        const std::string fault = css_fault(style_);
        if (!fault.empty()) refused(start, fault + " in the style sheet that ends here");
        if (style_.find('\\') != std::string::npos)
            refused(start, "escapes are not allowed in the style sheet that ends here");
        style_.clear();
    }

    void element() {
        const std::size_t start = at_++;
        const std::string name = local_name(word());
        if (name.empty()) return damaged(start, "a < that begins no tag");
        if (!root_seen_ && name != "svg") return damaged(start, "the first element is not <svg>");
        root_seen_ = true;
        for (const Forbidden& f : forbidden)
            if (name == f.element)
                refused(start, "<" + name + "> is not allowed: " + std::string(f.why));
        if (in_style()) refused(start, "an element in a style sheet is not allowed");
        while (!stop_) {
            skip_blanks();
            if (starts("/>")) {
                at_ += 2;
                return;
            }
            if (starts(">")) {
                ++at_;
                open_.push_back(name);
                if (open_.size() > static_cast<std::size_t>(max_svg_depth)) {
                    refused(start, "elements are nested too deep");
                    stop_ = true;
                }
                return;
            }
            attribute();
        }
    }

    void attribute() {
        const std::size_t start = at_;
        const std::string name = local_name(word());
        skip_blanks();
        if (name.empty() || !starts("=")) return damaged(start, "an attribute without a value");
        ++at_;
        skip_blanks();
        const char quote = at_ < svg_.size() ? svg_[at_] : '\0';
        if (quote != '"' && quote != '\'') return damaged(start, "a value without quotes");
        const auto raw = until(at_ + 1, std::string_view(&quote, 1));
        if (!raw) return;
        const auto value = decoded(*raw);
        if (!value) return refused(start, "entities are not allowed");
        check_value(start, name, *value);
    }

    void check_value(std::size_t start, const std::string& name, const std::string& value) {
        if ((name == "href" || name == "src") && !text::trim(value).starts_with('#'))
            refused(start, "a reference may only point to a part of the same drawing (#id)");
        if (name.size() > 2 && name.starts_with("on"))
            refused(start, name + " is not allowed: drawings run nothing");
        const std::string fault = css_fault(value);
        if (!fault.empty()) refused(start, fault);
        const bool may_be_css = name == "style" || value.find('(') != std::string::npos;
        if (may_be_css && value.find('\\') != std::string::npos)
            refused(start, "escapes are not allowed in styles");
    }

    std::string_view word() {
        const std::size_t end = std::min(svg_.find_first_of(" \t\r\n=/><\"'", at_), svg_.size());
        const std::string_view out = svg_.substr(at_, end - at_);
        at_ = end;
        return out;
    }

    void skip_blanks() { at_ = std::min(svg_.find_first_not_of(blanks, at_), svg_.size()); }

    std::string_view svg_;
    std::size_t at_ = 0;
    bool stop_ = false, root_seen_ = false;
    std::vector<std::string> open_; ///< local names of the elements around
    std::string style_;             ///< what the style sheet at hand says so far
    std::vector<SvgFinding> findings_;
};

} // namespace

std::vector<SvgFinding> svg_findings(std::string_view svg) { return Gate(svg).run(); }

} // namespace foyer::platform
