// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/page_parts.h"

#include "kiosk/base/text.h"

namespace foyer::packer {

namespace {

/// "souveraenitaet/kreise.de.svg" is called "kreise".
std::string name_of_figure(std::string_view media, const std::set<std::string>& languages) {
    std::string name(media.substr(media.find('/') + 1));
    name.erase(name.rfind('.'));
    const std::size_t dot = name.rfind('.');
    if (dot != std::string::npos && languages.count(name.substr(dot + 1)) > 0) name.erase(dot);
    return name;
}

} // namespace

PagesById pages_by_id(const model::PackContent& content) {
    PagesById out;
    for (const model::PageContent& page : content.pages) out[page.id] = &page;
    return out;
}

PageParts sections_of(const model::PageText& text) {
    PageParts out;
    PagePart* open = nullptr;
    for (std::size_t i = 0; i < text.body.size(); ++i) {
        const model::Block& block = text.body[i];
        if (block.kind == model::BlockKind::heading && block.level <= 2) {
            open = &out[compared_heading(model::plain(block.text))];
            *open = {i + 1, 0};
        } else if (open != nullptr) {
            ++open->blocks;
        }
    }
    return out;
}

PageParts figures_of(const model::PageText& text, const std::set<std::string>& languages) {
    PageParts out;
    for (std::size_t i = 0; i < text.body.size(); ++i) {
        const model::Block& block = text.body[i];
        if (block.kind != model::BlockKind::figure || block.figure.media.empty()) continue;
        out.emplace(name_of_figure(block.figure.media, languages), PagePart{i, 1});
    }
    return out;
}

PageParts charts_of(const model::PageText& text) {
    PageParts out;
    for (const auto& [id, block] : text.charts) out.emplace(id, PagePart{block, 1});
    return out;
}

std::string compared_heading(std::string_view words) {
    const std::string plain = text::without_soft_hyphens(words);
    return std::string(text::trim(text::replace_all(plain, text::no_break_space, " ")));
}

} // namespace foyer::packer
