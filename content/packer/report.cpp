// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/report.h"

#include "content/packer/numbers.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <utility>

namespace foyer::packer {

namespace {

/// A year before a date, as a text that compares: "2026-11-23" gives "2025-11-23".
std::string year_before(const std::string& date) {
    if (date.size() < 4) return {};
    std::string year = std::to_string(std::stoi(date.substr(0, 4)) - 1);
    return std::string(4 - std::min<std::size_t>(year.size(), 4), '0') + year + date.substr(4);
}

/// "2025" may mean its last day: it is old only when all of it is.
bool is_older(const std::string& date, const std::string& than) {
    return !date.empty() && date < than.substr(0, date.size());
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

class Reporter {
  public:
    explicit Reporter(const Draft& draft) : draft_(draft), content_(draft.content) {
        for (const model::Language& language : content_.languages) {
            out_.languages[language.tag];
            if (!is_simple(language.tag)) languages_.push_back(language.tag);
        }
        for (const model::Source& source : content_.sources) {
            reliability_[source.id] = source.reliability;
        }
    }

    Report run() {
        out_.all = {content_.pages.size(),    content_.terms.size(), content_.events.size(),
                    content_.guides.size(),   content_.tours.size(), content_.courses.size(),
                    content_.questions.size()};
        for (const auto& [page, sheet] : draft_.facts) out_.facts += sheet.facts().size();
        translations();
        simple_language();
        unchecked();
        old_facts();
        old_pages();
        single_sources();
        weak_facts();
        figures();
        return std::move(out_);
    }

  private:
    std::vector<ToDo>& kind(const char* name, const char* heading) {
        out_.kinds.push_back({name, heading, {}});
        return out_.kinds.back().all;
    }

    /// Counts what there is, and notes the languages that are missing, Leichte Sprache aside.
    template <class Texts> void translation(std::vector<ToDo>& to, const std::string& where,
                                            const Texts& texts, std::size_t Coverage::*count) {
        std::vector<std::string> missing;
        for (auto& [language, coverage] : out_.languages) coverage.*count += texts.count(language);
        for (const std::string& language : languages_) {
            if (texts.count(language) == 0) missing.push_back(language);
        }
        if (!missing.empty()) to.push_back({where, joined(missing)});
    }

    void translations() {
        std::vector<ToDo>& to = kind("translations", "Without a translation");
        for (const model::PageContent& page : content_.pages) {
            translation(to, page.id, page.texts, &Coverage::pages);
        }
        for (const model::TermContent& term : content_.terms) {
            translation(to, "term " + term.id, term.texts, &Coverage::terms);
        }
        for (const model::EventContent& event : content_.events) {
            translation(to, "event " + event.id, event.texts, &Coverage::events);
        }
        for (const model::GuideContent& guide : content_.guides) {
            translation(to, "guide " + guide.id, guide.texts, &Coverage::guides);
        }
        for (const model::TourContent& tour : content_.tours) {
            translation(to, "tour " + tour.id, tour.texts, &Coverage::tours);
        }
        for (const model::CourseContent& course : content_.courses) {
            translation(to, "course " + course.id, course.texts, &Coverage::courses);
        }
        for (const model::QuestionContent& question : content_.questions) {
            translation(to, "question " + question.id, question.texts, &Coverage::questions);
        }
    }

    void simple_language() {
        std::vector<ToDo>& to = kind("simple", "Pages without Leichte Sprache");
        for (const model::Language& language : content_.languages) {
            if (!is_simple(language.tag)) continue;
            for (const model::PageContent& page : content_.pages) {
                if (page.texts.count(language.tag) == 0) to.push_back({page.id, language.tag});
            }
        }
    }

    void unchecked() {
        std::vector<ToDo>& to = kind("unchecked", "Leichte Sprache that nobody has checked");
        for (const model::PageContent& page : content_.pages) {
            for (const auto& [language, text] : page.texts) {
                if (is_simple(language) && text.checked_by.empty()) {
                    to.push_back({page.id, language});
                }
            }
        }
    }

    template <class Use> void each_fact(const Use& use) const {
        for (const auto& [page, sheet] : draft_.facts) {
            for (const Fact& fact : sheet.facts()) use(fact);
        }
    }

    void old_facts() {
        std::vector<ToDo>& to = kind("old-facts", "Facts over a year old that may have changed");
        const std::string line = year_before(content_.date);
        each_fact([&](const Fact& fact) {
            if (fact.may_have_changed && is_older(fact.date, line)) {
                to.push_back({fact.id, fact.date});
            }
        });
    }

    void old_pages() {
        std::vector<ToDo>& to =
            kind("old-pages", "Pages not touched for a year with facts that may have changed");
        const std::string line = year_before(content_.date);
        for (const model::PageContent& page : content_.pages) {
            const auto sheet = draft_.facts.find(page.id);
            if (sheet == draft_.facts.end() || !is_older(page.updated, line)) continue;
            const auto& facts = sheet->second.facts();
            const bool moves = std::any_of(facts.begin(), facts.end(),
                                           [](const Fact& fact) { return fact.may_have_changed; });
            if (moves) to.push_back({page.id, page.updated});
        }
    }

    void single_sources() {
        std::vector<ToDo>& to = kind("single-source", "Numbers that rest on a single source");
        each_fact([&](const Fact& fact) {
            if (fact.sources.size() != 1) return;
            std::vector<std::string> numbers;
            for (const NumberInText& number : numbers_in(fact.text)) {
                numbers.push_back(number.written);
            }
            if (!numbers.empty()) to.push_back({fact.id, joined(numbers)});
        });
    }

    void weak_facts() {
        std::vector<ToDo>& to =
            kind("weak-facts", "Facts of medium confidence with sources of class C or D only");
        each_fact([&](const Fact& fact) {
            const auto weak = [&](const std::string& source) {
                const auto found = reliability_.find(source);
                return found == reliability_.end() || found->second >= 'C';
            };
            const bool all_weak = std::all_of(fact.sources.begin(), fact.sources.end(), weak);
            if (fact.confidence == "medium" && all_weak) {
                to.push_back({fact.id, joined(fact.sources)});
            }
        });
    }

    void figures() {
        std::vector<ToDo>& to = kind("figures", "Figures without a long description");
        for (const model::PageContent& page : content_.pages) {
            for (const auto& [language, text] : page.texts) {
                for (const model::Block& block : text.body) {
                    const model::Figure& figure = block.figure;
                    const bool silent = block.kind == model::BlockKind::figure &&
                                        !figure.decorative && figure.long_text.empty();
                    if (silent) to.push_back({figure.media, language});
                }
            }
        }
    }

    const Draft& draft_;
    const model::PackContent& content_;
    std::vector<std::string> languages_; ///< without Leichte Sprache
    std::map<std::string, char> reliability_;
    Report out_;
};

std::string padded(std::string text, std::size_t width) {
    const std::size_t letters = text::length(text);
    return text.append(letters < width ? width - letters : 0, ' ');
}

void print_languages(std::ostream& out, const Report& report) {
    out << "\nLanguage        pages    terms   events   guides    tours  courses  questions\n";
    for (const auto& [language, has] : report.languages) {
        out << padded(language, 12);
        for (const std::size_t count :
             {has.pages, has.terms, has.events, has.guides, has.tours, has.courses}) {
            out << std::setw(9) << count;
        }
        out << std::setw(11) << has.questions << '\n';
    }
}

} // namespace

Report report_on(const Draft& draft) { return Reporter(draft).run(); }

std::string to_text(const Report& report) {
    std::ostringstream out;
    const Coverage& all = report.all;
    out << counted(all.pages, "page") << ", " << counted(all.terms, "term") << ", "
        << counted(all.events, "event") << ", " << counted(all.guides, "guide") << ", "
        << counted(all.tours, "tour") << ", " << counted(all.courses, "course") << ", "
        << counted(all.questions, "question") << ", " << counted(report.facts, "fact") << '\n';
    print_languages(out, report);
    for (const ToDos& kind : report.kinds) {
        out << '\n' << kind.heading << ": " << kind.all.size() << '\n';
        for (const ToDo& one : kind.all) {
            out << "  " << padded(one.where, 34) << ' ' << one.what << '\n';
        }
    }
    return out.str();
}

} // namespace foyer::packer
