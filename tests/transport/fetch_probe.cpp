// SPDX-License-Identifier: EUPL-1.2
// Fetches what its one argument says, over one CurlFetch, and prints what became of it; both JSON.
//   {"base":"http://…","options":{"floor":0,"ca":"…","slow_for":30,"connect_within":10,
//               "confined":false},
//    "requests":[{"name":"…","max":1,"offset":0,"within_ms":0}],"out":"file that gets the bytes"}
#include "platform/http/curl_fetch.h"
#include "platform/linux/confine.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace foyer;
using nlohmann::json;

namespace {

platform::HttpOptions options_of(const json& wish) {
    platform::HttpOptions options;
    if (wish.contains("floor"))
        options.clock_floor = std::chrono::sys_seconds(std::chrono::seconds(wish["floor"]));
    options.ca_file = wish.value("ca", "");
    options.slow_for = std::chrono::seconds(wish.value("slow_for", 30));
    options.connect_within = std::chrono::seconds(wish.value("connect_within", 10));
    return options;
}

/// Gives up all rights but to fetch.
bool confine(const json& options) {
    std::vector<std::string> readable = platform::network_places();
    readable.push_back(options.value("ca", ""));
    return platform::confine({readable, {}, platform::Network::client}).has_value();
}

json fetch(host::Fetch& fetch, const json& request, std::ofstream& out) {
    host::Wanted wanted;
    wanted.name = request["name"];
    wanted.max_bytes = request["max"];
    wanted.offset = request.value("offset", 0);
    wanted.within = std::chrono::milliseconds(request.value("within_ms", 0));
    std::uint64_t bytes = 0;
    const Result<void> done = fetch.get(wanted, [&](std::string_view piece) -> Result<void> {
        bytes += piece.size();
        out << piece << std::flush;
        return {};
    });
    if (done) return {{"code", "ok"}, {"bytes", bytes}};
    return {{"code", name(done.error().code)}, {"bytes", bytes}, {"what", done.error().what}};
}

} // namespace

int main(int count, char** arguments) {
    const json wish = json::parse(count == 2 ? arguments[1] : "", nullptr, false);
    if (!wish.is_object()) return 2;
    auto curl = platform::CurlFetch::create(wish["base"], options_of(wish["options"]));
    if (!curl) return 2;
    std::ofstream out(wish["out"].get<std::string>(), std::ios::binary | std::ios::app);
    if (wish["options"].value("confined", false) && !confine(wish["options"])) return 2;
    json answers = json::array();
    for (const json& request : wish["requests"]) answers.push_back(fetch(**curl, request, out));
    const platform::Traffic& traffic = (*curl)->traffic();
    const json all{{"answers", answers},
                   {"requests", traffic.requests},
                   {"connections", traffic.connections},
                   {"sent", traffic.sent_bytes},
                   {"received", traffic.received_bytes}};
    std::puts(all.dump().c_str());
    return 0;
}
