// SPDX-License-Identifier: EUPL-1.2
// The interface words of the kiosk (assets/words), for the website that shows the same content.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/text.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace foyer::packer {

class Words {
  public:
    /// The words of `language` from `folder`; a language without a file has those of its base
    /// language, or English ones.
    static Result<Words> load(const std::string& folder, const std::string& language);

    /// The word as it is; an unknown key is shown itself, as the kiosk does.
    std::string operator()(std::string_view key) const;
    std::string operator()(std::string_view key, std::initializer_list<text::Named> values) const;

    /// "2021-06" as people of that language write it.
    std::string date(std::string_view iso) const;
    std::string number(long value) const;

  private:
    std::map<std::string, std::string, std::less<>> words_;
};

} // namespace foyer::packer
