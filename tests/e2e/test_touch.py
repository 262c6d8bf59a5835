# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: fingers are thick, palms lie on the glass, and a seated visitor reaches only so high."""
import os
import statistics
import time

import visits as screens
from checks import Problems, inside, overlap
from drive import PANELS, Kiosk, Setup, Tree

#: mm by rank: the checklist's 20 and 15, and for keys what each panel has room for.
LEAST_MM = {"primary": 20, "secondary": 15}
LEAST_KEY_MM = {"21-landscape": 15, "21-upright": 15, "32-landscape": 15, "10-landscape": 12, "7-landscape": 10}
PRIMARY = ("nav.", "card.", "topic.", "related.", "new.", "dialog.", "page.more", "language.", "home.",
           "option", "event.")


def targets(tree: Tree) -> list:
    return [node for node in tree.nodes if node.focusable and not node.covered]


def test_TO_01_targets_are_large_enough(visits):
    with Problems("size of targets") as problems:
        for visit in visits:
            for node in targets(visit.tree):
                rank = node["rank"]
                least = LEAST_KEY_MM[visit.setup.panel] if rank == "key" else LEAST_MM.get(rank, 15)
                w, h = node.mm[2], node.mm[3]
                problems.expect(w >= least - 0.05 and h >= least - 0.05, visit,
                                f"{node.id} is {w:.1f} x {h:.1f} mm, needs {least}")
                chips = node["rank"] == "secondary" and visit.screen in ("search-nothing", "search-digits")
                if node.id.startswith(PRIMARY) and not chips:
                    problems.expect(rank == "primary", visit, f"{node.id} is ranked {rank}, not primary")


def test_TO_02_targets_stand_apart(visits):
    with Problems("gaps between targets") as problems:
        for visit in visits:
            nodes = [node for node in targets(visit.tree) if node.seen and node.id not in ("attract", "idle")]
            for i, a in enumerate(nodes):
                for b in nodes[i + 1:]:
                    if {a.id, b.id} == {"search.field", "key.clear"}:
                        continue
                    w, h = (v / visit.px_per_mm for v in overlap(a.box, b.box))
                    problems.expect(w <= -2.9 or h <= -2.9, visit,
                                    f"{a.id} and {b.id} are {max(-w, -h):.1f} mm apart, need 3")


def test_TO_03_a_tapping_finger_reaches_every_page_and_every_line():
    for setup, shown in ((Setup(), screens.reached_pages()),
                         (Setup(panel="21-upright", size=2), screens.some_pages(1)),
                         (Setup(panel="7-landscape", size=1), screens.some_pages(2))):
        with Kiosk(setup) as kiosk, Problems("all by taps") as problems:
            kiosk.wake()
            for topic, page in shown:
                tree = kiosk.open_page(topic, page)
                problems.expect((tree.screen, tree.page) == ("page", page), page, "taps do not open the page")
                tree = kiosk.tap("page.more")
                read_to_the_end(kiosk, f"{setup.label()} {page}", problems)
            for id in ("bar.help", "bar.about"):
                kiosk.tap(id)
                read_to_the_end(kiosk, f"{setup.label()} {id}", problems)


def read_to_the_end(kiosk: Kiosk, where: str, problems: Problems):
    """Turns down to the end; every text must have been seen, the tall ones from top to bottom."""
    while kiosk.tree().scroll and kiosk.tree().scroll["offset"] > 0:
        kiosk.tap("nav.up")
    tree, seen = kiosk.tree(), {}
    wanted = {node.id: node for node in tree.texts()}
    while True:
        offset = tree.scroll["offset"] if tree.scroll else 0
        for node in tree.texts():
            shown = tree.shown(node)
            if shown[3] > 0:
                seen.setdefault(node.id, []).append((shown[1] + offset, shown[1] + shown[3] + offset))
        if not tree.scroll or offset >= tree.scroll["most"] - 0.5:
            break
        tree = kiosk.tap("nav.down")
        problems.expect(tree.scroll["offset"] > offset, where, "the down button does not go down")
        if tree.scroll["offset"] <= offset:
            return
    for id, node in wanted.items():
        covered = 0.0
        end = None
        for top, bottom in sorted(seen.get(id, [])):
            covered += max(0.0, bottom - max(top, end if end is not None else top))
            end = max(bottom, end or bottom)
        problems.expect(covered >= node.box[3] - 1.5, where, f"turning pages does not show all of {id}")


def centre(node) -> tuple[float, float]:
    return node.box[0] + node.box[2] / 2, node.box[1] + node.box[3] / 2


def test_TO_04_sliding_off_a_button_cancels_it():
    with Kiosk() as kiosk:
        kiosk.wake()
        search = kiosk.tree()["nav.search"]
        x, y = centre(search)
        assert kiosk.swipe((x, y), (x + search.box[2] * 2, y)).screen == "home", "a button that was left acted"
        assert kiosk.swipe((x, y), (x + 2, y + 2)).screen == "search", "a finger that trembles does not press"


def test_TO_04_a_drag_scrolls_and_presses_nothing():
    with Kiosk(Setup(size=2)) as kiosk:
        tree = kiosk.wake()
        card = next(node for node in tree.find(prefix="topic.") if node["visible"] > 0.5)
        x, y = centre(card)
        y = min(y, tree.scroll["viewport"][1] + tree.scroll["viewport"][3] - 20)
        after = kiosk.swipe((x, y), (x, y - 10 * kiosk.px_per_mm), ms=600)
        assert after.screen == "home", "dragging a card opened it"
        assert after.scroll["offset"] > tree.scroll["offset"], "dragging a card does not scroll"


def test_TO_05_the_first_touch_only_wakes():
    for panel in PANELS:
        with Kiosk(Setup(panel=panel)) as kiosk, Problems("first touch") as problems:
            home = kiosk.wake()
            spots = [centre(home[id]) for id in home.focus_order() if home[id].seen]
            for x, y in spots[:8]:
                for _ in range(3):
                    kiosk.clock(60_000)
                if kiosk.tree().screen != "attract":
                    kiosk.clock(60_000)
                assert kiosk.tree().screen == "attract", "the kiosk does not fall back to the attract screen"
                tree = kiosk.tap(x=x, y=y)
                problems.expect((tree.screen, tree.lang, tree.theme, tree.size, tree.reach) ==
                                ("home", home.lang, home.theme, home.size, home.reach), panel,
                                f"the first touch at {x:.0f},{y:.0f} did more than wake")


def test_TO_05_a_touch_on_the_warning_only_continues():
    with Kiosk() as kiosk, Problems("touch on the warning") as problems:
        home = kiosk.wake()
        for id in [id for id in home.focus_order() if home[id].seen]:
            warned = kiosk.clock(76_000)
            problems.expect("idle" in warned, id, "there is no warning after the quiet time")
            tree = kiosk.tap(x=centre(home[id])[0], y=centre(home[id])[1])
            problems.expect("idle" not in tree and (tree.screen, tree.lang, tree.theme, tree.size) ==
                            ("home", home.lang, home.theme, home.size), id, "a touch did more than continue")


def test_TO_06_nothing_looks_pressed_after_the_finger_left():
    with Kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap("bar.help")
        before = kiosk.screenshot().rgba
        for _ in range(3):
            kiosk.tap("bar.size")
        assert kiosk.screenshot().rgba == before, "three steps of text size do not lead back to the same picture"
        search = kiosk.tree()["nav.search"]
        kiosk.swipe(centre(search), (kiosk.width / 2, kiosk.height / 2))
        assert kiosk.screenshot().rgba == before, "a button that was left still looks pressed"


def test_TO_07_a_second_finger_neither_acts_nor_blocks():
    with Kiosk() as kiosk:
        kiosk.wake()
        search, size = centre(kiosk.tree()["nav.search"]), centre(kiosk.tree()["bar.size"])
        kiosk.touch(1, "down", *search)
        kiosk.touch(2, "down", *size)
        tree = kiosk.touch(2, "up", *size)
        assert (tree.screen, tree.size) == ("home", 0), "a second finger acted"
        assert kiosk.touch(1, "up", *search).screen == "search", "a second finger kept the first from acting"
        for finger in range(1, 11):
            kiosk.touch(finger, "down", 100 + 30 * finger, 500)
        for finger in range(10, 0, -1):
            kiosk.touch(finger, "up", 100 + 30 * finger, 500)
        assert kiosk.tap("bar.help").screen == "help", "after a palm nothing reacts"


def highest(visit) -> float:
    return 1100 if visit.setup.reach else 1220


def test_TO_08_nothing_operable_hangs_too_high(visits):
    mount_mm = 850  # the settings' own value
    with Problems("height above the floor") as problems:
        for visit in visits:
            if visit.screen in ("attract", "idle"):
                continue  # the whole screen is the button
            _, height_px = visit.size_px
            for node in targets(visit.tree):
                x, y, w, h = visit.tree.shown(node)
                if h <= 0:
                    continue
                # What sticks out above may, as long as 20 mm of it lie below.
                lowest_top = min(y + h - 20 * visit.px_per_mm, height_px)
                top_mm = mount_mm + (height_px - max(y, lowest_top)) / visit.px_per_mm
                problems.expect(top_mm <= highest(visit) + 0.5, visit, f"{node.id} begins {top_mm:.0f} mm high")


def test_TO_09_a_press_shows_at_once():
    with Kiosk() as kiosk:
        kiosk.wake()
        node = kiosk.tree()["nav.search"]
        before, frames = kiosk.screenshot(), kiosk.status()["frames"]
        kiosk.touch(1, "down", *centre(node))
        after = kiosk.screenshot()
        assert kiosk.status()["frames"] - frames <= 3, "a press takes more than three frames to show and rest"
        assert before.crop(node.box) != after.crop(node.box), "a pressed button looks like any other"
        kiosk.touch(1, "cancel", *centre(node))
        assert kiosk.screenshot().rgba == before.rgba, "the rest of the screen did not stay as it was"


def test_TO_09_screens_change_within_200_ms():
    patience_ms = 200 * (8 if os.environ.get("FOYER_SLOW") else 1)
    with Kiosk() as kiosk:
        kiosk.wake()
        took = []
        for _ in range(3):
            for id in ("nav.search", "bar.help", "bar.about", "nav.home"):
                start = time.perf_counter()
                kiosk.tap(id)
                took.append((time.perf_counter() - start) * 1000)
        assert statistics.median(took) <= patience_ms, f"screens change in {statistics.median(took):.0f} ms"


def test_TO_10_content_follows_the_finger_and_a_tap_stops_it():
    with Kiosk(Setup(page=screens.pages()[0][1], size=2)) as kiosk:
        tree = kiosk.tap("page.more")
        start = kiosk.tree().scroll["offset"]
        x, y = kiosk.width / 2, tree.scroll["viewport"][1] + tree.scroll["viewport"][3] * 0.8
        kiosk.touch(1, "down", x, y)
        for step in range(1, 11):
            kiosk.clock(20)
            kiosk.touch(1, "move", x, y - 20 * step)
        moved = kiosk.tree().scroll["offset"] - start
        assert abs(moved - 200) <= 1, f"a drag of 200 px moved the content by {moved:.0f} px"
        for _ in range(10):
            kiosk.clock(50)
            kiosk.touch(1, "move", x, y - 200)
        kiosk.touch(1, "up", x, y - 200)
        kiosk.clock(500)
        moved = kiosk.tree().scroll["offset"] - start
        assert abs(moved - 200) <= 1, "content that was let go at rest moved on"
        kiosk.ask(do="swipe", **{"from": [x, y], "to": [x, y - 300], "ms": 60})
        first = kiosk.tree().scroll["offset"]
        kiosk.ask(do="clock", advance_ms=50)
        later = kiosk.tree().scroll["offset"]
        assert later > first, "content that was flung does not move on"
        kiosk.ask(do="finger", finger=1, phase="down", x=x, y=y)
        kiosk.ask(do="finger", finger=1, phase="up", x=x, y=y)
        stopped = kiosk.settled().scroll["offset"]
        assert kiosk.clock(1000).scroll["offset"] == stopped, "a tap does not stop moving content"
        assert kiosk.tree().screen == "page", "the tap that stops also pressed something"
