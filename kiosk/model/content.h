// SPDX-License-Identifier: EUPL-1.2
// What a pack says, as plain data: topics, pages, blocks, sources, terms. Read by the store, shown
// by the screens. Texts already carry their typography (no-break spaces, soft hyphens); compare
// them with text::without_soft_hyphens.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace foyer::model {

/// A piece of a paragraph in one style.
struct Run {
    std::string text = {};
    bool bold = false, italic = false, code = false;
    std::string term = {}; ///< id of the glossary term it stands for, or empty
    std::string page = {}; ///< id of the page it points to, or empty
    int source = 0;        ///< number of the source it cites (then `text` is that number), or 0
    friend bool operator==(const Run&, const Run&) = default;
};
using Inline = std::vector<Run>;

/// The words of an inline text without their styles, without numbers of sources and soft hyphens.
std::string plain(const Inline& runs);

struct Figure {
    std::string media; ///< id of the media row
    std::string alt;
    std::string long_text; ///< long description, or empty
    Inline caption;
    int width = 0, height = 0; ///< pixels or user units: the aspect
    bool decorative = false;
    friend bool operator==(const Figure&, const Figure&) = default;
};

enum class ChartKind { bar, line, share };

struct ChartPoint {
    std::string label;
    double value = 0;  ///< of a share: percent of the whole
    std::string shown; ///< the value as it is written in the language of the page
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// Numbers that can be compared. Drawn by the kiosk, from data.
struct Chart {
    ChartKind kind = ChartKind::bar;
    std::string title, unit;
    std::string note; ///< whose numbers they are, or empty
    std::string date; ///< YYYY, YYYY-MM or YYYY-MM-DD
    int source = 0;   ///< number on the page
    std::vector<ChartPoint> points;
    friend bool operator==(const Chart&, const Chart&) = default;
};

enum class BlockKind { heading, paragraph, item, quote, key_point, code, table, figure, chart };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;                         ///< heading: 2 to 4; item, quote, code: depth from 1
    int number = 0;                        ///< item: its number in an ordered list, 0 for a bullet
    Inline text;                           ///< of code: one run with its line breaks
    std::vector<std::vector<Inline>> rows; ///< table: the first row is the head
    Figure figure;
    Chart chart;
    friend bool operator==(const Block&, const Block&) = default;
};

struct Source {
    std::string id, title, publisher, date, url, language;
    char reliability = 'C'; ///< A to D
    friend bool operator==(const Source&, const Source&) = default;
};

struct Software {
    std::string name, licence; ///< licence: SPDX id or empty
    int licence_source = 0;    ///< number on the page
    friend bool operator==(const Software&, const Software&) = default;
};

struct Result {
    std::string text, date;
    int source = 0;
    friend bool operator==(const Result&, const Result&) = default;
};

struct Lesson {
    std::string text;
    int source = 0; ///< 0: our own conclusion
    friend bool operator==(const Lesson&, const Lesson&) = default;
};

struct Population {
    long value = 0;
    std::string date;
    int source = 0;
    friend bool operator==(const Population&, const Population&) = default;
};

/// A place on the map, in degrees of WGS 84.
struct Spot {
    double latitude = 0, longitude = 0; ///< north and east
    friend bool operator==(const Spot&, const Spot&) = default;
};

struct CaseFacts {
    std::string place, country, state;
    std::string size; ///< a class of sizes as in content/FORMAT.md, e.g. "medium"
    std::optional<Spot> spot;
    std::optional<Population> population;
    int from = 0;
    int to = 0; ///< 0: goes on
    std::vector<std::string> domains;
    std::string status, as_of;
    std::vector<Software> software;
    std::vector<Result> results;
    std::vector<Lesson> lessons;
    friend bool operator==(const CaseFacts&, const CaseFacts&) = default;
};

/// What stands on a card of a topic, of "related" and of search results.
struct Card {
    std::string page;  ///< id
    std::string kind;  ///< "explainer" or "case"
    std::string topic; ///< id
    std::string
        language; ///< of the texts; differs from the one asked for where there is no translation
    std::string title, line;   ///< one-line summary
    int minutes = 1;           ///< reading time
    std::string place, status; ///< of cases
    bool is_new = false;       ///< added or changed since the pack before
    friend bool operator==(const Card&, const Card&) = default;
};

/// A case as the map and the choice of what to compare show it.
struct CaseMark {
    Card card;
    Spot spot;
    std::string country, size;
    std::vector<std::string> domains;
    int from = 0, to = 0; ///< years; `to` 0: goes on
    friend bool operator==(const CaseMark&, const CaseMark&) = default;
};

/// What the attract screen shows of a page.
struct Slide {
    Card card;
    std::optional<Figure> figure; ///< the page's first; without its caption
    friend bool operator==(const Slide&, const Slide&) = default;
};

struct Page {
    Card card;
    std::string summary;
    std::string updated;    ///< YYYY-MM-DD
    std::string checked_by; ///< Leichte Sprache: who checked it, or empty
    std::vector<Block> body;
    std::vector<Source> sources; ///< in the order of their numbers, from 1
    std::vector<Card> related;
    std::vector<std::string> terms; ///< ids of the glossary terms marked in the text, in order
    std::optional<CaseFacts> facts;
    friend bool operator==(const Page&, const Page&) = default;
};

struct Term {
    std::string id, language, term, text;
    friend bool operator==(const Term&, const Term&) = default;
};

/// Something that happened, for the timeline.
struct Event {
    std::string id, date; ///< YYYY, YYYY-MM or YYYY-MM-DD
    std::string theme;    ///< as in content/FORMAT.md, e.g. "law"
    std::string page;     ///< id of the page it belongs to, or empty
    std::string language, title, text;
    std::vector<Source> sources;
    friend bool operator==(const Event&, const Event&) = default;
};

struct Topic {
    std::string id, icon, language, title, summary;
    int pages = 0;
    friend bool operator==(const Topic&, const Topic&) = default;
};

struct Language {
    std::string tag;  ///< BCP 47
    std::string name; ///< in the language itself
    friend bool operator==(const Language&, const Language&) = default;
};

/// The pack's own card and its table of contents in one language.
struct Catalogue {
    std::string id, version, date, title, publisher, base_url;
    std::vector<Language> languages;
    std::vector<Topic> topics;
    std::vector<Card> fresh; ///< new or changed since the pack before, newest first
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

struct Media {
    std::string id, type; ///< type: "svg", "png", "jpeg"
    std::string bytes;
};

/// One search result.
struct Hit {
    Card card;
    std::string term; ///< id, when the hit is a glossary term; then `card.title` is the term
    Inline context;   ///< words around the match, matches bold
    friend bool operator==(const Hit&, const Hit&) = default;
};

struct SearchResult {
    std::string query, language;
    std::vector<Hit> hits;            ///< best first
    std::vector<std::string> nearest; ///< words of the pack near to a query that found nothing
    friend bool operator==(const SearchResult&, const SearchResult&) = default;
};

bool is_right_to_left(const std::string& language);

} // namespace foyer::model
