// SPDX-License-Identifier: EUPL-1.2
// Cards: a page as something that can be touched, in topics, under "related" and among search
// results.
#pragma once

#include "kiosk/ui/flow.h"

namespace foyer::ui {

/// How many columns of cards of at least `least_em` em stand side by side in `width`.
int card_columns(const Look& look, float width, float least_em);

/// Draws cards in rows of equal height, as a part of a flow.
void draw_cards(Flow& flow, const std::vector<model::Card>& cards, const std::string& id,
                int columns);

/// The height a card needs at that width, and the card drawn.
float card_height(Ui& ui, const model::Card& card, float width);
void draw_card(Ui& ui, Rect box, const model::Card& card, const std::string& id);

/// A large card with an icon: a topic, a decision guide.
struct BigCard {
    std::string id, icon;
    std::string language; ///< of title and text
    std::string title, text;
    std::string foot; ///< in the language of the interface
    model::Action action;
};
/// Draws them in rows of equal height, at most two side by side.
void draw_big_cards(Flow& flow, const std::vector<BigCard>& cards);

/// What stands before the colon of a title, as cases have it: the place; else the whole title.
std::string short_title(const model::Card& card);

/// A heading inside a flow.
void draw_section(Flow& flow, const std::string& words, const std::string& id,
                  Type type = Type::heading2);
/// In another language than that of the interface.
void draw_section(Flow& flow, const std::string& words, const std::string& id, Type type,
                  const std::string& language);

/// Small buttons with words in rows, for glossary words, suggestions and filters.
struct Chip {
    std::string id, words;
    Spoken spoken;
    model::Action action;
    std::string icon = {}; ///< or empty
    bool selected = false; ///< said in words too
};
void draw_chips(Flow& flow, const std::vector<Chip>& chips);

} // namespace foyer::ui
