// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/qr.h"

#include <qrcodegen.hpp>

namespace foyer::print {

namespace {

std::optional<qrcodegen::QrCode> encode(const std::string& content) {
    try { // the library tells by an exception that no version is large enough
        return qrcodegen::QrCode::encodeText(content.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

} // namespace

std::optional<host::DocumentCodeSquare> qr_code(const std::string& content, host::RichText text) {
    const std::optional<qrcodegen::QrCode> code = encode(content);
    if (!code) return std::nullopt;
    host::DocumentCodeSquare out;
    out.side = code->getSize();
    out.text = std::move(text);
    for (int y = 0; y < out.side; ++y)
        for (int x = 0; x < out.side; ++x) out.dark.push_back(code->getModule(x, y));
    return out;
}

} // namespace foyer::print
