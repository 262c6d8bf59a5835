// SPDX-License-Identifier: EUPL-1.2
// The words of the interface in one language (assets/words), and how dates and numbers are written
// in it.
#pragma once

#include "kiosk/base/text.h"

#include <map>
#include <string>
#include <string_view>

namespace foyer::ui {

class Words {
  public:
    Words() = default;
    explicit Words(std::map<std::string, std::string, std::less<>> all) : all_(std::move(all)) {}

    /// The words for a key. A key that is missing shows itself, so that it is seen.
    std::string operator()(std::string_view key) const;
    std::string operator()(std::string_view key, std::initializer_list<text::Named> values) const;
    /// For speech and for node names: no soft hyphens.
    std::string say(std::string_view key) const;
    std::string say(std::string_view key, std::initializer_list<text::Named> values) const;
    bool has(std::string_view key) const { return all_.find(key) != all_.end(); }

    /// "2021", "2021-06" or "2021-06-11" as people write it.
    std::string date(std::string_view iso) const;
    /// 612065 as "612.065".
    std::string number(long value) const;

    const std::map<std::string, std::string, std::less<>>& all() const { return all_; }

  private:
    std::map<std::string, std::string, std::less<>> all_;
};

/// Every word 60 % longer, as a translation might be; placeholders stay. For tests (ACCESS.md
/// TX-03).
Words lengthened(const Words& words);

} // namespace foyer::ui
