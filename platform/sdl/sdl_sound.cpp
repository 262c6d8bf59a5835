// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/sdl_sound.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace foyer::sdl {

namespace {

constexpr int rate_hz = 44'100;
constexpr float tone_hz = 440;
constexpr float fade_seconds = 0.05f; ///< without it a tone begins and ends with a crack
constexpr float loudest = 0.8f;

std::vector<Sint16> samples(int volume_percent) {
    const float volume = static_cast<float>(std::clamp(volume_percent, 0, 100)) / 100 * loudest;
    std::vector<Sint16> all(rate_hz);
    for (int i = 0; i < rate_hz; ++i) {
        const float time = static_cast<float>(i) / rate_hz;
        const float fade = std::min({1.0f, time / fade_seconds, (1 - time) / fade_seconds});
        const float wave = std::sin(2 * 3.14159265f * tone_hz * time);
        all[static_cast<std::size_t>(i)] = static_cast<Sint16>(32'767 * volume * fade * wave);
    }
    return all;
}

Error error() { return {Errc::not_found, std::string("no sound: ") + SDL_GetError()}; }

Result<void> play(const std::vector<Sint16>& tone) {
    SDL_AudioSpec wanted{};
    wanted.freq = rate_hz;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = 2048;
    const SDL_AudioDeviceID device = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (device == 0) return error();
    const bool queued =
        SDL_QueueAudio(device, tone.data(), static_cast<Uint32>(tone.size() * sizeof(Sint16))) == 0;
    SDL_PauseAudioDevice(device, 0);
    // A device that plays nothing must not keep anybody waiting.
    for (int waited_ms = 0; queued && waited_ms < 2000 && SDL_GetQueuedAudioSize(device) > 0;
         waited_ms += 20)
        SDL_Delay(20);
    SDL_CloseAudioDevice(device);
    return queued ? Result<void>() : error();
}

} // namespace

Result<void> SdlSound::tone(int volume_percent) {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return error();
    const Result<void> played = play(samples(volume_percent));
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return played;
}

} // namespace foyer::sdl
