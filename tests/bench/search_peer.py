# SPDX-License-Identifier: EUPL-1.2
"""The same queries asked of Kiwix, which has the same pages: the website that foyer-pack exports, a ZIM file for each
language, its full text indexed with that language's stemmer. What would stand in its way and is not of its making is
taken away: soft hyphens, what every page repeats (the pack's name, navigation, footer), lists of sources and related
pages, and hits that Foyer does not have (start, topics, sources, timeline). It gets the pages' keywords as Foyer does."""
import html
import json
import pathlib
import re
import shutil
import socket
import sqlite3
import struct
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib

#: Language of the kiosk, and what ISO 639-3 calls it.
LANGUAGES = {"de": "deu", "en": "eng"}
REPEATED = re.compile(r'\u00ad|<a class="skip".*?</a>|<header>.*?</header>|<nav.*?</nav>|<footer>.*?</footer>|'
                      r'<section class="(?:sources|related)".*?</section>| – [^–<]*(?=</title>)', re.S)
HITS_SEEN = 10


def picture() -> bytes:
    """48 by 48 grey pixels: a ZIM file must have a picture."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = (b"\0" + b"\x80" * 48) * 48
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 48, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def keywords_of(pack: pathlib.Path, language: str) -> dict[str, str]:
    with sqlite3.connect(f"file:{pack}?mode=ro", uri=True) as opened:
        rows = opened.execute("SELECT page, group_concat(word, ', ') FROM keyword WHERE language = ? GROUP BY page", [language])
        return dict(rows.fetchall())


def prepare(page: pathlib.Path, keywords: str):
    head = f'<meta name="keywords" content="{html.escape(keywords)}"></head>' if keywords else "</head>"
    page.write_text(REPEATED.sub("", page.read_text()).replace("</head>", head, 1))


def write_zim(site: pathlib.Path, pack: pathlib.Path, language: str, folder: pathlib.Path) -> pathlib.Path:
    tree, book = folder / language, folder / f"foyer-{language}.zim"
    shutil.copytree(site / language, tree / language)
    shutil.copytree(site / "media", tree / "media")
    for name in ("style.css", "fonts"):
        if (site / name).is_dir():
            shutil.copytree(site / name, tree / name)
        elif (site / name).exists():
            shutil.copy(site / name, tree / name)
    (tree / "picture.png").write_bytes(picture())
    keywords = keywords_of(pack, language)
    for page in tree.rglob("*.html"):
        prepare(page, keywords.get(page.stem, ""))
    subprocess.run(["zimwriterfs", "--welcome", f"{language}/index.html", "--illustration", "picture.png", "--language",
                    LANGUAGES[language], "--title", "Foyer", "--description", "Foyer", "--creator", "Foyer", "--publisher",
                    "Foyer", tree, book], check=True, capture_output=True)
    return book


class Kiwix:
    """kiwix-serve on a free port of this machine."""

    def __init__(self, site: pathlib.Path, pack: pathlib.Path, folder: pathlib.Path):
        books = [write_zim(site, pack, language, folder) for language in LANGUAGES]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server = subprocess.Popen(["kiwix-serve", "--address", "127.0.0.1", "--port", str(self.port), *books],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                self.get("/")
                return
            except urllib.error.URLError:
                time.sleep(0.1)
        raise SystemExit("search_peer.py: kiwix-serve does not answer")

    def close(self):
        self.server.terminate()
        self.server.wait()

    def get(self, path: str, **words: str) -> str:
        url = f"http://127.0.0.1:{self.port}{path}?{urllib.parse.urlencode(words)}"
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            if error.code not in (400, 404):
                raise
            return ""  # what it says where nothing is found

    def full_text(self, language: str, text: str) -> list[str]:
        page = self.get("/search", pattern=text, content=f"foyer-{language}", start="0", pageLength="25")
        return ids(html.unescape(link) for link in re.findall(r'<li>\s*<a href="([^"]+)"', page))

    def titles(self, language: str, text: str) -> list[str]:
        said = self.get("/suggest", content=f"foyer-{language}", term=text, count="25")
        return ids(one["path"] for one in json.loads(said or "[]") if "path" in one)


def ids(paths) -> list[str]:
    """Of pages and the glossary, each once."""
    out = []
    for path in paths:
        found = re.search(r"(?:pages/([a-z0-9-]+)|(glossary))\.html$", urllib.parse.unquote(path))
        if found and (name := found[1] or "glossary") not in out:
            out.append(name)
    return out[:HITS_SEEN]


def place(answers: list[str], right: list[str]) -> int:
    """Of the first right answer, from 1; 0 where there is none. The glossary is one page, right for each of its terms."""
    good = {"glossary" if one.startswith("term:") else one for one in right}
    return next((at for at, answer in enumerate(answers, 1) if answer in good), 0)


def ask(site: pathlib.Path, pack: pathlib.Path, folder: pathlib.Path, queries: list[dict]) -> dict[str, list[int]]:
    """For each way to search, the place of the right answer for each query; "either" is the better of both ways."""
    kiwix = Kiwix(site, pack, folder)
    try:
        full = [place(kiwix.full_text(query["language"], query["text"]), query["right"]) for query in queries]
        titles = [place(kiwix.titles(query["language"], query["text"]), query["right"]) for query in queries]
    finally:
        kiwix.close()
    either = [min(filter(None, pair), default=0) for pair in zip(full, titles)]
    return {"full text": full, "titles": titles, "either of both": either}
