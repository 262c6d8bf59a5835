// SPDX-License-Identifier: EUPL-1.2
#include "tests/ui/map_cases.h"

namespace foyer::test {

namespace {

model::CaseMark mark(const std::string& page, const std::string& place, model::Spot spot,
                     const std::string& status, const std::string& domain) {
    model::CaseMark out;
    out.card = {.page = page,
                .kind = "case",
                .topic = "staedte",
                .language = "de",
                .title = place + ": ein Beispiel",
                .line = "Was dort geschah.",
                .minutes = 3,
                .place = place,
                .status = status,
                .is_new = false};
    out.spot = spot;
    out.country = "DE";
    out.size = domain == "school" ? "state" : "large";
    out.domains = {domain};
    return out;
}

} // namespace

std::vector<model::CaseMark> cases() {
    return {mark("arles", "Arles", {43.677, 4.63}, "running", "office"),
            mark("barcelona", "Barcelona", {41.383, 2.177}, "running", "participation"),
            mark("barcelona-sentilo", "Barcelona", {41.383, 2.177}, "finished", "smart-city"),
            mark("berlin", "Berlin", berlin, "mixed", "participation"),
            mark("bochum", "Bochum", {51.482, 7.216}, "running", "geodata"),
            mark("dortmund", "Dortmund", {51.514, 7.468}, "running", "governance"),
            mark("hamburg", "Hamburg", hamburg, "running", "office"),
            mark("hamburg-2", "Hamburg", hamburg, "stopped", "website"),
            mark("helsinki", "Helsinki", {60.17, 24.938}, "running", "participation"),
            mark("lissabon", "Lissabon", {38.72, -9.14}, "reversed", "office"),
            mark("muenchen", "München", munich, "reversed", "office"),
            mark("schwaebisch-hall", "Schwäbisch Hall", {49.112, 9.737}, "running", "os"),
            mark("solingen", "Solingen", {51.165, 7.083}, "finished", "website"),
            mark("tallinn", "Tallinn", {59.437, 24.754}, "running", "administration"),
            mark("wien", "Wien", {48.21, 16.37}, "stopped", "os"),
            mark("zz-schule", "Baden-Württemberg", {48.78, 9.18}, "running", "school")};
}

model::State map_state(const std::string& language, bool list) {
    model::State state = screen("help", language);
    state.place().screen = model::Screen::map;
    state.view.cases = cases();
    state.map.list = list;
    return state;
}

} // namespace foyer::test
