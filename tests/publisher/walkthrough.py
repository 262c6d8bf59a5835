# SPDX-License-Identifier: EUPL-1.2
"""Types every command of docs/publishing.md, one after the other, into an empty folder that holds the content.

The risk: a page that tells what once was so. Usage: walkthrough.py docs/publishing.md FOLDER-OF-PROGRAMS CONTENT
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def active_pack(folder):
    """The hash of the pack that a kiosk with this store would show."""
    return next(line.split()[1] for line in (folder / "store/current").read_text().splitlines()
                if line.startswith("active "))


def main(document, programs, content):
    blocks = BLOCK.findall(pathlib.Path(document).read_text())
    assert len(blocks) > 10, "the document has hardly any commands"
    with tempfile.TemporaryDirectory(prefix="foyer-walkthrough-") as name:
        folder = pathlib.Path(name)
        shutil.copytree(content, folder / "content")
        environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "FOYER_PASSPHRASE": "four words are good"}
        for block in blocks:
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", block], cwd=folder, env=environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            print(f"--- {block}{done.stdout}", flush=True)
            assert done.returncode == 0, f"exit status {done.returncode}"
        expected = hashlib.sha256((folder / "second.pack").read_bytes()).hexdigest()
        assert active_pack(folder) == expected, "the kiosk does not have the second pack"
        published = {path.name for path in (folder / "town/metadata").iterdir()}
        assert published >= {"1.root.json", "2.root.json", "timestamp.json"}, published


if __name__ == "__main__":
    main(*sys.argv[1:])
