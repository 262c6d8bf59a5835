// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/pack_gate.h"

#include "kiosk/host/pictures.h"
#include "kiosk/store/pack.h"
#include "kiosk/update/picture_head.h"

namespace foyer::update {

namespace {

constexpr int few_hits = 5;

Result<void> examine_photo(const model::MediaContent& media) {
    const std::string& type = media.media.type;
    const Result<PictureSize> size =
        type == "png" ? png_size(media.media.bytes) : jpeg_size(media.media.bytes);
    if (!size) return size.error();
    if (std::uint64_t{size->width} * size->height > host::max_picture_pixels) {
        return {Errc::too_large, "has more pixels than a kiosk decodes"};
    }
    if (static_cast<std::int64_t>(size->width) != media.width ||
        static_cast<std::int64_t>(size->height) != media.height) {
        return {Errc::damaged, "is not of the size its row says"};
    }
    return {};
}

Result<void> examine_medium(const model::MediaContent& media) {
    const std::string& type = media.media.type;
    if (type == "svg") return {};
    if (type == "png" || type == "jpeg") return examine_photo(media);
    return {Errc::wrong_format, "is of a type no kiosk knows"};
}

Result<void> examine_media(store::Pack& pack) {
    const std::vector<std::string> ids = TRY(pack.media_ids());
    for (const std::string& id : ids) {
        const model::MediaContent media = TRY(pack.media_content(id));
        const Result<void> fine = examine_medium(media);
        if (!fine) return {fine.error().code, "picture " + id + " " + fine.error().what};
    }
    return {};
}

/// What the first visitor would ask.
Result<void> visit(store::Pack& pack) {
    const model::Catalogue first = TRY(pack.catalogue(""));
    const std::vector<std::string> pages = TRY(pack.page_ids());
    if (first.languages.empty() || pages.empty()) return {Errc::damaged, "has nothing to show"};
    for (const model::Language& language : first.languages) {
        TRY(pack.catalogue(language.tag));
        const model::Page page = TRY(pack.page(pages.front(), language.tag));
        TRY(pack.search(page.card.title, language.tag, few_hits));
    }
    return {};
}

} // namespace

Result<void> examine_pack(const std::string& path) {
    store::Pack pack = TRY(store::Pack::open(path));
    TRY(pack.check());
    TRY(examine_media(pack));
    return visit(pack);
}

} // namespace foyer::update
