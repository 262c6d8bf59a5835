// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/qr.h"

#include <qrcodegen.hpp>

#include <cmath>
#include <optional>

namespace foyer::ui {

namespace {

constexpr int quiet_zone = 4; // modules, ISO/IEC 18004
constexpr Colour black{0, 0, 0}, white{255, 255, 255};

using qrcodegen::QrCode;

/// The library tries all masks and takes the best; each takes as long as all the rest.
constexpr int best_mask = -1, any_mask = 0;

std::optional<QrCode> encode(const std::string& content, int mask) {
    try { // the library tells by an exception that no version is large enough
        return QrCode::encodeSegments(qrcodegen::QrSegment::makeSegments(content.c_str()),
                                      QrCode::Ecc::MEDIUM, QrCode::MIN_VERSION, QrCode::MAX_VERSION,
                                      mask);
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

int modules_of(const QrCode& code) { return code.getSize() + 2 * quiet_zone; }

float module_side(const QrCode& code, float side) {
    return std::max(1.0f, std::floor(side / static_cast<float>(modules_of(code))));
}

} // namespace

float qr_module(const std::string& content, float side) {
    const std::optional<QrCode> code = encode(content, any_mask); // its size does not depend on it
    return code ? module_side(*code, side) : 0;
}

float draw_qr(Ui& ui, Point at, float side, const std::string& content, const std::string& id,
              const Spoken& spoken) {
    const std::optional<QrCode> code = encode(content, best_mask);
    if (!code) return 0;
    const float module = module_side(*code, side);
    const float drawn = module * static_cast<float>(modules_of(*code));
    const Rect box{std::round(at.x), std::round(at.y), drawn, drawn};
    ui.node(Node{.id = id, .role = Role::image, .spoken = spoken, .value = content, .rect = box});
    if (!ui.sees(box)) return drawn;
    ui.fill(box, white);
    for (int y = 0; y < code->getSize(); ++y) {
        for (int x = 0; x < code->getSize();) {
            int end = x;
            while (end < code->getSize() && code->getModule(end, y)) ++end;
            if (end > x) {
                ui.fill({box.x + static_cast<float>(x + quiet_zone) * module,
                         box.y + static_cast<float>(y + quiet_zone) * module,
                         static_cast<float>(end - x) * module, module},
                        black);
            }
            x = end + 1;
        }
    }
    return drawn;
}

} // namespace foyer::ui
