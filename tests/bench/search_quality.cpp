// SPDX-License-Identifier: EUPL-1.2
// Whether visitors find what they ask for: types each query of a file into a pack's search and says
// on which place a right answer stands.
//   search_quality PACK QUERIES [--all] [--misses] [--json]
// Half of the queries, chosen by a hash, is there to improve the search by; the other half, held
// out, is only asked with --all, and what was missed is never told of it.
#include "kiosk/base/text.h"
#include "kiosk/store/pack.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace foyer;

namespace {

constexpr int hits_asked = 20;        ///< as the kiosk asks
constexpr std::size_t hits_seen = 10; ///< further down counts as not found

struct Query {
    std::string kind, language, text;
    std::vector<std::string> right; ///< ids of pages, or "term:" and the id of a term
    bool held_out = false;
    std::vector<std::string> answers;
    std::size_t place = 0; ///< of the first right answer, from 1; 0: none
};

/// FNV-1a: the same half on every machine and for ever.
bool is_held_out(const std::string& language, const std::string& text) {
    std::uint32_t hash = 0x811c9dc5u;
    for (const char c : language + "\t" + text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
    }
    return (hash >> 16 & 1u) != 0;
}

std::vector<Query> read_queries(const char* path) {
    std::vector<Query> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string_view> cells = text::split(line, '\t');
        if (line.starts_with('#') || cells.size() != 4) continue;
        Query one{
            std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), {}, false, {}, 0};
        for (const std::string_view id : text::split(cells[3], ' ')) one.right.emplace_back(id);
        one.held_out = is_held_out(one.language, one.text);
        out.push_back(std::move(one));
    }
    return out;
}

bool ask(store::Pack& pack, Query& query) {
    const Result<model::SearchResult> found = pack.search(query.text, query.language, hits_asked);
    if (!found)
        return std::printf("%s: %s\n", query.text.c_str(), found.error().what.c_str()), false;
    for (const model::Hit& hit : found->hits) {
        query.answers.push_back(hit.term.empty() ? hit.card.page : "term:" + hit.term);
        if (query.answers.size() == hits_seen) break;
    }
    for (std::size_t i = query.answers.size(); i-- > 0;) {
        const auto same = std::find(query.right.begin(), query.right.end(), query.answers[i]);
        if (same != query.right.end()) query.place = i + 1;
    }
    return true;
}

struct Score {
    std::size_t queries = 0, first = 0, first_three = 0;
    double reciprocal = 0;

    void add(const Query& query) {
        ++queries;
        first += query.place == 1;
        first_three += query.place >= 1 && query.place <= 3;
        if (query.place > 0) reciprocal += 1 / static_cast<double>(query.place);
    }
};

void print_scores(const std::vector<Query>& queries) {
    std::map<std::string, Score> scores;
    for (const Query& query : queries) {
        const std::string half = query.held_out ? "held out" : "tuning";
        for (const std::string& group :
             {half, half + ", " + query.language, half + ", " + query.kind}) {
            scores[group].add(query);
        }
    }
    std::printf("%-24s queries     MRR  first  first three\n", "");
    for (const auto& [group, score] : scores) {
        const double all = static_cast<double>(score.queries);
        std::printf("%-24s %7zu   %5.3f  %4.0f %%       %4.1f %%\n", group.c_str(), score.queries,
                    score.reciprocal / all, 100 * static_cast<double>(score.first) / all,
                    100 * static_cast<double>(score.first_three) / all);
    }
}

void print_misses(const std::vector<Query>& queries) {
    for (const Query& query : queries) {
        if (query.held_out || (query.place >= 1 && query.place <= 3)) continue;
        std::printf("%s %s \"%s\": ", query.kind.c_str(), query.language.c_str(),
                    query.text.c_str());
        for (const std::string& id : query.right) std::printf("%s ", id.c_str());
        std::printf("on %zu, after", query.place);
        for (std::size_t i = 0; i < std::min<std::size_t>(query.answers.size(), 6); ++i) {
            std::printf(" %s", query.answers[i].c_str());
        }
        std::printf("\n");
    }
}

void print_json(const std::vector<Query>& queries) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const Query& query : queries) {
        out.push_back({{"kind", query.kind},
                       {"language", query.language},
                       {"text", query.text},
                       {"right", query.right},
                       {"held_out", query.held_out},
                       {"place", query.place}});
    }
    std::printf("%s\n", out.dump().c_str());
}

} // namespace

int main(int count, char** values) {
    const std::set<std::string> options(values + std::min(count, 3), values + count);
    std::vector<Query> queries;
    if (count >= 3) queries = read_queries(values[2]);
    if (queries.empty()) {
        std::printf("usage: search_quality PACK QUERIES [--all] [--misses] [--json]\n");
        return 2;
    }
    if (options.count("--all") == 0) {
        std::erase_if(queries, [](const Query& query) { return query.held_out; });
    }
    Result<store::Pack> pack = store::Pack::open(values[1]);
    if (!pack) return std::printf("%s: %s\n", values[1], pack.error().what.c_str()), 1;
    for (Query& query : queries) {
        if (!ask(*pack, query)) return 1;
    }
    if (options.count("--json") > 0) return print_json(queries), 0;
    print_scores(queries);
    if (options.count("--misses") > 0) print_misses(queries);
    return 0;
}
