// SPDX-License-Identifier: EUPL-1.2
// Where words may be divided, as soft hyphens in the text, from the patterns of libhyphen. German
// and English; Leichte Sprache and all others are left alone.
#pragma once

#include "kiosk/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace foyer::packer {

/// The library takes three seconds to load its German patterns, so that is done when the first
/// German word comes, and whoever builds again and again keeps the object. Belongs to one thread.
class Hyphenation {
  public:
    /// Fails with not_found where the patterns are not installed: a pack without hyphens would look
    /// different from one built elsewhere.
    static Result<Hyphenation> load();
    Hyphenation(Hyphenation&&) noexcept;
    Hyphenation& operator=(Hyphenation&&) noexcept;
    ~Hyphenation();

    /// Web addresses, file names, words with capitals inside ("LibreOffice") and words that already
    /// have a soft hyphen stay as they are.
    std::string with_soft_hyphens(std::string_view text, std::string_view language) const;

  private:
    struct Patterns;
    Hyphenation(std::unique_ptr<Patterns> german, std::unique_ptr<Patterns> english);
    std::unique_ptr<Patterns> german_, english_;
};

constexpr std::size_t least_letters_to_divide = 6;

} // namespace foyer::packer
