// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/tours.h"

#include "content/packer/entries.h"
#include "content/packer/entry_files.h"
#include "content/packer/marked_text.h"
#include "content/packer/page_parts.h"
#include "content/packer/suggest.h"
#include "kiosk/model/citations.h"

#include <cmath>
#include <optional>

namespace foyer::packer {

namespace {

using model::TourShow;
using model::TourStepContent;

constexpr std::size_t max_title_letters = 90, max_summary_letters = 300, max_step_letters = 60;
constexpr double longest_step = 60; // minutes
constexpr int quarters = 4;         // the parts of a minute that can be planned
constexpr double least_latitude = -90, least_longitude = -180;

const std::map<std::string, TourShow>& shows() {
    static const std::map<std::string, TourShow> all = {
        {"page", TourShow::page},   {"section", TourShow::section}, {"figure", TourShow::figure},
        {"chart", TourShow::chart}, {"map", TourShow::map},         {"slide", TourShow::slide}};
    return all;
}

template <class T> std::set<std::string> names(const std::map<std::string, T>& of) {
    std::set<std::string> out;
    for (const auto& [name, value] : of) out.insert(name);
    return out;
}

/// Reads one step. Lives for one call.
class StepReader {
  public:
    StepReader(Fields& fields, const PagesById& pages, const SourceNumbers& sources)
        : fields_(fields), pages_(pages), sources_(sources) {}

    TourStepContent read(const std::set<std::string>& languages) {
        const std::string show = fields_.choice("show", Need::needed, names(shows()));
        if (!show.empty()) step_.show = shows().at(show);
        known_show_ = !show.empty();
        read_time();
        read_page();
        read_parts();
        read_map();
        each_text(fields_, "the step", "the tour", languages,
                  [&](const std::string& language, Fields& text) { read_text(language, text); });
        fields_.finish();
        number_sources();
        return std::move(step_);
    }

  private:
    bool shows_map() const { return step_.show == TourShow::map; }

    void read_time() {
        const double minutes = fields_.real("minutes", Need::needed, 0, longest_step).value_or(1);
        if (minutes <= 0 || std::floor(minutes * quarters) != minutes * quarters) {
            fields_.error(fields_.at("minutes"),
                          "a step takes quarters of a minute, like 0.5 or 1.25");
        }
        step_.seconds = static_cast<int>(minutes * 60);
    }

    void read_page() {
        if (step_.show == TourShow::slide) {
            if (known_show_) fields_.refuse("page", "has no place at a slide");
            return;
        }
        step_.page = known_page(fields_, "page", shows_map() ? Need::optional : Need::needed);
        const auto found = pages_.find(step_.page);
        if (found != pages_.end()) page_ = found->second;
        const bool unmarked = page_ != nullptr && (!page_->facts || !page_->facts->spot);
        if (shows_map() && unmarked) {
            fields_.error(fields_.at("page"),
                          quoted(step_.page) + " has no place on the map, so it cannot be chosen");
        }
    }

    /// A key that only steps of one kind have.
    std::string part(const char* key, TourShow of) {
        if (step_.show == of) return fields_.word(key, Need::needed).text;
        if (known_show_) {
            fields_.refuse(key, "belongs to a step with show = " + quoted(key));
        }
        return {};
    }

    void read_parts() {
        figure_ = part("figure", TourShow::figure);
        chart_ = part("chart", TourShow::chart);
    }

    void read_map() {
        if (!shows_map()) {
            for (const char* key : {"latitude", "longitude", "zoom"}) {
                if (known_show_) fields_.refuse(key, "belongs to a step with show = \"map\"");
            }
            return;
        }
        step_.spot.latitude =
            fields_.real("latitude", Need::needed, least_latitude, -least_latitude).value_or(0);
        step_.spot.longitude =
            fields_.real("longitude", Need::needed, least_longitude, -least_longitude).value_or(0);
        step_.zoom = static_cast<int>(fields_.integer("zoom", Need::needed, 0, 6).value_or(0));
    }

    void read_text(const std::string& language, Fields& text) {
        TourStepContent::Text& own = step_.texts[language];
        const bool slide = step_.show == TourShow::slide;
        const auto need = [&](bool needed) {
            return needed && known_show_ ? Need::needed : Need::optional;
        };
        const bool untitled = slide || (shows_map() && step_.page.empty());
        own.title = text_in(language, text, "title", need(untitled), max_step_letters);
        const std::string section = text.text("section", need(step_.show == TourShow::section));
        if (step_.show != TourShow::section && known_show_) {
            text.refuse("section", "belongs to a step with show = \"section\"");
        }
        if (slide) {
            own.slide = marked_text(language, text, "slide", need(true), &sources_);
            check_slide(own.slide, text);
        } else if (known_show_) {
            text.refuse("slide", "belongs to a step with show = \"slide\"");
        }
        own.notes = marked_text(language, text, "notes", Need::optional, &sources_);
        if (page_ != nullptr) take_from_page(language, section, own, text);
    }

    static void check_slide(const std::vector<model::Block>& slide, Fields& text) {
        int items = 0;
        for (const model::Block& block : slide) {
            items += block.kind == model::BlockKind::item ? 1 : 0;
        }
        const int count = words_of(slide);
        if (count > max_slide_words) {
            text.warning(text.at("slide"),
                         "this slide has " + std::to_string(count) + " words; at most " +
                             std::to_string(max_slide_words) + " can be read across a room");
        }
        if (items > max_slide_items) {
            text.warning(text.at("slide"),
                         "this slide has " + std::to_string(items) + " items; at most " +
                             std::to_string(max_slide_items) + " can be read across a room");
        }
    }

    /// The title, where the tour has none of its own, and what of the page is shown.
    void take_from_page(const std::string& language, const std::string& section,
                        TourStepContent::Text& own, Fields& text) {
        const auto found = page_->texts.find(language);
        if (found == page_->texts.end()) {
            return text.error(text.at(""), "the page " + quoted(step_.page) + " has no text in " +
                                               quoted(language));
        }
        const model::PageText& page = found->second;
        if (own.title.empty()) {
            own.title = step_.show == TourShow::section ? section : page.title;
        }
        switch (step_.show) {
        case TourShow::section:
            return take(own, sections_of(page), compared_heading(section),
                        Part{"section", text.at("section")}, text);
        case TourShow::figure:
            return take(own, figures_of(page, fields_.checking().index.languages), figure_,
                        Part{"figure", fields_.at("figure")}, text);
        case TourShow::chart:
            return take(own, charts_of(page), chart_, Part{"chart", fields_.at("chart")}, text);
        default: return;
        }
    }

    struct Part {
        const char* what;
        Position at;
    };

    void take(TourStepContent::Text& own, const PageParts& parts, const std::string& name,
              const Part& part, Fields& text) const {
        if (name.empty()) return; // reported as missing
        const auto found = parts.find(name);
        if (found == parts.end()) {
            text.error(part.at, "the page " + quoted(step_.page) + " has no " + part.what + " " +
                                    quoted(name) + suggestion(name, names(parts)));
        } else if (found->second.blocks == 0) {
            text.error(part.at, "the section " + quoted(name) + " is empty");
        } else {
            own.first_block = found->second.first;
            own.blocks = found->second.blocks;
        }
    }

    /// From the numbers of all sources to those of this step, German first.
    void number_sources() {
        std::map<int, std::string> ids;
        for (const auto& [id, number] : sources_) ids.emplace(number, id);
        std::map<int, int> own;
        const auto number_for = [&](int old) {
            const auto [known, fresh] =
                own.emplace(old, static_cast<int>(step_.sources.size()) + 1);
            if (fresh) step_.sources.push_back(ids.at(old));
            return known->second;
        };
        std::vector<std::string> languages = {"de"};
        for (const auto& [language, text] : step_.texts) {
            if (language != "de") languages.push_back(language);
        }
        for (const std::string& language : languages) {
            const auto text = step_.texts.find(language);
            if (text == step_.texts.end()) continue;
            model::renumber(text->second.slide, number_for);
            model::renumber(text->second.notes, number_for);
        }
    }

    Fields& fields_;
    const PagesById& pages_;
    const SourceNumbers& sources_;
    TourStepContent step_;
    bool known_show_ = false;                  ///< else nothing can be said of what fits it
    const model::PageContent* page_ = nullptr; ///< where it could be read
    std::string figure_, chart_;
};

Ordered<model::TourContent> read_tour(const TomlFile& file, const std::string& id,
                                      const PagesById& pages, Checking& checking) {
    Ordered<model::TourContent> out;
    model::TourContent& tour = out.content;
    tour.id = id;
    Fields root(file.root, file.source, checking, "the tour");
    out.order = root.integer("order", Need::optional, 0, 1'000'000).value_or(1'000'000);
    const std::vector<const TomlValue*> steps = root.tables("step");
    each_language(root, "the tour", [&](const std::string& language, Fields& text) {
        model::TourContent::Text& own = tour.texts[language];
        own.title = text_in(language, text, "title", Need::needed, max_title_letters);
        own.summary = text_in(language, text, "summary", Need::needed, max_summary_letters);
    });
    root.finish();
    if (steps.empty()) root.error(root.at(""), "the tour has no [[step]]");
    if (steps.size() > max_steps) {
        root.error(steps[max_steps]->at,
                   "a tour has at most " + std::to_string(max_steps) + " steps");
        return out;
    }
    const SourceNumbers sources = all_sources(checking.index);
    for (const TomlValue* table : steps) {
        Fields fields(*table, file.source, checking, "the step");
        tour.steps.push_back(StepReader(fields, pages, sources).read(languages_of(tour.texts)));
    }
    return out;
}

} // namespace

void read_tours(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking) {
    constexpr EntryFolder folder{"tours", "tour", "our-town.toml", max_tours};
    const PagesById pages = pages_by_id(content);
    content.tours = read_entries<model::TourContent>(
        trees, folder, checking.problems, [&](const TomlFile& file, const std::string& id) {
            return read_tour(file, id, pages, checking);
        });
}

} // namespace foyer::packer
