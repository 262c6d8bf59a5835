// SPDX-License-Identifier: EUPL-1.2
// The part of Pack that serves foyer-pack and foyer-update: lists, comparing, checking.
#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/pack.h"

#include <array>
#include <cstdio>

namespace foyer::store {

namespace {

constexpr const char* quick_check = "PRAGMA quick_check(1)";
constexpr const char* foreign_key_check = "PRAGMA foreign_key_check";
constexpr const char* select_licence = "SELECT licence FROM pack LIMIT 1";
constexpr const char* select_page_ids = "SELECT id FROM page ORDER BY id";
constexpr const char* select_term_ids = "SELECT id FROM term ORDER BY id";
constexpr const char* select_media_ids = "SELECT id FROM media ORDER BY id";
constexpr const char* select_question_ids = "SELECT id FROM quiz ORDER BY id";
constexpr const char* select_media_content =
    "SELECT id, type, width, height, author, licence, bytes FROM media WHERE id = ?";
constexpr const char* select_page_languages =
    "SELECT language FROM page_text WHERE page = ? ORDER BY language";
constexpr const char* select_entries =
    "SELECT p.id, t.language, p.kind, t.title, p.updated FROM page p "
    "JOIN page_text t ON t.page = p.id ORDER BY p.id, t.language";

/// What a page in one language is made of; each query takes the page and the language.
constexpr std::array page_parts = {
    "SELECT kind, topic, position, updated FROM page WHERE id = ?1 AND ?2 <> ''",
    "SELECT title, line, place, minutes, checked_by, summary FROM page_text "
    "WHERE page = ?1 AND language = ?2",
    "SELECT position, word FROM keyword WHERE page = ?1 AND language = ?2 ORDER BY position",
    "SELECT position, kind, level, number, text FROM block WHERE page = ?1 AND language = ?2 "
    "ORDER BY position",
    "SELECT block, line, position, text FROM cell WHERE page = ?1 AND language = ?2 "
    "ORDER BY block, line, position",
    "SELECT f.block, f.media, f.alt, f.caption, f.long_text, f.decorative, m.type, m.bytes "
    "FROM figure f JOIN media m ON m.id = f.media WHERE f.page = ?1 AND f.language = ?2 "
    "ORDER BY f.block",
    "SELECT block, kind, title, unit, note, date, source FROM chart "
    "WHERE page = ?1 AND language = ?2 ORDER BY block",
    "SELECT block, position, label, value, shown FROM chart_point "
    "WHERE page = ?1 AND language = ?2 ORDER BY block, position",
    "SELECT n.number, s.id, s.title, s.publisher, s.date, s.url, s.language, s.reliability "
    "FROM page_source n JOIN source s ON s.id = n.source WHERE n.page = ?1 AND ?2 <> '' "
    "ORDER BY n.number",
    "SELECT position, other FROM related WHERE page = ?1 AND ?2 <> '' ORDER BY position",
    "SELECT country, state, size, latitude, longitude, from_year, to_year, status, as_of, "
    "population, population_date, "
    "population_source FROM case_facts WHERE page = ?1 AND ?2 <> ''",
    "SELECT position, domain FROM case_domain WHERE page = ?1 AND ?2 <> '' ORDER BY position",
    "SELECT position, name, licence, licence_source FROM case_software "
    "WHERE page = ?1 AND ?2 <> '' ORDER BY position",
    "SELECT position, text, date, source FROM case_result WHERE page = ?1 AND language = ?2 "
    "ORDER BY position",
    "SELECT position, text, source FROM case_lesson WHERE page = ?1 AND language = ?2 "
    "ORDER BY position",
};

/// FNV-1a over values, each with its length, so that no two rows read alike.
class Fingerprint {
  public:
    void add(std::string_view bytes) {
        add_bytes(std::to_string(bytes.size()));
        add_bytes(":");
        add_bytes(bytes);
    }

    std::string hex() const {
        std::array<char, 17> out{};
        std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(state_));
        return out.data();
    }

  private:
    void add_bytes(std::string_view bytes) {
        for (const char c : bytes) {
            state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        }
    }

    std::uint64_t state_ = 0xcbf29ce484222325u;
};

} // namespace

Result<void> Pack::check() {
    database_->allow(limits::check);
    std::string problem;
    TRY(database_->query(quick_check).each([&](Row& row) {
        if (const std::string said = row.text(0); said != "ok") problem = said;
    }));
    if (!problem.empty()) return Error{Errc::damaged, problem};
    const bool broken = TRY(database_->query(foreign_key_check).one([&](Row& row) {
        problem = "a row of " + row.text(0) + " points at nothing in " + row.text(2);
    }));
    if (broken) return Error{Errc::damaged, problem};
    return {};
}

Result<std::vector<std::string>> Pack::list(const char* sql, const std::string* of) {
    database_->allow(limits::answer);
    Query query = database_->query(sql);
    if (of != nullptr) query.bind(*of);
    std::vector<std::string> out;
    TRY(query.each([&](Row& row) { out.push_back(row.text(0)); }));
    return out;
}

Result<std::vector<std::string>> Pack::page_ids() { return list(select_page_ids, nullptr); }
Result<std::vector<std::string>> Pack::term_ids() { return list(select_term_ids, nullptr); }
Result<std::vector<std::string>> Pack::media_ids() { return list(select_media_ids, nullptr); }
Result<std::vector<std::string>> Pack::question_ids() { return list(select_question_ids, nullptr); }

Result<std::vector<std::string>> Pack::languages(const std::string& page) {
    return list(select_page_languages, &page);
}

Result<std::string> Pack::licence() {
    std::vector<std::string> found = TRY(list(select_licence, nullptr));
    if (found.empty()) return Error{Errc::damaged, "the pack has no name"};
    return std::move(found.front());
}

Result<model::MediaContent> Pack::media_content(const std::string& id) {
    database_->allow(limits::answer);
    model::MediaContent out;
    const bool there = TRY(database_->query(select_media_content).bind(id).one([&](Row& row) {
        out.media.id = row.text(0);
        out.media.type = row.text(1);
        out.width = row.number(2, 0, limits::pixels);
        out.height = row.number(3, 0, limits::pixels);
        out.author = row.text(4);
        out.licence = row.text(5);
        out.media.bytes = row.blob(6);
    }));
    if (!there) return Error{Errc::not_found, "no media " + id};
    return out;
}

Result<std::vector<PageEntry>> Pack::page_entries() {
    database_->allow(limits::answer);
    std::vector<PageEntry> out;
    TRY(database_->query(select_entries).each([&](Row& row) {
        out.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    }));
    return out;
}

Result<std::string> Pack::fingerprint(const std::string& page, const std::string& language) {
    database_->allow(limits::answer);
    Fingerprint print;
    for (const char* part : page_parts) {
        print.add("rows");
        TRY(database_->query(part).bind(page).bind(language).each([&](Row& row) {
            for (int column = 0; column < row.columns(); ++column) print.add(row.bytes(column));
        }));
    }
    return print.hex();
}

} // namespace foyer::store
