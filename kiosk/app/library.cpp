// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/library.h"

#include "kiosk/base/log.h"

#include <algorithm>

namespace foyer::app {

namespace {

constexpr int max_hits = 30;
/// Slides of the attract screen.
constexpr std::size_t max_slides = 24;

} // namespace

Result<void> Library::refresh() {
    Result<host::FileStamp> stamp = files_.stamp(path_);
    if (!stamp && !pack_) return stamp.error();
    if (!stamp || (pack_ && *stamp == stamp_)) return {};
    Result<store::Pack> opened = store::Pack::open(path_);
    stamp_ = *stamp;
    if (opened) {
        pack_ = std::move(opened).value();
    } else if (pack_) {
        log::warning("the pack was replaced by one that cannot be read, the old one stays: " +
                     opened.error().what);
    } else {
        return opened.error();
    }
    return {};
}

Result<std::vector<model::Slide>> Library::slides(const std::string& language) {
    const std::vector<std::string> ids = TRY(pack_->page_ids());
    const std::size_t step = std::max<std::size_t>(1, ids.size() / max_slides);
    std::vector<model::Slide> slides;
    for (std::size_t i = 0; i < ids.size() && slides.size() < max_slides; i += step) {
        Result<model::Slide> slide = pack_->slide(ids[i], language);
        if (slide) slides.push_back(std::move(slide).value());
    }
    return slides;
}

Result<model::View> Library::view(const model::Load& request) {
    model::View view;
    view.language = request.language;
    view.catalogue = TRY(pack_->catalogue(request.language));
    const std::string& id = request.place.id;
    if (request.place.screen == model::Screen::attract) {
        view.slides = TRY(slides(request.language));
    } else if (request.place.screen == model::Screen::topic) {
        view.cards = pack_->topic(id, request.language).value_or({});
    } else if (request.place.screen == model::Screen::page) {
        Result<model::Page> page = pack_->page(id, request.language);
        if (!page) {
            log::error("page " + id + ": " + page.error().what);
            view.broken = page.error();
            return view;
        }
        for (const std::string& term : page->terms) {
            Result<model::Term> found = pack_->term(term, page->card.language);
            if (found) view.page_terms.push_back(std::move(found).value());
        }
        view.page = std::move(page).value();
    }
    return view;
}

model::Action Library::load(const model::Load& request) {
    const auto read = [&]() -> Result<model::View> {
        TRY(refresh());
        return view(request);
    };
    Result<model::View> result = read();
    if (result) return model::Loaded{request.ticket, std::move(result).value()};
    log::error("the pack cannot be read: " + result.error().what);
    pack_.reset();
    return model::PackFailed{request.ticket, result.error()};
}

std::optional<model::Action> Library::answer(const model::Request& request) {
    if (const auto* wanted = std::get_if<model::Load>(&request)) return load(*wanted);
    if (const Result<void> ready = refresh(); !ready) return std::nullopt;
    if (const auto* wanted = std::get_if<model::Find>(&request)) {
        Result<model::SearchResult> result =
            pack_->search(wanted->query, wanted->language, max_hits);
        if (result) return model::Found{std::move(result).value()};
        log::error("search: " + result.error().what);
    } else if (const auto* term = std::get_if<model::LoadTerm>(&request)) {
        Result<model::Term> result = pack_->term(term->id, term->language);
        if (result) return model::TermLoaded{std::move(result).value()};
        log::error("term " + term->id + ": " + result.error().what);
    }
    return std::nullopt;
}

Result<model::Media> Library::media(const std::string& id) {
    TRY(refresh());
    return pack_->media(id);
}

} // namespace foyer::app
