// SPDX-License-Identifier: EUPL-1.2
// Hashes and signatures. The only place that knows OpenSSL; others see bytes and hex digits.
#pragma once

#include "kiosk/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;
struct evp_pkey_st;

namespace foyer::update {

enum class HashKind { sha256, sha512 };

/// Small hex digits, as TUF writes hashes and signatures.
std::string to_hex(std::string_view bytes);
/// Empty if `hex` is not an even number of hex digits.
std::optional<std::string> from_hex(std::string_view hex);

/// A hash of bytes that come in pieces.
class Hasher {
  public:
    explicit Hasher(HashKind kind);
    void add(std::string_view bytes);
    /// In hex. Once, at the end.
    std::string hex();

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

std::string hash_hex(HashKind kind, std::string_view bytes);

struct FreeKey {
    void operator()(evp_pkey_st* key) const;
};

/// A key that verifies, as TUF metadata write it: Ed25519, ECDSA on P-256, RSA-PSS with SHA-256 and
/// 2048 bits at least.
class PublicKey {
  public:
    /// Fails with refused for a kind, a scheme, a curve or a length that is not on that list,
    /// invalid for a key that cannot be read.
    static Result<PublicKey> parse(std::string_view keytype, std::string_view scheme,
                                   std::string_view public_part);
    /// False for any signature that does not hold, whatever is wrong with it. `signature` is raw.
    bool verifies(std::string_view signature, std::string_view message) const;
    /// The same for the same key material, whatever it is called or however it is written.
    const std::string& material() const { return material_; }

  private:
    PublicKey(std::unique_ptr<evp_pkey_st, FreeKey> key, std::string material);
    std::unique_ptr<evp_pkey_st, FreeKey> key_;
    std::string material_;
};

/// An Ed25519 key that signs. It never lies on a kiosk.
class SigningKey {
  public:
    static Result<SigningKey> generate();
    /// PKCS#8 in PEM, encrypted; fails with untrusted for a wrong passphrase, invalid for anything
    /// that is no Ed25519 key. A key that is not encrypted is read without asking.
    static Result<SigningKey> read(std::string_view pem, const std::string& passphrase);
    /// Whether read() will need a passphrase.
    static bool is_encrypted(std::string_view pem);
    /// PKCS#8 in PEM, encrypted with scrypt and AES-256.
    Result<std::string> pem(const std::string& passphrase) const;
    /// 32 bytes in hex.
    std::string public_hex() const;
    /// 64 raw bytes.
    Result<std::string> sign(std::string_view message) const;

  private:
    explicit SigningKey(std::unique_ptr<evp_pkey_st, FreeKey> key);
    std::unique_ptr<evp_pkey_st, FreeKey> key_;
};

} // namespace foyer::update
