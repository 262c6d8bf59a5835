// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/html_facts.h"

#include "content/packer/html_text.h"

namespace foyer::packer {

namespace {

class Panel {
  public:
    explicit Panel(const Words& words) : words_(words) {}

    std::string take(const model::CaseFacts& facts) {
        row("case.place", html_escaped(facts.place));
        if (facts.population) population(*facts.population);
        row("case.years", html_escaped(years(facts)));
        row("case.domain", domains(facts));
        row("case.status",
            html_lines(words_("case.status_as_of", {{"status", words_("status." + facts.status)},
                                                    {"date", words_.date(facts.as_of)}})));
        row("case.software", software(facts));
        return "<aside class=\"facts\">\n<h2>" + html_escaped(words_("case.facts")) +
               "</h2>\n<dl>\n" + rows_ + "</dl>\n" + results(facts) + lessons(facts) + "</aside>\n";
    }

  private:
    void row(const char* label, const std::string& value) {
        if (value.empty()) return;
        rows_ += "<div><dt>" + html_escaped(words_(label)) + "</dt><dd>" + value + "</dd></div>\n";
    }

    static std::string cited(int source) {
        if (source == 0) return {};
        model::Run run;
        run.source = source;
        return html({run});
    }

    void population(const model::Population& people) {
        row("case.population_label",
            html_escaped(words_("case.population", {{"value", words_.number(people.value)},
                                                    {"date", words_.date(people.date)}})) +
                cited(people.source));
    }

    std::string years(const model::CaseFacts& facts) const {
        const std::string from = std::to_string(facts.from), to = std::to_string(facts.to);
        if (facts.to == 0) return words_("case.years_since", {{"from", from}});
        if (facts.to == facts.from) return from;
        return words_("case.years_range", {{"from", from}, {"to", to}});
    }

    std::string domains(const model::CaseFacts& facts) const {
        std::string out;
        for (const std::string& domain : facts.domains) {
            if (!out.empty()) out += ", ";
            out += html_escaped(words_("domain." + domain));
        }
        return out;
    }

    std::string software(const model::CaseFacts& facts) const {
        std::string out;
        for (const model::Software& one : facts.software) {
            if (!out.empty()) out += ", ";
            out += html_escaped(one.licence.empty()
                                    ? one.name
                                    : words_("case.software_with_licence",
                                             {{"name", one.name}, {"licence", one.licence}})) +
                   cited(one.licence_source);
        }
        return out;
    }

    std::string results(const model::CaseFacts& facts) const {
        if (facts.results.empty()) return {};
        std::string out = "<h3>" + html_escaped(words_("case.results")) + "</h3>\n<ul>\n";
        for (const model::Result& result : facts.results) {
            out += "<li>" + html_lines(result.text) + cited(result.source) + " <small>" +
                   html_escaped(words_("case.result_date", {{"date", words_.date(result.date)}})) +
                   "</small></li>\n";
        }
        return out + "</ul>\n";
    }

    std::string lessons(const model::CaseFacts& facts) const {
        if (facts.lessons.empty()) return {};
        std::string out = "<h3>" + html_escaped(words_("case.lessons")) + "</h3>\n<ul>\n";
        for (const model::Lesson& lesson : facts.lessons) {
            out += "<li>" + html_lines(lesson.text) + cited(lesson.source);
            if (lesson.source == 0) {
                out += " <small>(" + html_escaped(words_("case.editorial")) + ")</small>";
            }
            out += "</li>\n";
        }
        return out + "</ul>\n";
    }

    const Words& words_;
    std::string rows_;
};

} // namespace

std::string case_facts_html(const model::CaseFacts& facts, const Words& words) {
    return Panel(words).take(facts);
}

} // namespace foyer::packer
