# SPDX-License-Identifier: EUPL-1.2
"""What an update costs: bytes beside zsync, casync and zchunk, time to the screen, memory, and what many kiosks ask of
one server. Each function returns numbers; run.py makes rows of them."""
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from drive import Kiosk, Setup  # noqa: E402
from nginx import Nginx  # noqa: E402
from town import Town  # noqa: E402

NEW, PAGE = "Diesen Satz gab es noch nicht.", "page-000001"
FRAME_S = 0.033


def prepare(build: pathlib.Path, packs: pathlib.Path, pages: int, pictures: int):
    """Packs of that size, and the environment that town.py and drive.py read."""
    packs.mkdir(parents=True)
    subprocess.run([build / "bin/update_packs", packs, str(pages), str(pictures)], check=True)
    os.environ.update(FOYER=str(build / "bin/foyer"), FOYER_PACKER=str(build / "bin/foyer-pack"),
                      FOYER_UPDATE=str(build / "bin/foyer-update"), FOYER_PACKS=str(packs), FOYER_PACK=str(packs / "v1.pack"))


def moved(requests) -> int:
    return sum(request.received + request.sent for request in requests)


def bytes_moved() -> int:
    """By a kiosk that has pack 1 and gets pack 2, all that HTTP moves."""
    with Town() as town:
        town.publish(1)
        town.publish(2)
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
            assert town.store.active_version() == "2"
            return moved(server.requests())


def peers_bytes(packs: pathlib.Path) -> dict[str, int]:
    """What others move for the same: they have pack 1 and want pack 2."""
    old, new = packs / "v1.pack", packs / "v2.pack"
    work = packs / "peers"
    work.mkdir()
    subprocess.run(["zstd", "-q", "-9", new, "-o", work / "whole.zst"], check=True)
    sizes = {"the whole pack": (work / "whole.zst").stat().st_size}
    shutil.copy(new, work / "new.pack")
    subprocess.run(["zsyncmake", "-o", "new.zsync", "-u", "new.pack", "new.pack"], cwd=work, check=True, capture_output=True)
    with Nginx(work) as server:
        subprocess.run(["zsync", "-q", "-i", old, "-o", work / "out.pack", server.url + "new.zsync"], cwd=work, check=True,
                       capture_output=True)
        sizes["zsync"] = moved(server.requests())
    for name, pack in (("old", old), ("new", new)):
        subprocess.run(["casync", "make", f"--store={work / name}.castr", work / f"{name}.caibx", pack], check=True,
                       capture_output=True)
    chunks = {name: {path.name: path.stat().st_size for path in (work / f"{name}.castr").rglob("*.cacnk")}
              for name in ("old", "new")}
    missing = sum(size for name, size in chunks["new"].items() if name not in chunks["old"])
    sizes["casync"] = missing + (work / "new.caibx").stat().st_size
    return sizes


def stick_to_screen() -> float:
    """Seconds from a stick's folder to the new page on the screen."""
    with Town() as town:
        town.publish(1)
        town.publish(2)
        stick, media = town.stick(), town.folder / "media"
        media.mkdir()
        watch = town.store.start("watch", media)
        try:
            with Kiosk(kiosk_setup(town)) as kiosk:
                time.sleep(1)
                began = time.monotonic()
                stick.rename(media / "stick")
                while NEW not in "\n".join(kiosk.tree().names()).replace("\u00ad", ""):
                    if time.monotonic() - began > 60:
                        raise SystemExit("update.py: the page does not come")
                    time.sleep(0.02)
                return time.monotonic() - began
        finally:
            watch.kill()
            watch.wait()


def kiosk_setup(town) -> Setup:
    more = ("--store", str(town.store.folder), "--state", str(town.store.state))
    return Setup(pack=str(town.store.factory), page=PAGE, more=more)


class Watched(threading.Thread):
    """The most anonymous memory a process had."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.most_kb = pid, 0
        self.start()

    def run(self):
        while True:
            try:
                with open(f"/proc/{self.pid}/status") as file:
                    self.most_kb = max([self.most_kb, *(int(line.split()[1]) for line in file if line.startswith("RssAnon"))])
            except (OSError, ProcessLookupError):
                return
            time.sleep(0.002)


def big_install() -> dict:
    """A whole pack is unpacked and checked while somebody scrolls: memory of the updater, late frames of the kiosk."""
    with Town() as town:
        small = town.folder / "small.pack"
        shutil.copy(pathlib.Path(os.environ["FOYER_SMALL_PACK"]), small)
        town.publish(1)
        stick = town.stick()
        town.store.factory = small  # no patch leads from it
        with Kiosk(Setup(pack=str(small), page="dortmund")) as kiosk:
            (trust := town.store.trust / "minimum.json").write_text('{"pack": "generated"}')
            assert trust.exists()
            began = time.monotonic()
            updater = town.store.start("stick", stick)
            watched, late, frames, worst = Watched(updater.pid), 0, 0, 0.0
            kiosk.ask(do="finger", phase="down", x=900, y=600)
            while updater.poll() is None:
                frame = time.monotonic()
                kiosk.ask(do="finger", phase="move", x=900, y=600 - 8 * (frames % 40))
                kiosk.wait_idle()
                took = time.monotonic() - frame
                frames, late, worst = frames + 1, late + (took > FRAME_S), max(worst, took)
                time.sleep(max(0.0, 1 / 60 - took))
            seconds = time.monotonic() - began
            kiosk.ask(do="finger", phase="up", x=900, y=600)
        if updater.returncode != 0:
            raise SystemExit(f"update.py: the big pack was not installed: {town.store.report()['status']}")
        return {"seconds": seconds, "rss_anon_mb": watched.most_kb / 1000, "frames": frames, "late": late,
                "worst_ms": worst * 1000, "bytes": town.pack(1).stat().st_size}


def nothing_new(kiosks: int) -> dict:
    """What one kiosk and many of them ask of a server that has nothing new, one after the other, eight at once."""
    with Town() as town:
        town.publish(1)
        town.publish(2)
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
            before = len(server.requests())
            town.store.update("--source", server.url)
            one = server.requests()[before:]
            folders = []
            for number in range(kiosks):
                folder = town.folder / f"kiosk-{number}"
                subprocess.run(["cp", "-al", town.store.folder, folder], check=True)
                (folder / "lock").unlink()
                folders.append(folder)
            command = town.store.command("--source", server.url)
            before, used, began = len(server.requests()), server.processor_s(), time.monotonic()
            running = []
            for folder in folders:
                if len(running) == 8:
                    assert running.pop(0).wait() == 0
                running.append(subprocess.Popen([str(folder) if word == str(town.store.folder) else word for word in command],
                                                stderr=subprocess.DEVNULL))
            assert all(process.wait() == 0 for process in running)
            seconds, used = time.monotonic() - began, server.processor_s() - used
            requests = server.requests()[before:]
        return {"requests": len(one), "connections": len({request.connection for request in one}), "bytes": moved(one),
                "all_requests": len(requests), "all_bytes": moved(requests), "seconds": seconds, "server_s": used}
