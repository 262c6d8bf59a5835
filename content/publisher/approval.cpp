// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/approval.h"

#include "content/publisher/pack_facts.h"
#include "kiosk/update/file_hash.h"
#include "kiosk/update/patch.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>

namespace foyer::publisher {

namespace {

/// Who was in charge before a staged root; empty if nothing was published, or if that very root is
/// public already.
Result<std::optional<Authority>> authority_before(const Repository& repository) {
    const auto published = repository.published().find(TopRole::root);
    const Document* newest = repository.newest(TopRole::root);
    if (published == repository.published().end() ||
        published->second.version() == newest->version()) {
        return std::optional<Authority>();
    }
    Authority before = TRY(read_authority(published->second));
    return std::optional(std::move(before));
}

std::vector<std::string> only_in(const std::vector<std::string>& these,
                                 const std::vector<std::string>& others) {
    std::vector<std::string> out;
    for (const std::string& one : these) {
        if (std::find(others.begin(), others.end(), one) == others.end()) out.push_back(one);
    }
    return out;
}

class Approval {
  public:
    Approval(const Repository& repository, const Console& console)
        : repository_(repository), console_(console) {}

    Result<void> show() {
        if (repository_.staged().count(TopRole::root) > 0) TRY(show_keys());
        if (repository_.staged().count(TopRole::targets) > 0) TRY(show_content());
        return {};
    }

  private:
    Result<void> show_keys() {
        const Document& root = *repository_.newest(TopRole::root);
        const Authority now = TRY(repository_.authority());
        const std::optional<Authority> before = TRY(authority_before(repository_));
        console_.out << "Keys: who may sign, version " << root.version() << ", until "
                     << day(root.expires()) << "\n";
        bool same = true;
        for (const TopRole role : signing_order) {
            const update::RoleKeys& keys = now.roles.at(role);
            const update::RoleKeys old = before ? before->roles.at(role) : update::RoleKeys{};
            for (const std::string& id : only_in(keys.keyids, old.keyids)) {
                console_.out << "  + " << name(role) << ": " << now.name_of(id) << " (key "
                             << id.substr(0, 16) << ")\n";
                same = false;
            }
            for (const std::string& id : only_in(old.keyids, keys.keyids)) {
                console_.out << "  - " << name(role) << ": " << before->name_of(id) << "\n";
                same = false;
            }
            if (before && old.threshold == keys.threshold) continue;
            console_.out << "    " << name(role) << ": " << keys.threshold << " of "
                         << keys.keyids.size() << " must sign\n";
            same = false;
        }
        if (same) console_.out << "  the same keys as before, for longer\n";
        return {};
    }

    Result<void> show_content() {
        const Document& list = *repository_.newest(TopRole::targets);
        console_.out << "Content: version " << list.version() << ", until " << day(list.expires())
                     << "\n";
        std::vector<update::Target> before;
        if (const auto found = repository_.published().find(TopRole::targets);
            found != repository_.published().end()) {
            before = targets_of(found->second);
        }
        const std::vector<update::Target> now = targets_of(list);
        bool same = true;
        for (const update::Target& target : now) {
            const std::optional<PackFacts> pack = pack_facts(target);
            if (!pack) {
                TRY(check_patch(target, now));
                continue;
            }
            if (known(target, before)) continue;
            TRY(show_pack(target, *pack, before));
            same = false;
        }
        for (const update::Target& target : before) {
            const std::optional<PackFacts> pack = pack_facts(target);
            if (!pack || mentioned(target.path, now)) continue;
            console_.out << "  the pack " << pack->id << " is taken off the list\n";
            same = false;
        }
        if (same) console_.out << "  the same content as before, for longer\n";
        return {};
    }

    static bool known(const update::Target& target, const std::vector<update::Target>& all) {
        return std::any_of(all.begin(), all.end(), [&](const update::Target& one) {
            return one.path == target.path && one.length == target.length &&
                   one.hashes.sha256 == target.hashes.sha256 && one.custom == target.custom;
        });
    }

    static bool mentioned(const std::string& path, const std::vector<update::Target>& all) {
        return std::any_of(all.begin(), all.end(),
                           [&](const update::Target& one) { return one.path == path; });
    }

    /// A patch that leads to anything but a pack of this list is nobody's wish.
    static Result<void> check_patch(const update::Target& target,
                                    const std::vector<update::Target>& all) {
        const std::optional<PatchFacts> patch = patch_facts(target);
        for (const update::Target& other : all) {
            const std::optional<PackFacts> pack = pack_facts(other);
            if (pack && patch && patch->result_sha256 == pack->sha256 &&
                target.path == patch_path(pack->id, patch->base_sha256)) {
                return {};
            }
        }
        return Error{Errc::damaged, printable(target.path) +
                                        " is neither a pack nor a patch to one. Do not sign; ask "
                                        "who made this list"};
    }

    Result<void> show_pack(const update::Target& target, const PackFacts& pack,
                           const std::vector<update::Target>& before) {
        const std::string copy = TRY(repository_.pack_file(pack.id, pack.sequence));
        TRY(check_pack(target, pack, copy));
        const PackFacts looked_at = TRY(look_at_pack(copy));
        if (looked_at.id != pack.id || looked_at.version != pack.version ||
            looked_at.title != pack.title || looked_at.publisher != pack.publisher ||
            looked_at.pages != pack.pages) {
            return Error{Errc::damaged, "the list tells other things about the pack " + pack.id +
                                            " than the pack itself. Do not sign; ask who made "
                                            "this list"};
        }
        console_.out << "  the pack " << looked_at.id << ", number " << pack.sequence << ": \""
                     << looked_at.title << "\" of " << looked_at.publisher << ", version "
                     << looked_at.version << ", " << counted(looked_at.pages, "page") << "\n";
        for (const update::Target& old : before) {
            const std::optional<PackFacts> was = pack_facts(old);
            if (!was || was->id != pack.id) continue;
            if (was->sequence >= pack.sequence) {
                return Error{Errc::older, "the list gives the pack " + pack.id + " the number " +
                                              std::to_string(pack.sequence) + " after " +
                                              std::to_string(was->sequence) +
                                              "; no kiosk would take it. Do not sign; `repo add` "
                                              "the pack again"};
            }
            const std::string old_copy = TRY(repository_.pack_file(was->id, was->sequence));
            const std::string changes =
                console_.compare ? TRY(console_.compare(old_copy, copy)) : std::string();
            console_.out << "\n" << changes << "\n";
            return {};
        }
        console_.out << "  it is the first of its name; look at it with `foyer-pack inspect "
                     << copy << "`\n";
        return {};
    }

    /// The file that kiosks fetch, the pack that is shown here, and the list are the same thing.
    Result<void> check_pack(const update::Target& target, const PackFacts& pack,
                            const std::string& copy) {
        const std::string packed = TRY(repository_.place_of(target));
        update::Hasher whole(update::HashKind::sha256), unpacked(update::HashKind::sha256);
        update::Unpacker unpacker(pack.length);
        TRY(repository_.disk().read_through(packed, [&](std::string_view piece) -> Result<void> {
            whole.add(piece);
            return unpacker.add(piece, [&](std::string_view bytes) -> Result<void> {
                unpacked.add(bytes);
                return {};
            });
        }));
        TRY(unpacker.finish());
        const update::FileHash shown =
            TRY(update::hash_file(repository_.disk(), copy, update::HashKind::sha256, nullptr));
        if (whole.hex() == target.hashes.sha256 && unpacked.hex() == pack.sha256 &&
            shown.hex == pack.sha256) {
            return {};
        }
        return Error{Errc::damaged, packed + " is not the pack that " + copy +
                                        " shows. Do not sign; ask who made this list"};
    }

    const Repository& repository_;
    const Console& console_;
};

} // namespace

Result<void> show_staged(const Repository& repository, const Console& console) {
    return Approval(repository, console).show();
}

Result<std::vector<std::string>> awaited(const Repository& repository, TopRole role) {
    const auto staged = repository.staged().find(role);
    if (staged == repository.staged().end()) return std::vector<std::string>();
    std::vector<Authority> in_charge;
    Authority now = TRY(repository.authority());
    in_charge.push_back(std::move(now));
    if (role == TopRole::root) {
        std::optional<Authority> before = TRY(authority_before(repository));
        if (before) in_charge.push_back(std::move(*before));
    }
    std::set<std::string> out;
    for (const Authority& authority : in_charge) {
        if (missing(staged->second, role, authority) == 0) continue;
        const std::vector<std::string> done = signers(staged->second, role, authority);
        for (const std::string& id : only_in(authority.roles.at(role).keyids, done)) out.insert(id);
    }
    return std::vector<std::string>(out.begin(), out.end());
}

Result<std::string> still_needed(const Repository& repository, TopRole role) {
    const Document& staged = repository.staged().at(role);
    const Authority now = TRY(repository.authority());
    const std::optional<Authority> before =
        role == TopRole::root ? TRY(authority_before(repository)) : std::optional<Authority>();
    std::vector<std::string> parts;
    const auto add = [&](const Authority& authority, const char* which) {
        const std::uint64_t count = missing(staged, role, authority);
        if (count == 0) return;
        const std::vector<std::string> done = signers(staged, role, authority);
        const std::vector<std::string> left = only_in(authority.roles.at(role).keyids, done);
        parts.push_back(std::to_string(count) + " more of " + listed(authority.names_of(left)) +
                        which);
    };
    if (before) add(*before, " (in charge until now)");
    add(now, before ? " (in charge from now on)" : "");
    return listed(parts);
}

} // namespace foyer::publisher
