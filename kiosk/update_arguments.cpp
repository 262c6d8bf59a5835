// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update_arguments.h"

#include <CLI/CLI.hpp>

namespace foyer {

namespace {

constexpr int mistake = 2;

} // namespace

UpdateArguments read_update_arguments(int count, char** values) {
    using Command = UpdateArguments::Command;
    UpdateArguments a;
    CLI::App cli(
        "foyer-update: brings signed content onto a kiosk. With --source alone: one update "
        "from the network.\nExit status: 0 installed or up to date, 1 refused, 2 a mistake "
        "in the command, 3 another update is at work.");
    cli.set_version_flag("--version", "foyer-update " FOYER_VERSION);
    cli.require_subcommand(0, 1);
    cli.fallthrough();
    cli.add_option("--store", a.store, "folder of the packs; only this program writes it")
        ->capture_default_str();
    cli.add_option("--trust", a.trust, "folder with the root.json of the publisher")
        ->capture_default_str();
    cli.add_option("--factory", a.factory, "the pack that came with the kiosk");
    cli.add_option("--note", a.note, "the kiosk's note about packs: the file note in its --state");
    cli.add_option("--user", a.user, "become this user first");
    cli.add_option("--source", a.source, "address of a repository: https://…");
    cli.add_flag("--verbose", a.verbose, "more lines in the log");
    CLI::App* stick = cli.add_subcommand("stick", "One update from a folder with foyer/ in it");
    stick->add_option("folder", a.folder, "where the stick is mounted")->required();
    CLI::App* watch = cli.add_subcommand("watch", "Updates from every folder that appears");
    watch->add_option("folder", a.folder, "the folder below which sticks appear")->required();
    int minutes = 360;
    watch
        ->add_option("--every", minutes,
                     "minutes between two questions to --source and --neighbour")
        ->check(CLI::Range(1, 10'080))
        ->capture_default_str();
    CLI::Option* share =
        watch->add_flag("--share", a.share,
                        "hand verified content on to kiosks in the same network, and take theirs");
    watch->add_option("--share-port", a.share_port, "port for neighbours; 0: any that is free")
        ->needs(share)
        ->capture_default_str();
    watch
        ->add_option(
            "--neighbour", a.neighbours,
            "address of a kiosk that shares, http://…, where none can be found; repeatable")
        ->allow_extra_args(false);
    CLI::App* status = cli.add_subcommand("status", "Which packs, from where, how fresh");
    status->add_flag("--json", a.json, "For programs");
    CLI::App* roll_back = cli.add_subcommand("rollback", "Goes back to the pack before");
    CLI::App* heed = cli.add_subcommand("heed", "Takes the kiosk's note into account, once");
    try { // CLI11 tells by an exception that it is done; it ends here
        cli.parse(count, values);
    } catch (const CLI::ParseError& end) {
        a.leave = cli.exit(end) == 0 ? 0 : mistake;
        return a;
    }
    a.every = std::chrono::minutes(minutes);
    a.command = *stick       ? Command::stick
                : *watch     ? Command::watch
                : *status    ? Command::status
                : *roll_back ? Command::roll_back
                : *heed      ? Command::heed
                             : Command::network;
    if (a.command == Command::network && a.source.empty()) {
        std::fputs(cli.help().c_str(), stderr);
        a.leave = mistake;
    }
    return a;
}

} // namespace foyer
