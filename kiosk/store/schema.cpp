// SPDX-License-Identifier: EUPL-1.2
// content/FORMAT.md explains each table; this file only says what they are.
#include "kiosk/store/schema.h"

#include "kiosk/store/database.h"

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

constexpr const char* pack = R"(CREATE TABLE pack(
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  date TEXT NOT NULL,
  licence TEXT NOT NULL,
  base_url TEXT NOT NULL
) STRICT)";

constexpr const char* language = R"(CREATE TABLE language(
  tag TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  stemmer TEXT NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* pack_text = R"(CREATE TABLE pack_text(
  language TEXT PRIMARY KEY REFERENCES language(tag),
  title TEXT NOT NULL,
  publisher TEXT NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* topic = R"(CREATE TABLE topic(
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  icon TEXT NOT NULL,
  pages INTEGER NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* topic_text = R"(CREATE TABLE topic_text(
  topic TEXT REFERENCES topic(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY(topic, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* page = R"(CREATE TABLE page(
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK(kind IN ('explainer', 'case')),
  topic TEXT NOT NULL REFERENCES topic(id),
  position INTEGER NOT NULL,
  updated TEXT NOT NULL,
  fresh INTEGER NOT NULL CHECK(fresh IN (0, 1))
) STRICT, WITHOUT ROWID)";

constexpr const char* page_of_topic = "CREATE INDEX page_of_topic ON page(topic, position)";
constexpr const char* page_fresh = "CREATE INDEX page_fresh ON page(fresh, updated, id)";

constexpr const char* page_text = R"(CREATE TABLE page_text(
  page TEXT REFERENCES page(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  line TEXT NOT NULL,
  place TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  checked_by TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY(page, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* keyword = R"(CREATE TABLE keyword(
  page TEXT,
  language TEXT,
  position INTEGER,
  word TEXT NOT NULL,
  PRIMARY KEY(page, language, position),
  FOREIGN KEY(page, language) REFERENCES page_text(page, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* block = R"(CREATE TABLE block(
  page TEXT,
  language TEXT,
  position INTEGER,
  kind TEXT NOT NULL CHECK(kind IN ('heading', 'paragraph', 'item', 'quote', 'key_point', 'code', 'table', 'figure')),
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(page, language, position),
  FOREIGN KEY(page, language) REFERENCES page_text(page, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* cell = R"(CREATE TABLE cell(
  page TEXT,
  language TEXT,
  block INTEGER,
  line INTEGER,
  position INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY(page, language, block, line, position),
  FOREIGN KEY(page, language, block) REFERENCES block(page, language, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* media = R"(CREATE TABLE media(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK(type IN ('svg', 'png', 'jpeg')),
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  author TEXT NOT NULL,
  licence TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT)";

constexpr const char* figure = R"(CREATE TABLE figure(
  page TEXT,
  language TEXT,
  block INTEGER,
  media TEXT NOT NULL REFERENCES media(id),
  alt TEXT NOT NULL,
  caption TEXT NOT NULL,
  long_text TEXT NOT NULL,
  decorative INTEGER NOT NULL CHECK(decorative IN (0, 1)),
  PRIMARY KEY(page, language, block),
  FOREIGN KEY(page, language, block) REFERENCES block(page, language, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* source = R"(CREATE TABLE source(
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT NOT NULL,
  reliability TEXT NOT NULL CHECK(reliability IN ('A', 'B', 'C', 'D'))
) STRICT, WITHOUT ROWID)";

constexpr const char* page_source = R"(CREATE TABLE page_source(
  page TEXT REFERENCES page(id),
  number INTEGER,
  source TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* related = R"(CREATE TABLE related(
  page TEXT REFERENCES page(id),
  position INTEGER,
  other TEXT NOT NULL REFERENCES page(id),
  PRIMARY KEY(page, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* case_facts = R"(CREATE TABLE case_facts(
  page TEXT PRIMARY KEY REFERENCES page(id),
  country TEXT NOT NULL,
  state TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  to_year INTEGER,
  status TEXT NOT NULL,
  as_of TEXT NOT NULL,
  population INTEGER,
  population_date TEXT,
  population_source INTEGER,
  FOREIGN KEY(page, population_source) REFERENCES page_source(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* case_domain = R"(CREATE TABLE case_domain(
  page TEXT REFERENCES case_facts(page),
  position INTEGER,
  domain TEXT NOT NULL,
  PRIMARY KEY(page, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* case_software = R"(CREATE TABLE case_software(
  page TEXT REFERENCES case_facts(page),
  position INTEGER,
  name TEXT NOT NULL,
  licence TEXT NOT NULL,
  licence_source INTEGER,
  PRIMARY KEY(page, position),
  FOREIGN KEY(page, licence_source) REFERENCES page_source(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* case_result = R"(CREATE TABLE case_result(
  page TEXT REFERENCES case_facts(page),
  language TEXT,
  position INTEGER,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  source INTEGER,
  PRIMARY KEY(page, language, position),
  FOREIGN KEY(page, language) REFERENCES page_text(page, language),
  FOREIGN KEY(page, source) REFERENCES page_source(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* case_lesson = R"(CREATE TABLE case_lesson(
  page TEXT REFERENCES case_facts(page),
  language TEXT,
  position INTEGER,
  text TEXT NOT NULL,
  source INTEGER,
  PRIMARY KEY(page, language, position),
  FOREIGN KEY(page, language) REFERENCES page_text(page, language),
  FOREIGN KEY(page, source) REFERENCES page_source(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* term = R"(CREATE TABLE term(
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID)";

constexpr const char* term_text = R"(CREATE TABLE term_text(
  term TEXT REFERENCES term(id),
  language TEXT REFERENCES language(tag),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(term, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* term_form = R"(CREATE TABLE term_form(
  term TEXT,
  language TEXT,
  position INTEGER,
  form TEXT NOT NULL,
  PRIMARY KEY(term, language, position),
  FOREIGN KEY(term, language) REFERENCES term_text(term, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* synonym = R"(CREATE TABLE synonym(
  meaning INTEGER,
  language TEXT REFERENCES language(tag),
  position INTEGER,
  phrase TEXT NOT NULL,
  folded TEXT NOT NULL,
  stemmed TEXT NOT NULL,
  PRIMARY KEY(meaning, language, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* synonym_folded = "CREATE INDEX synonym_folded ON synonym(folded)";
constexpr const char* synonym_stemmed = "CREATE INDEX synonym_stemmed ON synonym(stemmed)";

constexpr const char* entry = R"(CREATE TABLE entry(
  number INTEGER PRIMARY KEY,
  language TEXT NOT NULL,
  page TEXT,
  term TEXT,
  CHECK((page IS NULL) <> (term IS NULL)),
  FOREIGN KEY(page, language) REFERENCES page_text(page, language),
  FOREIGN KEY(term, language) REFERENCES term_text(term, language)
) STRICT)";

constexpr const char* shown_as = R"(CREATE TABLE shown_as(
  language TEXT REFERENCES language(tag),
  other TEXT REFERENCES language(tag),
  entries INTEGER NOT NULL,
  PRIMARY KEY(language, other)
) STRICT, WITHOUT ROWID)";

constexpr const char* search = R"(CREATE VIRTUAL TABLE search USING fts5(
  title, keywords, headings, summary, body,
  content='', columnsize=0, detail=column, tokenize='ascii'
))";

constexpr const char* word = R"(CREATE TABLE word(
  number INTEGER PRIMARY KEY,
  stemmer TEXT NOT NULL,
  spelling TEXT NOT NULL,
  stem TEXT NOT NULL,
  token TEXT NOT NULL,
  shown TEXT NOT NULL,
  field INTEGER NOT NULL,
  entries INTEGER NOT NULL
) STRICT)";

constexpr const char* word_spelling =
    "CREATE INDEX word_spelling ON word(stemmer, spelling, token)";
constexpr const char* word_stem = "CREATE INDEX word_stem ON word(stemmer, stem, token)";

constexpr const char* word_start = R"(CREATE TABLE word_start(
  stemmer TEXT,
  letters TEXT,
  word INTEGER REFERENCES word(number),
  PRIMARY KEY(stemmer, letters, word)
) STRICT, WITHOUT ROWID)";

constexpr const char* gram = R"(CREATE TABLE gram(
  stemmer TEXT,
  letters TEXT,
  number INTEGER NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY(stemmer, letters)
) STRICT, WITHOUT ROWID)";

constexpr const char* gram_word = R"(CREATE TABLE gram_word(
  gram INTEGER,
  word INTEGER REFERENCES word(number),
  PRIMARY KEY(gram, word)
) STRICT, WITHOUT ROWID)";

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
