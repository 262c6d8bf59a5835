// SPDX-License-Identifier: EUPL-1.2
// foyer-pack: from a folder of Markdown to a pack, and what editors ask of packs. The only place
// that reads the command line and catches exceptions.
#include "content/packer/build.h"
#include "platform/pictures/child_pictures.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace {

using namespace foyer;

/// The decoder lies beside this program, the list of fonts in ../share/foyer.
platform::ChildPictures::Options beside_this_program() {
    std::error_code unknown;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    platform::ChildPictures::Options options;
    options.decoder = (folder / "foyer-decode").string();
    options.fontconfig_file = (folder.parent_path() / "share/foyer/fonts.conf").string();
    return options;
}

/// The commands that read content need fonts and a decoder of pictures.
template <class Command> packer::Exit with_means(const Command& command) {
    const platform::ChildPictures::Options options = beside_this_program();
    const Result<packer::Fonts> fonts = packer::Fonts::load(options.fontconfig_file);
    if (!fonts) {
        std::cerr << "foyer-pack: " << fonts.error().what << '\n';
        return packer::Exit::problems;
    }
    platform::ChildPictures pictures(options);
    return command(packer::Means{pictures, *fonts});
}

int run(int argc, char** argv) {
    CLI::App app("foyer-pack: builds and inspects content packs for Foyer.");
    app.require_subcommand(1);
    bool progress = isatty(STDERR_FILENO) != 0;
    packer::BuildJob job;

    CLI::App* build = app.add_subcommand("build", "Builds a pack from content folders");
    build->add_option("folder", job.folders, "Content folders; later ones add and replace")
        ->required();
    build->add_option("-o,--output", job.output, "The pack to write")->required();
    build->add_option("--previous", job.previous, "The pack before: what differs is shown as new");
    build->add_flag("--progress", progress, "Tell how far it is even without a terminal");

    CLI::App* check = app.add_subcommand("check", "Lists everything that is wrong");
    check->add_option("folder", job.folders, "Content folders")->required();
    check->add_flag("--progress", progress, "Tell how far it is even without a terminal");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(packer::Exit::usage);
    }
    const packer::Streams streams{std::cout, std::cerr, progress};
    packer::Exit exit = packer::Exit::usage;
    if (*build) {
        exit = with_means([&](const packer::Means& means) { return packer::build(job, means, streams); });
    } else if (*check) {
        exit = with_means(
            [&](const packer::Means& means) { return packer::check(job.folders, means, streams); });
    }
    return static_cast<int>(exit);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "foyer-pack: " << error.what() << '\n';
        return static_cast<int>(packer::Exit::problems);
    }
}
