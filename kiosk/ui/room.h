// SPDX-License-Identifier: EUPL-1.2
// Room: what is shown to a room. All letters are at least 0.7 degrees high from where the room
// sits; what does not fit at once becomes parts, one after the other. Nothing here can be touched.
#pragma once

#include "kiosk/ui/ui.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// A picture that a room looks at. Sizes and places are pixels of that picture.
struct Room {
    Look look;
    float readable_mm = 0; ///< from how far it can be read
    Rect content;          ///< where words and figures stand
    Rect foot;             ///< a line for sources and the number of the step

    /// A picture of `px` pixels and `mm` size, read from `distance_mm` if it keeps 7 lines of 20
    /// characters then, else from as far as it does. Nothing stands nearer to its sides than
    /// `margin` px. It is mirrored where `language`, that of its texts, is written from the right.
    Room(const Look& panel, const std::string& language, Size px, Size mm, float distance_mm,
         float margin);
};

/// What is shown in one step, ready to be divided.
struct RoomText {
    model::TourShow show = model::TourShow::slide;
    std::string language, title;
    const std::vector<model::Block>& body;
    const std::vector<model::Source>& sources;
};

/// A block, or a part of one.
struct RoomPiece {
    enum class Kind { text, bar, figure, chart };
    Kind kind = Kind::text;
    host::TextSpec spec = {};  ///< of text; of a bar its number
    host::TextSpec label = {}; ///< of a bar, if it stands on the line of its number
    std::string say = {};      ///< of text that is not divided
    std::string mark = {};     ///< before an item of a list
    bool quiet = false, heading = false;
    bool keeps = false;                       ///< never the last of a part
    float above = 0;                          ///< free space, unless it begins a part
    const model::Block* block = nullptr;      ///< of figure and chart
    const model::ChartPoint* point = nullptr; ///< of bar
    double most = 0;                          ///< of bar: what fills it
    std::vector<int> sources = {};            ///< numbers of those whose words it shows
};
/// In the order in which they are read; those that are not text fit into `area`. `text` must
/// outlive them.
std::vector<RoomPiece> room_pieces(Ui& ui, const RoomText& text, Size area);
/// The height of a chart, and of a bar with its number.
float room_height(Ui& ui, const RoomPiece& piece, float width);

/// A piece, or some of its lines, where it stands. Places are relative to the part.
struct RoomPlaced {
    const RoomPiece* piece = nullptr;
    host::TextSpec spec = {};
    Rect box = {};
    bool begins = true; ///< these are its first lines
};
using RoomPart = std::vector<RoomPlaced>;
/// Draws a chart, a bar or a picture.
void draw_room_piece(Ui& ui, const RoomPlaced& placed, Rect box, const std::string& id,
                     const std::string& language);
/// Never empty: what holds nothing is one empty part.
std::vector<RoomPart> room_parts(Ui& ui, const std::vector<RoomPiece>& pieces, Size area);

/// Draws the part that `choose` names of so many (it is kept within them) into content and foot.
/// Returns how many there are.
int draw_room_text(Ui& ui, const Room& room, const RoomText& text,
                   const std::function<int(int)>& choose);

/// A step of a tour over the whole picture. Returns how many parts it has.
int draw_room_step(Ui& ui, const Room& room, const model::Presentation& shown);
/// The map as a step shows it.
void draw_room_map(Ui& ui, const std::vector<model::CaseMark>& cases, const model::TourStep& step,
                   Rect area);

} // namespace foyer::ui
