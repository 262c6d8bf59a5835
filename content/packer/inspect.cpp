// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/inspect.h"

#include "content/packer/problem.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace foyer::packer {

namespace {

std::string readable(const std::string& text) {
    return text::replace_all(text::without_soft_hyphens(text), text::no_break_space, " ");
}

/// Bytes that a terminal would obey are shown as a space; a pack may come from anywhere.
std::string printable(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t letters = text::length(text);
    return text.append(letters < width ? width - letters : 0, ' ');
}

} // namespace

Result<Inspection> inspect(store::Pack& pack) {
    TRY(pack.check());
    Inspection out;
    const model::Catalogue in_german = TRY(pack.catalogue("de"));
    const std::string first = in_german.languages.empty() ? "de" : in_german.languages.front().tag;
    out.catalogue = TRY(pack.catalogue(first));
    out.licence = TRY(pack.licence());
    std::set<std::string> fresh;
    for (const model::Card& card : out.catalogue.fresh) fresh.insert(card.page);
    for (const model::Topic& topic : out.catalogue.topics) {
        const std::vector<model::Card> cards = TRY(pack.topic(topic.id, first));
        for (const model::Card& card : cards) {
            const model::Page page = TRY(pack.page(card.page, first));
            InspectedPage one{card.page,
                              card.kind,
                              topic.id,
                              readable(card.title),
                              page.updated,
                              card.minutes,
                              fresh.count(card.page) > 0,
                              {}};
            out.charts += static_cast<std::size_t>(
                std::count_if(page.body.begin(), page.body.end(), [](const model::Block& block) {
                    return block.kind == model::BlockKind::chart;
                }));
            one.languages = TRY(pack.languages(card.page));
            for (const std::string& language : one.languages) ++out.pages_in[language];
            out.pages.push_back(std::move(one));
        }
    }
    const std::vector<std::string> terms = TRY(pack.term_ids());
    const std::vector<std::string> media = TRY(pack.media_ids());
    const std::vector<model::Event> events = TRY(pack.events(first));
    const std::vector<model::GuideCard> guides = TRY(pack.guides(first));
    const std::vector<model::TourCard> tours = TRY(pack.tours(first));
    const std::vector<model::CourseCard> courses = TRY(pack.courses(first));
    const std::vector<std::string> questions = TRY(pack.question_ids());
    out.tours = tours.size();
    out.courses = courses.size();
    out.questions = questions.size();
    out.events = events.size();
    out.guides = guides.size();
    out.terms = terms.size();
    out.figures = media.size();
    return out;
}

std::string to_text(const Inspection& of) {
    const model::Catalogue& pack = of.catalogue;
    std::ostringstream out;
    out << readable(pack.title) << '\n'
        << "  id         " << pack.id << '\n'
        << "  version    " << pack.version << " of " << pack.date << '\n'
        << "  publisher  " << readable(pack.publisher) << '\n'
        << "  licence    " << of.licence << '\n'
        << "  contents   " << counted(of.pages.size(), "page") << ", " << counted(of.terms, "term")
        << ", " << counted(of.figures, "figure") << ", " << counted(of.charts, "chart") << ", "
        << counted(of.events, "event") << ", " << counted(of.guides, "guide") << ", "
        << counted(of.tours, "tour") << ", " << counted(of.courses, "course") << ", "
        << counted(of.questions, "question") << "\n";
    for (const model::Language& language : pack.languages) {
        const auto pages = of.pages_in.find(language.tag);
        out << "  language   " << padded(language.tag, 10) << " " << padded(language.name, 18)
            << " " << counted(pages == of.pages_in.end() ? 0 : pages->second, "page") << "\n";
    }
    for (const model::Topic& topic : pack.topics) {
        out << '\n' << readable(topic.title) << " (" << topic.id << ")\n";
        for (const InspectedPage& page : of.pages) {
            if (page.topic != topic.id) continue;
            out << "  " << padded(page.id, 26) << ' ' << padded(page.title, 50) << ' '
                << page.updated << "  " << joined(page.languages) << (page.is_new ? "  new" : "")
                << '\n';
        }
    }
    std::string text, line;
    for (std::istringstream lines(out.str()); std::getline(lines, line);) {
        text += printable(line) + '\n';
    }
    return text;
}

} // namespace foyer::packer
