// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/page_writer.h"

#include "kiosk/store/block_kind.h"
#include "kiosk/store/inline_markup.h"
#include "kiosk/store/text_writer.h"

#include <optional>
#include <set>

namespace foyer::store {

namespace {

using model::Block;
using model::BlockKind;
using model::PageContent;
using model::PageText;

constexpr const char* insert_page = "INSERT INTO page VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_page_source = "INSERT INTO page_source VALUES(?, ?, ?)";
constexpr const char* insert_related = "INSERT INTO related VALUES(?, ?, ?)";
constexpr const char* insert_facts =
    "INSERT INTO case_facts VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_domain = "INSERT INTO case_domain VALUES(?, ?, ?)";
constexpr const char* insert_software = "INSERT INTO case_software VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_result = "INSERT INTO case_result VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_lesson = "INSERT INTO case_lesson VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_page_text = "INSERT INTO page_text VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_keyword = "INSERT INTO keyword VALUES(?, ?, ?, ?)";
constexpr const char* insert_block = "INSERT INTO block VALUES(?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_cell = "INSERT INTO cell VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_figure = "INSERT INTO figure VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_chart = "INSERT INTO chart VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_point = "INSERT INTO chart_point VALUES(?, ?, ?, ?, ?, ?, ?)";

/// Writes the pages of one pack.
class PageWriter {
  public:
    PageWriter(Inserter& insert, const model::PackContent& content)
        : insert_(insert), content_(content), texts_(insert, content) {}

    Result<void> write() {
        const std::set<std::string> fresh(content_.fresh.begin(), content_.fresh.end());
        insert_.about("pack");
        for (const std::string& id : fresh) {
            if (!texts_.knows_page(id)) return texts_.unknown("page in the list of new ones", id);
        }
        for (const PageContent& page : content_.pages) {
            TRY(write_shared(page, fresh.count(page.id) > 0));
            for (const auto& [language, text] : page.texts) TRY(write_text(page, language, text));
        }
        // Related pages point at each other, so all pages come first.
        for (const PageContent& page : content_.pages) TRY(write_related(page));
        return {};
    }

  private:
    template <class List> Result<void> check_count(const List& list, int most) const {
        if (list.size() <= static_cast<std::size_t>(most)) return {};
        return insert_.error(Errc::too_large, "a list of " + std::to_string(list.size()));
    }

    Result<void> write_shared(const PageContent& page, bool fresh) {
        insert_.about("page " + page.id);
        if (!is_id(page.id)) return insert_.error(Errc::invalid, "the id is no id");
        if (page.texts.empty()) return insert_.error(Errc::invalid, "there is no text");
        TRY(insert_.row(insert_page, page.id, page.kind, page.topic, page.order, page.updated,
                        fresh ? 1 : 0));
        TRY(check_count(page.sources, limits::rows));
        for (int number = 1; const std::string& source : page.sources) {
            TRY(insert_.row(insert_page_source, page.id, number++, source));
        }
        return page.facts ? write_facts(page.id, *page.facts) : Result<void>();
    }

    Result<void> write_facts(const std::string& id, const model::CaseFacts& facts) {
        std::optional<double> latitude, longitude;
        if (facts.spot) latitude = facts.spot->latitude, longitude = facts.spot->longitude;
        std::optional<std::int64_t> people;
        std::optional<std::string> date;
        if (facts.population) people = facts.population->value, date = facts.population->date;
        const int source = facts.population ? facts.population->source : 0;
        TRY(insert_.row(insert_facts, id, facts.country, facts.state, facts.size, latitude,
                        longitude, facts.from, OrNull{facts.to}, facts.status, facts.as_of, people,
                        date, OrNull{source}));
        TRY(check_count(facts.domains, limits::rows));
        TRY(check_count(facts.software, limits::rows));
        for (int position = 1; const std::string& domain : facts.domains) {
            TRY(insert_.row(insert_domain, id, position++, domain));
        }
        for (int position = 1; const model::Software& one : facts.software) {
            TRY(insert_.row(insert_software, id, position++, one.name, one.licence,
                            OrNull{one.licence_source}));
        }
        return {};
    }

    Result<void> write_related(const PageContent& page) {
        insert_.about("page " + page.id);
        TRY(check_count(page.related, limits::rows));
        for (int position = 1; const std::string& other : page.related) {
            TRY(insert_.row(insert_related, page.id, position++, other));
        }
        return {};
    }

    Result<void> write_text(const PageContent& page, const std::string& language,
                            const PageText& text) {
        insert_.about("page " + page.id + " (" + language + ")");
        sources_ = static_cast<int>(page.sources.size());
        TRY(insert_.row(insert_page_text, page.id, language, text.title, text.line, text.place,
                        text.minutes, text.checked_by, text.summary));
        TRY(check_count(text.keywords, limits::rows));
        TRY(check_count(text.results, limits::rows));
        TRY(check_count(text.lessons, limits::rows));
        TRY(check_count(text.body, limits::blocks));
        for (int position = 1; const std::string& word : text.keywords) {
            TRY(insert_.row(insert_keyword, page.id, language, position++, word));
        }
        for (int position = 1; const model::Result& result : text.results) {
            TRY(insert_.row(insert_result, page.id, language, position++, result.text, result.date,
                            OrNull{result.source}));
        }
        for (int position = 1; const model::Lesson& lesson : text.lessons) {
            TRY(insert_.row(insert_lesson, page.id, language, position++, lesson.text,
                            OrNull{lesson.source}));
        }
        cells_ = 0;
        for (int position = 1; const Block& block : text.body) {
            TRY(write_block({page.id, language, position++}, block));
        }
        return {};
    }

    struct Place {
        const std::string& page;
        const std::string& language;
        int position;
    };

    Result<void> write_block(const Place& at, const Block& block) {
        const std::string text = TRY(markup(block.text));
        TRY(insert_.row(insert_block, at.page, at.language, at.position, name_of(block.kind),
                        block.level, block.number, text));
        if (block.kind == BlockKind::table) return write_table(at, block);
        if (!block.rows.empty()) return insert_.error(Errc::invalid, "rows outside of a table");
        if (block.kind == BlockKind::figure) return write_figure(at, block.figure);
        if (block.kind == BlockKind::chart) return write_chart(at, block.chart);
        return {};
    }

    Result<void> write_table(const Place& at, const Block& block) {
        for (int line = 1; const auto& cells : block.rows) {
            if (cells.empty()) return insert_.error(Errc::invalid, "a table row without cells");
            for (int position = 1; const model::Inline& cell : cells) {
                if (++cells_ > limits::cells) return insert_.error(Errc::too_large, "tables");
                const std::string text = TRY(markup(cell));
                TRY(insert_.row(insert_cell, at.page, at.language, at.position, line, position++,
                                text));
            }
            ++line;
        }
        return {};
    }

    Result<void> write_figure(const Place& at, const model::Figure& figure) {
        const std::string caption = TRY(markup(figure.caption));
        return insert_.row(insert_figure, at.page, at.language, at.position, figure.media,
                           figure.alt, caption, figure.long_text, figure.decorative ? 1 : 0);
    }

    Result<void> write_chart(const Place& at, const model::Chart& chart) {
        if (chart.points.empty()) return insert_.error(Errc::invalid, "a chart without numbers");
        TRY(check_count(chart.points, limits::points));
        TRY(insert_.row(insert_chart, at.page, at.language, at.position, name_of(chart.kind),
                        chart.title, chart.unit, chart.note, chart.date, chart.source));
        const bool share = chart.kind == model::ChartKind::share;
        const double least = share ? 0 : -limits::value, most = share ? 100 : limits::value;
        for (int position = 1; const model::ChartPoint& point : chart.points) {
            const bool fits = point.value >= least && point.value <= most;
            if (!fits) return insert_.error(Errc::invalid, "a number that no chart shows");
            TRY(insert_.row(insert_point, at.page, at.language, at.position, position++,
                            point.label, point.value, point.shown));
        }
        return {};
    }

    Result<std::string> markup(const model::Inline& runs) const {
        return texts_.markup(runs, sources_);
    }

    Inserter& insert_;
    const model::PackContent& content_;
    TextWriter texts_;
    int sources_ = 0; ///< of the page at hand
    int cells_ = 0;   ///< of the text at hand
};

} // namespace

Result<void> write_pages(Inserter& insert, const model::PackContent& content) {
    return PageWriter(insert, content).write();
}

} // namespace foyer::store
