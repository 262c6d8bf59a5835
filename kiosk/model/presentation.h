// SPDX-License-Identifier: EUPL-1.2
// A tour that is being shown to a room. It belongs to the visit: leaving the tour for a page of the
// pack and coming back finds it as it was; the end of the visit ends it.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/model/tour.h"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace foyer::model {

/// The last part of a step, however many the drawing finds.
constexpr int last_part = 1000;

struct Presentation {
    Tour tour;
    std::vector<CaseMark> cases; ///< of its maps
    int step = 0;                ///< from 0
    int part = 0;          ///< of what does not fit at once, from 0; before the drawing, last_part
    int parts = 1;         ///< how many the drawing found
    bool here = true;      ///< the tour is on the screen; else it waits behind a page
    bool ended = false;    ///< on the way out of it
    bool blank = false;    ///< nothing is to be seen
    bool overview = false; ///< all steps as a grid
    bool notes = false;    ///< where there is one display only: the notes instead of the step
    bool controls = false; ///< where there is one display only: the buttons over the step
    bool playing = false;  ///< goes on by itself, and from the start again
    std::string number;    ///< digits typed so far, of a step to jump to
    std::chrono::milliseconds typed{0}; ///< when the last of them was
    /// How long each step was shown so far, without the time since `since`.
    std::vector<std::chrono::milliseconds> used;
    std::chrono::milliseconds since{0}; ///< when this step was shown, or the tour was come back to
    std::chrono::milliseconds part_since{0}; ///< when this part was; for playing
    friend bool operator==(const Presentation&, const Presentation&) = default;
};

/// On to the next part or step, or back.
struct Advance {
    int by;
    friend bool operator==(const Advance&, const Advance&) = default;
};
struct JumpToStep {
    int step; ///< from 0
    friend bool operator==(const JumpToStep&, const JumpToStep&) = default;
};
struct ToggleBlank {
    friend bool operator==(const ToggleBlank&, const ToggleBlank&) = default;
};
struct ToggleOverview {
    friend bool operator==(const ToggleOverview&, const ToggleOverview&) = default;
};
struct ToggleNotes {
    friend bool operator==(const ToggleNotes&, const ToggleNotes&) = default;
};
struct ToggleControls {
    friend bool operator==(const ToggleControls&, const ToggleControls&) = default;
};
struct TogglePlaying {
    friend bool operator==(const TogglePlaying&, const TogglePlaying&) = default;
};
struct TypeStepNumber {
    char digit; ///< or a line feed: the number is complete
    friend bool operator==(const TypeStepNumber&, const TypeStepNumber&) = default;
};
/// From wherever to the tour that waits.
struct ReturnToTour {
    friend bool operator==(const ReturnToTour&, const ReturnToTour&) = default;
};
struct EndTour {
    friend bool operator==(const EndTour&, const EndTour&) = default;
};
/// What the drawing found out: the step is shown in so many parts.
struct PartsFound {
    int step, parts;
    friend bool operator==(const PartsFound&, const PartsFound&) = default;
};
/// A second display came, has another size, or is gone.
struct ProjectorSeen {
    Size px; ///< empty: there is none
    friend bool operator==(const ProjectorSeen&, const ProjectorSeen&) = default;
};
using PresentAction =
    std::variant<Advance, JumpToStep, ToggleBlank, ToggleOverview, ToggleNotes, ToggleControls,
                 TogglePlaying, TypeStepNumber, ReturnToTour, EndTour, PartsFound, ProjectorSeen>;

} // namespace foyer::model
