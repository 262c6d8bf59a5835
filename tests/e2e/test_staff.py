# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: the staff room opens to anybody, or loses what was set there; counters that tell who came when; a
monitoring system that is told that all is well.

Rows of the checklist are those of the accessibility list where they fit; OP is for operators.
"""
import contextlib
import hashlib
import pathlib
import re
import shutil
import sqlite3
import subprocess
import json
import os
import tempfile

from drive import Kiosk, Setup, Tree
from visits import pages

PIN, DATE = "2580", "2026-11-23T14:05"


def run(*words: str, text: str = "") -> subprocess.CompletedProcess:
    return subprocess.run([os.environ["FOYER"], *words], input=text, capture_output=True, text=True, timeout=60)


class Town:
    """A kiosk with a PIN, a folder of its own and a place for sticks."""

    def __init__(self, folder: pathlib.Path):
        self.folder, self.state, self.media = folder, folder / "state", folder / "media"
        self.settings, self.socket = folder / "settings.toml", folder / "status"
        self.media.mkdir()
        made = run("pin", text=PIN + "\n")
        assert made.returncode == 0 and PIN not in made.stdout, made.stderr
        self.settings.write_text(made.stdout)

    def setup(self, *more: str, **rest) -> Setup:
        return Setup(settings=str(self.settings), **rest,
                     more=("--state", str(self.state), "--media", str(self.media), "--status", str(self.socket),
                           "--date", DATE, *more))

    def rows(self, table: str) -> list[tuple]:
        with contextlib.closing(sqlite3.connect(self.state / "device.db")) as database:
            return database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


@contextlib.contextmanager
def town():
    with tempfile.TemporaryDirectory(prefix="foyer-") as folder:
        yield Town(pathlib.Path(folder))


def enter(kiosk: Kiosk, pin: str = PIN) -> Tree:
    kiosk.tap("bar.about")
    kiosk.tap("staff.door")
    return type_pin(kiosk, pin)


def type_pin(kiosk: Kiosk, pin: str) -> Tree:
    for digit in pin:
        kiosk.tap("pin." + digit)
    return kiosk.tap("pin.enter")


def test_OP_01_without_a_PIN_there_is_no_door():
    with Kiosk() as kiosk:
        kiosk.wake()
        assert "staff.door" not in kiosk.tap("bar.about")


def test_OP_02_guessing_PINs_slows_down_and_a_restart_forgives_nothing():
    with town() as place:
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            for _ in range(3):
                tree = enter(kiosk, "1111") if kiosk.tree().screen != "pin" else type_pin(kiosk, "1111")
                assert tree.screen == "pin"
            assert "5 " in tree["pin.said"].name, tree["pin.said"].name
            assert type_pin(kiosk, PIN).screen == "pin"
            kiosk.clock(5_000)
            type_pin(kiosk, "1111")
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            assert enter(kiosk).screen == "pin", "let in right after a restart"
            kiosk.clock(10_000)
            assert type_pin(kiosk, PIN).screen == "staff"
        assert place.rows("pin") == [(1, 0)]


def test_OP_03_the_PIN_is_entered_by_a_keyboard_too():
    with town() as place, Kiosk(place.setup()) as kiosk:
        kiosk.wake()
        kiosk.tap("bar.about")
        tree = kiosk.tap("staff.door")
        kiosk.ask(do="text", text="258x1")
        assert kiosk.settled()["pin.digits"]["value"] == "4"
        kiosk.key("Backspace")
        kiosk.ask(do="text", text="0")
        kiosk.settled()
        assert kiosk.key("Return").screen == "staff"


def test_OP_04_the_staff_room_is_left_by_itself():
    with town() as place, Kiosk(place.setup()) as kiosk:
        kiosk.wake()
        assert enter(kiosk).screen == "staff"
        assert kiosk.clock(120_000).overlay == "idle"
        assert kiosk.clock(30_000).screen == "attract"
        kiosk.wake()
        kiosk.tap("bar.about")
        assert kiosk.tap("staff.door").screen == "pin"


def test_OP_05_what_is_set_on_site_holds_at_once_and_after_a_restart():
    with town() as place:
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            enter(kiosk)
            kiosk.tap("staff.settings")
            kiosk.tap("staff.warn.more")
            kiosk.tap("staff.counting")
            tree = kiosk.tap("staff.start.en")
            assert "90" in tree["staff.warn.value"].name
        with Kiosk(place.setup()) as kiosk:
            assert kiosk.tree().lang == "en"
            kiosk.wake()
            enter(kiosk)
            tree = kiosk.tap("staff.settings")
            assert "90" in tree["staff.warn.value"].name
            assert not [n for n in tree.nodes if n.id == "staff.counting" and n["value"] == "on"]
        assert ("warn_seconds", "90") in place.rows("setting")


def test_OP_06_every_part_of_the_staff_room_opens():
    with town() as place, Kiosk(place.setup()) as kiosk:
        kiosk.wake()
        enter(kiosk)
        for part in ("pack", "settings", "hours", "tests", "statistics", "logs"):
            assert kiosk.tap("staff." + part).raw["page"] == part
            kiosk.tap("nav.back")
        for test in ("ruler", "touch", "colours", "contrast"):
            kiosk.tap("staff.tests")
            assert kiosk.tap("staff." + test).raw["page"] == "test:" + test
            kiosk.tap("nav.back")
            kiosk.tap("nav.back")


def test_OP_07_the_touch_test_measures():
    with town() as place, Kiosk(place.setup()) as kiosk:
        kiosk.wake()
        enter(kiosk)
        kiosk.tap("staff.tests")
        kiosk.tap("staff.touch")
        for number in range(9):
            tree = kiosk.tap(x=kiosk.width / 2, y=kiosk.height / 2)
            assert f"touch.{number}" in tree
        assert re.search(r"0[,.]\d mm|[1-9]\d* ?", tree["touch.4"].name)
        assert "touch.worst" in tree
        assert "touch.0" not in kiosk.tap("staff.again")


def test_OP_08_outside_of_opening_hours_the_screen_is_black_and_wakes_by_a_touch():
    with town() as place:
        place.settings.write_text(place.settings.read_text() + '[hours]\nmonday = "08:00-14:30"\n')
        with Kiosk(place.setup()) as kiosk:
            kiosk.clock(20 * 60_000)
            assert len([n for n in kiosk.tree().nodes]) > 3
            kiosk.clock(10 * 60_000)
            tree = kiosk.tree()
            assert [node.id for node in tree.nodes] == ["attract"], [node.id for node in tree.nodes]
            assert len(kiosk.screenshot().colours((0, 0, kiosk.width, kiosk.height))) == 1
            assert kiosk.wake().screen == "home"


def test_OP_09_a_damaged_database_is_set_aside_and_the_kiosk_goes_on():
    with town() as place:
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
        file = place.state / "device.db"
        whole = bytearray(file.read_bytes())
        for at in (5, 105, len(whole) // 2):
            wrong = bytearray(whole)
            wrong[at] ^= 0xFF
            wrong[5] ^= 0x0F
            file.write_bytes(wrong)
            with Kiosk(place.setup()) as kiosk:
                kiosk.wake()
                tree = enter(kiosk)
                assert tree.screen == "staff" and "staff.set_aside" in tree
            assert (place.state / "device.db.damaged").read_bytes() == bytes(wrong)


def test_OP_10_counters_are_exactly_these():
    topic, page = next(one for one in pages() if one[1] == "was-ist-open-source")
    with town() as place:
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            kiosk.open_page(topic, page)
            kiosk.tap("nav.home")
            kiosk.tap("bar.size")
            kiosk.tap("bar.size")
            kiosk.tap("bar.size")
            kiosk.open_page(topic, page)
            kiosk.tap("nav.search")
            kiosk.type("qqx")
            kiosk.clock(3_000)
            kiosk.tap("bar.end")
            before = (place.state / "device.db").stat().st_mtime_ns
            kiosk.wake()
            assert (place.state / "device.db").stat().st_mtime_ns == before, "written within the hour"
            kiosk.tap("bar.end")
            kiosk.clock(56 * 60_000)
            kiosk.wake()
        assert place.rows("hourly") == sorted([
            ("2026-11-23T14", "aid", "size_1", 1), ("2026-11-23T14", "aid", "size_2", 1),
            ("2026-11-23T14", "page", page, 2), ("2026-11-23T14", "screen", "search", 1),
            ("2026-11-23T14", "screen", "topic", 2), ("2026-11-23T14", "visit", "visit", 2),
            ("2026-11-23T15", "visit", "visit", 1)])
        assert place.rows("missed") == [("2026-11", "qqx", 1)]
        assert place.rows("class") == place.rows("class_answer") == []


def test_OP_11_statistics_come_as_a_table_on_a_stick_and_what_goes_wrong_is_said():
    with town() as place:
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            enter(kiosk)
            kiosk.tap("staff.statistics")
            assert "Stick" in kiosk.tap("class.write")["staff.outcome"].name
            assert not list(place.media.iterdir())
            stick = place.media / "stick"
            stick.mkdir()
            tree = kiosk.tap("class.write")
            assert "foyer-statistics-2026-11-23.csv" in tree["staff.outcome"].name
            kiosk.tap("class.write")
            assert {file.name for file in stick.iterdir()} == {"foyer-statistics-2026-11-23.csv",
                                                                "foyer-statistics-2026-11-23-2.csv"}
            text = (stick / "foyer-statistics-2026-11-23.csv").read_bytes().decode("utf-8-sig")
            assert text.splitlines()[0] == "time;kind;name;count"
            assert "2026-11-23T14;visit;visit;1" in text.splitlines()
            kiosk.tap("nav.back")
            kiosk.tap("staff.logs")
            kiosk.tap("class.write")
            assert (stick / "foyer-log-2026-11-23.txt").exists()


def prometheus(text: str) -> dict[str, float]:
    """What a scraper reads; fails where one would."""
    values, typed = {}, set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert kind == "gauge" and name not in typed
            typed.add(name)
        elif not line.startswith("# HELP "):
            name, labels, value = re.fullmatch(r'([a-z0-9_]+)(\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? (\S+)',
                                               line).groups()
            assert name in typed and name.startswith("foyer_")
            values[name] = float(value)
    return values


def test_OP_12_a_monitoring_system_is_told_how_the_kiosk_is():
    with town() as place:
        file = place.folder / "foyer.prom"
        words = ("status", "--socket", str(place.socket), "--prometheus", str(file))
        gone = run(*words)
        assert gone.returncode == 3 and gone.stdout.startswith("FOYER UNKNOWN"), gone
        assert prometheus(file.read_text())["foyer_up"] == 0
        with Kiosk(place.setup()) as kiosk:
            kiosk.wake()
            answer = run(*words)
            assert answer.returncode in (0, 1, 2), answer
            line, data = answer.stdout.splitlines()[0].split(" | ")
            assert line.split(" ")[1] == ("OK", "WARNING", "CRITICAL")[answer.returncode]
            assert all(re.fullmatch(r"[a-z0-9_]+=[-0-9.]+[%a-zA-Z]*(;[-0-9.:]*)*", one) for one in data.split(" "))
            told = run("status", "--socket", str(place.socket), "--json")
            report = json.loads(told.stdout)
            assert told.returncode == answer.returncode
            assert report["screen"] == "home" and report["fault"] is None and report["clock_known"]
            values = prometheus(file.read_text())
            assert values["foyer_up"] == 1 and values["foyer_health"] == answer.returncode
            assert values["foyer_free_bytes"] > 0 and values["foyer_resident_bytes"] > 0


def test_OP_13_no_content_is_critical():
    with town() as place, Kiosk(place.setup(pack="/no/such.pack")):
        answer = run("status", "--socket", str(place.socket))
        assert answer.returncode == 2 and "CRITICAL" in answer.stdout, answer


def test_OP_14_the_previous_pack_comes_back_and_stays():
    with town() as place:
        store = place.folder / "store"
        (store / "packs").mkdir(parents=True)
        hashes = []
        for title in ("Erste Fassung", "Zweite Fassung"):
            path = store / "packs" / "new"
            shutil.copyfile(os.environ["FOYER_PACK"], path)
            with contextlib.closing(sqlite3.connect(path)) as pack:
                pack.execute("UPDATE page_text SET title = ? WHERE page = ?", (title, pages()[0][1]))
                pack.commit()
            hashes.append(hashlib.sha256(path.read_bytes()).hexdigest())
            path.chmod(0o444)
            path.rename(path.with_name(hashes[-1] + ".pack"))
        old, new = hashes
        (store / "current").write_text(f"foyer-store 1\nactive {new} 2 confirmed\nprevious {old} 1\n")
        setup = place.setup("--store", str(store))
        with Kiosk(setup) as kiosk:
            kiosk.wake()
            enter(kiosk)
            kiosk.tap("staff.pack")
            assert kiosk.status()["pack"]["name"] == new
            tree = kiosk.tap("staff.back")
            assert kiosk.status()["pack"]["name"] == old
            assert tree.screen == "staff" and "staff.back_said" in tree
        with Kiosk(setup) as kiosk:
            assert kiosk.status()["pack"]["name"] == old
        assert f"unwanted {new}" in (place.state / "note").read_text().splitlines()
    with town() as place, Kiosk(place.setup()) as kiosk:  # with one pack there is nothing to go back to
        kiosk.wake()
        enter(kiosk)
        tree = kiosk.tap("staff.pack")
        assert "staff.no_way_back" in tree and "staff.back" not in tree


def test_OP_15_nothing_is_written_while_nobody_touches_the_kiosk():
    with town() as place, Kiosk(place.setup()) as kiosk:
        file = place.state / "device.db"
        before = file.stat().st_mtime_ns
        for _ in range(30):
            kiosk.clock(60 * 60_000)
        assert file.stat().st_mtime_ns == before


def test_OP_16_privacy_says_what_is_counted_in_every_language():
    for language in ("de", "en", "de-simple", "ar"):
        with Kiosk(Setup(lang=language)) as kiosk:
            kiosk.wake()
            kiosk.tap("bar.about")
            tree = kiosk.tap("privacy.way")
            assert tree.screen == "privacy"
            assert {f"privacy.counted.{i}" for i in range(1, 7)} <= set(tree.by_id)
            assert {f"privacy.never.{i}" for i in range(1, 5)} <= set(tree.by_id)
