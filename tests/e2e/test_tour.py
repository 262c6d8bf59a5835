# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: a talk in front of people that loses its place, its time or its picture, or shows the room what is
not for it. The tour of tests/e2e/content has one step of each kind; two displays are a second window nobody sees."""
from checks import Problems
from drive import PANELS, Kiosk, Setup, Tree

TOUR = "pruefrundgang"
STEPS = 6
WALL = (1920, 1080)
#: 0.7 degrees from five metres, with half a pixel of rounding.
LEAST_CAP_MM = 5000 * 0.01222 - 0.6


def begin(kiosk: Kiosk, wall: bool = False) -> Tree:
    kiosk.wake()
    if wall:
        kiosk.plug(*WALL)
    kiosk.tap("home.tours")
    return kiosk.tap("tour." + TOUR)


def step_of(tree: Tree) -> str:
    return tree["room.step"].name


def shown(kiosk: Kiosk) -> tuple:
    """What of the room's view tells one part from another."""
    tree = kiosk.wall()
    return tuple((node.id, node.name) for node in tree.nodes)


def is_black(picture) -> bool:
    return len(picture.colours((0, 0, picture.width, picture.height))) == 1 and picture.pixel(5, 5) == 0xFF000000


def test_PR_01_a_clicker_leads_through_a_tour_on_two_displays():
    with Kiosk() as kiosk, Problems("a talk") as problems:
        tree = begin(kiosk, wall=True)
        for id in ("presenter.title", "presenter.time_step", "presenter.time_all", "presenter.next", "block0"):
            problems.expect(id in tree, "the presenter's view", f"lacks {id}")
        assert tree.find(name="Begrüßen Sie die Runde. Sagen Sie, dass alles Text ist."), "the notes are not there"
        seen, pictures, steps = set(), set(), []
        for _ in range(60):
            wall = kiosk.wall()
            seen.add(shown(kiosk))
            picture = kiosk.wall_picture()
            colours = picture.colours((0, 0, picture.width, picture.height))
            problems.expect(len(colours) > 3, step_of(wall), "the wall is empty")
            pictures.add(picture.rgba)
            steps.append(step_of(wall))
            for node in wall.texts():
                problems.expect(node.text["cap_mm"] >= LEAST_CAP_MM, f"{step_of(wall)} {node}",
                                f"letters of {node.text['cap_mm']:.1f} mm")
                problems.expect(not node.focusable, node, "can be operated on the wall")
            before = shown(kiosk)
            kiosk.key("PageDown")
            if shown(kiosk) == before:
                break
        assert len(dict.fromkeys(steps)) == STEPS, f"the steps were {list(dict.fromkeys(steps))}"
        assert len(seen) == len(steps) == len(pictures), "two parts look the same"
        for _ in range(len(steps)):
            kiosk.key("PageUp")
        assert step_of(kiosk.wall()) == steps[0], "the way back ends elsewhere"


def test_PR_02_every_key_of_a_clicker_does_what_it_says():
    with Kiosk() as kiosk:
        begin(kiosk, wall=True)
        first = step_of(kiosk.wall())
        for on, back in (("PageDown", "PageUp"), ("Right", "Left"), ("Down", "Up"), ("N", "P"), ("Space", "PageUp")):
            before = shown(kiosk)
            kiosk.key(on)
            assert shown(kiosk) != before, f"{on} changes nothing"
            kiosk.key(back)
            assert shown(kiosk) == before, f"{back} does not lead back"
        for key in ("B", "."):
            kiosk.key(key)
            assert is_black(kiosk.wall_picture()), f"{key} does not make the wall dark"
            assert "presenter.dark" in kiosk.tree(), "the presenter is not told that the wall is dark"
            kiosk.key("PageDown")
            assert step_of(kiosk.wall()) == first and not is_black(kiosk.wall_picture())
        tree = kiosk.key("4")
        assert "4" in tree["tour.number"].name
        kiosk.key("Return")
        assert kiosk.tree()["presenter.title"].name == "Zehn Jahre Umbau"
        kiosk.key("2")
        kiosk.clock(1600)
        assert "room.map" in kiosk.wall(), "the number alone did not lead to its step"
        kiosk.key("9")
        assert "room.map" in kiosk.clock(1600) or "room.map" in kiosk.wall(), "a step that is not there was jumped to"
        tree = kiosk.key("O")
        assert f"step{STEPS}" in tree and tree["step2"]["state"], "the overview does not say where we are"
        kiosk.key("Escape")
        assert "step1" not in kiosk.tree()
        assert "tour.pause" in kiosk.key("F5")
        assert "tour.play" in kiosk.key("Escape")


def test_PR_03_a_page_for_a_question_and_back_to_the_same_place():
    with Kiosk() as kiosk:
        begin(kiosk, wall=True)
        kiosk.key("4")
        kiosk.key("Return")
        kiosk.key("PageDown")
        before, presenter = shown(kiosk), kiosk.tree()["presenter.place"].name
        kiosk.tap("tour.question")
        assert shown(kiosk) == before, "the wall changed while the presenter searches"
        kiosk.type("dortmund")
        tree = kiosk.tree()
        kiosk.tap(next(node.id for node in tree.nodes if node.id.startswith("hit") and node.focusable))
        assert "Dortmund" in kiosk.wall()["room.title"].name, "the room does not see the page"
        kiosk.tap("nav.home")
        tree = kiosk.tap("nav.tour")
        assert tree.screen == "tour" and shown(kiosk) == before
        assert tree["presenter.place"].name == presenter


def test_PR_04_a_projector_that_is_pulled_and_plugged_loses_nothing():
    with Kiosk() as kiosk:
        begin(kiosk, wall=True)
        kiosk.clock(70_000)
        kiosk.key("3")
        kiosk.key("Return")
        before, time = shown(kiosk), kiosk.tree()["presenter.time_all"].name
        tree = kiosk.plug(0, 0)
        assert "presenter.title" not in tree and "3" in step_of(tree), "the panel does not show the step alone"
        picture = kiosk.screenshot()
        assert len(picture.colours((0, 0, picture.width, picture.height))) > 3
        kiosk.plug(1024, 768)
        assert "3" in step_of(kiosk.wall())
        kiosk.plug(*WALL)
        assert shown(kiosk) == before and kiosk.tree()["presenter.time_all"].name == time
        for _ in range(20):
            kiosk.plug(0, 0)
            kiosk.plug(*WALL)
        assert shown(kiosk) == before


def test_PR_05_a_tour_plays_by_itself_and_can_be_held():
    with Kiosk() as kiosk:
        tree = begin(kiosk)
        first = step_of(tree)
        tree = kiosk.tap("tour.controls")
        kiosk.tap("tour.play")
        seen = []
        for _ in range(400):
            tree = kiosk.clock(4_000)
            assert "idle" not in tree and tree.screen == "tour", "a tour that plays was given up"
            assert "tour.pause" in tree, "there is no way to hold it"
            seen.append(step_of(tree))
        assert len(set(seen)) == STEPS, f"it showed {sorted(set(seen))}"
        assert any(a != first and b == first for a, b in zip(seen, seen[1:])), "it does not begin again"
        tree = kiosk.tap("tour.pause")
        held = step_of(tree)
        assert step_of(kiosk.clock(600_000)) == held
        assert "tour.pause" not in kiosk.tree()


def test_PR_06_taps_alone_are_enough_on_one_display():
    for panel in PANELS:
        with Kiosk(Setup(panel=panel)) as kiosk:
            tree = begin(kiosk)
            first = step_of(tree)
            for _ in range(40):
                if step_of(tree) != first:
                    break
                tree = kiosk.tap("tour.next")
            assert step_of(tree) != first, f"{panel}: the edge does not lead on"
            tree = kiosk.tap("tour.back")
            assert step_of(tree) == first
            kiosk.tap("tour.controls")
            kiosk.tap("tour.overview")
            tree = kiosk.tap("step2")
            assert "room.map" in tree, f"{panel}: the overview does not lead to its steps"
            kiosk.tap("tour.controls")
            tree = kiosk.tap("tour.notes")
            assert tree.find(name="München liegt im Süden."), f"{panel}: no notes"
            tree = kiosk.tap("tour.show")
            assert "room.map" in tree
            kiosk.tap("tour.controls")
            kiosk.tap("tour.blank")
            assert is_black(kiosk.screenshot())
            assert "room.map" in kiosk.tap(x=5, y=5)
            kiosk.tap("tour.controls")
            kiosk.tap("tour.language")
            tree = kiosk.tap("language.en")
            assert "room.map" in tree and tree.lang == "en"
            assert kiosk.tap("tour.end").screen == "tours"


def test_PR_07_keys_alone_are_enough_on_one_display():
    with Kiosk() as kiosk:
        tree = begin(kiosk)
        first = step_of(tree)
        for id in ("tour.next", "tour.controls", "tour.back"):
            assert id in tree.focus_order()
        while tree.focus != "tour.controls":
            tree = kiosk.key("Tab")
        tree = kiosk.key("Return")
        assert "tour.end" in tree.focus_order()
        for _ in range(40):
            tree = kiosk.key("Right")
            if step_of(tree) != first:
                break
        assert step_of(tree) != first
        for _ in range(30):
            if kiosk.key("Escape").screen != "tour":
                break
        assert kiosk.tree().screen == "tours"


def test_PR_08_outside_of_a_tour_the_wall_stands_still():
    with Kiosk() as kiosk:
        kiosk.plug(*WALL)
        before = kiosk.wall_picture().rgba
        assert kiosk.wall()["wall.title"].name
        kiosk.clock(35_000)
        kiosk.wake()
        kiosk.tap("bar.help")
        assert kiosk.wall_picture().rgba == before
        kiosk.tap("nav.home")
        kiosk.tap("home.tours")
        kiosk.tap("tour." + TOUR)
        assert "wall.title" not in kiosk.wall()
        kiosk.tap("bar.end")
        assert "wall.title" in kiosk.wall(), "the next visitor sees the last talk"


def test_PR_09_a_tour_in_other_languages_and_colours():
    for lang in ("en", "ar", "de-simple"):
        for theme in ("dark_contrast", "yellow_black"):
            with Kiosk(Setup(lang=lang, theme=theme, size=2)) as kiosk, Problems(f"{lang} {theme}") as problems:
                begin(kiosk, wall=True)
                for step in range(1, STEPS + 1):
                    kiosk.key(str(step))
                    kiosk.key("Return")
                    wall = kiosk.wall()
                    for node in wall.texts():
                        problems.expect(not node.text["overflow"] and not node.text["missing"], node, "is cut or has no letters")
                    picture = kiosk.wall_picture()
                    title = wall["room.title"]
                    problems.expect(picture.contrast(title.box) >= 7, title, "too little contrast")
