# SPDX-License-Identifier: EUPL-1.2
"""A visitor for tests: starts the real program without a screen, touches it, types, looks at it.

    with Kiosk(Setup(pack="foyer.pack", lang="de")) as kiosk:
        kiosk.tap("attract")
        print(kiosk.tree().names())

Everything goes through the control socket (kiosk/app/control.h), so the taps take the way of a finger.
"""
import dataclasses
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from picture import Box, Picture

#: px, mm: the reference panels.
PANELS = {
    "21-landscape": ((1920, 1080), (476, 268)),
    "21-upright": ((1080, 1920), (268, 476)),
    "32-landscape": ((3840, 2160), (708, 398)),
    "10-landscape": ((1280, 800), (217, 136)),
    "7-landscape": ((800, 480), (152, 91)),
}
#: From how far they are read, in mm; the smallest stands on a counter.
DISTANCE_MM = {panel: 400 if panel == "7-landscape" else 600 for panel in PANELS}
THEMES = ("light", "light_contrast", "dark_contrast", "yellow_black")


class KioskError(AssertionError):
    """The kiosk did not do what it was asked; the message says what was asked and what it answered."""


@dataclasses.dataclass(frozen=True)
class Setup:
    """With what a kiosk is started. Paths are those of the environment unless given."""
    panel: str = "21-landscape"
    lang: str | None = None
    theme: str | None = None
    size: int | None = None
    reach: bool = False
    page: str | None = None
    pack: str | None = None
    settings: str | None = None
    window: bool = False  #: on the display there is, by a clock that runs
    more: tuple[str, ...] = ()

    def arguments(self) -> list[str]:
        (w, h), (w_mm, h_mm) = PANELS[self.panel]
        place = ["--windowed"] if self.window else ["--headless", f"{w}x{h}", "--panel", f"{w_mm}x{h_mm}", "--fake-clock"]
        words = [*place, "--distance", str(DISTANCE_MM[self.panel]), "--pack", self.pack or os.environ["FOYER_PACK"]]
        for option in ("settings", "lang", "theme", "size", "page"):
            value = getattr(self, option)
            if value is not None:
                words += [f"--{option}", str(value)]
        return words + (["--reach"] if self.reach else []) + list(self.more)

    def label(self) -> str:
        parts = [self.lang or "de", self.theme or "light", f"size{self.size or 0}", self.panel]
        return "-".join(parts + (["reach"] if self.reach else []))


class Node(dict):
    """A node of the semantic tree."""

    id = property(lambda self: self["id"])
    role = property(lambda self: self["role"])
    name = property(lambda self: self["name"])
    box: Box = property(lambda self: tuple(self["rect"]))
    mm: Box = property(lambda self: tuple(self["rect_mm"]))
    text = property(lambda self: self.get("text"))
    focusable = property(lambda self: self["focus_index"] >= 0)
    covered = property(lambda self: self["covered"])
    seen = property(lambda self: self["visible"] >= 0.999 and not self["covered"])

    def __str__(self):
        x, y, w, h = self.box
        return f"{self.id} ({self.role} “{self.name[:40]}” at {x:.0f},{y:.0f} {w:.0f}x{h:.0f})"


class Tree:
    def __init__(self, answer: dict):
        self.raw = {key: value for key, value in answer.items() if key != "ok"}
        self.nodes = [Node(node) for node in answer["nodes"]]
        self.by_id = {node.id: node for node in self.nodes}

    @property
    def scroll(self) -> dict | None:
        return self.raw.get("scroll")

    @property
    def focus(self) -> str | None:
        return next((node.id for node in self.nodes if node["focused"]), None)

    def __getattr__(self, key):
        try:
            return self.raw[key]
        except KeyError:
            raise AttributeError(f"the tree says nothing about “{key}”") from None

    def __contains__(self, id: str) -> bool:
        return id in self.by_id

    def __getitem__(self, id: str) -> Node:
        try:
            return self.by_id[id]
        except KeyError:
            raise KioskError(f"no “{id}” on screen {self.screen}; there are: {', '.join(self.by_id)}") from None

    def parent(self, node: Node) -> Node | None:
        parent = node.get("parent")
        if parent is None or parent == -1 or parent == "":
            return None
        return self.nodes[parent] if isinstance(parent, int) else self.by_id[parent]

    def find(self, role: str | None = None, name: str | None = None, prefix: str = "") -> list[Node]:
        return [n for n in self.nodes if (role is None or n.role == role) and (name is None or n.name == name)
                and n.id.startswith(prefix)]

    def names(self) -> list[str]:
        return [node.name for node in self.nodes]

    def focus_order(self) -> list[str]:
        return [n.id for n in sorted((n for n in self.nodes if n.focusable), key=lambda n: n["focus_index"])]

    def texts(self) -> list[Node]:
        return [node for node in self.nodes if node.text]

    def shown(self, node: Node) -> Box:
        """The part of a node that is on the screen."""
        x, y, w, h = node.box
        if not node.get("scrolls") or not self.scroll:
            return node.box
        vx, vy, vw, vh = self.scroll["viewport"]
        x0, y0, x1, y1 = max(x, vx), max(y, vy), min(x + w, vx + vw), min(y + h, vy + vh)
        return (x0, y0, max(0.0, x1 - x0), max(0.0, y1 - y0))


class Kiosk:
    def __init__(self, setup: Setup = Setup()):
        self.setup = setup
        (self.width, self.height), (self.width_mm, self.height_mm) = PANELS[setup.panel]
        self.px_per_mm = self.width / self.width_mm

    def __enter__(self) -> "Kiosk":
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="foyer-"))
        self.home = self.folder / "home"
        self.home.mkdir()
        path = self.folder / "control"
        environment = {**os.environ, "HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state"),
                       "XDG_CONFIG_HOME": str(self.home / "config"), "TZ": "UTC"}
        self.log = open(self.folder / "log", "w+b")
        self.process = subprocess.Popen([os.environ["FOYER"], *self.setup.arguments(), "--control", str(path)],
                                        stdout=self.log, stderr=self.log, env=environment, cwd=self.home)
        try:
            self._connect(path)
            self.wait_idle()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if hasattr(self, "socket"):
            try:
                self.ask(do="quit")
            except (KioskError, OSError):
                pass
            self.socket.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connect(self, path: pathlib.Path, patience_s: float = 60):
        end = time.monotonic() + patience_s
        while True:
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                connection.connect(str(path))
                break
            except OSError:
                connection.close()
                if self.process.poll() is not None:
                    raise KioskError(f"foyer ended with status {self.process.returncode}:\n{self.said()}") from None
                if time.monotonic() > end:
                    raise KioskError(f"foyer opened no control socket within {patience_s} s:\n{self.said()}") from None
                time.sleep(0.003)
        connection.settimeout(60)
        self.socket = connection
        self.lines = connection.makefile("rb")

    def said(self) -> str:
        """What the program wrote to its log."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")[-4000:]

    def ask(self, **request) -> dict:
        try:
            self.socket.sendall(json.dumps(request).encode() + b"\n")
            line = self.lines.readline()
        except (TimeoutError, BrokenPipeError, ConnectionResetError) as error:
            raise KioskError(f"{request}: {error!r}; the program said:\n{self.said()}") from None
        if not line:
            raise KioskError(f"{request}: the program is gone; it said:\n{self.said()}")
        answer = json.loads(line)
        if not answer.get("ok"):
            raise KioskError(f"{request}: {answer.get('error')}")
        return answer

    # What a visitor does. Each waits until the kiosk has done all it does about it.

    def tap(self, id: str | None = None, *, name: str | None = None, x: float = -1, y: float = -1) -> Tree:
        """Brings the thing into view by the down and up buttons if need be, as a visitor would."""
        if id is not None or name is not None:
            self.reveal(id if id is not None else self.named(name).id)
            self.ask(do="tap", **({"id": id} if id is not None else {"name": name}))
        else:
            self.ask(do="tap", x=x, y=y)
        return self.settled()

    def swipe(self, start: tuple[float, float], end: tuple[float, float], ms: int = 200) -> Tree:
        self.ask(do="swipe", **{"from": list(start), "to": list(end), "ms": ms})
        return self.settled()

    def touch(self, finger: int, phase: str, x: float, y: float) -> Tree:
        """One step of one finger: down, move, up or cancel."""
        self.ask(do="finger", finger=finger, phase=phase, x=x, y=y)
        return self.settled()

    def key(self, key: str, hold_ms: int = 0) -> Tree:
        """Presses a key; held down it repeats thirty times a second, as keyboards do."""
        self.ask(do="key", key=key)
        for after_ms in range(500, hold_ms, 33):
            self.ask(do="key", key=key, repeat=True, after_ms=after_ms)
        return self.settled()

    def type(self, text: str) -> Tree:
        """On the kiosk's own keyboard."""
        for letter in text:
            self.tap("key." + {" ": "space"}.get(letter, letter))
        return self.tree()

    def wait_idle(self, timeout_ms: int = 30000):
        self.ask(do="wait", idle=True, timeout_ms=timeout_ms)

    def clock(self, ms: int) -> Tree:
        self.ask(do="clock", advance_ms=ms)
        return self.settled()

    # What a visitor sees.

    def settled(self) -> Tree:
        self.wait_idle()
        return self.tree()

    def tree(self) -> Tree:
        return Tree(self.ask(do="tree"))

    def plug(self, width: int, height: int) -> Tree:
        """Plugs in a projector; without pixels: pulls it."""
        self.ask(do="projector", width=width, height=height)
        return self.settled()

    def wall(self) -> Tree:
        """What the room sees on the projector."""
        return Tree(self.ask(do="tree", display="projector"))

    def wall_picture(self) -> Picture:
        self.ask(do="screenshot", display="projector", path=str(self.folder / "wall.png"))
        return Picture.load(self.folder / "wall.png")

    def status(self) -> dict:
        return self.ask(do="status")

    def screenshot(self, path: pathlib.Path | None = None) -> Picture:
        target = path or self.folder / "shot.png"
        self.ask(do="screenshot", path=str(target))
        return Picture.load(target)

    def named(self, name: str) -> Node:
        found = self.tree().find(name=name)
        if not found:
            raise KioskError(f"nothing is called “{name}”; there are: {', '.join(self.tree().names())}")
        return next((node for node in found if node.focusable), found[0])

    def reveal(self, id: str) -> Node:
        """Turns pages until the middle of the thing is on the screen."""
        for _ in range(300):
            tree = self.tree()
            node = tree[id]
            if not node.get("scrolls") or not tree.scroll:
                return node
            _, vy, _, vh = tree.scroll["viewport"]
            middle = node.box[1] + node.box[3] / 2
            if vy <= middle < vy + vh:
                return node
            before = tree.scroll["offset"]
            self.ask(do="tap", id="nav.up" if middle < vy else "nav.down")
            if self.settled().scroll["offset"] == before:
                break
        raise KioskError(f"“{id}” cannot be brought into view by the up and down buttons")

    # Well-trodden ways.

    def wake(self) -> Tree:
        """From the attract screen to the home screen."""
        return self.tap(x=self.width / 2, y=self.height / 2)

    def open_page(self, topic: str, page: str) -> Tree:
        self.tap("nav.home")
        self.tap("topic." + topic)
        return self.tap("card." + page)
