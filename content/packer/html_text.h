// SPDX-License-Identifier: EUPL-1.2
// Blocks and runs as HTML. Everything from the pack is escaped here: a pack is not trusted to hold
// no markup of its own.
#pragma once

#include "content/packer/words.h"
#include "kiosk/model/content.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

std::string html_escaped(std::string_view text);

/// `text` for an attribute: escaped, without soft hyphens.
std::string html_attribute(std::string_view text);

/// Line breaks become <br>.
std::string html_lines(std::string_view text);

/// Links lead to pages beside this one, terms to ../glossary.html, numbers to #source-3.
std::string html(const model::Inline& runs);

/// The blocks in their order, items in nested lists. `media`: the way from the page to the figures.
std::string html(const std::vector<model::Block>& blocks, const Words& words,
                 const std::string& media);

} // namespace foyer::packer
