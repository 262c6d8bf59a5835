// SPDX-License-Identifier: EUPL-1.2
// A printer that reads figures: a child of this process does the work, after it has given up
// everything but computing and reading fonts. What a hostile figure takes over can do no more than
// write a wrong file. For programs with one thread: the child is a copy, not a program of its own.
#pragma once

#include "kiosk/host/document.h"

#include <string>

namespace foyer::platform {

class ConfinedPrinter final : public host::Printer {
  public:
    explicit ConfinedPrinter(std::string fontconfig_file) : fonts_(std::move(fontconfig_file)) {}

    /// Fails with damaged too, when the child did not live to the end: it is given half a minute of
    /// the processor and 640 MB.
    Result<std::string> pdf(const host::Document& document) override;

  private:
    std::string fonts_;
};

} // namespace foyer::platform
