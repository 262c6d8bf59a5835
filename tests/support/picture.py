# SPDX-License-Identifier: EUPL-1.2
"""Screenshots as tests see them: pixels, contrast, what differs. Reads only PNGs that Foyer wrote (rows without a
filter), so that the standard library is enough and quick."""
import struct
import zlib
from collections import Counter

Box = tuple[float, float, float, float]  # x, y, width, height in pixels


class Picture:
    """Pixels as 32-bit numbers 0xAABBGGRR, row by row."""

    def __init__(self, width: int, height: int, rgba: bytes):
        self.width, self.height = width, height
        self.rgba = rgba
        self.pixels = memoryview(rgba).cast("I")

    @staticmethod
    def load(path) -> "Picture":
        with open(path, "rb") as file:
            data = file.read()
        width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
        if depth != 8 or kind != 6:
            raise ValueError(f"{path}: not an 8-bit RGBA picture")
        packed, at = [], 8
        while at < len(data):
            length, chunk = struct.unpack(">I4s", data[at:at + 8])
            if chunk == b"IDAT":
                packed.append(data[at + 8:at + 8 + length])
            at += length + 12
        raw, row = zlib.decompress(b"".join(packed)), width * 4 + 1
        if any(raw[y * row] for y in range(height)):
            raise ValueError(f"{path}: rows are filtered, so Foyer did not write this picture")
        return Picture(width, height, b"".join(raw[y * row + 1:(y + 1) * row] for y in range(height)))

    def area(self, box: Box) -> tuple[int, int, int, int]:
        """x0, y0, x1, y1 of the pixels of a box, kept inside the picture."""
        x, y, w, h = box
        return (max(0, round(x)), max(0, round(y)), min(self.width, round(x + w)), min(self.height, round(y + h)))

    def rows(self, box: Box) -> list[memoryview]:
        x0, y0, x1, y1 = self.area(box)
        return [self.pixels[y * self.width + x0:y * self.width + x1] for y in range(y0, y1)] if x0 < x1 else []

    def colours(self, box: Box) -> Counter:
        counted: Counter = Counter()
        for row in self.rows(box):
            counted.update(row)
        return counted

    def pixel(self, x: float, y: float) -> int:
        return self.pixels[int(y) * self.width + int(x)]

    def crop(self, box: Box) -> bytes:
        return b"".join(bytes(row) for row in self.rows(box))

    def background(self, box: Box) -> int:
        """The colour most pixels have."""
        return self.colours(box).most_common(1)[0][0]

    def contrast(self, box: Box) -> float:
        """WCAG contrast of the background with the 2 % of pixels that stand out most: the cores of the strokes, not
        their soft edges."""
        colours = self.colours(box)
        background = colours.most_common(1)[0][0]
        wanted, seen = sum(colours.values()) * 0.02, 0
        for ratio, count in sorted(((contrast(c, background), n) for c, n in colours.items()), reverse=True):
            seen += count
            if seen >= wanted:
                return ratio
        return 1.0

    def ink(self, box: Box) -> Box | None:
        """The smallest box around everything that is not background."""
        background, x0, y0, x1, y1 = self.background(box), None, None, 0, 0
        left, top, _, _ = self.area(box)
        for y, row in enumerate(self.rows(box)):
            marked = [x for x, colour in enumerate(row) if contrast(colour, background) > 1.5]
            if marked:
                y0 = y if y0 is None else y0
                y1 = y + 1
                x0 = marked[0] if x0 is None else min(x0, marked[0])
                x1 = max(x1, marked[-1] + 1)
        return None if y0 is None else (left + x0, top + y0, x1 - x0, y1 - y0)

    def shape(self, box: Box) -> list[bool]:
        """Which pixels are not background: what is left when colours are taken away."""
        background = self.background(box)
        return [contrast(colour, background) > 1.5 for row in self.rows(box) for colour in row]


def rgb(colour: int) -> tuple[int, int, int]:
    return colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF


def from_hex(text: str) -> int:
    """"#0b5394" as a pixel."""
    r, g, b = (int(text[i:i + 2], 16) for i in (1, 3, 5))
    return 0xFF000000 | b << 16 | g << 8 | r


def luminance(colour: int) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


_ratios: dict[tuple[int, int], float] = {}


def contrast(a: int, b: int) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    known = _ratios.get((a, b))
    if known is None:
        light, dark = sorted((luminance(a), luminance(b)), reverse=True)
        known = _ratios[(a, b)] = (light + 0.05) / (dark + 0.05)
    return known
