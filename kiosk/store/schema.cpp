// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/schema.h"

#include "kiosk/store/database.h"
#include "kiosk/store/tables_cases.h"
#include "kiosk/store/tables_courses.h"
#include "kiosk/store/tables_pages.h"
#include "kiosk/store/tables_search.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace foyer::store::schema {

namespace {

/// A row of sqlite_schema. SQLite makes those without a text itself.
struct Object {
    std::string_view type, name, table;
    const char* sql;
    enum class Maker { us, sqlite } maker = Maker::us;
};

constexpr auto sqlite = Object::Maker::sqlite;

constexpr std::array objects = {
    Object{"table", "pack", "pack", pack},
    Object{"table", "language", "language", language},
    Object{"table", "pack_text", "pack_text", pack_text},
    Object{"table", "topic", "topic", topic},
    Object{"table", "topic_text", "topic_text", topic_text},
    Object{"table", "page", "page", page},
    Object{"index", "page_of_topic", "page", page_of_topic},
    Object{"index", "page_fresh", "page", page_fresh},
    Object{"table", "page_text", "page_text", page_text},
    Object{"table", "keyword", "keyword", keyword},
    Object{"table", "block", "block", block},
    Object{"table", "cell", "cell", cell},
    Object{"table", "media", "media", media},
    Object{"index", "sqlite_autoindex_media_1", "media", nullptr, sqlite},
    Object{"table", "figure", "figure", figure},
    Object{"table", "chart", "chart", chart},
    Object{"table", "chart_point", "chart_point", chart_point},
    Object{"table", "source", "source", source},
    Object{"table", "page_source", "page_source", page_source},
    Object{"table", "related", "related", related},
    Object{"table", "case_facts", "case_facts", case_facts},
    Object{"table", "case_domain", "case_domain", case_domain},
    Object{"table", "case_software", "case_software", case_software},
    Object{"table", "case_result", "case_result", case_result},
    Object{"table", "case_lesson", "case_lesson", case_lesson},
    Object{"table", "term", "term", term},
    Object{"table", "term_text", "term_text", term_text},
    Object{"table", "term_form", "term_form", term_form},
    Object{"table", "event", "event", event},
    Object{"table", "event_text", "event_text", event_text},
    Object{"table", "event_source", "event_source", event_source},
    Object{"table", "guide", "guide", guide},
    Object{"table", "guide_text", "guide_text", guide_text},
    Object{"table", "guide_source", "guide_source", guide_source},
    Object{"table", "guide_question", "guide_question", guide_question},
    Object{"table", "guide_result", "guide_result", guide_result},
    Object{"table", "guide_result_text", "guide_result_text", guide_result_text},
    Object{"table", "guide_result_page", "guide_result_page", guide_result_page},
    Object{"table", "guide_option", "guide_option", guide_option},
    Object{"table", "guide_option_text", "guide_option_text", guide_option_text},
    Object{"table", "tour", "tour", tour},
    Object{"table", "tour_text", "tour_text", tour_text},
    Object{"table", "tour_step", "tour_step", tour_step},
    Object{"table", "tour_step_text", "tour_step_text", tour_step_text},
    Object{"table", "tour_extract", "tour_extract", tour_extract},
    Object{"table", "tour_block", "tour_block", tour_block},
    Object{"table", "tour_source", "tour_source", tour_source},
    Object{"table", "quiz", "quiz", quiz},
    Object{"table", "quiz_text", "quiz_text", quiz_text},
    Object{"table", "quiz_option", "quiz_option", quiz_option},
    Object{"table", "quiz_source", "quiz_source", quiz_source},
    Object{"table", "course", "course", course},
    Object{"table", "course_text", "course_text", course_text},
    Object{"table", "course_goal", "course_goal", course_goal},
    Object{"table", "course_section", "course_section", course_section},
    Object{"table", "course_section_text", "course_section_text", course_section_text},
    Object{"table", "course_page", "course_page", course_page},
    Object{"table", "course_question", "course_question", course_question},
    Object{"table", "course_block", "course_block", course_block},
    Object{"table", "synonym", "synonym", synonym},
    Object{"index", "synonym_folded", "synonym", synonym_folded},
    Object{"index", "synonym_stemmed", "synonym", synonym_stemmed},
    Object{"table", "entry", "entry", entry},
    Object{"table", "shown_as", "shown_as", shown_as},
    Object{"table", "search", "search", search},
    Object{"table", "search_data", "search_data",
           "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)", sqlite},
    Object{"table", "search_idx", "search_idx",
           "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
           sqlite},
    Object{"table", "search_config", "search_config",
           "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID", sqlite},
    Object{"table", "word", "word", word},
    Object{"index", "word_spelling", "word", word_spelling},
    Object{"index", "word_stem", "word", word_stem},
    Object{"table", "word_start", "word_start", word_start},
    Object{"table", "gram", "gram", gram},
    Object{"table", "gram_word", "gram_word", gram_word},
};

bool expected(std::string_view type, std::string_view name, std::string_view table,
              std::string_view sql) {
    return std::any_of(objects.begin(), objects.end(), [&](const Object& object) {
        return object.name == name && object.type == type && object.table == table &&
               sql == (object.sql == nullptr ? "" : object.sql);
    });
}

constexpr const char* select_schema =
    "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema LIMIT 100";

} // namespace

Result<void> create(Database& database) {
    for (const Object& object : objects) {
        if (object.maker == Object::Maker::us) TRY(database.run(object.sql));
    }
    return {};
}

Result<void> compare(Database& database) {
    std::size_t count = 0;
    TRY(database.query(select_schema).each([&](Row& row) -> Result<void> {
        const std::string name = row.text(1);
        if (!expected(row.text(0), name, row.text(2), row.text(3))) {
            return Error{Errc::wrong_format, "not a table of a pack: " + name};
        }
        ++count;
        return {};
    }));
    // Names are unique in a schema, so as many as expected are all that are expected.
    if (count != objects.size()) return Error{Errc::wrong_format, "tables are missing"};
    return {};
}

} // namespace foyer::store::schema
