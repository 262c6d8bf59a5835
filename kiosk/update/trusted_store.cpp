// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/trusted_store.h"

#include "kiosk/update/delegation.h"

#include <utility>

namespace foyer::update {

TrustedStore::TrustedStore(host::Disk& disk, std::string folder)
    : disk_(&disk), folder_(std::move(folder)) {}

std::string TrustedStore::path(std::string_view role) const {
    return folder_ + "/" + file_name(role) + ".json";
}

std::string TrustedStore::history(std::uint64_t version) const {
    return folder_ + "/root_history/" + std::to_string(version) + ".root.json";
}

Result<void> TrustedStore::prepare() {
    TRY(disk_->make_folder(folder_));
    TRY(disk_->make_folder(folder_ + "/root_history"));
    const std::size_t slash = folder_.rfind('/');
    TRY(disk_->sync_folder(slash == std::string::npos ? "." : folder_.substr(0, slash)));
    return disk_->sync_folder(folder_);
}

Result<std::optional<std::string>> TrustedStore::read_file(const std::string& path,
                                                           std::uint64_t max_bytes) const {
    auto bytes = disk_->read(path, max_bytes);
    if (bytes) return std::optional(std::move(*bytes));
    // A file that cannot be read is another matter: what it remembers must not be forgotten.
    if (bytes.error().code == Errc::not_found) return std::optional<std::string>();
    return std::move(bytes).error();
}

Result<std::optional<std::string>> TrustedStore::read(std::string_view role,
                                                      std::uint64_t max_bytes) const {
    return read_file(path(role), max_bytes);
}

Result<std::optional<std::string>> TrustedStore::read_root(std::uint64_t version,
                                                           std::uint64_t max_bytes) const {
    return read_file(history(version), max_bytes);
}

Result<void> TrustedStore::keep(std::string_view role, std::string_view bytes) {
    return host::replace_file(*disk_, path(role), bytes);
}

Result<void> TrustedStore::keep_root(std::uint64_t version, std::string_view bytes) {
    TRY(host::replace_file(*disk_, history(version), bytes));
    return keep("root", bytes);
}

const char* timestamp_role(Mark mark) {
    return mark == Mark::usb ? "stick.timestamp" : "timestamp";
}

} // namespace foyer::update
