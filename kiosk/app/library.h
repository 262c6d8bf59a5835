// SPDX-License-Identifier: EUPL-1.2
// Library: answers requests from the pack; lives in the content worker. It opens the pack when
// first asked, and again when the file was replaced. A replacement that cannot be read is refused
// and the pack that is open stays.
#pragma once

#include "kiosk/host/files.h"
#include "kiosk/model/action.h"
#include "kiosk/store/pack.h"

#include <optional>
#include <string>

namespace foyer::app {

/// Not thread-safe.
class Library {
  public:
    Library(std::string path, host::Files& files) : path_(std::move(path)), files_(files) {}

    /// Loaded or PackFailed, Found, TermLoaded; nothing where the pack has no answer.
    std::optional<model::Action> answer(const model::Request& request);
    /// For the picture worker, which has a Library of its own.
    Result<model::Media> media(const std::string& id);

  private:
    Result<void> refresh();
    model::Action load(const model::Load& request);
    Result<model::View> view(const model::Load& request);
    /// Some pages from all of the pack, for the attract screen.
    Result<std::vector<model::Slide>> slides(const std::string& language);

    std::string path_;
    host::Files& files_;
    std::optional<store::Pack> pack_;
    host::FileStamp stamp_;
};

} // namespace foyer::app
