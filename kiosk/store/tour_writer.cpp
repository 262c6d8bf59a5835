// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/tour_writer.h"

#include "kiosk/store/inline_markup.h"
#include "kiosk/store/read_block.h"
#include "kiosk/store/text_writer.h"
#include "kiosk/store/tour_show.h"

#include <map>
#include <optional>

namespace foyer::store {

namespace {

using model::TourContent;
using model::TourShow;
using model::TourStepContent;

constexpr const char* insert_tour = "INSERT INTO tour VALUES(?, ?)";
constexpr const char* insert_text = "INSERT INTO tour_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_step = "INSERT INTO tour_step VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_step_text = "INSERT INTO tour_step_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_extract = "INSERT INTO tour_extract VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_block = "INSERT INTO tour_block VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_source = "INSERT INTO tour_source VALUES(?, ?, ?, ?)";

using Pages = std::map<std::string, const model::PageContent*>;

class TourWriter {
  public:
    TourWriter(Inserter& insert, const TextWriter& texts, const Pages& pages,
               const TourContent& content)
        : insert_(insert), texts_(texts), pages_(pages), of_(content) {}

    Result<void> write(int position) {
        insert_.about("tour " + of_.id);
        if (!is_id(of_.id)) return insert_.error(Errc::invalid, "the id is no id");
        if (of_.texts.empty()) return insert_.error(Errc::invalid, "there is no text");
        if (of_.steps.empty()) return insert_.error(Errc::invalid, "there is no step");
        if (over(of_.steps.size(), limits::steps)) {
            return insert_.error(Errc::too_large, "too many steps");
        }
        TRY(insert_.row(insert_tour, of_.id, position));
        for (const auto& [language, text] : of_.texts) {
            TRY(insert_.row(insert_text, of_.id, language, text.title, text.summary));
        }
        for (int number = 1; const TourStepContent& step : of_.steps) {
            insert_.about("tour " + of_.id + ", step " + std::to_string(number));
            TRY(check(step));
            TRY(write_step(number, step));
            for (const auto& [language, text] : step.texts) {
                TRY(write_text(number, step, language, text));
            }
            ++number;
        }
        return {};
    }

  private:
    Result<void> check(const TourStepContent& step) const {
        if (languages_of(step.texts) != languages_of(of_.texts)) {
            return insert_.error(Errc::invalid, "not the languages of the tour");
        }
        if (step.seconds < 1 || step.seconds > limits::step_seconds) {
            return insert_.error(Errc::invalid, "its time");
        }
        const bool map = step.show == TourShow::map, slide = step.show == TourShow::slide;
        if (step.page.empty() != slide && !map) {
            return insert_.error(Errc::invalid, "a slide has no page, and all else has one");
        }
        if (map && (step.zoom < 0 || step.zoom > limits::zoom)) {
            return insert_.error(Errc::invalid, "how near the map is");
        }
        if (over(step.sources.size(), limits::step_sources)) {
            return insert_.error(Errc::too_large, "too many sources");
        }
        return {};
    }

    Result<void> write_step(int number, const TourStepContent& step) {
        const auto page = step.page.empty() ? std::optional<std::string>() : step.page;
        std::optional<double> latitude, longitude;
        std::optional<int> zoom;
        if (step.show == TourShow::map) {
            latitude = step.spot.latitude, longitude = step.spot.longitude, zoom = step.zoom;
        }
        TRY(insert_.row(insert_step, of_.id, number, name_of(step.show), step.seconds, page,
                        latitude, longitude, zoom));
        for (int position = 1; const std::string& source : step.sources) {
            TRY(insert_.row(insert_source, of_.id, number, position++, source));
        }
        return {};
    }

    Result<void> write_text(int number, const TourStepContent& step, const std::string& language,
                            const TourStepContent::Text& text) {
        TRY(insert_.row(insert_step_text, of_.id, language, number, text.title));
        if (is_extract(step.show) != (text.blocks > 0)) {
            return insert_.error(Errc::invalid, "blocks of a page for what shows none, or none");
        }
        if (text.blocks > 0) TRY(write_extract(number, step, language, text));
        const int sources = static_cast<int>(step.sources.size());
        TRY(texts_.blocks(insert_block, text.slide, sources, of_.id, language, number, "slide"));
        return texts_.blocks(insert_block, text.notes, sources, of_.id, language, number, "notes");
    }

    Result<void> write_extract(int number, const TourStepContent& step, const std::string& language,
                               const TourStepContent::Text& text) {
        const auto page = pages_.find(step.page);
        if (page == pages_.end()) return texts_.unknown("page", step.page);
        const auto own = page->second->texts.find(language);
        const std::size_t all = own == page->second->texts.end() ? 0 : own->second.body.size();
        if (text.first_block >= all || text.blocks > all - text.first_block) {
            return insert_.error(Errc::invalid, "blocks that the page does not have");
        }
        for (std::size_t i = 0; i < text.blocks; ++i) {
            bytes_[language] += weight(own->second.body[text.first_block + i]);
        }
        if (bytes_[language] > limits::tour_bytes) {
            return insert_.error(Errc::too_large, "more than a tour may show");
        }
        return insert_.row(insert_extract, of_.id, language, number, step.page,
                           static_cast<int>(text.first_block) + 1, static_cast<int>(text.blocks));
    }

    Inserter& insert_;
    const TextWriter& texts_;
    const Pages& pages_;
    const TourContent& of_;
    std::map<std::string, std::size_t> bytes_; ///< by language, of what it takes from pages
};

} // namespace

Result<void> write_tours(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (over(content.tours.size(), limits::tours)) {
        return insert.error(Errc::too_large, "too many tours");
    }
    const TextWriter texts(insert, content);
    Pages pages;
    for (const model::PageContent& page : content.pages) pages[page.id] = &page;
    for (int position = 1; const TourContent& tour : content.tours) {
        TRY(TourWriter(insert, texts, pages, tour).write(position++));
    }
    return {};
}

} // namespace foyer::store
