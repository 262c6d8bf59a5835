// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/case_facts.h"

namespace foyer::print {

namespace {

class Facts {
  public:
    Facts(Paper& paper, const std::vector<model::Source>& own)
        : paper_(paper), words_(paper.words()), own_(own) {}

    void write(const model::CaseFacts& facts) {
        paper_.heading(2, words_("case.facts"));
        row("case.place", {facts.place});
        if (facts.population) population(*facts.population);
        row("case.years", {years(facts)});
        row("case.domain", {domains(facts)});
        row("case.status",
            {words_("case.status_as_of", {{"status", words_("status." + facts.status)},
                                          {"date", words_.date(facts.as_of)}})});
        row("case.software", software(facts));
        table_.has_head = false;
        table_.shares = {0.24f, 0.76f};
        paper_.add({std::move(table_)});
        results(facts);
        lessons(facts);
    }

  private:
    void row(const char* name, host::RichText value) {
        if (!value.text.empty()) table_.rows.push_back({{words_(name)}, std::move(value)});
    }

    void population(const model::Population& people) {
        row("case.population_label",
            paper_.cited(words_("case.population", {{"value", words_.number(people.value)},
                                                    {"date", words_.date(people.date)}}),
                         people.source, own_));
    }

    std::string years(const model::CaseFacts& facts) const {
        const std::string from = std::to_string(facts.from), to = std::to_string(facts.to);
        if (facts.from == 0) return {};
        if (facts.to == 0) return words_("case.years_since", {{"from", from}});
        if (facts.to == facts.from) return from;
        return words_("case.years_range", {{"from", from}, {"to", to}});
    }

    std::string domains(const model::CaseFacts& facts) const {
        std::string out;
        for (const std::string& domain : facts.domains) {
            if (!out.empty()) out += ", ";
            out += words_("domain." + domain);
        }
        return out;
    }

    host::RichText software(const model::CaseFacts& facts) {
        model::Inline runs;
        for (const model::Software& one : facts.software) {
            if (!runs.empty()) runs.push_back({.text = ", "});
            runs.push_back({.text = one.licence.empty()
                                        ? one.name
                                        : words_("case.software_with_licence",
                                                 {{"name", one.name}, {"licence", one.licence}})});
            if (one.licence_source > 0) runs.push_back({.source = one.licence_source});
        }
        return paper_.rich(runs, own_);
    }

    void results(const model::CaseFacts& facts) {
        if (facts.results.empty()) return;
        paper_.heading(3, words_("case.results"));
        for (const model::Result& one : facts.results) {
            const std::string when = words_("case.result_date", {{"date", words_.date(one.date)}});
            paper_.item(paper_.rich(
                {{.text = one.text}, {.text = " (" + when + ")"}, {.source = one.source}}, own_));
        }
    }

    void lessons(const model::CaseFacts& facts) {
        if (facts.lessons.empty()) return;
        paper_.heading(3, words_("case.lessons"));
        for (const model::Lesson& one : facts.lessons) {
            const std::string ours =
                one.source == 0 ? " (" + words_("case.editorial") + ")" : std::string();
            model::Inline runs = {{.text = one.text + ours}};
            if (one.source > 0) runs.push_back({.source = one.source});
            paper_.item(paper_.rich(runs, own_));
        }
    }

    Paper& paper_;
    const Words& words_;
    const std::vector<model::Source>& own_;
    host::DocumentTable table_;
};

} // namespace

void write_case_facts(Paper& paper, const model::CaseFacts& facts,
                      const std::vector<model::Source>& own) {
    Facts(paper, own).write(facts);
}

} // namespace foyer::print
