# SPDX-License-Identifier: EUPL-1.2
"""Runs fetch_probe, the fetching part of foyer-update without the rest, and reads its answer."""
import dataclasses
import json
import os
import pathlib
import subprocess
import tempfile
import time

PROBE = os.environ["FETCH_PROBE"]
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@dataclasses.dataclass
class Answer:
    """Of the last request; `body` is what reached the sink in all of them."""
    code: str
    body: bytes
    what: str
    seconds: float
    connections: int
    sent: int
    received: int
    codes: list


def _environment(more):
    clean = {key: value for key, value in os.environ.items()
             if key.lower() not in PROXIES and key != "SSL_CERT_FILE"}
    # faketime comes before the sanitizer, which would otherwise refuse to start.
    return {**clean, "ASAN_OPTIONS": "verify_asan_link_order=0", "FAKETIME_DONT_FAKE_MONOTONIC": "1", **more}


class Probe:
    """A fetch under way. answer() waits for its end."""

    def __init__(self, base, *requests, at=None, environment=None, **options):
        self._folder = tempfile.TemporaryDirectory(prefix="foyer-probe-")
        self.out = pathlib.Path(self._folder.name) / "out"
        wish = {"base": base, "out": str(self.out), "options": options,
                "requests": [{"max": 1_000_000, **request} for request in requests]}
        self._start = time.monotonic()
        self._process = subprocess.Popen([*(["faketime", at] if at else []), PROBE, json.dumps(wish)],
                                         stdout=subprocess.PIPE, env=_environment(environment or {}), text=True)

    def wait_for_bytes(self, count):
        deadline = time.monotonic() + 30
        while not self.out.exists() or self.out.stat().st_size < count:
            assert self._process.poll() is None and time.monotonic() < deadline, "the bytes do not come"
            time.sleep(0.01)  # between two looks; there is nothing to wait on

    def answer(self) -> Answer:
        printed, _ = self._process.communicate(timeout=120)
        seconds = time.monotonic() - self._start
        body = self.out.read_bytes() if self.out.exists() else b""
        self._folder.cleanup()
        assert self._process.returncode == 0, f"fetch_probe ended with {self._process.returncode}"
        all_of_it = json.loads(printed)
        last = all_of_it["answers"][-1]
        return Answer(last["code"], body, last.get("what", ""), seconds, all_of_it["connections"],
                      all_of_it["sent"], all_of_it["received"], [one["code"] for one in all_of_it["answers"]])


def fetch(base, name, at=None, environment=None, options=None, **request) -> Answer:
    return Probe(base, {"name": name, **request}, at=at, environment=environment, **(options or {})).answer()
