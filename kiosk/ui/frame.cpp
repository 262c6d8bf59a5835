// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/frame.h"

#include <imgui.h>

namespace foyer::ui {

Frame::Frame() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Text comes as textures from Pango; of the font atlas only the one white pixel is ever looked
    // up.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    ImGui::GetStyle().CircleTessellationMaxError = 0.2f;
}

Frame::~Frame() { ImGui::DestroyContext(context_); }

ImDrawList& Frame::begin(Size screen) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {screen.w, screen.h};
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    return *ImGui::GetBackgroundDrawList();
}

const ImDrawData& Frame::end() {
    ImGui::Render();
    return *ImGui::GetDrawData();
}

} // namespace foyer::ui
