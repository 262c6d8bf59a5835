// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/fresh.h"

#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace foyer::packer {

namespace {

/// A file that is gone at the end of the scope.
class Passing {
  public:
    explicit Passing(std::string path) : path_(std::move(path)) {}
    Passing(const Passing&) = delete;
    Passing& operator=(const Passing&) = delete;
    ~Passing() { std::remove(path_.c_str()); }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

Result<bool> differs(store::Pack& now, store::Pack& before, const std::string& page) {
    const std::vector<std::string> languages = TRY(now.languages(page));
    const std::vector<std::string> had = TRY(before.languages(page));
    for (const std::string& language : languages) {
        if (std::find(had.begin(), had.end(), language) == had.end()) return true;
        const std::string mark = TRY(now.fingerprint(page, language));
        const std::string old_mark = TRY(before.fingerprint(page, language));
        if (mark != old_mark) return true;
    }
    return false;
}

} // namespace

Result<std::vector<std::string>> fresh_pages(const model::PackContent& content,
                                             const std::string& previous,
                                             const std::string& output) {
    store::Pack before = TRY(store::Pack::open(previous));
    const Passing passing(output + ".compare");
    TRY(store::write_pack(content, passing.path()));
    store::Pack now = TRY(store::Pack::open(passing.path()));
    std::vector<std::string> fresh;
    for (const model::PageContent& page : content.pages) {
        const bool changed = TRY(differs(now, before, page.id));
        if (changed) fresh.push_back(page.id);
    }
    return fresh;
}

} // namespace foyer::packer
