// SPDX-License-Identifier: EUPL-1.2
// A pack from anybody: opened, and if it opens, everything is read. Errors are fine; crashes, wrong
// memory and endless walks are not.
//
// An input is not a pack but what to change in a sound one: five bytes each, where (three) and what
// (one) and how many times (one). So the seeds are small and fit every version of the format. Bytes
// that begin like a SQLite file are taken as they are.
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/read_all.h"
#include "tests/store/sample.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace foyer;

namespace {

constexpr std::size_t change_bytes = 5;

std::string sound_pack() {
    const test::TemporaryFile file("seed.pack");
    if (!store::write_pack(test::sample_content(), file.path())) std::abort();
    return test::read_file(file.path());
}

std::string changed(std::string_view changes) {
    static const std::string sound = sound_pack();
    std::string pack = sound;
    for (; changes.size() >= change_bytes; changes.remove_prefix(change_bytes)) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(changes[i]); };
        const std::size_t at = (std::size_t{byte(0)} << 16 | std::size_t{byte(1)} << 8 | byte(2));
        for (std::size_t i = 0; i <= byte(4); ++i) pack[(at + i) % pack.size()] = changes[3];
    }
    return pack;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const bool whole = input.starts_with("SQLite format 3");
    static const test::TemporaryFile file("fuzz.pack");
    test::write_file(file.path(), whole ? std::string(input) : changed(input));
    Result<store::Pack> pack = store::Pack::open(file.path());
    const bool fine = pack && test::read_all(*pack) && pack->check();
    // Without this, a fuzzer that opens nothing would look like one that finds nothing.
    if (size == 0 && !fine) std::abort();
    return 0;
}
