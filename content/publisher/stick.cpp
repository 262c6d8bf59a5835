// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/stick.h"

#include "content/publisher/verification.h"
#include "content/publisher/vouch.h"

#include <algorithm>
#include <ostream>

namespace foyer::publisher {

namespace {

constexpr std::size_t max_metadata_bytes = 5'000'000;
/// For metadata, folders and what a file system keeps for itself.
constexpr std::uint64_t spare_bytes = 2'000'000;

class StickExport {
  public:
    StickExport(const Repository& repository, const StickJob& job, const std::vector<OwnKey>& keys,
                const Console& console)
        : repository_(repository),
          disk_(repository.disk()),
          job_(job),
          keys_(keys),
          console_(console),
          root_(job.stick + "/foyer") {}

    Result<void> run() {
        if (repository_.published().count(TopRole::timestamp) == 0) {
            return Error{Errc::refused,
                         "nothing is published yet; `foyer-pack repo sign` comes first"};
        }
        TRY(check_clock(repository_, console_.now));
        TRY(check_stick());
        const Document timestamp = TRY(make_timestamp());
        TRY(check_space());
        TRY(copy_targets());
        TRY(copy_metadata(timestamp));
        const Result<Verified> read_back =
            verify_folder(disk_, root_, update::Marks::plain_and_usb, console_.now);
        if (!read_back) {
            return Error{read_back.error().code,
                         "what was written does not come back from this stick, use another one: " +
                             read_back.error().what};
        }
        TRY(remove_targets_but(disk_, root_ + "/targets", read_back->targets));
        tell(timestamp);
        return {};
    }

  private:
    const Document& published(TopRole role) const { return repository_.published().at(role); }

    Result<void> check_stick() {
        if (const auto there = disk_.list(job_.stick); !there) {
            return Error{there.error().code,
                         job_.stick + " is no folder; give the one where the stick is mounted"};
        }
        const std::string first =
            TRY(disk_.read(repository_.folder() + "/metadata/1.root.json", max_metadata_bytes));
        const Result<std::string> known =
            disk_.read(root_ + "/metadata/1.root.json", max_metadata_bytes);
        if (known && *known != first) {
            return Error{Errc::refused, root_ + " holds the content of another publisher and is "
                                                "left alone; remove that folder, or take another "
                                                "stick"};
        }
        return {};
    }

    Result<Document> make_timestamp() {
        const Authority authority = TRY(read_authority(published(TopRole::root)));
        // Sticks are made on several machines that cannot ask each other for the last number; the
        // seconds since 1970 rise by themselves.
        const auto version = static_cast<std::uint64_t>(console_.now.time_since_epoch().count());
        Document out =
            timestamp_for(published(TopRole::snapshot), version, console_.now, job_.lifetime);
        out.body["x-channel"] = "usb";
        TRY(sign_by_all(out, TopRole::timestamp, authority, keys_));
        if (missing(out, TopRole::timestamp, authority) == 0) return out;
        const update::RoleKeys& wanted = authority.roles.at(TopRole::timestamp);
        return Error{Errc::untrusted,
                     "a stick needs --key with " + std::to_string(wanted.threshold) + " of " +
                         listed(authority.names_of(wanted.keyids)) + ", for its timestamp"};
    }

    Result<void> check_space() {
        std::uint64_t needed = spare_bytes;
        for (const update::Target& target : targets_of(published(TopRole::targets))) {
            const std::string to = root_ + "/targets/" + target.stored_name();
            // A file that cannot be read is written anew.
            if (is_target(disk_, to, target).value_or(false)) continue;
            to_copy_.push_back(target);
            needed += target.length;
        }
        const std::uint64_t room = TRY(disk_.free_bytes(job_.stick));
        if (room >= needed) return {};
        return Error{Errc::no_space, job_.stick + " has " + readable_bytes(room) + " left and " +
                                         readable_bytes(needed) + " are needed"};
    }

    Result<void> make_folders(const std::string& path) {
        for (std::size_t slash = job_.stick.size(); slash != std::string::npos;) {
            const std::string above = path.substr(0, slash);
            slash = path.find('/', slash + 1);
            TRY(disk_.make_folder(path.substr(0, slash)));
            TRY(disk_.sync_folder(above));
        }
        return {};
    }

    Result<void> copy_targets() {
        for (const update::Target& target : to_copy_) {
            const std::string name = target.stored_name();
            const std::string to = root_ + "/targets/" + name;
            const std::string folder = to.substr(0, to.rfind('/'));
            TRY(make_folders(folder));
            const auto from = TRY(disk_.view(repository_.folder() + "/targets/" + name));
            TRY(copy(from->bytes(), to, target.path));
            TRY(disk_.sync_folder(folder));
        }
        return {};
    }

    Result<void> copy(std::string_view bytes, const std::string& to, const std::string& name) {
        constexpr std::size_t piece_bytes = std::size_t{1} << 20U;
        const Progress progress =
            console_.progress ? console_.progress("copying " + name) : Progress();
        const std::string unfinished = to + ".new";
        {
            const std::unique_ptr<host::NewFile> file = TRY(disk_.create(unfinished));
            for (std::size_t done = 0; done < bytes.size(); done += piece_bytes) {
                TRY(file->write(bytes.substr(done, piece_bytes)));
                if (progress) progress(std::min(done + piece_bytes, bytes.size()), bytes.size());
            }
            TRY(file->sync());
        }
        return disk_.rename(unfinished, to);
    }

    /// The timestamp last: before it is there, this is no stick, or still the one it was.
    Result<void> copy_metadata(const Document& timestamp) {
        TRY(make_folders(root_ + "/metadata"));
        std::vector<std::string> names;
        for (std::uint64_t i = 1; i <= published(TopRole::root).version(); ++i) {
            names.push_back(metadata_name(TopRole::root, i));
        }
        for (const TopRole role : {TopRole::targets, TopRole::snapshot}) {
            names.push_back(metadata_name(role, published(role).version()));
        }
        for (const std::string& name : names) {
            const std::string bytes =
                TRY(disk_.read(repository_.folder() + "/metadata/" + name, max_metadata_bytes));
            TRY(host::replace_file(disk_, root_ + "/metadata/" + name, bytes));
        }
        return host::replace_file(disk_, root_ + "/metadata/timestamp.json", to_bytes(timestamp));
    }

    void tell(const Document& timestamp) {
        update::Time until = timestamp.expires();
        TopRole first = TopRole::timestamp;
        for (const TopRole role : {TopRole::root, TopRole::targets, TopRole::snapshot}) {
            if (published(role).expires() >= until) continue;
            until = published(role).expires();
            first = role;
        }
        console_.out << "The stick in " << job_.stick << " is ready, and was read back. Kiosks "
                     << "take it until " << day(until)
                     << (first == TopRole::timestamp
                             ? std::string()
                             : std::string(", when the signatures of ") + name(first) + " end")
                     << ".\nNext: unmount it (\"eject\"), pull it out, and plug it into a "
                     << "running kiosk.\n";
    }

    const Repository& repository_;
    host::Disk& disk_;
    const StickJob& job_;
    const std::vector<OwnKey>& keys_;
    const Console& console_;
    std::string root_;
    std::vector<update::Target> to_copy_;
};

} // namespace

Result<void> export_stick(const Repository& repository, const StickJob& job,
                          const std::vector<OwnKey>& keys, const Console& console) {
    return StickExport(repository, job, keys, console).run();
}

} // namespace foyer::publisher
