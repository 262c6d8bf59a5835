# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: what the updater decides does not reach the screen, or a pack that takes the kiosk down stays.

The store is written here as the updater writes it: whole files, put in place by a rename.
"""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import tempfile
import time

from drive import Kiosk, Setup, Tree
from visits import pages

FETCHING = {"phase": "fetching", "channel": "stick", "publisher": "Stadt Musterstadt", "pages_known": True,
            "new_pages": 3, "changed_pages": 1, "done_bytes": 42, "total_bytes": 100, "seconds_left": 35}


def replace(path: pathlib.Path, text: str):
    other = path.with_suffix(".new")
    other.write_text(text)
    other.rename(path)


class Store:
    def __init__(self, folder: pathlib.Path):
        self.folder, self.state, self.sequence = folder / "store", folder / "state", 0
        (self.folder / "packs").mkdir(parents=True)

    def setup(self, **more) -> Setup:
        return Setup(more=("--store", str(self.folder), "--state", str(self.state)), **more)

    def add(self, title: str) -> str:
        """A pack whose first page has another title. Returns its hash."""
        topic, page = pages()[0]
        path = self.folder / "packs" / "new"
        shutil.copyfile(os.environ["FOYER_PACK"], path)
        with contextlib.closing(sqlite3.connect(path)) as pack:
            pack.execute("UPDATE page_text SET title = ? WHERE page = ? AND language = 'de'", (title, page))
            pack.commit()
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        path.chmod(0o444)
        path.rename(path.with_name(sha256 + ".pack"))
        return sha256

    def point_to(self, active: str, previous: str = ""):
        self.sequence += 1
        lines = ["foyer-store 1", f"active {active} {self.sequence} trial"]
        lines += [f"previous {previous} {self.sequence - 1}"] if previous else []
        replace(self.folder / "current", "\n".join(lines) + "\n")

    def say(self, **status):
        replace(self.folder / "update.json", json.dumps({"format": 1, "status": status, "freshness": {}}))

    def note(self) -> list[str]:
        return (self.state / "note").read_text().splitlines()


@contextlib.contextmanager
def store():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foyer-store-"))
    try:
        yield Store(folder)
    finally:
        shutil.rmtree(folder)


def until(kiosk: Kiosk, what: str, holds, step_ms: int = 250) -> Tree:
    """Lets the kiosk notice a file that was replaced."""
    end = time.monotonic() + 20
    while True:
        tree = kiosk.clock(step_ms)
        if holds(tree):
            return tree
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not happen; the status: {kiosk.status()}")


def told(kiosk: Kiosk, town: Store, what: str, **status) -> str:
    town.say(**status)
    return until(kiosk, what, lambda tree: "update" in tree and what in tree["update"]["say"])["update"]["say"]


def test_UP_01_a_stick_is_told_of_on_every_screen():
    with store() as town, Kiosk(town.setup()) as kiosk:
        assert "update" not in kiosk.tree(), "something is said before there is a stick"
        told(kiosk, town, "USB-Stick", phase="looking", channel="stick")
        said = told(kiosk, town, "42", **FETCHING)
        for words in ("Stadt Musterstadt", "3\u00a0neue Seiten und 1\u00a0geänderte Seite", "40\u00a0Sekunden"):
            assert words in said, f"“{words}” is missing in “{said}”"
        topic, page = pages()[0]
        for id in ("attract", f"topic.{topic}", f"card.{page}", "page.more", "bar.about", "bar.help", "nav.search",
                   "bar.language"):
            tree = kiosk.tap(id)
            assert "42" in tree["update"]["value"], f"no notice after {id}"
            town.say(**FETCHING)  # an updater that lives goes on writing
            kiosk.clock(1000)
        while "idle" not in tree:
            town.say(**FETCHING)
            tree = until(kiosk, "reading the file again", lambda now: "42" in now["update"]["value"], 4000)
            assert tree.screen != "attract", "nobody was asked whether he is still there"
        assert not tree["update"].covered, "the question covers the notice"
        told(kiosk, town, "abziehen", **{**FETCHING, "phase": "installed"})
        town.say(phase="idle", channel="stick")
        until(kiosk, "the end of the notice", lambda tree: "update" not in tree)


def test_UP_02_a_refusal_says_its_code_and_the_kiosk_goes_on():
    with store() as town, Kiosk(town.setup()) as kiosk:
        said = told(kiosk, town, "U04", phase="refused", channel="stick", refusal="expired")
        assert "abgelaufen" in said and "ab" in said, said
        assert kiosk.status()["update"] == {"phase": "refused", "channel": "stick", "refusal": "expired", "code": "U04"}
        kiosk.wake()
        assert kiosk.tap("nav.search").screen == "search"


def test_UP_03_the_network_is_silent():
    with store() as town, Kiosk(town.setup()) as kiosk:
        frames = kiosk.status()["frames"]
        for status in ({**FETCHING, "channel": "network"}, {"phase": "refused", "channel": "network",
                                                           "refusal": "unreachable"}):
            town.say(**status)
            until(kiosk, status["phase"], lambda _: kiosk.status()["update"]["phase"] == status["phase"])
        assert "update" not in kiosk.tree()
        assert kiosk.status()["frames"] == frames, "the screen was drawn again for nothing"


def test_UP_04_new_content_appears_at_the_same_place():
    with store() as town:
        first, second = town.add("Erste Fassung"), town.add("Zweite Fassung")
        town.point_to(first)
        with Kiosk(town.setup()) as kiosk:
            assert kiosk.status()["pack"]["name"] == first
            kiosk.wake()
            kiosk.open_page(*pages()[0])
            tree = kiosk.tap("page.more")
            assert tree["page.title"].name == "Erste Fassung"
            kiosk.swipe((600, 700), (600, 300), ms=900)
            before = kiosk.tree().scroll["offset"]
            assert before > 0
            town.point_to(second, first)
            tree = until(kiosk, "the new page", lambda now: now["page.title"].name == "Zweite Fassung")
            assert tree.more and abs(tree.scroll["offset"] - before) < 2, "the place was lost"
            assert kiosk.status()["pack"]["name"] == second
            assert f"shown {second}" in town.note()


def test_UP_05_a_pack_that_takes_the_kiosk_down_twice_gives_way():
    with store() as town:
        first, second = town.add("Erste Fassung"), town.add("Zweite Fassung")
        town.point_to(second, first)
        for _ in range(2):
            with Kiosk(town.setup()) as kiosk:
                assert kiosk.status()["pack"]["name"] == second
                kiosk.process.send_signal(signal.SIGKILL)
                kiosk.process.wait(10)
        with Kiosk(town.setup()) as kiosk:
            assert kiosk.status()["pack"]["name"] == first, "the pack that crashed is shown again"
            assert f"failed {second}" in town.note()
            kiosk.wake()
            assert kiosk.open_page(*pages()[0])["page.title"].name == "Erste Fassung"


def test_UP_06_a_pack_that_is_none_gives_way_to_what_came_with_the_device():
    with store() as town:
        bad = "0" * 64
        (town.folder / "packs" / f"{bad}.pack").write_bytes(b"no pack" * 1000)
        town.point_to(bad)
        with Kiosk(town.setup()) as kiosk:
            assert kiosk.status()["pack"]["name"] == "factory"
            assert kiosk.status()["fault"] is None
            assert f"failed {bad}" in town.note()


def test_UP_07_a_proper_end_is_no_crash():
    with store() as town:
        first = town.add("Erste Fassung")
        town.point_to(first)
        for _ in range(3):
            with Kiosk(town.setup()) as kiosk:
                assert kiosk.status()["pack"]["name"] == first
            assert f"starts {first} 0" in town.note(), town.note()


def test_UP_08_the_store_is_only_read():
    with store() as town:
        first = town.add("Erste Fassung")
        town.point_to(first)
        town.say(**FETCHING)
        before = {path: path.stat().st_mtime_ns for path in town.folder.rglob("*")}
        with Kiosk(town.setup()) as kiosk:
            kiosk.wake()
            kiosk.open_page(*pages()[0])
        assert {path: path.stat().st_mtime_ns for path in town.folder.rglob("*")} == before
        assert sorted(path.name for path in town.state.iterdir()) == ["device.db", "note"]
