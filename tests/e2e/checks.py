# SPDX-License-Identifier: EUPL-1.2
"""Small tools of the visitor tests."""
import atexit
import collections
import pathlib
import shutil
import tempfile

from picture import Box


class Problems:
    """Collects what is wrong, so that one run shows all of it; raises at the end of the `with`."""

    def __init__(self, rule: str):
        self.rule = rule
        self.found: list[tuple[str, str]] = []
        self.looked_at = 0

    def __enter__(self):
        return self

    def look(self):
        self.looked_at += 1

    def add(self, where, what: str):
        self.found.append((str(where), what))

    def expect(self, holds: bool, where, what: str):
        self.look()
        if not holds:
            self.add(where, what)

    def __exit__(self, kind, *_):
        if kind is not None:
            return
        if not self.looked_at:
            raise AssertionError(f"{self.rule}: there was nothing to look at, so this test proves nothing")
        if not self.found:
            return
        places = collections.defaultdict(list)
        for where, what in self.found:
            places[what].append(where)
        lines = [f"{what}   [{where[0]}" + (f" and {len(where) - 1} more]" if len(where) > 1 else "]")
                 for what, where in places.items()]
        shown = "\n  ".join(lines[:60])
        raise AssertionError(f"{self.rule}: {len(self.found)} problems, {len(lines)} kinds\n  {shown}")


def overlap(a: Box, b: Box) -> tuple[float, float]:
    """Width and height of what two boxes share; negative is the gap between them."""
    return (min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def inside(inner: Box, outer: Box, slack: float = 1.0) -> bool:
    return (inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack and
            inner[0] + inner[2] <= outer[0] + outer[2] + slack and inner[1] + inner[3] <= outer[1] + outer[3] + slack)


def settings_with(text: str) -> str:
    """The path of a settings file that holds `text`, until the test ends."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foyer-settings-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "settings.toml").write_text(text)
    return str(folder / "settings.toml")
