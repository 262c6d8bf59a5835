// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/paper.h"

#include "kiosk/base/text.h"

#include <algorithm>

namespace foyer::print {

namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0", zero_width_space = "\xE2\x80\x8B";

void append(host::RichText& to, const std::string& words, host::TextSpan style) {
    style.begin = static_cast<std::uint32_t>(to.text.size());
    to.text += words;
    style.end = static_cast<std::uint32_t>(to.text.size());
    if (style.bold || style.italic || style.code || style.raised) to.spans.push_back(style);
}

void append_number(host::RichText& to, int number) {
    // Raised, and never alone on the next line.
    append(to, std::string(word_joiner) + std::to_string(number), {.raised = true});
}

/// Packs keep numbers together with no-break spaces.
bool is_blank(const std::string& words) {
    std::string out = text::replace_all(words, text::no_break_space, " ");
    out = text::replace_all(out, "\xE2\x80\xAF", " ");
    return text::trim(out).empty();
}

host::PictureType type_of(const model::Media& media) {
    if (media.type == "png") return host::PictureType::png;
    return media.type == "jpeg" ? host::PictureType::jpeg : host::PictureType::svg;
}

} // namespace

int SourceList::number(int number, const std::vector<model::Source>& own) {
    if (number < 1 || static_cast<std::size_t>(number) > own.size()) return 0;
    const model::Source& source = own[static_cast<std::size_t>(number) - 1];
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [&](const model::Source& one) { return one.id == source.id; });
    const auto at = found - all_.begin();
    if (found == all_.end()) all_.push_back(source);
    return static_cast<int>(at) + 1;
}

Paper::Paper(const Edition& edition, const std::string& title, const std::string& language)
    : edition_(edition) {
    const Words& words = edition.words;
    document_.title = text::without_soft_hyphens(title);
    document_.language = language;
    document_.author = edition.pack.publisher;
    document_.subject = edition.pack.title;
    document_.date = edition.pack.date;
    document_.direction = model::is_right_to_left(language) ? host::Direction::right_to_left
                                                            : host::Direction::left_to_right;
    document_.footer = document_.title;
    if (!edition.pack.date.empty()) document_.footer += " · " + words.date(edition.pack.date);
    document_.page_of = words.word("print.page_of"); // filled in where pages are counted
    document_.picture_text = words.word("print.picture");
}

void Paper::heading(int level, const std::string& words, host::Align align) {
    add({host::DocumentHeading{level, {words}, align}});
}

void Paper::text(host::RichText rich, host::Voice voice, host::Align align) {
    if (!rich.text.empty()) add({host::DocumentText{std::move(rich), voice, align}});
}

void Paper::text(const std::string& words, host::Voice voice, host::Align align) {
    text(host::RichText{words}, voice, align);
}

void Paper::item(host::RichText rich, const std::string& mark, host::Voice voice, int depth) {
    add({host::DocumentItem{std::move(rich), mark, depth, voice}});
}

host::RichText Paper::rich(const model::Inline& runs, const std::vector<model::Source>& own) {
    host::RichText out;
    bool after_number = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const model::Run& run = runs[i];
        const int number = list_.number(run.source, own);
        const bool number_follows = i + 1 < runs.size() && runs[i + 1].source > 0;
        // The space between two numbers becomes their comma.
        if (after_number && number_follows && run.source == 0 && is_blank(run.text)) continue;
        if (number > 0) {
            if (after_number) append(out, ",", {.raised = true});
            append_number(out, number);
        } else if (run.source == 0) {
            append(out, run.text, {.bold = run.bold, .italic = run.italic, .code = run.code});
        }
        after_number = number > 0;
    }
    return out;
}

host::RichText Paper::cited(const std::string& words, int source,
                            const std::vector<model::Source>& own) {
    return rich({{.text = words}, {.source = source}},
                source > 0 ? own : std::vector<model::Source>{});
}

void Paper::blocks(const std::vector<model::Block>& blocks, const std::vector<model::Source>& own,
                   int level) {
    for (const model::Block& one : blocks) block(one, own, level);
}

void Paper::block(const model::Block& block, const std::vector<model::Source>& own, int level) {
    switch (block.kind) {
    case model::BlockKind::heading:
        heading(std::clamp(block.level - 2 + level, 2, 3), rich(block.text, own).text);
        break;
    case model::BlockKind::paragraph: text(rich(block.text, own)); break;
    case model::BlockKind::item:
        item(rich(block.text, own), block.number > 0 ? std::to_string(block.number) + "." : "",
             host::Voice::body, block.level);
        break;
    case model::BlockKind::quote: add({host::DocumentQuote{rich(block.text, own), false}}); break;
    case model::BlockKind::key_point:
        add({host::DocumentQuote{rich(block.text, own), true}});
        break;
    case model::BlockKind::code: add({host::DocumentCode{model::plain(block.text)}}); break;
    case model::BlockKind::figure: figure(block.figure, own); break;
    case model::BlockKind::chart: chart(block.chart, own); break;
    case model::BlockKind::table: {
        host::DocumentTable table;
        for (const std::vector<model::Inline>& row : block.rows) {
            table.rows.emplace_back();
            for (const model::Inline& cell : row) table.rows.back().push_back(rich(cell, own));
        }
        add({std::move(table)});
        break;
    }
    }
}

void Paper::figure(const model::Figure& figure, const std::vector<model::Source>& own) {
    host::DocumentFigure out;
    out.caption = rich(figure.caption, own);
    if (!figure.decorative) out.alt = figure.alt;
    if (!figure.long_text.empty()) out.alt += "\n" + figure.long_text;
    const std::optional<model::Media> media =
        edition_.media ? edition_.media(figure.media) : std::nullopt;
    if (media) {
        out.type = type_of(*media);
        out.bytes = media->bytes;
    }
    add({std::move(out)});
}

void Paper::chart(const model::Chart& chart, const std::vector<model::Source>& own) {
    host::DocumentBars bars;
    bars.title = chart.title;
    bars.unit = chart.unit;
    if (chart.kind == model::ChartKind::share) bars.whole = 100;
    for (const model::ChartPoint& point : chart.points)
        bars.bars.push_back({point.label, point.value, point.shown});
    std::string note = words().date(chart.date);
    if (!chart.note.empty()) note += " · " + chart.note;
    bars.note = cited(note, chart.source, own);
    add({std::move(bars)});
}

void Paper::number_as(const std::vector<model::Source>& own) {
    for (std::size_t i = 0; i < own.size(); ++i) list_.number(static_cast<int>(i) + 1, own);
}

void Paper::sources() {
    if (list_.all().empty()) return;
    heading(2, words()("page.sources"));
    int number = 0;
    for (const model::Source& source : list_.all()) {
        host::RichText entry;
        append(entry, source.title, {.bold = true});
        entry.text += ", " + source.publisher;
        if (!source.date.empty()) entry.text += ", " + words().date(source.date);
        entry.text += " (" + words()("reliability." + std::string(1, source.reliability)) + ")";
        if (!source.url.empty()) {
            entry.text += "\n";
            append_address(entry, source.url);
        }
        item(std::move(entry), std::to_string(++number) + ".", host::Voice::small);
    }
}

void Paper::imprint() {
    const model::Catalogue& pack = edition_.pack;
    std::string line = pack.publisher;
    if (!pack.version.empty())
        line += " · " + words()("about.pack_version", {{"version", pack.version}});
    if (!edition_.licence.empty()) line += " · " + edition_.licence;
    text(line, host::Voice::small);
}

void append_address(host::RichText& text, const std::string& address) {
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    for (std::size_t at = 0; at < address.size(); ++at) {
        text.text += address[at];
        const bool sign =
            std::string_view("/.?&=_-%#+~,").find(address[at]) != std::string_view::npos;
        const bool more = at + 1 < address.size();
        // Not within "://" and not where the next sign could end the line as well.
        if (sign && more && at > 8 && address[at + 1] != '/') text.text += zero_width_space;
    }
    text.links.push_back({begin, static_cast<std::uint32_t>(text.text.size()), address});
}

} // namespace foyer::print
