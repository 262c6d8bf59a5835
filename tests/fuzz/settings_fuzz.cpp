// SPDX-License-Identifier: EUPL-1.2
// The risk covered: a settings, theme or words file that an operator's stick got wrong brings the
// kiosk down. Whatever the bytes, there is a configuration with sane values or an error.
#include "kiosk/app/config.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace foyer;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const app::Config config = app::parse_settings(bytes, "/folder");
    const model::Settings& settings = config.settings;
    const bool sane = settings.countdown >= std::chrono::seconds(20) &&
                      settings.warn_after >= std::chrono::seconds(20) &&
                      settings.slide >= std::chrono::seconds(10) && config.panel.mm.w > 0 &&
                      config.panel.mm.h > 0;
    if (!sane) std::abort();
    const Result<app::Palettes> theme = app::parse_theme(bytes);
    if (theme && !ui::contrast_problems(theme->front()).empty()) std::abort();
    const Result<ui::Words> words = app::parse_words(bytes);
    if (words) (void)words->say("nav.back", {{"name", "value"}});
    return 0;
}
