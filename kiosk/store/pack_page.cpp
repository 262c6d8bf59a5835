// SPDX-License-Identifier: EUPL-1.2
// Pack::page: one page in one language, put together from its rows. Whatever does not fit together
// is damage, and costs this page.
#include "kiosk/store/block_kind.h"
#include "kiosk/store/database.h"
#include "kiosk/store/inline_markup.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/read_block.h"
#include "kiosk/store/read_source.h"

#include <algorithm>
#include <map>

namespace foyer::store {

namespace {

using model::Block;
using model::BlockKind;
using model::Page;

// Each limit is one more than a pack may hold, so that more of it is seen as damage.
constexpr const char* select_text =
    "SELECT summary, checked_by, (SELECT updated FROM page WHERE id = ?1) FROM page_text "
    "WHERE page = ?1 AND language = ?2";
constexpr const char* select_blocks =
    "SELECT position, kind, level, number, text FROM block WHERE page = ? AND language = ? "
    "ORDER BY position LIMIT 10001";
constexpr const char* select_cells =
    "SELECT block, line, position, text FROM cell WHERE page = ? AND language = ? "
    "ORDER BY block, line, position LIMIT 10001";
constexpr const char* select_figures =
    "SELECT f.block, f.media, f.alt, f.caption, f.long_text, f.decorative, coalesce(m.width, 0), "
    "coalesce(m.height, 0) FROM figure f LEFT JOIN media m ON m.id = f.media "
    "WHERE f.page = ? AND f.language = ? ORDER BY f.block LIMIT 10001";
constexpr const char* select_charts =
    "SELECT block, kind, title, unit, note, date, source FROM chart "
    "WHERE page = ? AND language = ? ORDER BY block LIMIT 10001";
constexpr const char* select_points =
    "SELECT block, position, label, value, shown FROM chart_point "
    "WHERE page = ? AND language = ? ORDER BY block, position LIMIT 10001";
constexpr const char* select_sources =
    "SELECT n.number, s.id, s.title, s.publisher, s.date, s.url, s.language, s.reliability "
    "FROM page_source n JOIN source s ON s.id = n.source WHERE n.page = ? "
    "ORDER BY n.number LIMIT 1001";
constexpr const char* select_related =
    "SELECT other FROM related WHERE page = ? ORDER BY position LIMIT 1001";
constexpr const char* select_facts =
    "SELECT country, state, from_year, coalesce(to_year, 0), status, as_of, population, "
    "coalesce(population_date, ''), coalesce(population_source, 0), size, latitude, longitude "
    "FROM case_facts WHERE page = ?";
constexpr const char* select_domains =
    "SELECT domain FROM case_domain WHERE page = ? ORDER BY position LIMIT 1001";
constexpr const char* select_software =
    "SELECT name, licence, coalesce(licence_source, 0) FROM case_software WHERE page = ? "
    "ORDER BY position LIMIT 1001";
constexpr const char* select_results =
    "SELECT text, date, coalesce(source, 0) FROM case_result WHERE page = ? AND language = ? "
    "ORDER BY position LIMIT 1001";
constexpr const char* select_lessons =
    "SELECT text, coalesce(source, 0) FROM case_lesson WHERE page = ? AND language = ? "
    "ORDER BY position LIMIT 1001";

constexpr int last_year = 9'999;

/// Puts one page together. Lives for one call.
class PageReader {
  public:
    PageReader(Database& database, Page& page)
        : database_(database), page_(page), id_(page.card.page), language_(page.card.language) {}

    Result<void> read() {
        TRY(database_.query(select_text).bind(id_).bind(language_).one([&](Row& row) {
            page_.summary = row.text(0);
            page_.checked_by = row.text(1);
            page_.updated = row.text(2);
        }));
        TRY(read_sources());
        TRY(read_blocks());
        TRY(read_cells());
        TRY(read_figures());
        TRY(read_charts());
        return read_facts();
    }

  private:
    Error damaged(const std::string& why) const {
        return {Errc::damaged, "page " + id_ + " (" + language_ + "): " + why};
    }

    template <class List> Result<void> within(const List& list, int most) const {
        if (list.size() <= static_cast<std::size_t>(most)) return {};
        return damaged("more rows than a page may have");
    }

    int source_number(Row& row, int column) const {
        return row.number(column, 0, static_cast<int>(page_.sources.size()));
    }

    Result<model::Inline> markup(Row& row, int column) {
        Result<model::Inline> runs = read_inline(row.text(column));
        if (!runs) return damaged(runs.error().what);
        TRY(look_at(*runs));
        return runs;
    }

    /// Keeps the terms; what is cited must be there.
    Result<void> look_at(const model::Inline& runs) {
        for (const model::Run& run : runs) {
            if (run.source > static_cast<int>(page_.sources.size())) {
                return damaged("a source that the page does not have");
            }
            const auto& terms = page_.terms;
            if (!run.term.empty() &&
                std::find(terms.begin(), terms.end(), run.term) == terms.end()) {
                page_.terms.push_back(run.term);
            }
        }
        return {};
    }

    Result<void> read_sources() {
        TRY(database_.query(select_sources).bind(id_).each([&](Row& row) {
            if (row.integer(0) != static_cast<std::int64_t>(page_.sources.size()) + 1) {
                row.mark_damaged();
            }
            page_.sources.push_back(read_source(row, 1));
        }));
        return within(page_.sources, limits::rows);
    }

    Result<void> read_blocks() {
        const auto add_block = [&](Row& row) -> Result<void> {
            Result<Block> block = read_block(row, 1);
            if (!block) return damaged(block.error().what);
            TRY(look_at(block->text));
            block_at_[row.integer(0)] = page_.body.size();
            page_.body.push_back(*std::move(block));
            return {};
        };
        TRY(database_.query(select_blocks).bind(id_).bind(language_).each(add_block));
        return within(page_.body, limits::blocks);
    }

    /// The block of that position if it is of that kind; else a null pointer.
    Block* block(std::int64_t position, BlockKind kind) {
        const auto found = block_at_.find(position);
        if (found == block_at_.end() || page_.body[found->second].kind != kind) return nullptr;
        return &page_.body[found->second];
    }

    Result<void> read_cells() {
        int count = 0;
        return database_.query(select_cells)
            .bind(id_)
            .bind(language_)
            .each([&](Row& row) -> Result<void> {
                Block* table = block(row.integer(0), BlockKind::table);
                if (table == nullptr) return damaged("a cell outside of a table");
                if (++count > limits::cells) return damaged("too many cells");
                const auto line = static_cast<std::size_t>(row.number(1, 1, limits::cells));
                if (line == table->rows.size() + 1) table->rows.emplace_back();
                if (line != table->rows.size()) return damaged("a table with a gap");
                auto& cells = table->rows.back();
                if (row.integer(2) != static_cast<std::int64_t>(cells.size()) + 1) {
                    return damaged("a table row with a gap");
                }
                model::Inline text = TRY(markup(row, 3));
                cells.push_back(std::move(text));
                return {};
            });
    }

    Result<void> read_figures() {
        std::size_t count = 0;
        const auto read_figure = [&](Row& row) -> Result<void> {
            Block* at = block(row.integer(0), BlockKind::figure);
            if (at == nullptr) return damaged("a figure without a place");
            at->figure.media = row.text(1);
            at->figure.alt = row.text(2);
            at->figure.caption = TRY(markup(row, 3));
            at->figure.long_text = row.text(4);
            at->figure.decorative = row.number(5, 0, 1) == 1;
            at->figure.width = row.number(6, 0, limits::pixels);
            at->figure.height = row.number(7, 0, limits::pixels);
            ++count;
            return {};
        };
        TRY(database_.query(select_figures).bind(id_).bind(language_).each(read_figure));
        if (count != blocks_of(BlockKind::figure)) return damaged("a figure is missing");
        return {};
    }

    std::size_t blocks_of(BlockKind kind) const {
        return static_cast<std::size_t>(
            std::count_if(page_.body.begin(), page_.body.end(),
                          [&](const Block& one) { return one.kind == kind; }));
    }

    Result<void> read_charts() {
        std::size_t count = 0;
        const auto read_chart = [&](Row& row) -> Result<void> {
            Block* at = block(row.integer(0), BlockKind::chart);
            const auto kind = chart_kind(row.text(1));
            if (at == nullptr || !kind) return damaged("a chart without a place or kind");
            at->chart.kind = *kind;
            at->chart.title = row.text(2);
            at->chart.unit = row.text(3);
            at->chart.note = row.text(4);
            at->chart.date = row.text(5);
            at->chart.source = source_number(row, 6);
            ++count;
            return {};
        };
        TRY(database_.query(select_charts).bind(id_).bind(language_).each(read_chart));
        if (count != blocks_of(BlockKind::chart)) return damaged("a chart is missing");
        return read_points();
    }

    Result<void> read_points() {
        const auto read_point = [&](Row& row) -> Result<void> {
            Block* at = block(row.integer(0), BlockKind::chart);
            if (at == nullptr) return damaged("a number outside of a chart");
            model::Chart& chart = at->chart;
            const bool share = chart.kind == model::ChartKind::share;
            const auto position = static_cast<std::size_t>(row.number(1, 1, limits::points));
            if (position != chart.points.size() + 1) return damaged("a chart with a gap");
            model::ChartPoint point;
            point.label = row.text(2);
            point.value = row.measure(3, share ? 0 : -limits::value, share ? 100 : limits::value);
            point.shown = row.text(4);
            chart.points.push_back(std::move(point));
            return {};
        };
        TRY(database_.query(select_points).bind(id_).bind(language_).each(read_point));
        for (const Block& one : page_.body) {
            if (one.kind == BlockKind::chart && one.chart.points.empty()) {
                return damaged("a chart without numbers");
            }
        }
        return {};
    }

    Result<void> read_facts() {
        model::CaseFacts facts;
        const bool there = TRY(database_.query(select_facts).bind(id_).one([&](Row& row) {
            facts.country = row.text(0);
            facts.state = row.text(1);
            facts.from = row.number(2, 0, last_year);
            facts.to = row.number(3, 0, last_year);
            facts.status = row.text(4);
            facts.as_of = row.text(5);
            facts.size = row.text(9);
            if (!row.null(10)) {
                const double latitude = row.measure(10, -90, 90);
                facts.spot = model::Spot{latitude, row.measure(11, -180, 180)};
            }
            if (row.null(6)) return;
            model::Population people;
            people.value = static_cast<long>(row.integer(6));
            people.date = row.text(7);
            people.source = source_number(row, 8);
            facts.population = people;
        }));
        if (!there) return {};
        facts.place = page_.card.place;
        TRY(database_.query(select_domains).bind(id_).each([&](Row& row) {
            facts.domains.push_back(row.text(0));
        }));
        TRY(database_.query(select_software).bind(id_).each([&](Row& row) {
            const int source = source_number(row, 2);
            facts.software.push_back({row.text(0), row.text(1), source});
        }));
        TRY(database_.query(select_results).bind(id_).bind(language_).each([&](Row& row) {
            const int source = source_number(row, 2);
            facts.results.push_back({row.text(0), row.text(1), source});
        }));
        TRY(database_.query(select_lessons).bind(id_).bind(language_).each([&](Row& row) {
            const int source = source_number(row, 1);
            facts.lessons.push_back({row.text(0), source});
        }));
        for (const std::size_t size : {facts.domains.size(), facts.software.size(),
                                       facts.results.size(), facts.lessons.size()}) {
            if (size > limits::rows) return damaged("more facts than a page may have");
        }
        page_.facts = std::move(facts);
        return {};
    }

    Database& database_;
    Page& page_;
    const std::string& id_;
    const std::string& language_;
    std::map<std::int64_t, std::size_t> block_at_;
};

} // namespace

Result<Page> Pack::read_page(const std::string& id, const std::string& language) {
    Page out;
    out.card = TRY(read_card(id, language));
    TRY(PageReader(*database_, out).read());
    return out;
}

Result<Page> Pack::page(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    Page out = TRY(read_page(id, language));
    std::vector<std::string> related;
    TRY(database_->query(select_related).bind(id).each([&](Row& row) {
        related.push_back(row.text(0));
    }));
    if (related.size() > limits::rows) return Error{Errc::damaged, "too many related pages"};
    out.related = TRY(cards(related, language));
    return out;
}

} // namespace foyer::store
