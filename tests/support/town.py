# SPDX-License-Identifier: EUPL-1.2
"""A publisher and a kiosk's store, with the real programs: what happens between an editor's pack and a kiosk's screen.

    with Town() as town:
        town.publish(1)                    # packs 1 to 3 differ by a few pages
        town.store.update("stick", town.stick())
        print(town.store.status()["packs"]["active"])

Paths of the programs and of the packs come from the environment: FOYER_PACKER, FOYER_UPDATE, FOYER_PACKS.
"""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

PASSPHRASE = "only for tests"
INSTALLED, REFUSED, BUSY = 0, 1, 3


def run(*command, expect=0, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **more)
    assert done.returncode == expect, f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


class Publisher:
    """One root of three people, one editor, one key for what is signed automatically."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.repository = folder / "repository"
        folder.mkdir(parents=True)
        for name in ("root-1", "root-2", "root-3", "editor", "online"):
            self.pack("keys", "new", self.key(name), "--name", name)
        roots = [word for name in ("root-1", "root-2", "root-3") for word in ("--root-key", f"{self.key(name)}.pub")]
        self.pack("repo", "init", self.repository, *roots, "--targets-key", f"{self.key('editor')}.pub", "--one-editor",
                  "--snapshot-key", f"{self.key('online')}.pub", "--timestamp-key", f"{self.key('online')}.pub")
        self.sign("root-1", "root-2", "editor", "online")

    def key(self, name: str) -> pathlib.Path:
        return self.folder / f"{name}.pem"

    def pack(self, *words, at=None):
        """foyer-pack, at another time if one is given (as faketime understands it)."""
        command = [*(["faketime", at] if at else []), os.environ["FOYER_PACKER"], *words]
        return run(*command, env={**os.environ, "FOYER_PASSPHRASE": PASSPHRASE,
                                  "ASAN_OPTIONS": "verify_asan_link_order=0"})

    def sign(self, *names, at=None):
        keys = [word for name in names for word in ("--key", self.key(name))]
        return self.pack("repo", "sign", self.repository, *keys, at=at)

    def publish(self, pack, at=None):
        self.pack("repo", "add", self.repository, pack, at=at)
        self.sign("editor", "online", at=at)

    def refresh(self, at=None):
        self.pack("repo", "refresh", self.repository, "--key", self.key("online"), at=at)

    def export(self, stick: pathlib.Path, expires_in="400d", at=None):
        stick.mkdir(parents=True, exist_ok=True)
        self.pack("export-stick", self.repository, stick, "--key", self.key("online"), "--expires-in", expires_in, at=at)


class Store:
    """What foyer-update keeps on a kiosk, and the folder in which the kiosk itself keeps its note."""

    def __init__(self, folder: pathlib.Path, root: pathlib.Path, factory: pathlib.Path):
        self.folder, self.state, self.trust = folder / "store", folder / "state", folder / "trust"
        for part in (self.folder, self.state, self.trust):
            part.mkdir(parents=True)
        self.factory = factory
        shutil.copy(root, self.trust / "root.json")

    def command(self, *words) -> list[str]:
        return [os.environ["FOYER_UPDATE"], "--store", str(self.folder), "--trust", str(self.trust), "--factory",
                str(self.factory), "--note", str(self.state / "note"), *map(str, words)]

    def environment(self, more=None) -> dict:
        return {**os.environ, "ASAN_OPTIONS": "verify_asan_link_order=0", **(more or {})}

    def update(self, *words, expect=INSTALLED, environment=None, at=None):
        prefix = ["faketime", at] if at else []
        return run(*prefix, *self.command(*words), expect=expect, env=self.environment(environment))

    def start(self, *words, **more) -> subprocess.Popen:
        return subprocess.Popen(self.command(*words), env=self.environment(), stderr=subprocess.DEVNULL, **more)

    def status(self) -> dict:
        return json.loads(self.update("status", "--json").stdout)

    def report(self) -> dict:
        """update.json as a kiosk reads it."""
        with open(self.folder / "update.json") as file:
            return json.load(file)

    def code(self) -> str:
        return self.report()["status"]["code"]

    def active(self) -> str | None:
        """The hash of the active pack; none: the factory's is shown."""
        with contextlib.suppress(FileNotFoundError):
            for line in (self.folder / "current").read_text().splitlines():
                if line.startswith("active "):
                    return line.split()[1]
        return None

    def active_version(self) -> str:
        packs = self.status()["packs"]
        return (packs["active"] or packs["factory"])["version"]

    def leftovers(self) -> list[str]:
        """Files that are there only while an update runs."""
        return [str(path) for path in self.folder.rglob("*")
                if ".part" in path.name or path.name.endswith(".new")]


class Town:
    """`factory` is the pack that came with the kiosks; pack 1 unless another is given."""

    def __init__(self, factory: pathlib.Path | None = None):
        self._factory = factory

    def __enter__(self) -> "Town":
        self._folder = tempfile.TemporaryDirectory(prefix="foyer-town-")
        self.folder = pathlib.Path(self._folder.name)
        self.publisher = Publisher(self.folder / "publisher")
        self.store = self.new_store()
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def new_store(self, name="kiosk") -> Store:
        return Store(self.folder / name, self.publisher.repository / "metadata" / "1.root.json",
                     self._factory or self.pack(1))

    @staticmethod
    def pack(number: int) -> pathlib.Path:
        return pathlib.Path(os.environ["FOYER_PACKS"]) / f"v{number}.pack"

    def publish(self, number: int, at=None):
        self.publisher.publish(self.pack(number), at=at)

    def stick(self, name="stick", **options) -> pathlib.Path:
        """A folder as a stick has it, beside the place where sticks appear."""
        path = self.folder / name
        self.publisher.export(path, **options)
        return path
