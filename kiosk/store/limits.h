// SPDX-License-Identifier: EUPL-1.2
// How much of anything a pack may hold. The writer refuses more; the reader calls more damage,
// since whoever made such a file did not use the writer. content/FORMAT.md names them to editors.
#pragma once

#include <chrono>
#include <cstddef>

namespace foyer::store::limits {

constexpr std::size_t text_bytes = 1 << 20;   ///< any one text
constexpr std::size_t media_bytes = 16 << 20; ///< any one picture
constexpr std::size_t id_bytes = 100;
constexpr int languages = 32;
constexpr int topics = 200;
constexpr int pages = 100'000;
constexpr int blocks = 10'000; ///< of one page in one language
constexpr int cells = 10'000;  ///< of one page in one language
constexpr int points = 100;    ///< of one chart
constexpr double value = 1e15; ///< of a point: from minus this to plus this
constexpr int events = 2'000;
constexpr int guides = 100;
constexpr int questions = 100; ///< and results, of a guide
constexpr int options = 20;    ///< of a question
constexpr int score = 10'000;  ///< points of an answer, from minus this to plus this
constexpr int tours = 100;
constexpr int steps = 200;       ///< of a tour
constexpr int step_blocks = 500; ///< of a slide, of notes or of an exercise
constexpr int step_sources = 100;
constexpr std::size_t tour_bytes = 16 << 20; ///< of one tour in one language, with what it shows
constexpr int step_seconds = 7'200;
constexpr int zoom = 6;         ///< of a map: from 0 to this
constexpr int quiz = 5'000;     ///< questions
constexpr int quiz_level = 3;   ///< from 1 to this
constexpr int quiz_options = 5; ///< of a question, from 2
constexpr int courses = 100;
constexpr int sections = 100;     ///< of a course
constexpr int section_list = 100; ///< pages, and questions, of a section
constexpr int course_minutes = 10'000;
constexpr int pixels = 1'000'000; ///< or units: width and height of a picture
constexpr int rows = 1'000;       ///< of any list that belongs to a page: sources, related, results

/// What one call of the reader may take before it gives up on a hostile file.
constexpr std::chrono::milliseconds answer{2'000};
constexpr std::chrono::milliseconds check{120'000};

} // namespace foyer::store::limits
