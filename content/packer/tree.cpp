// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/tree.h"

#include "kiosk/base/text.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace foyer::packer {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    int fd() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

  private:
    int fd_;
};

Error failure(const std::string& path) {
    const int why = errno;
    if (why == ENOENT || why == ENOTDIR) return {Errc::not_found, path + ": does not exist"};
    if (why == ELOOP) return {Errc::refused, path + ": this is a link; copy the file itself here"};
    return {Errc::unreadable, path + ": cannot be read: " + std::strerror(why)};
}

/// Opens `path` below `root`, one step at a time. O_NONBLOCK: opening a FIFO must not wait.
Result<Descriptor> open_beneath(int root, std::string_view path, const std::string& shown) {
    Descriptor here(openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (here.fd() < 0) return failure(shown);
    if (path.empty()) return here;
    for (const std::string_view step : text::split(path, '/')) {
        if (step.empty() || step == "." || step == "..") {
            return Error{Errc::refused, shown + ": not a path inside the content folder"};
        }
        const int next = openat(here.fd(), std::string(step).c_str(),
                                O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (next < 0) return failure(shown);
        here = Descriptor(next);
    }
    return here;
}

EntryKind kind_of(int folder, const char* name) {
    struct stat info {};
    if (fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0) return EntryKind::other;
    if (S_ISREG(info.st_mode)) return EntryKind::file;
    if (S_ISDIR(info.st_mode)) return EntryKind::folder;
    return S_ISLNK(info.st_mode) ? EntryKind::link : EntryKind::other;
}

} // namespace

Result<Tree> Tree::open(const std::string& folder) {
    const int root = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) return failure(folder);
    std::string name = folder;
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    return Tree(root, std::move(name));
}

Tree::Tree(Tree&& other) noexcept
    : root_(std::exchange(other.root_, -1)), name_(std::move(other.name_)) {}

Tree& Tree::operator=(Tree&& other) noexcept {
    std::swap(root_, other.root_);
    std::swap(name_, other.name_);
    return *this;
}

std::string without_place(const Error& error, std::string_view shown) {
    const bool begins = error.what.size() > shown.size() + 2 && error.what.starts_with(shown);
    return begins ? error.what.substr(shown.size() + 2) : error.what;
}

Tree::~Tree() {
    if (root_ >= 0) close(root_);
}

std::string Tree::shown(std::string_view path) const {
    return path.empty() ? name_ : name_ + "/" + std::string(path);
}

Result<std::vector<Entry>> Tree::list(std::string_view path, std::size_t most) const {
    Descriptor folder = TRY(open_beneath(root_, path, shown(path)));
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(fdopendir(folder.fd()), &closedir);
    if (!stream) return failure(shown(path));
    const int fd = folder.release(); // the stream owns it now
    std::vector<Entry> entries;
    while (const dirent* found = readdir(stream.get())) {
        if (found->d_name[0] == '.') continue;
        if (entries.size() >= most) {
            return Error{Errc::too_large, shown(path) + ": this folder has more than " +
                                              std::to_string(most) + " entries"};
        }
        entries.push_back({found->d_name, kind_of(fd, found->d_name)});
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

Result<std::string> Tree::read(std::string_view path, std::size_t max_bytes) const {
    const Descriptor file = TRY(open_beneath(root_, path, shown(path)));
    struct stat info {};
    if (fstat(file.fd(), &info) != 0) return failure(shown(path));
    if (!S_ISREG(info.st_mode))
        return Error{Errc::refused, shown(path) + ": this is not a plain file"};
    std::string bytes;
    while (bytes.size() <= max_bytes) { // the size told by fstat may be a lie on odd file systems
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + (std::size_t{1} << 16), max_bytes + 1));
        const ssize_t got = ::read(file.fd(), bytes.data() + before, bytes.size() - before);
        if (got < 0 && errno == EINTR) {
            bytes.resize(before);
            continue;
        }
        if (got < 0) return failure(shown(path));
        bytes.resize(before + static_cast<std::size_t>(got));
        if (got == 0) return bytes;
    }
    return Error{Errc::too_large, shown(path) + ": this file is larger than " +
                                      std::to_string(max_bytes >> 20) + " MB"};
}

} // namespace foyer::packer
