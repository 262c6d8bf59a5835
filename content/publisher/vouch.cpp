// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/vouch.h"

namespace foyer::publisher {

namespace {

using nlohmann::json;

/// How one file's bytes are named in the file above it.
json named(const Document& document) {
    json out = described(to_bytes(document));
    out["version"] = document.version();
    return out;
}

bool names(const Document& above, const char* file, const Document& below) {
    const json meta = above.body.value("meta", json::object());
    return meta.contains(file) && meta.at(file) == named(below);
}

/// The one that waits, if it is still the one that is wanted.
const Document* waiting(const Repository& repository, TopRole role, const char* file,
                        const Document& below) {
    const auto staged = repository.staged().find(role);
    if (staged == repository.staged().end() ||
        staged->second.version() != repository.next_version(role) ||
        !names(staged->second, file, below)) {
        return nullptr;
    }
    return &staged->second;
}

} // namespace

Document timestamp_for(const Document& snapshot, std::uint64_t version, update::Time now,
                       std::chrono::days lifetime) {
    Document out;
    out.body = new_body(TopRole::timestamp, version, now, lifetime);
    out.body["meta"]["snapshot.json"] = named(snapshot);
    return out;
}

Result<int> sign_by_all(Document& document, TopRole role, const Authority& authority,
                        const std::vector<OwnKey>& keys) {
    int signed_by = 0;
    for (const OwnKey& key : keys) {
        if (!authority.may_sign(role, key.id())) continue;
        TRY(sign(document, key.id(), key.key));
        ++signed_by;
    }
    return signed_by;
}

Result<Vouched> vouch(const Repository& repository, const Authority& authority,
                      const Document& targets, const std::vector<OwnKey>& keys, Snapshot wish,
                      update::Time now) {
    Vouched out;
    const auto published = repository.published().find(TopRole::snapshot);
    const bool holds = published != repository.published().end() && wish == Snapshot::if_needed &&
                       names(published->second, "targets.json", targets) &&
                       missing(published->second, TopRole::snapshot, authority) == 0;
    Document snapshot;
    if (holds) {
        snapshot = published->second;
    } else {
        if (const Document* begun =
                waiting(repository, TopRole::snapshot, "targets.json", targets)) {
            snapshot = *begun;
        } else {
            snapshot.body = new_body(TopRole::snapshot, repository.next_version(TopRole::snapshot),
                                     now, authority.lasts.at(TopRole::snapshot));
            snapshot.body["meta"]["targets.json"] = named(targets);
        }
        TRY(sign_by_all(snapshot, TopRole::snapshot, authority, keys));
        if (missing(snapshot, TopRole::snapshot, authority) > 0) {
            out.missing.push_back(TopRole::snapshot);
        }
        out.files[TopRole::snapshot] = snapshot;
    }
    // Another signature would change the bytes that the timestamp names.
    if (!out.missing.empty()) return out;
    Document timestamp;
    if (const Document* begun =
            waiting(repository, TopRole::timestamp, "snapshot.json", snapshot)) {
        timestamp = *begun;
    } else {
        timestamp = timestamp_for(snapshot, repository.next_version(TopRole::timestamp), now,
                                  authority.lasts.at(TopRole::timestamp));
    }
    TRY(sign_by_all(timestamp, TopRole::timestamp, authority, keys));
    if (missing(timestamp, TopRole::timestamp, authority) > 0) {
        out.missing.push_back(TopRole::timestamp);
    }
    out.files[TopRole::timestamp] = std::move(timestamp);
    return out;
}

} // namespace foyer::publisher
