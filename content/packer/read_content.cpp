// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/read_content.h"

#include "content/packer/courses.h"
#include "content/packer/index.h"
#include "content/packer/pack_files.h"
#include "content/packer/page_files.h"
#include "content/packer/quiz.h"
#include "content/packer/suggest.h"
#include "content/packer/tours.h"
#include "content/packer/tree.h"

#include <map>
#include <utility>

namespace foyer::packer {

namespace {

const std::set<std::string>& known_files() {
    static const std::set<std::string> all = {"pack.toml",    "topics.toml",   "glossary.toml",
                                              "sources.toml", "synonyms.toml", "timeline.toml",
                                              "quiz.toml"};
    return all;
}

/// A misspelt file would be missing in silence.
void check_top(const Tree& tree, Problems& problems) {
    const Result<std::vector<Entry>> entries = tree.list("");
    if (!entries) {
        problems.error(tree.shown(""), {}, without_place(entries.error(), tree.shown("")));
        return;
    }
    for (const Entry& entry : *entries) {
        if (!entry.name.ends_with(".toml") || known_files().count(entry.name) > 0) continue;
        problems.error(tree.shown(entry.name), {},
                       "this file is not read" + suggestion(entry.name, known_files()));
    }
}

/// Adds the page folders of one tree; a page of an earlier tree is replaced as a whole.
void find_pages(const Tree& tree, std::map<std::string, const Tree*>& pages, Problems& problems) {
    const Result<std::vector<Entry>> entries = tree.list("pages");
    if (!entries) {
        if (entries.error().code == Errc::not_found) return;
        problems.error(tree.shown("pages"), {},
                       without_place(entries.error(), tree.shown("pages")));
        return;
    }
    for (const Entry& entry : *entries) {
        const std::string shown = tree.shown("pages/" + entry.name);
        if (entry.kind == EntryKind::link) {
            problems.error(shown, {}, "this is a link; copy the folder itself here");
        } else if (entry.kind != EntryKind::folder) {
            problems.warning(shown, {}, "this is no page; a page is a folder with a de.md");
        } else if (!is_id(entry.name)) {
            problems.error(shown, {},
                           "a page's folder has only small letters, digits and hyphens in its "
                           "name, at most 64");
        } else {
            pages[entry.name] = &tree;
        }
    }
}

void check_topics(const std::vector<Tree>& trees, const model::PackContent& content,
                  Problems& problems) {
    std::set<std::string> filled;
    for (const model::PageContent& page : content.pages) filled.insert(page.topic);
    for (const model::TopicContent& topic : content.topics) {
        if (filled.count(topic.id) > 0) continue;
        problems.warning(trees.front().shown("topics.toml"), {},
                         "the topic " + quoted(topic.id) + " has no pages");
    }
}

} // namespace

Result<Draft> read_content(const std::vector<std::string>& folders, const Fonts& fonts,
                           host::Pictures& pictures, const Progress& progress) {
    Draft draft;
    Checking checking{draft.problems, fonts, {}, {}};
    std::vector<Tree> trees;
    for (const std::string& folder : folders) {
        Tree tree = TRY(Tree::open(folder));
        trees.push_back(std::move(tree));
    }
    std::map<std::string, const Tree*> pages;
    for (const Tree& tree : trees) {
        check_top(tree, draft.problems);
        find_pages(tree, pages, draft.problems);
    }
    if (pages.size() > max_pages) {
        draft.problems.error(trees.front().shown("pages"), {},
                             "at most " + std::to_string(max_pages) + " pages fit");
        return draft;
    }
    for (const auto& [id, tree] : pages) checking.index.pages.insert(id);
    read_pack_files(trees, draft.content, checking);
    std::size_t done = 0, media_bytes = 0, media_seen = 0;
    for (const auto& [id, tree] : pages) {
        // The common pages prove their numbers; a town's own need not.
        const Need facts = tree == &trees.front() ? Need::needed : Need::optional;
        draft.facts.emplace(
            id, read_page(PagePlace{*tree, id, facts}, pictures, draft.content, checking));
        const auto& media = draft.content.media;
        for (; media_seen < media.size(); ++media_seen) {
            media_bytes += media[media_seen].media.bytes.size();
        }
        if (media_bytes > max_media_bytes) {
            draft.problems.error(tree->shown("pages/" + id), {},
                                 "the figures up to this page are larger than a pack may be");
            break;
        }
        if (progress) progress(++done, pages.size());
    }
    read_tours(trees, draft.content, checking);
    read_quiz(trees, draft.facts, draft.content, checking);
    read_courses(trees, draft.content, checking);
    if (draft.content.pages.size() == pages.size()) {
        check_topics(trees, draft.content, draft.problems);
    }
    return draft;
}

} // namespace foyer::packer
