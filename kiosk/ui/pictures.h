// SPDX-License-Identifier: EUPL-1.2
// Pictures on the screen: icons at the sizes they are needed, figures of the pack as they arrive
// from the worker.
#pragma once

#include "kiosk/host/icon_sheet.h"
#include "kiosk/host/screen.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer::ui {

struct PictureTexture {
    host::TextureId id = 0;
    int width = 0, height = 0;
};

/// Icons are alpha masks; the theme tints them. UI thread.
class Icons {
  public:
    Icons(host::IconSheet sheet, host::Surface& surface)
        : sheet_(std::move(sheet)), surface_(surface) {}
    /// An icon `px` high and wide; id 0 for a name the sheet has not.
    PictureTexture get(const std::string& name, int px);

  private:
    host::IconSheet sheet_;
    host::Surface& surface_;
    std::map<std::pair<std::string, int>, PictureTexture> textures_;
};

/// Which picture, how large, in which colours. Width and height are the box it is fitted into.
struct PictureKey {
    std::string media; ///< id in the pack, or "file:PATH" for the town's own
    int width = 0, height = 0;
    std::string css; ///< of drawings
    friend auto operator<=>(const PictureKey&, const PictureKey&) = default;
};

/// Figures. The drawing asks, App fetches what is wanted and gives it back. UI thread.
class Pictures {
  public:
    Pictures(host::Surface& surface, std::size_t budget_bytes)
        : surface_(surface), budget_(budget_bytes) {}
    ~Pictures() { clear(); }
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    enum class State { waiting, ready, broken };
    struct Found {
        State state = State::waiting;
        PictureTexture texture;
    };
    Found get(const PictureKey& key);

    /// What get() was asked for and is not under way yet; it is from now on.
    std::vector<PictureKey> take_wanted();
    /// Absent: it is broken and stays so.
    void put(const PictureKey& key, const std::optional<host::Bitmap>& bitmap);
    bool waiting() const { return pending_ > 0; }
    void trim();
    /// For another pack.
    void clear();

  private:
    struct Entry {
        Found found;
        bool asked = false;
        std::uint64_t used = 0;
    };
    host::Surface& surface_;
    std::size_t budget_;
    std::size_t bytes_ = 0;
    int pending_ = 0;
    std::uint64_t frame_ = 1;
    std::map<PictureKey, Entry> entries_;
    std::map<PictureKey, int> late_; ///< asked for before clear(): the answers are void
};

} // namespace foyer::ui
