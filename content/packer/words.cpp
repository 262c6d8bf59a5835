// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/words.h"

#include "content/packer/fields.h"
#include "content/packer/text_file.h"
#include "content/packer/toml.h"
#include "content/packer/tree.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace foyer::packer {

Result<Words> Words::load(const std::string& folder, const std::string& language) {
    const Tree tree = TRY(Tree::open(folder));
    const std::string base = language.substr(0, language.find('-'));
    for (const std::string& tag : {language, base, std::string("en")}) {
        Problems problems;
        const std::optional<TomlFile> file = load_toml(tree, tag + ".toml", problems);
        if (problems.errors() > 0) {
            return {Errc::damaged, to_string(problems.sorted().front())};
        }
        if (!file) continue;
        Words out;
        for (const TomlMember& member : file->root.members) {
            out.words_[member.key] = member.value.text;
        }
        return out;
    }
    return {Errc::not_found, "there are no words in " + folder};
}

std::string Words::operator()(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? std::string(key) : found->second;
}

std::string Words::operator()(std::string_view key,
                              std::initializer_list<text::Named> values) const {
    return text::fill((*this)(key), values);
}

std::string Words::date(std::string_view iso) const {
    if (!is_rough_date(iso) || iso.size() < 7) return std::string(iso);
    const std::string months = (*this)("date.months");
    const std::vector<std::string_view> names = text::split(months, '|');
    const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0'));
    if (names.size() != 12) return std::string(iso);
    const std::string_view year = iso.substr(0, 4), name = names[month - 1];
    if (iso.size() == 7) {
        return (*this)("date.month_year", {{"month", name}, {"year", year}});
    }
    std::string_view day = iso.substr(8, 2);
    if (day.front() == '0') day.remove_prefix(1);
    return (*this)("date.day_month_year", {{"day", day}, {"month", name}, {"year", year}});
}

std::string Words::number(long value) const {
    const std::string digits = std::to_string(value), separator = (*this)("number.thousands");
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

} // namespace foyer::packer
