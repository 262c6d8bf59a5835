// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/svg_check.h"

#include "content/packer/characters.h"
#include "content/packer/suggest.h"
#include "kiosk/base/text.h"
#include "platform/pictures/svg_gate.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace foyer::packer {

namespace {

/// Letters are at least this part of the drawing's width, or nobody reads them on a panel.
constexpr double least_letters = 1.0 / 28;

const std::set<std::string>& classes() {
    static const std::set<std::string> all = {"ink",       "paper",    "soft",  "line",    "accent",
                                              "on-accent", "warm",     "s-ink", "s-paper", "s-soft",
                                              "s-line",    "s-accent", "s-warm"};
    return all;
}

struct Attribute {
    std::string_view value;
    std::size_t offset = 0; ///< of the value
};

/// The attribute of a start tag. The drawing has passed the gate: every tag and quote is closed.
Attribute attribute(std::string_view tag, std::string_view wanted) {
    for (std::size_t at = tag.find(wanted); at != std::string_view::npos;
         at = tag.find(wanted, at + 1)) {
        const std::size_t equals = tag.find_first_not_of(" \t\r\n", at + wanted.size());
        const bool whole =
            at > 0 && std::string_view(" \t\r\n").find(tag[at - 1]) != std::string_view::npos;
        if (!whole || equals == std::string_view::npos || tag[equals] != '=') continue;
        const std::size_t quote = tag.find_first_of("\"'", equals);
        if (quote == std::string_view::npos) return {};
        const std::size_t end = tag.find(tag[quote], quote + 1);
        return {tag.substr(quote + 1, end - quote - 1), quote + 1};
    }
    return {};
}

class StyleCheck {
  public:
    StyleCheck(const SourceText& source, Checking& checking)
        : source_(source), checking_(checking), bytes_(source.bytes()) {}

    void run() {
        for (std::size_t at = bytes_.find('<'); at != std::string_view::npos;) {
            const std::size_t end = tag_end(at);
            if (const char kind = bytes_[at + 1]; kind != '/' && kind != '!' && kind != '?') {
                start_tag(bytes_.substr(at, end - at), at);
            }
            const std::size_t next = std::min(bytes_.find('<', end), bytes_.size());
            words(end, next);
            at = next < bytes_.size() ? next : std::string_view::npos;
        }
    }

  private:
    /// Behind the > that closes the tag or comment at `at`.
    std::size_t tag_end(std::size_t at) const {
        constexpr std::string_view comment = "<!--", comment_end = "-->";
        if (bytes_.substr(at).starts_with(comment)) {
            return std::min(bytes_.find(comment_end, at + comment.size()), bytes_.size() - 3) + 3;
        }
        char quote = 0;
        for (; at < bytes_.size(); ++at) {
            const char c = bytes_[at];
            if (quote == 0 && c == '>') return at + 1;
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return bytes_.size();
    }

    void start_tag(std::string_view tag, std::size_t begin) {
        if (tag.starts_with("<svg")) find_width(tag, begin);
        const Attribute names = attribute(tag, "class");
        std::size_t at = begin + names.offset;
        for (const std::string_view name : text::split(names.value, ' ')) {
            if (!name.empty() && classes().count(std::string(name)) == 0) {
                warning(at, "the theme does not know the class " + quoted(name) +
                                suggestion(name, classes()));
            }
            at += name.size() + 1;
        }
        const Attribute size = attribute(tag, "font-size");
        if (size.value.empty() || width_ <= 0) return;
        const double letters = std::strtod(std::string(size.value).c_str(), nullptr);
        if (letters > 0 && letters < width_ * least_letters) {
            warning(begin + size.offset,
                    "letters this small cannot be read on a panel; at least " +
                        std::to_string(std::lround(std::ceil(width_ * least_letters))));
        }
    }

    void find_width(std::string_view tag, std::size_t begin) {
        if (width_ > 0) return;
        const Attribute box = attribute(tag, "viewBox");
        if (box.value.empty()) {
            return warning(begin, "the drawing has no viewBox; it may be cut off when scaled");
        }
        std::vector<double> numbers;
        const std::string text = text::replace_all(box.value, ",", " ");
        for (const std::string_view part : text::split(text, ' ')) {
            if (!part.empty()) numbers.push_back(std::strtod(std::string(part).c_str(), nullptr));
        }
        if (numbers.size() == 4) width_ = numbers[2];
    }

    void words(std::size_t begin, std::size_t end) {
        const auto offset_of = [begin](std::size_t at) { return begin + at; };
        check_characters(bytes_.substr(begin, end - begin), source_, offset_of, checking_);
    }

    void warning(std::size_t offset, std::string message) {
        constexpr int enough = 20;
        if (++warnings_ > enough) return;
        checking_.problems.warning(source_.file(), source_.position(offset), std::move(message));
    }

    const SourceText& source_;
    Checking& checking_;
    std::string_view bytes_;
    double width_ = 0;
    int warnings_ = 0;
};

} // namespace

bool check_svg(const SourceText& source, Checking& checking) {
    const std::vector<platform::SvgFinding> findings = platform::svg_findings(source.bytes());
    for (const platform::SvgFinding& finding : findings) {
        checking.problems.error(source.file(), {finding.line, finding.column}, finding.what);
    }
    if (!findings.empty()) return false;
    const std::size_t before = checking.problems.errors();
    StyleCheck(source, checking).run();
    return checking.problems.errors() == before;
}

} // namespace foyer::packer
