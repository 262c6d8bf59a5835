// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/fields.h"

#include "content/packer/characters.h"
#include "content/packer/suggest.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace foyer::packer {

namespace {

constexpr int most_unknown_keys = 20; // of one table; with more it is no table of ours

/// Longer than any text of ours; what is longer is an accident or an attack.
constexpr std::size_t most_bytes = 16u << 10;
constexpr std::size_t most_items = 500; // of one list
constexpr double largest_real = 1e15;   // beyond it a double has no more units

/// The choices themselves, where there are few.
std::string one_of(const std::set<std::string>& allowed) {
    if (allowed.empty() || allowed.size() > 12) return {};
    std::string out;
    for (const std::string& choice : allowed)
        out += (out.empty() ? "; it is one of " : ", ") + choice;
    return out;
}

bool digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
    int out = 0;
    for (const char c : text) out = out * 10 + (c - '0');
    return out;
}

int days_of(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

} // namespace

bool is_rough_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    if (!digits(text.substr(0, 4))) return false;
    if (text.size() == 4) return true;
    if (text[4] != '-' || !digits(text.substr(5, 2))) return false;
    const int month = number(text.substr(5, 2));
    if (month < 1 || month > 12) return false;
    if (text.size() == 7) return true;
    if (text[7] != '-' || !digits(text.substr(8, 2))) return false;
    const int day = number(text.substr(8, 2));
    return day >= 1 && day <= days_of(number(text.substr(0, 4)), month);
}

Fields::Fields(const TomlValue& table, const SourceText& source, Checking& checking,
               std::string what)
    : table_(table), source_(source), checking_(checking), what_(std::move(what)) {}

void Fields::error(Position at, std::string message) {
    checking_.problems.error(source_.file(), at, std::move(message));
}

void Fields::warning(Position at, std::string message) {
    checking_.problems.warning(source_.file(), at, std::move(message));
}

const TomlValue* Fields::ask(const char* key, TomlType type, Need need) {
    asked_.insert(key);
    const TomlValue* value = find(table_, key);
    if (value == nullptr) {
        if (need == Need::needed) error(table_.at, what_ + " has no " + quoted(key));
        return nullptr;
    }
    if (value->type != type) {
        error(value->at, quoted(key) + " is " + name(value->type) + ", but must be " + name(type));
    } else if (value->text.size() > most_bytes) {
        error(value->at, quoted(key) + " is far too long");
    } else if (value->items.size() > most_items && value->items.front().type != TomlType::table) {
        error(value->at, quoted(key) + " has more than " + std::to_string(most_items) + " entries");
    } else {
        return value;
    }
    return nullptr;
}

void Fields::check_shown(const TomlValue& value) {
    const std::size_t begin = source_.offset(value.at), end = source_.offset(value.end);
    const std::string_view raw = source_.bytes().substr(begin, end - std::min(begin, end));
    // Escapes make a value shorter than its place in the file: look the character itself up there.
    const auto offset_of = [&](std::size_t at) {
        const std::string_view character =
            std::string_view(value.text).substr(at, text::decode(value.text, at).bytes);
        const std::size_t found = raw.find(character, std::min(at, raw.size()));
        return begin + (found == std::string_view::npos ? 0 : found);
    };
    check_characters(value.text, source_, offset_of, checking_);
}

std::string Fields::text(const char* key, Need need, std::size_t max_letters) {
    const TomlValue* value = ask(key, TomlType::text, need);
    if (value == nullptr) return {};
    check_shown(*value);
    std::string out(text::trim(value->text));
    if (out.empty() && need == Need::needed) error(value->at, quoted(key) + " is empty");
    if (const std::size_t letters = text::length(out); max_letters > 0 && letters > max_letters) {
        error(value->at, quoted(key) + " has " + std::to_string(letters) + " characters; at most " +
                             std::to_string(max_letters) + " fit");
    }
    return out;
}

std::optional<SourceText> Fields::marked_text(const char* key, Need need) {
    const TomlValue* value = ask(key, TomlType::text, need);
    if (value == nullptr) return std::nullopt;
    if (text::trim(value->text).empty()) {
        error(value->at, quoted(key) + " is empty");
        return std::nullopt;
    }
    const std::string_view raw = source_.bytes().substr(source_.offset(value->at));
    const bool lines = raw.starts_with("\"\"\"") || raw.starts_with("'''");
    const std::string_view inner = raw.substr(lines ? 3 : 1);
    Position begin = value->at;
    begin.column += lines ? 3 : 1;
    if (lines && (inner.starts_with("\n") || inner.starts_with("\r\n"))) {
        begin = {begin.line + 1, 1};
    }
    return SourceText(source_.file(), value->text, begin);
}

Placed Fields::word(const char* key, Need need) {
    const TomlValue* value = ask(key, TomlType::text, need);
    if (value == nullptr) return {{}, at(key)};
    if (value->text.empty() && need == Need::needed) error(value->at, quoted(key) + " is empty");
    return {value->text, value->at};
}

std::string Fields::choice(const char* key, Need need, const std::set<std::string>& allowed) {
    const TomlValue* value = ask(key, TomlType::text, need);
    if (value == nullptr) return {};
    if (allowed.count(value->text) > 0) return value->text;
    const std::string meant = suggestion(value->text, allowed);
    error(value->at, quoted(key) + " cannot be " + quoted(value->text) +
                         (meant.empty() ? one_of(allowed) : meant));
    return {};
}

std::string Fields::date(const char* key, Need need) {
    const TomlValue* given = find(table_, key);
    const bool as_text = given != nullptr && given->type == TomlType::text;
    const TomlValue* value = ask(key, as_text ? TomlType::text : TomlType::date, need);
    if (value == nullptr) return {};
    if (value->text.size() == 10 && is_rough_date(value->text)) return value->text;
    error(value->at, quoted(key) + " must be a date like 2026-11-20");
    return {};
}

std::string Fields::rough_date(const char* key, Need need) {
    const TomlValue* given = find(table_, key);
    if (given != nullptr && given->type == TomlType::date) return date(key, need);
    const TomlValue* value = ask(key, TomlType::text, need);
    if (value == nullptr) return {};
    if (is_rough_date(value->text)) return value->text;
    error(value->at, quoted(key) + " must be a date like \"2026\", \"2026-11\" or \"2026-11-20\"");
    return {};
}

std::optional<std::int64_t> Fields::integer(const char* key, Need need, std::int64_t least,
                                            std::int64_t most) {
    const TomlValue* value = ask(key, TomlType::integer, need);
    if (value == nullptr) return std::nullopt;
    if (value->integer >= least && value->integer <= most) return value->integer;
    error(value->at, quoted(key) + " must lie between " + std::to_string(least) + " and " +
                         std::to_string(most));
    return std::nullopt;
}

std::optional<double> Fields::real(const char* key, Need need, double least, double most) {
    const TomlValue* given = find(table_, key);
    const bool whole = given != nullptr && given->type == TomlType::integer;
    const TomlValue* value = ask(key, whole ? TomlType::integer : TomlType::real, need);
    if (value == nullptr) return std::nullopt;
    if (value->real >= least && value->real <= most) return value->real;
    error(value->at, quoted(key) + " must lie between " + std::to_string(std::lround(least)) +
                         " and " + std::to_string(std::lround(most)));
    return std::nullopt;
}

std::vector<double> Fields::reals(const char* key, Need need) {
    const TomlValue* value = ask(key, TomlType::array, need);
    std::vector<double> out;
    if (value == nullptr) return out;
    for (const TomlValue& item : value->items) {
        const bool number = item.type == TomlType::integer || item.type == TomlType::real;
        if (!number) {
            error(item.at, quoted(key) + " is a list of numbers; this is " + name(item.type));
        } else if (!std::isfinite(item.real) || std::abs(item.real) > largest_real) {
            error(item.at, "this number cannot be shown");
        } else {
            out.push_back(item.real);
        }
    }
    return out;
}

bool Fields::flag(const char* key) {
    const TomlValue* value = ask(key, TomlType::flag, Need::optional);
    return value != nullptr && value->flag;
}

std::vector<Placed> Fields::words(const char* key, Need need) {
    const TomlValue* value = ask(key, TomlType::array, need);
    std::vector<Placed> out;
    if (value == nullptr) return out;
    for (const TomlValue& item : value->items) {
        if (item.text.size() > most_bytes) {
            error(item.at, "this text is far too long");
        } else if (item.type == TomlType::text && !item.text.empty()) {
            out.push_back({item.text, item.at});
        } else {
            error(item.at, quoted(key) + " is a list of texts; this is " +
                               (item.type == TomlType::text ? "empty" : name(item.type)));
        }
    }
    return out;
}

std::vector<std::string> Fields::texts(const char* key) {
    std::vector<std::string> out;
    for (Placed& word : words(key, Need::optional)) out.push_back(std::move(word.text));
    const TomlValue* value = find(table_, key);
    if (value == nullptr || out.empty()) return out;
    for (const TomlValue& item : value->items) check_shown(item);
    return out;
}

const TomlValue* Fields::table(const char* key, Need need) {
    return ask(key, TomlType::table, need);
}

std::vector<const TomlValue*> Fields::tables(const char* key) {
    const TomlValue* value = ask(key, TomlType::array, Need::optional);
    std::vector<const TomlValue*> out;
    if (value == nullptr) return out;
    for (const TomlValue& item : value->items) {
        if (item.type == TomlType::table) {
            out.push_back(&item);
        } else {
            error(item.at, "this must be a table, written [[" + std::string(key) + "]]");
        }
    }
    return out;
}

Position Fields::at(const char* key) const {
    const TomlValue* value = find(table_, key);
    return value == nullptr ? table_.at : value->at;
}

Position Fields::at(const char* key, std::string_view word) const {
    const TomlValue* value = find(table_, key);
    if (value == nullptr) return table_.at;
    const std::size_t begin = source_.offset(value->at), end = source_.offset(value->end);
    const std::size_t found = source_.bytes().substr(0, end).find(word, begin);
    return found == std::string_view::npos ? value->at : source_.position(found);
}

std::vector<const TomlMember*> Fields::remaining_tables() {
    std::vector<const TomlMember*> out;
    for (const TomlMember& member : table_.members) {
        if (member.value.type != TomlType::table || asked_.count(member.key) > 0) continue;
        asked_.insert(member.key);
        out.push_back(&member);
    }
    return out;
}

void Fields::refuse(const char* key, const std::string& why) {
    if (!has(key)) return;
    asked_.insert(key);
    error(at(key), quoted(key) + " " + why);
}

void Fields::finish() {
    int unknown = 0;
    for (const TomlMember& member : table_.members) {
        if (asked_.count(member.key) > 0) continue;
        if (++unknown > most_unknown_keys) return;
        error(member.at,
              what_ + " has an unknown key " + quoted(member.key) + suggestion(member.key, asked_));
    }
}

} // namespace foyer::packer
