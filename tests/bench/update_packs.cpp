// SPDX-License-Identifier: EUPL-1.2
// Three packs, one after the other, for trying and measuring updates: many pages, and pictures that
// no method can make smaller. From the first to the second: a sentence in ten pages, a page less,
// three pages, two pictures exchanged, one added. From there to the third: one sentence. All are
// built from their source, as publishers do it.
//   update_packs FOLDER PAGES PICTURES   writes FOLDER/v1.pack, v2.pack and v3.pack
#include "kiosk/store/pack_writer.h"
#include "tests/bench/pack_generator.h"

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

using namespace foyer;

namespace {

constexpr std::size_t least_side_px = 70, most_side_px = 205; ///< 15 to 130 kB
constexpr std::size_t new_side_px = 120;                      ///< three of these are 130 kB

std::size_t any_side(unsigned seed) {
    return least_side_px + std::mt19937(seed)() % (most_side_px - least_side_px);
}

/// A picture of noise. The same seed gives the same picture.
model::MediaContent noise(const std::string& id, unsigned seed, std::size_t side) {
    std::mt19937 random(seed);
    std::string pixels(side * side * 3, '\0');
    for (char& byte : pixels) byte = static_cast<char>(random());
    model::MediaContent out;
    out.media = {id, "png", {}};
    out.width = out.height = static_cast<int>(side);
    out.author = "Nobody";
    out.licence = "CC0-1.0";
    const auto append = [](void* to, void* bytes, int count) {
        static_cast<std::string*>(to)->append(static_cast<char*>(bytes),
                                              static_cast<std::size_t>(count));
    };
    const int px = static_cast<int>(side);
    stbi_write_png_to_func(append, &out.media.bytes, px, px, 3, pixels.data(), px * 3);
    return out;
}

void add_picture(model::PackContent& pack, model::PageContent& page, unsigned seed,
                 std::size_t side) {
    const std::string id = page.id + "/noise-" + std::to_string(seed) + ".png";
    pack.media.push_back(noise(id, seed, side));
    for (auto& [language, text] : page.texts) {
        model::Block figure;
        figure.kind = model::BlockKind::figure;
        figure.figure.media = id;
        figure.figure.alt = "Noise";
        text.body.insert(text.body.begin(), figure);
    }
}

/// In German only: the packs that other methods were measured with have one language, too.
model::PackContent german_pack(std::size_t pages) {
    model::PackContent pack = bench::generated_pack(pages);
    pack.languages.resize(1);
    const auto german = [](auto& texts) {
        std::erase_if(texts, [](const auto& text) { return text.first != "de"; });
    };
    german(pack.titles);
    german(pack.publishers);
    for (model::TopicContent& topic : pack.topics) german(topic.texts);
    for (model::PageContent& page : pack.pages) german(page.texts);
    for (model::SynonymGroup& group : pack.synonyms) german(group);
    return pack;
}

model::PackContent first_pack(std::size_t pages, std::size_t pictures) {
    model::PackContent pack = german_pack(pages);
    for (std::size_t i = 0; i < pictures; ++i) {
        const auto seed = static_cast<unsigned>(i);
        add_picture(pack, pack.pages[i * pages / pictures], seed, any_side(seed));
    }
    return pack;
}

/// Three pages more than the first pack has, from the same row of pages.
void make_second(model::PackContent& pack) {
    const std::size_t pages = pack.pages.size(), pictures = pack.media.size();
    const model::PackContent longer = german_pack(pages + 3);
    pack.version = "2";
    for (std::size_t i = 0; i < 10; ++i) {
        pack.pages[i * pages / 10 + 1].texts["de"].summary += " Diesen Satz gab es noch nicht.";
    }
    for (std::size_t i = pages; i < pages + 3; ++i) pack.pages.push_back(longer.pages[i]);
    add_picture(pack, pack.pages.back(), 1'000'000, new_side_px);
    for (std::size_t i : {std::size_t{0}, pictures / 2}) {
        const auto seed = 2'000'000 + static_cast<unsigned>(i);
        pack.media[i] = noise(pack.media[i].media.id, seed, new_side_px);
    }
    // The page that goes is one that no other is related to.
    const std::string gone = pack.pages[pages - 2].id;
    std::erase_if(pack.pages, [&](const model::PageContent& page) { return page.id == gone; });
}

void make_third(model::PackContent& pack) {
    pack.version = "3";
    pack.pages[1].texts["de"].summary += " Diesen auch nicht.";
}

int write(const model::PackContent& pack, const std::string& path) {
    const Result<void> written = store::write_pack(pack, path);
    if (!written) std::fprintf(stderr, "update_packs: %s\n", written.error().what.c_str());
    return written ? 0 : 1;
}

} // namespace

int main(int count, char** values) {
    if (count != 4) {
        std::fprintf(stderr, "usage: update_packs FOLDER PAGES PICTURES\n");
        return 2;
    }
    const std::string folder = values[1];
    const std::size_t pages = std::strtoul(values[2], nullptr, 10);
    const std::size_t pictures = std::strtoul(values[3], nullptr, 10);
    model::PackContent pack = first_pack(pages, pictures);
    int failed = write(pack, folder + "/v1.pack");
    make_second(pack);
    failed |= write(pack, folder + "/v2.pack");
    make_third(pack);
    return failed | write(pack, folder + "/v3.pack");
}
