// SPDX-License-Identifier: EUPL-1.2
// Pack: reads one content pack, page by page. START HERE for what a pack can answer.
// A pack is not trusted, even a signed one: it is opened read-only with everything switched off
// that a reader does not need, its schema must be ours to the letter, and a damaged row costs the
// page it stands in, never the program. `content/FORMAT.md` has the tables.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/content.h"
#include "kiosk/model/course.h"
#include "kiosk/model/guide.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/model/tour.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace foyer::store {

class Database;

/// One text of one page, for those who list or compare packs.
struct PageEntry {
    std::string page, language, kind, title, updated;
    friend bool operator==(const PageEntry&, const PageEntry&) = default;
};

/// One Pack belongs to one thread. Another thread opens its own, which costs about a millisecond.
/// The file must not be changed while it is open: replace it by a rename and open it again.
class Pack {
  public:
    /// Fails with not_found or unreadable (no such file, no permission), wrong_format (no pack at
    /// all, or tables that are not ours), newer_format (made for a later program) or damaged.
    /// Looks at the head of the file only; check() reads all of it.
    static Result<Pack> open(const std::string& path);

    Pack(Pack&&) noexcept;
    Pack& operator=(Pack&&) noexcept;
    ~Pack();

    // What the kiosk shows. `language` is the one that is wished for; a text that is missing there
    // comes in the nearest one (de-simple: de; then de, en, any), and says which.

    /// Topics in the order of the pack; at most max_fresh cards of what is new.
    Result<model::Catalogue> catalogue(const std::string& language);
    /// The cards of one topic, in the order of the editor. Fails with not_found for an unknown
    /// topic.
    Result<std::vector<model::Card>> topic(const std::string& id, const std::string& language);
    Result<model::Page> page(const std::string& id, const std::string& language);
    Result<model::Card> card(const std::string& page, const std::string& language);
    Result<model::Slide> slide(const std::string& page, const std::string& language);
    Result<model::Media> media(const std::string& id);
    Result<model::Term> term(const std::string& id, const std::string& language);
    /// The cases that have a place on the map, by title.
    Result<std::vector<model::CaseMark>> cases(const std::string& language);
    /// By date; those of the same date by id.
    Result<std::vector<model::Event>> events(const std::string& language);
    /// In the order of the pack.
    Result<std::vector<model::GuideCard>> guides(const std::string& language);
    /// Its ways lead forward only, and it has a result at least. Fails with not_found, or damaged.
    Result<model::Guide> guide(const std::string& id, const std::string& language);
    /// In the order of the pack.
    Result<std::vector<model::TourCard>> tours(const std::string& language);
    /// What its steps show of pages is resolved. Fails with not_found, or damaged.
    Result<model::Tour> tour(const std::string& id, const std::string& language);
    /// In the order of the pack.
    Result<std::vector<model::CourseCard>> courses(const std::string& language);
    /// Fails with not_found, or damaged.
    Result<model::Course> course(const std::string& id, const std::string& language);
    /// `count` questions, fewer only where the pack has fewer, easy ones first: of all levels and
    /// of as many pages as there are. The same `dice` gives the same questions.
    Result<std::vector<model::QuizQuestion>> quiz(const std::string& language, std::uint64_t dice,
                                                  int count);
    /// Best hits first. The last word of `query` counts as unfinished. Nothing that a visitor types
    /// is an error; an empty query finds nothing.
    Result<model::SearchResult> search(const std::string& query, const std::string& language,
                                       int limit);

    // What foyer-pack and foyer-update ask.

    /// Reads every row: structure, types, foreign keys. Seconds on a big pack. Fails with damaged.
    Result<void> check();
    /// The licence of everything that does not say otherwise.
    Result<std::string> licence();
    /// All in the order of their ids.
    Result<std::vector<std::string>> page_ids();
    Result<std::vector<std::string>> term_ids();
    Result<std::vector<std::string>> media_ids();
    Result<std::vector<std::string>> question_ids();
    /// Fails with not_found, or damaged.
    Result<model::QuizQuestion> question(const std::string& id, const std::string& language);
    /// Everything about a media row: size, author, licence and bytes.
    Result<model::MediaContent> media_content(const std::string& id);
    /// The languages a page has, sorted. Empty for an unknown page.
    Result<std::vector<std::string>> languages(const std::string& page);
    /// Every text of every page, by id and language.
    Result<std::vector<PageEntry>> page_entries();
    /// 16 hex digits that differ when anything differs that a visitor sees on that page in exactly
    /// that language, its figures included. For comparing, not for security.
    Result<std::string> fingerprint(const std::string& page, const std::string& language);

    static constexpr int max_fresh = 50;

    /// The SQL that was run so far, for those who ask SQLite how it looks things up.
    std::vector<std::string> statements() const;

  private:
    explicit Pack(std::unique_ptr<Database> database);
    Result<model::Card> read_card(const std::string& page, const std::string& language);
    /// Without what is related.
    Result<model::Page> read_page(const std::string& id, const std::string& language);
    Result<std::vector<model::Card>> cards(const std::vector<std::string>& pages,
                                           const std::string& language);
    Result<model::Hit> hit(std::int64_t entry, const std::string& language,
                           const std::unordered_map<std::string, int>& wanted);
    Result<std::vector<std::string>> list(const char* sql, const std::string* of);
    Result<model::CaseMark> mark(const std::string& page, const std::string& language);
    Result<model::Event> event(model::Event out, const std::string& language);
    Result<model::GuideCard> guide_card(const std::string& id, const std::string& language);
    Result<model::TourCard> tour_card(const std::string& id, const std::string& language);
    Result<model::CourseCard> course_card(const std::string& id, const std::string& language);
    Result<model::QuizQuestion> read_question(const std::string& id, const std::string& language);

    std::unique_ptr<Database> database_;
};

} // namespace foyer::store
