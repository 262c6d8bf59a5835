// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/page_files.h"

#include "content/packer/case_facts.h"
#include "content/packer/charts.h"
#include "content/packer/figures.h"
#include "content/packer/front_matter.h"
#include "content/packer/markdown.h"
#include "content/packer/marked_text.h"
#include "content/packer/sentences.h"
#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"
#include "content/packer/text_file.h"
#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace foyer::packer {

namespace {

constexpr std::size_t max_title_letters = 90, max_line_letters = 110, max_summary_letters = 700;
constexpr int max_summary_words = 60;

/// Keys that only the German file has; named here to say so where another file uses one.
constexpr std::array<const char*, 10> shared_keys = {"kind",    "topic",   "order", "updated",
                                                     "sources", "related", "case",  "software",
                                                     "figure",  "chart"};
constexpr std::array<const char*, 5> case_keys = {"case", "software", "result", "lesson", "place"};

int reading_minutes(int words, std::string_view language) {
    const int per_minute = is_simple(language) ? 100 : 180;
    return std::max(1, (words + per_minute / 2) / per_minute);
}

/// What lies in a page's folder.
struct Folder {
    std::vector<std::string> languages; ///< German first
    std::set<std::string> figures;
};

class PageReader {
  public:
    PageReader(const PagePlace& place, host::Pictures& pictures, model::PackContent& content,
               Checking& checking)
        : tree_(place.tree),
          pictures_(pictures),
          content_(content),
          checking_(checking),
          facts_(FactSheet::read(place.tree, place.id, place.facts, checking)) {
        page_.id = place.id;
    }

    FactSheet take_facts() { return std::move(facts_); }

    void read() {
        const std::optional<Folder> folder = look();
        if (!folder) return;
        shelf_.emplace(tree_, page_.id, folder->figures, pictures_, checking_);
        const bool german = !folder->languages.empty() && folder->languages.front() == "de";
        if (!german) {
            checking_.problems.error(tree_.shown(path("de.md")), {},
                                     "the German text is missing; every page has a de.md");
            return;
        }
        for (const std::string& language : folder->languages) read_text(language);
        if (page_.texts.count("de") == 0) return;
        report_unused();
        for (const std::string& linked : linked_pages_) {
            if (std::find(page_.related.begin(), page_.related.end(), linked) ==
                page_.related.end()) {
                page_.related.push_back(linked);
            }
        }
        shelf_->move_media(content_.media);
        content_.pages.push_back(std::move(page_));
    }

  private:
    std::string path(const std::string& file) const { return "pages/" + page_.id + "/" + file; }

    std::optional<Folder> look() {
        const Result<std::vector<Entry>> entries =
            tree_.list("pages/" + page_.id, max_entries_per_page);
        if (!entries) {
            const std::string shown = tree_.shown("pages/" + page_.id);
            checking_.problems.error(shown, {}, without_place(entries.error(), shown));
            return std::nullopt;
        }
        Folder folder;
        for (const Entry& entry : *entries) sort_in(entry, folder);
        const auto german = std::find(folder.languages.begin(), folder.languages.end(), "de");
        if (german != folder.languages.end()) {
            std::rotate(folder.languages.begin(), german, german + 1);
        }
        return folder;
    }

    void sort_in(const Entry& entry, Folder& folder) {
        const std::string shown = tree_.shown(path(entry.name));
        Problems& problems = checking_.problems;
        if (entry.kind == EntryKind::link) {
            problems.error(shown, {}, "this is a link; copy the file itself here");
        } else if (entry.kind != EntryKind::file) {
            problems.error(shown, {}, "a page's folder holds files only");
        } else if (entry.name.ends_with(".md")) {
            const std::string language = entry.name.substr(0, entry.name.size() - 3);
            if (checking_.index.languages.count(language) > 0) {
                folder.languages.push_back(language);
            } else {
                problems.error(shown, {},
                               quoted(language) + " is not a language of pack.toml" +
                                   suggestion(language, checking_.index.languages));
            }
        } else if (picture_type(entry.name)) {
            folder.figures.insert(entry.name);
        } else if (entry.name != "facts.toml") {
            problems.warning(shown, {}, "this file is not used; figures end in .svg, .png or .jpg");
        }
    }

    void read_text(const std::string& language) {
        const std::optional<SourceText> source =
            load_text(tree_, path(language + ".md"), checking_.problems);
        if (!source) return;
        auto front = read_front_matter(*source, checking_.problems);
        if (!front) return;
        Fields fields(front->table, *source, checking_, "the front matter");
        if (language == "de") {
            read_shared(fields);
        } else {
            for (const char* key : shared_keys) {
                fields.refuse(key, "belongs in de.md, which holds what all languages share");
            }
        }
        model::PageText text = read_keys(fields, language);
        const auto long_texts = read_figure_texts(fields, language, shelf_->files());
        if (page_.facts) {
            read_case_texts(fields, language, sources_, facts_, text);
        } else {
            for (const char* key : case_keys) fields.refuse(key, "needs kind = \"case\" in de.md");
        }
        ChartTexts chart_texts(fields, language, charts_);
        fields.finish();
        const std::size_t errors = checking_.problems.errors();
        PageScope scope{*source, front->body, page_.id, language, text.title, sources_.numbers};
        Markdown body = parse_markdown(scope, checking_);
        for (const FigureUse& use : body.figures) {
            shelf_->complete(body.blocks[use.block].figure, use, long_texts, fields);
        }
        for (const ChartUse& use : body.charts) {
            chart_texts.complete(body.blocks[use.block].chart, use, fields);
            text.charts[use.id] = use.block;
        }
        chart_texts.report_unused(fields);
        text.minutes = reading_minutes(words(text.summary) + words_of(body.blocks), language);
        text.body = std::move(body.blocks);
        sources_.used.insert(body.cited.begin(), body.cited.end());
        linked_pages_.insert(linked_pages_.end(), body.pages.begin(), body.pages.end());
        if (text.body.empty() && checking_.problems.errors() == errors) {
            fields.error(source->position(front->body), "this page has no text");
        }
        page_.texts[language] = std::move(text);
    }

    void read_shared(Fields& fields) {
        page_.kind = fields.choice("kind", Need::needed, {"explainer", "case"});
        page_.topic = fields.choice("topic", Need::needed, checking_.index.topics);
        page_.order = static_cast<int>(
            fields.integer("order", Need::optional, 0, 1'000'000).value_or(1'000'000));
        page_.updated = fields.date("updated", Need::needed);
        read_sources(fields);
        for (const Placed& related : fields.words("related", Need::optional)) {
            if (checking_.index.pages.count(related.text) == 0) {
                fields.error(related.at, "there is no page " + quoted(related.text) +
                                             suggestion(related.text, checking_.index.pages));
            } else if (related.text == page_.id) {
                fields.error(related.at, "this page is related to itself");
            } else {
                page_.related.push_back(related.text);
            }
        }
        shelf_->read_notes(fields);
        charts_ = read_charts(fields, sources_, facts_);
        if (page_.kind == "case") page_.facts = read_case_facts(fields, sources_, facts_);
    }

    void read_sources(Fields& fields) {
        for (Placed& source : fields.words("sources", Need::needed)) {
            if (checking_.index.sources.count(source.text) == 0) {
                fields.error(source.at, "unknown source " + quoted(source.text) +
                                            suggestion(source.text, checking_.index.sources));
                continue;
            }
            const int number = static_cast<int>(page_.sources.size()) + 1;
            if (!sources_.numbers.emplace(source.text, number).second) {
                fields.error(source.at, "the source " + quoted(source.text) + " is listed twice");
                continue;
            }
            page_.sources.push_back(source.text);
            listed_.push_back(source.at);
        }
        german_file_ = fields.source().file();
    }

    model::PageText read_keys(Fields& fields, const std::string& language) {
        model::PageText text;
        text.title = fields.text("title", Need::needed, max_title_letters);
        if (!text.title.empty()) {
            const auto [same, fresh] =
                checking_.titles.emplace(std::pair(language, text.title), fields.source().file());
            if (!fresh) fields.error(fields.at("title"), same->second + " has the same title");
        }
        const std::string summary = fields.text("summary", Need::needed, max_summary_letters);
        if (const int count = words(summary); count > max_summary_words) {
            fields.error(fields.at("summary"), "\"summary\" has " + std::to_string(count) +
                                                   " words; at most " +
                                                   std::to_string(max_summary_words) + " fit");
        }
        check_simple(summary, "summary", language, fields);
        text.summary = in_lines(summary, language);
        text.line = fields.text("line", Need::optional, max_line_letters);
        if (text.line.empty() && !summary.empty()) text.line = first_sentence(summary, fields);
        text.keywords = fields.texts("keywords");
        if (is_simple(language)) {
            text.checked_by = fields.text("checked_by", Need::optional, 120);
        }
        return text;
    }

    static std::string first_sentence(const std::string& summary, Fields& fields) {
        const Sentence first = sentences(summary).front();
        std::string line = summary.substr(first.begin, first.end - first.begin);
        if (const std::size_t letters = text::length(line); letters > max_line_letters) {
            fields.warning(fields.at("summary"),
                           "its first sentence has " + std::to_string(letters) +
                               " characters, too many for a card; add a \"line\" with at most " +
                               std::to_string(max_line_letters));
        }
        return line;
    }

    void report_unused() {
        shelf_->report_unused();
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            if (sources_.used.count(static_cast<int>(i) + 1) > 0) continue;
            checking_.problems.warning(german_file_, listed_[i],
                                       "the source " + quoted(page_.sources[i]) +
                                           " is listed, but nothing on the page cites it");
        }
    }

    const Tree& tree_;
    host::Pictures& pictures_;
    model::PackContent& content_;
    Checking& checking_;
    model::PageContent page_;
    PageSources sources_;
    std::vector<Position> listed_; ///< where de.md lists each source
    std::string german_file_;
    std::optional<FigureShelf> shelf_;
    FactSheet facts_;
    std::map<std::string, ChartData> charts_;
    std::vector<std::string> linked_pages_;
};

} // namespace

FactSheet read_page(const PagePlace& place, host::Pictures& pictures, model::PackContent& content,
                    Checking& checking) {
    PageReader reader(place, pictures, content, checking);
    reader.read();
    return reader.take_facts();
}

} // namespace foyer::packer
