// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/key_file.h"

#include "kiosk/base/text.h"
#include "kiosk/update/json.h"
#include "platform/linux/fd.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>

namespace foyer::publisher {

namespace {

using nlohmann::json;

constexpr std::size_t max_key_file_bytes = 16 * 1024;
constexpr std::size_t max_name_letters = 60;
constexpr std::size_t least_passphrase_letters = 10;
constexpr std::size_t public_hex_digits = 64;
constexpr int readable_by_all = 0644, readable_by_owner = 0600;

Result<std::string> read_small(const std::string& path) {
    const platform::Fd file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return Error{Errc::not_found, path + ": " + std::strerror(errno)};
    std::string bytes(max_key_file_bytes + 1, '\0');
    const ssize_t got = read(file.get(), bytes.data(), bytes.size());
    if (got < 0) return Error{Errc::unreadable, path + ": " + std::strerror(errno)};
    bytes.resize(static_cast<std::size_t>(got));
    if (bytes.size() > max_key_file_bytes) {
        return Error{Errc::invalid, path + ": this is no key, it is too long for one"};
    }
    return bytes;
}

/// The one place that does not write through host::Disk: a private key may at no moment be there
/// for others to read, nor take the place of another key.
Result<void> write_new(const std::string& path, std::string_view bytes, int mode) {
    const platform::Fd file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file && errno == EEXIST) {
        return Error{Errc::refused, path + " is there already and is not replaced; a key that is "
                                           "lost cannot be made again. Choose another name"};
    }
    if (!file) return Error{Errc::unreadable, path + ": " + std::strerror(errno)};
    if (write(file.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
        fsync(file.get()) == 0) {
        return {};
    }
    Error error{Errc::unreadable, path + ": " + std::strerror(errno)};
    unlink(path.c_str());
    return error;
}

Result<std::string> new_passphrase(const Console& console) {
    std::string passphrase;
    if (!console.passphrases.empty()) {
        passphrase = console.passphrases.front();
    } else if (console.ask_secret) {
        passphrase = TRY(console.ask_secret("Passphrase for the new key: "));
        const std::string again = TRY(console.ask_secret("The same once more: "));
        if (passphrase != again) {
            return Error{Errc::invalid, "the two passphrases differ; nothing was written"};
        }
    } else {
        return Error{Errc::invalid, "a new key needs a passphrase, and there is no terminal to ask "
                                    "for it; give --passphrase-file"};
    }
    if (text::length(passphrase) < least_passphrase_letters) {
        return Error{Errc::invalid,
                     "a passphrase has " + std::to_string(least_passphrase_letters) +
                         " letters at least; four words are good. Nothing was written"};
    }
    return passphrase;
}

bool is_name(const std::string& name) {
    return !name.empty() && text::first_invalid(name) == std::string::npos &&
           text::length(name) <= max_name_letters && name == printable(name);
}

} // namespace

json key_object(const std::string& public_hex) {
    return {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", public_hex}}}};
}

std::string KnownKey::id() const {
    return update::hash_hex(update::HashKind::sha256, update::canonical(key_object(public_hex)));
}

std::string OwnKey::id() const { return KnownKey{"", key.public_hex()}.id(); }

std::string to_text(const KnownKey& key) {
    const json out = {
        {"foyer-key", 1}, {"name", key.name}, {"scheme", "ed25519"}, {"public", key.public_hex}};
    return out.dump() + "\n";
}

Result<KnownKey> parse_known_key(std::string_view bytes) {
    const Result<json> file = update::parse_json(bytes);
    const auto field = [&](const char* name) {
        const auto found = file->find(name);
        return found != file->end() && found->is_string() ? found->get<std::string>()
                                                          : std::string();
    };
    if (!file || !file->is_object() || !file->contains("foyer-key")) {
        return Error{Errc::invalid, "this is no public key file; `foyer-pack keys new` makes one "
                                    "whose name ends in .pub"};
    }
    const KnownKey key{field("name"), field("public")};
    const auto raw = update::from_hex(key.public_hex);
    if (!raw || key.public_hex.size() != public_hex_digits ||
        update::to_hex(*raw) != key.public_hex ||
        !update::PublicKey::parse("ed25519", field("scheme"), key.public_hex) ||
        !is_name(key.name)) {
        return Error{Errc::invalid, "this public key file is damaged; ask for it again"};
    }
    return key;
}

Result<KnownKey> read_known_key(const std::string& path) {
    const std::string bytes = TRY(read_small(path));
    Result<KnownKey> key = parse_known_key(bytes);
    if (!key) return Error{key.error().code, path + ": " + key.error().what};
    return key;
}

Result<void> new_key(const std::string& path, const std::string& name, const Console& console) {
    const KnownKey named{name.empty() ? std::filesystem::path(path).stem().string() : name, ""};
    if (!is_name(named.name)) {
        return Error{Errc::invalid, "a key's name has 1 to 60 letters and no line breaks"};
    }
    for (const std::string& taken : {path, path + ".pub"}) {
        if (std::error_code unknown; std::filesystem::exists(taken, unknown)) {
            return Error{Errc::refused, taken +
                                            " is there already and is not replaced; a key that "
                                            "is lost cannot be made again. Choose another name"};
        }
    }
    const std::string passphrase = TRY(new_passphrase(console));
    const update::SigningKey key = TRY(update::SigningKey::generate());
    const std::string pem = TRY(key.pem(passphrase));
    TRY(write_new(path, pem, readable_by_owner));
    const KnownKey known{named.name, key.public_hex()};
    TRY(write_new(path + ".pub", to_text(known), readable_by_all));
    console.out << "Made a key for \"" << named.name << "\".\n"
                << "  " << path
                << "      is secret: it stays with its owner, with a copy in a safe "
                << "place, and never on a kiosk or a web server.\n"
                << "  " << path << ".pub  may be seen by all.\n"
                << "Next: hand " << path << ".pub to whoever runs `foyer-pack repo init` or "
                << "`foyer-pack repo rotate`.\n";
    return {};
}

Result<OwnKey> read_own_key(const std::string& path, const Console& console) {
    const std::string pem = TRY(read_small(path));
    const auto attempt = [&](const std::string& passphrase) -> Result<OwnKey> {
        Result<update::SigningKey> key = update::SigningKey::read(pem, passphrase);
        if (!key) return Error{key.error().code, path + ": " + key.error().what};
        return OwnKey{std::move(*key), path};
    };
    if (!update::SigningKey::is_encrypted(pem)) return attempt("");
    for (const std::string& passphrase : console.passphrases) {
        Result<OwnKey> key = attempt(passphrase);
        if (key || key.error().code != Errc::untrusted) return key;
    }
    if (!console.ask_secret) {
        return Error{Errc::untrusted, path +
                                          ": no passphrase fits, and there is no terminal to ask "
                                          "for one; give --passphrase-file"};
    }
    const std::string passphrase = TRY(console.ask_secret("Passphrase of " + path + ": "));
    return attempt(passphrase);
}

Result<std::vector<OwnKey>> read_own_keys(const std::vector<std::string>& paths,
                                          const Console& console) {
    std::vector<OwnKey> keys;
    for (const std::string& path : paths) {
        OwnKey key = TRY(read_own_key(path, console));
        keys.push_back(std::move(key));
    }
    return keys;
}

} // namespace foyer::publisher
