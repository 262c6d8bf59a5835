// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/publish_commands.h"

#include "content/packer/diff.h"
#include "content/publisher/add_pack.h"
#include "content/publisher/passphrase.h"
#include "content/publisher/refresh.h"
#include "content/publisher/stick.h"
#include "content/publisher/verification.h"
#include "platform/linux/file_lock.h"
#include "platform/linux/posix_disk.h"

#include <chrono>
#include <cstdlib>
#include <iterator>
#include <ostream>

namespace foyer::packer {

namespace {

using update::TopRole;

constexpr const char* passphrase_variable = "FOYER_PASSPHRASE";
const char* const role_names[] = {"root", "targets", "snapshot", "timestamp"};

Result<TopRole> role_called(const std::string& wanted) {
    for (const TopRole role : publisher::signing_order) {
        if (wanted == name(role)) return role;
    }
    return Error{Errc::invalid, "there is no role \"" + wanted + "\""};
}

Result<std::string> what_changed(const std::string& before, const std::string& now) {
    store::Pack old_pack = TRY(store::Pack::open(before));
    store::Pack new_pack = TRY(store::Pack::open(now));
    const Difference changes = TRY(difference(old_pack, new_pack));
    return to_text(changes);
}

/// A line that is written over, at every hundredth at most.
publisher::Progress bar(std::ostream& err, const std::string& doing) {
    constexpr std::uint64_t per_cent = 100, letters = 30;
    return [&err, doing, shown = per_cent + 1](std::uint64_t done, std::uint64_t all) mutable {
        const std::uint64_t now = all == 0 ? per_cent : done * per_cent / all;
        if (now == shown) return;
        shown = now;
        const std::uint64_t full = now * letters / per_cent;
        err << '\r' << doing << " [" << std::string(full, '#') << std::string(letters - full, '.')
            << "] " << now << " %" << (now == per_cent ? "\n" : "") << std::flush;
    };
}

/// Folders are named as people's shells complete them.
std::string without_end_slash(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

} // namespace

void PublishCommands::add_to(CLI::App& app) {
    add_keys(app);
    repo_ = app.add_subcommand("repo", "The folder that kiosks get their packs from");
    repo_->require_subcommand(1);
    add_init();
    add_ = add_repo_command("add", "Stages a pack: whole, and as patches to it");
    add_->add_option("pack", pack_, "The pack")->required();
    sign_ = add_repo_command("sign", "Approves what is staged; the last one needed publishes it");
    add_secrets(*sign_, "Your private key; several are taken one after another");
    sign_->add_option("--from", from_, "A copy of the folder that somebody else has signed");
    add_rotate();
    refresh_ = add_repo_command("refresh", "Says that what is published still is the newest");
    add_secrets(*refresh_, "The private key of the timestamp, and of the snapshot near its end");
    verify_ = add_repo_command("verify", "Checks what is published as a kiosk does");
    export_stick_ = app.add_subcommand("export-stick", "Writes what is published to a USB stick");
    export_stick_->add_option("folder", folder_, "The repository")->required();
    export_stick_->add_option("stick", stick_, "Where the stick is mounted")->required();
    export_stick_->add_option("--expires-in", stick_lifetime_, "How long kiosks take it")
        ->capture_default_str();
    add_secrets(*export_stick_, "The private key of the timestamp");
}

void PublishCommands::add_keys(CLI::App& app) {
    keys_ = app.add_subcommand("keys", "Keys that approve what kiosks show");
    keys_->require_subcommand(1);
    new_key_ = keys_->add_subcommand("new", "Makes a private key and the public file for it");
    new_key_->add_option("file", key_file_, "The private key to write")->required();
    new_key_->add_option("--name", key_name_, "Whose key it is; everybody can read this");
    new_key_->add_option("--passphrase-file", passphrase_files_,
                         std::string("For scripts: its first line is the passphrase (or ") +
                             passphrase_variable + ")");
}

void PublishCommands::add_init() {
    init_ = add_repo_command("init", "Stages a new, empty repository");
    for (const TopRole role : publisher::signing_order) {
        const std::string option = std::string("--") + name(role);
        init_->add_option(option + "-key", founding_.key_files[role], "Public key files")
            ->required();
        init_->add_option(option + "-lifetime", lifetimes_[role], "14d, 26w, 5y");
    }
    init_->add_option("--root-threshold", founding_.root_threshold, "How many must sign the keys")
        ->capture_default_str();
    CLI::Option* threshold = init_->add_option("--targets-threshold", founding_.targets_threshold,
                                               "How many must approve content");
    threshold->capture_default_str();
    init_->add_flag("--one-editor", one_editor_, "One person alone approves content")
        ->excludes(threshold);
}

void PublishCommands::add_rotate() {
    rotate_ = add_repo_command("rotate", "Stages other keys for a role, or the same for longer");
    rotate_->add_option("--role", role_, "root, targets, snapshot or timestamp")
        ->check(
            CLI::IsMember(std::vector<std::string>(std::begin(role_names), std::end(role_names))))
        ->capture_default_str();
    rotate_->add_option("--add-key", rotation_.add, "A public key file");
    rotate_->add_option("--remove-key", rotation_.remove, "A name, or the beginning of a key's id");
    rotate_->add_option("--threshold", threshold_, "How many must sign")->check(CLI::Range(1, 20));
}

CLI::App* PublishCommands::add_repo_command(const char* name, const char* what) {
    CLI::App* command = repo_->add_subcommand(name, what);
    command->add_option("folder", folder_, "The repository")->required();
    return command;
}

void PublishCommands::add_secrets(CLI::App& command, const char* key_help) {
    command.add_option("--key", own_keys_, key_help);
    command.add_option("--passphrase-file", passphrase_files_,
                       std::string("For scripts: its first line is tried for every key (as is ") +
                           passphrase_variable + ")");
}

Result<publisher::Console> PublishCommands::console_on(const Streams& streams) const {
    const auto now = std::chrono::system_clock::now();
    publisher::Console console{
        streams.out, std::chrono::floor<std::chrono::seconds>(now), {}, {}, {}, {}};
    for (const std::string& file : passphrase_files_) {
        std::string passphrase = TRY(publisher::read_passphrase(file));
        console.passphrases.push_back(std::move(passphrase));
    }
    if (const char* passphrase = std::getenv(passphrase_variable)) {
        console.passphrases.emplace_back(passphrase);
    }
    if (publisher::has_terminal()) console.ask_secret = publisher::ask_secretly;
    console.compare = what_changed;
    if (streams.show_progress) {
        console.progress = [&err = streams.err](const std::string& doing) {
            return bar(err, doing);
        };
    }
    return console;
}

Exit PublishCommands::carry_out(const Streams& streams) const {
    const Result<publisher::Console> console = console_on(streams);
    const Result<void> done = console ? run(*console) : Result<void>(console.error());
    streams.out << std::flush;
    if (done && streams.out.good()) return Exit::good;
    if (!done) streams.err << "foyer-pack: " << done.error().what << '\n';
    return Exit::problems;
}

Result<void> PublishCommands::run(const publisher::Console& console) const {
    platform::PosixDisk disk;
    const std::string folder = without_end_slash(folder_);
    if (*new_key_) return publisher::new_key(key_file_, key_name_, console);
    if (*init_) return run_init(disk, console);
    if (*verify_ || *export_stick_) {
        const publisher::Repository repository =
            TRY(publisher::Repository::open(disk, folder, publisher::Leftovers::keep));
        if (*verify_) return publisher::verify_repository(repository, console);
        return run_export(repository, console);
    }
    // A shared drive: two people at once would each publish half of the other's work.
    TRY(publisher::Repository::open(disk, folder, publisher::Leftovers::keep));
    const platform::FileLock lock = TRY(platform::FileLock::take(folder + "/lock"));
    publisher::Repository repository =
        TRY(publisher::Repository::open(disk, folder, publisher::Leftovers::clear));
    if (*add_) return publisher::add_pack(repository, pack_, console);
    if (*sign_) return publisher::sign_staged(repository, {own_keys_, from_}, console);
    if (*rotate_) return run_rotate(repository, console);
    return publisher::refresh(repository, own_keys_, console);
}

Result<void> PublishCommands::run_init(host::Disk& disk, const publisher::Console& console) const {
    publisher::Founding founding = founding_;
    if (one_editor_) founding.targets_threshold = 1;
    for (const auto& [role, text] : lifetimes_) {
        if (!text.empty()) founding.lifetimes[role] = TRY(publisher::parse_lifetime(text));
    }
    return publisher::found_repository(disk, without_end_slash(folder_), founding, console);
}

Result<void> PublishCommands::run_export(const publisher::Repository& repository,
                                         const publisher::Console& console) const {
    publisher::StickJob job;
    job.stick = without_end_slash(stick_);
    job.lifetime = TRY(publisher::parse_lifetime(stick_lifetime_));
    TRY(publisher::check_key_places(repository.folder(), own_keys_));
    const auto keys = TRY(publisher::read_own_keys(own_keys_, console));
    return publisher::export_stick(repository, job, keys, console);
}

Result<void> PublishCommands::run_rotate(publisher::Repository& repository,
                                         const publisher::Console& console) const {
    publisher::Rotation rotation = rotation_;
    rotation.role = TRY(role_called(role_));
    if (threshold_ > 0) rotation.threshold = threshold_;
    return publisher::rotate(repository, rotation, console);
}

} // namespace foyer::packer
