// SPDX-License-Identifier: EUPL-1.2
// The commands that read content: build and check.
#pragma once

#include "content/packer/hyphenation.h"
#include "content/packer/read_content.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace foyer::packer {

enum class Format { text, json };

/// What foyer-pack answers to the shell.
enum class Exit { good = 0, problems = 1, usage = 2 };

struct Streams {
    std::ostream& out;
    std::ostream& err;
    bool show_progress = false;
};

/// Tells how far long work is, on one line of its own that is written over; nothing where nobody
/// watches.
Progress progress_on(const Streams& streams, const char* doing);

/// What reading content needs from this computer.
struct Means {
    host::Pictures& pictures;
    const Fonts& fonts;
    const Hyphenation& hyphenation;
};

struct BuildJob {
    std::vector<std::string> folders;
    std::string output;
    std::string previous; ///< an older pack: pages that differ from it are new; empty: none
};

/// Writes the pack, or says what is wrong and leaves the old file alone. Warnings do not stop it.
Exit build(const BuildJob& job, const Means& means, const Streams& streams);

/// Says what an editor could still do, on standard output. Good even where content has errors,
/// which are counted on the error stream; a folder that cannot be read is not.
Exit report(const std::vector<std::string>& folders, Format format, const Means& means,
            const Streams& streams);

/// Says everything that is wrong. Warnings alone are good.
Exit check(const std::vector<std::string>& folders, const Means& means, const Streams& streams);

} // namespace foyer::packer
