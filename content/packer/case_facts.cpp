// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/case_facts.h"

#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"

#include <algorithm>
#include <map>
#include <utility>

namespace foyer::packer {

namespace {

const std::set<std::string>& domains() {
    static const std::set<std::string> all = {
        "administration", "cloud",  "collaboration", "email",       "geodata", "governance",
        "office",         "os",     "participation", "procurement", "school",  "smart-city",
        "security",       "website"};
    return all;
}

constexpr std::int64_t earliest_year = 1980, latest_year = 2100;

bool is_country(std::string_view text) {
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::set<std::string> keys(const std::map<std::string, int>& numbers) {
    std::set<std::string> out;
    for (const auto& [id, number] : numbers) out.insert(id);
    return out;
}

/// The classes of sizes with the inhabitants of a town in them; the others have no bounds.
struct SizeClass {
    long least, below;
};

const std::map<std::string, SizeClass>& size_classes() {
    constexpr long any = 2'000'000'000;
    static const std::map<std::string, SizeClass> all = {
        {"small", {0, 20'000}},        {"medium", {20'000, 100'000}},
        {"large", {100'000, 500'000}}, {"metropolis", {500'000, any}},
        {"state", {0, any}},           {"country", {0, any}},
        {"network", {0, any}}};
    return all;
}

void read_size(Fields& facts, model::CaseFacts& out) {
    std::set<std::string> names;
    for (const auto& [size, bounds] : size_classes()) names.insert(size);
    out.size = facts.choice("size", Need::needed, names);
    if (out.size.empty() || !out.population) return;
    const SizeClass& bounds = size_classes().at(out.size);
    if (out.population->value >= bounds.least && out.population->value < bounds.below) return;
    facts.error(facts.at("size"), quoted(out.size) + " does not fit a population of " +
                                      std::to_string(out.population->value));
}

void read_spot(Fields& facts, model::CaseFacts& out) {
    const auto latitude = facts.real("latitude", Need::needed, -90, 90);
    const auto longitude = facts.real("longitude", Need::needed, -180, 180);
    if (latitude && longitude) out.spot = model::Spot{*latitude, *longitude};
}

void read_population(Fields& facts, PageSources& sources, const FactSheet& proof,
                     model::CaseFacts& out) {
    const TomlValue* table = facts.table("population", Need::optional);
    if (table == nullptr) return;
    Fields fields(*table, facts.source(), facts.checking(), "the population");
    model::Population population;
    population.value =
        static_cast<long>(fields.integer("value", Need::needed, 1, 100'000'000).value_or(0));
    population.date = fields.rough_date("date", Need::needed);
    population.source = sources.number(fields.word("source", Need::needed), fields);
    proof.prove_number(fields, "value", population.value);
    fields.finish();
    out.population = population;
}

void read_software(Fields& front_matter, PageSources& sources, model::CaseFacts& out) {
    for (const TomlValue* table : front_matter.tables("software")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the software");
        model::Software software;
        software.name = fields.text("name", Need::needed, 60);
        const bool licensed = fields.has("licence");
        const Placed licence = fields.word("licence", Need::optional);
        if (licensed) check_licence(fields, licence);
        software.licence = licence.text;
        const Placed source =
            fields.word("licence_source", licensed ? Need::needed : Need::optional);
        software.licence_source = source.text.empty() ? 0 : sources.number(source, fields);
        if (!licensed && !source.text.empty()) {
            fields.error(source.at, "\"licence_source\" stands without a \"licence\"");
        }
        fields.finish();
        out.software.push_back(std::move(software));
    }
}

} // namespace

int PageSources::number(const Placed& placed, Fields& fields) {
    if (placed.text.empty()) return 0;
    const auto found = numbers.find(placed.text);
    if (found != numbers.end()) {
        used.insert(found->second);
        return found->second;
    }
    const bool known = fields.checking().index.sources.count(placed.text) > 0;
    fields.error(
        placed.at,
        known ? "the source " + quoted(placed.text) + " is used but not listed under \"sources\""
              : "unknown source " + quoted(placed.text) + suggestion(placed.text, keys(numbers)));
    return 0;
}

model::CaseFacts read_case_facts(Fields& front_matter, PageSources& sources,
                                 const FactSheet& proof) {
    model::CaseFacts out;
    read_software(front_matter, sources, out);
    const TomlValue* table = front_matter.table("case", Need::needed);
    if (table == nullptr) return out;
    Fields facts(*table, front_matter.source(), front_matter.checking(), "[case]");
    const Placed country = facts.word("country", Need::needed);
    if (!country.text.empty() && !is_country(country.text)) {
        facts.error(country.at, "a country is two capital letters like \"DE\" (ISO 3166)");
    }
    out.country = country.text;
    out.state = facts.text("state", Need::optional, 60);
    out.from = static_cast<int>(
        facts.integer("from", Need::needed, earliest_year, latest_year).value_or(0));
    out.to = static_cast<int>(
        facts.integer("to", Need::optional, earliest_year, latest_year).value_or(0));
    if (out.to > 0 && out.to < out.from) facts.error(facts.at("to"), "\"to\" lies before \"from\"");
    proof.prove_number(facts, "from", out.from);
    proof.prove_number(facts, "to", out.to);
    out.status = facts.choice("status", Need::needed,
                              {"running", "finished", "stopped", "reversed", "mixed"});
    out.as_of = facts.rough_date("as_of", Need::needed);
    for (const Placed& domain : facts.words("domains", Need::needed)) {
        if (domains().count(domain.text) == 0) {
            facts.error(domain.at, "unknown domain " + quoted(domain.text) +
                                       suggestion(domain.text, domains()));
        }
        out.domains.push_back(domain.text);
    }
    read_population(facts, sources, proof, out);
    read_size(facts, out);
    read_spot(facts, out);
    facts.finish();
    return out;
}

void read_case_texts(Fields& front_matter, const std::string& language, PageSources& sources,
                     const FactSheet& proof, model::PageText& text) {
    constexpr std::size_t longest = 300;
    text.place = front_matter.text("place", Need::needed, 80);
    for (const TomlValue* table : front_matter.tables("result")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the result");
        model::Result result;
        result.text = fields.text("text", Need::needed, longest);
        check_simple(result.text, "text", language, fields);
        result.text = in_lines(result.text, language);
        result.date = fields.rough_date("date", Need::needed);
        const Placed source = fields.word("source", Need::needed);
        result.source = sources.number(source, fields);
        if (result.source > 0) proof.prove_text(fields, "text", source.text);
        fields.finish();
        text.results.push_back(std::move(result));
    }
    for (const TomlValue* table : front_matter.tables("lesson")) {
        Fields fields(*table, front_matter.source(), front_matter.checking(), "the lesson");
        model::Lesson lesson;
        lesson.text = fields.text("text", Need::needed, longest);
        check_simple(lesson.text, "text", language, fields);
        lesson.text = in_lines(lesson.text, language);
        const bool own = fields.flag("editorial");
        const Placed source = fields.word("source", own ? Need::optional : Need::needed);
        if (own && !source.text.empty()) {
            fields.error(source.at, "a lesson has a \"source\" or is \"editorial\", not both");
        }
        lesson.source = own ? 0 : sources.number(source, fields);
        fields.finish();
        text.lessons.push_back(std::move(lesson));
    }
}

bool is_licence(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == '+';
    });
}

void check_licence(Fields& fields, const Placed& licence) {
    if (licence.text.empty() || is_licence(licence.text)) return;
    fields.error(licence.at, "a licence is an SPDX id without spaces, like \"CC-BY-SA-4.0\"");
}

} // namespace foyer::packer
