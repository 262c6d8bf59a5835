// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/add_pack.h"

#include "content/publisher/pack_facts.h"
#include "kiosk/update/patch.h"

#include <algorithm>
#include <ostream>

namespace foyer::publisher {

namespace {

using nlohmann::json;

/// What a file that was just written contains.
struct Written {
    std::uint64_t length = 0;
    std::string sha256;
};

class Addition {
  public:
    Addition(Repository& repository, const Console& console)
        : repository_(repository), disk_(repository.disk()), console_(console) {}

    Result<void> run(const std::string& pack) {
        TRY(check_clock(repository_, console_.now));
        const PackFacts facts = TRY(look_at_pack(pack));
        pack_ = facts;
        TRY(number());
        TRY(take_copy(pack));
        TRY(begin_list());
        const std::string copy = TRY(repository_.pack_file(pack_.id, pack_.sequence));
        const std::unique_ptr<host::FileView> bytes = TRY(disk_.view(copy));
        const std::uint64_t whole = TRY(add_whole(bytes->bytes()));
        TRY(add_patches(copy, bytes->bytes(), whole));
        return finish();
    }

  private:
    /// One more than anything that was ever published here.
    Result<void> number() {
        const auto published = repository_.published().find(TopRole::targets);
        if (published == repository_.published().end()) {
            pack_.sequence = 1;
            return {};
        }
        for (const update::Target& target : targets_of(published->second)) {
            const std::optional<PackFacts> known = pack_facts(target);
            if (known) pack_.sequence = std::max(pack_.sequence, known->sequence);
            if (known && known->id == pack_.id) before_ = known->sha256;
        }
        ++pack_.sequence;
        return {};
    }

    /// What is published is this copy, whatever becomes of the original meanwhile.
    Result<void> take_copy(const std::string& from) {
        const std::string folder = "staged/packs/" + pack_.id;
        TRY(repository_.make_folders(folder));
        const std::string to =
            repository_.folder() + "/" + folder + "/" + std::to_string(pack_.sequence) + ".pack";
        const std::unique_ptr<host::FileView> original = TRY(disk_.view(from));
        const Written copy =
            TRY(write(to, [&](const update::PatchSink& out) { return out(original->bytes()); }));
        pack_.length = copy.length;
        pack_.sha256 = copy.sha256;
        if (pack_.sha256 == before_) {
            TRY(disk_.remove(to));
            return Error{Errc::refused, "just this pack is published already; nothing was changed"};
        }
        const PackFacts again = TRY(look_at_pack(to));
        if (again.id != pack_.id || again.version != pack_.version) {
            return Error{Errc::damaged, from + " changed while it was read; add it again"};
        }
        return {};
    }

    /// The list as it is to be, without anything of the pack that is being replaced.
    Result<void> begin_list() {
        const Authority authority = TRY(repository_.authority());
        list_.body = new_body(TopRole::targets, repository_.next_version(TopRole::targets),
                              console_.now, authority.lasts.at(TopRole::targets));
        const Document* newest = repository_.newest(TopRole::targets);
        json targets = newest == nullptr ? json::object() : newest->body.at("targets");
        for (auto target = targets.begin(); target != targets.end();) {
            const bool replaced = target.key() == pack_path(pack_.id) ||
                                  target.key().starts_with("packs/" + pack_.id + "/");
            target = replaced ? targets.erase(target) : std::next(target);
        }
        list_.body["targets"] = std::move(targets);
        return {};
    }

    Result<std::uint64_t> add_whole(std::string_view pack) {
        const Progress progress = watched("compressing the whole pack");
        return add_target(pack_path(pack_.id), custom_of(pack_), [&](const update::PatchSink& out) {
            return update::compress(pack, update::whole_level, out, progress);
        });
    }

    Result<void> add_patches(const std::string& path, std::string_view pack, std::uint64_t whole) {
        std::vector<std::uint64_t> bases = TRY(repository_.kept(pack_.id));
        bases.resize(std::min(bases.size(), patched_packs));
        for (std::size_t i = 0; i < bases.size(); ++i) {
            const std::string base = TRY(repository_.pack_file(pack_.id, bases[i]));
            PatchFacts facts = TRY(count_pages(base, path));
            const std::unique_ptr<host::FileView> old = TRY(disk_.view(base));
            facts.base_sha256 = update::hash_hex(update::HashKind::sha256, old->bytes());
            facts.result_sha256 = pack_.sha256;
            facts.result_length = pack_.length;
            // Content that was taken back once and comes again has no patch from itself.
            if (facts.base_sha256 == pack_.sha256) continue;
            const Progress progress = watched("making patch " + std::to_string(i + 1) + " of " +
                                              std::to_string(bases.size()));
            const std::string name = patch_path(pack_.id, facts.base_sha256);
            const std::uint64_t length =
                TRY(add_target(name, custom_of(facts), [&](const update::PatchSink& out) {
                    return update::make_patch(old->bytes(), pack, out, progress);
                }));
            // A kiosk would fetch the whole pack instead.
            if (length >= whole) {
                list_.body["targets"].erase(name);
            } else {
                patches_.push_back(readable_bytes(length));
            }
        }
        return {};
    }

    using Writing = std::function<Result<void>(const update::PatchSink&)>;

    Result<Written> write(const std::string& path, const Writing& writing) {
        const std::unique_ptr<host::NewFile> file = TRY(disk_.create(path));
        update::Hasher hasher(update::HashKind::sha256);
        Written out;
        TRY(writing([&](std::string_view piece) -> Result<void> {
            hasher.add(piece);
            out.length += piece.size();
            return file->write(piece);
        }));
        TRY(file->sync());
        TRY(disk_.sync_folder(path.substr(0, path.rfind('/'))));
        out.sha256 = hasher.hex();
        return out;
    }

    /// Its length. The file gets the name it will have in public once its hash is known.
    Result<std::uint64_t> add_target(const std::string& name, json custom, const Writing& writing) {
        const std::string shelf = "staged/targets/";
        TRY(repository_.make_folders(shelf + name.substr(0, name.rfind('/'))));
        const std::string root = repository_.folder() + "/" + shelf;
        const std::string unnamed = root + name + ".new";
        const Written file = TRY(write(unnamed, writing));
        update::Target target;
        target.path = name;
        target.hashes.sha256 = file.sha256;
        TRY(disk_.rename(unnamed, root + target.stored_name()));
        TRY(disk_.sync_folder(unnamed.substr(0, unnamed.rfind('/'))));
        list_.body["targets"][name] = {{"length", file.length},
                                       {"hashes", {{"sha256", file.sha256}}},
                                       {"custom", std::move(custom)}};
        return file.length;
    }

    Result<void> finish() {
        const std::uint64_t whole =
            list_.body["targets"][pack_path(pack_.id)]["length"].get<std::uint64_t>();
        TRY(repository_.stage(TopRole::targets, std::move(list_)));
        const std::vector<update::Target> keep = targets_of(*repository_.newest(TopRole::targets));
        TRY(remove_targets_but(disk_, repository_.folder() + "/staged/targets", keep));
        console_.out << "Staged \"" << pack_.title << "\" of " << pack_.publisher << ", version "
                     << pack_.version << ", as number " << pack_.sequence << ".\n"
                     << "  whole: " << readable_bytes(whole) << " for "
                     << readable_bytes(pack_.length) << " unpacked, "
                     << counted(pack_.pages, "page") << "\n";
        if (!patches_.empty()) {
            console_.out << "  patches from " << counted(patches_.size(), "earlier pack") << ": "
                         << listed(patches_) << "\n";
        }
        const Authority authority = TRY(repository_.authority());
        const update::RoleKeys& role = authority.roles.at(TopRole::targets);
        console_.out << "No kiosk sees it yet. Next: " << role.threshold << " of "
                     << listed(authority.names_of(role.keyids))
                     << " approve it, each with `foyer-pack repo sign " << repository_.folder()
                     << " --key THEIR-KEY`.\n";
        return {};
    }

    Progress watched(const std::string& doing) const {
        return console_.progress ? console_.progress(doing) : Progress();
    }

    Repository& repository_;
    host::Disk& disk_;
    const Console& console_;
    PackFacts pack_;
    std::string before_; ///< hash of the published pack of that id; empty: none
    Document list_;
    std::vector<std::string> patches_; ///< their lengths, for people
};

} // namespace

Result<void> add_pack(Repository& repository, const std::string& pack, const Console& console) {
    return Addition(repository, console).run(pack);
}

} // namespace foyer::publisher
