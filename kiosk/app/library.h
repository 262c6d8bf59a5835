// SPDX-License-Identifier: EUPL-1.2
// Library: answers requests from a pack; lives in the content worker. It opens the pack when first
// asked, and again when the file was replaced. A replacement that cannot be read is refused and the
// pack that is open stays; so it does when another pack is asked for that cannot be opened.
#pragma once

#include "kiosk/host/files.h"
#include "kiosk/model/action.h"
#include "kiosk/store/pack.h"

#include <optional>
#include <string>

namespace foyer::app {

/// A pack by its name, a hash or "factory", and where it lies. The two workers have a Library each:
/// every job says which pack is meant, so that they cannot differ.
struct PackPlace {
    std::string name, path;
};

/// Not thread-safe.
class Library {
  public:
    explicit Library(host::Files& files) : files_(files) {}

    /// Loaded or PackFailed, Found, TermLoaded; nothing where the pack has no answer.
    std::optional<model::Action> answer(const PackPlace& pack, const model::Request& request);
    /// For the picture worker, which has a Library of its own.
    Result<model::Media> media(const PackPlace& pack, const std::string& id);

  private:
    Result<void> refresh(const PackPlace& pack);
    model::Action load(const PackPlace& pack, const model::Load& request);
    Result<model::View> view(const model::Load& request);
    Result<std::string> any_page(std::size_t dice);
    void read_page(model::View& view, const std::string& id);
    /// The pages of these ids, with blanks between, that are cases.
    void read_compared(model::View& view, const std::string& ids);
    /// The course of a quiz, or the questions of the quick one (model::Place::id).
    void read_quiz(model::View& view, const std::string& id);
    /// Some pages from all of the pack, for the attract screen.
    Result<std::vector<model::Slide>> slides(const std::string& language);

    host::Files& files_;
    std::optional<store::Pack> pack_;
    std::string name_; ///< of the pack that is open
    host::FileStamp stamp_;
};

} // namespace foyer::app
