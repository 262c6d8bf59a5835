// SPDX-License-Identifier: EUPL-1.2
// A pack as big as wanted, of invented German and English pages: words as frequent as in real texts
// (Zipf), tens of thousands of them, most of them compounds. The same number gives the same pack on
// every machine.
#pragma once

#include "kiosk/model/pack_content.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer::bench {

/// The words of generated pages, the most frequent first; more than 40,000 for each language.
const std::vector<std::string>& german_words();
const std::vector<std::string>& english_words();

/// `pages` pages in German and English in twelve topics, a third of them cases.
model::PackContent generated_pack(std::size_t pages);

} // namespace foyer::bench
