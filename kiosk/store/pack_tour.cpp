// SPDX-License-Identifier: EUPL-1.2
// Pack::tours and Pack::tour. A step that shows what its page does not have is damage, and costs
// the tour.
#include "kiosk/model/citations.h"
#include "kiosk/store/block_kind.h"
#include "kiosk/store/database.h"
#include "kiosk/store/entry_cards.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/read_block.h"
#include "kiosk/store/read_source.h"
#include "kiosk/store/tour_show.h"
#include "kiosk/store/words.h"

#include <map>

namespace foyer::store {

namespace {

using model::Block;
using model::BlockKind;
using model::Page;
using model::Tour;
using model::TourCard;
using model::TourShow;
using model::TourStep;

// Each limit is one more than a tour may have, so that more of it is seen as damage.
constexpr const char* select_tours = "SELECT id FROM tour ORDER BY position, id LIMIT 100";
constexpr const char* select_tour = "SELECT 1 FROM tour WHERE id = ?";
constexpr const char* select_text =
    "SELECT language, title, summary FROM tour_text WHERE tour = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* count_steps =
    "SELECT count(*), coalesce(sum(seconds), 0) FROM tour_step WHERE tour = ?";
constexpr const char* select_steps =
    "SELECT s.step, s.show, s.seconds, coalesce(s.page, ''), s.latitude, s.longitude, s.zoom, "
    "t.title FROM tour_step s LEFT JOIN tour_step_text t "
    "ON t.tour = s.tour AND t.language = ?2 AND t.step = s.step "
    "WHERE s.tour = ?1 ORDER BY s.step LIMIT 201";
constexpr const char* select_extracts =
    "SELECT step, page, first, blocks FROM tour_extract WHERE tour = ? AND language = ? "
    "ORDER BY step LIMIT 201";
constexpr const char* select_blocks =
    "SELECT step, part, position, kind, level, number, text FROM tour_block "
    "WHERE tour = ? AND language = ? ORDER BY step, part, position LIMIT 200001";
constexpr const char* select_sources =
    "SELECT n.step, n.number, s.id, s.title, s.publisher, s.date, s.url, s.language, "
    "s.reliability FROM tour_source n JOIN source s ON s.id = n.source WHERE n.tour = ? "
    "ORDER BY n.step, n.number LIMIT 20001";

/// A step on its way: its own sources and what it takes from its page.
struct Draft {
    TourStep step;
    std::vector<model::Source> sources;
    std::size_t first = 0, blocks = 0; ///< of the page; first from 1, 0: nothing
};

/// Reads the rows of one tour. Lives for one call.
class TourReader {
  public:
    TourReader(Database& database, const TourCard& card)
        : database_(database), id_(card.id), language_(card.language) {}

    Result<std::vector<Draft>> read() {
        TRY(read_steps());
        TRY(read_sources());
        TRY(read_extracts());
        TRY(read_blocks());
        return std::move(drafts_);
    }

    Error damaged(const std::string& why) const {
        return {Errc::damaged, "tour " + id_ + " (" + language_ + "): " + why};
    }

    /// A page that is not there is damage of the tour.
    Error without_page(const Error& error) const {
        return error.code == Errc::not_found ? damaged(error.what) : error;
    }

  private:
    Result<void> read_steps() {
        TRY(database_.query(select_steps)
                .bind(id_)
                .bind(language_)
                .each([&](Row& row) -> Result<void> {
                    const std::size_t number = drafts_.size() + 1;
                    if (row.integer(0) != static_cast<std::int64_t>(number)) row.mark_damaged();
                    const auto show = tour_show(row.text(1));
                    if (!show) return damaged("an unknown kind of step");
                    TourStep step;
                    step.show = *show;
                    step.seconds = row.number(2, 1, limits::step_seconds);
                    step.page = row.text(3);
                    if (step.show == TourShow::map) {
                        const double latitude = row.measure(4, -90, 90);
                        step.spot = {latitude, row.measure(5, -180, 180)};
                        step.zoom = row.number(6, 0, limits::zoom);
                    }
                    step.title = row.text(7);
                    drafts_.push_back({std::move(step), {}, 0, 0});
                    return {};
                }));
        if (drafts_.empty() || drafts_.size() > std::size_t{limits::steps}) {
            return damaged("its steps");
        }
        return {};
    }

    Draft& at(Row& row) {
        const int step = row.number(0, 1, static_cast<int>(drafts_.size()));
        return drafts_[static_cast<std::size_t>(std::max(step, 1)) - 1];
    }

    Result<void> read_sources() {
        return database_.query(select_sources).bind(id_).each([&](Row& row) {
            auto& sources = at(row).sources;
            const int number = row.number(1, 1, limits::step_sources);
            if (static_cast<std::size_t>(number) != sources.size() + 1) row.mark_damaged();
            sources.push_back(read_source(row, 2));
        });
    }

    Result<void> read_extracts() {
        return database_.query(select_extracts).bind(id_).bind(language_).each([&](Row& row) {
            Draft& draft = at(row);
            if (!is_extract(draft.step.show) || row.text(1) != draft.step.page) row.mark_damaged();
            draft.first = static_cast<std::size_t>(row.number(2, 1, limits::blocks));
            draft.blocks = static_cast<std::size_t>(row.number(3, 1, limits::blocks));
        });
    }

    Result<void> read_blocks() {
        return database_.query(select_blocks)
            .bind(id_)
            .bind(language_)
            .each([&](Row& row) -> Result<void> {
                Draft& draft = at(row);
                const bool notes = row.text(1) == "notes";
                if (!notes && draft.step.show != TourShow::slide) return damaged("a slide");
                auto& blocks = notes ? draft.step.notes : draft.step.body;
                const int position = row.number(2, 1, limits::step_blocks);
                if (static_cast<std::size_t>(position) != blocks.size() + 1) row.mark_damaged();
                Result<Block> block = read_block(row, 3);
                if (!block) return damaged(block.error().what);
                TRY(check(*block, draft.sources.size()));
                blocks.push_back(*std::move(block));
                return {};
            });
    }

    Result<void> check(const Block& block, std::size_t sources) const {
        if (!holds_text_only(block.kind)) return damaged("a block that is no text");
        for (const model::Run& run : block.text) {
            if (static_cast<std::size_t>(run.source) > sources) {
                return damaged("a source that the step does not have");
            }
        }
        return {};
    }

    Database& database_;
    const std::string& id_;
    const std::string& language_;
    std::vector<Draft> drafts_;
};

/// The numbers of a step's sources, in the order in which they are met.
class Numbers {
  public:
    explicit Numbers(std::vector<model::Source>& out) : out_(out) {}

    void take(std::vector<Block>& blocks, const std::vector<model::Source>& from) {
        model::renumber(blocks, [&](int old) {
            const model::Source& source = from[static_cast<std::size_t>(old) - 1];
            const auto [known, fresh] =
                numbers_.emplace(source.id, static_cast<int>(out_.size()) + 1);
            if (fresh) out_.push_back(source);
            return known->second;
        });
    }

  private:
    std::vector<model::Source>& out_;
    std::map<std::string, int> numbers_;
};

/// Of a page its summary and its first figure that says something.
std::vector<Block> front_of(const Page& page) {
    std::vector<Block> out(1);
    model::Run run;
    run.text = page.summary;
    out.front().text.push_back(std::move(run));
    for (const Block& block : page.body) {
        if (block.kind != BlockKind::figure || block.figure.decorative) continue;
        out.push_back(block);
        break;
    }
    return out;
}

/// What a step takes from its page; nothing where the page does not have it.
std::vector<Block> shown_of(const Page& page, const Draft& draft) {
    if (draft.step.show == TourShow::page) return front_of(page);
    const std::size_t all = page.body.size();
    if (draft.first == 0 || draft.first > all || draft.blocks > all - draft.first + 1) return {};
    const auto begin = page.body.begin() + static_cast<std::ptrdiff_t>(draft.first) - 1;
    const bool section = draft.step.show == TourShow::section;
    const auto kind = draft.step.show == TourShow::figure ? BlockKind::figure : BlockKind::chart;
    if (!section && (draft.blocks != 1 || begin->kind != kind)) return {};
    return {begin, begin + static_cast<std::ptrdiff_t>(draft.blocks)};
}

} // namespace

Result<TourCard> Pack::tour_card(const std::string& id, const std::string& language) {
    TourCard out;
    out.id = id;
    const bool known = TRY(database_->query(select_tour).bind(id).one([](Row&) {}));
    if (!known) return Error{Errc::not_found, "no tour " + id};
    const std::string base = primary(language);
    const bool there =
        TRY(database_->query(select_text).bind(id).bind(language).bind(base).one([&](Row& row) {
            out.language = row.text(0);
            out.title = row.text(1);
            out.summary = row.text(2);
        }));
    if (!there) return Error{Errc::damaged, "tour " + id + " has no text"};
    TRY(database_->query(count_steps).bind(id).one([&](Row& row) {
        out.steps = row.number(0, 1, limits::steps);
        out.minutes = (row.number(1, 1, limits::steps * limits::step_seconds) + 59) / 60;
    }));
    return out;
}

Result<std::vector<TourCard>> Pack::tours(const std::string& language) {
    database_->allow(limits::answer);
    return entry_cards<TourCard>(*database_, select_tours,
                                 [&](const std::string& id) { return tour_card(id, language); });
}

Result<Tour> Pack::tour(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    Tour out;
    out.card = TRY(tour_card(id, language));
    TourReader reader(*database_, out.card);
    std::vector<Draft> drafts = TRY(reader.read());
    std::map<std::string, Page> pages;
    std::size_t bytes = 0;
    for (Draft& draft : drafts) {
        TourStep& step = draft.step;
        Numbers numbers(step.sources);
        if (step.show == TourShow::slide) {
            numbers.take(step.body, draft.sources);
        } else if (step.show != TourShow::map) {
            auto found = pages.find(step.page);
            if (found == pages.end()) {
                Result<Page> page = read_page(step.page, out.card.language);
                if (!page) return reader.without_page(page.error());
                found = pages.emplace(step.page, *std::move(page)).first;
            }
            const Page& page = found->second;
            const bool own_words = page.card.language == out.card.language;
            if (!is_extract(step.show) || own_words) step.body = shown_of(page, draft);
            if (step.body.empty()) return reader.damaged("what the page does not have");
            numbers.take(step.body, page.sources);
        }
        numbers.take(step.notes, draft.sources);
        for (const Block& block : step.body) bytes += weight(block);
        if (bytes > limits::tour_bytes) return reader.damaged("more than a tour may show");
        out.steps.push_back(std::move(step));
    }
    return out;
}

} // namespace foyer::store
