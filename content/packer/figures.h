// SPDX-License-Identifier: EUPL-1.2
// The figures of one page: what de.md declares about each file, and the files themselves.
#pragma once

#include "content/packer/fields.h"
#include "content/packer/markdown.h"
#include "content/packer/tree.h"
#include "kiosk/host/pictures.h"
#include "kiosk/model/pack_content.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace foyer::packer {

/// Long descriptions of one language, by file name.
std::map<std::string, std::string> read_figure_texts(Fields& front_matter,
                                                     const std::string& language,
                                                     const std::set<std::string>& files);

/// The type a file name ends in, or nothing for what is no picture.
std::optional<host::PictureType> picture_type(std::string_view file);

/// Each file is read and decoded once, however many languages show it.
class FigureShelf {
  public:
    FigureShelf(const Tree& tree, std::string page, std::set<std::string> files,
                host::Pictures& pictures, Checking& checking);

    const std::set<std::string>& files() const { return files_; }
    /// The [[figure]] tables of de.md.
    void read_notes(Fields& front_matter);
    /// Fills in what the text itself does not say about a figure, and checks that it may be shown.
    void complete(model::Figure& figure, const FigureUse& use,
                  const std::map<std::string, std::string>& long_texts, Fields& fields);
    void report_unused();
    void move_media(std::vector<model::MediaContent>& to);

  private:
    struct Note {
        std::string author, licence;
        bool decorative = false;
    };
    const model::MediaContent* medium(const std::string& file);
    /// Looks at the figure as the kiosk will: drawings by the rules of FORMAT.md, then all by
    /// decoding them. Reports and returns nothing where it cannot be shown.
    std::optional<model::MediaContent> load(const std::string& file);

    const Tree& tree_;
    host::Pictures& pictures_;
    Checking& checking_;
    std::string page_;
    std::set<std::string> files_, used_;
    std::map<std::string, Note> notes_;
    std::map<std::string, std::optional<model::MediaContent>> media_; ///< by file, once asked for
};

} // namespace foyer::packer
