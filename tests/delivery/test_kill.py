# SPDX-License-Identifier: EUPL-1.2
"""Risk: an updater that dies at a bad moment leaves a kiosk without a pack, with half of one, or with one that nobody
signed. It is killed at random moments; the moments when power goes are those of tests/update/power_test.cpp."""
import contextlib
import hashlib
import os
import random
import subprocess
import time

from nginx import Nginx
from town import Town

KILLS = 20 if os.environ.get("FOYER_SLOW") else 100


def good(town, allowed):
    """The store says a pack is active that is there and whole, or none."""
    active = town.store.active()
    if active is not None:
        pack = town.store.folder / "packs" / f"{active}.pack"
        assert hashlib.sha256(pack.read_bytes()).hexdigest() == active
    assert active in allowed, active
    return active


def versions(town):
    with open(town.store.folder / "trusted" / "snapshot.json") as file:
        import json
        return json.load(file)["signed"]["version"]


def kill_at_random(town, arguments, seed):
    """Updates from pack 1 to 2 and on to 3, killed again and again; returns how often each was found active."""
    dice = random.Random(seed)
    hashes = {number: hashlib.sha256(town.pack(number).read_bytes()).hexdigest() for number in (2, 3)}
    allowed, lowest, seen, longest = [None, hashes[2]], 0, [], 0.0
    town.publish(1)
    town.publish(2)
    began = time.monotonic()
    process = town.store.start(*arguments())
    process.wait()
    longest = time.monotonic() - began
    for kill in range(KILLS):
        if kill == KILLS // 2:
            town.publish(3)
            allowed = [hashes[2], hashes[3]]
        if kill % 10 == 0 and seen:
            # From the beginning, but for what has been accepted.
            (town.store.folder / "current").unlink(missing_ok=True)
            allowed = [None, hashes[2], hashes[3]]
        process = town.store.start(*arguments())
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(dice.uniform(0, longest))
        process.kill()
        process.wait()
        seen.append(good(town, allowed))
        with contextlib.suppress(FileNotFoundError):
            assert versions(town) >= lowest, "a version went back"
            lowest = versions(town)
    town.store.update(*arguments())
    assert town.store.active() == hashes[3]
    assert not town.store.leftovers()
    return seen


def test_an_updater_killed_at_any_moment_of_a_stick_leaves_the_old_pack_or_the_new():
    with Town() as town:
        def stick():
            path = town.folder / "stick"
            town.stick()
            return ["stick", path]
        kill_at_random(town, stick, 1)


def test_an_updater_killed_at_any_moment_of_a_download_leaves_the_old_pack_or_the_new():
    with Town() as town, Nginx(town.publisher.repository) as server:
        kill_at_random(town, lambda: ["--source", server.url], 2)
