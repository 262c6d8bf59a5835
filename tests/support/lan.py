# SPDX-License-Identifier: EUPL-1.2
"""Machines on a network of their own, each with its own D-Bus and avahi-daemon. Nothing of it reaches the machine's own
network. The process that calls enter_network() stays in there, so a test that does needs a process of its own (run_one.py).

    enter_network()
    with Machine("a", "10.77.0.1") as a, Machine("b", "10.77.0.2", cable_to=a) as b:
        subprocess.Popen([*a.command, ...], env=a.environment)
"""
import ctypes
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

NEW_MOUNTS, NEW_USERS, NEW_NETWORK = 0x00020000, 0x10000000, 0x40000000

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/> <allow eavesdrop="true"/> <allow own="*"/>
  </policy>
</busconfig>
"""
AVAHI = """[server]
host-name=kiosk-{name}
use-ipv4=yes
use-ipv6=no
allow-interfaces=cable
[wide-area]
enable-wide-area=no
"""


def enter_network():
    """Also without the rights of root, where the system lets users have namespaces, as Debian does."""
    user, group = os.getuid(), os.getgid()
    wanted = NEW_MOUNTS | NEW_NETWORK | (0 if user == 0 else NEW_USERS)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(wanted) != 0:
        raise unittest.SkipTest(f"the system gives no network of our own: {os.strerror(ctypes.get_errno())}")
    if user != 0:
        pathlib.Path("/proc/self/setgroups").write_text("deny")
        pathlib.Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        pathlib.Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    # What is mounted from here on stays here.
    if subprocess.run(["mount", "--make-rprivate", "/"], capture_output=True).returncode != 0:
        raise unittest.SkipTest("in a chroot nobody can keep mounts to oneself")
    subprocess.run([program("ip"), "link", "set", "lo", "up"], check=True)


def program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    assert found, f"{name} is not installed; ./dev setup does it"
    return found


class Machine:
    """`cable_to` is another machine, to whose only socket the cable goes."""

    def __init__(self, name: str, address: str, cable_to: "Machine | None" = None):
        self.address = address
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"foyer-{name}-"))
        self.environment = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"}
        (self.folder / "bus.conf").write_text(BUS.format(folder=self.folder))
        (self.folder / "avahi.conf").write_text(AVAHI.format(name=name))
        self._cable_to = cable_to
        self._processes: list[subprocess.Popen] = []

    def __enter__(self):
        # Its avahi-daemon keeps a file in /run, and two must not meet there.
        ready = self.folder / "ready"
        inside = f"mount -t tmpfs none /run && mkdir /run/avahi-daemon && touch {ready} && exec sleep infinity"
        keeper = self._start([program("unshare"), "-m", "-n", "sh", "-c", inside])
        self.command = [program("nsenter"), "-t", str(keeper.pid), "-m", "-n"]
        self._wait_for(ready)
        try:
            self._plug_in()
            self.start_bus()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_bus(self):
        self._start([*self.command, program("dbus-daemon"), f"--config-file={self.folder}/bus.conf", "--nofork",
                     "--nopidfile"])
        self._wait_for(self.folder / "bus")

    def start_avahi(self) -> subprocess.Popen:
        return self._start([*self.command, program("avahi-daemon"), "--no-drop-root", "--no-chroot", "--no-rlimits",
                            "-f", self.folder / "avahi.conf"])

    def _plug_in(self):
        def ip(*words):
            subprocess.run([*self.command, program("ip"), *words], check=True)
        ip("link", "set", "lo", "up")
        if self._cable_to:
            other = self._cable_to.command[2]
            ip("link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", other)
            for machine in (self, self._cable_to):
                for words in (["addr", "add", f"{machine.address}/24", "dev", "cable"], ["link", "set", "cable", "up"]):
                    subprocess.run([*machine.command, program("ip"), *words], check=True)

    def _start(self, command):
        log = open(self.folder / "log", "a")  # for whoever looks for a fault
        with log:
            process = subprocess.Popen(command, env={**os.environ, **self.environment}, stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=log)
        self._processes.append(process)
        return process

    def _wait_for(self, path: pathlib.Path):
        end = time.monotonic() + 20
        while not path.exists():
            assert time.monotonic() < end, f"{path} does not come:\n" + (self.folder / "log").read_text()
            time.sleep(0.02)  # between two looks; there is nothing to wait on
