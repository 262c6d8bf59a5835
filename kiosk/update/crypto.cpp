// SPDX-License-Identifier: EUPL-1.2
// Hashes and signatures by OpenSSL 3's EVP interface. Its queue of errors is left empty: others in
// the process read it too.
#include "kiosk/update/crypto.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>

namespace foyer::update {
namespace {

constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192; // beyond that one check takes as long as a thousand others
constexpr std::size_t max_pem_bytes = 16 * 1024;
constexpr std::size_t ed25519_bytes = 32;
constexpr std::size_t ed25519_signature_bytes = 64;

using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

/// unique_ptr with the function of OpenSSL that frees such a thing.
template <auto function> struct FreeBy {
    template <class T> void operator()(T* thing) const { function(thing); }
};
using Bio = std::unique_ptr<BIO, FreeBy<BIO_free_all>>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeBy<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, FreeBy<BN_free>>;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* octets(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

Bio reader(std::string_view bytes) {
    return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

/// Without this OpenSSL would ask on the terminal when it meets a PEM that is encrypted.
int no_passphrase(char*, int, int, void*) { return -1; }

int give_passphrase(char* buffer, int room, int, void* passphrase) {
    const auto& text = *static_cast<const std::string*>(passphrase);
    if (text.size() > static_cast<std::size_t>(room)) return -1;
    std::copy(text.begin(), text.end(), buffer);
    return static_cast<int>(text.size());
}

std::string number_hex(const EVP_PKEY* key, const char* name) {
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) return {};
    const Number number(raw);
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
    BN_bn2bin(raw, octets(bytes));
    return to_hex(bytes);
}

Result<Key> read_public_pem(std::string_view pem) {
    if (pem.size() > max_pem_bytes) return Error{Errc::invalid, "the key is too long"};
    const Bio bio = reader(pem);
    Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, no_passphrase, nullptr));
    ERR_clear_error();
    if (!key) return Error{Errc::invalid, "the key is no public key in PEM"};
    return key;
}

Error not_supported(std::string_view keytype, std::string_view scheme) {
    return {Errc::refused,
            "keys of type " + std::string(keytype) + "/" + std::string(scheme) + " are not used"};
}

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 64> group{};
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
           std::string_view(group.data()) == SN_X9_62_prime256v1;
}

} // namespace

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto octet = static_cast<unsigned char>(c);
        hex += digits[octet >> 4U];
        hex += digits[octet & 15U];
    }
    return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

void Hasher::Free::operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }

Hasher::Hasher(HashKind kind) : context_(EVP_MD_CTX_new()) {
    EVP_DigestInit_ex2(context_.get(), kind == HashKind::sha256 ? EVP_sha256() : EVP_sha512(),
                       nullptr);
}

void Hasher::add(std::string_view bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

std::string Hasher::hex() {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    EVP_DigestFinal_ex(context_.get(), octets(digest), &length);
    digest.resize(length);
    return to_hex(digest);
}

std::string hash_hex(HashKind kind, std::string_view bytes) {
    Hasher hasher(kind);
    hasher.add(bytes);
    return hasher.hex();
}

void FreeKey::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

PublicKey::PublicKey(std::unique_ptr<evp_pkey_st, FreeKey> key, std::string material)
    : key_(std::move(key)), material_(std::move(material)) {}

Result<PublicKey> PublicKey::parse(std::string_view keytype, std::string_view scheme,
                                   std::string_view public_part) {
    if (keytype == "ed25519" && scheme == "ed25519") {
        const auto raw = from_hex(public_part);
        if (!raw || raw->size() != ed25519_bytes) {
            return Error{Errc::invalid, "an Ed25519 key is not 64 hex digits"};
        }
        Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(*raw), raw->size()));
        if (!key) return Error{Errc::invalid, "the Ed25519 key cannot be read"};
        return PublicKey(std::move(key), "ed25519:" + to_hex(*raw));
    }
    // Repositories of before 2023 call the type by the name of the scheme.
    const bool ecdsa =
        (keytype == "ecdsa" || keytype == "ecdsa-sha2-nistp256") && scheme == "ecdsa-sha2-nistp256";
    const bool rsa = keytype == "rsa" && scheme == "rsassa-pss-sha256";
    if (!ecdsa && !rsa) return not_supported(keytype, scheme);

    Key key = TRY(read_public_pem(public_part));
    // The material is the numbers themselves: the same point has several encodings in PEM.
    if (ecdsa) {
        if (!is_p256(key.get())) return Error{Errc::refused, "the key is not on curve P-256"};
        std::string material = "p256:" + number_hex(key.get(), OSSL_PKEY_PARAM_EC_PUB_X) + ":" +
                               number_hex(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y);
        return PublicKey(std::move(key), std::move(material));
    }
    if (EVP_PKEY_is_a(key.get(), "RSA") != 1) return not_supported(keytype, scheme);
    const int bits = EVP_PKEY_get_bits(key.get());
    if (bits < least_rsa_bits || bits > most_rsa_bits) {
        return Error{Errc::refused, "an RSA key of " + std::to_string(bits) + " bits"};
    }
    std::string material = "rsa:" + number_hex(key.get(), OSSL_PKEY_PARAM_RSA_N);
    return PublicKey(std::move(key), std::move(material));
}

bool PublicKey::verifies(std::string_view signature, std::string_view message) const {
    const Context context(EVP_MD_CTX_new());
    const bool hashes_itself = EVP_PKEY_is_a(key_.get(), "ED25519") == 1;
    EVP_PKEY_CTX* settings = nullptr; // belongs to `context`
    bool good =
        EVP_DigestVerifyInit(context.get(), &settings, hashes_itself ? nullptr : EVP_sha256(),
                             nullptr, key_.get()) == 1;
    if (good && EVP_PKEY_is_a(key_.get(), "RSA") == 1) {
        good = EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_AUTO) == 1;
    }
    good = good && EVP_DigestVerify(context.get(), octets(signature), signature.size(),
                                    octets(message), message.size()) == 1;
    ERR_clear_error();
    return good;
}

SigningKey::SigningKey(std::unique_ptr<evp_pkey_st, FreeKey> key) : key_(std::move(key)) {}

Result<SigningKey> SigningKey::generate() {
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    ERR_clear_error();
    if (!key) return Error{Errc::unreadable, "the system gave no randomness for a key"};
    return SigningKey(std::move(key));
}

Result<SigningKey> SigningKey::read(std::string_view pem, const std::string& passphrase) {
    if (pem.size() > max_pem_bytes) return Error{Errc::invalid, "the key file is too long"};
    const Bio bio = reader(pem);
    std::string copy = passphrase;
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, &copy));
    ERR_clear_error();
    if (!key && is_encrypted(pem)) {
        return Error{Errc::untrusted, "the passphrase does not open the key"};
    }
    if (!key || EVP_PKEY_is_a(key.get(), "ED25519") != 1) {
        return Error{Errc::invalid, "the file is no private Ed25519 key in PEM"};
    }
    return SigningKey(std::move(key));
}

bool SigningKey::is_encrypted(std::string_view pem) {
    return pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != std::string_view::npos;
}

Result<std::string> SigningKey::pem(const std::string& passphrase) const {
    // OpenSSL's own numbers for `pkcs8 -scrypt`: 16 MB of memory for every guess.
    constexpr std::uint64_t cost = 16384, block = 8, parallel = 1;
    if (passphrase.empty()) return Error{Errc::invalid, "a key needs a passphrase"};
    std::array<unsigned char, 16> salt{};
    const Error failed{Errc::unreadable, "OpenSSL could not encrypt the key"};
    if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) return failed;

    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeBy<PKCS8_PRIV_KEY_INFO_free>> plain(
        EVP_PKEY2PKCS8(key_.get()));
    std::unique_ptr<X509_ALGOR, FreeBy<X509_ALGOR_free>> algorithm(
        PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(), static_cast<int>(salt.size()),
                              nullptr, cost, block, parallel));
    if (!plain || !algorithm) return failed;
    const std::unique_ptr<X509_SIG, FreeBy<X509_SIG_free>> encrypted(PKCS8_set0_pbe(
        passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), algorithm.get()));
    if (!encrypted) return failed;
    (void)algorithm.release(); // is part of `encrypted` now

    const Bio out(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8(out.get(), encrypted.get()) != 1) return failed;
    char* text = nullptr;
    const long length = BIO_get_mem_data(out.get(), &text);
    return std::string(text, static_cast<std::size_t>(length));
}

std::string SigningKey::public_hex() const {
    std::string raw(ed25519_bytes, '\0');
    std::size_t length = raw.size();
    EVP_PKEY_get_raw_public_key(key_.get(), octets(raw), &length);
    return to_hex(raw);
}

Result<std::string> SigningKey::sign(std::string_view message) const {
    const Context context(EVP_MD_CTX_new());
    std::string signature(ed25519_signature_bytes, '\0');
    std::size_t length = signature.size();
    const bool good =
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
        EVP_DigestSign(context.get(), octets(signature), &length, octets(message),
                       message.size()) == 1;
    ERR_clear_error();
    if (!good) return Error{Errc::unreadable, "OpenSSL could not sign"};
    return signature;
}

} // namespace foyer::update
