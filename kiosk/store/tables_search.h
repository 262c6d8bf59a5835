// SPDX-License-Identifier: EUPL-1.2
// The tables of a pack as SQL: what the search needs. content/FORMAT.md explains
// each; this file only says what they are. For schema.cpp alone.
#pragma once

namespace foyer::store::schema {

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

} // namespace foyer::store::schema
