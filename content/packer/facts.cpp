// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/facts.h"

#include "content/packer/entries.h"
#include "content/packer/numbers.h"
#include "content/packer/text_file.h"

#include <algorithm>
#include <utility>

namespace foyer::packer {

namespace {

constexpr std::size_t longest_text = 1000;

Fact read_fact(Fields& fields, std::set<std::string>& seen, Position at) {
    Fact fact;
    fact.at = at;
    fact.id = unique_id(fields, seen);
    fact.date = fields.rough_date("date", Need::needed);
    fact.text = fields.text("text", Need::needed, longest_text);
    fact.note = fields.text("note", Need::optional, longest_text);
    fact.confidence = fields.choice("confidence", Need::needed, {"high", "medium"});
    fact.may_have_changed = fields.flag("may_have_changed");
    fact.sources = known_sources(fields, Need::needed);
    fields.finish();
    return fact;
}

std::set<std::string> numbers_of(const Fact& fact) {
    std::set<std::string> out;
    for (const std::string& text : {fact.text, fact.date}) {
        for (NumberInText& number : numbers_in(text)) out.insert(std::move(number.value));
    }
    return out;
}

} // namespace

FactSheet FactSheet::read(const Tree& tree, const std::string& page, Need need,
                          Checking& checking) {
    FactSheet out;
    const std::string path = "pages/" + page + "/facts.toml";
    out.file_ = tree.shown(path);
    const std::size_t errors = checking.problems.errors();
    const std::optional<TomlFile> file = load_toml(tree, path, checking.problems);
    if (file) {
        out.there_ = true;
        out.read_facts(file->root, file->source, checking);
    } else if (need == Need::needed && checking.problems.errors() == errors) {
        checking.problems.error(out.file_, {},
                                "the facts are missing; a page's folder has a facts.toml");
    }
    return out;
}

void FactSheet::read_facts(const TomlValue& root, const SourceText& source, Checking& checking) {
    Fields fields(root, source, checking, "facts.toml");
    std::set<std::string> seen;
    for (const TomlValue* table : fields.tables("fact")) {
        Fields own(*table, source, checking, "the fact");
        facts_.push_back(read_fact(own, seen, table->at));
        numbers_.push_back(facts_.back().sources.empty() ? std::set<std::string>()
                                                         : numbers_of(facts_.back()));
    }
    fields.finish();
}

bool FactSheet::has(const std::string& number, std::string_view source) const {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        const auto& cited = facts_[i].sources;
        const bool cites =
            source.empty() || std::find(cited.begin(), cited.end(), source) != cited.end();
        if (cites && numbers_[i].count(number) > 0) return true;
    }
    return false;
}

void FactSheet::prove_text(Fields& fields, const char* key, std::string_view source) const {
    if (!there_) return;
    const TomlValue* value = fields.value(key);
    if (value == nullptr) return;
    for (const NumberInText& number : numbers_in(value->text)) {
        if (has(number.value, source)) continue;
        fields.error(fields.at(key, number.written),
                     "the number " + number.written + " stands in no fact of facts.toml that " +
                         (source.empty() ? "has a source" : "cites " + quoted(source)));
    }
}

void FactSheet::prove_number(Fields& fields, const char* key, long value) const {
    if (!there_ || value == 0 || has(std::to_string(value))) return;
    fields.error(fields.at(key), "the number " + std::to_string(value) +
                                     " stands in no fact of facts.toml that has a source");
}

} // namespace foyer::packer
