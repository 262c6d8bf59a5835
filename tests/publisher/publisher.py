# SPDX-License-Identifier: EUPL-1.2
"""A town that publishes, in a temporary folder: real commands, throw-away keys. For the tests beside this file."""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

PACK = os.environ["FOYER_PACK"]
PACKS = os.environ["FOYER_PACKS"]
CONTENT = pathlib.Path(__file__).parent / "content"
PASSPHRASE = "four words are good"


class Town:
    """The folder is the working folder of every command; `said` is what the last one printed, both streams."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.said = ""

    def call(self, *arguments, status=0, passphrase=PASSPHRASE, at=None, program=PACK):
        """`at`: what the clock says, for faketime."""
        environment = {key: value for key, value in os.environ.items() if key != "FOYER_PASSPHRASE"}
        if passphrase is not None:
            environment["FOYER_PASSPHRASE"] = passphrase
        command = [program, *map(str, arguments)]
        # A session of its own has no terminal: a question fails instead of waiting.
        done = subprocess.run(["faketime", "-f", at, *command] if at else command, cwd=self.folder, env=environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              start_new_session=True, timeout=300)
        self.said = done.stdout
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}"
        return self

    def says(self, *sentences):
        for sentence in sentences:
            assert sentence in self.said, f"not said: {sentence}\n{self.said}"
        return self

    def path(self, name):
        return self.folder / name

    def read(self, name):
        return json.loads(self.path(name).read_text())

    def write(self, name, value):
        self.path(name).write_text(json.dumps(value, separators=(",", ":"), sort_keys=True) + "\n")

    def files(self, name):
        """Bytes by name, of a whole folder."""
        return {str(path.relative_to(self.path(name))): path.read_bytes()
                for path in sorted(self.path(name).rglob("*")) if path.is_file()}

    def keys(self, *names):
        for name in names:
            self.call("keys", "new", f"{name}.pem", "--name", name)

    def init(self, *more, root="abc", targets="abc", folder="repo"):
        """Keys of one letter; snapshot is s, timestamp is t."""
        options = [part for role, letters in (("root", root), ("targets", targets), ("snapshot", "s"), ("timestamp", "t"))
                   for letter in letters for part in (f"--{role}-key", f"{letter}.pem.pub")]
        return self.call("repo", "init", folder, *options, *more)

    def sign(self, letters, *more, folder="repo", **how):
        keys = [part for letter in letters for part in ("--key", f"{letter}.pem")]
        return self.call("repo", "sign", folder, *keys, *more, **how)


def pack_of(version, change=None):
    """The small pack in this version; `change` is (file, old, new). Tests share what one of them has built."""
    pathlib.Path(PACKS).mkdir(exist_ok=True)
    wish = repr((os.stat(PACK).st_mtime_ns, version, change))
    pack = pathlib.Path(PACKS) / (hashlib.sha256(wish.encode()).hexdigest() + ".pack")
    if pack.exists():
        return pack
    with tempfile.TemporaryDirectory(prefix="foyer-pack-") as name:
        folder = pathlib.Path(name)
        shutil.copytree(CONTENT, folder / "content")
        for file, old, new in [("pack.toml", 'version = "1"', f'version = "{version}"'), *([change] if change else [])]:
            text = (folder / "content" / file).read_text()
            assert old in text
            (folder / "content" / file).write_text(text.replace(old, new, 1))
        subprocess.run([PACK, "build", folder / "content", "-o", folder / "x.pack"], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy(folder / "x.pack", f"{pack}.{os.getpid()}")
        os.replace(f"{pack}.{os.getpid()}", pack)
    return pack


def first_pack():
    return pack_of("1")


@contextlib.contextmanager
def town(*letters):
    with tempfile.TemporaryDirectory(prefix="foyer-town-") as folder:
        out = Town(folder)
        out.keys(*(letters or "abcst"))
        yield out


@contextlib.contextmanager
def published_town(pack=None):
    """One that has published version 1."""
    with town() as out:
        out.init().call("repo", "add", "repo", pack or first_pack()).sign("abst").says("Published")
        yield out
