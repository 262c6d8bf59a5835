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

    void set(std::vector<model::Block>& blocks) const {
        for (model::Block& block : blocks) set(block);
    }

    void set(model::TourContent& tour) const {
        if (const auto text = tour.texts.find(language_); text != tour.texts.end()) {
            set(text->second.title);
            set(text->second.summary);
        }
        for (model::TourStepContent& step : tour.steps) {
            const auto text = step.texts.find(language_);
            if (text == step.texts.end()) continue;
            set(text->second.title);
            set(text->second.slide);
            set(text->second.notes);
        }
    }

    void set(model::QuestionContent::Text& text) const {
        set(text.text);
        set(text.explanation);
        for (std::string& option : text.options) set(option);
    }

    void set(model::CourseContent& course) const {
        if (const auto text = course.texts.find(language_); text != course.texts.end()) {
            set(text->second.title);
            set(text->second.audience);
            for (std::string& goal : text->second.goals) set(goal);
        }
        for (model::CourseSectionContent& section : course.sections) {
            const auto text = section.texts.find(language_);
            if (text == section.texts.end()) continue;
            set(text->second.title);
            set(text->second.text);
            set(text->second.exercise);
        }
    }

    void set(model::PageText& text) const {
        for (std::string* part : {&text.title, &text.summary, &text.line, &text.place}) set(*part);
        set(text.body);
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
    for (model::QuestionContent& question : content.questions) {
        for (auto& [language, text] : question.texts) Setter(hyphenation, language).set(text);
    }
    for (const model::Language& language : content.languages) {
        const Setter setter(hyphenation, language.tag);
        for (model::TourContent& tour : content.tours) setter.set(tour);
        for (model::CourseContent& course : content.courses) setter.set(course);
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
