# SPDX-License-Identifier: EUPL-1.2
"""Measures a full-screen X program from outside: what a person in front of it would see.

An Xvfb with a mapped framebuffer is the screen; XTest is the finger. Nothing of the program that is measured is changed or
asked, so a browser in kiosk mode and our own program are measured alike.
"""
import ctypes
import dataclasses
import glob
import mmap
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time


class Screen:
    """A display of its own, and the finger on it."""

    def __init__(self, width: int = 1920, height: int = 1080):
        self.width, self.height = width, height
        self.folder = tempfile.mkdtemp(prefix="foyer-screen-")
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-fbdir", self.folder,
             "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = ":" + number.readline().strip()
        with open(self.folder + "/Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # XWD: the length of the header, and twelve bytes for each colour of its map.
        head, = struct.unpack(">I", self.memory[:4])
        colours, = struct.unpack(">I", self.memory[76:80])
        self.offset = head + colours * 12
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        # Stays open: a server whose last client leaves starts anew, which would be measured as well.
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))
        self.before = self.picture()

    def close(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def picture(self) -> int:
        """A signature of what is shown: every seventh row, whole."""
        row = self.width * 4
        return hash(b"".join(self.memory[self.offset + y * row:self.offset + (y + 1) * row]
                             for y in range(3, self.height, 7)))

    def move(self, x: int, y: int):
        self.xtst.XTestFakeMotionEvent(self.display, -1, x, y, 0)
        self.x11.XFlush(self.display)

    def button(self, down: bool):
        self.xtst.XTestFakeButtonEvent(self.display, 1, int(down), 0)
        self.x11.XFlush(self.display)

    def watch(self, since: float, quiet_s: float, limit_s: float, release_s: float | None = None):
        """First and last change in ms after `since`, until the picture has been still for `quiet_s`; the finger leaves
        after `release_s`."""
        first = last = None
        while (now := time.perf_counter() - since) < limit_s:
            if release_s is not None and now >= release_s:
                self.button(False)
                release_s = None
            seen, now = self.picture(), time.perf_counter() - since
            if seen != self.before:
                self.before, last = seen, now * 1000
                first = first or last
            if last is not None and now * 1000 - last > quiet_s * 1000:
                break
            time.sleep(0.0005)
        return first, last

    def tap(self, x: int, y: int) -> tuple[float | None, float | None]:
        """A tap of 30 ms: first and last change in ms after the finger came down."""
        self.move(x, y)
        time.sleep(0.4)
        self.before = self.picture()
        start = time.perf_counter()
        self.button(True)
        return self.watch(start, 0.8, 5, release_s=0.03)


def family(root: int) -> list[int]:
    """A process and all that came from it."""
    children: dict[int, list[int]] = {}
    for folder in glob.glob("/proc/[0-9]*"):
        try:
            with open(folder + "/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
            children.setdefault(parent, []).append(int(folder[6:]))
        except OSError:
            continue  # gone in the meantime
    found, open_ = [], [root]
    while open_:
        found.append(open_.pop())
        open_ += children.get(found[-1], [])
    return found


def sum_of(root: int, pattern: str, value) -> float:
    """Adds up `value(text)` of the files `pattern` names of each process of a family."""
    total = 0.0
    for process in family(root):
        for path in glob.glob(pattern.format(process)):
            try:
                with open(path) as file:
                    total += value(file.read())
            except OSError:
                continue
    return total


def pss_mb(root: int) -> float:
    return sum_of(root, "/proc/{}/smaps_rollup", lambda text: sum(
        int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))) / 1024


def cpu_s(root: int) -> float:
    def ticks(text):
        fields = text.rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])
    return sum_of(root, "/proc/{}/stat", ticks) / os.sysconf("SC_CLK_TCK")


def wake_ups(root: int) -> float:
    return sum_of(root, "/proc/{}/task/*/status", lambda text: sum(
        int(line.split()[1]) for line in text.splitlines() if "ctxt_switches" in line))


@dataclasses.dataclass
class Idle:
    cpu_percent: float
    wake_ups_per_s: float


class Program:
    """A program on a screen, from its start on."""

    def __init__(self, screen: Screen, command: list[str], quiet_s: float = 2.5):
        screen.before = screen.picture()
        start = time.perf_counter()
        self.process = subprocess.Popen(command, env={**os.environ, "DISPLAY": screen.name}, start_new_session=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.first_ms, self.settled_ms = screen.watch(start, quiet_s, 30)
        if self.settled_ms is None:
            self.close()
            raise RuntimeError(f"{command[0]} showed nothing within 30 s")

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()
        time.sleep(0.5)

    def memory_mb(self) -> float:
        return pss_mb(self.process.pid)

    def idle(self, seconds: float = 10) -> Idle:
        root = self.process.pid
        cpu, woken = cpu_s(root), wake_ups(root)
        time.sleep(seconds)
        return Idle((cpu_s(root) - cpu) / seconds * 100, (wake_ups(root) - woken) / seconds)
