// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace foyer::packer {

namespace {

/// The stack of assets/fonts, in any order.
constexpr std::array<const char*, 5> families = {"Inter", "Noto Sans", "Noto Sans Arabic",
                                                 "Noto Sans Symbols2", "Noto Sans Mono"};

using Config = std::unique_ptr<FcConfig, void (*)(FcConfig*)>;
using Pattern = std::unique_ptr<FcPattern, void (*)(FcPattern*)>;
using ObjectSet = std::unique_ptr<FcObjectSet, void (*)(FcObjectSet*)>;
using FontSet = std::unique_ptr<FcFontSet, void (*)(FcFontSet*)>;

/// Adds the upright regular face of a family; false when there is none.
bool add_family(FcConfig* config, const char* family, FcCharSet* covered) {
    const Pattern wanted(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, FC_STYLE,
                                        FcTypeString, "Regular", nullptr),
                         &FcPatternDestroy);
    const ObjectSet parts(FcObjectSetBuild(FC_FAMILY, FC_CHARSET, nullptr), &FcObjectSetDestroy);
    const FontSet found(FcFontList(config, wanted.get(), parts.get()), &FcFontSetDestroy);
    if (!found) return false;
    bool any = false;
    for (int i = 0; i < found->nfont; ++i) {
        FcCharSet* charset = nullptr;
        if (FcPatternGetCharSet(found->fonts[i], FC_CHARSET, 0, &charset) != FcResultMatch) continue;
        FcCharSetMerge(covered, charset, nullptr);
        any = true;
    }
    return any;
}

bool never_drawn(char32_t code) {
    const auto within = [code](char32_t first, char32_t last) {
        return code >= first && code <= last;
    };
    return code == '\n' || code == '\t' || code == '\r' || code == 0xAD ||
           within(0x200B, 0x200F) || within(0x2060, 0x2069);
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

Result<Fonts> Fonts::load() {
    const Config config(FcInitLoadConfigAndFonts(), &FcConfigDestroy);
    if (!config) return {Errc::not_found, "fontconfig finds no fonts"};
    auto coverage = std::make_unique<Coverage>();
    const bool base = add_family(config.get(), families.front(), coverage->characters);
    std::for_each(families.begin() + 1, families.end(), [&](const char* family) {
        add_family(config.get(), family, coverage->characters);
    });
    if (!base) {
        return {Errc::not_found, "the font Inter is not installed (Debian: fonts-inter)"};
    }
    return Fonts(std::move(coverage));
}

bool Fonts::has(char32_t code) const {
    return never_drawn(code) ||
           FcCharSetHasChar(coverage_->characters, static_cast<FcChar32>(code)) == FcTrue;
}

} // namespace foyer::packer
