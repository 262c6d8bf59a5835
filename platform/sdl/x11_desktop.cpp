// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/x11_desktop.h"

#include <SDL.h>
#include <SDL_syswm.h>

namespace foyer::sdl {

bool has_window_manager(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return true;
    Display* display = info.info.x11.display;
    const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", True);
    if (check == None) return false;
    Atom type = None;
    int format = 0;
    unsigned long items = 0, left = 0;
    unsigned char* data = nullptr;
    XGetWindowProperty(display, DefaultRootWindow(display), check, 0, 1, False, AnyPropertyType,
                       &type, &format, &items, &left, &data);
    if (data) XFree(data);
    return items > 0;
}

} // namespace foyer::sdl
