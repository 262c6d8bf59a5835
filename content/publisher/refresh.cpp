// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/refresh.h"

#include "content/publisher/signing.h"
#include "content/publisher/vouch.h"

#include <ostream>

namespace foyer::publisher {

bool ends_soon(const Document& document, std::chrono::days lifetime, update::Time now) {
    return document.expires() - now <
           std::chrono::duration_cast<std::chrono::seconds>(lifetime) / 4;
}

void warn_of_expiry(const Repository& repository, const Authority& authority,
                    const Console& console) {
    const std::string& folder = repository.folder();
    for (const TopRole role : {TopRole::root, TopRole::targets}) {
        const auto published = repository.published().find(role);
        if (published == repository.published().end() ||
            !ends_soon(published->second, authority.lasts.at(role), console.now)) {
            continue;
        }
        console.out << "SOON: " << name(role) << " ends on " << day(published->second.expires())
                    << ". Renew it with `foyer-pack repo rotate " << folder << " --role "
                    << name(role) << "` and the signatures it asks for.\n";
    }
}

Result<void> refresh(Repository& repository, const std::vector<std::string>& key_files,
                     const Console& console) {
    const Shelf& published = repository.published();
    if (published.count(TopRole::timestamp) == 0) {
        return Error{Errc::refused, "nothing is published yet; `foyer-pack repo sign` comes first"};
    }
    TRY(check_clock(repository, console.now));
    TRY(check_key_places(repository.folder(), key_files));
    const Authority authority = TRY(read_authority(published.at(TopRole::root)));
    const std::vector<OwnKey> keys = TRY(read_own_keys(key_files, console));
    const bool old_snapshot = ends_soon(published.at(TopRole::snapshot),
                                        authority.lasts.at(TopRole::snapshot), console.now);
    const Vouched vouched =
        TRY(vouch(repository, authority, published.at(TopRole::targets), keys,
                  old_snapshot ? Snapshot::anew : Snapshot::if_needed, console.now));
    if (!vouched.missing.empty()) {
        const TopRole role = vouched.missing.front();
        const update::RoleKeys& wanted = authority.roles.at(role);
        return Error{Errc::untrusted, std::string("this needs --key with ") +
                                          std::to_string(wanted.threshold) + " of " +
                                          listed(authority.names_of(wanted.keyids)) + ", for the " +
                                          name(role)};
    }
    TRY(repository.publish(vouched.files, console.now));
    console.out << "Published a new timestamp" << (old_snapshot ? " and a new snapshot" : "")
                << ": what is there is the newest until "
                << day(published.at(TopRole::timestamp).expires()) << ".\n"
                << "Next: copy " << repository.folder() << "/metadata to the web server, "
                << "timestamp.json last.\n";
    warn_of_expiry(repository, authority, console);
    return {};
}

} // namespace foyer::publisher
