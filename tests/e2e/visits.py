# SPDX-License-Identifier: EUPL-1.2
"""Every screen of the kiosk, reached by taps, in so many combinations of language, theme, size, panel and reach mode
that each value of one meets each value of the others; under sanitizers in so few that each value is met."""
import dataclasses
import functools
import itertools
import json
import os
import pathlib
import sqlite3

from drive import PANELS, THEMES, Kiosk, Setup, Tree
from picture import Picture

LANGUAGES = ("de", "en", "de-simple", "ar")
#: Between the quiet time that no mode exceeds without a long page, and the end of the countdown.
UNTIL_WARNED_MS = 151_000
#: Pages that every walk shows: one with explained words, one with every kind of block and letter.
ALWAYS = ("was-ist-open-source", "pruefseite")


def all_pairs(factors: list[tuple]) -> list[tuple]:
    """A small set of rows in which every two values of two factors stand together at least once."""
    def pairs(row):
        return {((i, row[i]), (j, row[j])) for i, j in itertools.combinations(range(len(row)), 2)}

    open_pairs = {((i, a), (j, b)) for i, j in itertools.combinations(range(len(factors)), 2)
                  for a in factors[i] for b in factors[j]}
    rows = []
    while open_pairs:
        (i, a), (j, b) = min(open_pairs, key=repr)
        row = {i: a, j: b}
        for k in sorted(range(len(factors)), key=lambda f: -len(factors[f])):
            if k not in row:
                row[k] = max(factors[k], key=lambda value: sum(
                    tuple(sorted(((k, value), other))) in open_pairs for other in row.items()))
        rows.append(tuple(row[k] for k in range(len(factors))))
        open_pairs -= pairs(rows[-1])
    return rows


def each_once(factors: list[tuple]) -> list[tuple]:
    """As few rows as hold every value of every factor."""
    return [tuple(values[i % len(values)] for values in factors) for i in range(max(map(len, factors)))]


def setups() -> list[Setup]:
    rows = each_once if "FOYER_SLOW" in os.environ else all_pairs
    return [Setup(lang=lang, theme=theme, size=size, panel=panel, reach=reach)
            for panel, lang, theme, size, reach in
            rows([tuple(PANELS), LANGUAGES, THEMES, (0, 1, 2), (False, True)])]


@functools.cache
def pack() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{os.environ['FOYER_PACK']}?mode=ro", uri=True)


def topics() -> list[str]:
    return [row[0] for row in pack().execute("SELECT id FROM topic ORDER BY position")]


def pages() -> list[tuple[str, str]]:
    """(topic, page) in the order of the home screen."""
    return [(topic, page) for topic, page, _ in pages_by_kind()]


def pages_by_kind() -> list[tuple[str, str, str]]:
    return pack().execute("SELECT t.id, p.id, p.kind FROM page p JOIN topic t ON p.topic = t.id "
                          "ORDER BY t.position, p.position").fetchall()


#: A walk shows one page in so many, under sanitizers fewer; walks that begin elsewhere show the others.
SHARES = 24 if "FOYER_SLOW" in os.environ else 6


def some_pages(share: int = 0) -> list[tuple[str, str]]:
    """A share of the pages, and always those that tests of words and letters need."""
    every = pages()
    chosen = every[share % SHARES::SHARES]
    return chosen + [one for one in every if one[1] in ALWAYS and one not in chosen]


def reached_pages() -> list[tuple[str, str]]:
    """Every page; under sanitizers a share, since each costs seconds there."""
    return some_pages() if "FOYER_SLOW" in os.environ else pages()


def languages() -> list[str]:
    return [row[0] for row in pack().execute("SELECT tag FROM language ORDER BY position")]


def walk(kiosk: Kiosk, shown: list[tuple[str, str]] | None = None):
    """Yields (name, tree) for each screen, the kiosk still standing there; of the pages those in `shown`, or a share."""
    yield "attract", kiosk.tree()
    yield "home", kiosk.wake()
    for topic in topics():
        kiosk.tap("nav.home")
        yield f"topic-{topic}", kiosk.tap("topic." + topic)
    for topic, page in shown or some_pages():
        yield f"page-{page}", kiosk.open_page(topic, page)
        tree = kiosk.tap("page.more")
        yield f"more-{page}", tree
        if page == "was-ist-open-source":
            yield from walk_terms(kiosk, tree)
            yield "take", kiosk.tap("page.take")
            kiosk.tap("dialog.close")
    yield from walk_ways(kiosk)
    yield from walk_search(kiosk)
    yield "about", kiosk.tap("bar.about")
    yield "privacy", kiosk.tap("privacy.way")
    yield "help", kiosk.tap("bar.help")
    yield "languages", kiosk.tap("bar.language")
    kiosk.tap("dialog.close")
    yield "idle", kiosk.clock(UNTIL_WARNED_MS)


def walk_terms(kiosk: Kiosk, tree: Tree):
    terms = [node.id for node in tree.find(prefix="term.") if node.focusable]
    if terms:
        yield "term", kiosk.tap(terms[0])
        kiosk.tap("dialog.close")


def walk_ways(kiosk: Kiosk):
    """What the home screen offers besides topics."""
    for way in ("map", "timeline", "news"):
        kiosk.tap("nav.home")
        yield way, kiosk.tap("home." + way)
    kiosk.tap("nav.home")
    tree = kiosk.tap("home.compare")
    yield "compare-empty", tree
    for node in [node for node in tree.find(prefix="choose.") if node.focusable][:2]:
        tree = kiosk.tap(node.id)
    yield "compare", tree
    kiosk.tap("nav.home")
    tree = kiosk.tap("home.guides")
    yield "guides", tree
    tree = kiosk.tap(next(node.id for node in tree.find(prefix="guide.") if node.focusable))
    yield "guide-question", tree
    while "option0" in tree:
        tree = kiosk.tap("option0")
    yield "guide-result", tree
    kiosk.tap("nav.home")
    yield from walk_learn(kiosk)
    yield from walk_tour(kiosk)


def walk_tour(kiosk: Kiosk):
    """A tour, but for its steps, which stand alone: test_tour.py looks at those."""
    for screen in ("tours", "tour-overview", "tour-waits", "tour-notes"):
        yield screen, show_tour(kiosk, screen)
    show_tour(kiosk, "tour-end")


def show_tour(kiosk: Kiosk, screen: str) -> Tree:
    """From wherever there is a way home to a screen of a tour; to its end it ends it."""
    if "nav.home" not in kiosk.tree():  # on small panels the way back to a tour that waits takes its place
        kiosk.tap("nav.tour")
        kiosk.tap("tour.controls")
        kiosk.tap("tour.end")
    kiosk.tap("nav.home")
    tree = kiosk.tap("home.tours")
    if screen == "tours":
        return tree
    if "tour.controls" in kiosk.tap("tour.pruefrundgang"):
        kiosk.tap("tour.controls")
    way = {"tour-waits": "question"}.get(screen, screen.removeprefix("tour-"))
    tree = kiosk.tap("tour." + way)
    return kiosk.tap("bar.about") if screen == "tour-waits" else tree


#: What walk_learn() comes by, each to be reached from the home screen once more.
LEARNING = ("learn", "course", "quiz-question", "quiz-leaving", "quiz-review", "quiz-missed", "quiz-result")


def walk_learn(kiosk: Kiosk):
    """From the home screen: a course, and the questions of a section from the first to the result."""
    yield "learn", kiosk.tap("home.learn")
    yield "course", kiosk.tap("course.pruefkurs")
    kiosk.tap("section1.questions")
    yield "quiz-question", kiosk.tap("option0")
    yield "quiz-leaving", kiosk.tap("nav.home")
    tree = kiosk.tap("dialog.close")
    while "quiz.next" in tree:
        tree = kiosk.tap("quiz.next")
    yield "quiz-review", tree
    yield "quiz-missed", kiosk.tap("quiz.hand_in")
    yield "quiz-result", kiosk.tap("quiz.hand_in")


def learn_again(kiosk: Kiosk, screen: str):
    """From the home screen to one of LEARNING."""
    for name, _ in walk_learn(kiosk):
        if name == screen:
            return


def walk_search(kiosk: Kiosk):
    kiosk.tap("nav.home")
    yield "search-empty", kiosk.tap("nav.search")
    yield "search-hits", kiosk.type("stadt")
    for _ in "stadt":
        kiosk.tap("key.delete")
    yield "search-nothing", kiosk.type("qqx")
    yield "search-digits", kiosk.tap("key.digits")
    kiosk.tap("nav.back")


@dataclasses.dataclass
class Visit:
    """A screen as the crawl found it."""
    setup: Setup
    screen: str
    folder: pathlib.Path

    @functools.cached_property
    def tree(self) -> Tree:
        return Tree(json.loads((self.folder / f"{self.screen}.json").read_text()))

    @property
    def has_picture(self) -> bool:
        return (self.folder / f"{self.screen}.png").exists()

    @property
    def picture(self) -> Picture:
        return Picture.load(self.folder / f"{self.screen}.png")

    @property
    def px_per_mm(self) -> float:
        (w, _), (w_mm, _) = PANELS[self.setup.panel]
        return w / w_mm

    @property
    def size_px(self) -> tuple[int, int]:
        return PANELS[self.setup.panel][0]

    def __str__(self):
        return f"{self.setup.label()} {self.screen}"


def visits() -> list[Visit]:
    """All that the crawl stored; fails if a part of it is missing."""
    root, found = pathlib.Path(os.environ["FOYER_CRAWL"]), []
    for setup in setups():
        folder = root / setup.label()
        if not (folder / "complete").exists():
            raise AssertionError(f"the crawl of {setup.label()} did not come to its end")
        found += [Visit(setup, path.stem, folder) for path in sorted(folder.glob("*.json"))]
    return found
