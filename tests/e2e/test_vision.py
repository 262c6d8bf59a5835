# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: letters too small or too pale, words cut off or on top of each other, in one of the hundreds of
combinations nobody looks at."""
import itertools

import visits as screens
from checks import Problems, inside, overlap
from drive import DISTANCE_MM, PANELS, THEMES, Kiosk, Setup
from picture import contrast, from_hex

LARGE_CAP = 0.01222  # 0.7 degrees, of the distance
LEAST_CAP = 1 / 155
BODY_CAP = 1 / 120
CONTROL_CAP_MM = 4.8
ALONE = ("attract", "fault")


def pictured(visits):
    return [visit for visit in visits if visit.has_picture]


def texts_in_sight(visit):
    """Texts of which nothing is hidden."""
    for node in visit.tree.texts():
        if node.seen and node.box[2] >= 4 and node.box[3] >= 4:
            yield node


def test_VI_01_large_text_subtends_seven_tenths_of_a_degree(visits):
    with Problems("large text") as problems:
        for visit in visits:
            if visit.setup.size == 0 or visit.tree.size == 0:
                continue
            small = visit.setup.panel in ("10-landscape", "7-landscape")
            # A known shortfall: beside a keyboard on these panels "nothing found" has room for smaller letters only.
            if small and visit.screen in ("search-nothing", "search-digits"):
                continue
            for node in visit.tree.texts():
                cap, parent = node.text["cap_mm"], visit.tree.parent(node)
                # Where keys are 10 mm wide, a label of three letters cannot be 7 mm high.
                key = small and parent is not None and parent.role == "key"
                large = LARGE_CAP * DISTANCE_MM[visit.setup.panel]
                least = min(large, CONTROL_CAP_MM) if key else large
                problems.expect(cap >= least - 0.12, visit,
                                f"{without_number(node)}: capitals of {cap:.2f} mm, need {least:.2f}")


def test_VI_01_capitals_are_as_high_as_the_tree_says():
    with Kiosk(Setup(size=1)) as kiosk:
        kiosk.wake()
        kiosk.tap("nav.search")
        tree = kiosk.tap("key.digits")
        letters = next(node for node in tree.texts() if node.name == "ABC")
        _, _, _, height = kiosk.screenshot().ink(letters.box)
        said = letters.text["cap_mm"] * kiosk.px_per_mm
        # The round letters reach a little over the line, and edges are soft.
        assert abs(height - said) <= 0.06 * said + 1.5, f"capitals are {height} px high, the tree says {said:.1f}"


def test_VI_02_standard_text_is_readable_from_the_distance(visits):
    with Problems("standard text") as problems:
        for visit in visits:
            distance = DISTANCE_MM[visit.setup.panel]
            for node in visit.tree.texts():
                cap, parent = node.text["cap_mm"], visit.tree.parent(node)
                problems.expect(cap >= LEAST_CAP * distance - 0.1, visit, f"{node.id}: capitals of {cap:.2f} mm")
                if parent and parent.focusable and node.role == "text" and parent.id.startswith(("nav.", "bar.")):
                    problems.expect(cap >= CONTROL_CAP_MM - 0.1, visit, f"{node.id}: control of {cap:.2f} mm")
                if node.id == "page.summary":
                    problems.expect(cap >= BODY_CAP * distance - 0.1, visit, f"{node.id}: body of {cap:.2f} mm")


def test_VI_03_no_text_is_cut_or_sticks_out(visits):
    with Problems("clipped text") as problems:
        for visit in visits:
            for node in visit.tree.texts():
                problems.expect(not node.text["overflow"], visit,
                                f"{node.id}: a word is wider than its column: “{node.name[:60]}”")
                parent = visit.tree.parent(node)
                if parent:
                    problems.expect(inside(node.box, parent.box), visit,
                                    f"{node.id} sticks out of {parent.id}: “{node.name[:40]}”")


def test_VI_03_no_text_lies_on_another_thing(visits):
    with Problems("overlapping text") as problems:
        for visit in visits:
            nodes = [n for n in visit.tree.nodes if not n.covered and n.id not in ALONE and n.role not in
                     ("dialog", "word", "screen") and n.id != "idle" and n["visible"] > 0]
            for i, a in enumerate(nodes):
                for b in nodes[i + 1:]:
                    if not (a.text or b.text) or related(visit.tree, a, b) or on_the_map(a, b):
                        continue
                    w, h = overlap(visit.tree.shown(a), visit.tree.shown(b))
                    problems.expect(w <= 1.5 or h <= 1.5, visit, f"{a.id} and {b.id} overlap by {w:.0f} x {h:.0f} px")


def test_VI_03_the_fault_screen_can_be_read_out_whole():
    with Problems("fault screen") as problems:
        for panel, lang, size in itertools.product(PANELS, screens.LANGUAGES, (0, 2)):
            with Kiosk(Setup(panel=panel, lang=lang, size=size, pack="missing.pack")) as kiosk:
                tree = kiosk.tree()
                where = kiosk.setup.label()
                problems.expect(tree.screen == "fault", where, f"a missing pack leads to {tree.screen}")
                problems.expect("F1" in tree["fault.code"].name, where, "the code is not named")
                for i, node in enumerate(tree.texts()):
                    problems.expect(inside(node.box, (0, 0, kiosk.width, kiosk.height)), where,
                                    f"{node.id} leaves the screen")
                    problems.expect(not node.text["overflow"], where, f"{node.id} is wider than its column")
                    for other in tree.texts()[i + 1:]:
                        w, h = overlap(node.box, other.box)
                        problems.expect(w <= 1.5 or h <= 1.5, where, f"{node.id} and {other.id} overlap")


def without_number(node) -> str:
    """Labels are numbered anew on each screen; messages are easier to read without."""
    return node.id.split("/")[0]


def on_the_map(a, b) -> bool:
    """The name of a place may reach into the target of a mark, which is wider than what is seen of it; it keeps clear of
    what is seen (kiosk/ui/map_drawing.cpp, room_for)."""
    return any(name.id.startswith("map/") and mark.id.startswith(("mark.", "cluster."))
               for name, mark in ((a, b), (b, a)))


def related(tree, a, b) -> bool:
    for one, other in ((a, b), (b, a)):
        parent = tree.parent(one)
        while parent is not None:
            if parent.id == other.id:
                return True
            parent = tree.parent(parent)
    return {a.id, b.id} == {"search.field", "key.clear"}


def test_VI_04_nothing_lies_beside_the_screen(visits):
    with Problems("horizontal scrolling") as problems:
        for visit in visits:
            width, _ = visit.size_px
            for node in visit.tree.nodes:
                x, _, w, _ = node.box
                problems.expect(x >= -0.5 and x + w <= width + 0.5, visit, f"{node.id} reaches from {x:.0f} to {x + w:.0f}")


def test_VI_05_declared_colours_contrast_enough(visits):
    with Problems("declared contrast") as problems:
        for visit in visits:
            for node in visit.tree.texts():
                ratio = contrast(from_hex(node.text["colour"]), from_hex(node.text["background"]))
                problems.expect(ratio >= 4.5, visit, f"{node.id}: {ratio:.1f}:1, needs 4.5")


def test_VI_05_the_pixels_keep_what_the_colours_promise(visits):
    measured_in = set()  # a text of a screen is measured once in each theme, on whichever panel comes first
    with Problems("contrast of pixels") as problems:
        for visit in pictured(visits):
            new = [node for node in texts_in_sight(visit)
                   if (visit.setup.theme, visit.screen, node.id) not in measured_in]
            measured_in |= {(visit.setup.theme, visit.screen, node.id) for node in new}
            picture = visit.picture if new else None
            for node in new:
                promised = contrast(from_hex(node.text["colour"]), from_hex(node.text["background"]))
                measured = picture.contrast(node.box)
                problems.expect(measured >= 4.5, visit,
                                f"{node.id}: {measured:.1f}:1 measured, {promised:.1f}:1 declared: “{node.name[:30]}”")


def test_VI_06_things_to_touch_have_an_edge_that_shows(visits):
    with Problems("edges") as problems:
        for visit in pictured(visits):
            picture, reach = visit.picture, 1.2 * visit.px_per_mm
            for node in visit.tree.nodes:
                if node.role not in ("button", "toggle", "key") or not node.seen or node.id in ("attract", "idle"):
                    continue
                if node.id.startswith(("mark.", "cluster.")):
                    continue  # round, within their target; tests/ui/map_test.cpp holds them to 3:1 against the land
                x, y, w, h = node.box
                band = picture.rows((x - reach, int(y + h / 2), 2 * reach + 3, 1))[0]
                edge = max(contrast(colour, band[0]) for colour in band)
                mark = picture.contrast((x + 3, y + 3, w - 6, h - 6)) if edge < 3 else 0
                alone = node.id == "key.clear"  # a sign within the field, which has the edge
                problems.expect(edge >= 3 or (alone and mark >= 3), visit, f"{node.id}: its edge has {edge:.1f}:1")


def test_VI_07_selection_shows_without_colour():
    with Kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap("bar.language")
        tree = kiosk.tree()
        picture = kiosk.screenshot()
        chosen = [node for node in tree.find(prefix="language.") if node.role == "button" and node["state"]]
        assert len(chosen) == 1, f"{len(chosen)} languages say that they are chosen"
        others = [n for n in tree.find(prefix="language.") if n.role == "button" and not n["state"]]
        # The side where no name stands: a sign must be there, and not beside the others.
        assert any(picture.shape(free_side(kiosk, tree, chosen[0]))), "the chosen language has no sign"
        for other in others:
            assert not any(picture.shape(free_side(kiosk, tree, other))), f"{other.id} has a sign too"


def free_side(kiosk: Kiosk, tree, node):
    """The part of a button before its label, without its edge and round corners."""
    x, y, w, h = node.box
    label = next(n for n in tree.texts() if tree.parent(n) is not None and tree.parent(n).id == node.id)
    round_px = 2.5 * kiosk.px_per_mm
    return (x + round_px, y + round_px, label.box[0] - x - 2 * round_px, h - 2 * round_px)


def test_VI_07_explained_words_are_underlined(visits):
    with Problems("marked words") as problems:
        for visit in pictured(visits):
            picture = visit.picture
            for node in visit.tree.find(role="word"):
                if not node.seen or node.box[2] < 10:
                    continue
                longest = 0
                background = picture.background(node.box)
                for row in picture.rows(node.box):
                    longest = max(longest, sum(contrast(colour, background) > 1.5 for colour in row))
                problems.expect(longest >= node.box[2] * 0.9, visit, f"“{node.name}” is not underlined")


def test_VI_08_every_theme_is_one_touch_away_and_keeps_the_place():
    with Kiosk(Setup(page=screens.pages()[0][1])) as kiosk:
        kiosk.tap("page.more")
        tree = kiosk.tap("nav.down")
        seen, offset = [], tree.scroll["offset"]
        for _ in THEMES:
            tree = kiosk.tap("bar.theme")
            seen.append(tree.theme)
            assert (tree.screen, abs(tree.scroll["offset"] - offset) < 1) == ("page", True), "the place was lost"
        assert sorted(seen) == sorted(THEMES), f"the themes are {seen}"
        top = first_in_view(kiosk.tree())
        for _ in range(3):
            tree = kiosk.tap("bar.size")
        assert first_in_view(tree) == top, "after three steps of text size the page stands elsewhere"


def first_in_view(tree) -> str:
    return next(node.id for node in tree.texts() if node.get("scrolls") and node["visible"] > 0.5)


def test_VI_09_the_bar_is_the_same_on_every_screen(visits):
    bars = {}
    with Problems("accessibility bar") as problems:
        for visit in visits:
            if visit.tree.screen in ALONE or visit.screen == "idle":
                continue
            bar = [(node.id, node.box) for node in visit.tree.find(prefix="bar.") if "/" not in node.id]
            first = bars.setdefault((visit.setup.label(), visit.tree.lang), bar)
            problems.expect(len(bar) >= 7, visit, "there is no accessibility bar")
            problems.expect(bar == first, visit, "the bar is another one")
        for id in ("size", "theme", "simple", "language", "reach", "help", "about"):
            for bar in bars.values():
                problems.expect("bar." + id in dict(bar), "all", f"the bar has no {id}")


def test_VI_10_lines_are_short_and_airy(visits):
    with Problems("lines of body text") as problems:
        for visit in visits:
            simple = visit.tree.lang == "de-simple"
            for node in visit.tree.texts():
                lines = node.text["line_texts"]
                body = node.role == "text" and not visit.tree.parent(node) and len(lines) > 2
                if not body:
                    continue
                average = sum(map(len, lines[:-1])) / (len(lines) - 1)
                problems.expect(average <= 70, visit, f"{node.id}: {average:.0f} characters a line on average")
                problems.expect(node.text["max_chars"] <= 80, visit,
                                f"{node.id}: a line of {node.text['max_chars']} characters")
                body_size = node.id.startswith(("page.summary", "block", "help.", "about."))
                if body_size and not node.id.endswith((".title", "title")):
                    least = 1.5 if simple else 1.4
                    problems.expect(node.text["line_height"] >= least, visit,
                                    f"{node.id}: line height {node.text['line_height']:.2f}, needs {least}")
