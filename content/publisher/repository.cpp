// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/repository.h"

#include "kiosk/update/file_hash.h"

#include <algorithm>
#include <charconv>

namespace foyer::publisher {

namespace {

constexpr std::size_t max_metadata_bytes = 5'000'000;
constexpr std::string_view pack_ending = ".pack";

std::string staged_path(const std::string& folder, TopRole role) {
    return folder + "/staged/" + name(role) + ".json";
}

/// The number in "12.pack" or "3.root.json".
std::optional<std::uint64_t> number_before(const std::string& name, std::string_view ending) {
    if (!name.ends_with(ending)) return std::nullopt;
    const char* end = name.data() + name.size() - ending.size();
    std::uint64_t number = 0;
    const auto [stop, wrong] = std::from_chars(name.data(), end, number);
    if (wrong != std::errc() || stop != end) return std::nullopt;
    return number;
}

Result<bool> is_there(host::Disk& disk, const std::string& path) {
    const Result<std::uint64_t> size = disk.size(path);
    if (size) return true;
    if (size.error().code == Errc::not_found) return false;
    return size.error();
}

} // namespace

Result<Repository> Repository::open(host::Disk& disk, const std::string& folder,
                                    Leftovers leftovers) {
    Repository out(disk, folder);
    TRY(out.load_published());
    TRY(out.load_staged());
    if (out.newest(TopRole::root) == nullptr) {
        return Error{Errc::not_found,
                     folder + " is no repository; `foyer-pack repo init` makes one"};
    }
    if (leftovers == Leftovers::clear) TRY(out.settle());
    return out;
}

Result<Repository> Repository::create(host::Disk& disk, const std::string& folder) {
    Repository out(disk, folder);
    TRY(out.load_published());
    TRY(out.load_staged());
    if (out.newest(TopRole::root) != nullptr) {
        return Error{Errc::refused, folder + " is a repository already and is left as it is"};
    }
    TRY(disk.make_folder(folder));
    const std::size_t slash = folder.rfind('/');
    TRY(disk.sync_folder(
        slash == std::string::npos ? "." : folder.substr(0, std::max<std::size_t>(slash, 1))));
    TRY(out.make_folders("staged"));
    return out;
}

const Document* Repository::newest(TopRole role) const {
    for (const Shelf* shelf : {&staged_, &published_}) {
        if (const auto found = shelf->find(role); found != shelf->end()) return &found->second;
    }
    return nullptr;
}

Result<Authority> Repository::authority() const { return read_authority(*newest(TopRole::root)); }

std::uint64_t Repository::next_version(TopRole role) const {
    const auto found = published_.find(role);
    return found == published_.end() ? 1 : found->second.version() + 1;
}

Result<void> Repository::load(Shelf& shelf, TopRole role, const std::string& path) {
    const std::string bytes = TRY(disk_->read(path, max_metadata_bytes));
    Result<Document> document = parse_document(bytes, role);
    if (!document) return Error{document.error().code, path + ": " + document.error().what};
    // What others hash must be what is written here once more.
    if (to_bytes(*document) != bytes) {
        return Error{Errc::damaged, path + " was changed by something else than foyer-pack; get an "
                                           "unchanged copy of the folder"};
    }
    shelf.insert_or_assign(role, std::move(*document));
    return {};
}

Result<void> Repository::load_published() {
    const std::string metadata = folder_ + "/metadata/";
    const std::vector<std::string> names =
        TRY(names_in(*disk_, metadata.substr(0, metadata.size() - 1)));
    std::uint64_t newest_root = 0;
    for (const std::string& name : names) {
        newest_root = std::max(newest_root, number_before(name, ".root.json").value_or(0));
    }
    if (newest_root == 0) return {};
    TRY(load(published_, TopRole::root, metadata + metadata_name(TopRole::root, newest_root)));
    if (std::find(names.begin(), names.end(), "timestamp.json") == names.end()) return {};
    TRY(load(published_, TopRole::timestamp, metadata + "timestamp.json"));
    const auto listed = [&](TopRole by, const char* file) {
        return published_.at(by).body.at("meta").at(file).at("version").get<std::uint64_t>();
    };
    const std::uint64_t snapshot = listed(TopRole::timestamp, "snapshot.json");
    TRY(load(published_, TopRole::snapshot, metadata + metadata_name(TopRole::snapshot, snapshot)));
    if (!published_.at(TopRole::snapshot).body.at("meta").contains("targets.json")) {
        return Error{Errc::damaged, metadata + ": the snapshot does not list targets.json"};
    }
    const std::uint64_t targets = listed(TopRole::snapshot, "targets.json");
    return load(published_, TopRole::targets, metadata + metadata_name(TopRole::targets, targets));
}

Result<void> Repository::load_staged() {
    for (const TopRole role : signing_order) {
        const std::string path = staged_path(folder_, role);
        const bool there = TRY(is_there(*disk_, path));
        if (there) TRY(load(staged_, role, path));
    }
    return {};
}

/// After a publication that was cut off at its very end: what is staged is public already.
Result<void> Repository::settle() {
    for (const TopRole role : signing_order) {
        const auto waiting = staged_.find(role);
        const auto known = published_.find(role);
        if (waiting == staged_.end() || known == published_.end()) continue;
        if (waiting->second.body != known->second.body) continue;
        if (role == TopRole::targets) TRY(move_packs());
        TRY(unstage(role));
    }
    return {};
}

Result<void> Repository::stage(TopRole role, Document document) {
    TRY(make_folders("staged"));
    TRY(host::replace_file(*disk_, staged_path(folder_, role), to_bytes(document)));
    staged_.insert_or_assign(role, std::move(document));
    return {};
}

Result<void> Repository::unstage(TopRole role) {
    staged_.erase(role);
    TRY(disk_->remove(staged_path(folder_, role)));
    return disk_->sync_folder(folder_ + "/staged");
}

Result<std::string> Repository::place_of(const update::Target& target) const {
    for (const char* shelf : {"/staged/targets/", "/targets/"}) {
        const std::string path = folder_ + shelf + target.stored_name();
        const bool there = TRY(is_there(*disk_, path));
        if (there) return path;
    }
    return Error{Errc::not_found,
                 folder_ + ": " + target.path + " is missing; get a whole copy of the folder"};
}

Result<void> Repository::make_folders(const std::string& below) const {
    for (std::size_t slash = below.find('/');; slash = below.find('/', slash + 1)) {
        const std::string path = folder_ + "/" + below.substr(0, slash);
        TRY(disk_->make_folder(path));
        TRY(disk_->sync_folder(path.substr(0, path.rfind('/'))));
        if (slash == std::string::npos) return {};
    }
}

Result<std::string> Repository::pack_file(const std::string& id, std::uint64_t sequence) const {
    for (const char* shelf : {"/staged/packs/", "/packs/"}) {
        const std::string path = folder_ + shelf + id + "/" + std::to_string(sequence) + ".pack";
        const bool there = TRY(is_there(*disk_, path));
        if (there) return path;
    }
    return Error{Errc::not_found, folder_ + "/packs/" + id + "/" + std::to_string(sequence) +
                                      ".pack is missing; get a whole copy of the folder"};
}

Result<std::vector<std::uint64_t>> Repository::kept(const std::string& id) const {
    std::vector<std::uint64_t> out;
    const std::vector<std::string> names = TRY(names_in(*disk_, folder_ + "/packs/" + id));
    for (const std::string& name : names) {
        if (const auto number = number_before(name, pack_ending)) out.push_back(*number);
    }
    std::sort(out.rbegin(), out.rend());
    if (out.size() > kept_packs) out.resize(kept_packs);
    return out;
}

Result<void> check_clock(const Repository& repository, update::Time now) {
    for (const auto& [role, document] : repository.published()) {
        if (document.issued() <= now) continue;
        return Error{Errc::refused,
                     std::string("the clock of this computer says ") + update::format_time(now) +
                         ", but the published " + name(role) + " was made at " +
                         update::format_time(document.issued()) + "; set the clock first"};
    }
    return {};
}

std::string metadata_name(TopRole role, std::uint64_t version) {
    const std::string file = std::string(name(role)) + ".json";
    return role == TopRole::timestamp ? file : std::to_string(version) + "." + file;
}

std::vector<update::Target> targets_of(const Document& targets) {
    std::vector<update::Target> out;
    const auto parsed = update::parse_targets(to_bytes(targets));
    if (!parsed) return out;
    for (const auto& [path, file] : parsed->content.targets) {
        out.push_back({path, file.length, file.hashes, file.custom, true});
    }
    return out;
}

Result<std::vector<std::string>> names_in(host::Disk& disk, const std::string& folder) {
    Result<std::vector<std::string>> names = disk.list(folder);
    if (!names && names.error().code == Errc::not_found) return std::vector<std::string>();
    return names;
}

Result<bool> is_target(host::Disk& disk, const std::string& path, const update::Target& target) {
    const bool there = TRY(is_there(disk, path));
    if (!there) return false;
    const update::FileHash file =
        TRY(update::hash_file(disk, path, update::HashKind::sha256, nullptr));
    return file.length == target.length && file.hex == target.hashes.sha256;
}

} // namespace foyer::publisher
