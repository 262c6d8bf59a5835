// SPDX-License-Identifier: EUPL-1.2
// The tables of a pack as SQL: tours, the quiz and courses. content/FORMAT.md explains each; this
// file only says what they are. For schema.cpp alone.
#pragma once

namespace foyer::store::schema {

constexpr const char* tour = R"(CREATE TABLE tour(
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_text = R"(CREATE TABLE tour_text(
  tour TEXT REFERENCES tour(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY(tour, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_step = R"(CREATE TABLE tour_step(
  tour TEXT REFERENCES tour(id),
  step INTEGER,
  show TEXT NOT NULL CHECK(show IN ('page', 'section', 'figure', 'chart', 'map', 'slide')),
  seconds INTEGER NOT NULL,
  page TEXT REFERENCES page(id),
  latitude REAL,
  longitude REAL,
  zoom INTEGER,
  PRIMARY KEY(tour, step)
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_step_text = R"(CREATE TABLE tour_step_text(
  tour TEXT,
  language TEXT,
  step INTEGER,
  title TEXT NOT NULL,
  PRIMARY KEY(tour, language, step),
  FOREIGN KEY(tour, language) REFERENCES tour_text(tour, language),
  FOREIGN KEY(tour, step) REFERENCES tour_step(tour, step)
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_extract = R"(CREATE TABLE tour_extract(
  tour TEXT,
  language TEXT,
  step INTEGER,
  page TEXT NOT NULL,
  first INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  PRIMARY KEY(tour, language, step),
  FOREIGN KEY(tour, language, step) REFERENCES tour_step_text(tour, language, step),
  FOREIGN KEY(page, language, first) REFERENCES block(page, language, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_block = R"(CREATE TABLE tour_block(
  tour TEXT,
  language TEXT,
  step INTEGER,
  part TEXT CHECK(part IN ('slide', 'notes')),
  position INTEGER,
  kind TEXT NOT NULL CHECK(kind IN ('heading', 'paragraph', 'item', 'quote', 'key_point')),
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(tour, language, step, part, position),
  FOREIGN KEY(tour, language, step) REFERENCES tour_step_text(tour, language, step)
) STRICT, WITHOUT ROWID)";

constexpr const char* tour_source = R"(CREATE TABLE tour_source(
  tour TEXT,
  step INTEGER,
  number INTEGER,
  source TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY(tour, step, number),
  FOREIGN KEY(tour, step) REFERENCES tour_step(tour, step)
) STRICT, WITHOUT ROWID)";

constexpr const char* quiz = R"(CREATE TABLE quiz(
  id TEXT PRIMARY KEY,
  level INTEGER NOT NULL,
  page TEXT NOT NULL REFERENCES page(id),
  answer INTEGER NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* quiz_text = R"(CREATE TABLE quiz_text(
  question TEXT REFERENCES quiz(id),
  language TEXT REFERENCES language(tag),
  text TEXT NOT NULL,
  explanation TEXT NOT NULL,
  PRIMARY KEY(question, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* quiz_option = R"(CREATE TABLE quiz_option(
  question TEXT,
  language TEXT,
  option INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY(question, language, option),
  FOREIGN KEY(question, language) REFERENCES quiz_text(question, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* quiz_source = R"(CREATE TABLE quiz_source(
  question TEXT REFERENCES quiz(id),
  position INTEGER,
  source TEXT NOT NULL REFERENCES source(id),
  PRIMARY KEY(question, position)
) STRICT, WITHOUT ROWID)";

constexpr const char* course = R"(CREATE TABLE course(
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* course_text = R"(CREATE TABLE course_text(
  course TEXT REFERENCES course(id),
  language TEXT REFERENCES language(tag),
  title TEXT NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY(course, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_goal = R"(CREATE TABLE course_goal(
  course TEXT,
  language TEXT,
  position INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY(course, language, position),
  FOREIGN KEY(course, language) REFERENCES course_text(course, language)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_section = R"(CREATE TABLE course_section(
  course TEXT REFERENCES course(id),
  section INTEGER,
  minutes INTEGER NOT NULL,
  exercise_minutes INTEGER NOT NULL,
  PRIMARY KEY(course, section)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_section_text = R"(CREATE TABLE course_section_text(
  course TEXT,
  language TEXT,
  section INTEGER,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(course, language, section),
  FOREIGN KEY(course, language) REFERENCES course_text(course, language),
  FOREIGN KEY(course, section) REFERENCES course_section(course, section)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_page = R"(CREATE TABLE course_page(
  course TEXT,
  section INTEGER,
  position INTEGER,
  page TEXT NOT NULL REFERENCES page(id),
  PRIMARY KEY(course, section, position),
  FOREIGN KEY(course, section) REFERENCES course_section(course, section)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_question = R"(CREATE TABLE course_question(
  course TEXT,
  section INTEGER,
  position INTEGER,
  question TEXT NOT NULL REFERENCES quiz(id),
  PRIMARY KEY(course, section, position),
  FOREIGN KEY(course, section) REFERENCES course_section(course, section)
) STRICT, WITHOUT ROWID)";

constexpr const char* course_block = R"(CREATE TABLE course_block(
  course TEXT,
  language TEXT,
  section INTEGER,
  position INTEGER,
  kind TEXT NOT NULL CHECK(kind IN ('heading', 'paragraph', 'item', 'quote', 'key_point')),
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(course, language, section, position),
  FOREIGN KEY(course, language, section) REFERENCES course_section_text(course, language, section)
) STRICT, WITHOUT ROWID)";

} // namespace foyer::store::schema
