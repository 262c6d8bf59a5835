// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/pack.h"

#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/schema.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <tuple>

namespace foyer::store {

namespace {

using model::Card;

constexpr const char* select_pack = "SELECT id, version, date, base_url FROM pack LIMIT 1";
constexpr const char* select_pack_text =
    "SELECT title, publisher FROM pack_text WHERE ?1 = ''" FOYER_NEAREST_LANGUAGE;
constexpr const char* select_languages =
    "SELECT tag, name FROM language ORDER BY position LIMIT 32";
constexpr const char* select_topics =
    "SELECT id, icon, pages FROM topic ORDER BY position, id LIMIT 200";
constexpr const char* select_topic = "SELECT icon FROM topic WHERE id = ?";
constexpr const char* select_topic_text =
    "SELECT language, title, summary FROM topic_text WHERE topic = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* select_fresh =
    "SELECT id FROM page WHERE fresh = 1 ORDER BY updated DESC, id LIMIT ?";
constexpr const char* select_pages_of_topic =
    "SELECT id, position FROM page WHERE topic = ? ORDER BY position LIMIT 100000";
constexpr const char* select_card = "SELECT kind, topic, fresh FROM page WHERE id = ?";
constexpr const char* select_card_text = "SELECT language, title, line, minutes, place FROM "
                                         "page_text WHERE page = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* select_first_figure =
    "SELECT f.media, f.alt, m.width, m.height FROM figure f JOIN media m ON m.id = f.media "
    "WHERE f.page = ? AND f.language = ? AND f.decorative = 0 ORDER BY f.block LIMIT 1";
constexpr const char* select_status = "SELECT status FROM case_facts WHERE page = ?";
constexpr const char* select_media = "SELECT id, type, bytes FROM media WHERE id = ?";
constexpr const char* select_term =
    "SELECT term, language, name, text FROM term_text WHERE term = ?1" FOYER_NEAREST_LANGUAGE;

constexpr int most_pages = limits::pages;

Error not_found(const char* what, const std::string& id) {
    return {Errc::not_found, std::string("no ") + what + " " + id};
}

} // namespace

Pack::Pack(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;
Pack::~Pack() = default;

Result<Pack> Pack::open(const std::string& path) {
    std::unique_ptr<Database> database = TRY(Database::open_untrusted(path));
    TRY(schema::compare(*database));
    return Pack(std::move(database));
}

Result<model::Catalogue> Pack::catalogue(const std::string& language) {
    database_->allow(limits::answer);
    model::Catalogue out;
    const bool there = TRY(database_->query(select_pack).one([&](Row& row) {
        out.id = row.text(0);
        out.version = row.text(1);
        out.date = row.text(2);
        out.base_url = row.text(3);
    }));
    if (!there) return Error{Errc::damaged, "the pack has no name"};
    const std::string base = primary(language);
    TRY(database_->query(select_pack_text).bind("").bind(language).bind(base).one([&](Row& row) {
        out.title = row.text(0);
        out.publisher = row.text(1);
    }));
    TRY(database_->query(select_languages).each([&](Row& row) {
        out.languages.push_back({row.text(0), row.text(1)});
    }));
    TRY(database_->query(select_topics).each([&](Row& row) {
        model::Topic topic;
        topic.id = row.text(0);
        topic.icon = row.text(1);
        topic.pages = row.number(2, 0, most_pages);
        out.topics.push_back(std::move(topic));
    }));
    for (model::Topic& topic : out.topics) {
        TRY(database_->query(select_topic_text)
                .bind(topic.id)
                .bind(language)
                .bind(base)
                .one([&](Row& row) {
                    topic.language = row.text(0);
                    topic.title = row.text(1);
                    topic.summary = row.text(2);
                }));
    }
    std::vector<std::string> fresh;
    TRY(database_->query(select_fresh).bind(max_fresh).each([&](Row& row) {
        fresh.push_back(row.text(0));
    }));
    out.fresh = TRY(cards(fresh, language));
    return out;
}

Result<std::vector<Card>> Pack::topic(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    const bool there = TRY(database_->query(select_topic).bind(id).one([](Row&) {}));
    if (!there) return not_found("topic", id);
    std::vector<std::string> ids;
    std::vector<std::int64_t> positions;
    TRY(database_->query(select_pages_of_topic).bind(id).each([&](Row& row) {
        ids.push_back(row.text(0));
        positions.push_back(row.integer(1));
    }));

    struct Placed {
        std::int64_t position;
        std::string title;
        Card card;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Result<Card> one = read_card(ids[i], language);
        if (!one && one.error().code == Errc::timeout) return std::move(one).error();
        if (one) placed.push_back({positions[i], fold(one->title), *std::move(one)});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.position, a.title, a.card.page) <
               std::tie(b.position, b.title, b.card.page);
    });
    std::vector<Card> out;
    out.reserve(placed.size());
    for (Placed& one : placed) out.push_back(std::move(one.card));
    return out;
}

Result<Card> Pack::card(const std::string& page, const std::string& language) {
    database_->allow(limits::answer);
    return read_card(page, language);
}

Result<model::Slide> Pack::slide(const std::string& page, const std::string& language) {
    database_->allow(limits::answer);
    model::Slide out{TRY(read_card(page, language)), {}};
    const auto read_figure = [&](Row& row) {
        model::Figure& figure = out.figure.emplace();
        figure.media = row.text(0);
        figure.alt = row.text(1);
        figure.width = row.number(2, 0, limits::pixels);
        figure.height = row.number(3, 0, limits::pixels);
    };
    TRY(database_->query(select_first_figure).bind(page).bind(out.card.language).one(read_figure));
    return out;
}

Result<Card> Pack::read_card(const std::string& page, const std::string& language) {
    Card out;
    out.page = page;
    const bool known = TRY(database_->query(select_card).bind(page).one([&](Row& row) {
        out.kind = row.text(0);
        // SQLite forgets CHECK constraints when it opens a file for reading only.
        if (out.kind != "explainer" && out.kind != "case") row.mark_damaged();
        out.topic = row.text(1);
        out.is_new = row.number(2, 0, 1) == 1;
    }));
    if (!known) return not_found("page", page);
    const std::string base = primary(language);
    const auto read_text = [&](Row& row) {
        out.language = row.text(0);
        out.title = row.text(1);
        out.line = row.text(2);
        out.minutes = row.number(3, 0, 100'000);
        out.place = row.text(4);
    };
    const bool there =
        TRY(database_->query(select_card_text).bind(page).bind(language).bind(base).one(read_text));
    if (!there) return not_found("text of page", page);
    TRY(database_->query(select_status).bind(page).one([&](Row& row) {
        out.status = row.text(0);
    }));
    return out;
}

/// A card that cannot be read is left out: it costs itself, not the list.
Result<std::vector<Card>> Pack::cards(const std::vector<std::string>& pages,
                                      const std::string& language) {
    std::vector<Card> out;
    for (const std::string& page : pages) {
        Result<Card> one = read_card(page, language);
        if (!one && one.error().code == Errc::timeout) return std::move(one).error();
        if (one) out.push_back(*std::move(one));
    }
    return out;
}

Result<model::Media> Pack::media(const std::string& id) {
    database_->allow(limits::answer);
    model::Media out;
    const bool there = TRY(database_->query(select_media).bind(id).one([&](Row& row) {
        out.id = row.text(0);
        out.type = row.text(1);
        out.bytes = row.blob(2);
    }));
    if (!there) return not_found("media", id);
    return out;
}

Result<model::Term> Pack::term(const std::string& id, const std::string& language) {
    database_->allow(limits::answer);
    model::Term out;
    const std::string base = primary(language);
    const bool there =
        TRY(database_->query(select_term).bind(id).bind(language).bind(base).one([&](Row& row) {
            out.id = row.text(0);
            out.language = row.text(1);
            out.term = row.text(2);
            out.text = row.text(3);
        }));
    if (!there) return not_found("term", id);
    return out;
}

std::vector<std::string> Pack::statements() const { return database_->statements(); }

} // namespace foyer::store
