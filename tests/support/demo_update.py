# SPDX-License-Identifier: EUPL-1.2
"""./dev demo-update: an update on one machine, from an editor's changed page to the screen.

Throw-away keys sign the bundled pack, a kiosk runs, a page is changed and published, a folder appears where sticks are
mounted, and the page changes on the screen. Everything lies in a folder of its own, which is gone afterwards. With a
display the kiosk is a window, without one there are pictures of it.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import time

from drive import Kiosk, Setup
from town import Town

PAGE = "dortmund"
NEWS = "Diesen Satz hat gerade jemand im Rathaus geschrieben."


class Demo:
    def __init__(self, build: pathlib.Path, content: pathlib.Path, pictures: pathlib.Path | None):
        self.build, self.content, self.pictures, self.step = build, content, pictures, 0
        os.environ.update(FOYER=str(build / "bin/foyer"), FOYER_PACKER=str(build / "bin/foyer-pack"),
                          FOYER_UPDATE=str(build / "bin/foyer-update"), FOYER_PACK=str(build / "foyer.pack"))

    def say(self, words: str):
        self.step += 1
        print(f"\n{self.step}. {words}", flush=True)

    def picture(self, kiosk: Kiosk, name: str):
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            path = self.pictures / f"update-{self.step}-{name}.png"
            kiosk.ask(do="screenshot", path=str(path))
            print(f"   {path}")

    def changed_pack(self, folder: pathlib.Path) -> pathlib.Path:
        """The bundled pages with one sentence more."""
        content = folder / "content"
        shutil.copytree(self.content, content, ignore=shutil.ignore_patterns("packer", "publisher", "CMakeLists.txt"))
        page = content / "pages" / PAGE / "de.md"
        page.write_text(re.sub(r'^summary = "', f'summary = "{NEWS} ', page.read_text(), flags=re.M))
        settings = content / "pack.toml"
        settings.write_text(re.sub(r'^version = ".*"', 'version = "2026.12.1"', settings.read_text(), flags=re.M))
        pack = folder / "changed.pack"
        subprocess.run([self.build / "bin/foyer-pack", "build", content, "-o", pack], check=True, stdout=subprocess.DEVNULL)
        return pack

    def wait_for(self, condition, what: str):
        end = time.monotonic() + 60
        while not condition():
            if time.monotonic() > end:
                raise SystemExit(f"demo-update: {what} does not come")
            time.sleep(0.05)

    def run(self):
        self.say("A publisher: five throw-away keys, a repository, the bundled pack signed and published.")
        bundled = self.build / "foyer.pack"
        with Town(bundled) as town:
            town.publisher.publish(bundled)
            media = town.folder / "media"
            media.mkdir()
            self.say(f"A kiosk that watches {media} for sticks, and shows the page “{PAGE}”.")
            watch = town.store.start("watch", media)
            more = ["--store", str(town.store.folder), "--state", str(town.store.state)]
            setup = Setup(pack=str(bundled), page=PAGE, window=not self.pictures, more=tuple(more))
            try:
                with Kiosk(setup) as kiosk:
                    self.picture(kiosk, "before")
                    self.say(f"An editor writes a sentence and publishes: “{NEWS}”")
                    town.publisher.publish(self.changed_pack(town.folder))
                    stick = town.stick()
                    files = [path for path in stick.rglob("*") if path.is_file()]
                    print(f"   the stick has {len(files)} plain files, {sum(path.stat().st_size for path in files) / 1000:.0f} kB")
                    self.say("The stick is plugged in.")
                    began = time.monotonic()
                    stick.rename(media / "stick")
                    self.wait_for(lambda: NEWS in "\n".join(kiosk.tree().names()).replace("\u00ad", ""), "the new sentence")
                    print(f"   the page has changed after {time.monotonic() - began:.1f} s, without a restart")
                    self.picture(kiosk, "after")
                    self.say("The kiosk has shown the new pack, so it is confirmed. The stick is pulled out.")
                    self.wait_for(lambda: town.store.status()["packs"]["confirmed"], "the confirmation")
                    shutil.rmtree(media / "stick")
                    print("   " + town.store.update("status").stdout.strip().replace("\n", "\n   "))
                    if not self.pictures:
                        input("\nPress Enter to end. ")
            finally:
                watch.kill()
                watch.wait()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", type=pathlib.Path, required=True)
    arguments.add_argument("--content", type=pathlib.Path, required=True)
    arguments.add_argument("--pictures", type=pathlib.Path, help="write pictures there instead of opening a window")
    given = arguments.parse_args()
    Demo(given.build.resolve(), given.content.resolve(), given.pictures).run()
