// SPDX-License-Identifier: EUPL-1.2
// The screens, one per file. Each draws a State and keeps nothing; what a visitor can do stands in
// the nodes it makes.
#pragma once

#include "kiosk/ui/flow.h"
#include "kiosk/ui/ui.h"

namespace foyer::ui {

/// The whole frame: screen, navigation, bar, overlay.
Tree draw(Ui& ui, const model::State& state);

void draw_attract(Ui& ui, const model::State& state);
void draw_home(Ui& ui, const model::State& state);
void draw_topic(Ui& ui, const model::State& state);
void draw_page(Ui& ui, const model::State& state);
void draw_search(Ui& ui, const model::State& state);
void draw_map(Ui& ui, const model::State& state);
void draw_timeline(Ui& ui, const model::State& state);
void draw_compare(Ui& ui, const model::State& state);
void draw_guides(Ui& ui, const model::State& state);
void draw_guide(Ui& ui, const model::State& state);
void draw_news(Ui& ui, const model::State& state);
void draw_tours(Ui& ui, const model::State& state);
void draw_tour(Ui& ui, const model::State& state);
/// What a presenter needs: notes, times, the next step, buttons (tour screen).
void draw_presenter(Ui& ui, const model::State& state);
/// All steps of a tour (tour screen).
void draw_tour_overview(Ui& ui, const model::State& state);
/// What the room sees on a display of its own. Nothing of it can be touched.
Tree draw_wall(Ui& ui, const model::State& state);
void draw_learn(Ui& ui, const model::State& state);
void draw_course(Ui& ui, const model::State& state);
void draw_quiz(Ui& ui, const model::State& state);
void draw_help(Ui& ui, const model::State& state);
void draw_about(Ui& ui, const model::State& state);
void draw_privacy(Ui& ui, const model::State& state);
void draw_pin(Ui& ui, const model::State& state);
void draw_staff(Ui& ui, const model::State& state);
void draw_classroom(Ui& ui, const model::State& state);
void draw_fault(Ui& ui, const model::State& state);

void draw_idle_overlay(Ui& ui, const model::State& state);
void draw_languages_overlay(Ui& ui, const model::State& state);
void draw_term_overlay(Ui& ui, const model::State& state);
/// Whether to lose answers, or to end a class.
void draw_confirm_overlay(Ui& ui, const model::State& state);
/// The page as a QR code, for a telephone.
void draw_take_overlay(Ui& ui, const model::State& state);
/// What is said of a stick, if anything is.
void draw_notice(Ui& ui, const model::State& state);

/// The panel with the facts of a case (page screen).
void draw_case_facts(Flow& flow, const model::Page& page);
/// Numbered sources with their QR codes (page screen).
void draw_sources(Flow& flow, const model::Page& page);

/// Nothing but one large button, or nothing to be touched at all: no rails, no bar, no banner.
bool stands_alone(const model::State& state);

/// The part of the stage that content takes: as wide as a line may be, or all of it.
enum class Width { text, all };
Rect content_area(const Look& look, Width width);

/// The languages a visitor may choose: those of the pack that the settings offer.
std::vector<model::Language> offered_languages(const model::State& state);

} // namespace foyer::ui
