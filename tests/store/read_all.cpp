// SPDX-License-Identifier: EUPL-1.2
#include "tests/store/read_all.h"

namespace foyer::test {

namespace {

/// Remembers whether anything failed.
class Tally {
  public:
    template <class T> bool note(const Result<T>& result) {
        if (!result) fine_ = false;
        return result.has_value();
    }
    bool fine() const { return fine_; }

  private:
    bool fine_ = true;
};

void read_page(store::Pack& pack, const std::string& id, Tally& tally) {
    for (const char* language : {"de", "en", "de-simple"}) {
        tally.note(pack.page(id, language));
        tally.note(pack.fingerprint(id, language));
    }
    tally.note(pack.card(id, "de"));
    tally.note(pack.languages(id));
}

} // namespace

bool read_all(store::Pack& pack) {
    Tally tally;
    const auto catalogue = pack.catalogue("de");
    if (tally.note(catalogue)) {
        for (const model::Topic& topic : catalogue->topics) tally.note(pack.topic(topic.id, "en"));
    }
    const auto pages = pack.page_ids();
    if (tally.note(pages)) {
        for (const std::string& id : *pages) read_page(pack, id, tally);
    }
    const auto media = pack.media_ids();
    if (tally.note(media)) {
        for (const std::string& id : *media) {
            tally.note(pack.media(id));
            tally.note(pack.media_content(id));
        }
    }
    const auto terms = pack.term_ids();
    if (tally.note(terms)) {
        for (const std::string& id : *terms) tally.note(pack.term(id, "en"));
    }
    tally.note(pack.cases("en"));
    tally.note(pack.events("en"));
    const auto guides = pack.guides("de");
    if (tally.note(guides)) {
        for (const model::GuideCard& guide : *guides) tally.note(pack.guide(guide.id, "en"));
    }
    const auto tours = pack.tours("en");
    if (tally.note(tours)) {
        for (const model::TourCard& tour : *tours) tally.note(pack.tour(tour.id, "de"));
    }
    const auto courses = pack.courses("en");
    if (tally.note(courses)) {
        for (const model::CourseCard& course : *courses) tally.note(pack.course(course.id, "en"));
    }
    tally.note(pack.quiz("en", 7, 10));
    for (const char* query : {"s", "strasse", "souverenität", "stärkungsgesetz", "office suite",
                              "digitale straßen", "qwrtz"}) {
        for (const char* language : {"de", "en", "de-simple"}) {
            tally.note(pack.search(query, language, 10));
        }
    }
    tally.note(pack.page_entries());
    tally.note(pack.licence());
    return tally.fine();
}

} // namespace foyer::test
