// SPDX-License-Identifier: EUPL-1.2
// Files that exist only in a test, with faults on order.
#pragma once

#include "kiosk/host/files.h"

#include <map>
#include <optional>
#include <vector>

namespace foyer::platform {

/// One thread: `changed` is called from within put() and remove().
class MemoryFiles final : public host::Files {
  public:
    /// Writes a file and tells those who watch it.
    void put(const std::string& path, std::string bytes);
    void remove(const std::string& path);
    /// From now on reading and asking about `path` fails like this; absent: no more.
    void fail(const std::string& path, std::optional<Error> error);
    int reads(const std::string& path) const;

    Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
    Result<host::FileStamp> stamp(const std::string& path) override;
    Result<void> watch(const std::string& path, std::function<void()> changed) override;

  private:
    struct File {
        std::string bytes;
        host::FileStamp stamp;
    };
    struct Watch {
        std::string path;
        std::function<void()> changed;
    };
    Result<const File*> find(const std::string& path) const;
    void tell(const std::string& path);

    std::map<std::string, File> files_;
    std::map<std::string, Error> faults_;
    std::map<std::string, int> reads_;
    std::vector<Watch> watches_;
    std::uint64_t writes_ = 0;
};

} // namespace foyer::platform
