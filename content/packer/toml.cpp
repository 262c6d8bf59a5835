// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/toml.h"

// The library's assertions are also what it tells the optimiser to assume, and text like "[[{"
// breaks one of them (found by fuzzing). Switched off, its own error for that text follows.
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>

namespace foyer::packer {

namespace {

/// Where a key has more parts than this, nothing we know is meant. The library builds a table for
/// each part and takes them down recursively: a megabyte of dots would end on the stack.
constexpr int max_key_parts = 16;

struct Slip {
    std::size_t at = 0;
    std::string message;
};

/// Looks at what stands outside of texts and comments, for what the library does not survive: keys
/// of very many parts, and letters like ä, which run into code that it believes unreachable.
class OutsideOfTexts {
  public:
    explicit OutsideOfTexts(std::string_view text) : text_(text) {}

    std::optional<Slip> first_slip() {
        int dots = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'') {
                if (at_ > 0 && ends_a_word(text_[at_ - 1])) {
                    return Slip{at_, "a quotation mark cannot stand in the middle of a word"};
                }
                skip_text(c);
                continue;
            }
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
                continue;
            }
            if (static_cast<unsigned char>(c) >= 0x80) {
                return Slip{at_, "outside of quotation marks stand plain letters only; a key like "
                                 "this is written in quotation marks"};
            }
            if (c == '.' && ++dots >= max_key_parts) {
                return Slip{at_, "a key has at most " + std::to_string(max_key_parts) + " parts"};
            }
            if (!part_of_a_key(c)) dots = 0;
            ++at_;
        }
        return std::nullopt;
    }

  private:
    /// Behind these the library does not look for a text, so neither may we.
    static bool ends_a_word(char c) {
        return part_of_a_key(c) ? c != '.' && c != ' ' && c != '\t'
                                : c == '+' || c == '"' || c == '\'';
    }

    static bool part_of_a_key(char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ' ' ||
               c == '\t';
    }

    void skip_text(char quote) {
        const std::string three(3, quote);
        if (!text_.substr(at_).starts_with(three)) return skip_line_text(quote);
        for (at_ += 3; at_ < text_.size() && !text_.substr(at_).starts_with(three); ++at_) {
            if (text_[at_] == '\\' && quote == '"') ++at_;
        }
        at_ = std::min(at_ + 3, text_.size());
        // Up to two quotation marks may stand right before the closing three.
        for (int more = 0; more < 2 && at_ < text_.size() && text_[at_] == quote; ++more) ++at_;
    }

    void skip_line_text(char quote) {
        for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_) {
            if (text_[at_] == '\\' && quote == '"') ++at_;
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string iso(const toml::date& date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", static_cast<int>(date.year),
                  static_cast<int>(date.month), static_cast<int>(date.day));
    return text;
}

class Conversion {
  public:
    explicit Conversion(int lines_before) : lines_before_(lines_before) {}

    // Recursive, and safe: the library nests values at most TOML_MAX_NESTED_VALUES deep.
    TomlValue value(const toml::node& node) const {
        TomlValue out;
        out.at = position(node.source().begin);
        out.end = position(node.source().end);
        if (const auto* table = node.as_table()) {
            members(*table, out);
        } else if (const auto* array = node.as_array()) {
            out.type = TomlType::array;
            for (const toml::node& item : *array) out.items.push_back(value(item));
        } else {
            scalar(node, out);
        }
        return out;
    }

  private:
    Position position(const toml::source_position& at) const {
        return {static_cast<int>(at.line) + lines_before_, static_cast<int>(at.column)};
    }

    void members(const toml::table& table, TomlValue& out) const {
        for (const auto& [key, node] : table) {
            out.members.push_back(
                {std::string(key.str()), position(key.source().begin), value(node)});
        }
        std::stable_sort(out.members.begin(), out.members.end(),
                         [](const TomlMember& a, const TomlMember& b) { return a.at < b.at; });
    }

    static void scalar(const toml::node& node, TomlValue& out) {
        if (const auto* text = node.as_string()) {
            out.type = TomlType::text;
            out.text = text->get();
        } else if (const auto* integer = node.as_integer()) {
            out.type = TomlType::integer;
            out.integer = integer->get();
            out.real = static_cast<double>(out.integer);
        } else if (const auto* real = node.as_floating_point()) {
            out.type = TomlType::real;
            out.real = real->get();
        } else if (const auto* flag = node.as_boolean()) {
            out.type = TomlType::flag;
            out.flag = flag->get();
        } else if (const auto* date = node.as_date()) {
            out.type = TomlType::date;
            out.text = iso(date->get());
        } else {
            out.type = TomlType::time;
        }
    }

    int lines_before_;
};

} // namespace

const char* name(TomlType type) {
    switch (type) {
    case TomlType::table: return "a table";
    case TomlType::array: return "a list";
    case TomlType::text: return "a text";
    case TomlType::integer: return "a whole number";
    case TomlType::real: return "a number with a fraction";
    case TomlType::flag: return "true or false";
    case TomlType::date: return "a date";
    case TomlType::time: return "a time";
    }
    return "something else";
}

std::optional<TomlValue> parse_toml(const SourceText& source, std::size_t begin, std::size_t end,
                                    Problems& problems) {
    const std::string_view text = source.bytes().substr(begin, end - begin);
    if (const std::optional<Slip> slip = OutsideOfTexts(text).first_slip()) {
        problems.error(source.file(), source.position(begin + slip->at), slip->message);
        return std::nullopt;
    }
    const int lines_before = source.position(begin).line - 1;
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const toml::source_position at = parsed.error().source().begin;
        problems.error(source.file(),
                       {static_cast<int>(at.line) + lines_before, static_cast<int>(at.column)},
                       "this is not TOML: " + std::string(parsed.error().description()));
        return std::nullopt;
    }
    return Conversion(lines_before).value(parsed.table());
}

const TomlValue* find(const TomlValue& table, std::string_view key) {
    for (const TomlMember& member : table.members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

} // namespace foyer::packer
