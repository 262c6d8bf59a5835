// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/pack_files.h"

#include "content/packer/entries.h"
#include "content/packer/fields.h"
#include "content/packer/guides.h"
#include "content/packer/suggest.h"
#include "content/packer/text_file.h"
#include "content/packer/timeline.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace foyer::packer {

namespace {

constexpr std::size_t max_title_letters = 90;
constexpr std::size_t max_url_bytes = 300; // what a QR code of the page still shows large enough

std::map<std::string, std::string> by_language(Fields& fields, const char* key,
                                               std::size_t max_letters) {
    std::map<std::string, std::string> out;
    const TomlValue* table = fields.table(key, Need::needed);
    if (table == nullptr) return out;
    Fields texts(*table, fields.source(), fields.checking(), quoted(key));
    for (const std::string& language : fields.checking().index.languages) {
        if (!texts.has(language.c_str())) continue;
        out[language] = texts.text(language.c_str(), Need::needed, max_letters);
    }
    texts.finish();
    if (out.count("de") == 0) {
        fields.error(table->at, quoted(key) + " has no German text, de = \"…\"");
    }
    return out;
}

bool is_language_tag(std::string_view tag) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    for (const std::string_view part : text::split(tag, '-')) {
        if (part.empty() || part.size() > 8) return false;
        if (!std::all_of(part.begin(), part.end(), plain)) return false;
    }
    const std::size_t primary = std::min(tag.find('-'), tag.size());
    return primary == 2 || primary == 3;
}

void read_languages(Fields& pack, model::PackContent& content) {
    content.languages.clear();
    std::set<std::string>& known = pack.checking().index.languages;
    known.clear();
    for (const TomlValue* table : pack.tables("language")) {
        Fields fields(*table, pack.source(), pack.checking(), "the language");
        const Placed tag = fields.word("tag", Need::needed);
        const std::string own_name = fields.text("name", Need::needed, 40);
        fields.finish();
        if (tag.text.empty()) continue;
        if (!is_language_tag(tag.text)) {
            fields.error(tag.at,
                         quoted(tag.text) + " is not a language tag like \"de\" or \"pt-BR\"");
        } else if (!known.insert(tag.text).second) {
            fields.error(tag.at, "the language " + quoted(tag.text) + " stands twice in this file");
        } else {
            content.languages.push_back({tag.text, own_name});
        }
    }
    if (known.count("de") == 0) {
        pack.error(pack.at("language"), "the languages must contain \"de\": every page has German");
    }
}

bool is_version(std::string_view version) {
    const auto parts = text::split(version, '.');
    return parts.size() <= 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               return !part.empty() && part.size() <= 9 &&
                      part.find_first_not_of("0123456789") == std::string_view::npos;
           });
}

void check_web_address(Fields& fields, const Placed& url) {
    if (url.text.empty()) return;
    const bool web = url.text.starts_with("https://") || url.text.starts_with("http://");
    const bool plain =
        std::all_of(url.text.begin(), url.text.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (!web || !plain) {
        fields.error(url.at,
                     "a web address begins with https:// and has neither spaces nor umlauts");
    } else if (url.text.size() > max_url_bytes) {
        fields.error(url.at, "a web address has at most " + std::to_string(max_url_bytes) +
                                 " characters, or its QR code gets too fine");
    }
}

void read_pack(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields pack(file.root, file.source, checking, "pack.toml");
    read_languages(pack, content);
    const Placed id = pack.word("id", Need::needed);
    if (!id.text.empty() && !is_id(id.text)) {
        pack.error(id.at, "an id has only small letters, digits and hyphens, at most 64");
    }
    const Placed version = pack.word("version", Need::needed);
    if (!version.text.empty() && !is_version(version.text)) {
        pack.error(version.at, "a version is up to four numbers with dots, like \"2026.11.1\"");
    }
    content.id = id.text;
    content.version = version.text;
    content.date = pack.date("date", Need::needed);
    content.licence = pack.word("licence", Need::needed).text;
    content.titles = by_language(pack, "title", max_title_letters);
    content.publishers = by_language(pack, "publisher", max_title_letters);
    const Placed base_url = pack.word("base_url", Need::optional);
    check_web_address(pack, base_url);
    content.base_url = base_url.text;
    pack.finish();
}

void read_topics(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields root(file.root, file.source, checking, "topics.toml");
    std::set<std::string> seen;
    for (const TomlValue* table : root.tables("topic")) {
        Fields fields(*table, file.source, checking, "the topic");
        model::TopicContent topic;
        topic.id = unique_id(fields, seen);
        const Placed icon = fields.word("icon", Need::needed);
        if (!icon.text.empty() && !is_id(icon.text)) {
            fields.error(icon.at, "an icon is a name from assets/icons, like \"book\"");
        }
        topic.icon = icon.text;
        each_language(fields, "the topic", [&](const std::string& language, Fields& text) {
            model::TopicContent::Text& own = topic.texts[language];
            own.title = text.text("title", Need::needed, 60);
            own.summary = text_in(language, text, "summary", Need::needed, 200);
        });
        fields.finish();
        put(content.topics, checking.index.topics, std::move(topic));
    }
    root.finish();
}

void read_sources(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields root(file.root, file.source, checking, "sources.toml");
    std::set<std::string> seen;
    for (const TomlValue* table : root.tables("source")) {
        Fields fields(*table, file.source, checking, "the source");
        model::Source source;
        source.id = unique_id(fields, seen);
        source.title = fields.text("title", Need::needed, 300);
        source.publisher = fields.text("publisher", Need::needed, 150);
        source.date = fields.rough_date("date", Need::optional);
        const Placed url = fields.word("url", Need::optional);
        check_web_address(fields, url);
        source.url = url.text;
        const std::string grade = fields.choice("reliability", Need::needed, {"A", "B", "C", "D"});
        if (!grade.empty()) source.reliability = grade.front();
        const Placed language = fields.word("lang", Need::optional);
        if (!language.text.empty() && !is_language_tag(language.text)) {
            fields.error(language.at, "\"lang\" is a language tag like \"de\" or \"en\"");
        }
        source.language = language.text.empty() ? "de" : language.text;
        fields.finish();
        put(content.sources, checking.index.sources, std::move(source));
    }
    root.finish();
}

void read_glossary(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields root(file.root, file.source, checking, "glossary.toml");
    std::set<std::string> seen;
    for (const TomlValue* table : root.tables("term")) {
        Fields fields(*table, file.source, checking, "the term");
        model::TermContent term;
        term.id = unique_id(fields, seen);
        known_sources(fields, Need::optional);
        each_language(fields, "the term", [&](const std::string& language, Fields& text) {
            model::TermContent::Text& own = term.texts[language];
            own.term = text.text("term", Need::needed, 60);
            own.text = text_in(language, text, "text", Need::needed, 600);
            own.forms = text.texts("forms");
        });
        fields.finish();
        put(content.terms, checking.index.terms, std::move(term));
    }
    root.finish();
}

void read_synonyms(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields root(file.root, file.source, checking, "synonyms.toml");
    for (const TomlValue* table : root.tables("group")) {
        Fields fields(*table, file.source, checking, "the group");
        model::SynonymGroup group;
        std::size_t words = 0;
        for (const std::string& language : checking.index.languages) {
            if (!fields.has(language.c_str())) continue;
            words += (group[language] = fields.texts(language.c_str())).size();
        }
        fields.finish();
        if (words < 2) fields.error(table->at, "a group needs at least two words");
        content.synonyms.push_back(std::move(group));
    }
    root.finish();
}

/// What a pack without a readable pack.toml is checked against, so that the rest can be.
const std::set<std::string>& usual_languages() {
    static const std::set<std::string> all = {"de", "de-simple", "en"};
    return all;
}

} // namespace

void read_pack_files(const std::vector<Tree>& trees, model::PackContent& content,
                     Checking& checking) {
    const auto each = [&](const char* path, Need need, auto read) {
        const std::size_t before = checking.problems.errors();
        bool any = false;
        for (const Tree& tree : trees) {
            const auto file = load_toml(tree, path, checking.problems);
            if (!file) continue;
            read(*file, content, checking);
            any = true;
        }
        if (any || need == Need::optional || checking.problems.errors() > before) return;
        checking.problems.error(trees.front().shown(path), {}, "this file is missing");
    };
    each("pack.toml", Need::needed, read_pack);
    if (checking.index.languages.empty()) checking.index.languages = usual_languages();
    each("topics.toml", Need::needed, read_topics);
    each("sources.toml", Need::optional, read_sources);
    each("glossary.toml", Need::optional, read_glossary);
    each("synonyms.toml", Need::optional, read_synonyms);
    each("timeline.toml", Need::optional, read_timeline);
    read_guides(trees, content, checking);
}

} // namespace foyer::packer
