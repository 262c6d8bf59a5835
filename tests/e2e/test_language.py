# SPDX-License-Identifier: EUPL-1.2
"""The risk covered: Leichte Sprache that is none, words broken where no printer would, a script that falls apart, a
visitor who cannot find the way back to a language they read."""
import collections
import re
import unicodedata

import visits as screens
from checks import Problems, inside, settings_with
from drive import Kiosk, Setup
from picture import from_hex, luminance

SIMPLE = "de-simple"
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ])")
#: Not the end of a sentence.
ABBREVIATIONS = re.compile(r"\b(z\. ?B|e\. ?V|Nr|Dr|St|ca|bzw|Mio|Mrd|\d+)\.")
EMPTY_LABELS = {"hier", "mehr", "weiter", "klicken sie hier", "here", "more", "click here", "ok", "link"}
UNITS = ("%", "€", "Euro", "Mio.", "Mrd.", "km", "Uhr", "Prozent")


def rows(sql: str, *values) -> list[tuple]:
    return screens.pack().execute(sql, values).fetchall()


def written_texts(visit):
    """Texts somebody wrote in Leichte Sprache, not the names, dates and labels around them."""
    for node in visit.tree.texts():
        if node["lang"] == SIMPLE and node.id.startswith(("block", "page.summary", "help.", "topic.summary", "term.")):
            yield node


def test_LS_01_easy_german_is_set_as_easy_german(visits):
    with Problems("setting of Leichte Sprache") as problems:
        for visit in visits:
            if visit.tree.lang != SIMPLE:
                continue
            for node in visit.tree.texts():
                if node["lang"] != SIMPLE:
                    continue
                problems.expect(node.text["hyphens"] == 0, visit, f"{node.id} is hyphenated")
            for node in written_texts(visit):
                for line in node.name.split("\n"):
                    rest = ABBREVIATIONS.sub("", line)
                    problems.expect(not SENTENCE_END.search(rest), visit,
                                    f"{node.id}: two sentences on a line: “{line[:60]}”")


def test_LS_01_easy_german_is_larger_on_a_light_ground():
    def body(lang: str):
        with Kiosk(Setup(lang=lang)) as kiosk:
            kiosk.wake()
            tree = kiosk.open_page("verstehen", "was-ist-open-source")
            return tree["page.summary"].text
    usual, simple = body("de"), body(SIMPLE)
    assert simple["em_px"] >= 1.2 * usual["em_px"] - 0.5, f"{simple['em_px']} px against {usual['em_px']}"
    assert luminance(from_hex(simple["background"])) > 0.75, "Leichte Sprache does not begin on a light ground"


def test_LS_03_sentences_are_short_and_the_review_is_told(visits):
    long = []
    for page, text in rows("SELECT page, text FROM block WHERE language = ? AND kind IN "
                           "('paragraph', 'item', 'quote', 'key_point')", SIMPLE):
        plain = re.sub(r"[\u0000-\u001f*_`]|\[\S*\]", " ", text.replace("\u00ad", ""))
        for sentence in re.split(r"[.!?]\s|\n", ABBREVIATIONS.sub("", plain)):
            if len(sentence.split()) > 12:
                long.append(f"{page}: {sentence.strip()[:70]}")
    total = len(rows("SELECT 1 FROM page_text WHERE language = ?", SIMPLE))
    assert total >= 4, f"only {total} pages are there in Leichte Sprache"
    for line in long:
        print("warning: more than twelve words:", line)
    with Problems("review of Leichte Sprache") as problems:
        for visit in visits:
            if visit.screen.startswith("page-") and visit.tree.lang == SIMPLE:
                translated = rows("SELECT checked_by FROM page_text WHERE page = ? AND language = ?",
                                  visit.screen[5:], SIMPLE)
                if translated:
                    problems.expect("page.checked" in visit.tree, visit, "it does not say whether the text was checked")


def test_LS_04_every_figure_has_an_alternative():
    with Problems("alternative texts") as problems:
        for page, lang, media, alt, long_text, decorative in rows(
                "SELECT page, language, media, alt, long_text, decorative FROM figure"):
            where = f"{page} {lang} {media}"
            problems.expect(bool(alt) or decorative == 1, where, "no alternative text")
            problems.expect(len(alt) <= 250, where, "an alternative text of more than 250 characters")


def test_LS_05_headings_and_labels_say_what_they_lead_to(visits):
    with Problems("headings and labels") as problems:
        for visit in visits:
            headings = [node.name for node in visit.tree.nodes if node.role == "heading" and not node.covered]
            for name, count in collections.Counter(headings).items():
                problems.expect(count == 1 or name.startswith("banner"), visit, f"heading “{name}” stands {count} times")
            labels = collections.defaultdict(set)
            for node in visit.tree.nodes:
                if node.focusable:
                    problems.expect(bool(node.name.strip()) and node.name.strip().lower() not in EMPTY_LABELS, visit,
                                    f"{node.id} is called “{node.name}”")
                    labels[node.name].add(node.id.split(".", 1)[-1])
            for name, leads in labels.items():
                leads -= {"simple"} if "de-simple" in leads else set()  # two ways to the same Leichte Sprache
                problems.expect(len(leads) == 1, visit, f"“{name}” is the name of {', '.join(sorted(leads))}")


def test_LS_06_summaries_are_short_and_reading_time_is_told(visits):
    with Problems("summaries and reading time") as problems:
        for page, lang, summary, minutes in rows("SELECT page, language, summary, minutes FROM page_text"):
            problems.expect(len(summary.split()) <= 80, f"{page} {lang}", f"{len(summary.split())} words before “more”")
            problems.expect(minutes >= 1, f"{page} {lang}", "no reading time")
        for visit in visits:
            if visit.screen.startswith("page-"):
                problems.expect(any(digit in visit.tree["page.meta"].name for digit in "0123456789٠١٢٣٤٥٦٧٨٩") or
                                "inute" in visit.tree["page.meta"].name, visit, "the page does not tell its reading time")


def test_TX_01_every_character_has_a_glyph(visits):
    with Problems("characters") as problems:
        for visit in visits:
            for node in visit.tree.texts():
                problems.expect(node.text["missing"] == 0, visit, f"{node.id}: no glyph for a part of “{node.name[:60]}”")
        for table, column in (("page_text", "title"), ("page_text", "summary"), ("block", "text"), ("cell", "text"),
                              ("term_text", "text"), ("term_text", "name"), ("source", "title"), ("figure", "alt")):
            for (text,) in rows(f"SELECT {column} FROM {table}"):
                problems.expect(unicodedata.is_normalized("NFC", text), f"{table}.{column}", f"not NFC: “{text[:60]}”")


def line_breaks(node):
    """(end of one line, begin of the next) wherever the layout broke a line, not the author."""
    text, lines, at = node.name, node.text["line_texts"], 0
    for line, following in zip(lines, lines[1:]):
        spoken = line.replace("\u200b", "")
        found = text.find(spoken, at)
        at = found + len(spoken) if found >= 0 else at
        by_author = line.endswith("\n") or text[at:at + 1] == "\n"
        if line and following and not by_author:
            yield line, following


def test_TX_02_words_break_only_where_a_printer_would(visits):
    with Problems("line breaks") as problems:
        for visit in visits:
            for node in visit.tree.texts():
                lines = node.text["line_texts"]
                within_words = 0
                for line in lines:
                    problems.expect("\u00ad" not in line, visit, f"{node.id}: a soft hyphen is drawn")
                for end, begin in line_breaks(node):
                    if not end.endswith((" ", "\n", "-", "–", "/", "\u200b")):
                        within_words += 1
                    last = end.rstrip().split(" ")[-1]
                    problems.expect(last not in ("§", "§§", "Art.", "Nr."), visit, f"{node.id}: a line ends in “{last}”")
                    first = begin.split(" ")[0].rstrip(".,;:)")
                    number = re.fullmatch(r"[\d.,]+", last) is not None
                    problems.expect(not (number and first in UNITS and node["lang"] != "en"), visit,
                                    f"{node.id}: “{last}” and “{first}” stand on two lines")
                problems.expect(within_words <= node.text["hyphens"], visit,
                                f"{node.id}: a word is broken without a hyphen: {lines[:4]}")


def test_TX_03_words_longer_by_sixty_percent_still_fit():
    with Problems("pseudo-locale") as problems:
        for panel, size in (("21-landscape", 0), ("21-upright", 2), ("7-landscape", 1), ("10-landscape", 2)):
            setup = Setup(more=("--pseudo-locale",), size=size, panel=panel)
            with Kiosk(setup) as kiosk:
                for screen, tree in screens.walk(kiosk):
                    where = f"{setup.label()} {screen}"
                    for node in tree.texts():
                        parent = tree.parent(node)
                        problems.expect(not node.text["overflow"], where, f"{node.id} is wider than its column")
                        if parent:
                            problems.expect(inside(node.box, parent.box), where, f"{node.id} sticks out of {parent.id}")


def side_of(visit, id: str) -> bool:
    """Whether it stands on the right."""
    x, _, w, _ = visit.tree[id].box
    return x + w / 2 > visit.size_px[0] / 2


def test_TX_04_arabic_is_shaped_and_mirrored(visits):
    mirrored_to = {(visit.setup.panel, id): not side_of(visit, id) for visit in visits for id in ("nav.back", "bar.size")
                   if visit.tree.dir == "ltr" and visit.screen == "help"}
    with Problems("right to left") as problems:
        for visit in visits:
            rtl = visit.tree.lang == "ar"
            problems.expect(visit.tree.dir == ("rtl" if rtl else "ltr"), visit, f"the direction is {visit.tree.dir}")
            if not rtl or visit.tree.screen in ("attract", "fault"):
                continue
            for (panel, id), right in mirrored_to.items():
                if panel == visit.setup.panel and id in visit.tree:
                    problems.expect(side_of(visit, id) == right, visit, f"{id} stands where it does for left to right")
            width, _ = visit.size_px
            for node in visit.tree.texts():
                if node["lang"] == "ar" and node.id in ("page.title", "page.summary", "topic.title", "help.title"):
                    x, _, w, _ = node.box
                    viewport = visit.tree.scroll["viewport"] if visit.tree.scroll else (0, 0, width, 0)
                    before, after = x - viewport[0], viewport[0] + viewport[2] - x - w
                    problems.expect(after <= before + 2, visit, f"{node.id} is set to the left")


def test_TX_05_any_language_leads_to_any_other_on_the_same_page():
    names = dict(rows("SELECT tag, name FROM language"))
    for start in names:
        # An empty settings file offers every language of the pack.
        with Kiosk(Setup(lang=start, page="was-ist-open-source", settings=settings_with(""))) as kiosk:
            for goal, name in names.items():
                tree = kiosk.tap("bar.language")
                assert tree["language." + goal].name == name, f"{goal} is not called {name} in {start}"
                tree = kiosk.tap("language." + goal)
                assert (tree.lang, tree.page) == (goal, "was-ist-open-source"), \
                    f"{start} to {goal}: {tree.lang} {tree.page}"
                kiosk.tap("bar.language")
                kiosk.tap("language." + start)
