// SPDX-License-Identifier: EUPL-1.2
// Runs a fuzzer as an ordinary test, where libFuzzer is not to be had: every file of the corpus,
// then mutations of them, the same ones every time. What it guards against is a parser that breaks
// on slightly wrong input; the long search for more is `./dev fuzz`.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int mutations = 3000;
/// Fewer mutations on a slow machine, in the same order.
constexpr std::chrono::seconds time_limit{8};

/// splitmix64: the standard library's distributions differ between implementations, this does not.
class Dice {
  public:
    std::size_t below(std::size_t limit) {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
    }

  private:
    std::uint64_t state_ = 1;
};

std::vector<Bytes> read_corpus(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> seeds;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void flip_bit(Bytes& bytes, Dice& dice) {
    bytes[dice.below(bytes.size())] ^= static_cast<std::uint8_t>(1u << dice.below(8));
}

void cut(Bytes& bytes, Dice& dice) { bytes.resize(dice.below(bytes.size()) + 1); }

void drop(Bytes& bytes, Dice& dice) {
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(dice.below(bytes.size()));
    const auto left = static_cast<std::size_t>(bytes.end() - from);
    bytes.erase(from, from + static_cast<std::ptrdiff_t>(dice.below(left + 1)));
}

void insert_part_of(const Bytes& other, Bytes& bytes, Dice& dice) {
    if (other.empty()) return;
    const std::size_t from = dice.below(other.size());
    const std::size_t length = dice.below(std::min<std::size_t>(other.size() - from, 256)) + 1;
    const auto first = other.begin() + static_cast<std::ptrdiff_t>(from);
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(dice.below(bytes.size() + 1)), first,
                 first + static_cast<std::ptrdiff_t>(length));
}

Bytes mutated(const std::vector<Bytes>& seeds, Dice& dice) {
    Bytes bytes = seeds[dice.below(seeds.size())];
    for (std::size_t times = dice.below(4) + 1; times > 0; --times) {
        const std::size_t kind = bytes.empty() ? 3 : dice.below(4);
        if (kind == 0) flip_bit(bytes, dice);
        if (kind == 1) cut(bytes, dice);
        if (kind == 2) drop(bytes, dice);
        if (kind == 3) insert_part_of(seeds[dice.below(seeds.size())], bytes, dice);
    }
    return bytes;
}

/// The input that is being tried, for the one who has to look into a crash.
void keep(const Bytes& bytes) {
    const char* path = std::getenv("FOYER_FUZZ_KEEP");
    if (path == nullptr) return;
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

void try_one(const Bytes& bytes) {
    keep(bytes);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
        std::fprintf(stderr,
                     "usage: %s CORPUS-FOLDER   (FOYER_FUZZ_KEEP=FILE keeps the last input)\n",
                     argv[0]);
        return 2;
    }
    const std::vector<Bytes> seeds = read_corpus(argv[1]);
    if (seeds.empty()) {
        std::fprintf(stderr, "%s: no seeds in %s\n", argv[0], argv[1]);
        return 2;
    }
    for (const Bytes& seed : seeds) try_one(seed);
    const auto end = std::chrono::steady_clock::now() + time_limit;
    Dice dice;
    int tried = 0;
    while (tried < mutations && std::chrono::steady_clock::now() < end) {
        try_one(mutated(seeds, dice));
        ++tried;
    }
    std::printf("%zu seeds, %d mutations\n", seeds.size(), tried);
    return 0;
}
