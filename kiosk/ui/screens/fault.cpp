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
    case Errc::refused:
    case Errc::untrusted:
    case Errc::expired:
    case Errc::older: break;
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
    const float width =
        std::min(look.screen.w - (look.compact() ? 2 : 4) * look.margin, look.measure_px());
    const float x = (look.screen.w - width) / 2;
    struct Part {
        std::string id, words;
        Type type;
        Role role;
    };
    const Part parts[] = {
        {"fault.title", ui.words("fault.title"), Type::title, Role::heading},
        {"fault.code", ui.words("fault.code", {{"code", fault_code(name)}}), Type::heading2,
         Role::status},
        {"fault.text", ui.words(key + ".text"), Type::lead, Role::text},
        {"fault.what_to_do", ui.words("fault.what_to_do"), Type::heading3, Role::heading},
        {"fault.todo", ui.words(key + ".todo"), Type::lead, Role::text},
    };
    // All of it must be on the screen at once: smaller letters and narrower gaps until it is.
    const float icon = std::floor(look.mm(look.compact() ? 8 : 18));
    std::vector<host::TextSpec> specs;
    float gap = look.mm(4), height = 0;
    for (float shrink = 1; shrink > 0.4f; shrink *= 0.93f) {
        specs.clear();
        height = icon;
        for (const Part& part : parts) {
            specs.push_back(look.text(part.type, part.words, width));
            specs.back().em_px = std::max(8.0f, std::floor(specs.back().em_px * shrink));
            height += gap + ui.measure(specs.back()).h;
        }
        if (height <= look.screen.h - 2 * look.mm(3)) break;
        gap = look.mm(2);
    }
    float y = std::max(look.mm(3), (look.screen.h - height) / 2);
    ui.icon({x, y, icon, icon}, "warning", look.palette.warm);
    y += icon + gap;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        y += gap + ui.text({x, y}, specs[i], ui.plain(), parts[i].id, parts[i].role,
                           Spoken(text::without_soft_hyphens(specs[i].text)));
    }
}

} // namespace foyer::ui
