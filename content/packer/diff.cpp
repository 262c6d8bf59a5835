// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/diff.h"

#include "content/packer/page_diff.h"
#include "content/packer/problem.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace foyer::packer {

namespace {

std::string readable(const std::string& text) {
    std::string out =
        text::replace_all(text::without_soft_hyphens(text), text::no_break_space, " ");
    std::replace_if(
        out.begin(), out.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return out;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

class Comparison {
  public:
    Comparison(store::Pack& before, store::Pack& now) : before_(before), now_(now) {}

    Result<Difference> run() {
        const model::Catalogue was = TRY(before_.catalogue("de"));
        const model::Catalogue is = TRY(now_.catalogue("de"));
        for (const model::Catalogue* pack : {&was, &is}) {
            for (const model::Language& language : pack->languages) {
                names_[language.tag] = language.name;
            }
        }
        out_.id_before = was.id;
        out_.version_before = was.version;
        out_.id_now = is.id;
        out_.version_now = is.version;
        compare_catalogues(was, is);
        TRY(compare_pages());
        TRY(compare_terms());
        TRY(compare_events());
        TRY(compare_entries("guide", &store::Pack::guides, &store::Pack::guide));
        TRY(compare_entries("tour", &store::Pack::tours, &store::Pack::tour));
        TRY(compare_entries("course", &store::Pack::courses, &store::Pack::course));
        TRY(compare_questions());
        return std::move(out_);
    }

  private:
    void compare_catalogues(const model::Catalogue& was, const model::Catalogue& is) {
        const auto note = [&](bool differs, const std::string& what) {
            if (differs) out_.pack.push_back(what);
        };
        note(was.title != is.title, "the title is now \"" + readable(is.title) + "\"");
        note(was.publisher != is.publisher,
             "the publisher is now \"" + readable(is.publisher) + "\"");
        note(was.base_url != is.base_url, "the web address is now \"" + is.base_url + "\"");
        std::map<std::string, const model::Topic*> old;
        for (const model::Topic& topic : was.topics) old[topic.id] = &topic;
        for (const model::Topic& topic : is.topics) {
            const auto found = old.find(topic.id);
            const std::string name = "the topic \"" + readable(topic.title) + "\"";
            if (found == old.end()) {
                out_.pack.push_back(name + " is new");
                continue;
            }
            const model::Topic& before = *found->second;
            note(before.title != topic.title || before.summary != topic.summary ||
                     before.icon != topic.icon,
                 name + " reads or looks different");
            old.erase(found);
        }
        for (const auto& [id, topic] : old) {
            out_.pack.push_back("the topic \"" + readable(topic->title) + "\" is gone");
        }
        for (const model::Language& language : is.languages) {
            const bool known = std::find(was.languages.begin(), was.languages.end(), language) !=
                               was.languages.end();
            note(!known, "the language " + language.name + " is new");
        }
    }

    Result<void> compare_pages() {
        const std::vector<std::string> was = TRY(before_.page_ids());
        const std::vector<std::string> is = TRY(now_.page_ids());
        for (const std::string& id : is) {
            if (has(was, id)) {
                TRY(compare_page(id));
                continue;
            }
            const model::Card card = TRY(now_.card(id, "de"));
            out_.added.push_back({id, readable(card.title)});
        }
        for (const std::string& id : was) {
            if (has(is, id)) continue;
            const model::Card card = TRY(before_.card(id, "de"));
            out_.removed.push_back({id, readable(card.title)});
        }
        return {};
    }

    Result<void> compare_page(const std::string& id) {
        const std::vector<std::string> was = TRY(before_.languages(id));
        const std::vector<std::string> is = TRY(now_.languages(id));
        PageChange page;
        page.id = id;
        for (const std::string& language : is) {
            TextChange text{language, names_[language], {}};
            if (has(was, language)) {
                text.what = TRY(compare_text(id, language));
            } else {
                text.what = {"translation added"};
            }
            if (!text.what.empty()) page.texts.push_back(std::move(text));
        }
        for (const std::string& language : was) {
            if (!has(is, language)) {
                page.texts.push_back({language, names_[language], {"translation removed"}});
            }
        }
        if (page.texts.empty()) return {};
        const model::Card card = TRY(now_.card(id, "de"));
        page.title = readable(card.title);
        out_.changed.push_back(std::move(page));
        return {};
    }

    Result<std::vector<std::string>> compare_text(const std::string& id,
                                                  const std::string& language) {
        const std::string old_mark = TRY(before_.fingerprint(id, language));
        const std::string new_mark = TRY(now_.fingerprint(id, language));
        if (old_mark == new_mark) return std::vector<std::string>();
        const model::Page was = TRY(before_.page(id, language));
        const model::Page is = TRY(now_.page(id, language));
        std::vector<std::string> what = changes(was, is);
        for (const model::Block& block : is.body) {
            if (block.kind != model::BlockKind::figure) continue;
            const std::string& media = block.figure.media;
            const Result<model::Media> old = before_.media(media);
            const Result<model::Media> fresh = now_.media(media);
            if (old && fresh && old->bytes != fresh->bytes) {
                what.push_back("figure " + media.substr(media.find('/') + 1) + " redrawn");
            }
        }
        if (what.empty()) what.push_back("details");
        return what;
    }

    Result<void> compare_terms() {
        const std::vector<std::string> was = TRY(before_.term_ids());
        const std::vector<std::string> is = TRY(now_.term_ids());
        for (const std::string& id : is) {
            const model::Term term = TRY(now_.term(id, "de"));
            if (!has(was, id)) {
                out_.terms_added.push_back(readable(term.term));
                continue;
            }
            for (const auto& [language, name] : names_) {
                const model::Term old = TRY(before_.term(id, language));
                const model::Term fresh = TRY(now_.term(id, language));
                if (old == fresh) continue;
                out_.terms_changed.push_back(readable(term.term));
                break;
            }
        }
        for (const std::string& id : was) {
            if (has(is, id)) continue;
            const model::Term term = TRY(before_.term(id, "de"));
            out_.terms_removed.push_back(readable(term.term));
        }
        return {};
    }

    /// What can be compared of an entry, by id, in all languages together.
    template <class T> using Entries = std::map<std::string, std::vector<T>>;

    template <class T>
    void note_entries(const char* noun, const Entries<T>& was, const Entries<T>& is) {
        std::size_t added = 0, changed = 0, removed = 0;
        for (const auto& [id, texts] : is) {
            const auto old = was.find(id);
            if (old == was.end()) {
                ++added;
            } else if (old->second != texts) {
                ++changed;
            }
        }
        for (const auto& [id, texts] : was) removed += is.count(id) == 0 ? 1 : 0;
        for (const auto& [count, what] :
             {std::pair(added, "added"), {changed, "changed"}, {removed, "removed"}}) {
            if (count > 0) out_.pack.push_back(counted(count, noun) + " " + what);
        }
    }

    Result<void> compare_events() {
        Entries<model::Event> was, is;
        for (const auto& [language, name] : names_) {
            const std::vector<model::Event> old = TRY(before_.events(language));
            const std::vector<model::Event> fresh = TRY(now_.events(language));
            for (const model::Event& event : old) was[event.id].push_back(event);
            for (const model::Event& event : fresh) is[event.id].push_back(event);
        }
        note_entries("event", was, is);
        return {};
    }

    /// Pages are compared for themselves; here only which they are.
    static void forget_pages(std::vector<model::Card>& pages) {
        for (model::Card& page : pages) forget_page(page);
    }
    static void forget_page(model::Card& page) {
        model::Card id;
        id.page = page.page;
        page = std::move(id);
    }
    static void forget_pages(model::Guide& guide) {
        for (model::GuideResult& result : guide.results) forget_pages(result.pages);
    }
    static void forget_pages(model::Course& course) {
        for (model::CourseSection& section : course.sections) {
            forget_pages(section.pages);
            for (model::QuizQuestion& question : section.questions) {
                model::QuizQuestion id; // it is compared for itself, too
                id.id = question.id;
                question = std::move(id);
            }
        }
    }
    static void forget_pages(model::Tour& tour) {
        for (model::TourStep& step : tour.steps) {
            if (step.show != model::TourShow::slide) step.body.clear();
        }
    }

    template <class Card, class T> static Result<void>
    collect(store::Pack& pack, const std::string& language,
            Result<std::vector<Card>> (store::Pack::*list)(const std::string&),
            Result<T> (store::Pack::*read)(const std::string&, const std::string&),
            Entries<T>& to) {
        const std::vector<Card> cards = TRY((pack.*list)(language));
        for (const Card& card : cards) {
            T entry = TRY((pack.*read)(card.id, language));
            forget_pages(entry);
            to[card.id].push_back(std::move(entry));
        }
        return {};
    }

    template <class Card, class T> Result<void>
    compare_entries(const char* noun,
                    Result<std::vector<Card>> (store::Pack::*list)(const std::string&),
                    Result<T> (store::Pack::*read)(const std::string&, const std::string&)) {
        Entries<T> was, is;
        for (const auto& [language, name] : names_) {
            TRY(collect(before_, language, list, read, was));
            TRY(collect(now_, language, list, read, is));
        }
        note_entries(noun, was, is);
        return {};
    }

    static Result<void> collect_questions(store::Pack& pack, const std::string& language,
                                          Entries<model::QuizQuestion>& to) {
        const std::vector<std::string> ids = TRY(pack.question_ids());
        for (const std::string& id : ids) {
            model::QuizQuestion question = TRY(pack.question(id, language));
            forget_page(question.page);
            to[id].push_back(std::move(question));
        }
        return {};
    }

    Result<void> compare_questions() {
        Entries<model::QuizQuestion> was, is;
        for (const auto& [language, name] : names_) {
            TRY(collect_questions(before_, language, was));
            TRY(collect_questions(now_, language, is));
        }
        note_entries("question", was, is);
        return {};
    }

    store::Pack& before_;
    store::Pack& now_;
    std::map<std::string, std::string> names_; ///< of languages
    Difference out_;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

void print(std::ostream& out, const char* what, const std::vector<NamedPage>& pages) {
    for (const NamedPage& page : pages) {
        out << "  " << what << "  " << page.title << " (" << page.id << ")\n";
    }
}

void print(std::ostream& out, const char* what, const std::vector<std::string>& terms) {
    if (!terms.empty()) out << "  " << what << "  " << joined(terms) << '\n';
}

} // namespace

Result<Difference> difference(store::Pack& before, store::Pack& now) {
    return Comparison(before, now).run();
}

std::string to_text(const Difference& of) {
    std::ostringstream out;
    out << of.id_before << " " << of.version_before << " -> " << of.id_now << " " << of.version_now
        << '\n';
    if (of.none()) {
        out << "\nNothing a visitor sees has changed.\n";
        return out.str();
    }
    if (!of.pack.empty()) out << "\nThe pack\n";
    for (const std::string& what : of.pack) out << "  " << what << '\n';
    if (!of.added.empty() || !of.changed.empty() || !of.removed.empty()) out << "\nPages\n";
    print(out, "added  ", of.added);
    print(out, "removed", of.removed);
    for (const PageChange& page : of.changed) {
        out << "  changed  " << page.title << " (" << page.id << ")\n";
        for (const TextChange& text : page.texts) {
            out << "             " << text.name << ": " << joined(text.what) << '\n';
        }
    }
    const bool terms =
        !of.terms_added.empty() || !of.terms_changed.empty() || !of.terms_removed.empty();
    if (terms) out << "\nGlossary\n";
    print(out, "added  ", of.terms_added);
    print(out, "changed", of.terms_changed);
    print(out, "removed", of.terms_removed);
    return out.str();
}

} // namespace foyer::packer
