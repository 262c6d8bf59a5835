// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/download.h"

#include <utility>

namespace foyer::update {

namespace {

/// The whole of a file may take as long as at this speed, and a while for the beginning. A source
/// that is slower stops being waited for; what came stays, and the next run goes on with it.
constexpr std::uint64_t least_bytes_per_ms = 16;
constexpr std::chrono::minutes beginning{5};

HashKind kind_of(const Hashes& hashes) {
    return hashes.sha256.empty() ? HashKind::sha512 : HashKind::sha256;
}

std::chrono::milliseconds patience(std::uint64_t bytes) {
    return beginning + std::chrono::milliseconds(bytes / least_bytes_per_ms);
}

/// Whether there is any sense in going on with what is there.
bool can_continue(Errc code) { return code == Errc::unreadable || code == Errc::timeout; }

} // namespace

const std::string& file_hash(const RemoteFile& file) {
    return file.hashes.sha256.empty() ? file.hashes.sha512 : file.hashes.sha256;
}

Download::Download(host::Disk& disk, host::Fetch& source, const RemoteFile& file, std::string path,
                   std::function<void(std::uint64_t)> progress)
    : disk_(disk),
      source_(source),
      file_(file),
      path_(std::move(path)),
      progress_(std::move(progress)) {}

/// Remembers that it was our own disk that failed.
template <class T> Result<T> Download::ours(Result<T> result) {
    if (!result) disk_failed_ = true;
    return result;
}

Result<void> Download::run() {
    Result<void> result = attempt();
    if (!result && continued_ && !disk_failed_ && !can_continue(result.error().code)) {
        // What was there before may be to blame: a power cut can tear it, and some servers do not
        // know how to begin in the middle. Once more from the beginning.
        result = attempt();
    }
    return result;
}

Result<void> Download::attempt() {
    Result<void> result = start();
    if (result && done_ < file_.length) result = get_rest();
    if (result) result = check();
    out_.reset();
    if (!result && (disk_failed_ || !can_continue(result.error().code))) {
        (void)disk_.remove(path_);
    }
    return result;
}

Result<void> Download::start() {
    continued_ = continue_at_end();
    if (continued_) {
        if (progress_) progress_(done_);
        return {};
    }
    hasher_ = std::make_unique<Hasher>(kind_of(file_.hashes));
    done_ = 0;
    // A new file instead of the old one emptied: that may lie on a bad place.
    TRY(ours(disk_.remove(path_)));
    out_ = TRY(ours(disk_.create(path_)));
    return {};
}

/// False if there is nothing, or nothing that can be read again: then it is fetched anew.
bool Download::continue_at_end() {
    const Result<std::uint64_t> size = disk_.size(path_);
    if (!size || *size == 0 || *size > file_.length) return false;
    hasher_ = std::make_unique<Hasher>(kind_of(file_.hashes));
    done_ = 0;
    const Result<void> read = disk_.read_through(path_, [&](std::string_view piece) {
        hasher_->add(piece);
        done_ += piece.size();
        return Result<void>();
    });
    if (!read || done_ != *size) return false;
    Result<std::unique_ptr<host::NewFile>> file = disk_.resume(path_);
    if (file) out_ = *std::move(file);
    return file.has_value();
}

Result<void> Download::get_rest() {
    const host::Wanted wanted{file_.name, done_, file_.length, patience(file_.length)};
    TRY(source_.get(wanted, [this](std::string_view piece) { return take(piece); }));
    if (done_ < file_.length) return {Errc::unreadable, file_.name + ": ends too early"};
    return {};
}

Result<void> Download::take(std::string_view piece) {
    if (piece.size() > file_.length - done_) {
        return {Errc::too_large, file_.name + ": longer than was signed"};
    }
    TRY(ours(out_->write(piece)));
    hasher_->add(piece);
    done_ += piece.size();
    if (progress_) progress_(done_);
    return {};
}

Result<void> Download::check() {
    if (hasher_->hex() != file_hash(file_)) {
        return {Errc::damaged, file_.name + ": not the bytes that were signed"};
    }
    return ours(out_->sync());
}

} // namespace foyer::update
