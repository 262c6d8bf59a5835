// SPDX-License-Identifier: EUPL-1.2
// Text set by Pango, with the fonts of one fontconfig file and no others. Lines are placed by hand:
// Pango would space them by what the tallest fallback font asks for, and a label would jump when
// one Arabic word comes in.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/text_layout.h"

#include <memory>
#include <string>

namespace foyer::platform {

class PangoBlock;

/// Not thread-safe, and neither are its blocks, which must not outlive it.
class PangoLayouter final : public host::TextLayouter {
  public:
    /// Makes the fonts of `fontconfig_file` those of the whole process; call it before anything
    /// else asks fontconfig. Fails with not_found if the file names no font that is installed.
    static Result<std::unique_ptr<PangoLayouter>> create(const std::string& fontconfig_file);
    ~PangoLayouter() override;

    std::unique_ptr<host::TextBlock> layout(const host::TextSpec& spec) override;
    /// The same, for those who draw lines themselves.
    std::unique_ptr<PangoBlock> block(const host::TextSpec& spec);
    float cap_height() const override;

  private:
    struct Fonts;
    enum class Breaks { between_words, anywhere };
    std::unique_ptr<PangoBlock> lay_out(const host::TextSpec& spec, Breaks breaks);
    explicit PangoLayouter(std::unique_ptr<Fonts> fonts);
    std::unique_ptr<Fonts> fonts_;
};

} // namespace foyer::platform
