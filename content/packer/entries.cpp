// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/entries.h"

#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"
#include "kiosk/base/text.h"

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

void each_text(Fields& fields, const std::string& what, const std::string& whole,
               const std::set<std::string>& languages,
               const std::function<void(const std::string&, Fields&)>& read) {
    std::set<std::string> there;
    each_language(fields, what, [&](const std::string& language, Fields& text) {
        there.insert(language);
        if (languages.count(language) == 0 && language != "de") {
            text.error(text.at(""), whole + " itself has no text in " + quoted(language));
        }
        read(language, text);
    });
    for (const std::string& language : languages) {
        if (there.count(language) > 0 || language == "de") continue;
        fields.error(fields.at(""), what + " has no text in " + quoted(language) + ", in which " +
                                        whole + " has a title");
    }
}

namespace {

/// The id if it is that of a page, else reported and empty.
std::string checked_page(Fields& fields, Placed page) {
    const std::set<std::string>& pages = fields.checking().index.pages;
    if (page.text.empty() || pages.count(page.text) > 0) return std::move(page.text);
    fields.error(page.at, "there is no page " + quoted(page.text) + suggestion(page.text, pages));
    return {};
}

} // namespace

std::string known_page(Fields& fields, const char* key, Need need) {
    return checked_page(fields, fields.word(key, need));
}

std::vector<std::string> known_pages(Fields& fields, const char* key, Need need) {
    std::vector<std::string> out;
    for (Placed& page : fields.words(key, need)) {
        std::string id = checked_page(fields, std::move(page));
        if (!id.empty()) out.push_back(std::move(id));
    }
    return out;
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

std::vector<std::string> texts_in(const std::string& language, Fields& fields, const char* key,
                                  std::size_t max_letters) {
    std::vector<std::string> out;
    for (std::string& text : fields.texts(key)) {
        if (const std::size_t letters = text::length(text); letters > max_letters) {
            fields.error(fields.at(key, text), "this has " + std::to_string(letters) +
                                                   " characters; at most " +
                                                   std::to_string(max_letters) + " fit");
        }
        check_simple(text, key, language, fields);
        out.push_back(in_lines(std::move(text), language));
    }
    return out;
}

} // namespace foyer::packer
