# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: somebody who cannot touch or see the screen is lost on it. Keys alone must reach everything."""
import visits as screens
from checks import Problems, overlap, settings_with
from drive import THEMES, Kiosk, Setup
from picture import contrast

OPERABLE = ("button", "toggle", "key")


def test_FO_01_focus_visits_everything_once_in_reading_order(visits):
    with Problems("focus order") as problems:
        for visit in visits:
            focusable = [node for node in visit.tree.nodes if node.focusable]
            order = sorted(focusable, key=lambda node: node["focus_index"])
            problems.expect([n["focus_index"] for n in order] == list(range(len(order))), visit,
                            "the places in the order are not 0, 1, 2, …")
            reading = [node["read_index"] for node in order]
            problems.expect(reading == sorted(set(reading)), visit, "the order is not that of reading")
            for node in visit.tree.nodes:
                if node.role in OPERABLE and not node.covered:
                    problems.expect(node.focusable, visit, f"{node.id} can be touched but not focused")


def test_FO_01_tab_walks_the_whole_order_and_wraps():
    with Kiosk() as kiosk, Problems("walk by Tab") as problems:
        for screen, tree in screens.walk(kiosk):
            if screen.startswith(("page-", "topic-")) or screen in ("attract", "idle"):
                continue
            order = tree.focus_order()
            walked = [kiosk.key("Tab").focus for _ in range(len(order) + 1)]
            start = order.index(walked[0]) if walked[0] in order else 0
            expected = [order[(start + i) % len(order)] for i in range(len(order) + 1)]
            problems.expect(walked == expected, screen, "Tab does not walk the order and begin again")
            problems.expect(kiosk.key("Shift+Tab").focus == expected[-2], screen, "Shift+Tab does not go back")


def leave_by_keys(kiosk: Kiosk, tree):
    """Where back asks whether answers may be lost: yes."""
    while tree.focus != "confirm.leave":
        tree = kiosk.key("Tab")
    return kiosk.key("Return")


def test_FO_02_back_leaves_every_place():
    with Kiosk() as kiosk, Problems("leaving by the back key") as problems:
        for screen, tree in screens.walk(kiosk):
            if screen in ("attract", "home", "idle") or screen.startswith(("page-", "topic-")):
                continue
            for _ in range(110):
                if tree.screen == "home":
                    break
                tree = leave_by_keys(kiosk, tree) if tree.overlay == "confirm" else kiosk.key("Escape")
            problems.expect(tree.screen == "home", screen, f"back does not lead home but to {tree.screen}")
            # The walk goes on from where it stood.
            if screen.startswith("more-"):
                topic = dict((page, topic) for topic, page in screens.pages())[screen[5:]]
                kiosk.open_page(topic, screen[5:])
                kiosk.tap("page.more")
            elif screen == "term":
                kiosk.open_page("verstehen", "was-ist-open-source")
                tree = kiosk.tap("page.more")
                kiosk.tap(next(node.id for node in tree.find(prefix="term.") if node.focusable))
            elif screen == "take":
                kiosk.open_page("verstehen", "was-ist-open-source")
                kiosk.tap("page.take")
            elif screen in ("compare-empty", "guides"):
                kiosk.tap("home." + screen.removesuffix("-empty"))
            elif screen == "guide-question":
                guides = kiosk.tap("home.guides")
                kiosk.tap(next(node.id for node in guides.find(prefix="guide.") if node.focusable))
            elif screen in screens.LEARNING:
                screens.learn_again(kiosk, screen)
            elif screen in ("about", "languages"):
                kiosk.tap("bar." + screen.removesuffix("s"))
            elif screen.startswith("search-"):
                kiosk.tap("nav.search")
                kiosk.type({"search-hits": "stadt", "search-nothing": "stadtqq"}.get(screen, ""))


def ring_widths(kiosk: Kiosk, node, with_ring, without_ring) -> list[tuple[float, int]]:
    """Thickness in mm and colour of each band that appears on the way out of the node's left edge."""
    y, bands = node.box[1] + node.box[3] / 2, []
    x = int(node.box[0]) + 2
    while x > max(0, node.box[0] - 5 * kiosk.px_per_mm):
        x -= 1
        colour = with_ring.pixel(x, y)
        if colour == without_ring.pixel(x, y):
            continue
        if bands and bands[-1][1] == colour:
            bands[-1][0] += 1 / kiosk.px_per_mm
        else:
            bands.append([1 / kiosk.px_per_mm, colour])
    return [tuple(band) for band in bands]


def test_FO_03_the_focus_ring_is_thick_and_stands_out():
    with Problems("focus ring") as problems:
        for theme in THEMES:
            with Kiosk(Setup(theme=theme)) as kiosk:
                kiosk.wake()
                kiosk.tap("bar.help")
                tree = kiosk.key("Tab")
                for _ in range(6):
                    node = tree[tree.focus]
                    focused = kiosk.screenshot(kiosk.folder / "focused.png")
                    tree = kiosk.key("Tab")
                    plain = kiosk.screenshot(kiosk.folder / "plain.png")
                    bands = ring_widths(kiosk, node, focused, plain)
                    outside = plain.pixel(max(0, node.box[0] - 4 * kiosk.px_per_mm), node.box[1] + node.box[3] / 2)
                    inside = plain.pixel(node.box[0] + 1.5 * kiosk.px_per_mm, node.box[1] + node.box[3] / 2)
                    good = [c for mm, c in bands if mm >= 0.98 and contrast(c, outside) >= 3]
                    problems.expect(bool(good), f"{theme} {node.id}",
                                    "no band of 1 mm with 3:1 against what is around it")
                    neighbours = [c for _, c in bands] + [inside]
                    problems.expect(any(contrast(g, n) >= 3 for g in good for n in neighbours), f"{theme} {node.id}",
                                    "the ring does not stand out from what it surrounds")


def test_FO_04_what_has_the_focus_is_seen_as_a_whole():
    for setup in (Setup(), Setup(panel="21-upright", size=2), Setup(panel="7-landscape", size=1)):
        with Kiosk(setup) as kiosk, Problems("focus in view") as problems:
            kiosk.wake()
            for id in ("", "bar.about", "bar.help"):
                if id:
                    kiosk.tap(id)
                walk_in_view(kiosk, problems)
            topic, page = screens.pages()[0]
            kiosk.open_page(topic, page)
            kiosk.tap("page.more")
            walk_in_view(kiosk, problems)


def walk_in_view(kiosk: Kiosk, problems: Problems):
    first = kiosk.key("Tab")
    bars = [n for n in first.nodes if n.id.startswith(("nav.", "bar.")) and n.focusable]
    tree = first
    for _ in range(len(first.focus_order())):
        node = tree[tree.focus]
        room = tree.scroll["viewport"][3] if tree.scroll and node.get("scrolls") else kiosk.height
        whole = node["visible"] >= 0.999 or node.box[3] >= room
        problems.expect(whole, f"{kiosk.setup.label()} {tree.screen}", f"{node.id} has the focus, half hidden")
        for bar in bars:
            if bar.id != node.id:
                w, h = overlap(tree.shown(node), bar.box)
                problems.expect(w <= 1 or h <= 1, f"{kiosk.setup.label()} {tree.screen}",
                                f"{node.id} has the focus under {bar.id}")
        tree = kiosk.key("Tab")


def test_FO_05_focus_and_typing_alone_never_change_the_screen():
    with Kiosk() as kiosk, Problems("focus moves") as problems:
        for screen, tree in screens.walk(kiosk):
            if screen in ("attract", "idle"):
                continue
            for _ in range(min(25, len(tree.focus_order()))):
                after = kiosk.key("Tab")
                problems.expect((after.screen, after.page, after.lang, after.theme, after.size) ==
                                (tree.screen, tree.page, tree.lang, tree.theme, tree.size), screen,
                                f"moving the focus to {after.focus} changed the screen")


def test_FO_06_toggles_tell_their_state_in_words_and_shape(visits):
    with Problems("state of toggles") as problems:
        for visit in visits:
            for node in visit.tree.find(role="toggle"):
                problems.expect(bool(node["state"]), visit, f"{node.id} does not say whether it is on")
                problems.expect(node["state"] in node["say"] or node["state"] in node["value"], visit,
                                f"{node.id} is not spoken with its state")
    with Kiosk() as kiosk:
        kiosk.wake()
        for id in ("bar.reach",):
            off = kiosk.tree()[id]
            shape_off = kiosk.screenshot().shape(off.box)
            on = kiosk.tap(id)[id]
            shape_on = kiosk.screenshot().shape(on.box)
            assert off["state"] != on["state"], f"{id}: the state says “{on['state']}” whether on or off"
            changed = sum(a != b for a, b in zip(shape_off, shape_on)) / len(shape_off)
            assert changed > 0.002, f"{id}: on and off differ in colour only"


def test_FO_07_a_held_or_doubled_key_acts_once():
    with Kiosk() as kiosk:
        kiosk.wake()
        order = kiosk.key("Tab")
        here = order.focus_order().index(order.focus)
        after = kiosk.key("Tab", hold_ms=3000)
        assert after.focus == order.focus_order()[here + 1], f"a key held for 3 s moved the focus to {after.focus}"
    with Kiosk(Setup(settings=settings_with("[keys]\ndouble_press_ms = 500\n"))) as kiosk:
        kiosk.wake()
        order = kiosk.key("Tab")
        kiosk.clock(1000)
        here = order.focus_order().index(order.focus)
        kiosk.key("Tab")
        kiosk.clock(300)
        assert kiosk.key("Tab").focus == order.focus_order()[here + 1], "a second press after 0.3 s counted"
        kiosk.clock(600)
        assert kiosk.key("Tab").focus == order.focus_order()[here + 2], "a press after 0.6 s did not count"


def open_by_keys(kiosk: Kiosk, id: str, following: str, select: str):
    """Moves the focus to `id` and presses it."""
    for _ in range(len(kiosk.tree().focus_order()) + 1):
        if kiosk.key(following).focus == id:
            return kiosk.key(select)
    raise AssertionError(f"the keys do not reach {id}")


def reach_all_by_keys(kiosk: Kiosk, shown: list[tuple[str, str]], following: str, select: str, home: str):
    kiosk.key(select)
    assert kiosk.tree().screen == "home", f"{select} does not wake the kiosk"
    for topic, page in shown:
        kiosk.key(home)
        open_by_keys(kiosk, "topic." + topic, following, select)
        tree = open_by_keys(kiosk, "card." + page, following, select)
        assert (tree.screen, tree.page) == ("page", page), f"the keys opened {tree.screen} {tree.page}, not {page}"
        tree = open_by_keys(kiosk, "page.more", following, select)
        assert len(tree.texts()) > 3, f"{page}: “more” shows nothing"
    for id, screen in (("bar.about", "about"), ("bar.help", "help"), ("nav.search", "search")):
        assert open_by_keys(kiosk, id, following, select).screen == screen, f"the keys do not open {screen}"
    for letter in "bo":
        open_by_keys(kiosk, "key." + letter, following, select)
    assert kiosk.tree()["search.field"]["value"] == "bo", "the keys do not write on the kiosk's keyboard"


def test_FO_08_every_page_is_reached_by_keys_alone():
    with Kiosk() as kiosk:
        reach_all_by_keys(kiosk, screens.reached_pages(), "Tab", "Return", "Home")


def test_FO_08_another_keypad_is_a_matter_of_settings():
    keys = ('[keys]\nnext = ["F13"]\nprevious = ["F14"]\nselect = ["F15"]\nback = ["F16"]\nhome = ["F17"]\n'
            'help = ["F18"]\n')
    with Kiosk(Setup(settings=settings_with(keys))) as kiosk:
        reach_all_by_keys(kiosk, screens.some_pages(), "F13", "F15", "F17")
        assert kiosk.key("F18").screen == "help"
        before = kiosk.key("F13").focus
        assert kiosk.key("Tab").focus == before, "a key that is not in the settings still acts"
