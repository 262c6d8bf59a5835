// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory/memory_disk.h"

#include <algorithm>

namespace foyer::platform {

namespace {

Error missing(const std::string& path) { return {Errc::not_found, path + ": not there"}; }

/// A view does not change when the file does: nobody may count on either.
class MemoryView final : public host::FileView {
  public:
    explicit MemoryView(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string_view bytes() const override { return bytes_; }

  private:
    std::string bytes_;
};

} // namespace

class MemoryNewFile final : public host::NewFile {
  public:
    MemoryNewFile(MemoryDisk& disk, std::string path, MemoryDisk::NodePointer node)
        : disk_(disk), path_(std::move(path)), node_(std::move(node)), at_(node_->now.size()) {}

    Result<void> reserve(std::uint64_t bytes) override {
        TRY(disk_.step("reserve", path_, MemoryDisk::Need::space));
        TRY(take(bytes));
        node_->now.resize(std::max<std::size_t>(node_->now.size(), bytes));
        return {};
    }
    Result<void> write(std::string_view bytes) override {
        const auto flow = disk_.step("write", path_, MemoryDisk::Need::space);
        if (!flow) {
            // A write that fails may have got half way.
            put(bytes.substr(0, bytes.size() / 2));
            return flow.error();
        }
        TRY(take(at_ + bytes.size()));
        put(bytes);
        return {};
    }
    Result<std::span<char>> map() override {
        TRY(disk_.step("map", path_, MemoryDisk::Need::neither));
        return std::span<char>(node_->now);
    }
    Result<void> sync() override {
        const auto flow = disk_.step("sync", path_, MemoryDisk::Need::neither);
        if (!flow) {
            // What a failed sync has not written it never will, and the next one does not say so.
            node_->sync_failed = true;
            return flow.error();
        }
        if (!node_->sync_failed) node_->medium = node_->now;
        return {};
    }
    Result<void> seal() override {
        TRY(disk_.step("seal", path_, MemoryDisk::Need::neither));
        node_->sealed = true;
        return {};
    }

  private:
    void put(std::string_view bytes) {
        node_->now.resize(std::max(node_->now.size(), at_ + bytes.size()));
        node_->now.replace(at_, bytes.size(), bytes);
        at_ += bytes.size();
    }
    Result<void> take(std::uint64_t size) const {
        const std::uint64_t more = size > node_->now.size() ? size - node_->now.size() : 0;
        if (disk_.capacity_bytes_ && disk_.used_bytes() + more > *disk_.capacity_bytes_) {
            return Error{Errc::no_space, path_ + ": the medium is full"};
        }
        return {};
    }

    MemoryDisk& disk_;
    std::string path_;
    MemoryDisk::NodePointer node_;
    std::size_t at_;
};

std::string MemoryDisk::folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

bool MemoryDisk::is_root(const std::string& path) { return path == "." || path == "/"; }

void MemoryDisk::NameChange::apply(Names& names) const {
    if (to.empty() && node) names[path] = node;
    if (!to.empty()) names[to] = node;
    if (!to.empty() || !node) names.erase(path);
}

std::string MemoryDisk::NameChange::folder() const { return folder_of(to.empty() ? path : to); }

void MemoryDisk::change(NameChange change) {
    change.apply(now_);
    pending_.push_back(std::move(change));
}

MemoryDisk::NodePointer MemoryDisk::add_node(Node node) {
    return &nodes_.emplace_back(std::move(node));
}

void MemoryDisk::put_folder(const std::string& path) {
    if (is_root(path)) return;
    put_folder(folder_of(path));
    if (now_.count(path) == 0) now_[path] = medium_[path] = add_node({.folder = true});
}

void MemoryDisk::put(const std::string& path, const std::string& bytes) {
    put_folder(folder_of(path));
    now_[path] = medium_[path] = add_node({.now = bytes, .medium = bytes});
}

std::optional<std::string> MemoryDisk::get(const std::string& path) const {
    const auto found = now_.find(path);
    if (found == now_.end() || found->second->folder) return std::nullopt;
    return found->second->now;
}

std::vector<std::string> MemoryDisk::names() const {
    std::vector<std::string> all;
    for (const auto& [path, node] : now_) all.push_back(path);
    return all;
}

bool MemoryDisk::sealed(const std::string& path) const {
    const auto found = now_.find(path);
    return found != now_.end() && found->second->sealed;
}

void MemoryDisk::fail_at(std::size_t operation, Fault fault, Lasting lasting) {
    failing_ = operation;
    fault_ = fault;
    lasting_ = lasting;
}

std::uint64_t MemoryDisk::used_bytes() const {
    std::uint64_t bytes = 0;
    for (const auto& [path, node] : now_) bytes += node->now.size();
    return bytes;
}

Result<MemoryDisk::Flow> MemoryDisk::step(const char* what, const std::string& path, Need need) {
    if (look_) look_();
    const std::size_t operation = log_.size();
    log_.push_back(std::string(what) + " " + path);
    if (need != Need::reading) ++changes_;
    if (!failing_ || operation < *failing_) return Flow::whole;
    const bool now = operation == *failing_;
    if (fault_ == Fault::power_cut) return {Errc::unreadable, path + ": the power is off"};
    if (!now && lasting_ == Lasting::once) return Flow::whole;
    switch (fault_) {
    case Fault::io_error: return {Errc::unreadable, path + ": input/output error"};
    case Fault::no_space:
        if (need == Need::space) return {Errc::no_space, path + ": the medium is full"};
        break;
    case Fault::short_read:
        if (need == Need::reading) return Flow::half;
        break;
    case Fault::power_cut: break;
    }
    return Flow::whole;
}

Result<MemoryDisk::NodePointer> MemoryDisk::file(const std::string& path) const {
    const auto found = now_.find(path);
    if (found == now_.end()) return missing(path);
    if (found->second->folder) return Error{Errc::unreadable, path + ": is a folder"};
    return found->second;
}

Result<std::string> MemoryDisk::read(const std::string& path, std::size_t max_bytes) {
    const Flow flow = TRY(step("read", path, Need::reading));
    const NodePointer node = TRY(file(path));
    if (node->now.size() > max_bytes) return {Errc::too_large, path + ": longer than allowed"};
    return node->now.substr(0, flow == Flow::half ? node->now.size() / 2 : std::string::npos);
}

Result<void> MemoryDisk::read_through(const std::string& path,
                                      const std::function<Result<void>(std::string_view)>& use) {
    const Flow flow = TRY(step("read_through", path, Need::reading));
    const NodePointer node = TRY(file(path));
    // After a failed sync the system forgets, and the medium answers.
    const std::string& bytes = node->sync_failed ? node->medium : node->now;
    const std::size_t middle = bytes.size() / 2;
    TRY(use(std::string_view(bytes).substr(0, middle)));
    if (flow == Flow::half) return {};
    return use(std::string_view(bytes).substr(middle));
}

Result<std::unique_ptr<host::FileView>> MemoryDisk::view(const std::string& path) {
    const Flow flow = TRY(step("view", path, Need::reading));
    const NodePointer node = TRY(file(path));
    const std::size_t length = flow == Flow::half ? node->now.size() / 2 : node->now.size();
    return std::unique_ptr<host::FileView>(new MemoryView(node->now.substr(0, length)));
}

Result<std::uint64_t> MemoryDisk::size(const std::string& path) {
    const Flow flow = TRY(step("size", path, Need::reading));
    const NodePointer node = TRY(file(path));
    return std::uint64_t{flow == Flow::half ? node->now.size() / 2 : node->now.size()};
}

Result<std::vector<std::string>> MemoryDisk::list(const std::string& folder) {
    const Flow flow = TRY(step("list", folder, Need::reading));
    const auto found = now_.find(folder);
    if (!is_root(folder) && (found == now_.end() || !found->second->folder)) return missing(folder);
    std::vector<std::string> names;
    for (const auto& [path, node] : now_) {
        if (folder_of(path) == folder) names.push_back(path.substr(path.rfind('/') + 1));
    }
    if (flow == Flow::half) names.resize(names.size() / 2);
    return names;
}

Result<std::uint64_t> MemoryDisk::free_bytes(const std::string& folder) {
    TRY(step("free_bytes", folder, Need::reading));
    if (!capacity_bytes_) return std::uint64_t{1} << 40;
    const std::uint64_t used = used_bytes();
    return used < *capacity_bytes_ ? *capacity_bytes_ - used : 0;
}

Result<void> MemoryDisk::make_folder(const std::string& path) {
    TRY(step("make_folder", path, Need::space));
    const auto found = now_.find(path);
    if (found != now_.end() && found->second->folder) return {};
    if (found != now_.end()) return {Errc::unreadable, path + ": is no folder"};
    const std::string above = folder_of(path);
    if (!is_root(above) && now_.count(above) == 0) return missing(above);
    change({path, "", add_node({.folder = true})});
    return {};
}

Result<std::unique_ptr<host::NewFile>> MemoryDisk::create(const std::string& path) {
    TRY(step("create", path, Need::space));
    const std::string above = folder_of(path);
    if (!is_root(above) && now_.count(above) == 0) return missing(above);
    const auto found = now_.find(path);
    NodePointer node = nullptr;
    if (found == now_.end()) {
        node = add_node({});
        change({path, "", node});
    } else {
        node = TRY(file(path));
        node->now.clear();
        node->sealed = node->sync_failed = false;
    }
    return std::unique_ptr<host::NewFile>(new MemoryNewFile(*this, path, node));
}

Result<std::unique_ptr<host::NewFile>> MemoryDisk::resume(const std::string& path) {
    TRY(step("resume", path, Need::neither));
    const NodePointer node = TRY(file(path));
    return std::unique_ptr<host::NewFile>(new MemoryNewFile(*this, path, node));
}

Result<void> MemoryDisk::rename(const std::string& from, const std::string& to) {
    TRY(step("rename", from + " " + to, Need::space));
    const auto found = now_.find(from);
    if (found == now_.end()) return missing(from);
    change({from, to, found->second});
    return {};
}

Result<void> MemoryDisk::remove(const std::string& path) {
    TRY(step("remove", path, Need::neither));
    const auto found = now_.find(path);
    if (found == now_.end()) return {};
    if (found->second->folder) return {Errc::unreadable, path + ": is a folder"};
    change({path, "", nullptr});
    return {};
}

Result<void> MemoryDisk::sync_folder(const std::string& folder) {
    TRY(step("sync_folder", folder, Need::neither));
    std::vector<NameChange> rest;
    for (NameChange& change : pending_) {
        if (change.folder() == folder) {
            change.apply(medium_);
        } else {
            rest.push_back(std::move(change));
        }
    }
    pending_ = std::move(rest);
    return {};
}

} // namespace foyer::platform
