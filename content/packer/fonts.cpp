// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/fonts.h"

#include <fontconfig/fontconfig.h>

#include <utility>

namespace foyer::packer {

namespace {

using Config = std::unique_ptr<FcConfig, void (*)(FcConfig*)>;

const FcChar8* bytes(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

bool is_family(const FcPattern* font, const char* family) {
    FcChar8* own = nullptr;
    return FcPatternGetString(font, FC_FAMILY, 0, &own) == FcResultMatch &&
           FcStrCmp(own, bytes(family)) == 0;
}

bool never_drawn(char32_t code) {
    const auto within = [code](char32_t first, char32_t last) {
        return code >= first && code <= last;
    };
    return code == '\n' || code == '\t' || code == '\r' || code == 0xAD || within(0x200B, 0x200F) ||
           within(0x2060, 0x2069);
}

} // namespace

struct Fonts::Coverage {
    FcCharSet* characters = FcCharSetCreate();
    Coverage() = default;
    Coverage(const Coverage&) = delete;
    Coverage& operator=(const Coverage&) = delete;
    ~Coverage() { FcCharSetDestroy(characters); }
};

Fonts::Fonts(std::unique_ptr<Coverage> coverage) : coverage_(std::move(coverage)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::load(const std::string& fonts_file) {
    const Config config(FcConfigCreate(), &FcConfigDestroy);
    if (FcConfigParseAndLoad(config.get(), bytes(fonts_file.c_str()), FcTrue) != FcTrue ||
        FcConfigBuildFonts(config.get()) != FcTrue) {
        return {Errc::not_found, "the list of fonts cannot be read: " + fonts_file};
    }
    auto coverage = std::make_unique<Coverage>();
    bool base = false;
    const FcFontSet* fonts = FcConfigGetFonts(config.get(), FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcCharSet* characters = nullptr;
        if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) != FcResultMatch) {
            continue;
        }
        FcCharSetMerge(coverage->characters, characters, nullptr);
        base = base || is_family(fonts->fonts[i], "Inter");
    }
    if (!base) return {Errc::not_found, "the font Inter is not installed (Debian: fonts-inter)"};
    return Fonts(std::move(coverage));
}

bool Fonts::has(char32_t code) const {
    return never_drawn(code) ||
           FcCharSetHasChar(coverage_->characters, static_cast<FcChar32>(code)) == FcTrue;
}

} // namespace foyer::packer
