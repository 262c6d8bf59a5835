// SPDX-License-Identifier: EUPL-1.2
// The styles inside a text as they stand in a pack: <b>, <i>, <code>, <g t="term">, <p to="page">,
// <s n="3"/>, with &amp; &lt; &gt; for the three characters themselves. Strict both ways: what the
// writer does not write, the reader does not read, so no style can nest in itself and no text can
// be deeper than five.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/content.h"

#include <string>
#include <string_view>

namespace foyer::store {

/// Runs without text vanish; runs of one style that touch stay apart only if they are in a tag.
/// Fails with invalid for an id that is none, a number beyond 999, or text that is no text.
Result<std::string> write_inline(const model::Inline& runs);

/// Fails with damaged for whatever write_inline cannot have written.
Result<model::Inline> read_inline(std::string_view markup);

/// An id of a page or a term: small letters, digits and hyphens, at most 100.
bool is_id(std::string_view id);

/// UTF-8 without control characters but line break and tab.
bool is_text(std::string_view text);

} // namespace foyer::store
