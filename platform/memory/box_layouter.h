// SPDX-License-Identifier: EUPL-1.2
// Text in a pretend font: every character is half an em wide and nothing else is like a font. What
// is laid out with it can be computed in the head, on every machine alike.
#pragma once

#include "kiosk/host/text_layout.h"

#include <set>

namespace foyer::platform {

class BoxLayouter final : public host::TextLayouter {
  public:
    static constexpr float advance_em = 0.5f;

    /// Lines break at spaces, after hyphens and at soft hyphens. Right-to-left paragraphs run from
    /// the right as a whole; directions do not mix.
    std::unique_ptr<host::TextBlock> layout(const host::TextSpec& spec) override;
    float cap_height() const override { return 0.7f; }

    /// The font does not have this character.
    void lose(char32_t code) { missing_.insert(code); }
    int layouts() const { return layouts_; }

  private:
    std::set<char32_t> missing_;
    int layouts_ = 0;
};

} // namespace foyer::platform
