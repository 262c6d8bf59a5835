// SPDX-License-Identifier: EUPL-1.2
// foyer-pack: from a folder of Markdown to a pack, what editors ask of packs, and from packs to
// what kiosks fetch. The only place that catches exceptions.
#include "content/packer/commands.h"
#include "content/packer/publish_commands.h"
#include "content/packer/watch.h"
#include "platform/pdf/confined_printer.h"
#include "platform/pictures/child_pictures.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <filesystem>
#include <iostream>
#include <unistd.h>
#include <vector>

namespace {

using namespace foyer;

std::filesystem::path program_folder() {
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
}

std::string share_folder() { return (program_folder().parent_path() / "share/foyer").string(); }

/// The commands that read content need fonts and a decoder of pictures.
template <class Command> packer::Exit with_means(const Command& command) {
    platform::ChildPictures::Options options;
    options.decoder = (program_folder() / "foyer-decode").string();
    options.fontconfig_file = share_folder() + "/fonts.conf";
    const Result<packer::Fonts> fonts = packer::Fonts::load(options.fontconfig_file);
    const Result<packer::Hyphenation> hyphenation = packer::Hyphenation::load();
    if (!fonts || !hyphenation) {
        const Error& error = fonts ? hyphenation.error() : fonts.error();
        std::cerr << "foyer-pack: " << error.what << '\n';
        return packer::Exit::problems;
    }
    platform::ChildPictures pictures(options);
    return command(packer::Means{pictures, *fonts, *hyphenation});
}

/// Everything the command line can say.
struct CommandLine {
    CLI::App app{"foyer-pack: builds, inspects and publishes content packs for Foyer."};
    packer::BuildJob job;
    std::string pack, other_pack, website;
    std::vector<std::string> paper; ///< kind and id of what is printed
    packer::PdfJob pdf;
    bool progress = isatty(STDERR_FILENO) != 0, json = false;
    CLI::App *build = nullptr, *check = nullptr, *report = nullptr, *watch = nullptr;
    CLI::App *inspect = nullptr, *diff = nullptr, *export_pack = nullptr;
    packer::PublishCommands publish;

    CommandLine() {
        app.require_subcommand(1);
        app.set_version_flag("--version", FOYER_VERSION);
        build = app.add_subcommand("build", "Builds a pack from content folders");
        build->add_option("--previous", job.previous, "The pack before: what differs is new");
        check = app.add_subcommand("check", "Lists everything that is wrong");
        report = app.add_subcommand("report", "Tells an editor what could still be done");
        watch = app.add_subcommand("watch", "Builds again whenever a file is saved");
        for (CLI::App* command : {build, check, report, watch}) {
            command
                ->add_option("folder", job.folders, "Content folders; later ones add and replace")
                ->required();
        }
        for (CLI::App* command : {build, watch}) {
            command->add_option("-o,--output", job.output, "The pack to write")->required();
        }
        inspect = app.add_subcommand("inspect", "Shows what is in a pack");
        inspect->add_option("pack", pack, "The pack")->required();
        diff = app.add_subcommand("diff", "Shows what changed from one pack to another");
        diff->add_option("before", pack, "The older pack")->required();
        diff->add_option("now", other_pack, "The newer pack")->required();
        for (CLI::App* command : {inspect, diff, report}) {
            command->add_flag("--json", json, "For programs");
        }
        add_export();
        publish.add_to(app);
        std::vector<CLI::App*> long_ones = publish.long_ones();
        long_ones.insert(long_ones.end(), {build, check, report, export_pack});
        for (CLI::App* command : long_ones) {
            command->add_flag("--progress", progress, "Tell how far it is without a terminal, too");
        }
    }

    void add_export() {
        export_pack = app.add_subcommand("export", "Writes a pack as a website, or parts as PDF");
        export_pack->add_option("pack", pack, "The pack")->required();
        CLI::App* to = export_pack->add_option_group("form");
        to->require_option(1);
        to->add_option("--html", website, "The folder of the website to write");
        CLI::Option* printed =
            to->add_option("--pdf", paper, "page, tour or course, and its id: a file to print");
        printed->expected(2)->type_name("KIND ID");
        export_pack->add_option("--lang", pdf.language, "The language of the PDF file")
            ->needs(printed);
        export_pack->add_option("-o,--out", pdf.output, "The PDF file to write")->needs(printed);
    }
};

packer::Exit carry_out_export(const CommandLine& line, const packer::Streams& streams) {
    const std::string words = share_folder() + "/words";
    if (line.paper.empty()) return packer::export_command(line.pack, words, line.website, streams);
    packer::PdfJob job = line.pdf;
    job.kind = line.paper[0];
    job.id = line.paper[1];
    platform::ConfinedPrinter printer(share_folder() + "/fonts.conf");
    return packer::export_command(line.pack, words, job, printer, streams);
}

packer::Exit carry_out(const CommandLine& line) {
    const packer::Streams streams{std::cout, std::cerr, line.progress};
    if (line.publish.called()) return line.publish.carry_out(streams);
    const auto format = line.json ? packer::Format::json : packer::Format::text;
    if (*line.inspect) return packer::inspect_command(line.pack, format, streams);
    if (*line.diff) return packer::diff_command(line.pack, line.other_pack, format, streams);
    if (*line.export_pack) return carry_out_export(line, streams);
    return with_means([&](const packer::Means& means) {
        if (*line.check) return packer::check(line.job.folders, means, streams);
        if (*line.report) return packer::report(line.job.folders, format, means, streams);
        if (*line.watch) return packer::watch(line.job, means, streams);
        return packer::build(line.job, means, streams);
    });
}

int run(int argc, char** argv) {
    CommandLine line;
    try {
        line.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return line.app.exit(error) == 0 ? 0 : static_cast<int>(packer::Exit::usage);
    }
    return static_cast<int>(carry_out(line));
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
