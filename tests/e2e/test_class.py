# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: a trainer who confirmed a count loses it to a pulled plug, is told that something lies on a stick which
does not, or finds the class at another place than where it was."""
import contextlib
import csv
import os
import pathlib
import random
import shutil
import sqlite3
import stat
import subprocess
import tempfile
import threading
import time

from checks import settings_with
from drive import Kiosk, KioskError, Setup, Tree

COURSE, PIN = "pruefkurs", "471100"
#: Pulled plugs of the power test.
ROUNDS = int(os.environ.get("FOYER_PLUGS", "20" if "FOYER_SLOW" in os.environ else "200"))


class School:
    """A device that keeps its state, with a PIN and a place for sticks."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="foyer-school-")
        self.folder = pathlib.Path(self._folder.name)
        self.state, self.media = self.folder / "state", self.folder / "media"
        self.state.mkdir()
        self.media.mkdir()
        made = subprocess.run([os.environ["FOYER"], "pin", "--trainer"], input=PIN + "\n", text=True,
                              capture_output=True, check=True)
        self.settings = settings_with(made.stdout)
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def kiosk(self, panel="21-landscape", lang=None) -> Kiosk:
        return Kiosk(Setup(panel=panel, lang=lang, settings=self.settings,
                           more=("--state", str(self.state), "--media", str(self.media))))

    def stick(self, name="KURSE") -> pathlib.Path:
        path = self.media / name
        path.mkdir()
        return path

    def kept(self) -> tuple | None:
        """The class as the device has it: course, section, question, seconds of the timer, counts by question."""
        # A copy: what a pulled plug left half done is the kiosk's to undo.
        with tempfile.TemporaryDirectory() as folder:
            for path in self.state.glob("device.db*"):
                shutil.copy(path, folder)
            return self.read(f"{folder}/device.db")

    @staticmethod
    def read(path: str) -> tuple | None:
        with contextlib.closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            row = database.execute("SELECT course, section, question, timer_seconds FROM class").fetchone()
            counts = {}
            for question, count in database.execute("SELECT question, count FROM class_answer ORDER BY place, option"):
                counts.setdefault(question, []).append(count)
            return row and (*row, counts)


def enter_pin(kiosk: Kiosk, pin=PIN) -> Tree:
    for digit in pin:
        kiosk.ask(do="text", text=digit)
    return kiosk.key("Return")


def to_door(kiosk: Kiosk) -> Tree:
    kiosk.wake()
    tree = kiosk.tap("home.learn")
    if "learn.class" in tree:
        return kiosk.tap("learn.class")
    kiosk.tap("course." + COURSE)
    return kiosk.tap("course.hold")


def enter(kiosk: Kiosk) -> Tree:
    to_door(kiosk)
    return enter_pin(kiosk)


def begin(kiosk: Kiosk, people=0) -> Tree:
    enter(kiosk)
    tree = kiosk.tap("class.begin")
    for _ in range(people // 5):
        tree = kiosk.tap("people.more5")
    return tree


def count(kiosk: Kiosk, counts: list[int]):
    """Enters counts as a trainer would, and confirms them."""
    for option, number in enumerate(counts):
        for _ in range(number // 5):
            kiosk.tap(f"count{option}.more5")
        for _ in range(number % 5):
            kiosk.tap(f"count{option}.more1")
    return kiosk.tap("class.confirm")


def to_end(kiosk: Kiosk) -> Tree:
    tree = kiosk.tree()
    while "way.finish" not in tree:
        tree = kiosk.tap("way.next_question" if "way.next_question" in tree else "way.next")
    return kiosk.tap("way.finish")


def test_CL_01_without_a_pin_there_is_no_way_into_a_class():
    with Kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap("home.learn")
        assert "course.hold" not in kiosk.tap("course." + COURSE)
    with School() as school, school.kiosk() as kiosk:
        assert to_door(kiosk).screen == "pin"
        assert enter_pin(kiosk, "1234").screen == "pin", "any PIN leads in"
        assert enter_pin(kiosk).screen == "classroom"


def test_CL_02_counts_are_confirmed_kept_shown_and_corrected():
    with School() as school, school.kiosk() as kiosk:
        tree = begin(kiosk, people=20)
        assert tree["people"]["value"] == "20"
        kiosk.tap("way.next")
        tree = kiosk.tap("way.next_question")
        assert "class.unsaved" in tree and "class.right" not in tree
        kiosk.tap("count0.more5")
        assert school.kept()[4] == {}, "kept before it was confirmed"
        tree = kiosk.tap("class.confirm")
        assert tree["class.keeping"].name == "Gespeichert"
        assert school.kept()[4] == {"pruef-1": [5, 0]}
        assert tree["class.right"].name == "Richtig ist: B. Nein" and "chart.point1" in tree and "class.why" in tree
        kiosk.tap("class.correct")
        kiosk.tap("count0.less1")
        tree = count(kiosk, [0, 30])
        assert school.kept()[4] == {"pruef-1": [4, 30]}
        kiosk.tap("class.correct")
        assert "class.too_many" in kiosk.tree(), "34 answers of 20 people without a word"


def test_CL_03_a_page_is_shown_to_the_class_and_the_class_goes_on():
    with School() as school, school.kiosk() as kiosk:
        begin(kiosk)
        kiosk.tap("way.next")
        tree = kiosk.tap("class.page.was-ist-open-source")
        assert tree.screen == "page"
        tree = kiosk.tap("nav.back")
        assert tree.screen == "classroom" and tree["class.title"].name == "1. Was frei bedeutet"[3:]


def test_CL_04_the_timer_runs_stands_and_says_its_end():
    with School() as school, school.kiosk() as kiosk:
        begin(kiosk)
        tree = kiosk.tap("class.section2")
        assert tree["timer"].name == "02:00"
        kiosk.tap("class.timer_start")
        assert kiosk.clock(1_000)["timer"].name == "01:59"
        assert kiosk.clock(29_000)["timer"].name == "01:30"
        assert school.kept()[3] <= 105, "a timer that runs is not kept"
        kiosk.tap("class.timer_pause")
        assert kiosk.clock(50_000)["timer"].name == "01:30"
        assert kiosk.tap("class.timer_more")["timer"].name == "02:30"
        kiosk.tap("class.timer_start")
        tree = kiosk.clock(150_000)
        assert tree["timer.state"].name == "Die Zeit ist um." and tree["timer"].name == "00:00"
        assert kiosk.tap("class.timer_reset")["timer"].name == "02:00"
        assert "idle" not in kiosk.clock(40 * 60_000), "the trainer was interrupted"
        assert "idle" in kiosk.clock(6 * 60_000)


def test_CL_05_after_a_pulled_plug_the_class_goes_on_where_it_was():
    with School() as school:
        with school.kiosk() as kiosk:
            begin(kiosk)
            kiosk.tap("class.section2")
            kiosk.tap("class.timer_start")
            kiosk.clock(31_000)
            kiosk.process.kill()
        with school.kiosk() as kiosk:
            kiosk.wake()
            tree = kiosk.tap("home.learn")
            assert "geht weiter" in tree["learn.class"].name, tree["learn.class"].name
            kiosk.tap("learn.class")
            tree = enter_pin(kiosk)
            assert 85 <= int(tree["timer"]["value"]) <= 105, tree["timer"]
            assert "class.timer_start" in tree, "the timer runs on although nobody was there"


class Plug:
    """Pulled some time after it was told to; what fails because of it is no failure."""

    def __init__(self, process, seconds: float):
        self.process, self.pulled = process, False
        self.timer = threading.Timer(seconds, self.pull)

    def pull(self):
        self.pulled = True
        self.process.kill()

    def __enter__(self):
        self.timer.start()

    def __exit__(self, kind, *_):
        pulled = self.pulled
        self.timer.join()
        return pulled and kind is not None and issubclass(kind, (KioskError, OSError, ValueError))


class Ledger:
    """What the trainer was told is saved, and what was confirmed since: counts by the text of a question."""

    def __init__(self):
        self.saved: dict[str, list[int]] = {}
        self.confirmed: dict[str, list[list[int]]] = {}

    def see(self, tree: Tree):
        question = tree.by_id.get("class.question")
        if question and "class.keeping" in tree and tree["class.keeping"].name == "Gespeichert":
            self.saved[question.name] = [int(node["say"].rsplit(": ", 1)[1])
                                         for node in tree.find(prefix="chart.point") if node["parent"] is None]
            self.confirmed.pop(question.name, None)

    def confirm(self, tree: Tree):
        counts = [int(node["value"]) for node in tree.find(role="status", prefix="count")]
        self.confirmed.setdefault(tree["class.question"].name, []).append(counts)

    def compare(self, kept: dict[str, list[int]]):
        for question, counts in self.saved.items():
            allowed = [counts, *self.confirmed.get(question, [])]
            assert kept.get(question) in allowed, f"{question}: saved {counts}, kept {kept.get(question)}"
        self.saved, self.confirmed = kept, {}


#: What a trainer does in the power test; more often what changes counts.
DEEDS = ("class.confirm", "class.correct", "class.timer", "class.section", "count", "way.", "people")


def act_randomly(kiosk: Kiosk, chance: random.Random, ledger: Ledger):
    while True:
        tree = kiosk.tree()
        ledger.see(tree)
        offered = [node.id for node in tree.nodes if node.focusable and node.id.startswith(DEEDS)]
        offered += [id for id in offered if id in ("class.confirm", "class.correct", "way.next_question")] * 3
        deed = chance.choice([one for one in offered if one != "way.finish"])
        if deed == "class.confirm":
            ledger.confirm(tree)
        kiosk.tap(deed)


def is_at(tree: Tree, section: int, question: int) -> bool:
    return ("class.question" if question >= 0 else "class.text" if section >= 0 else "people") in tree


def test_CL_06_no_plug_at_any_moment_costs_what_was_saved():
    """What the screen called saved is on the medium after any kill -9, the file is whole, and the class goes on."""
    seed = int(os.environ.get("FOYER_SEED", time.time_ns() % 100_000))
    chance, ledger, acted = random.Random(seed), Ledger(), 0
    print(f"seed {seed}, {ROUNDS} plugs")
    with School() as school:
        with school.kiosk(panel="7-landscape") as kiosk:
            begin(kiosk)
        texts = questions()
        for round in range(ROUNDS):
            with school.kiosk(panel="7-landscape") as kiosk:
                _, section, question, _, counts = school.kept()
                acted += bool(counts)
                ledger.compare({texts[id]: numbers for id, numbers in counts.items()})
                tree = enter(kiosk)
                assert tree.screen == "classroom", f"round {round}: the class does not go on but {tree.screen}"
                assert is_at(tree, section, question), f"round {round}: not at section {section}, question {question}"
                with Plug(kiosk.process, chance.uniform(0, 0.8)):
                    act_randomly(kiosk, chance, ledger)
            assert school.kept() is not None, f"round {round}: the class is gone"
            assert not list(school.state.glob("*.damaged")), f"round {round}: the database was damaged"
    assert acted > ROUNDS / 2, "hardly anything was confirmed: this proves nothing"


def questions() -> dict[str, str]:
    """Of each question its id and how the kiosk writes it."""
    with contextlib.closing(sqlite3.connect(f"file:{os.environ['FOYER_PACK']}?mode=ro", uri=True)) as pack:
        rows = pack.execute("SELECT question, text FROM quiz_text WHERE language = 'de'")
        return {id: text.replace("\u00ad", "") for id, text in rows}


def write(kiosk: Kiosk) -> str:
    return kiosk.tap("class.write")["class.outcome"].name


def test_CL_07_results_reach_a_stick_and_open_as_a_table():
    with School() as school, school.kiosk() as kiosk:
        begin(kiosk, people=10)
        kiosk.tap("way.next")
        kiosk.tap("way.next_question")
        count(kiosk, [3, 6])
        tree = to_end(kiosk)
        assert tree["certificates"]["value"] == "10"
        assert write(kiosk).startswith("Es steckt kein Stick")
        stick = school.stick()
        assert write(kiosk).startswith("Auf dem Stick")
        files = sorted(path.name for path in stick.iterdir())
        assert [pathlib.Path(name).suffix for name in files] == [".pdf", ".csv", ".pdf"], files
        table = next(stick.glob("*.csv"))
        assert table.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(table.open(encoding="utf-8-sig", newline=""), delimiter=";"))
        assert rows[0] == ["Kurs", "Datum", "Anwesende", "Abschnitt", "Frage", "Antwort", "richtig", "Anzahl"]
        assert len({len(row) for row in rows}) == 1
        assert [row[5:] for row in rows[1:3]] == [["Ja", "nein", "3"], ["Nein", "ja", "6"]]
        assert rows[1][2] == "10" and rows[3][7] == "", "a question without counts has none"
        for path in stick.glob("*.pdf"):
            assert path.read_bytes().startswith(b"%PDF-"), path
        write(kiosk)
        assert len(list(stick.iterdir())) == 6, "written over what lay there"


def test_CL_08_a_full_and_a_read_only_stick_are_said_in_words():
    """Sticks as mounts of their own, in a name space of their own; without the right to one this is left to unit tests."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        print("no name spaces here")
        return
    real = os.environ["FOYER"]
    for options, words in (("size=64k", "Der Stick ist voll"), ("ro", "Auf diesen Stick lässt sich nicht schreiben")):
        with School() as school:
            stick, wrapper = school.stick(), school.folder / "foyer"
            wrapper.write_text(f'#!/bin/sh\nexec unshare -rm sh -c \'mount -t tmpfs -o {options} none "{stick}" && '
                               f'exec "$0" "$@"\' {real} "$@"\n')
            wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
            os.environ["FOYER"] = str(wrapper)
            try:
                with school.kiosk() as kiosk:
                    begin(kiosk, people=5)
                    kiosk.tap("way.next")
                    kiosk.tap("way.next_question")
                    count(kiosk, [1, 2])
                    to_end(kiosk)
                    said = write(kiosk)
                    assert said.startswith(words) and "nicht verloren" in said, said
                    assert school.kept()[4] == {"pruef-1": [1, 2]}
            finally:
                os.environ["FOYER"] = real


def test_CL_09_ending_asks_warns_and_deletes():
    with School() as school, school.kiosk() as kiosk:
        begin(kiosk)
        to_end(kiosk)
        tree = kiosk.tap("class.end")
        assert tree.overlay == "confirm" and tree["confirm.title"].name.startswith("Nichts davon")
        assert "class.write" in kiosk.tap("dialog.close") and school.kept()
        kiosk.tap("class.end")
        tree = kiosk.tap("confirm.leave")
        assert tree.screen == "course" and school.kept() is None
        kiosk.tap("nav.home")
        assert "learn.class" not in kiosk.tap("home.learn")


def test_CL_10_a_class_that_was_not_ended_waits_for_its_trainer():
    with School() as school, school.kiosk() as kiosk:
        begin(kiosk)
        kiosk.tap("class.section1")
        kiosk.tap("bar.end")
        kiosk.wake()
        kiosk.tap("home.learn")
        tree = kiosk.tap("learn.class")
        assert tree.screen == "pin", "the next visitor is in the class"
        assert enter_pin(kiosk)["class.title"].name == "Was frei bedeutet"
        shutil.rmtree(school.state, ignore_errors=True)
