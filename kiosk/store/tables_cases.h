// SPDX-License-Identifier: EUPL-1.2
// The tables of a pack as SQL: cases, glossary, events and guides. content/FORMAT.md explains
// each; this file only says what they are. For schema.cpp alone.
#pragma once

namespace foyer::store::schema {

constexpr const char* case_facts = R"(CREATE TABLE case_facts(
  page TEXT PRIMARY KEY REFERENCES page(id),
  country TEXT NOT NULL,
  state TEXT NOT NULL,
  size TEXT NOT NULL,
  latitude REAL,
  longitude REAL,
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

constexpr const char* event = R"(CREATE TABLE event(
  id TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  theme TEXT NOT NULL,
  page TEXT REFERENCES page(id)
) STRICT, WITHOUT ROWID)";

constexpr const char* event_text = R"(CREATE TABLE event_text(
  event TEXT REFERENCES event(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(event, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* event_source = R"(CREATE TABLE event_source(
  event TEXT REFERENCES event(id),
  position INTEGER,
  source TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY(event, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide = R"(CREATE TABLE guide(
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  icon TEXT NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_text = R"(CREATE TABLE guide_text(
  guide TEXT REFERENCES guide(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY(guide, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_source = R"(CREATE TABLE guide_source(
  guide TEXT REFERENCES guide(id),
  position INTEGER,
  source TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY(guide, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_question = R"(CREATE TABLE guide_question(
  guide TEXT,
  language TEXT,
  question INTEGER,
  text TEXT NOT NULL,
  help TEXT NOT NULL,
  PRIMARY KEY(guide, language, question),
  FOREIGN KEY(guide, language) REFERENCES guide_text(guide, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_result = R"(CREATE TABLE guide_result(
  guide TEXT REFERENCES guide(id),
  result INTEGER,
  least_points INTEGER NOT NULL,
  PRIMARY KEY(guide, result)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_result_text = R"(CREATE TABLE guide_result_text(
  guide TEXT,
  language TEXT,
  result INTEGER,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(guide, language, result),
  FOREIGN KEY(guide, language) REFERENCES guide_text(guide, language),
  FOREIGN KEY(guide, result) REFERENCES guide_result(guide, result)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_result_page = R"(CREATE TABLE guide_result_page(
  guide TEXT,
  result INTEGER,
  position INTEGER,
  page TEXT NOT NULL REFERENCES page(id),
  PRIMARY KEY(guide, result, position),
  FOREIGN KEY(guide, result) REFERENCES guide_result(guide, result)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_option = R"(CREATE TABLE guide_option(
  guide TEXT REFERENCES guide(id),
  question INTEGER,
  option INTEGER,
  points INTEGER NOT NULL,
  next INTEGER,
  result INTEGER,
  PRIMARY KEY(guide, question, option),
  FOREIGN KEY(guide, result) REFERENCES guide_result(guide, result)
) STRICT, WITHOUT ROWID)";

constexpr const char* guide_option_text = R"(CREATE TABLE guide_option_text(
  guide TEXT,
  language TEXT,
  question INTEGER,
  option INTEGER,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY(guide, language, question, option),
  FOREIGN KEY(guide, language, question) REFERENCES guide_question(guide, language, question),
  FOREIGN KEY(guide, question, option) REFERENCES guide_option(guide, question, option)
) STRICT, WITHOUT ROWID)";

} // namespace foyer::store::schema
