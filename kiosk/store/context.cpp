// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/context.h"

#include "kiosk/base/text.h"
#include "kiosk/store/database.h"
#include "kiosk/store/inline_markup.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <bitset>
#include <vector>

namespace foyer::store {

namespace {

constexpr const char* select_summary =
    "SELECT summary FROM page_text WHERE page = ? AND language = ?";
/// Where a match may stand, in the order of reading. Texts with markup first.
constexpr const char* select_marked_up[] = {
    "SELECT text FROM block WHERE page = ? AND language = ? AND text <> '' "
    "ORDER BY position LIMIT 10000",
    "SELECT text FROM cell WHERE page = ? AND language = ? "
    "ORDER BY block, line, position LIMIT 10000",
    "SELECT caption FROM figure WHERE page = ? AND language = ? ORDER BY block LIMIT 10000",
};
constexpr const char* select_plain[] = {
    "SELECT text FROM case_result WHERE page = ? AND language = ? ORDER BY position LIMIT 1000",
    "SELECT text FROM case_lesson WHERE page = ? AND language = ? ORDER BY position LIMIT 1000",
};

constexpr std::size_t letters_before = 40;
constexpr std::string_view ellipsis = "…";

struct Matches {
    std::vector<Span> spans;  ///< in order, without overlaps
    std::size_t answered = 0; ///< words of the query
};

/// Finds the wanted words in texts. Most words are ruled out by their first letter, unfolded.
class Matcher {
  public:
    explicit Matcher(const Wanted& wanted) : wanted_(wanted) {
        std::bitset<max_slots> slots;
        for (const auto& [token, slot] : wanted) {
            first_.set(static_cast<unsigned char>(token[0]));
            slots.set(static_cast<std::size_t>(slot) % max_slots);
        }
        slots_ = slots.count();
    }

    /// Words of the query there are.
    std::size_t slots() const { return slots_; }

    Matches find(std::string_view text) const {
        Matches out;
        std::bitset<max_slots> answered;
        for (const Span& span : words(text, Hyphens::part_and_join)) {
            const auto lead = static_cast<unsigned char>(text[span.begin]);
            if (lead < 0x80 && !first_.test(lead | (lead >= 'A' ? 0x20u : 0u))) continue;
            const auto found = wanted_.find(fold(text.substr(span.begin, span.end - span.begin)));
            if (found == wanted_.end()) continue;
            answered.set(static_cast<std::size_t>(found->second) % max_slots);
            // A whole (E-Mail) comes after its parts and swallows those that matched.
            while (!out.spans.empty() && out.spans.back().begin >= span.begin) out.spans.pop_back();
            out.spans.push_back(span);
        }
        out.answered = answered.count();
        return out;
    }

  private:
    static constexpr std::size_t max_slots = 16;
    const Wanted& wanted_;
    std::bitset<256> first_; ///< bytes that a wanted word begins with
    std::size_t slots_ = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool starts_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

/// `letters` further on, or the end.
std::size_t forward(std::string_view text, std::size_t at, std::size_t letters) {
    while (letters > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && !starts_letter(text[at])) ++at;
        --letters;
    }
    return at;
}

std::size_t back(std::string_view text, std::size_t at, std::size_t letters) {
    while (letters > 0 && at > 0) {
        --at;
        while (at > 0 && !starts_letter(text[at])) --at;
        --letters;
    }
    return at;
}

/// The part to show: begins and ends between words if there is a place to.
Span window(std::string_view text, const Span& match) {
    const std::size_t most = context_letters - 2; // two ellipses
    const std::size_t after =
        text::length(text.substr(match.begin, forward(text, match.begin, most) - match.begin));
    Span part;
    part.begin = back(text, match.begin, std::max(letters_before, most - after));
    if (part.begin > 0) {
        while (part.begin < match.begin && !is_blank(text[part.begin - 1])) ++part.begin;
    }
    part.end = forward(text, part.begin, most);
    if (part.end < text.size()) {
        std::size_t end = part.end;
        while (end > match.end && !is_blank(text[end])) --end;
        if (end > match.end || is_blank(text[end])) part.end = end;
    }
    return part;
}

model::Run run(std::string_view text, bool bold) {
    model::Run out;
    out.text = text;
    std::replace_if(out.text.begin(), out.text.end(), is_blank, ' ');
    out.bold = bold;
    return out;
}

} // namespace

model::Inline cut_context(std::string_view whole, const Wanted& wanted) {
    const std::string text = text::without_soft_hyphens(text::trim(whole));
    const std::vector<Span> matches = Matcher(wanted).find(text).spans;
    const Span part = window(text, matches.empty() ? Span{} : matches.front());
    model::Inline out;
    std::size_t at = part.begin;
    const auto plain_until = [&](std::size_t end) {
        std::string piece = text.substr(at, end - at);
        if (at == part.begin && at > 0) piece.insert(0, ellipsis);
        if (end == part.end && end < text.size()) piece += ellipsis;
        if (!piece.empty()) out.push_back(run(piece, false));
    };
    for (const Span& match : matches) {
        if (match.begin < at || match.end > part.end) continue;
        plain_until(match.begin);
        out.push_back(
            run(std::string_view(text).substr(match.begin, match.end - match.begin), true));
        at = match.end;
    }
    if (at < part.end || part.end < text.size()) plain_until(part.end);
    return out;
}

Result<model::Inline> page_context(Database& database, const std::string& page,
                                   const std::string& language, const Wanted& wanted) {
    const Matcher matcher(wanted);
    std::string best;
    std::size_t most = 0;
    const auto better = [&](std::string_view text) { return matcher.find(text).answered > most; };
    const auto take = [&](std::string text) {
        most = matcher.find(text).answered;
        best = std::move(text);
    };
    TRY(database.query(select_summary).bind(page).bind(language).one([&](Row& row) {
        take(row.text(0));
    }));
    const auto walk = [&](const char* sql, auto&& read) -> Result<void> {
        if (most == matcher.slots()) return {};
        return database.query(sql).bind(page).bind(language).each([&](Row& row) {
            // Tags of the markup may look like words here; what is read is looked at again.
            if (!better(row.bytes(0))) return true;
            const std::string text = read(row);
            if (better(text)) take(text);
            return most < matcher.slots();
        });
    };
    for (const char* sql : select_marked_up) {
        TRY(walk(sql, [](Row& row) {
            const Result<model::Inline> runs = read_inline(row.text(0));
            return runs ? model::plain(*runs) : std::string();
        }));
    }
    for (const char* sql : select_plain) {
        TRY(walk(sql, [](Row& row) { return row.text(0); }));
    }
    return cut_context(best, wanted);
}

} // namespace foyer::store
