// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/timeline.h"

#include "content/packer/entries.h"

#include <tuple>

namespace foyer::packer {

namespace {

constexpr std::size_t max_title_letters = 80, max_text_letters = 400;

const std::set<std::string>& themes() {
    static const std::set<std::string> all = {"movement", "towns",   "states",
                                              "law",      "project", "setbacks"};
    return all;
}

model::EventContent read_event(Fields& fields, std::set<std::string>& seen) {
    model::EventContent event;
    event.id = unique_id(fields, seen);
    event.date = fields.rough_date("date", Need::needed);
    event.theme = fields.choice("theme", Need::needed, themes());
    event.page = known_page(fields, "page", Need::optional);
    event.sources = known_sources(fields, Need::needed);
    if (fields.has("sources") && event.sources.empty()) {
        fields.error(fields.at("sources"), "an event has at least one source");
    }
    each_language(fields, "the event", [&](const std::string& language, Fields& text) {
        model::EventContent::Text& own = event.texts[language];
        own.title = text_in(language, text, "title", Need::needed, max_title_letters);
        own.text = text_in(language, text, "text", Need::needed, max_text_letters);
    });
    fields.finish();
    return event;
}

} // namespace

void read_timeline(const TomlFile& file, model::PackContent& content, Checking& checking) {
    Fields root(file.root, file.source, checking, "timeline.toml");
    std::set<std::string> seen;
    for (const TomlValue* table : root.tables("event")) {
        Fields fields(*table, file.source, checking, "the event");
        put(content.events, checking.index.events, read_event(fields, seen));
    }
    root.finish();
    if (content.events.size() > max_events) {
        root.error(root.at("event"), "at most " + std::to_string(max_events) + " events fit");
    }
    std::sort(content.events.begin(), content.events.end(),
              [](const model::EventContent& a, const model::EventContent& b) {
                  return std::tie(a.date, a.id) < std::tie(b.date, b.id);
              });
}

} // namespace foyer::packer
