// SPDX-License-Identifier: EUPL-1.2
// foyer_bake_icons OUTPUT ICON.svg...: draws the icons once, while building, and keeps their
// coverage (kiosk/host/icon_sheet.h). The colour in the drawing does not matter.
#include "kiosk/host/icon_sheet.h"
#include "platform/pictures/draw_svg.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

namespace foyer {

namespace {

constexpr int side_px = 160;

Result<host::IconMask> baked(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return {Errc::unreadable, "cannot be read"};
    const std::string svg{std::istreambuf_iterator<char>(in), {}};
    const host::Bitmap drawn = TRY(platform::draw_svg(svg, "", {side_px, side_px}));
    if (drawn.width != side_px || drawn.height != side_px) return {Errc::invalid, "is not square"};
    host::IconMask icon{file.stem().string(), {}};
    for (std::size_t i = 3; i < drawn.rgba.size(); i += 4) icon.coverage.push_back(drawn.rgba[i]);
    return icon;
}

int bake(const char* output, std::span<char*> files) {
    std::vector<host::IconMask> icons;
    for (const char* file : files) {
        Result<host::IconMask> icon = baked(file);
        if (!icon) {
            std::fprintf(stderr, "%s: error: %s\n", file, icon.error().what.c_str());
            return 1;
        }
        icons.push_back(std::move(icon).value());
    }
    const Result<std::string> sheet = host::write_icon_sheet(side_px, std::move(icons));
    if (!sheet) {
        std::fprintf(stderr, "%s: error: %s\n", output, sheet.error().what.c_str());
        return 1;
    }
    std::ofstream out(output, std::ios::binary);
    out << *sheet;
    out.close();
    if (!out) std::fprintf(stderr, "%s: error: cannot be written\n", output);
    return out ? 0 : 1;
}

} // namespace

} // namespace foyer

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: foyer_bake_icons OUTPUT ICON.svg...\n");
        return 2;
    }
    return foyer::bake(argv[1], std::span(argv, static_cast<std::size_t>(argc)).subspan(2));
}
