# SPDX-License-Identifier: EUPL-1.2
"""A picture of every screen in every orientation, theme, text size and language of a pack.

usage: shots.py --foyer PROGRAM --pack FILE --out FOLDER [--only PART]     PART of a label, e.g. de-dark_contrast
"""
import argparse
import concurrent.futures
import itertools
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from drive import THEMES, Kiosk, Setup  # noqa: E402


def tour(setup: Setup, folder: pathlib.Path):
    from visits import pages_by_kind, walk
    shown = {}
    for topic, page, kind in pages_by_kind():
        shown.setdefault(kind, (topic, page))
    target = folder / setup.label()
    target.mkdir(parents=True, exist_ok=True)
    with Kiosk(setup) as kiosk:
        for number, (screen, _) in enumerate(walk(kiosk, list(shown.values()))):
            kiosk.screenshot(target / f"{number:02}-{screen}.png")


def fault(folder: pathlib.Path):
    """A kiosk without a pack."""
    with Kiosk(Setup(pack=str(folder / "missing.pack"))) as kiosk:
        kiosk.screenshot(folder / "fault.png")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--foyer", "--pack", "--out"):
        arguments.add_argument(name, required=True, type=pathlib.Path)
    arguments.add_argument("--only", default="")
    given = arguments.parse_args()
    os.environ["FOYER"], os.environ["FOYER_PACK"] = str(given.foyer.resolve()), str(given.pack.resolve())
    from visits import languages
    setups = [Setup(lang=lang, theme=theme, size=size, panel=panel) for panel, lang, theme, size in
              itertools.product(("21-landscape", "21-upright"), languages(), THEMES, (0, 1, 2))]
    setups = [setup for setup in setups if given.only in setup.label()]
    given.out.mkdir(parents=True, exist_ok=True)
    fault(given.out.resolve())
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for setup, done in [(setup, pool.submit(tour, setup, given.out.resolve())) for setup in setups]:
            done.result()
            print(setup.label(), flush=True)


if __name__ == "__main__":
    main()
