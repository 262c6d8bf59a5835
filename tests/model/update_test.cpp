// SPDX-License-Identifier: EUPL-1.2
// The risk: a code that somebody reads out on the phone means something else than it did last year.
#include "kiosk/model/update.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace foyer::model;

TEST_CASE("the codes of refusals stay what they are", "[model][update]") {
    CHECK(refusal_code(Refusal::none).empty());
    CHECK(refusal_code(Refusal::no_repository) == "U01");
    CHECK(refusal_code(Refusal::foreign) == "U02");
    CHECK(refusal_code(Refusal::untrusted) == "U03");
    CHECK(refusal_code(Refusal::expired) == "U04");
    CHECK(refusal_code(Refusal::older) == "U05");
    CHECK(refusal_code(Refusal::damaged) == "U06");
    CHECK(refusal_code(Refusal::unreadable) == "U07");
    CHECK(refusal_code(Refusal::no_space) == "U08");
    CHECK(refusal_code(Refusal::too_large) == "U09");
    CHECK(refusal_code(Refusal::too_slow) == "U10");
    CHECK(refusal_code(Refusal::unreachable) == "U11");
    CHECK(refusal_code(Refusal::newer_format) == "U12");
    CHECK(refusal_code(Refusal::bad_pack) == "U13");
    CHECK(refusal_code(Refusal::wrong_channel) == "U14");
    CHECK(refusal_code(Refusal::failed_here) == "U15");
    CHECK(refusal_code(Refusal::store) == "U16");
}

TEST_CASE("every refusal, phase and channel has a name of its own", "[model][update]") {
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(Refusal::store); ++i) {
        names.insert(name(static_cast<Refusal>(i)));
    }
    CHECK(names.size() == 17);
    names.clear();
    for (int i = 0; i <= static_cast<int>(UpdatePhase::refused); ++i) {
        names.insert(name(static_cast<UpdatePhase>(i)));
    }
    CHECK(names.size() == 7);
    CHECK(names.count("unknown") == 0);
    CHECK(std::string(name(Channel::stick)) == "stick");
    CHECK(std::string(name(Channel::network)) == "network");
    CHECK(std::string(name(Channel::neighbour)) == "neighbour");
}
