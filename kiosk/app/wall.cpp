// SPDX-License-Identifier: EUPL-1.2
// The part of App that shows to a room: a second display that may come and go at any moment. It has
// caches of its own, since textures belong to one surface.
#include "kiosk/app/app.h"

#include "kiosk/model/reduce_present.h"

namespace foyer::app {

/// The caches go before the surface they release to.
void App::see_projector() {
    host::Surface* now = devices_.screen.projector();
    if (wall_ && &wall_->surface == now) return;
    wall_.reset();
    if (now) wall_ = std::make_unique<Wall>(devices_, *now, load_icons());
    act(model::PresentAction{model::ProjectorSeen{now ? now->size() : Size{}}});
}

/// As large as the settings say; its height by its pixels, since projectors differ in shape.
ui::Look App::look_of_wall() const {
    ui::Panel panel;
    panel.px = wall_->surface.size();
    panel.mm.w = state_.settings.projector_mm.w;
    panel.mm.h = panel.mm.w * panel.px.h / panel.px.w;
    panel.mount_bottom_mm = 0;
    panel.distance_mm = state_.settings.room_distance_mm;
    const ui::Palette& palette = palettes_[static_cast<std::size_t>(state_.preferences.theme)];
    return {panel, state_.preferences, palette, devices_.layouter.cap_height()};
}

void App::draw_wall() {
    const ui::Look look = look_of_wall();
    const ui::Touch touch{{}, false, {}, setup_.detailed_tree};
    ui::Ui ui(look, words(state_.preferences.language),
              {wall_->texts, wall_->icons, wall_->pictures}, touch,
              frame_.begin(wall_->surface.size()));
    wall_->tree = ui::draw_wall(ui, state_);
    wall_->look = look;
    wall_->surface.present(frame_.end(), ui::to_rgba(look.palette.paper));
    for (const ui::PictureKey& key : wall_->pictures.take_wanted())
        decoder_.post({place_of(state_.view.pack), key, true});
    wall_->texts.trim();
    wall_->pictures.trim();
    take_parts(wall_->tree);
}

/// What the drawing found out about the step.
void App::take_parts(const ui::Tree& tree) {
    if (!tree.parts || !state_.presentation) return;
    model::reduce(state_, model::PresentAction{*tree.parts});
}

} // namespace foyer::app
