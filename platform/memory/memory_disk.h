// SPDX-License-Identifier: EUPL-1.2
// A disk that exists only in a test, with the memory of a real one: what was written is not on the
// medium before sync(), a name not before sync_folder(). A test can pull the plug before every
// operation and look at each disk that may be found then, or let any operation fail.
#pragma once

#include "kiosk/host/disk.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace foyer::platform {

/// One thread. Files that are being written must not outlive it.
class MemoryDisk final : public host::Disk {
  public:
    MemoryDisk() = default;
    MemoryDisk(MemoryDisk&&) = default;
    MemoryDisk& operator=(MemoryDisk&&) = default;

    enum class Fault {
        power_cut,  ///< nothing works from then on
        io_error,   ///< EIO; a write gets half way, a failed sync loses what was written
        no_space,   ///< ENOSPC, for operations that need space
        short_read, ///< half of the bytes, without an error
    };
    enum class Lasting { once, for_good };

    // What a test does to it; none of this counts as an operation.
    /// A file that has long been there, with all folders above it.
    void put(const std::string& path, const std::string& bytes);
    void put_folder(const std::string& path);
    /// What a reader would find now; empty if there is no such file.
    std::optional<std::string> get(const std::string& path) const;
    /// Everything that is there now, folders too, sorted.
    std::vector<std::string> names() const;
    bool sealed(const std::string& path) const;
    /// The size of the medium. Without it, it never fills.
    void limit(std::uint64_t bytes) { capacity_bytes_ = bytes; }

    /// Operations so far. The next one has this number.
    std::size_t operations() const { return log_.size(); }
    /// Operations that were more than reading: as long as it is the same, nothing has changed.
    std::size_t changes() const { return changes_; }
    /// One line for each operation: "write store/current.new".
    const std::vector<std::string>& log() const { return log_; }
    void fail_at(std::size_t operation, Fault fault, Lasting lasting);
    /// From now on nothing fails; what a failed sync has lost stays lost.
    void heal() { failing_.reset(); }
    /// Called before each operation: the moment to ask what a power cut would leave.
    void before_each(std::function<void()> look) { look_ = std::move(look); }

    /// How many disks may be found if the power fails now: unsynced bytes kept, lost, zeros or
    /// torn; each unsynced name there or not. More than six unsynced names are not combined freely:
    /// the first ones are there, or all but one.
    std::size_t outcomes() const;
    /// One of them, with everything on it on the medium and no fault ordered.
    MemoryDisk after_crash(std::size_t outcome) const;
    /// The same for the same names and bytes as a reader finds them.
    std::string fingerprint() const;

    Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
    Result<void> read_through(const std::string& path,
                              const std::function<Result<void>(std::string_view)>& use) override;
    Result<std::unique_ptr<host::FileView>> view(const std::string& path) override;
    Result<std::uint64_t> size(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
    Result<std::uint64_t> free_bytes(const std::string& folder) override;
    Result<void> make_folder(const std::string& path) override;
    Result<std::unique_ptr<host::NewFile>> create(const std::string& path) override;
    Result<std::unique_ptr<host::NewFile>> resume(const std::string& path) override;
    Result<void> rename(const std::string& from, const std::string& to) override;
    Result<void> remove(const std::string& path) override;
    Result<void> sync_folder(const std::string& folder) override;

  private:
    friend class MemoryNewFile;
    struct Node {
        bool folder = false, sealed = false;
        bool sync_failed = false; ///< `now` will never be `medium`, and the system has forgotten it
        std::string now = {}, medium = {};
    };
    using NodePointer = Node*; ///< into nodes_
    using Names = std::map<std::string, NodePointer>;
    struct NameChange {
        std::string path, to; ///< `to` of a rename
        NodePointer node;     ///< of a new name, or null
        void apply(Names& names) const;
        std::string folder() const;
    };
    static std::string folder_of(const std::string& path);
    static bool is_root(const std::string& path);
    enum class Need { reading, space, neither };
    enum class Flow { whole, half };

    Result<Flow> step(const char* what, const std::string& path, Need need);
    NodePointer add_node(Node node);
    Result<NodePointer> file(const std::string& path) const;
    void change(NameChange change);
    std::uint64_t used_bytes() const;
    std::vector<NodePointer> unsynced() const;
    std::size_t name_outcomes() const;
    Names names_after(std::size_t outcome) const;

    std::deque<Node> nodes_; ///< those without a name too: they may come back, or be open
    Names now_, medium_;
    std::vector<NameChange> pending_; ///< from medium_ to now_
    std::vector<std::string> log_;
    std::size_t changes_ = 0;
    std::function<void()> look_;
    std::optional<std::uint64_t> capacity_bytes_;
    std::optional<std::size_t> failing_; ///< the operation that was ordered to fail
    Fault fault_ = Fault::power_cut;
    Lasting lasting_ = Lasting::once;
};

} // namespace foyer::platform
