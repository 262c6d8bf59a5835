// SPDX-License-Identifier: EUPL-1.2
// Ui: one frame being drawn. Everything that appears goes through here, so that nothing appears
// without a node in the semantic tree. Coordinates are written left to right; for right-to-left
// languages Ui mirrors them.
#pragma once

#include "kiosk/model/state.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/semantics.h"
#include "kiosk/ui/text_cache.h"
#include "kiosk/ui/words.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace foyer::ui {

/// What the frames share. Belongs to the UI thread.
struct Caches {
    TextCache& texts;
    Icons& icons;
    Pictures& pictures;
};

/// Where the visitor's finger and keys are; not part of the State, since it changes nothing in it.
struct Touch {
    std::string pressed; ///< node under the finger
    bool keys = false;   ///< a key was used last: the focus ring shows
    std::string focus;   ///< node that has the keys
    bool facts = false;  ///< nodes carry what the checks measure
};

/// Front and background of a text: what is drawn and what it stands on.
struct Tone {
    Colour front, back;
};

enum class Fill { soft, accent, paper, none };

struct ButtonStyle {
    Fill fill = Fill::soft;
    bool edge = true;
    bool selected = false;
};

class Ui {
  public:
    Ui(const Look& look, const Words& words, const Caches& caches, const Touch& touch,
       ImDrawList& list);

    const Look& look;
    const Words& words;
    const Touch& touch;

    // Paint without meaning: surfaces and edges.
    void fill(Rect rect, Colour colour, float radius = 0);
    void edge(Rect rect, Colour colour, float thickness, float radius = 0);
    void stroke(Point from, Point to, Colour colour, float thickness);
    void dot(Point centre, float radius, Colour colour);
    /// No corner points inwards; clockwise.
    void polygon(const std::vector<Point>& points, Colour colour);
    // Maps are mirrored for nobody: here points are those of the screen.
    /// Triangles, three corners each, which count the points; only those that `seen` touches.
    void surface(const std::vector<Point>& points, const std::vector<std::uint16_t>& corners,
                 Colour colour, Rect seen);
    void line(const std::vector<Point>& points, Colour colour, float thickness);
    /// Icons that point somewhere turn round for right-to-left.
    enum class Points { nowhere, along };
    void icon(Rect box, const std::string& name, Colour colour, Points points = Points::nowhere);
    void clip(Rect rect);
    void unclip();

    // Text. `at` is the upper corner at the start of the line.
    Size measure(const host::TextSpec& spec) const;
    /// Valid until the end of the frame.
    const std::vector<host::TextLine>& lines(const host::TextSpec& spec) const;
    /// The first of these steps in which the words fit a box; the last one where none does.
    host::TextSpec fitting(std::initializer_list<Type> steps, const std::string& words,
                           Size box) const;
    host::TextSpec fitting(std::initializer_list<Type> steps, const std::string& words, Size box,
                           const std::string& in_language) const;
    /// Draws a text that is a thing of its own. Returns its height.
    float text(Point at, const host::TextSpec& spec, Tone tone, const std::string& id, Role role,
               const Spoken& spoken);
    float text(Point at, const host::TextSpec& spec, Tone tone, const std::string& id) {
        return text(at, spec, tone, id, Role::text, Spoken(text::without_soft_hyphens(spec.text)));
    }
    /// Draws a text that its parent speaks: the label of a button, the name in a panel.
    float label(Point at, const host::TextSpec& spec, Tone tone, int parent);
    /// As label(), set in the middle of a box.
    void label_in(Rect box, const host::TextSpec& spec, Tone tone, int parent);
    /// Boxes of a part of a text drawn at `at`, for marks and words that can be touched.
    std::vector<Rect> boxes(Point at, const host::TextSpec& spec, std::uint32_t begin,
                            std::uint32_t end) const;

    // Things.
    int button(const std::string& id, Rect rect, Rank rank, const Spoken& spoken,
               model::Action action, const ButtonStyle& style = {});
    /// What stands on a button of that style.
    Tone tone(const ButtonStyle& style) const;
    Tone plain() const { return {look.palette.ink, look.palette.paper}; }
    Tone quiet() const { return {look.palette.muted, look.palette.paper}; }
    void picture(Rect box, const PictureKey& key, const std::string& id, const Spoken& spoken,
                 int parent = -1);
    /// Adds a node that was drawn by other means. Returns its index.
    int node(Node node);
    Node& at(int index) { return tree_.nodes[static_cast<std::size_t>(index)]; }
    /// Null where nothing of that id was drawn. Valid until the next node.
    Node* find(const std::string& id);

    /// A screen of another look inside `box`: what a room sees, on a panel that is read from near.
    /// `other` must be as large as the box. The nodes become nodes of this screen, or none.
    enum class Nodes { kept, dropped };
    void inset(const Look& other, Rect box, Nodes nodes, const std::function<void(Ui&)>& body);
    /// The step of a tour is shown in so many parts.
    void tell_parts(model::PartsFound parts) { tree_.parts = parts; }

    /// Everything drawn from now on lies in a scroll area (or no longer does).
    void begin_scroll(Rect viewport);
    void end_scroll(ScrollArea area);
    const std::optional<ScrollArea>& scroll_area() const { return tree_.scroll; }
    /// Measures only: nothing is drawn and no node is made until draw_again().
    void measure_only() { muted_ = true; }
    void draw_again() { muted_ = false; }
    bool muted() const { return muted_; }
    /// Everything drawn so far lies under a dialog.
    void cover();
    /// A finger in here touches nothing of what is covered only in part.
    void shield(Rect rect);
    /// What stands there follows a finger in all directions: a map.
    void follow_finger(Rect viewport);
    /// Darkens what lies under a dialog.
    void veil(Rect rect);
    /// False for what is outside the screen or the scroll area and needs no drawing.
    bool sees(Rect rect) const;

    /// Draws the focus ring and hands the tree over.
    Tree finish();

    Rect mirrored(Rect rect) const;
    Point mirrored(Point point) const;

  private:
    int text_node(Point at, const host::TextSpec& spec, Tone tone, Node node);
    Rect placed(Point at, const host::TextSpec& spec) const;
    void paint_text(Point at, const host::TextSpec& spec, Colour colour);
    TextFacts facts(const host::TextSpec& spec, Tone tone) const;

    Caches caches_;
    ImDrawList& list_;
    Tree tree_;
    bool muted_ = false;
    bool scrolling_ = false;
    Rect viewport_;
};

} // namespace foyer::ui
