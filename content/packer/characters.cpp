// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/characters.h"

#include "kiosk/base/text.h"

#include <glib.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

namespace foyer::packer {

namespace {

std::string code_point(char32_t code) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code));
    return name;
}

std::string shown(char32_t code) {
    std::string out = code_point(code);
    if (g_unichar_isgraph(static_cast<gunichar>(code)) == 0) return out;
    out += " (";
    text::append(out, code);
    return out + ")";
}

/// The first byte where the text and its composed form part, or npos.
std::size_t first_not_composed(std::string_view text) {
    const std::unique_ptr<gchar, void (*)(gpointer)> composed(
        g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFC), &g_free);
    const std::string_view nfc = composed ? composed.get() : std::string_view();
    if (nfc == text) return std::string_view::npos;
    const auto parted = std::mismatch(text.begin(), text.end(), nfc.begin(), nfc.end());
    auto at = static_cast<std::size_t>(parted.first - text.begin());
    at = std::min(at, text.size() - 1);
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) --at;
    return at;
}

} // namespace

void check_characters(std::string_view text, const SourceText& source,
                      const std::function<std::size_t(std::size_t)>& offset_of,
                      Checking& checking) {
    constexpr int enough = 5; // a page in a script without a font need not fill the screen
    int missing = 0;
    for (std::size_t at = 0; at < text.size() && missing < enough;) {
        const text::Decoded character = text::decode(text, at);
        if (!checking.fonts.has(character.code)) {
            checking.problems.error(source.file(), source.position(offset_of(at)),
                                    "no font of the kiosk has the character " +
                                        shown(character.code));
            ++missing;
        }
        at += character.bytes;
    }
    if (text.empty()) return;
    if (const std::size_t at = first_not_composed(text); at != std::string_view::npos) {
        checking.problems.error(
            source.file(), source.position(offset_of(at)),
            "letter and accent are two characters here; write one composed character (NFC)");
    }
}

} // namespace foyer::packer
