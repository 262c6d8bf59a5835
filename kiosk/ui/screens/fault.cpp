// SPDX-License-Identifier: EUPL-1.2
// Fault screen: the pack cannot be shown. A receptionist reads it out on the phone: a code, plain
// words, what to do. It draws without a pack, so it has nothing to lean on but the interface's own
// words.
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// The names under which assets/words speaks of a fault.
std::string fault_name(Errc code) {
    switch (code) {
    case Errc::not_found: return "missing";
    case Errc::damaged: return "damaged";
    case Errc::wrong_format: return "wrong_format";
    case Errc::newer_format: return "newer_format";
    case Errc::too_large:
    case Errc::no_space: return "no_memory";
    case Errc::unreadable:
    case Errc::invalid:
    case Errc::timeout:
    case Errc::refused: break;
    }
    return "unreadable";
}

/// F1 to F6: short enough for the telephone, fixed for ever.
std::string fault_code(const std::string& name) {
    constexpr const char* order[] = {"missing",      "unreadable",   "damaged",
                                     "wrong_format", "newer_format", "no_memory"};
    const auto found = std::find(std::begin(order), std::end(order), name);
    return "F" + std::to_string(found - std::begin(order) + 1);
}

} // namespace

void draw_fault(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::string name = fault_name(state.fault ? state.fault->code : Errc::unreadable);
    const std::string key = "fault." + name;
    const float width = std::min(look.screen.w - 4 * look.margin, look.measure_px());
    const float x = (look.screen.w - width) / 2;
    struct Part {
        std::string id;
        host::TextSpec spec;
        Role role;
    };
    const Part parts[] = {
        {"fault.title", look.text(Type::title, ui.words("fault.title"), width), Role::heading},
        {"fault.code",
         look.text(Type::heading2, ui.words("fault.code", {{"code", fault_code(name)}}), width),
         Role::status},
        {"fault.text", look.text(Type::lead, ui.words(key + ".text"), width), Role::text},
        {"fault.what_to_do", look.text(Type::heading3, ui.words("fault.what_to_do"), width),
         Role::heading},
        {"fault.todo", look.text(Type::lead, ui.words(key + ".todo"), width), Role::text},
    };
    float height = 0;
    for (const Part& part : parts) height += ui.measure(part.spec).h + look.mm(4);
    const float icon = std::floor(look.mm(look.compact() ? 10 : 18));
    float y = std::max(look.margin, (look.screen.h - height - icon) / 2);
    ui.icon({x, y, icon, icon}, "warning", look.palette.warm);
    y += icon + look.mm(4);
    for (const Part& part : parts) {
        y += ui.text({x, y}, part.spec, ui.plain(), part.id, part.role,
                     Spoken(text::without_soft_hyphens(part.spec.text)));
        y += look.mm(4);
    }
}

} // namespace foyer::ui
