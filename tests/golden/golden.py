# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: a change of looks that nobody meant. Few pictures, each looked at when it was taken over.

golden.py NAME    compares pixels where the fonts are those the pictures were made with (Debian 12); elsewhere the
                  semantic tree. What differs is written beside it as NAME.actual.png or NAME.actual.json.
"""
import json
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from drive import Kiosk, Setup  # noqa: E402

#: Name: how it is started, and what a visitor taps.
SCENES = {
    "attract": (Setup(panel="21-landscape"), []),
    "home-upright": (Setup(panel="21-upright"), ["attract"]),
    "case-english-dark": (Setup(panel="10-landscape", lang="en", theme="dark_contrast"),
                          ["attract", "topic.praxis", "card.dortmund"]),
    "search-small-yellow": (Setup(panel="7-landscape", theme="yellow_black"),
                            ["attract", "nav.search", "key.l", "key.i", "key.z"]),
    "arabic": (Setup(panel="10-landscape", lang="ar"), ["attract", "topic.pruefung", "card.pruefseite"]),
}
#: Share of the pixels that may differ by more than a shade: none of them is a letter.
TOLERANCE = 0.0005


def debian_12() -> bool:
    release = pathlib.Path("/etc/os-release").read_text()
    return "\nID=debian\n" in "\n" + release and 'VERSION_ID="12"' in release


def shape(tree) -> list:
    """What holds whatever the fonts are: who is there, in which order, and what is said."""
    return [[n.id, n.role, n["say"], n["state"], n["operable"]] for n in tree.nodes]


def differing(a, b) -> float:
    if (a.width, a.height) != (b.width, b.height):
        return 1.0
    pairs = zip(a.rgba, b.rgba)
    far = sum(1 for x, y in pairs if abs(x - y) > 24) if a.rgba != b.rgba else 0
    return far / len(a.rgba)


def main(name: str) -> int:
    setup, taps = SCENES[name]
    picture_file, tree_file = HERE / f"{name}.png", HERE / f"{name}.json"
    with Kiosk(setup) as kiosk:
        for tap in taps:
            kiosk.tap(tap)
        seen, said = kiosk.screenshot(), shape(kiosk.tree())
        failures = []
        if not tree_file.exists() or json.loads(tree_file.read_text()) != said:
            tree_file.with_suffix(".actual.json").write_text(json.dumps(said, ensure_ascii=False, indent=0))
            failures.append("the tree")
        if debian_12():
            from picture import Picture
            if not picture_file.exists() or differing(Picture.load(picture_file), seen) > TOLERANCE:
                kiosk.screenshot(picture_file.with_suffix(".actual.png"))
                failures.append("the picture")
    if failures:
        print(f"{name}: {' and '.join(failures)} changed; look at {name}.actual.*, then ./dev golden --accept")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
