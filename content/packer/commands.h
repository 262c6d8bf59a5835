// SPDX-License-Identifier: EUPL-1.2
// The commands that read packs: inspect, diff and export.
#pragma once

#include "content/packer/build.h"
#include "content/packer/export_pdf.h"

#include <string>

namespace foyer::packer {

Exit inspect_command(const std::string& pack, Format format, const Streams& streams);
Exit diff_command(const std::string& before, const std::string& now, Format format,
                  const Streams& streams);
/// `words`: the folder of the interface words.
Exit export_command(const std::string& pack, const std::string& words, const std::string& folder,
                    const Streams& streams);
Exit export_command(const std::string& pack, const std::string& words, const PdfJob& job,
                    host::Printer& printer, const Streams& streams);

} // namespace foyer::packer
