# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: somebody who learns alone loses answers, is told "wrong" without a word why, or leaves them behind for
the next one."""
from checks import Problems
from drive import PANELS, Kiosk, Setup, Tree

COURSE = "pruefkurs"
#: Of its first section: question -> the right option, from 0.
RIGHT = {"pruef-1": 1, "pruef-2": 0, "pruef-5": None}


def open_section(kiosk: Kiosk) -> Tree:
    """From anywhere to the questions of the course's first section."""
    kiosk.tap("nav.home")
    kiosk.tap("home.learn")
    kiosk.tap("course." + COURSE)
    return kiosk.tap("section1.questions")


def in_quiz(kiosk: Kiosk) -> Tree:
    kiosk.wake()
    return open_section(kiosk)


def test_TS_06_answers_are_looked_at_and_changed_before_they_are_handed_in():
    with Kiosk() as kiosk:
        tree = in_quiz(kiosk)
        assert tree["quiz.progress"].name == "Frage 1 von 3"
        tree = kiosk.tap("option0")
        assert tree["option0"]["state"] == "ausgewählt" and tree["option1"]["state"] == ""
        kiosk.tap("quiz.next")
        tree = kiosk.tap("quiz.next")  # skipped
        assert tree["quiz.progress"].name == "Frage 3 von 3"
        kiosk.tap("option1")
        tree = kiosk.tap("quiz.next")
        assert tree["review0.answer"].name == "Ja" and tree["review1.answer"].name == "noch keine Antwort"
        tree = kiosk.tap("review0.change")
        assert tree["quiz.progress"].name == "Frage 1 von 3"
        kiosk.tap("option1")
        kiosk.tap("quiz.next")
        kiosk.tap("option0")
        kiosk.tap("quiz.next")
        tree = kiosk.tap("quiz.next")
        assert tree["review0.answer"].name == "Nein"
        tree = kiosk.tap("quiz.hand_in")
        assert "quiz.score" in tree and tree["result0.verdict"].name == tree["result1.verdict"].name == "Richtig"


def test_SP_14_a_missing_answer_is_named_with_its_reason():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        kiosk.tap("option0")
        for _ in range(3):
            kiosk.tap("quiz.next")
        tree = kiosk.tap("quiz.hand_in")
        assert "quiz.score" not in tree, "handed in although answers are missing"
        assert tree["quiz.error"].role == "status"
        said = tree["quiz.error1"]["say"]
        assert "Frage 2 hat noch keine Antwort" in said and "am schwersten zu setzen" in said, said
        assert "quiz.error0" not in tree, "a question that has an answer is called missing"
        tree = kiosk.tap("quiz.hand_in")
        assert tree["result1.verdict"].name == "Nicht beantwortet"


def test_VI_07_right_and_wrong_are_words_and_lead_to_the_page():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        for _ in range(3):
            kiosk.tap("option0")
            kiosk.tap("quiz.next")
        tree = kiosk.tap("quiz.hand_in")
        assert (tree["result0.verdict"].name, tree["result1.verdict"].name) == ("Nicht richtig", "Richtig")
        assert tree["result0.yours"].name == "Ihre Antwort: Ja" and tree["result0.right"].name == "Richtig ist: Nein"
        assert "Freiheit" in tree["result0.why"].name and "result0.sources" in tree
        before = [node.name for node in tree.nodes]
        tree = kiosk.tap("result0.page.was-ist-open-source")
        assert tree.screen == "page" and tree.page == "was-ist-open-source"
        tree = kiosk.tap("nav.back")
        assert tree.screen == "quiz" and [node.name for node in tree.nodes] == before, "the result is not found again"


def test_SP_15_a_score_is_marked_private():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        for _ in range(3):
            kiosk.tap("option0")
            kiosk.tap("quiz.next")
        tree = kiosk.tap("quiz.hand_in")
        private = {node.id for node in tree.nodes if node["private"]}
        assert {"quiz.score", "result0.verdict", "result0.yours"} <= private, private
        assert "result0.why" not in private


def test_TS_05_leaving_asks_only_where_answers_would_be_lost():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        assert kiosk.tap("nav.home").screen == "home", "asked although nothing was answered"
        for leave, to in (("nav.home", "home"), ("nav.back", "course"), ("bar.end", "attract")):
            open_section(kiosk)
            kiosk.tap("option0")
            tree = kiosk.tap(leave)
            assert tree.overlay == "confirm" and tree.screen == "quiz", f"{leave} does not ask"
            assert tree.focus_order()[0] == "dialog.close", "staying is not what comes first"
            tree = kiosk.tap("dialog.close")
            assert tree["option0"]["state"] == "ausgewählt", f"{leave} and staying lost the answer"
            kiosk.tap(leave)
            tree = kiosk.tap("confirm.leave")
            assert tree.screen == to, f"{leave} leads to {tree.screen}"
            if to == "attract":
                kiosk.wake()
        open_section(kiosk)
        kiosk.tap("option0")
        kiosk.tap("bar.help")
        assert kiosk.tap("nav.back")["option0"]["state"] == "ausgewählt", "a look at the help cost the answer"


def test_TS_05_by_keys_a_quiz_can_be_left_as_well():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        kiosk.tap("option0")
        tree = kiosk.key("Escape")
        assert tree.overlay == "confirm"
        while tree.focus != "confirm.leave":
            tree = kiosk.key("Tab")
        assert kiosk.key("Return").screen == "course"


def test_TS_04_the_next_visitor_finds_no_answer_of_the_last():
    for how in ("end", "idle"):
        with Kiosk() as kiosk:
            first = in_quiz(kiosk).names()
            kiosk.tap("option0")
            kiosk.tap("quiz.next")
            if how == "end":
                kiosk.tap("bar.end")
                kiosk.tap("confirm.leave")
            else:
                kiosk.clock(400_000)
                kiosk.clock(60_000)
            assert kiosk.tree().screen == "attract"
            assert in_quiz(kiosk).names() == first, f"after {how} the quiz is not as at the first time"


def test_VI_08_a_language_change_keeps_question_and_answer():
    with Kiosk() as kiosk:
        in_quiz(kiosk)
        kiosk.tap("option1")
        kiosk.tap("bar.language")
        tree = kiosk.tap("language.en")
        assert tree["option1"].name == "No" and tree["option1"]["state"], tree["option1"]
        kiosk.tap("nav.home")
        kiosk.tap("confirm.leave")
        kiosk.tap("home.learn")
        tree = kiosk.tap("learn.quick")
        asked = tree["quiz.question"].name
        kiosk.tap("option0")
        kiosk.tap("bar.language")
        kiosk.tap("language.de")
        kiosk.tap("bar.language")
        tree = kiosk.tap("language.en")
        assert tree["quiz.question"].name == asked and tree["option0"]["state"]


def test_LS_05_the_quick_quiz_asks_five_questions_and_others_the_next_time():
    with Kiosk() as kiosk:
        kiosk.wake()
        kiosk.tap("home.learn")
        tree = kiosk.tap("learn.quick")
        asked = []
        for round in range(2):
            questions = []
            for _ in range(5):
                questions.append(tree["quiz.question"].name)
                kiosk.tap("option0")
                tree = kiosk.tap("quiz.next")
            tree = kiosk.tap("quiz.hand_in")
            assert "quiz.score" in tree
            asked.append(questions)
            kiosk.clock(1_237)
            tree = kiosk.tap("quiz.again") if round == 0 else tree
        assert len(set(asked[0])) == 5 and asked[0] != asked[1], asked
        assert kiosk.tap("quiz.leave").screen == "learn"


def test_VI_03_every_view_of_a_quiz_fits_every_panel():
    """Overlaps and cut words are looked for in what the crawl kept; here each view is reached by taps on each panel."""
    with Problems("a quiz on every panel") as problems:
        for panel in PANELS:
            for lang, size in (("de", 2), ("de-simple", 1), ("ar", 0)):
                with Kiosk(Setup(panel=panel, lang=lang, size=size)) as kiosk:
                    tree = in_quiz(kiosk)
                    for _ in range(3):
                        kiosk.tap("option0")
                        tree = kiosk.tap("quiz.next")
                    problems.expect("quiz.hand_in" in tree, f"{panel} {lang}", "no way to hand in")
                    tree = kiosk.tap("quiz.hand_in")
                    problems.expect("quiz.score" in tree, f"{panel} {lang}", "no result")
