// SPDX-License-Identifier: EUPL-1.2
// Any bytes as each of the four kinds of metadata: refused, or read to values within their bounds,
// whose signatures can be checked and whose names cannot leave a folder.
#include "kiosk/update/delegation.h"
#include "kiosk/update/trusted_set.h"

#include <cstdint>
#include <cstdlib>

using namespace foyer;
using namespace foyer::update;

namespace {

void expect(bool good) {
    if (!good) std::abort();
}

void check(const Common& common) {
    expect(common.version >= 1 && common.version <= max_number);
    expect(parse_time(format_time(common.expires)) == common.expires);
}

void check(const Targets& targets, const Proof& proof) {
    for (const DelegatedRole& role : targets.delegations) {
        expect(is_role_name(role.name));
        expect(file_name(role.name).find('/') == std::string::npos);
        expect(role.signers.threshold >= 1);
        (void)covers(role, "packs/town.pack.zst");
        (void)verify(proof, role.signers, targets.keys);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto timestamp = parse_timestamp(bytes)) check(timestamp->content.common);
    if (const auto snapshot = parse_snapshot(bytes)) check(snapshot->content.common);
    if (const auto targets = parse_targets(bytes)) {
        check(targets->content.common);
        check(targets->content, targets->proof);
    }
    if (const auto root = parse_root(bytes)) {
        check(root->content.common);
        expect(root->content.roles.size() == 4);
        (void)TrustedSet::start(bytes, Rules{});
    }
    return 0;
}
