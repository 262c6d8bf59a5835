// SPDX-License-Identifier: EUPL-1.2
// The body of a page: headings, paragraphs, lists, quotes, tables, figures, as blocks in a Flow.
#pragma once

#include "kiosk/ui/flow.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::ui {

/// A paragraph ready to be laid out, and the glossary words in it.
struct Composed {
    host::TextSpec spec;
    struct Word {
        std::uint32_t begin = 0, end = 0;
        std::string term;
    };
    std::vector<Word> words;
    std::string say; ///< without the numbers of sources
};

Composed compose(const Look& look, Type type, const model::Inline& runs, float width_px,
                 const std::string& language);

/// Draws a composed text with its marked words. `id` must be unique on the screen.
float draw_composed(Ui& ui, Point at, const Composed& composed, Tone tone, const std::string& id,
                    Role role = Role::text);

/// Draws blocks one below the other.
struct Article {
    const std::vector<model::Block>& blocks;
    const std::string& language;
    const model::Block* skip; ///< a block that is shown elsewhere, or nullptr
    std::string id = "block"; ///< of its nodes, with a number behind it
};
void draw_article(Flow& flow, const Article& article);

/// A figure as it is drawn into a box of that size.
PictureKey picture_of(const Look& look, const model::Figure& figure, Size box);

/// A figure with its caption at the full width of the flow. `most_height` limits the picture.
void draw_figure(Flow& flow, const model::Figure& figure, const std::string& id,
                 const std::string& language, float most_height);

/// A table at the full width of the flow, as a grid, or as one block per row where the grid would
/// be too narrow.
void draw_table(Flow& flow, const std::vector<std::vector<model::Inline>>& rows,
                const std::string& id, const std::string& language);

} // namespace foyer::ui
