// SPDX-License-Identifier: EUPL-1.2
// One page, tour or course of a pack as a PDF file, to be printed and handed out.
#pragma once

#include "kiosk/host/document.h"
#include "kiosk/store/pack.h"

#include <string>

namespace foyer::packer {

struct PdfJob {
    std::string kind; ///< "page", "tour" or "course"
    std::string id;
    std::string language; ///< empty: the pack's first
    std::string output;   ///< empty: <id>-<language>.pdf in the folder we are in
};

struct ExportedPdf {
    std::string file;
    std::string wanted, language; ///< the one asked for, and the nearest there was
    std::size_t bytes = 0;
};

/// `words` is the folder of the interface words. Fails with invalid (another kind), not_found (the
/// error names the ids there are), and what the pack, the printer or the disk refuses.
Result<ExportedPdf> export_pdf(store::Pack& pack, const std::string& words, const PdfJob& job,
                               host::Printer& printer);

} // namespace foyer::packer
