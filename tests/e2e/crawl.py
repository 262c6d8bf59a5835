# SPDX-License-Identifier: EUPL-1.2
"""Visits every screen in one combination and keeps tree and picture of each, for the tests that only look.

usage: crawl.py --list | crawl.py LABEL     environment: FOYER, FOYER_PACK, FOYER_CRAWL (a folder)
"""
import json
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from drive import Kiosk  # noqa: E402
from visits import SHARES, setups, some_pages, walk  # noqa: E402

#: Pictures of this panel would take longer to write than all others together, and show nothing that those do not.
WITHOUT_PICTURES = "32-landscape"


def crawl(label: str):
    number, setup = next((i, s) for i, s in enumerate(setups()) if s.label() == label)
    folder = pathlib.Path(os.environ["FOYER_CRAWL"]) / label
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    page = 0
    with Kiosk(setup) as kiosk:
        for screen, tree in walk(kiosk, some_pages(number)):
            (folder / f"{screen}.json").write_text(json.dumps(tree.raw))
            page += screen.startswith("page-")
            # Of the pages shown, a third: over all combinations that is every page at least once.
            pictured = not screen.startswith(("page-", "more-")) or page % 3 == number // SHARES % 3
            if pictured and setup.panel != WITHOUT_PICTURES:
                kiosk.screenshot(folder / f"{screen}.png")
    (folder / "complete").touch()


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        print(";".join(setup.label() for setup in setups()))
    else:
        crawl(*sys.argv[1:])
