// SPDX-License-Identifier: EUPL-1.2
// The commands of publishers on the command line: keys, repo and export-stick. What they do lies in
// content/publisher.
#pragma once

#include "content/packer/build.h"
#include "content/publisher/found.h"
#include "content/publisher/rotate.h"
#include "content/publisher/signing.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

/// Must stay where it is: the command line fills it in.
class PublishCommands {
  public:
    PublishCommands() = default;
    PublishCommands(const PublishCommands&) = delete;
    PublishCommands& operator=(const PublishCommands&) = delete;

    /// Once, before the command line is read.
    void add_to(CLI::App& app);
    /// Those that may take long enough to tell how far they are.
    std::vector<CLI::App*> long_ones() const { return {add_, export_stick_}; }
    /// Whether one of these commands was called.
    bool called() const { return *keys_ || *repo_ || *export_stick_; }
    Exit carry_out(const Streams& streams) const;

  private:
    void add_keys(CLI::App& app);
    void add_init();
    void add_rotate();
    CLI::App* add_repo_command(const char* name, const char* what);
    void add_secrets(CLI::App& command, const char* key_help);
    Result<void> run(const publisher::Console& console) const;
    Result<void> run_init(host::Disk& disk, const publisher::Console& console) const;
    Result<void> run_export(const publisher::Repository& repository,
                            const publisher::Console& console) const;
    Result<void> run_rotate(publisher::Repository& repository,
                            const publisher::Console& console) const;
    Result<publisher::Console> console_on(const Streams& streams) const;

    std::string key_file_, key_name_, folder_, pack_, stick_;
    std::string stick_lifetime_ = "400d";
    std::vector<std::string> passphrase_files_, own_keys_, from_;
    publisher::Founding founding_;
    std::map<update::TopRole, std::string> lifetimes_;
    bool one_editor_ = false;
    std::string role_ = "root";
    publisher::Rotation rotation_;
    std::uint64_t threshold_ = 0; ///< of a rotation; 0: as it is
    CLI::App *keys_ = nullptr, *new_key_ = nullptr, *repo_ = nullptr, *export_stick_ = nullptr;
    CLI::App *init_ = nullptr, *add_ = nullptr, *sign_ = nullptr, *rotate_ = nullptr;
    CLI::App *refresh_ = nullptr, *verify_ = nullptr;
};

} // namespace foyer::packer
