// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/entries.h"

#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"

namespace foyer::packer {

std::string unique_id(Fields& fields, std::set<std::string>& seen) {
    const Placed id = fields.word("id", Need::needed);
    if (id.text.empty()) return {};
    if (!is_id(id.text)) {
        fields.error(id.at, "an id has only small letters, digits and hyphens, at most 64");
        return {};
    }
    if (!seen.insert(id.text).second) {
        fields.error(id.at, "the id " + quoted(id.text) + " stands twice in this file");
        return {};
    }
    return id.text;
}

void each_language(Fields& fields, const std::string& what,
                   const std::function<void(const std::string&, Fields&)>& read) {
    const std::set<std::string>& languages = fields.checking().index.languages;
    bool german = false;
    for (const TomlMember* member : fields.remaining_tables()) {
        if (languages.count(member->key) == 0) {
            fields.error(member->at, quoted(member->key) + " is not a language of pack.toml" +
                                         suggestion(member->key, languages));
            continue;
        }
        Fields text(member->value, fields.source(), fields.checking(),
                    what + " in " + quoted(member->key));
        read(member->key, text);
        text.finish();
        german = german || member->key == "de";
    }
    if (!german) fields.error(fields.at(""), what + " has no German text, [" + "….de]");
}

std::vector<std::string> known_sources(Fields& fields, Need need) {
    std::vector<std::string> out;
    const std::set<std::string>& known = fields.checking().index.sources;
    for (Placed& source : fields.words("sources", need)) {
        if (known.count(source.text) > 0) {
            out.push_back(std::move(source.text));
        } else {
            fields.error(source.at,
                         "unknown source " + quoted(source.text) + suggestion(source.text, known));
        }
    }
    return out;
}

std::string text_in(const std::string& language, Fields& fields, const char* key, Need need,
                    std::size_t max_letters) {
    std::string text = fields.text(key, need, max_letters);
    check_simple(text, key, language, fields);
    return in_lines(std::move(text), language);
}

} // namespace foyer::packer
