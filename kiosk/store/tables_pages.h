// SPDX-License-Identifier: EUPL-1.2
// The tables of a pack as SQL: the pack itself, topics, pages and their media. content/FORMAT.md
// explains each; this file only says what they are. For schema.cpp alone.
#pragma once

namespace foyer::store::schema {

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
  kind TEXT NOT NULL CHECK(kind IN ('heading', 'paragraph', 'item', 'quote', 'key_point', 'code', 'table', 'figure', 'chart')),
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

constexpr const char* chart = R"(CREATE TABLE chart(
  page TEXT,
  language TEXT,
  block INTEGER,
  kind TEXT NOT NULL CHECK(kind IN ('bar', 'line', 'share')),
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  note TEXT NOT NULL,
  date TEXT NOT NULL,
  source INTEGER NOT NULL,
  PRIMARY KEY(page, language, block),
  FOREIGN KEY(page, language, block) REFERENCES block(page, language, position),
  FOREIGN KEY(page, source) REFERENCES page_source(page, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* chart_point = R"(CREATE TABLE chart_point(
  page TEXT,
  language TEXT,
  block INTEGER,
  position INTEGER,
  label TEXT NOT NULL,
  value REAL NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY(page, language, block, position),
  FOREIGN KEY(page, language, block) REFERENCES chart(page, language, block)
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

} // namespace foyer::store::schema
