// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/host/fetch.h"

namespace foyer::host {

Result<std::string> get_all(Fetch& fetch, const Wanted& wanted) {
    std::string bytes;
    TRY(fetch.get(wanted, [&](std::string_view piece) -> Result<void> {
        if (bytes.size() + piece.size() > wanted.max_bytes) {
            return {Errc::too_large, wanted.name + ": longer than allowed"};
        }
        bytes.append(piece);
        return {};
    }));
    return bytes;
}

} // namespace foyer::host
