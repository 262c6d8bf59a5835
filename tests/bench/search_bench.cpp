// SPDX-License-Identifier: EUPL-1.2
// How long a visitor waits: search after each key, in a pack of 10,000 pages; and opening a big
// pack against a small one. Prints a table; exits with 1 where a bound is missed.
#include "kiosk/base/text.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/bench/pack_generator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

using namespace foyer;
using store::Pack;

namespace {

constexpr double search_bound_ms = 10;
constexpr double start_bound = 1.2;
constexpr double start_budget_ms = 110;

/// By the clock on the wall, as a visitor waits.
template <class F> double milliseconds(F&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    return took.count();
}

/// What this process used up meanwhile: the same on a busy machine.
double processor_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Spread {
    double p50, p99, max;
};

Spread spread(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double part) {
        return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    };
    return {at(0.5), at(0.99), values.back()};
}

/// As people type: whole words and halves, two words, whole questions, wrong letters, umlauts
/// without dots.
std::vector<std::string> typed_queries() {
    std::vector<std::string> out = {"strasse",
                                    "schloss",
                                    "stärkungsgesetz",
                                    "souverenität",
                                    "sovereignty",
                                    "was ist open source",
                                    "offene daten",
                                    "der die das",
                                    "und",
                                    "in der verwaltung",
                                    "digitale souveränität",
                                    "xyzzyqwertz",
                                    "kommunale software",
                                    "open",
                                    "koeln",
                                    "buergerbeteiligung",
                                    "warum ist die digitale verwaltung noch nicht unabhängig",
                                    "what does open source software cost a town hall"};
    const auto& german = bench::german_words();
    const auto& english = bench::english_words();
    for (std::size_t i = 0; i < 70; ++i) {
        // Frequent and rare ones alike: ranks 0, 3, 10, 21, ... 14,000.
        const std::string& word = german[i * i * 3];
        out.push_back(word);
        out.push_back(english[i * i * 3] + " " + english[i]);
        if (i % 10 == 0) {
            out.push_back("wie kann " + german[i + 40] + " mit " + word + " oder " +
                          german[i + 90]);
        }
        std::string wrong = word;
        if (wrong.size() > 6) std::swap(wrong[3], wrong[4]);
        if (text::first_invalid(wrong) == std::string::npos) out.push_back(wrong);
    }
    return out;
}

struct Slow {
    double ms;
    std::string query;
};

struct Typing {
    Spread wall, processor;
};

Typing search_as_typed(Pack& pack, std::size_t& keys, std::vector<Slow>& slowest) {
    std::vector<double> times, used;
    for (const std::string& query : typed_queries()) {
        std::size_t at = 0;
        while (at < query.size()) {
            at += text::decode(query, at).bytes;
            const std::string typed = query.substr(0, at);
            const char* language = keys % 5 == 4 ? "en" : "de";
            const double before = processor_ms();
            const double ms = milliseconds([&] {
                if (!pack.search(typed, language, 20)) std::printf("failed: %s\n", typed.c_str());
            });
            used.push_back(processor_ms() - before);
            times.push_back(ms);
            slowest.push_back({used.back(), typed});
            ++keys;
        }
    }
    std::sort(slowest.begin(), slowest.end(),
              [](const Slow& a, const Slow& b) { return a.ms > b.ms; });
    slowest.resize(std::min<std::size_t>(slowest.size(), 8));
    return {spread(times), spread(used)};
}

struct Start {
    Spread open, all;
};

/// What the kiosk does before its first frame: open, catalogue, one page.
Start start(const std::string& path) {
    std::vector<double> open, all;
    for (int i = 0; i < 101; ++i) {
        double opened = 0;
        all.push_back(milliseconds([&] {
            Result<Pack> pack(Errc::not_found, "");
            opened = milliseconds([&] { pack = Pack::open(path); });
            if (!pack || !pack->catalogue("de") || !pack->page("page-000003", "de")) {
                std::printf("failed: %s\n", path.c_str());
            }
        }));
        open.push_back(opened);
    }
    return {spread(open), spread(all)};
}

bool write(std::size_t pages, const std::string& path) {
    Result<void> written;
    const double ms =
        milliseconds([&] { written = store::write_pack(bench::generated_pack(pages), path); });
    if (!written) return std::printf("%s\n", written.error().what.c_str()), false;
    std::printf("pack of %zu pages: %.1f MB, made in %.1f s\n", pages,
                static_cast<double>(std::filesystem::file_size(path)) / 1e6, ms / 1e3);
    return true;
}

} // namespace

/// search_bench [FOLDER]: with a folder its two packs stay there.
int main(int count, char** values) {
    const bool keep = count > 1;
    const std::filesystem::path folder = keep ? values[1] : std::filesystem::temp_directory_path();
    const std::string small = (folder / "foyer-bench-12.pack").string();
    const std::string big = (folder / "foyer-bench-10000.pack").string();
    if (!write(12, small) || !write(10'000, big)) return 1;

    Result<Pack> pack = Pack::open(big);
    if (!pack) return 1;
    std::size_t keys = 0;
    std::vector<Slow> slowest;
    const Typing typing = search_as_typed(*pack, keys, slowest);
    std::printf("search, %zu keys\n", keys);
    for (const auto& [clock, one] :
         {std::pair("waiting", typing.wall), std::pair("processor", typing.processor)}) {
        std::printf("  %-10s p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms\n", clock, one.p50, one.p99,
                    one.max);
    }
    for (const Slow& one : slowest) std::printf("  %6.2f ms  %s\n", one.ms, one.query.c_str());

    const Start few = start(small), many = start(big);
    std::printf("open:              12 pages %6.2f ms   10,000 pages %6.2f ms\n", few.open.p50,
                many.open.p50);
    std::printf("open to first page: 12 pages %5.2f ms   10,000 pages %6.2f ms\n", few.all.p50,
                many.all.p50);
    if (!keep) {
        std::filesystem::remove(small);
        std::filesystem::remove(big);
    }

    const bool fast = typing.wall.p99 <= search_bound_ms;
    const bool level = many.all.p50 - few.all.p50 <= (start_bound - 1) * start_budget_ms;
    if (!fast) std::printf("MISSED: p99 over %.0f ms\n", search_bound_ms);
    if (!level) std::printf("MISSED: a big pack starts too late\n");
    return fast && level ? 0 : 1;
}
