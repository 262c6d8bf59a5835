// SPDX-License-Identifier: EUPL-1.2
// The risk: a filter that hides a case which fits, or offers what there is none of.
#include "kiosk/model/case_filter.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

CaseMark mark(const std::string& page, const std::string& status, const std::string& size,
              std::vector<std::string> domains) {
    CaseMark out;
    out.card.page = page;
    out.card.status = status;
    out.size = size;
    out.domains = std::move(domains);
    return out;
}

const std::vector<CaseMark> cases = {mark("arles", "running", "medium", {"office", "os"}),
                                     mark("wien", "stopped", "metropolis", {"os"}),
                                     mark("bühl", "running", "small", {"collaboration"}),
                                     mark("dortmund", "running", "metropolis", {"governance"})};

std::string pages(const CaseFilter& filter) {
    std::string all;
    for (const CaseMark* one : shown(cases, filter)) all += one->card.page + " ";
    return all;
}

} // namespace

TEST_CASE("without a filter all cases are shown, in their order", "[model][map]") {
    CHECK(pages({}) == "arles wien bühl dortmund ");
}

TEST_CASE("a case is shown where all parts of the filter fit it", "[model][map]") {
    CHECK(pages({"os", {}, {}}) == "arles wien ");
    CHECK(pages({"os", "stopped", {}}) == "wien ");
    CHECK(pages({{}, "running", "metropolis"}) == "dortmund ");
    CHECK(pages({"office", "stopped", {}}).empty());
}

TEST_CASE("only values that lead to a case are offered, sizes from small to large",
          "[model][map]") {
    using Words = std::vector<std::string>;
    CHECK(values(cases, {}, &CaseFilter::size) == Words{"small", "medium", "metropolis"});
    CHECK(values(cases, {}, &CaseFilter::status) == Words{"running", "stopped"});
    CHECK(values(cases, {"os", {}, {}}, &CaseFilter::size) == Words{"medium", "metropolis"});
    // The value that is on does not narrow its own choice.
    CHECK(values(cases, {"os", {}, {}}, &CaseFilter::domain) ==
          Words{"collaboration", "governance", "office", "os"});
}

TEST_CASE("a filter steps through its values and back to all", "[model][map]") {
    CaseFilter filter;
    std::string seen;
    for (int i = 0; i < 4; ++i) {
        filter = stepped(cases, filter, &CaseFilter::size);
        seen += filter.size + ",";
    }
    CHECK(seen == "small,medium,metropolis,,");
    CHECK(stepped(cases, {{}, {}, "gone"}, &CaseFilter::size).size.empty());
    CHECK(stepped({}, {}, &CaseFilter::size).size.empty());
}

TEST_CASE("another choice on the map begins its list at the top, another sight does not",
          "[model][map]") {
    Session session;
    session.act(Open{Screen::map, {}});
    session.act(ScrollTo{{300, 1, 2, 0}});
    MapView view = session.state.map;
    view.zoom = 3;
    session.act(LookAtMap{view});
    CHECK(session.state.scroll().offset_px == 300);
    view.chosen = "wien";
    session.act(LookAtMap{view});
    CHECK(session.state.scroll().offset_px == 0);
    session.act(ScrollTo{{300, 1, 2, 0}});
    view.filter.domain = "os";
    session.act(LookAtMap{view});
    CHECK(session.state.scroll().offset_px == 0);
}
