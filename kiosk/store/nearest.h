// SPDX-License-Identifier: EUPL-1.2
// The end of a query for the nearest language: ?2 is the one wished for, ?3 its primary part.
// nearest_language() in search_index.h is the same rule for the writer.
#pragma once

#define FOYER_NEAREST_LANGUAGE                                                                     \
    " ORDER BY language = ?2 DESC, language = ?3 DESC, language = 'de' DESC, language = 'en' "     \
    "DESC, language LIMIT 1"
