// SPDX-License-Identifier: EUPL-1.2
// A file that is to be written to a stick.
#pragma once

#include "kiosk/host/document.h"

#include <string>
#include <variant>

namespace foyer::app {

struct OutFile {
    std::string name; ///< as it is wished for: "foyer-kurs-2026-11-23.csv"
    std::variant<std::string, host::Document> content; ///< bytes, or what is to be printed
};

} // namespace foyer::app
