// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/typeset.h"

#include "content/packer/glossary_marks.h"
#include "content/packer/typography.h"

#include <map>

namespace foyer::packer {

namespace {

class Setter {
  public:
    Setter(const Hyphenation& hyphenation, const std::string& language)
        : hyphenation_(hyphenation), language_(language) {}

    void set(std::string& text) const {
        text = hyphenation_.with_soft_hyphens(with_no_break_spaces(text, language_), language_);
    }

    /// For texts that are spoken or read by machines: no soft hyphens.
    void set_spoken(std::string& text) const { text = with_no_break_spaces(text, language_); }

    void set(model::Inline& runs) const {
        for (model::Run& run : runs) {
            if (!run.code && run.source == 0) set(run.text);
        }
    }

    void set(model::Block& block) const {
        set(block.text);
        for (auto& row : block.rows) {
            for (model::Inline& cell : row) set(cell);
        }
        set_spoken(block.figure.alt);
        set_spoken(block.figure.long_text);
        set(block.figure.caption);
        set(block.chart);
    }

    void set(model::Chart& chart) const {
        for (std::string* part : {&chart.title, &chart.unit, &chart.note}) set(*part);
        for (model::ChartPoint& point : chart.points) set(point.label);
    }

    void set(model::Guide& guide) const {
        set(guide.card.title);
        set(guide.card.summary);
        for (model::GuideQuestion& question : guide.questions) {
            set(question.text);
            set(question.help);
            for (model::GuideOption& option : question.options) {
                set(option.text);
                set(option.reason);
            }
        }
        for (model::GuideResult& result : guide.results) {
            set(result.title);
            set(result.text);
        }
    }

    void set(model::PageText& text) const {
        for (std::string* part : {&text.title, &text.summary, &text.line, &text.place}) set(*part);
        for (model::Block& block : text.body) set(block);
        for (model::Result& result : text.results) set(result.text);
        for (model::Lesson& lesson : text.lessons) set(lesson.text);
    }

  private:
    const Hyphenation& hyphenation_;
    const std::string& language_;
};

} // namespace

void typeset(model::PackContent& content, const Hyphenation& hyphenation) {
    std::map<std::string, GlossaryMarks> marks;
    for (const model::Language& language : content.languages) {
        marks.try_emplace(language.tag, content.terms, language.tag);
    }
    for (model::PageContent& page : content.pages) {
        for (auto& [language, text] : page.texts) {
            if (const auto own = marks.find(language); own != marks.end()) {
                own->second.mark(text.body);
            }
            Setter(hyphenation, language).set(text);
        }
    }
    for (model::TermContent& term : content.terms) {
        for (auto& [language, text] : term.texts) {
            const Setter setter(hyphenation, language);
            setter.set(text.term);
            setter.set(text.text);
        }
    }
    for (model::EventContent& event : content.events) {
        for (auto& [language, text] : event.texts) {
            const Setter setter(hyphenation, language);
            setter.set(text.title);
            setter.set(text.text);
        }
    }
    for (model::GuideContent& guide : content.guides) {
        for (auto& [language, text] : guide.texts) Setter(hyphenation, language).set(text);
    }
    for (model::TopicContent& topic : content.topics) {
        for (auto& [language, text] : topic.texts) {
            const Setter setter(hyphenation, language);
            setter.set(text.title);
            setter.set(text.summary);
        }
    }
    for (model::Source& source : content.sources) {
        Setter(hyphenation, source.language).set(source.title);
    }
}

} // namespace foyer::packer
