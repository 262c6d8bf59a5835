// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/stick_writer.h"

#include "kiosk/base/log.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace foyer::app {

namespace {

/// What a file takes beside its bytes.
constexpr std::uint64_t overhead_bytes = 64 * 1024;
constexpr int most_names = 1000;
constexpr const char* unfinished = ".part";

/// Sticks know no difference between large and small letters.
std::string small(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

std::string numbered(const std::string& name, int number) {
    if (number == 1) return name;
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    return name.substr(0, dot) + "-" + std::to_string(number) + name.substr(dot);
}

std::optional<std::string> free_name(const std::vector<std::string>& taken,
                                     const std::string& name) {
    const auto is_taken = [&](const std::string& wanted) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const std::string& other) { return small(other) == small(wanted); });
    };
    for (int number = 1; number <= most_names; ++number) {
        std::string wanted = numbered(name, number);
        if (!is_taken(wanted) && !is_taken(wanted + unfinished)) return wanted;
    }
    return std::nullopt;
}

} // namespace

model::WrittenOut StickWriter::write(model::Paper paper, const std::vector<OutFile>& files) {
    model::WrittenOut out{paper, {}, {}, {}};
    const std::vector<host::Stick> sticks = sticks_.found();
    const auto stick = std::find_if(sticks.begin(), sticks.end(),
                                    [](const host::Stick& one) { return one.writable; });
    if (stick == sticks.end()) {
        out.error = sticks.empty() ? Errc::not_found : Errc::refused;
        if (!sticks.empty()) out.where = sticks.front().name;
        return out;
    }
    out.where = stick->name;
    const auto all = [&]() -> Result<std::vector<std::string>> {
        return put(stick->path, TRY(print(files)));
    };
    Result<std::vector<std::string>> names = all();
    if (names) {
        out.files = std::move(names).value();
    } else {
        log::warning("the stick: " + names.error().what);
        out.error = meaning(*stick, names.error().code);
    }
    return out;
}

Result<std::vector<StickWriter::Bytes>> StickWriter::print(const std::vector<OutFile>& files) {
    std::vector<Bytes> all;
    for (const OutFile& file : files) {
        if (const auto* bytes = std::get_if<std::string>(&file.content)) {
            all.push_back({file.name, *bytes});
            continue;
        }
        if (printer_ == nullptr) return Error{Errc::invalid, file.name + ": nobody prints"};
        std::string pdf = TRY(printer_->pdf(std::get<host::Document>(file.content)));
        all.push_back({file.name, std::move(pdf)});
    }
    return all;
}

Result<std::vector<std::string>> StickWriter::put(const std::string& folder,
                                                  const std::vector<Bytes>& files) {
    std::uint64_t needed = 0;
    for (const Bytes& file : files) needed += file.bytes.size() + overhead_bytes;
    const std::uint64_t free = TRY(disk_.free_bytes(folder));
    if (free < needed) return Error{Errc::no_space, folder + ": full"};
    std::vector<std::string> taken = TRY(disk_.list(folder));
    std::vector<std::string> names;
    for (const Bytes& file : files) {
        const std::optional<std::string> name = free_name(taken, file.name);
        if (!name) return Error{Errc::refused, folder + ": too many of " + file.name};
        Result<void> written = put_one(folder, *name, file.bytes);
        if (!written) {
            // What is left of it is nothing that anybody can use.
            (void)disk_.remove(folder + "/" + *name + unfinished).has_value();
            return written.error();
        }
        taken.push_back(*name);
        names.push_back(*name);
    }
    TRY(disk_.sync_folder(folder));
    return names;
}

Result<void> StickWriter::put_one(const std::string& folder, const std::string& name,
                                  const std::string& bytes) {
    const std::string path = folder + "/" + name;
    {
        const std::unique_ptr<host::NewFile> file = TRY(disk_.create(path + unfinished));
        TRY(file->write(bytes));
        TRY(file->sync());
    }
    return disk_.rename(path + unfinished, path);
}

/// The system's word for a stick that was pulled, is worn out or locked is the same.
Errc StickWriter::meaning(const host::Stick& stick, Errc code) {
    if (code == Errc::no_space || code == Errc::invalid || code == Errc::too_large) return code;
    for (const host::Stick& now : sticks_.found()) {
        if (now.path == stick.path) return now.writable ? Errc::unreadable : Errc::refused;
    }
    return Errc::unreadable;
}

} // namespace foyer::app
