// SPDX-License-Identifier: EUPL-1.2
// The risk: a monitoring system that is told that all is well, or that nobody can read what it is
// told; an exit status that does not say how bad it is.
#include "kiosk/app/status_report.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

using namespace foyer;
using app::Health, app::judge, app::prometheus;

namespace {

/// The line of a kiosk that is well, with one thing put differently.
std::string line(const std::string& from = {}, const std::string& to = {}) {
    std::string all =
        R"({"foyer":"1.0","fault":null,"pack":{"name":"factory","id":"p","version":"3"},)"
        R"("update":{"phase":"idle","refusal":"none","code":""},)"
        R"("free_bytes":50,"total_bytes":100,"temperature":48.5,"resident_bytes":1000,)"
        R"("uptime_seconds":60,"running_seconds":50,"clock_known":true,)"
        R"("database_set_aside":false,"frames":{"p99_ms":7.5}})";
    if (const std::size_t at = all.find(from); !from.empty()) {
        REQUIRE(at != std::string::npos);
        all.replace(at, from.size(), to);
    }
    return all;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a kiosk that is well is OK, and says what it shows", "[app][status]") {
    const app::Verdict verdict = judge(line());
    CHECK(verdict.health == Health::ok);
    CHECK(verdict.line.starts_with("FOYER OK - p 3 | free=50.0%;10:;2:;0;100 "));
}

TEST_CASE("what is wrong has the status it deserves", "[app][status]") {
    const std::string space = R"("free_bytes":50)", heat = R"("temperature":48.5)";
    const auto health = [](const std::string& from, const std::string& to) {
        return judge(line(from, to)).health;
    };
    CHECK(health(R"("fault":null)", R"("fault":"not_found")") == Health::critical);
    CHECK(health(space, R"("free_bytes":10)") == Health::ok);
    CHECK(health(space, R"("free_bytes":9.9)") == Health::warning);
    CHECK(health(space, R"("free_bytes":2)") == Health::warning);
    CHECK(health(space, R"("free_bytes":1.9)") == Health::critical);
    CHECK(health(heat, R"("temperature":75)") == Health::ok);
    CHECK(health(heat, R"("temperature":75.5)") == Health::warning);
    CHECK(health(R"("phase":"idle")", R"("phase":"refused")") == Health::warning);
    CHECK(health(R"("clock_known":true)", R"("clock_known":false)") == Health::warning);
    CHECK(health(R"("clock_known":true,)", "") == Health::warning); // not told is not known
    CHECK(health(R"("database_set_aside":false)", R"("database_set_aside":true)") ==
          Health::warning);
    CHECK(health(R"("total_bytes":100)", R"("total_bytes":0)") == Health::ok); // no share of it
}

TEST_CASE("the worst decides, and all of it is said", "[app][status]") {
    std::string both = line(R"("fault":null)", R"("fault":"damaged")");
    both.replace(both.find("true"), 4, "false");
    const app::Verdict verdict = judge(both);
    CHECK(verdict.health == Health::critical);
    CHECK(verdict.line.starts_with(
        "FOYER CRITICAL - no content: damaged, the clock is not known | "));
    CHECK(has(verdict.words, "WARNING: the clock is not known\n"));
}

TEST_CASE("what is no status is unknown, whatever it is", "[app][status]") {
    for (const char* wrong : {"", "{", "[]", "7", "{}", R"({"screen":"home"})", "\xFF\xFE"}) {
        CAPTURE(wrong);
        CHECK(judge(wrong).health == Health::unknown);
        CHECK(judge(wrong).line.starts_with("FOYER UNKNOWN"));
        CHECK(has(prometheus(wrong), "\nfoyer_up 0\n"));
        CHECK(has(prometheus(wrong), "\nfoyer_health 2\n"));
        CHECK_FALSE(has(prometheus(wrong), "foyer_fault"));
    }
    // Of another type than ours, values are left out and nothing breaks.
    CHECK(judge(R"({"foyer":1,"pack":7,"frames":[],"free_bytes":"x"})").health == Health::warning);
}

TEST_CASE("metrics have the values of the status, and labels that can be read", "[app][status]") {
    const std::string text = prometheus(line(R"("name":"factory")", R"("name":"a\"b\\c\nd")"));
    for (const char* metric :
         {"foyer_up 1", "foyer_health 0", "foyer_fault 0", "foyer_update_refused 0",
          "foyer_clock_known 1", "foyer_free_bytes 50", "foyer_total_bytes 100",
          "foyer_temperature_celsius 48.5", "foyer_running_seconds 50",
          "foyer_frame_p99_milliseconds 7.5",
          R"(foyer_pack_info{id="p",version="3",name="a\"b\\c d"} 1)"}) {
        CAPTURE(metric);
        CHECK(has(text, std::string("\n") + metric + "\n"));
    }
    CHECK_FALSE(has(text, "foyer_frame_worst")); // nobody measured it
    CHECK(has(prometheus(line(R"("phase":"idle")", R"("phase":"refused")")),
              "\nfoyer_update_refused 1\n"));
    CHECK(has(prometheus(line(R"("fault":null)", R"("fault":"damaged")")), "\nfoyer_fault 1\n"));
}
