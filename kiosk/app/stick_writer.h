// SPDX-License-Identifier: EUPL-1.2
// StickWriter: files to the first stick that can be written to. A file has its name once all of it
// is on the medium; nothing that lies there is ever replaced.
#pragma once

#include "kiosk/app/out_file.h"
#include "kiosk/host/disk.h"
#include "kiosk/host/sticks.h"
#include "kiosk/model/device.h"

#include <vector>

namespace foyer::app {

/// One thread. `printer` may be null: then documents are invalid.
class StickWriter {
  public:
    StickWriter(host::Disk& disk, host::Sticks& sticks, host::Printer* printer)
        : disk_(disk), sticks_(sticks), printer_(printer) {}

    /// All files or, as far as the stick allows, none of them.
    model::WrittenOut write(model::Paper paper, const std::vector<OutFile>& files);

  private:
    struct Bytes {
        std::string name, bytes;
    };
    Result<std::vector<Bytes>> print(const std::vector<OutFile>& files);
    Result<std::vector<std::string>> put(const std::string& folder,
                                         const std::vector<Bytes>& files);
    Result<void> put_one(const std::string& folder, const std::string& name,
                         const std::string& bytes);
    Errc meaning(const host::Stick& stick, Errc code);

    host::Disk& disk_;
    host::Sticks& sticks_;
    host::Printer* printer_;
};

} // namespace foyer::app
