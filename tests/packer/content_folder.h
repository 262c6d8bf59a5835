// SPDX-License-Identifier: EUPL-1.2
// A content folder in a temporary place, with one good page to begin with. Tests change one thing
// and look at what foyer-pack says.
#pragma once

#include "content/packer/build.h"
#include "kiosk/host/pictures.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer::test {

/// Any picture is 200 by 100, unless its bytes say otherwise: "too large", "damaged".
class FakePictures final : public host::Pictures {
  public:
    Result<host::Bitmap> decode(const host::PictureJob& job) override;
    int decoded = 0;
};

class ScopedTempDir {
  public:
    ScopedTempDir();
    ~ScopedTempDir();
    ScopedTempDir(const ScopedTempDir&) = delete;
    ScopedTempDir& operator=(const ScopedTempDir&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

/// German and English and Leichte Sprache, a topic "basics", a source "one", a term "quellcode" and
/// a page "first" without a problem.
class ContentFolder {
  public:
    ContentFolder();

    const std::string& path() const { return folder_.path(); }
    /// Writes a file of the folder; the folders above it are made. A page's German file gets a
    /// facts.toml without facts beside it, unless there is one.
    void write(const std::string& file, std::string_view text) const;
    void remove(const std::string& file) const;
    /// Replaces the first `from` in a file, which must be there.
    void replace(const std::string& file, std::string_view from, std::string_view to) const;

    /// All messages, without the folder's own name: "pages/first/de.md:3:1: error: ...".
    std::vector<std::string> check() const;
    /// The content as read, without typography; only for folders without an error.
    model::PackContent content() const;

  private:
    ScopedTempDir folder_;
};

using Messages = std::vector<std::string>;

/// The problems of a page "page" whose German file has this text behind good front matter. Lines
/// count from the text's first one, which is line 1.
Messages problems_of_text(std::string_view markdown);

/// The blocks that this German text becomes; it must have no problem.
std::vector<model::Block> blocks_of(std::string_view markdown);

/// The problems of the folder after the first `from` in a file was replaced (nothing, where `file`
/// is empty), with line and column but without the names of files.
Messages problems_after(const ContentFolder& folder, const std::string& file, std::string_view from,
                        std::string_view to);

const packer::Fonts& fonts();

} // namespace foyer::test
