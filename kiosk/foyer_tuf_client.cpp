// SPDX-License-Identifier: EUPL-1.2
// foyer-tuf-client: the updater's TUF client with the command line of the TUF conformance suite.
// For tests only: it goes by the system's clock alone, without the kiosk's memory of time.
#include "kiosk/update/client.h"
#include "kiosk/update/delegation.h"
#include "platform/http/curl_fetch.h"
#include "platform/linux/posix_disk.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace foyer;

struct Arguments {
    std::string metadata_folder, metadata_url, target_folder, target_url, root_file;
    std::vector<std::string> targets;
};

Result<update::Client> refreshed(host::Disk& disk, host::Fetch& fetch, const Arguments& arguments) {
    update::Client::Options options;
    options.folder = arguments.metadata_folder;
    options.prefix = "";
    options.rules.reference =
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    update::Client client = TRY(update::Client::open(disk, options));
    TRY(client.refresh(fetch));
    return client;
}

Result<void> check(std::string_view bytes, const update::Target& target) {
    if (bytes.size() != target.length) return {Errc::damaged, target.path + ": wrong length"};
    return update::verify(bytes, target.hashes);
}

Result<void> download_one(host::Disk& disk, host::Fetch& fetch, const update::Target& target,
                          const std::string& path) {
    const auto kept = disk.read(path, target.length);
    if (kept && check(*kept, target)) return {};
    host::Wanted wanted;
    wanted.name = target.stored_name();
    wanted.max_bytes = target.length;
    const std::string bytes = TRY(host::get_all(fetch, wanted));
    TRY(check(bytes, target));
    return host::replace_file(disk, path, bytes);
}

Result<void> init(const Arguments& arguments) {
    platform::PosixDisk disk;
    const std::string root = TRY(disk.read(arguments.root_file, update::Limits{}.root_bytes));
    return update::Client::init(disk, arguments.metadata_folder, root);
}

Result<void> refresh(const Arguments& arguments) {
    platform::PosixDisk disk;
    const auto metadata = TRY(platform::CurlFetch::create(arguments.metadata_url));
    TRY(refreshed(disk, *metadata, arguments));
    return {};
}

Result<void> download(const Arguments& arguments) {
    platform::PosixDisk disk;
    const auto metadata = TRY(platform::CurlFetch::create(arguments.metadata_url));
    const auto files = TRY(platform::CurlFetch::create(arguments.target_url));
    update::Client client = TRY(refreshed(disk, *metadata, arguments));
    for (const std::string& name : arguments.targets) {
        const auto target = TRY(client.find(*metadata, name));
        if (!target) return {Errc::not_found, name + ": no such target"};
        TRY(download_one(disk, *files, *target,
                         arguments.target_folder + "/" + update::file_name(name)));
    }
    return {};
}

} // namespace

int main(int count, char** values) {
    Arguments arguments;
    CLI::App app("The TUF client of Foyer, with the command line of the TUF conformance suite.");
    app.require_subcommand(1);
    app.add_option("--metadata-dir", arguments.metadata_folder, "what is trusted")->required();
    app.add_option("--metadata-url", arguments.metadata_url, "metadata of the repository");
    app.add_option("--target-name", arguments.targets, "a target; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--target-dir", arguments.target_folder, "where targets are stored");
    app.add_option("--target-base-url", arguments.target_url, "targets of the repository");
    CLI::App* const init_command = app.add_subcommand("init", "begin with a trusted root");
    init_command->add_option("root", arguments.root_file, "the trusted root")->required();
    CLI::App* const refresh_command = app.add_subcommand("refresh", "bring metadata up to date");
    app.add_subcommand("download", "bring metadata up to date and get the targets");
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    }
    const Result<void> done = init_command->parsed()      ? init(arguments)
                              : refresh_command->parsed() ? refresh(arguments)
                                                          : download(arguments);
    if (done) return 0;
    std::fprintf(stderr, "%s: %s\n", name(done.error().code), done.error().what.c_str());
    return 1;
}
