// SPDX-License-Identifier: EUPL-1.2
// The fixed words of printed documents. They lie in assets/words, and the kiosk and foyer-pack each
// have a class of their own that reads them: this is what both can be.
#pragma once

#include "kiosk/base/text.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace foyer::print {

class Words {
  public:
    virtual ~Words() = default;
    virtual std::string word(std::string_view key) const = 0;
    /// "2021", "2021-06" or "2021-06-11" as people write it.
    virtual std::string date(std::string_view iso) const = 0;
    virtual std::string number(long value) const = 0;

    std::string operator()(std::string_view key) const { return word(key); }
    std::string operator()(std::string_view key, std::initializer_list<text::Named> values) const {
        return text::fill(word(key), values);
    }
};

/// `Own` is the kiosk's class or that of foyer-pack; it must outlive this.
template <class Own> class WordsOf final : public Words {
  public:
    explicit WordsOf(const Own& own) : own_(own) {}
    std::string word(std::string_view key) const override { return own_(key); }
    std::string date(std::string_view iso) const override { return own_.date(iso); }
    std::string number(long value) const override { return own_.number(value); }

  private:
    const Own& own_;
};

} // namespace foyer::print
