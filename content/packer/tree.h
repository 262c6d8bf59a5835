// SPDX-License-Identifier: EUPL-1.2
// A content folder on disk. Nothing is read outside of it: every step of a path is opened beneath
// the folder without following links, and only plain files are read, so that a link, a FIFO or a
// device costs an error and not a secret or a hang.
#pragma once

#include "kiosk/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

enum class EntryKind { file, folder, link, other };

struct Entry {
    std::string name;
    EntryKind kind = EntryKind::other;
};

constexpr std::size_t max_entries_per_folder = 20'000;
constexpr std::size_t max_entries_per_page = 200;

class Tree {
  public:
    /// Fails with not_found or unreadable.
    static Result<Tree> open(const std::string& folder);
    Tree(Tree&& other) noexcept;
    Tree& operator=(Tree&& other) noexcept;
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    ~Tree();

    /// The path as messages show it: with the folder's name as it was given.
    std::string shown(std::string_view path) const;

    /// What lies in a folder ("" is the folder itself), by name, without dot files. Fails with
    /// not_found, refused (a link), too_large (more than `most`).
    Result<std::vector<Entry>> list(std::string_view path,
                                    std::size_t most = max_entries_per_folder) const;

    /// Fails with not_found, refused (a link, or not a plain file), too_large, unreadable.
    Result<std::string> read(std::string_view path, std::size_t max_bytes) const;

  private:
    Tree(int root, std::string name) : root_(root), name_(std::move(name)) {}

    int root_ = -1;
    std::string name_;
};

/// The error of a Tree without the path it begins with, for messages that name the place anyway.
std::string without_place(const Error& error, std::string_view shown);

} // namespace foyer::packer
