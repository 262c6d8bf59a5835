// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/library.h"

#include "kiosk/base/log.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace foyer::app {

namespace {

constexpr int max_hits = 30;
/// Slides of the attract screen.
constexpr std::size_t max_slides = 24;

/// A list that cannot be read costs the screen that shows it, which then says that it has nothing.
template <class List> List or_nothing(Result<List> list) {
    if (list) return std::move(list).value();
    log::error("the pack: " + list.error().what);
    return {};
}

/// One thing that cannot be read costs itself.
template <class Thing> std::optional<Thing> or_none(Result<Thing> thing, const std::string& what) {
    if (thing) return std::move(thing).value();
    log::error(what + ": " + thing.error().what);
    return std::nullopt;
}

} // namespace

Result<void> Library::refresh(const PackPlace& pack) {
    Result<host::FileStamp> stamp = files_.stamp(pack.path);
    const bool is_open = pack_ && name_ == pack.name;
    if (!stamp && !is_open) return stamp.error();
    if (!stamp || (is_open && *stamp == stamp_)) return {};
    Result<store::Pack> opened = store::Pack::open(pack.path);
    if (!opened && !is_open) return opened.error();
    stamp_ = *stamp;
    if (opened) {
        pack_ = std::move(opened).value();
        name_ = pack.name;
    } else {
        log::warning("the pack was replaced by one that cannot be read, the old one stays: " +
                     opened.error().what);
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

Result<std::string> Library::any_page(std::size_t dice) {
    const std::vector<std::string> ids = TRY(pack_->page_ids());
    if (ids.empty()) return Error{Errc::not_found, "a pack without pages"};
    return ids[dice % ids.size()];
}

void Library::read_page(model::View& view, const std::string& id) {
    Result<model::Page> page = pack_->page(id, view.language);
    if (!page) {
        log::error("page " + id + ": " + page.error().what);
        view.broken = page.error();
        return;
    }
    for (const std::string& term : page->terms) {
        Result<model::Term> found = pack_->term(term, page->card.language);
        if (found) view.page_terms.push_back(std::move(found).value());
    }
    view.page = std::move(page).value();
}

void Library::read_compared(model::View& view, const std::string& ids) {
    std::istringstream names(ids);
    for (std::string id; names >> id;) {
        Result<model::Page> page = pack_->page(id, view.language);
        if (page && page->facts) view.compared.push_back(std::move(page).value());
    }
}

void Library::read_quiz(model::View& view, const std::string& id) {
    const std::size_t slash = id.find('/');
    const std::string course = id.substr(0, slash);
    if (course == model::quick_quiz) {
        std::uint64_t dice = 0;
        if (slash != std::string::npos)
            std::from_chars(id.data() + slash + 1, id.data() + id.size(), dice);
        view.quiz = or_nothing(pack_->quiz(view.language, dice, model::quick_quiz_questions));
    } else {
        view.course = or_none(pack_->course(course, view.language), "course " + course);
    }
}

Result<model::View> Library::view(const model::Load& request) {
    using model::Screen;
    model::View view;
    view.pack = name_;
    view.language = request.language;
    view.catalogue = TRY(pack_->catalogue(request.language));
    const std::string& id = request.place.id;
    switch (request.place.screen) {
    case Screen::attract: view.slides = TRY(slides(request.language)); break;
    case Screen::topic: view.cards = pack_->topic(id, request.language).value_or({}); break;
    case Screen::page: read_page(view, id.empty() ? TRY(any_page(request.dice)) : id); break;
    case Screen::map: view.cases = or_nothing(pack_->cases(request.language)); break;
    case Screen::timeline: view.events = or_nothing(pack_->events(request.language)); break;
    case Screen::guides: view.guides = or_nothing(pack_->guides(request.language)); break;
    case Screen::compare:
        view.cases = or_nothing(pack_->cases(request.language));
        read_compared(view, id);
        break;
    case Screen::guide:
        view.guide = or_none(pack_->guide(id, request.language), "guide " + id);
        break;
    case Screen::tours: view.tours = or_nothing(pack_->tours(request.language)); break;
    case Screen::tour:
        view.tour = or_none(pack_->tour(id, request.language), "tour " + id);
        view.cases = or_nothing(pack_->cases(request.language)); // of its maps
        break;
    case Screen::learn: view.courses = or_nothing(pack_->courses(request.language)); break;
    case Screen::course:
    case Screen::classroom:
        view.course = or_none(pack_->course(id, request.language), "course " + id);
        break;
    case Screen::quiz: read_quiz(view, id); break;
    default: break;
    }
    return view;
}

model::Action Library::load(const PackPlace& pack, const model::Load& request) {
    const auto failed = [&](const Error& error) {
        log::error("the pack cannot be read: " + error.what);
        return model::PackFailed{request.ticket, error};
    };
    if (const Result<void> ready = refresh(pack); !ready) return failed(ready.error());
    Result<model::View> result = view(request);
    if (result) return model::Loaded{request.ticket, std::move(result).value()};
    pack_.reset();
    return failed(result.error());
}

std::optional<model::Action> Library::answer(const PackPlace& pack, const model::Request& request) {
    if (const auto* wanted = std::get_if<model::Load>(&request)) return load(pack, *wanted);
    if (const Result<void> ready = refresh(pack); !ready) return std::nullopt;
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

Result<model::Media> Library::media(const PackPlace& pack, const std::string& id) {
    TRY(refresh(pack));
    return pack_->media(id);
}

} // namespace foyer::app
