// SPDX-License-Identifier: EUPL-1.2
// The tables of STATE/device.db. What they can hold is all that a device can keep: the bounds stand
// in the tables themselves, so that a mistake in the program cannot write more. Without row ids
// nothing tells the order in which rows came.
#pragma once

#include <array>

namespace foyer::store::device_tables {

constexpr int application_id = 0x466F7944; ///< "FoyD"
constexpr int version = 1;

/// What staff set at the device.
constexpr const char* setting = R"(CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY CHECK (name IN ('start_language', 'languages', 'warn_seconds',
    'slide_seconds', 'brightness', 'volume', 'hours', 'reach', 'counting')),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500)
) STRICT, WITHOUT ROWID)";

/// Wrong PINs in a row: one row.
constexpr const char* pin = R"(CREATE TABLE pin (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND 1000)
) STRICT, WITHOUT ROWID)";

/// The class that goes on: at most one. Nobody has a name in it.
constexpr const char* class_record = R"(CREATE TABLE class (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  course TEXT NOT NULL CHECK (length(course) BETWEEN 1 AND 100
    AND course NOT GLOB '*[^a-zA-Z0-9_-]*'),
  language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 20
    AND language NOT GLOB '*[^a-zA-Z0-9-]*'),
  date TEXT NOT NULL CHECK (date = ''
    OR date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 500),
  section INTEGER NOT NULL CHECK (section BETWEEN -1 AND 1000),
  question INTEGER NOT NULL CHECK (question BETWEEN -1 AND 1000),
  timer_seconds INTEGER NOT NULL CHECK (timer_seconds BETWEEN 0 AND 86400)
) STRICT, WITHOUT ROWID)";

/// How many of the class chose an option. `place` is that of the question among those answered.
constexpr const char* class_answer = R"(CREATE TABLE class_answer (
  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 10000),
  option INTEGER NOT NULL CHECK (option BETWEEN 0 AND 100),
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 100
    AND question NOT GLOB '*[^a-zA-Z0-9_-]*'),
  count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 500),
  PRIMARY KEY (place, option)
) STRICT, WITHOUT ROWID)";

/// How often something happened within an hour.
constexpr const char* hourly = R"(CREATE TABLE hourly (
  hour TEXT NOT NULL CHECK (length(hour) = 13
    AND hour GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'page', 'screen', 'language', 'aid')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND name NOT GLOB '*[^a-zA-Z0-9_-]*'),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (hour, kind, name)
) STRICT, WITHOUT ROWID)";

/// How often a search found nothing within a month: words that rarely come are gone at its end.
constexpr const char* missed = R"(CREATE TABLE missed (
  month TEXT NOT NULL CHECK (length(month) = 7 AND month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  query TEXT NOT NULL CHECK (length(query) BETWEEN 1 AND 60
    AND query NOT GLOB '*[0-9][0-9][0-9][0-9][0-9]*'),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (month, query)
) STRICT, WITHOUT ROWID)";

/// By name, as sqlite_schema is read.
inline constexpr std::array all = {class_record, class_answer, hourly, missed, pin, setting};

} // namespace foyer::store::device_tables
