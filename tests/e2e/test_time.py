# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: a screen that flickers, hurries its visitor, or tells the next one what the last one read."""
import visits as screens
from checks import Problems
from drive import Kiosk, Setup, Tree

VOLATILE = ("focus_index",)


def pictures_over(kiosk: Kiosk, seconds: float, step_ms: int) -> list[float]:
    """Times in seconds at which the picture changed while nobody touched anything."""
    before, changes = kiosk.screenshot().rgba, []
    frames = kiosk.status()["frames"]
    for step in range(1, int(seconds * 1000 / step_ms) + 1):
        kiosk.ask(do="clock", advance_ms=step_ms)
        kiosk.wait_idle()
        drawn = kiosk.status()["frames"]
        if drawn == frames:
            continue
        frames, now = drawn, kiosk.screenshot().rgba
        if now != before:
            changes.append(step * step_ms / 1000)
        before = now
    return changes


def test_MO_01_nothing_flashes():
    with Kiosk(Setup(panel="7-landscape")) as kiosk, Problems("flashing") as problems:
        for name, go in (("attract", lambda: None), ("home", kiosk.wake), ("warning", lambda: kiosk.clock(75_000))):
            go()
            changes = pictures_over(kiosk, 20, 50)
            for start in changes:
                inside = sum(start <= other < start + 1 for other in changes)
                problems.expect(inside <= 3, name, f"{inside} changes of the picture within a second")
            problems.look()


def test_MO_02_attract_slides_are_slow_and_stop_at_a_touch():
    with Kiosk() as kiosk:
        changes = pictures_over(kiosk, 90, 500)
        assert changes, "the attract screen shows one picture only"
        gaps = [b - a for a, b in zip([0.0] + changes, changes)]
        assert min(gaps) >= 9.5, f"attract slides change after {min(gaps)} s"
        kiosk.wake()
        assert not pictures_over(kiosk, 40, 500), "something moves on the home screen"


def test_MO_03_screens_change_in_one_step():
    with Kiosk(Setup(panel="7-landscape")) as kiosk, Problems("transitions") as problems:
        kiosk.wake()
        for id in ("nav.search", "nav.back", "bar.help", "nav.home", "bar.theme", "bar.language"):
            kiosk.tap(id)
            problems.expect(not pictures_over(kiosk, 2, 40), id, "the picture goes on changing after a screen change")


def quiet_ms(kiosk: Kiosk, step_ms: int = 5_000, most_ms: int = 900_000) -> int:
    """How long nobody has to touch the kiosk until it warns."""
    for waited in range(step_ms, most_ms + 1, step_ms):
        if "idle" in kiosk.clock(step_ms):
            return waited
    raise AssertionError(f"no warning after {most_ms / 1000:.0f} s")


def test_TS_01_the_warning_leaves_time_and_can_be_extended():
    with Kiosk() as kiosk:
        kiosk.wake()
        quiet = quiet_ms(kiosk)
        assert quiet >= 20_000, f"the warning comes after {quiet} ms"
        kiosk.tap(x=5, y=5)
        for time in range(12):
            kiosk.clock(quiet)
            tree = kiosk.clock(19_000)
            assert "idle" in tree, f"round {time}: after 19 s of warning the kiosk had given up"
            tree = kiosk.key("F13") if time % 2 else kiosk.tap(x=kiosk.width / 2, y=20)
            assert "idle" not in tree and tree.screen == "home", f"round {time}: a touch or key did not extend"
        kiosk.clock(quiet)
        assert kiosk.clock(60_000).screen == "attract", "the kiosk never starts over"


def test_TS_01_typing_and_scrolling_count_as_activity():
    with Kiosk(Setup(size=2)) as kiosk:
        kiosk.wake()
        for _ in range(12):
            kiosk.clock(30_000)
            tree = kiosk.swipe((kiosk.width / 2, kiosk.height / 2), (kiosk.width / 2, kiosk.height / 2 - 90), ms=300)
            assert "idle" not in tree and tree.screen == "home", "scrolling does not count as activity"
        kiosk.tap("nav.search")
        for _ in range(12):
            kiosk.clock(30_000)
            tree = kiosk.type("a")
            assert "idle" not in tree and tree.screen == "search", "typing does not count as activity"


def test_TS_03_who_reads_slower_gets_more_time():
    with Kiosk() as kiosk:
        kiosk.wake()
        usual = quiet_ms(kiosk)
    for setup in (Setup(size=1), Setup(size=2), Setup(lang="de-simple")):
        with Kiosk(setup) as kiosk:
            kiosk.wake()
            kept = quiet_ms(kiosk)
            assert kept >= 2 * usual, f"{setup.label()}: {kept} ms, not twice the usual {usual}"
    page, minutes = screens.pack().execute(
        "SELECT page, max(minutes) FROM page_text WHERE language = 'de'").fetchone()
    with Kiosk(Setup(page=page)) as kiosk:
        kiosk.tap("page.more")
        kept = quiet_ms(kiosk)
        assert kept >= minutes * 60_000 * 1.5, f"{page} takes {minutes} min to read, the warning comes after {kept} ms"


def comparable(tree: Tree) -> list:
    """What of a tree a visitor could notice."""
    return [tree.screen, tree.page, tree.lang, tree.theme, tree.size, tree.reach,
            [{key: value for key, value in node.items() if key not in VOLATILE} for node in tree.nodes]]


def choices(kiosk: Kiosk) -> list:
    """The screens on which a visitor chooses something, as they come up."""
    trees = []
    for way in ("map", "timeline", "compare"):
        kiosk.tap("nav.home")
        trees.append(comparable(kiosk.tap("home." + way)))
    return trees


def leave_traces(kiosk: Kiosk):
    kiosk.wake()
    kiosk.tap("home.timeline")
    kiosk.tap("theme.law")
    kiosk.tap("nav.home")
    tree = kiosk.tap("home.compare")
    kiosk.tap(tree.find(prefix="choose.")[0].id)
    kiosk.tap("nav.home")
    kiosk.tap("home.map")
    kiosk.tap("map.germany")
    kiosk.tap("nav.search")
    kiosk.type("geheim")
    topic, page = screens.pages()[-1]
    kiosk.open_page(topic, page)
    for id in ("bar.size", "bar.theme", "bar.simple", "bar.reach"):
        kiosk.tap(id)


def test_TS_04_the_next_visitor_finds_nothing_of_the_last():
    with Kiosk() as fresh:
        attract = comparable(fresh.tree())
        fresh.wake()
        home = comparable(fresh.tree())
        fresh.tap("nav.search")
        search = comparable(fresh.tree())
        chosen = choices(fresh)
    for how in ("end", "idle"):
        with Kiosk() as kiosk:
            before = sorted(str(path) for path in kiosk.folder.rglob("*"))
            leave_traces(kiosk)
            if how == "end":
                kiosk.tap("bar.end")
            else:
                kiosk.clock(400_000)
                kiosk.clock(60_000)
            assert comparable(kiosk.tree())[:6] == attract[:6], f"after {how} the attract screen differs"
            kiosk.wake()
            assert comparable(kiosk.tree()) == home, f"after {how} the home screen differs from a fresh start"
            kiosk.tap("nav.search")
            assert comparable(kiosk.tree()) == search, f"after {how} the search differs from a fresh start"
            assert choices(kiosk) == chosen, f"after {how} the last visitor's choices are still there"
            kiosk.tap("nav.home")
            assert kiosk.key("Escape").screen == "home", f"after {how} back leads to where the last visitor was"
            after = sorted(str(path) for path in kiosk.folder.rglob("*"))
            assert after == before, f"the visit left files: {set(after) - set(before)}"
            assert "geheim" not in kiosk.said(), "the log holds what was searched for"


def test_TS_05_ending_is_always_in_reach(visits):
    with Problems("the end button") as problems:
        for visit in visits:
            if visit.tree.screen in ("attract", "fault") or visit.screen == "idle":
                continue
            ends = visit.tree.find(prefix="bar.end")
            problems.expect(bool(ends) and ends[0].seen, visit, "there is no way to end the visit")


def test_TS_05_ending_asks_nothing_as_nothing_is_lost():
    with Kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap("bar.help")
        assert kiosk.tap("bar.end").screen == "attract"
