// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/renderer_canvas.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>

namespace foyer::sdl {
namespace {

void draw(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
    const ImVec4& c = command.ClipRect;
    const SDL_Rect clip{
        static_cast<int>(std::max(c.x, 0.0f)), static_cast<int>(std::max(c.y, 0.0f)),
        static_cast<int>(c.z - std::max(c.x, 0.0f)), static_cast<int>(c.w - std::max(c.y, 0.0f))};
    if (clip.w <= 0 || clip.h <= 0) return;
    SDL_RenderSetClipRect(renderer, &clip);
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()), &vertices->pos.x,
                          sizeof(ImDrawVert), reinterpret_cast<const SDL_Color*>(&vertices->col),
                          sizeof(ImDrawVert), &vertices->uv.x, sizeof(ImDrawVert),
                          list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                          list.IdxBuffer.Data + command.IdxOffset,
                          static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

} // namespace

Result<std::unique_ptr<RendererCanvas>> RendererCanvas::create(SDL_Window* window) {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2,opengl");
    SDL_Renderer* renderer =
        SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC | SDL_RENDERER_TARGETTEXTURE);
    if (!renderer) renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_TARGETTEXTURE);
    if (!renderer)
        return {Errc::unreadable, std::string("no renderer for the window: ") + SDL_GetError()};
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    return std::unique_ptr<RendererCanvas>(new RendererCanvas(renderer));
}

RendererCanvas::~RendererCanvas() { SDL_DestroyRenderer(renderer_); } // with all its textures

host::TextureId RendererCanvas::upload(const host::Bitmap& bitmap) {
    if (bitmap.empty()) return 0;
    SDL_Texture* texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32,
                                             SDL_TEXTUREACCESS_STATIC, bitmap.width, bitmap.height);
    if (!texture) return 0;
    SDL_UpdateTexture(texture, nullptr, bitmap.rgba.data(), bitmap.width * 4);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    return reinterpret_cast<host::TextureId>(texture);
}

void RendererCanvas::release(host::TextureId texture) {
    if (texture != 0) SDL_DestroyTexture(reinterpret_cast<SDL_Texture*>(texture));
}

bool RendererCanvas::fit_picture() {
    int width = 0, height = 0;
    SDL_GetRendererOutputSize(renderer_, &width, &height);
    if (picture_ && width == width_ && height == height_) return true;
    if (picture_) SDL_DestroyTexture(picture_);
    picture_ = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_TARGET, width,
                                 height);
    width_ = width, height_ = height;
    if (picture_) SDL_SetTextureBlendMode(picture_, SDL_BLENDMODE_NONE);
    return picture_ != nullptr;
}

void RendererCanvas::present(const ImDrawData& frame, std::uint32_t background_rgba) {
    if (!fit_picture()) return;
    SDL_SetRenderTarget(renderer_, picture_);
    const auto channel = [&](unsigned shift) {
        return static_cast<std::uint8_t>(background_rgba >> shift & 0xFF);
    };
    SDL_SetRenderDrawColor(renderer_, channel(24), channel(16), channel(8), 0xFF);
    SDL_RenderClear(renderer_);
    for (const ImDrawList* list : frame.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            if (!command.UserCallback) draw(renderer_, *list, command);
    SDL_RenderSetClipRect(renderer_, nullptr);
    SDL_SetRenderTarget(renderer_, nullptr);
    SDL_RenderCopy(renderer_, picture_, nullptr, nullptr);
    SDL_RenderPresent(renderer_);
}

Result<host::Bitmap> RendererCanvas::screenshot() {
    if (!picture_) return {Errc::not_found, "no frame was shown yet"};
    host::Bitmap bitmap{width_, height_, {}};
    bitmap.rgba.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
    SDL_SetRenderTarget(renderer_, picture_);
    const int failed = SDL_RenderReadPixels(renderer_, nullptr, SDL_PIXELFORMAT_RGBA32,
                                            bitmap.rgba.data(), width_ * 4);
    SDL_SetRenderTarget(renderer_, nullptr);
    if (failed) return {Errc::unreadable, std::string("reading the frame back: ") + SDL_GetError()};
    return bitmap;
}

} // namespace foyer::sdl
