// SPDX-License-Identifier: EUPL-1.2
// A pack made easier to compare with the one before. A row more in a SQLite table shifts all rows
// behind it, and each page lists where its rows stand and which page comes next: numbers that all
// change a little, though nothing else does. Written as differences they stay the same, and patches
// become a third smaller. https://www.sqlite.org/fileformat2.html, sections 1.6 and 1.7.
// The same idea as the filters for machine code in xz.
#pragma once

#include <span>

namespace foyer::update {

/// Writes differences in place of positions. Any bytes will do, but only SQLite's pages of 4096
/// bytes, in files below 64 GiB, are sure to come back: whoever makes a patch has to try.
void make_relative(std::span<char> pack);
/// The way back. Harmless for any bytes.
void make_absolute(std::span<char> pack);

} // namespace foyer::update
