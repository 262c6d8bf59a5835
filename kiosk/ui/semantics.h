// SPDX-License-Identifier: EUPL-1.2
// The semantic tree of a frame: what is on the screen, what it means, how it is spoken and what it
// does. The same tree is what fingers hit, what the keys walk, what is read aloud and what the
// tests measure.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/model/action.h"
#include "kiosk/ui/palette.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

enum class Role { screen, heading, text, button, toggle, field, key, image, dialog, status, word };

/// How large a target has to be (ACCESS.md TO-01): 20 mm, 15 mm, a key of the keyboard (15 mm, 10
/// mm on small panels), or a word in a paragraph, which always has a button of its own elsewhere.
enum class Rank { none, primary, secondary, key, word };

/// What a thing is called and what is said of it. There is no way to make a widget without.
struct Spoken {
    std::string name; ///< as it is written
    std::string say;  ///< as it is spoken

    explicit Spoken(std::string both) : name(both), say(std::move(both)) {}
    Spoken(std::string written, std::string spoken)
        : name(std::move(written)), say(std::move(spoken)) {}
};

/// What the checks need to know about a text that was drawn.
struct TextFacts {
    float em_px = 0, cap_mm = 0, line_height = 0;
    int lines = 0;
    int longest_line = 0; ///< characters
    int hyphens = 0;      ///< at line ends
    int missing = 0;      ///< characters without a glyph
    bool overflow = false;
    std::vector<std::string> line_texts;
    Colour colour, background;
};

struct Node {
    std::string id;
    Role role = Role::text;
    Rank rank = Rank::none;
    Spoken spoken;
    std::string language = {};
    std::string value = {}, state = {};
    Rect rect = {};    ///< on the screen
    float visible = 1; ///< the part of it that is seen, 0 to 1
    int parent = -1;   ///< index in the tree
    bool spoken_by_parent = false;
    bool scrolls = false;    ///< lies in the scroll area
    bool is_private = false; ///< a visitor's own result: not to be spoken to a whole room
    bool covered = false;    ///< under a dialog: neither to be seen as a whole nor to be touched
    std::optional<model::Action> action = {};
    std::optional<TextFacts> text = {};

    bool operable() const { return action.has_value() && !covered; }
};

/// The scroll area of a frame. `tops` are the upper edges of its items, in its own coordinates.
struct ScrollArea {
    Rect viewport;
    float offset = 0, most = 0; ///< px
    std::size_t layout = 0;
    std::vector<float> tops;

    /// The scroll position at `offset`, kept between the ends.
    model::Scroll at(float to) const;
    /// The offset for a position that may belong to another layout.
    float offset_of(const model::Scroll& scroll) const;
};

struct Tree {
    std::vector<Node> nodes; ///< in reading order
    std::optional<ScrollArea> scroll;
    /// The map's viewport: what is in it follows a finger in all directions.
    std::optional<Rect> follows;
    /// What lies over all the rest and cannot be touched itself: a finger there reaches only what
    /// goes out on all sides of it, as the whole screen does.
    std::optional<Rect> shield;
    /// Of a tour: how many parts its step has, if it was drawn.
    std::optional<model::PartsFound> parts;

    const Node* find(const std::string& id) const;
    /// The operable node under a finger; words yield to everything else.
    const Node* at(Point point) const;
    /// Ids of what the keys walk through, in reading order.
    std::vector<std::string> focus_order() const;
};

const char* name(Role role);
const char* name(Rank rank);

} // namespace foyer::ui
