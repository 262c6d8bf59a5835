// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/pack_generator.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace foyer::bench {

namespace {

constexpr std::size_t vocabulary_size = 45'000;

constexpr std::string_view german_small =
    "der die und in das von zu den mit für auf ist im eine nicht des dem ein sich auch es werden "
    "als wird an aus bei oder sind nach einer durch zur kann sie um über hat einem zum haben nur "
    "am diese noch mehr wie vor bis so seit wenn aber sowie dass unter keine alle sein was ihre";
constexpr std::string_view german_nouns =
    "Verwaltung Bürger Daten Stadt Straße Schloss Gesetz Software Quelltext Lizenz Behörde Recht "
    "Freiheit Schule Haus Amt Rat Plan Markt Netz Dienst Karte Raum Zeit Arbeit Bildung Vertrag "
    "Vergabe Förderung Beratung Gemeinde Land Kreis Haushalt Steuer Wasser Energie Verkehr Umwelt "
    "Gesundheit Kultur Sport Jugend Familie Sicherheit Technik System Programm Rechner Drucker "
    "Bildschirm Tastatur Schnittstelle Standard Format Archiv Akte Antrag Bescheid Formular Gebühr "
    "Termin Ausweis Wahl Beteiligung Umfrage Sitzung Beschluss Protokoll Ordnung Satzung Stärkung "
    "Souveränität Unabhängigkeit Abhängigkeit Anbieter Hersteller Betrieb Wartung Pflege Schulung "
    "Handbuch Fehler Prüfung Abnahme Einführung Umstellung Ablösung Rückkehr Erfahrung Ergebnis "
    "Kosten Nutzen Aufwand Gewinn Verlust Menge Größe Länge Höhe Fläche Brücke Tür Fenster Garten "
    "Baum Blume Vogel Tier Wald Fluss See Berg Tal Küste Insel Hafen Bahn Zug Rad Weg Platz Turm "
    "Kirche Museum Bücherei Bühne Bild Ton Film Sprache Wort Satz Text Zeichen Zahl Tabelle "
    "Übersicht Leitung Führung Gruppe Abteilung Stelle Aufgabe Ziel Zweck Grund Ursache Wirkung";
constexpr std::string_view german_adjectives =
    "offen frei digital öffentlich kommunal sicher schnell günstig klein groß neu alt gut wichtig "
    "möglich nötig einfach schwierig deutsch europäisch städtisch ländlich künftig früh spät "
    "gemeinsam eigen fremd stark schwach lang kurz hoch tief breit schmal ganz halb voll leer "
    "klar genau nützlich zuständig verständlich zugänglich barrierefrei rechtlich technisch";
constexpr std::string_view german_endings = "e en er es em";
constexpr std::string_view english_small =
    "the of and to in a is that for on with as by are be this it from or which at was not have has "
    "an can their more will its also been they were but all one other when such if may than there "
    "these into only used no any some use most how out so what about between our each would";
constexpr std::string_view english_stems =
    "govern public open source city council data street law licence free school house office plan "
    "market network service map room time work educate contract procure fund advise land budget "
    "tax water energy traffic environ health culture sport youth family secure technic system "
    "program comput print screen keyboard interface standard format archive file apply notice form "
    "fee appoint identity vote participate survey session decide protocol order strength sovereign "
    "independ depend supply produce operate maintain care train manual error test accept introduce "
    "migrate replace return experience result cost benefit effort gain loss amount size length "
    "height area bridge door window garden tree flower bird animal forest river lake hill valley "
    "coast island harbour rail cycle way place tower museum library stage picture sound film "
    "language word sentence text sign number table lead manage group depart task goal reason cause "
    "effect develop design review share reuse improve publish collect measure report repair build";
constexpr std::string_view english_prefixes = "re un over inter co pre non out under multi sub";
constexpr std::string_view english_suffixes =
    "s ing ed er ers able ment ments ness ship ability ation ations ive ively al ally less ful";

/// Numbers that are the same everywhere; std::uniform_int_distribution is not.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}

    std::uint64_t next() { // splitmix64
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    std::size_t between(std::size_t least, std::size_t most) {
        return least + below(most - least + 1);
    }

  private:
    std::uint64_t state_;
};

/// A vocabulary in the making: each word once.
class Words {
  public:
    void add(std::string word) {
        if (seen_.insert(word).second) words_.push_back(std::move(word));
    }
    /// The first `kept` stay the most frequent; the others are mixed and cut.
    std::vector<std::string> mixed(std::size_t kept, std::uint64_t seed) {
        Random random(seed);
        for (std::size_t i = words_.size() - 1; i > kept; --i) {
            std::swap(words_[i], words_[kept + random.below(i - kept + 1)]);
        }
        if (words_.size() > vocabulary_size) words_.resize(vocabulary_size);
        return std::move(words_);
    }
    std::size_t size() const { return words_.size(); }

  private:
    std::vector<std::string> words_;
    std::unordered_set<std::string> seen_;
};

std::string small(std::string_view noun) {
    constexpr std::string_view capitals[][2] = {{"Ä", "ä"}, {"Ö", "ö"}, {"Ü", "ü"}};
    for (const auto& pair : capitals) {
        if (noun.starts_with(pair[0])) {
            return std::string(pair[1]).append(noun.substr(pair[0].size()));
        }
    }
    std::string out(noun);
    if (out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

std::vector<std::string> make_german() {
    Words words;
    for (const auto word : text::split(german_small, ' ')) words.add(std::string(word));
    const std::size_t kept = words.size();
    const auto nouns = text::split(german_nouns, ' ');
    for (const auto noun : nouns) words.add(std::string(noun));
    for (const auto adjective : text::split(german_adjectives, ' ')) {
        words.add(std::string(adjective));
        for (const auto ending : text::split(german_endings, ' ')) {
            words.add(std::string(adjective).append(ending));
        }
    }
    for (const auto first : nouns) {
        const std::string_view joint =
            first.ends_with("ung") || first.ends_with("heit") || first.ends_with("tät") ? "s" : "";
        for (const auto second : nouns) {
            if (first == second) continue;
            const std::string compound = std::string(first).append(joint).append(small(second));
            words.add(compound);
            words.add(compound + (second.ends_with("ung") || second.ends_with("e") ? "en" : "s"));
        }
    }
    return words.mixed(kept, 1);
}

std::vector<std::string> make_english() {
    Words words;
    for (const auto word : text::split(english_small, ' ')) words.add(std::string(word));
    const std::size_t kept = words.size();
    const auto stems = text::split(english_stems, ' ');
    const auto suffixes = text::split(english_suffixes, ' ');
    for (const auto stem : stems) {
        words.add(std::string(stem));
        for (const auto suffix : suffixes) {
            words.add(std::string(stem).append(suffix));
            for (const auto prefix : text::split(english_prefixes, ' ')) {
                words.add(std::string(prefix).append(stem).append(suffix));
            }
        }
        for (const auto other : stems) words.add(std::string(stem).append(other));
    }
    return words.mixed(kept, 2);
}

/// Text of one language.
class Writer {
  public:
    Writer(const std::vector<std::string>& words, Random& random) : words_(words), random_(random) {
        if (sums().empty()) {
            double sum = 0;
            for (std::size_t i = 0; i < vocabulary_size; ++i) {
                sums().push_back(sum += 1.0 / (static_cast<double>(i) + 2.7));
            }
        }
    }

    const std::string& word() {
        const double at = static_cast<double>(random_.next() >> 11) * 0x1.0p-53 * sums().back();
        const auto found = std::lower_bound(sums().begin(), sums().end(), at) - sums().begin();
        return words_[std::min(static_cast<std::size_t>(found), words_.size() - 1)];
    }

    std::string phrase(std::size_t least, std::size_t most) {
        std::string out;
        for (std::size_t left = random_.between(least, most); left > 0; --left) {
            if (!out.empty()) out += ' ';
            out += word();
        }
        return out;
    }

    std::string sentences(std::size_t count) {
        std::string out;
        for (; count > 0; --count) out += phrase(6, 16) + (count > 1 ? ". " : ".");
        return out;
    }

  private:
    static std::vector<double>& sums() {
        static std::vector<double> all;
        return all;
    }
    const std::vector<std::string>& words_;
    Random& random_;
};

model::Block block(model::BlockKind kind, std::string text, int level) {
    model::Block out;
    out.kind = kind;
    out.level = level;
    out.text.emplace_back();
    out.text.back().text = std::move(text);
    return out;
}

model::PageText page_text(Writer& writer, Random& random, bool is_case) {
    model::PageText out;
    out.title = writer.phrase(3, 7);
    out.summary = writer.sentences(3);
    out.line = writer.phrase(6, 10);
    out.keywords = {writer.word(), writer.word(), writer.phrase(2, 2)};
    out.minutes = static_cast<int>(random.between(1, 9));
    for (std::size_t section = random.between(2, 5); section > 0; --section) {
        out.body.push_back(block(model::BlockKind::heading, writer.phrase(2, 5), 2));
        for (std::size_t i = random.between(1, 3); i > 0; --i) {
            out.body.push_back(
                block(model::BlockKind::paragraph, writer.sentences(random.between(2, 5)), 0));
        }
    }
    if (is_case) {
        out.place = writer.word();
        out.results = {{writer.sentences(1), "2024", 1}};
        out.lessons = {{writer.sentences(1), 0}};
    }
    return out;
}

model::PageContent page(std::size_t number, Random& random) {
    model::PageContent out;
    const std::string digits = std::to_string(number);
    out.id = "page-" + std::string(6 - std::min<std::size_t>(digits.size(), 6), '0') + digits;
    out.topic = "topic-" + std::to_string(number % 12);
    out.updated = "2026-11-23";
    out.sources = {"source-a", "source-b"};
    const bool is_case = number % 3 == 0;
    out.kind = is_case ? "case" : "explainer";
    if (is_case) {
        out.facts.emplace();
        out.facts->country = "DE";
        out.facts->from = 2013;
        out.facts->status = "running";
        out.facts->domains = {"governance"};
        out.facts->software = {{"LibreOffice", "MPL-2.0", 1}};
    }
    Writer german(german_words(), random), english(english_words(), random);
    out.texts["de"] = page_text(german, random, is_case);
    out.texts["en"] = page_text(english, random, is_case);
    return out;
}

} // namespace

const std::vector<std::string>& german_words() {
    static const std::vector<std::string> words = make_german();
    return words;
}

const std::vector<std::string>& english_words() {
    static const std::vector<std::string> words = make_english();
    return words;
}

model::PackContent generated_pack(std::size_t pages) {
    model::PackContent out;
    out.id = "generated";
    out.version = "1";
    out.date = "2026-11-23";
    out.licence = "CC0-1.0";
    out.titles = {{"de", "Erzeugt"}, {"en", "Generated"}};
    out.publishers = {{"de", "Niemand"}, {"en", "Nobody"}};
    out.languages = {{"de", "Deutsch"}, {"en", "English"}};
    for (int i = 0; i < 12; ++i) {
        const std::string number = std::to_string(i);
        out.topics.push_back(
            {"topic-" + number,
             "book",
             {{"de", {"Thema " + number, "Seiten."}}, {"en", {"Topic " + number, "Pages."}}}});
    }
    for (const char* id : {"source-a", "source-b"}) {
        out.sources.push_back(
            {id, "A source", "Nobody", "2024", "https://example.org/", "en", 'A'});
    }
    out.synonyms = {{{"de", {"Souveränität", "Unabhängigkeit"}}, {"en", {"sovereignty"}}}};
    Random random(42);
    for (std::size_t i = 0; i < pages; ++i) {
        out.pages.push_back(page(i, random));
        if (i > 0) out.pages.back().related = {out.pages[i / 2].id};
        if (i < 20) out.fresh.push_back(out.pages.back().id);
    }
    return out;
}

} // namespace foyer::bench
