// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/marked_text.h"

#include "content/packer/markdown.h"
#include "content/packer/sentences.h"

#include <optional>

namespace foyer::packer {

SourceNumbers all_sources(const Index& index) {
    SourceNumbers out;
    for (const std::string& id : index.sources) out.emplace(id, static_cast<int>(out.size()) + 1);
    return out;
}

std::vector<model::Block> marked_text(const std::string& language, Fields& fields, const char* key,
                                      Need need, const SourceNumbers* numbers) {
    const std::optional<SourceText> source = fields.marked_text(key, need);
    if (!source) return {};
    PageScope scope{*source, 0, {}, language, {}, {}};
    scope.holds = numbers == nullptr ? Holds::text : Holds::text_and_sources;
    if (numbers != nullptr) scope.numbers = *numbers;
    return parse_markdown(scope, fields.checking()).blocks;
}

int words_of(const std::vector<model::Block>& blocks) {
    int count = 0;
    for (const model::Block& block : blocks) {
        count += words(model::plain(block.text));
        for (const auto& row : block.rows) {
            for (const model::Inline& cell : row) count += words(model::plain(cell));
        }
    }
    return count;
}

} // namespace foyer::packer
