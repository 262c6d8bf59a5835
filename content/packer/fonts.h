// SPDX-License-Identifier: EUPL-1.2
// Which characters the kiosk can draw: those of the fonts that assets/fonts.conf lets it see. What
// an editor's own computer could draw besides does not count.
#pragma once

#include "kiosk/base/result.h"

#include <memory>
#include <string>

namespace foyer::packer {

class Fonts {
  public:
    /// From a fontconfig file. Fails with not_found where the fonts are not installed.
    static Result<Fonts> load(const std::string& fonts_file);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    /// Always true for characters that are never drawn, such as the soft hyphen.
    bool has(char32_t code) const;

  private:
    struct Coverage;
    explicit Fonts(std::unique_ptr<Coverage> coverage);
    std::unique_ptr<Coverage> coverage_;
};

} // namespace foyer::packer
