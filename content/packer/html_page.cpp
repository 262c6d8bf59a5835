// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/html_page.h"

#include "content/packer/html_facts.h"
#include "content/packer/html_text.h"
#include "kiosk/base/text.h"

namespace foyer::packer {

namespace {

std::string direction(const std::string& language) {
    return model::is_right_to_left(language) ? "rtl" : "ltr";
}

std::string language_attributes(const std::string& language) {
    return " lang=\"" + html_attribute(language) + "\" dir=\"" + direction(language) + "\"";
}

std::string link(const std::string& href, const std::string& text) {
    return "<a href=\"" + html_attribute(href) + "\">" + text + "</a>";
}

/// `root` leads from the document to the folder of the whole website.
std::string head(const std::string& language, const std::string& title, const std::string& root) {
    return "<!DOCTYPE html>\n<html" + language_attributes(language) +
           ">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           html_attribute(title) + "</title>\n<link rel=\"stylesheet\" href=\"" + root +
           "style.css\">\n</head>\n";
}

std::string switcher(const std::vector<Elsewhere>& elsewhere, const Site& site) {
    std::string out = "<nav class=\"languages\" aria-label=\"" +
                      html_attribute(site.words("language.title")) + "\"><ul>\n";
    for (const Elsewhere& one : elsewhere) {
        const bool here = one.language == site.language;
        out += "<li><a href=\"" + html_attribute(one.href) + "\" hreflang=\"" +
               html_attribute(one.language) + "\"" + language_attributes(one.language) +
               (here ? " aria-current=\"true\"" : "") + ">" + html_escaped(one.name) +
               "</a></li>\n";
    }
    return out + "</ul></nav>\n";
}

std::string timeline_link(const Site& site, const std::string& up) {
    if (!site.timeline) return {};
    return "</li>\n<li>" + link(up + "timeline.html", html_escaped(site.words("timeline.title")));
}

/// `up` leads from the document to the folder of its language.
std::string document(const Site& site, const std::string& title, const std::string& up,
                     const std::vector<Elsewhere>& elsewhere, const std::string& main) {
    const Words& words = site.words;
    const model::Catalogue& pack = site.catalogue;
    std::string out =
        head(site.language, title.empty() ? pack.title : title + " – " + pack.title, "../" + up);
    out +=
        "<body class=\"" + std::string(site.language.ends_with("-simple") ? "simple" : "plain") +
        "\">\n<a class=\"skip\" href=\"#main\">" + html_escaped(words("nav.more")) +
        "</a>\n<header>\n<p class=\"pack\">" + link(up + "index.html", html_escaped(pack.title)) +
        "</p>\n" + switcher(elsewhere, site) + "</header>\n<main id=\"main\">\n" + main +
        "</main>\n<footer>\n<nav aria-label=\"" + html_attribute(words("about.pack")) +
        "\"><ul>\n<li>" + link(up + "index.html", html_escaped(words("nav.home"))) + "</li>\n<li>" +
        link(up + "glossary.html", html_escaped(words("page.words"))) + timeline_link(site, up) +
        "</li>\n<li>" + link(up + "sources.html", html_escaped(words("page.sources"))) +
        "</li>\n</ul></nav>\n<p>" + html_escaped(pack.publisher) + " · " +
        html_escaped(words("about.pack_version", {{"version", pack.version}})) + " · " +
        html_escaped(words.date(pack.date)) + " · " + html_escaped(site.licence) +
        "</p>\n</footer>\n</body>\n</html>\n";
    return out;
}

std::string minutes(int count, const Words& words) {
    if (count == 1) return words("topic.minutes_one");
    return words("topic.minutes", {{"minutes", std::to_string(count)}});
}

std::string card(const model::Card& card, const Site& site, const std::string& pages) {
    const bool other = card.language != site.language;
    std::string facts;
    if (!card.place.empty()) facts += html_escaped(card.place) + " · ";
    if (!card.status.empty()) facts += html_escaped(site.words("status." + card.status)) + " · ";
    facts += html_escaped(minutes(card.minutes, site.words));
    return "<li" + (other ? language_attributes(card.language) : std::string()) + "><a href=\"" +
           pages + html_attribute(card.page) + ".html\"><strong>" + html_escaped(card.title) +
           "</strong><span>" + html_escaped(card.line) + "</span><small>" + facts +
           "</small></a></li>\n";
}

std::string cards(const std::vector<model::Card>& all, const Site& site, const std::string& pages) {
    std::string out = "<ul class=\"cards\">\n";
    for (const model::Card& one : all) out += card(one, site, pages);
    return out + "</ul>\n";
}

std::string heading(int level, const std::string& text) {
    const std::string tag = "h" + std::to_string(level);
    return "<" + tag + ">" + html_escaped(text) + "</" + tag + ">\n";
}

std::string source_text(const model::Source& source, const Words& words) {
    std::string out = "<cite lang=\"" + html_attribute(source.language) + "\">" +
                      html_escaped(source.title) + "</cite>, " + html_escaped(source.publisher);
    if (!source.date.empty()) out += ", " + html_escaped(words.date(source.date));
    if (!source.url.empty()) out += ". " + link(source.url, html_escaped(source.url));
    return out + " <small>(" +
           html_escaped(words("reliability." + std::string(1, source.reliability))) + ")</small>";
}

std::string page_sources(const model::Page& page, const Words& words) {
    if (page.sources.empty()) return {};
    std::string out =
        "<section class=\"sources\">\n" + heading(2, words("page.sources")) + "<ol>\n";
    for (std::size_t i = 0; i < page.sources.size(); ++i) {
        out += "<li id=\"source-" + std::to_string(i + 1) + "\">" +
               source_text(page.sources[i], words) + "</li>\n";
    }
    return out + "</ol>\n</section>\n";
}

std::string only_in(const model::Page& page, const Site& site) {
    if (page.card.language == site.language) return {};
    std::string name = page.card.language;
    for (const model::Language& language : site.catalogue.languages) {
        if (language.tag == page.card.language) name = language.name;
    }
    return "<p class=\"notice\">" + html_escaped(site.words("page.only_in", {{"language", name}})) +
           "</p>\n";
}

std::string checked(const model::Page& page, const Words& words) {
    if (!page.card.language.ends_with("-simple")) return {};
    const std::string text = page.checked_by.empty()
                                 ? words("page.unchecked")
                                 : words("page.checked", {{"name", page.checked_by}});
    return "<p class=\"notice\">" + html_escaped(text) + "</p>\n";
}

} // namespace

std::string start_document(const std::vector<model::Language>& languages,
                           const std::map<std::string, std::string>& titles) {
    const std::string first = languages.empty() ? "de" : languages.front().tag;
    const auto title_in = [&](const std::string& language) {
        const auto found = titles.find(language);
        return found == titles.end() ? std::string() : found->second;
    };
    std::string out = head(first, title_in(first), "") + "<body class=\"start\">\n<main>\n<h1>" +
                      html_escaped(title_in(first)) + "</h1>\n<ul class=\"cards\">\n";
    for (const model::Language& language : languages) {
        out += "<li" + language_attributes(language.tag) + "><a href=\"" +
               html_attribute(language.tag) + "/index.html\"><strong>" +
               html_escaped(language.name) + "</strong><span>" +
               html_escaped(title_in(language.tag)) + "</span></a></li>\n";
    }
    return out + "</ul>\n</main>\n</body>\n</html>\n";
}

std::string home_document(const Site& site, const std::vector<Elsewhere>& elsewhere) {
    std::string main =
        "<h1>" + html_escaped(site.catalogue.title) + "</h1>\n<ul class=\"cards\">\n";
    for (const model::Topic& topic : site.catalogue.topics) {
        const std::string pages =
            topic.pages == 1 ? site.words("home.pages_one")
                             : site.words("home.pages", {{"count", std::to_string(topic.pages)}});
        main += "<li><a href=\"topics/" + html_attribute(topic.id) + ".html\"><strong>" +
                html_escaped(topic.title) + "</strong><span>" + html_lines(topic.summary) +
                "</span><small>" + html_escaped(pages) + "</small></a></li>\n";
    }
    main += "</ul>\n";
    if (!site.catalogue.fresh.empty()) {
        main +=
            heading(2, site.words("home.new", {{"date", site.words.date(site.catalogue.date)}})) +
            cards(site.catalogue.fresh, site, "pages/");
    }
    return document(site, "", "", elsewhere, main);
}

std::string topic_document(const Site& site, const model::Topic& topic,
                           const std::vector<model::Card>& all,
                           const std::vector<Elsewhere>& elsewhere) {
    return document(site, topic.title, "../", elsewhere,
                    heading(1, topic.title) + "<p class=\"summary\">" + html_lines(topic.summary) +
                        "</p>\n" + cards(all, site, "../pages/"));
}

std::string page_document(const Site& site, const model::Page& page,
                          const std::vector<Elsewhere>& elsewhere) {
    const Words& words = site.words;
    std::string main;
    for (const model::Topic& topic : site.catalogue.topics) {
        if (topic.id != page.card.topic) continue;
        main += "<nav class=\"trail\" aria-label=\"" +
                html_attribute(words("nav.here", {{"name", topic.title}})) + "\">" +
                link("../topics/" + topic.id + ".html", html_escaped(topic.title)) + "</nav>\n";
    }
    main += only_in(page, site);
    const bool other = page.card.language != site.language;
    main += "<article" + (other ? language_attributes(page.card.language) : std::string()) +
            ">\n<h1>" + html_escaped(page.card.title) + "</h1>\n<p class=\"meta\">" +
            html_escaped(minutes(page.card.minutes, words)) + " · " +
            html_escaped(words("page.updated", {{"date", words.date(page.updated)}})) + "</p>\n" +
            checked(page, words) + "<p class=\"summary\">" + html_lines(page.summary) + "</p>\n";
    if (page.facts) main += case_facts_html(*page.facts, words);
    main += html(page.body, words, "../../media/") + page_sources(page, words) + "</article>\n";
    if (!page.related.empty()) {
        main += "<section class=\"related\">\n" + heading(2, words("page.related")) +
                cards(page.related, site, "") + "</section>\n";
    }
    return document(site, page.card.title, "../", elsewhere, main);
}

std::string glossary_document(const Site& site, const std::vector<model::Term>& terms,
                              const std::vector<Elsewhere>& elsewhere) {
    std::string main = heading(1, site.words("page.words")) + "<dl class=\"glossary\">\n";
    for (const model::Term& term : terms) {
        const std::string attributes =
            term.language == site.language ? std::string() : language_attributes(term.language);
        main += "<div id=\"" + html_attribute(term.id) + "\"" + attributes + "><dt>" +
                html_escaped(term.term) + "</dt><dd>" + html_lines(term.text) + "</dd></div>\n";
    }
    return document(site, site.words("page.words"), "", elsewhere, main + "</dl>\n");
}

std::string timeline_document(const Site& site, const std::vector<model::Event>& events,
                              const std::vector<Elsewhere>& elsewhere) {
    std::string main = heading(1, site.words("timeline.title")) + "<ol class=\"timeline\">\n";
    for (const model::Event& event : events) {
        const bool other = event.language != site.language;
        std::string title = html_escaped(event.title);
        if (!event.page.empty()) title = link("pages/" + event.page + ".html", title);
        main += "<li" + (other ? language_attributes(event.language) : std::string()) +
                "><p class=\"meta\">" + html_escaped(site.words.date(event.date)) + "</p>\n<h2>" +
                title + "</h2>\n<p>" + html_lines(event.text) + "</p>\n<p class=\"meta\">";
        for (std::size_t i = 0; i < event.sources.size(); ++i) {
            main += (i > 0 ? " · " : "") + link("sources.html#" + event.sources[i].id,
                                                html_escaped(event.sources[i].publisher));
        }
        main += "</p></li>\n";
    }
    return document(site, site.words("timeline.title"), "", elsewhere, main + "</ol>\n");
}

std::string sources_document(const Site& site, const std::vector<CitedSource>& sources,
                             const std::vector<Elsewhere>& elsewhere) {
    std::string main = heading(1, site.words("page.sources")) + "<ul class=\"all-sources\">\n";
    for (const CitedSource& one : sources) {
        main += "<li id=\"" + html_attribute(one.source.id) + "\">" +
                source_text(one.source, site.words) + "<br>";
        for (std::size_t i = 0; i < one.pages.size(); ++i) {
            main += (i > 0 ? " · " : "") +
                    link("pages/" + one.pages[i].page + ".html", html_escaped(one.pages[i].title));
        }
        main += "</li>\n";
    }
    return document(site, site.words("page.sources"), "", elsewhere, main + "</ul>\n");
}

} // namespace foyer::packer
