// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/signing.h"

#include "content/publisher/approval.h"
#include "content/publisher/vouch.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

namespace foyer::publisher {

namespace {

constexpr std::array approved_roles = {TopRole::root, TopRole::targets};

const char* in_words(TopRole role) {
    switch (role) {
    case TopRole::root: return "the keys (root)";
    case TopRole::targets: return "the content (targets)";
    case TopRole::snapshot: return "the snapshot";
    case TopRole::timestamp: return "the timestamp";
    }
    return "?";
}

class Signing {
  public:
    Signing(Repository& repository, const Console& console)
        : repository_(repository), console_(console) {}

    Result<void> run(const SignJob& job) {
        if (repository_.staged().empty()) {
            return Error{Errc::refused, "nothing waits for a signature here; `foyer-pack repo add` "
                                        "and `repo rotate` stage something"};
        }
        TRY(check_key_places(repository_.folder(), job.keys));
        TRY(check_age());
        TRY(show_staged(repository_, console_));
        for (const std::string& copy : job.from) TRY(take_over(copy));
        const std::vector<OwnKey> keys = TRY(read_own_keys(job.keys, console_));
        for (const OwnKey& key : keys) TRY(sign_by(key));
        return follow(keys);
    }

  private:
    /// Something else was published since this was staged: it would be refused by every kiosk.
    Result<void> check_age() {
        for (const TopRole role : approved_roles) {
            const auto staged = repository_.staged().find(role);
            if (staged == repository_.staged().end() ||
                staged->second.version() == repository_.next_version(role)) {
                continue;
            }
            return Error{Errc::older, std::string(in_words(role)) +
                                          " were published in another way since this was staged; "
                                          "stage the change again"};
        }
        return {};
    }

    /// Signatures that others gave to the very same thing.
    Result<void> take_over(const std::string& folder) {
        const Repository other = TRY(Repository::open(repository_.disk(), folder, Leftovers::keep));
        int taken = 0;
        for (const TopRole role : signing_order) {
            const auto here = repository_.staged().find(role);
            const auto there = other.staged().find(role);
            if (here == repository_.staged().end() || there == other.staged().end()) continue;
            if (here->second.body != there->second.body) {
                return Error{Errc::refused, folder + ": " + in_words(role) +
                                                " signed there are not those staged here; sign a "
                                                "fresh copy of this folder"};
            }
            Document merged = here->second;
            for (const auto& [id, signature] : there->second.signatures) {
                if (merged.signatures.emplace(id, signature).second) ++taken;
            }
            TRY(repository_.stage(role, std::move(merged)));
        }
        if (taken == 0) {
            return Error{Errc::refused, folder + ": no signature there that is not here already"};
        }
        console_.out << "Took over " << counted(static_cast<std::uint64_t>(taken), "signature")
                     << " from " << folder << ".\n";
        return {};
    }

    Result<void> sign_by(const OwnKey& key) {
        const std::string id = key.id();
        const Authority authority = TRY(repository_.authority());
        bool wanted =
            authority.may_sign(TopRole::snapshot, id) || authority.may_sign(TopRole::timestamp, id);
        for (const TopRole role : approved_roles) {
            const auto staged = repository_.staged().find(role);
            if (staged == repository_.staged().end()) continue;
            const std::vector<std::string> waiting = TRY(awaited(repository_, role));
            const bool has_signed = staged->second.signatures.count(id) > 0;
            if (std::find(waiting.begin(), waiting.end(), id) == waiting.end()) {
                wanted = wanted || has_signed;
                continue;
            }
            Document document = staged->second;
            TRY(sign(document, id, key.key));
            TRY(repository_.stage(role, std::move(document)));
            console_.out << "Signed " << in_words(role) << " with " << key.path << ".\n";
            wanted = true;
        }
        if (wanted) return {};
        return Error{Errc::refused, key.path + " (key " + id.substr(0, 16) +
                                        ") belongs to none of those whose signature is awaited"};
    }

    Result<void> follow(const std::vector<OwnKey>& keys) {
        bool complete = true;
        for (const TopRole role : approved_roles) {
            if (repository_.staged().count(role) == 0) continue;
            const std::string needed = TRY(still_needed(repository_, role));
            if (needed.empty()) continue;
            console_.out << "Still needed for " << in_words(role) << ": " << needed << ".\n";
            complete = false;
        }
        if (!complete) {
            console_.out << "Nothing is published yet. Next: they sign a copy of this folder, or "
                         << "this one.\n";
            return {};
        }
        const Document* targets = repository_.newest(TopRole::targets);
        const Authority authority = TRY(repository_.authority());
        Vouched vouched =
            TRY(vouch(repository_, authority, *targets, keys, Snapshot::if_needed, console_.now));
        if (!vouched.missing.empty()) return wait_for(vouched, authority);
        for (const TopRole role : approved_roles) {
            const auto staged = repository_.staged().find(role);
            if (staged != repository_.staged().end()) vouched.files[role] = staged->second;
        }
        TRY(repository_.publish(vouched.files, console_.now));
        return tell_published();
    }

    Result<void> wait_for(Vouched& vouched, const Authority& authority) {
        for (auto& [role, document] : vouched.files) {
            if (!document.signatures.empty()) TRY(repository_.stage(role, std::move(document)));
        }
        const TopRole role = vouched.missing.front();
        console_.out << "All approvals are there. Nothing is published yet. Next: `foyer-pack repo "
                     << "sign " << repository_.folder() << " --key …` with the keys for "
                     << in_words(role) << " ("
                     << listed(authority.names_of(authority.roles.at(role).keyids)) << ")"
                     << (role == TopRole::snapshot ? " and the timestamp" : "") << ".\n";
        return {};
    }

    Result<void> tell_published() {
        const std::string& folder = repository_.folder();
        const Document& timestamp = repository_.published().at(TopRole::timestamp);
        console_.out << "Published in " << folder << "/metadata and " << folder << "/targets.\n"
                     << "Next: copy these two folders to the web server, targets first, "
                     << "metadata/timestamp.json last; or `foyer-pack export-stick " << folder
                     << " STICK`.\n"
                     << "Kiosks on the network believe it until " << day(timestamp.expires())
                     << "; before that, `foyer-pack repo refresh`.\n";
        return {};
    }

    Repository& repository_;
    const Console& console_;
};

} // namespace

Result<void> sign_staged(Repository& repository, const SignJob& job, const Console& console) {
    return Signing(repository, console).run(job);
}

Result<void> check_key_places(const std::string& folder, const std::vector<std::string>& keys) {
    namespace fs = std::filesystem;
    std::error_code unknown;
    const fs::path home = fs::weakly_canonical(folder, unknown);
    for (const std::string& key : keys) {
        const fs::path place = fs::weakly_canonical(key, unknown);
        if (std::mismatch(home.begin(), home.end(), place.begin(), place.end()).first ==
            home.end()) {
            return Error{Errc::refused, key +
                                            " lies inside the repository, which is copied and "
                                            "uploaded. Move it out of " +
                                            folder + " first"};
        }
    }
    return {};
}

} // namespace foyer::publisher
