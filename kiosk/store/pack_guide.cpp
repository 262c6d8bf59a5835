// SPDX-License-Identifier: EUPL-1.2
// Pack::guides and Pack::guide. A guide whose ways do not lead forward to a result is damage: who
// follows one must come to an end.
#include "kiosk/store/database.h"
#include "kiosk/store/entry_cards.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/read_source.h"
#include "kiosk/store/words.h"

namespace foyer::store {

namespace {

using model::Guide;
using model::GuideCard;

// Each limit of questions, options and results is one more than a guide may have.
constexpr const char* select_guides = "SELECT id FROM guide ORDER BY position, id LIMIT 100";
constexpr const char* select_icon = "SELECT icon FROM guide WHERE id = ?";
constexpr const char* select_text =
    "SELECT language, title, summary FROM guide_text WHERE guide = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* count_questions =
    "SELECT count(*) FROM guide_question WHERE guide = ? AND language = ?";
constexpr const char* select_questions =
    "SELECT question, text, help FROM guide_question WHERE guide = ? AND language = ? "
    "ORDER BY question LIMIT 101";
constexpr const char* select_options =
    "SELECT o.question, o.option, t.text, t.reason, o.points, coalesce(o.next, 0), "
    "coalesce(o.result, 0) FROM guide_option o LEFT JOIN guide_option_text t "
    "ON t.guide = o.guide AND t.language = ?2 AND t.question = o.question AND t.option = o.option "
    "WHERE o.guide = ?1 ORDER BY o.question, o.option LIMIT 2001";
constexpr const char* select_results =
    "SELECT r.result, t.title, t.text, r.least_points FROM guide_result r "
    "LEFT JOIN guide_result_text t "
    "ON t.guide = r.guide AND t.language = ?2 AND t.result = r.result "
    "WHERE r.guide = ?1 ORDER BY r.result LIMIT 101";
constexpr const char* select_result_pages =
    "SELECT page FROM guide_result_page WHERE guide = ? AND result = ? ORDER BY position "
    "LIMIT 1000";
constexpr const char* select_sources =
    "SELECT s.id, s.title, s.publisher, s.date, s.url, s.language, s.reliability "
    "FROM guide_source g JOIN source s ON s.id = g.source WHERE g.guide = ? "
    "ORDER BY g.position LIMIT 1000";

/// Puts one guide together. Lives for one call.
class GuideReader {
  public:
    GuideReader(Database& database, Guide& guide)
        : database_(database), guide_(guide), id_(guide.card.id), language_(guide.card.language) {}

    Result<void> read() {
        TRY(read_questions());
        TRY(read_results());
        TRY(read_options());
        for (const model::GuideQuestion& question : guide_.questions) {
            if (question.options.empty()) return damaged("a question without answers");
        }
        return database_.query(select_sources).bind(id_).each([&](Row& row) {
            guide_.sources.push_back(read_source(row, 0));
        });
    }

  private:
    Error damaged(const char* why) const {
        return {Errc::damaged, "guide " + id_ + " (" + language_ + "): " + why};
    }

    Result<void> read_questions() {
        TRY(database_.query(select_questions).bind(id_).bind(language_).each([&](Row& row) {
            const std::size_t number = guide_.questions.size() + 1;
            if (row.integer(0) != static_cast<std::int64_t>(number)) row.mark_damaged();
            model::GuideQuestion question;
            question.text = row.text(1);
            question.help = row.text(2);
            guide_.questions.push_back(std::move(question));
        }));
        const std::size_t count = guide_.questions.size();
        if (count == 0 || count > std::size_t{limits::questions}) return damaged("its questions");
        return {};
    }

    Result<void> read_results() {
        TRY(database_.query(select_results).bind(id_).bind(language_).each([&](Row& row) {
            const std::size_t number = guide_.results.size() + 1;
            if (row.integer(0) != static_cast<std::int64_t>(number)) row.mark_damaged();
            model::GuideResult result;
            result.title = row.text(1);
            result.text = row.text(2);
            result.least_points = row.number(3, -limits::score, limits::score);
            guide_.results.push_back(std::move(result));
        }));
        const std::size_t count = guide_.results.size();
        if (count == 0 || count > std::size_t{limits::questions}) return damaged("its results");
        return {};
    }

    Result<void> read_options() {
        const int questions = static_cast<int>(guide_.questions.size());
        const int results = static_cast<int>(guide_.results.size());
        return database_.query(select_options)
            .bind(id_)
            .bind(language_)
            .each([&](Row& row) -> Result<void> {
                const int number = row.number(0, 1, questions);
                auto& options = guide_.questions[static_cast<std::size_t>(number) - 1].options;
                const auto position = static_cast<std::int64_t>(options.size()) + 1;
                if (row.integer(1) != position || position > limits::options) {
                    return damaged("the answers to a question");
                }
                model::GuideOption option;
                option.text = row.text(2);
                option.reason = row.text(3);
                option.points = row.number(4, -limits::score, limits::score);
                option.question = row.number(5, 0, questions);
                option.result = row.number(6, 0, results);
                if (option.question > 0 && option.question <= number) {
                    return damaged("an answer leads back");
                }
                options.push_back(std::move(option));
                return {};
            });
    }

    Database& database_;
    Guide& guide_;
    const std::string& id_;
    const std::string& language_;
};

} // namespace

Result<GuideCard> Pack::guide_card(const std::string& id, const std::string& language) {
    GuideCard out;
    out.id = id;
    const bool known =
        TRY(database_->query(select_icon).bind(id).one([&](Row& row) { out.icon = row.text(0); }));
    if (!known) return Error{Errc::not_found, "no guide " + id};
    const std::string base = primary(language);
    const bool there =
        TRY(database_->query(select_text).bind(id).bind(language).bind(base).one([&](Row& row) {
            out.language = row.text(0);
            out.title = row.text(1);
            out.summary = row.text(2);
        }));
    if (!there) return Error{Errc::damaged, "guide " + id + " has no text"};
    TRY(database_->query(count_questions).bind(id).bind(out.language).one([&](Row& row) {
        out.questions = row.number(0, 1, limits::questions);
    }));
    return out;
}

Result<std::vector<GuideCard>> Pack::guides(const std::string& language) {
    database_->allow(limits::answer);
    return entry_cards<GuideCard>(*database_, select_guides,
                                  [&](const std::string& id) { return guide_card(id, language); });
}

Result<Guide> Pack::guide(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    Guide out;
    out.card = TRY(guide_card(id, language));
    TRY(GuideReader(*database_, out).read());
    for (int number = 1; model::GuideResult & result : out.results) {
        std::vector<std::string> pages;
        TRY(database_->query(select_result_pages).bind(id).bind(number++).each([&](Row& row) {
            pages.push_back(row.text(0));
        }));
        result.pages = TRY(cards(pages, language));
    }
    return out;
}

} // namespace foyer::store
