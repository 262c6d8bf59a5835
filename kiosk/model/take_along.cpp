// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/take_along.h"

#include "kiosk/base/text.h"

namespace foyer::model {

namespace {

std::string address(const Catalogue& catalogue, const Card& card) {
    std::string base = catalogue.base_url;
    if (base.back() != '/') base += '/';
    return base + card.language + "/pages/" + card.page + ".html";
}

/// A title and as many addresses below it as there is room for.
TakeAlong listed(const std::string& title, const std::vector<std::string>& addresses,
                 std::size_t most_bytes) {
    TakeAlong out;
    out.text = text::without_soft_hyphens(title);
    for (const std::string& one : addresses) {
        if (out.text.size() + 1 + one.size() <= most_bytes) {
            out.text += "\n" + one;
        } else {
            ++out.left_out;
        }
    }
    return out;
}

std::vector<std::string> addresses_of(const std::vector<Source>& sources) {
    std::vector<std::string> addresses;
    for (const Source& source : sources) {
        if (!source.url.empty()) addresses.push_back(source.url);
    }
    return addresses;
}

} // namespace

TakeAlong take_along(const Catalogue& catalogue, const Page& page, std::size_t most_bytes) {
    if (!catalogue.base_url.empty()) return {address(catalogue, page.card), true, 0};
    const std::vector<std::string> addresses = addresses_of(page.sources);
    return addresses.empty() ? TakeAlong{} : listed(page.card.title, addresses, most_bytes);
}

TakeAlong take_along(const Catalogue& catalogue, const Guide& guide, int result) {
    if (result < 1 || static_cast<std::size_t>(result) > guide.results.size()) return {};
    const GuideResult& found = guide.results[static_cast<std::size_t>(result) - 1];
    std::vector<std::string> addresses;
    if (catalogue.base_url.empty()) {
        addresses = addresses_of(guide.sources);
    } else {
        for (const Card& card : found.pages) addresses.push_back(address(catalogue, card));
    }
    return listed(guide.card.title + ": " + found.title, addresses, max_take_along_bytes);
}

} // namespace foyer::model
