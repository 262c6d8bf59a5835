// SPDX-License-Identifier: EUPL-1.2
// Frame: Dear ImGui's part of a frame. It keeps the draw list and turns rounded rectangles and
// pictures into triangles; its widgets, its input and its text are not used (ARCHITECTURE.md says
// why).
#pragma once

#include "kiosk/base/geometry.h"

struct ImDrawData;
struct ImDrawList;
struct ImGuiContext;

namespace foyer::ui {

/// One at a time, UI thread.
class Frame {
  public:
    Frame();
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    /// An empty list for a screen of that size.
    ImDrawList& begin(Size screen);
    /// Valid until the next begin().
    const ImDrawData& end();

  private:
    ImGuiContext* context_;
};

} // namespace foyer::ui
