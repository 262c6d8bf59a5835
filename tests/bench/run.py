# SPDX-License-Identifier: EUPL-1.2
"""Foyer beside Chromium in kiosk mode with the same pages, in one run on one screen; updates and search beside their peers.

usage: run.py [--build FOLDER] [--runs N] [--visits N] [--only screen|search|update] [--write]
--write keeps the table in tests/bench/RESULTS.md. Exits with 1 where a bound is missed.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from screen import Program, Screen, pss_mb

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "support"))

import search_peer  # noqa: E402
import update  # noqa: E402
from drive import Kiosk, Setup  # noqa: E402

PAGE, TOPIC = "dortmund", "praxis"
#: The attract screen is watched as long as a slide of it stays, so that one change of slides is part of it.
SLIDE_S = 30
#: After so long without a picture, the child that decodes pictures has left.
ALONE_S = 1.5
#: From a page to the start, to a topic, to a page, and again: the same way in both programs.
ROUND = ("page", "start", "topic")
#: Pages and pictures: 57 MB, as in the comparison of methods that this repeats, and 500 MB.
UPDATE_PACK, BIG_PACK = (1000, 600), (1500, 7300)


class Foyer:
    def __init__(self, build: pathlib.Path, pack: pathlib.Path):
        self.program, self.pack = str(build / "bin/foyer"), str(pack)

    def command(self, page: str | None = None, pack: pathlib.Path | None = None) -> list[str]:
        return [self.program, "--pack", str(pack or self.pack)] + (["--page", page] if page else [])

    def targets(self) -> dict[str, tuple[int, int]]:
        """Where to tap on each screen; asked of another kiosk, so that the measured one is not disturbed."""
        os.environ.update(FOYER=self.program, FOYER_PACK=self.pack)
        with Kiosk(Setup(page=PAGE)) as kiosk:
            spots = {"page": centre(kiosk.tree()["nav.home"].box)}
            tree = kiosk.tap("nav.home")
            spots["start"] = centre(tree["topic." + TOPIC].box)
            tree = kiosk.tap("topic." + TOPIC)
            spots["topic"] = centre(tree.find(prefix="card.")[0].box)
            return spots

    def way_to_tour(self) -> list[tuple[int, int]]:
        """Taps from the attract screen to the first step of the first tour; the last one is the edge that leads on."""
        os.environ.update(FOYER=self.program, FOYER_PACK=self.pack)
        with Kiosk() as kiosk:
            way = [(kiosk.width // 2, kiosk.height // 2)]
            tree = kiosk.wake()
            way.append(centre(tree["home.tours"].box))
            tree = kiosk.tap("home.tours")
            way.append(centre(tree.find(prefix="tour.")[0].box))
            return way + [centre(kiosk.tap(tree.find(prefix="tour.")[0].id)["tour.next"].box)]


class Chromium:
    FLAGS = ["--window-position=0,0", "--window-size=1920,1080", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-features=Translate"]

    def __init__(self, site: pathlib.Path):
        self.site, self.profile = site, tempfile.mkdtemp(prefix="foyer-chromium-")
        self.program = shutil.which("chromium")
        if not self.program:
            raise SystemExit("run.py: chromium is not installed")

    def close(self):
        shutil.rmtree(self.profile, ignore_errors=True)

    def page(self, name: str) -> pathlib.Path:
        return {"page": self.site / f"de/pages/{PAGE}.html", "start": self.site / "de/index.html",
                "topic": self.site / f"de/topics/{TOPIC}.html"}[name]

    def command(self, page: str = "page") -> list[str]:
        return [self.program, "--kiosk", "--start-fullscreen", f"--user-data-dir={self.profile}", *self.FLAGS,
                self.page(page).as_uri()]

    def targets(self) -> dict[str, tuple[int, int]]:
        """Where the links lie, laid out by the same browser without a window."""
        wanted = {"page": "header .pack a", "start": f'main a[href$="{TOPIC}.html"]', "topic": "main .cards a"}
        return {name: self.where(name, selector) for name, selector in wanted.items()}

    def where(self, name: str, selector: str) -> tuple[int, int]:
        page = self.page(name)
        probe = page.with_name("probe.html")
        script = f"""<script>addEventListener("load", () => {{
            const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();
            document.body.setAttribute("data-box", [r.x, r.y, r.width, r.height].join(" ")); }})</script></body>"""
        probe.write_text(page.read_text().replace("</body>", script))
        shown = subprocess.run([self.program, "--headless", "--dump-dom", *self.FLAGS,
                                probe.as_uri()], capture_output=True, text=True, timeout=60, check=True).stdout
        probe.unlink()
        found = re.search(r'data-box="([\d. ]+)"', shown)
        if not found:
            raise SystemExit(f"run.py: {page} has no {selector}")
        return centre(tuple(map(float, found[1].split())))


def centre(box) -> tuple[int, int]:
    x, y, w, h = box
    return round(x + min(w, 400) / 2), round(y + h / 2)


def median_of(values) -> float:
    return statistics.median(list(values))


def start_times(screen: Screen, command: list[str], runs: int) -> float:
    """Settled, median; the first start only fills the caches."""
    times = []
    for _ in range(runs + 1):
        with Program(screen, command) as program:
            times.append(program.settled_ms)
    return median_of(times[1:])


def measure(screen: Screen, on_page: list[str], on_start: list[str], targets, runs: int) -> dict:
    found = {"start": start_times(screen, on_page, runs)}
    with Program(screen, on_page) as program:
        found["memory"], found["idle_page"] = program.memory_mb(), program.idle()
        taps = [screen.tap(*targets[name]) for _ in range(4) for name in ROUND]
        answered = [tap for tap in taps if tap[0] is not None]
        if len(answered) < len(taps):
            print(f"{len(taps) - len(answered)} of {len(taps)} taps changed nothing: {on_page[0]}", file=sys.stderr)
        found["first"] = median_of(first for first, _ in answered)
        found["settled"] = median_of(last for _, last in answered)
    with Program(screen, on_start) as program:
        found["idle_start"] = program.idle(SLIDE_S)
    return found


def next_step(screen: Screen, foyer: Foyer) -> float:
    """From a tap on the edge of a tour to the settled next part or step; median. Chromium's peer is a link in the export."""
    *way, on = foyer.way_to_tour()
    with Program(screen, foyer.command()) as program:
        for spot in way:
            screen.tap(*spot)
        taps = [screen.tap(*on) for _ in range(12)]
        return median_of(last for _, last in taps if last is not None)


def visit_growth(visits: int) -> float:
    """Percent by which memory grew between the first 500 visits and the last. A visit is a tap on anything in sight."""
    dice = random.Random(20261123)
    with Kiosk(Setup()) as kiosk:
        after_first = 0.0
        for visit in range(visits):
            if visit == 500:
                time.sleep(ALONE_S)
                after_first = pss_mb(kiosk.process.pid)
            tree = kiosk.tree()
            choices = [n for n in tree.nodes if n["operable"] and n["visible"] > 0.5 and n.id != "bar.end"]
            kiosk.ask(do="tap", id=dice.choice(choices).id)
            kiosk.wait_idle()
        time.sleep(ALONE_S)
        return (pss_mb(kiosk.process.pid) / after_first - 1) * 100


def search_p99(program: pathlib.Path, packs: pathlib.Path) -> float:
    """Runs the search bench, which leaves its packs of 12 and of 10,000 pages in a folder."""
    said = subprocess.run([str(program), str(packs)], capture_output=True, text=True).stdout
    print(said)
    return float(re.search(r"waiting.*p99\s+([\d.]+) ms", said)[1])


def machine() -> str:
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    with open("/etc/os-release") as file:
        system = next(line.split("=")[1].strip().strip('"') for line in file if line.startswith("PRETTY_NAME"))
    return f"{model}, {os.cpu_count()} cores; {system}, Linux {platform.release()}"


def commit() -> str:
    def git(*words):
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    changed = git("status", "--porcelain", "--untracked-files=no", "--", "kiosk", "platform", "content", "assets")
    return git("rev-parse", "--short", "HEAD") + (" and changes" if changed else "")


class Table:
    def __init__(self, peer: str):
        self.lines, self.missed = [f"| | {peer} | Foyer | bound | |", "|---|--:|--:|--:|---|"], 0
        print(*self.lines, sep="\n", flush=True)

    def row(self, what: str, theirs: str, ours: str, bound: str, holds: bool):
        self.missed += not holds
        self.lines.append(f"| {what} | {theirs} | {ours} | {bound} | {'held' if holds else '**missed**'} |")
        print(self.lines[-1], flush=True)

    def share(self, what: str, unit: str, theirs: float, ours: float, part: int):
        self.row(what, f"{theirs:.0f} {unit}", f"{ours:.0f} {unit}", f"1/{part} ({theirs / part:.0f} {unit})",
                 ours <= theirs / part)

    def idle(self, what: str, theirs, ours):
        def told(idle):
            return f"{idle.cpu_percent:.1f} %, {idle.wake_ups_per_s:.1f}/s"
        self.row(what, told(theirs), told(ours), "0.0 %, < 1/s",
                 ours.cpu_percent < 0.05 and ours.wake_ups_per_s < 1)


def megabytes(count: float) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def update_rows(table: Table, build: pathlib.Path, packs: pathlib.Path):
    """Rows whose peer is named in the first column; the column of Chromium has the peer's number."""
    update.prepare(build, packs / "update", *UPDATE_PACK)
    size = (packs / "update/v1.pack").stat().st_size
    ours = update.bytes_moved()
    for peer, theirs in update.peers_bytes(packs / "update").items():
        table.row(f"update of a {megabytes(size)} pack rebuilt from source, bytes moved, beside {peer}", megabytes(theirs),
                  megabytes(ours), "450 kB", ours <= 450_000)
    seconds = update.stick_to_screen()
    table.row("the same from a stick, until the new page is on the screen", "–", f"{seconds:.1f} s", "3 s", seconds <= 3)
    found = update.nothing_new(kiosks=1000)
    table.row("nothing new: requests, connections, bytes of HTTP", "–",
              f"{found['requests']}, {found['connections']}, {found['bytes']}", "2, 1, 2000",
              (found["requests"], found["connections"]) == (2, 1) and found["bytes"] <= 2000)
    table.row("the same for 1,000 kiosks: requests, bytes, processor of one nginx", "–",
              f"{found['all_requests']}, {megabytes(found['all_bytes'])}, {found['server_s']:.1f} s in {found['seconds']:.0f} s",
              "2000, 2 MB", found["all_requests"] == 2000 and found["all_bytes"] <= 2_000_000)
    update.prepare(build, packs / "big", *BIG_PACK)
    os.environ["FOYER_SMALL_PACK"] = str(build / "foyer.pack")
    big = update.big_install()
    table.row(f"a {megabytes(big['bytes'])} pack from a stick ({big['seconds']:.0f} s): updater's anonymous memory", "–",
              f"{big['rss_anon_mb']:.0f} MB", "64 MB", big["rss_anon_mb"] <= 64)
    table.row(f"frames over 33 ms meanwhile, of {big['frames']} (the slowest: {big['worst_ms']:.0f} ms)", "–",
              str(big["late"]), "0", big["late"] == 0)


class Score:
    """How well some queries were answered, by the places of their right answers; 0 is none."""

    def __init__(self, places: list[int]):
        self.first = 100 * sum(place == 1 for place in places) / len(places)
        self.first_three = 100 * sum(1 <= place <= 3 for place in places) / len(places)
        self.mrr = sum(1 / place for place in places if place) / len(places)

    def __str__(self):
        return f"{self.first:.0f} %, {self.first_three:.1f} %, {self.mrr:.3f}"


def search_rows(table: Table, build: pathlib.Path, site: pathlib.Path, folder: pathlib.Path):
    """The right page first, in the first three, mean reciprocal rank: by half, language and kind of the queries."""
    pack = build / "foyer.pack"
    said = subprocess.run([build / "bin/search_quality", pack, HERE / "queries.tsv", "--all", "--json"], capture_output=True,
                          text=True, check=True).stdout
    queries = json.loads(said)
    folder.mkdir()
    peers = search_peer.ask(site, pack, folder, queries)
    peers_name = "either of both"

    def row(what: str, chosen, least: float | None, theirs: str = peers_name):
        at = [number for number, query in enumerate(queries) if chosen(query)]
        peer, ours = (Score([places[number] for number in at])
                      for places in (peers[theirs], [query["place"] for query in queries]))
        table.row(f"{what} ({len(at)})", str(peer), str(ours), f"{least:.0f} % in three" if least else "ahead",
                  ours.first_three >= least if least else ours.first_three > peer.first_three)

    row("all queries", lambda query: True, 95)
    for theirs in peers:
        if theirs != peers_name:
            row(f"all queries, Kiwix by {theirs} only", lambda query: True, None, theirs)
    row("the half it was improved by", lambda query: not query["held_out"], 95)
    row("the half held out", lambda query: query["held_out"], 95)
    for language in search_peer.LANGUAGES:
        row(f"language {language}", lambda query: query["language"] == language, 95)
    for kind in dict.fromkeys(query["kind"] for query in queries):
        row(f"kind {kind}", lambda query: query["kind"] == kind, None)


def all_rows(table: Table, build: pathlib.Path, site: pathlib.Path, packs: pathlib.Path, runs: int, visits: int):
    foyer, chromium, screen = Foyer(build, build / "foyer.pack"), Chromium(site), Screen()
    try:
        ours = measure(screen, foyer.command(PAGE), foyer.command(), foyer.targets(), runs)
        theirs = measure(screen, chromium.command("page"), chromium.command("start"), chromium.targets(), runs)
        table.share("exec to a settled page with pictures", "ms", theirs["start"], ours["start"], 8)
        table.share("memory on that page (PSS, all processes)", "MB", theirs["memory"], ours["memory"], 7)
        table.idle("idle on a page: CPU, wake-ups", theirs["idle_page"], ours["idle_page"])
        table.idle("idle on the attract screen", theirs["idle_start"], ours["idle_start"])
        table.share("tap to first changed pixel", "ms", theirs["first"], ours["first"], 3)
        table.share("tap to settled", "ms", theirs["settled"], ours["settled"], 3)
        table.share("next step of a tour, against a link", "ms", theirs["settled"], next_step(screen, foyer), 3)
        p99 = search_p99(build / "bin/search_bench", packs)
        table.row("search, each key, 10,000 pages, p99", "–", f"{p99:.1f} ms", "10 ms", p99 <= 10)
        few = start_times(screen, foyer.command(), runs)
        many = start_times(screen, foyer.command(pack=packs / "foyer-bench-10000.pack"), runs)
        table.row("start with 10,000 pages against the bundled pack", "–", f"{many:.0f} against {few:.0f} ms", "1.2×",
                  many <= 1.2 * few)
        growth = visit_growth(visits)
        table.row(f"{visits:,} random visits: memory growth after the first 500", "–", f"{growth:.1f} %", "2 %", growth < 2)
    finally:
        chromium.close()
        screen.close()


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--visits", type=int, default=10_000)
    arguments.add_argument("--only", choices=["screen", "search", "update"], help="a part of the table")
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    build, tables = given.build.resolve(), {}
    with tempfile.TemporaryDirectory(prefix="foyer-bench-") as folder:
        site, packs = pathlib.Path(folder) / "site", pathlib.Path(folder) / "packs"
        packs.mkdir()
        if given.only != "update":
            subprocess.run([str(build / "bin/foyer-pack"), "export", str(build / "foyer.pack"), "--html", str(site)], check=True)
        if given.only in (None, "screen"):
            tables["Beside Chromium"] = Table("Chromium")
            all_rows(tables["Beside Chromium"], build, site, packs, given.runs, given.visits)
        if given.only in (None, "search"):
            tables["Search"] = Table("Kiwix, the better of full text and titles")
            search_rows(tables["Search"], build, site, packs / "kiwix")
        if given.only in (None, "update"):
            tables["Updates"] = Table("the peer named")
            update_rows(tables["Updates"], build, packs)
    if given.write:
        write(tables, given.runs)
    return 1 if any(table.missed for table in tables.values()) else 0


def write(tables: dict[str, Table], runs: int):
    """Exchanges the sections that were measured in RESULTS.md, and leaves the others."""
    path = HERE / "RESULTS.md"
    head, *old = path.read_text().split("\n## ") if path.exists() else [""]
    sections = dict(section.split("\n", 1) for section in old)
    head = "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n# Measured\n\n`./dev bench --write` makes this page.\n"
    for title, table in tables.items():
        how = "nginx and kiosks on one machine."
        if title == "Beside Chromium":
            version = subprocess.run(["chromium", "--version"], capture_output=True, text=True).stdout.split("built")[0].strip()
            how = f"{version}, Xvfb 1920×1080, software rendering; medians of {runs} starts and 12 taps of 30 ms."
        if title == "Search":
            version = subprocess.run(["kiwix-serve", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
            how = (f"{version}, the same pages from `foyer-pack export`, one ZIM file for each language. Cells: right page first, "
                   "right page in the first three, mean reciprocal rank within ten. The queries: `queries.tsv`.")
        sections[title] = "\n".join(["", f"{datetime.date.today()}, commit {commit()}. {machine()}. {how}", "", *table.lines, ""])
    path.write_text("\n## ".join([head] + [f"{title}\n{text}" for title, text in sections.items()]))


if __name__ == "__main__":
    sys.exit(main())
