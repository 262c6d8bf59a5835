// SPDX-License-Identifier: EUPL-1.2
// The risk: a key that a thief can compute, or a signature nobody made, counts as a person's word.
// Keys and signatures here were made by the openssl command for the message "a town hall".
#include "kiosk/update/crypto.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;

namespace {

constexpr std::string_view message = "a town hall";
constexpr std::string_view p256_key =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECmj99hKqSjs8I85yC+jkfcz3Wmr5\n"
    "x02uDtrBrCo8XbhIxqhPoUbRUhAHv3ATzX2mjauuPDbx3jHqcGkrycjYxw==\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view p256_key_compressed =
    "-----BEGIN PUBLIC KEY-----\n"
    "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADCmj99hKqSjs8I85yC+jkfcz3Wmr5\n"
    "x02uDtrBrCo8Xbg=\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view p384_key =
    "-----BEGIN PUBLIC KEY-----\n"
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEmqtAbhWucq5LVwXC7n/+4rO4FMbObxY0\n"
    "qz9bGZD6C5JNhoZMs8eq6ziKeCKoAypP2P9YA9gyQHH6byI1WLcGWBP1xvC0g9vX\n"
    "uTfxMKigBtfDjYdOAttCK6EhrkeSup3R\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view secp256k1_key =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEpaRpUdM/aqX0RwdLrKh5io8/3WgaI2xq\n"
    "Dj9UGka6txpxMJRg2NVvxrMo25hQkMgHo4/PPoqErML3pBY1qBVGGw==\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view rsa_key_2048 =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAn/fzxvIxeic6L+5NyvDn\n"
    "CR49CDrC+fPWcep+IkPFAnZn2ead0o/ViACuMW0BaCa/23yqsL1KNXaFtvlU/oqg\n"
    "S6ZedAYW6oqyN9U3sHCQDxUYVN3RZYSyzCbj22dAFfp0vrnuFo7bwDH1uIpnWKt6\n"
    "iobIdC8qpyJ93fOLrgkI8C735NM+ybvMomHhR5Z1OiDeu/hQrqlSaP6pDlUVNwY2\n"
    "y/tIciU79rF3ZgZunC6Kl5qjttkXYKetvn/elt12VKhW/DkCXLDtGtgEVLUbPDdg\n"
    "KyE8AC+YpMar6Bg6VJCgWyGqekCn0F7KFmSFu9kQ6F3T6zbFk60zyu5LAr1kE9Fq\n"
    "swIDAQAB\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view rsa_key_1024 =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCywJ1eOSzQWGDBDyMK9xy9cq62\n"
    "SWJtOiNEoA0rNjytRSK3jJQPh015pfrCi+I9DwKN0nCYSKzRSHs/BznheArGl6UP\n"
    "3tFe8YJLZoE1FqP0ytsfVW6rJVkAS0kpJztzdQYZ4nWOgmdUHZFmSrExOvqbP7/v\n"
    "/w7sUtWaXP8dVDTmyQIDAQAB\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view p256_signature =
    "304402206c9ed3f18565cadf2b10394675aa9c9290fefc79a53f371061dc38cf03eb0b5b022024b2c355"
    "3964d32cf251b1abab20692d2fe99dbdb8a6da36f1d50af1aed2a912";
constexpr std::string_view pss_signature =
    "98e789f1eab627e1819b228f29a914cf00918ef14738f64466ce4e23fae49960c1a6aae18672686da3ca"
    "c043484a28ae4be00893e764fd32471bcf76f6b4b2196ecbd77a8a05d1023d05c18f8d7e15cb1fdb0938"
    "6ab9270339c6ee0366cce13ad31d67f3a71f0c8e46ebc729363225d70a61a7ab01c4873dd907221627fe"
    "d58966b99456007900f818789c30b4bc3c4c708704a596a427aa7b4f31efc3ae9cbe9c7bde4b804465f1"
    "a759976c0146583bf9480d1f516f53bb1435a98b46d81947cbf14e62c8ec668a542efb33268da72179f9"
    "c9b0a16ca2cdf8b8b340a7ac4d8a5a1560d727cce992775d92d6832d8cbfcab08b11eee4160e487d501f"
    "2f63eb28";
constexpr std::string_view pkcs1_signature =
    "059bc6ac0fd901b0c25fc2e9bfb4818c2c607c40f3a60227baa7b20d593de2bc66a93ab5f9a68397a503"
    "f6dc7b52dcfe8b34f65a8d1a2c0a1de1639945699c5086cd2b3a2a7cfefe3228702c938597e7f3157a4d"
    "32015a73e564285c31522157d8492391e6b4982e9c83e846f1fbdfdc7aaf3cc12f0d60bcffc2223fed81"
    "88f492f7ff0cef40a691f0f75963452d5db6d0390adf3d2d11f944c1da0eb6ff5a9d987c975baf2c9ea2"
    "147aa5d69bd2e0f29ecad8264e02ee6edeca921c55946607de5b20ca17b18102bc7bfc7c4da33b3d7847"
    "8aee40ba66c20b36d6e4db2ee5d2b065cf2bb38d50d4498f7925c00bf452fd3517cc765de11e3d7b313d"
    "c9d7debe";

Result<PublicKey> ecdsa(std::string_view pem) {
    return PublicKey::parse("ecdsa", "ecdsa-sha2-nistp256", pem);
}

Result<PublicKey> rsa(std::string_view pem) {
    return PublicKey::parse("rsa", "rsassa-pss-sha256", pem);
}

bool verifies(const PublicKey& key, std::string_view hex, std::string_view text = message) {
    return key.verifies(from_hex(hex).value(), text);
}

} // namespace

TEST_CASE("hashes are those of FIPS 180, whole or in pieces", "[update]") {
    CHECK(hash_hex(HashKind::sha256, "abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hash_hex(HashKind::sha512, "abc") ==
          "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    Hasher hasher(HashKind::sha256);
    hasher.add("a");
    hasher.add("");
    hasher.add("bc");
    CHECK(hasher.hex() == hash_hex(HashKind::sha256, "abc"));
}

TEST_CASE("hex digits are read in both cases and written small", "[update]") {
    CHECK(to_hex(std::string_view("\x00\xAB\xff", 3)) == "00abff");
    CHECK(from_hex("00ABff") == std::string("\x00\xAB\xff", 3));
    CHECK(from_hex("") == "");
    CHECK_FALSE(from_hex("abc"));
    CHECK_FALSE(from_hex("0g"));
    CHECK_FALSE(from_hex("0x"));
}

TEST_CASE("what an Ed25519 key signs verifies, and nothing else does", "[update]") {
    const SigningKey key = SigningKey::generate().value();
    const PublicKey parsed = PublicKey::parse("ed25519", "ed25519", key.public_hex()).value();
    std::string signature = key.sign(message).value();
    CHECK(parsed.verifies(signature, message));
    CHECK_FALSE(parsed.verifies(signature, "a town hall."));
    CHECK_FALSE(parsed.verifies("", message));
    CHECK_FALSE(parsed.verifies(signature + "x", message));
    signature[40] = static_cast<char>(signature[40] ^ 1);
    CHECK_FALSE(parsed.verifies(signature, message));
}

TEST_CASE("signatures of RFC 8032 verify", "[update]") {
    const PublicKey key =
        PublicKey::parse("ed25519", "ed25519",
                         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
            .value();
    CHECK(verifies(key,
                   "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                   "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                   "\x72"));
}

TEST_CASE("an ECDSA signature on P-256 verifies, under the old name of the type too", "[update]") {
    const PublicKey key = ecdsa(p256_key).value();
    CHECK(verifies(key, p256_signature));
    CHECK_FALSE(verifies(key, p256_signature, "another hall"));
    CHECK_FALSE(verifies(key, pss_signature));
    CHECK(verifies(PublicKey::parse("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", p256_key).value(),
                   p256_signature));
}

TEST_CASE("an RSA signature counts with PSS padding only", "[update]") {
    const PublicKey key = rsa(rsa_key_2048).value();
    CHECK(verifies(key, pss_signature));
    CHECK_FALSE(verifies(key, pss_signature, "another hall"));
    CHECK_FALSE(verifies(key, pkcs1_signature));
}

TEST_CASE("an elliptic curve other than P-256 is refused", "[update]") {
    CHECK(ecdsa(p384_key).error().code == Errc::refused);
    CHECK(ecdsa(secp256k1_key).error().code == Errc::refused);
    CHECK(ecdsa(rsa_key_2048).error().code == Errc::refused);
}

TEST_CASE("an RSA key below 2048 bits is refused", "[update]") {
    CHECK(rsa(rsa_key_1024).error().code == Errc::refused);
    CHECK(rsa(p256_key).error().code == Errc::refused);
}

TEST_CASE("kinds of keys that are not on the list are refused", "[update]") {
    CHECK(PublicKey::parse("rsa", "rsa-pkcs1v15-sha256", rsa_key_2048).error().code ==
          Errc::refused);
    CHECK(PublicKey::parse("ed25519", "rsassa-pss-sha256", rsa_key_2048).error().code ==
          Errc::refused);
    CHECK(PublicKey::parse("", "", "").error().code == Errc::refused);
}

TEST_CASE("a key that cannot be read is invalid", "[update]") {
    CHECK(PublicKey::parse("ed25519", "ed25519", "00").error().code == Errc::invalid);
    CHECK(PublicKey::parse("ed25519", "ed25519", std::string(64, 'g')).error().code ==
          Errc::invalid);
    CHECK(ecdsa("").error().code == Errc::invalid);
    CHECK(ecdsa("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n").error().code ==
          Errc::invalid);
    CHECK(ecdsa(std::string(1'000'000, ' ')).error().code == Errc::invalid);
}

TEST_CASE("key material is the same however the key is written", "[update]") {
    CHECK(ecdsa(p256_key)->material() == ecdsa(p256_key_compressed)->material());
    CHECK(ecdsa(p256_key)->material() ==
          PublicKey::parse("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", p256_key)->material());
    CHECK(rsa(rsa_key_2048)->material() ==
          rsa("words before it\n" + std::string(rsa_key_2048))->material());
    const auto ed25519 = [](const std::string& hex) {
        return PublicKey::parse("ed25519", "ed25519", hex)->material();
    };
    const std::string hex = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    CHECK(ed25519(hex) ==
          ed25519("3D4017C3E843895A92B70AA74D1B7EBC9C982CCF2EC4968CC0CD55F12AF4660C"));
    CHECK(ed25519(hex) != ed25519(SigningKey::generate()->public_hex()));
}

TEST_CASE("a private key is kept encrypted and opens with its passphrase only", "[update]") {
    const SigningKey key = SigningKey::generate().value();
    const std::string pem = key.pem("correct horse").value();
    CHECK(SigningKey::is_encrypted(pem));
    CHECK(SigningKey::read(pem, "correct horse")->public_hex() == key.public_hex());
    CHECK(SigningKey::read(pem, "wrong horse").error().code == Errc::untrusted);
    CHECK(SigningKey::read(pem, "").error().code == Errc::untrusted);
    CHECK(key.pem("").error().code == Errc::invalid);
    CHECK(key.pem("correct horse").value() != pem); // another salt
}

TEST_CASE("only Ed25519 keys sign", "[update]") {
    CHECK(SigningKey::read(p256_key, "").error().code == Errc::invalid);
    CHECK(SigningKey::read("", "").error().code == Errc::invalid);
    CHECK(SigningKey::read(std::string(1'000'000, 'x'), "").error().code == Errc::invalid);
    CHECK(SigningKey::read("-----BEGIN PRIVATE KEY-----\n"
                           "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                           "-----END PRIVATE KEY-----\n",
                           "")
              ->public_hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}
