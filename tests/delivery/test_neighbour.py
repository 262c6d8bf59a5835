# SPDX-License-Identifier: EUPL-1.2
"""Risk: kiosks that share get less than a stick would bring, trust somebody near by, or can be kept from their own work by one.
Kiosk A has what a stick brought, B asks A, C asks B; all are real processes on this machine."""
import contextlib
import http.client
import http.server
import json
import pathlib
import shutil
import socket
import subprocess
import threading
import time

from lan import Machine, enter_network
from nginx import free_port
from town import Town


class Watching:
    """A store with a `foyer-update watch` at work."""

    def __init__(self, town, name, *options, share=True, machine=None):
        self.store = town.new_store(name)
        self.media = town.folder / f"{name}-media"
        self.media.mkdir()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        sharing = ["--share", "--share-port", self.port] if share else []
        command = self.store.command("watch", self.media, *sharing, *options)
        environment = self.store.environment(machine and machine.environment)
        self.log = town.folder / f"{name}.log"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen([*(machine.command if machine else []), *command], env=environment, stderr=log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def plug_in(self, stick, name="stick"):
        shutil.copytree(stick, self.media / name)

    def version(self) -> str | None:
        """Of the active pack; none: the factory's."""
        active = self.store.active()
        return active and self.store.active_version()

    def phase(self) -> str:
        with contextlib.suppress(FileNotFoundError):
            return self.store.report()["status"]["phase"]
        return ""

    def wait_for_version(self, version, seconds=30):
        wait_for(lambda: self.version() == version, seconds, lambda: self.store.report())

    def ask(self, path, method="GET", **headers):
        # The connection before may still be counted, and one address has two.
        for _ in range(100):
            with contextlib.suppress(http.client.RemoteDisconnected, ConnectionResetError):
                return self.ask_once(path, method, **headers)
        raise AssertionError("no answer")

    def ask_once(self, path, method, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            # Not urllib: it would tidy up what is asked for.
            connection.putrequest(method, path, skip_host=False)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())

    def shared(self) -> list[pathlib.Path]:
        return sorted(path for path in (self.store.folder / "shared").rglob("*") if path.is_file())


def wait_for(condition, seconds=30, says=lambda: ""):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, says()
        time.sleep(0.02)  # between two looks; there is nothing to wait on


def listens(process) -> bool:
    """Whether the process has a socket that others can connect to."""
    own = set()
    for link in pathlib.Path(f"/proc/{process.pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            own.add(str(link.readlink()))
    listening = "0A"
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/{process.pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == listening and f"socket:[{fields[9]}]" in own:
                return True
    return False


@contextlib.contextmanager
def kiosk_with_pack_2(*options):
    """Kiosk A got it from a stick, which is gone."""
    with Town() as town:
        town.publish(1)
        town.publish(2)
        with Watching(town, "a", *options) as a:
            a.plug_in(town.stick())
            a.wait_for_version("2")
            wait_for(lambda: a.phase() == "installed")
            shutil.rmtree(a.media / "stick")
            wait_for(lambda: a.phase() == "idle")
            yield town, a


@contextlib.contextmanager
def liar(answer):
    """A neighbour that does with each request what `answer` does: answer(handler)."""
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            with contextlib.suppress(OSError):
                answer(self)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def serve_folder(folder, change=lambda path, content: content):
    def answer(handler):
        path = pathlib.Path(folder, handler.path.lstrip("/"))
        if not path.is_file():
            handler.send_error(404)
            return
        content = change(path, path.read_bytes())
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
    return answer


def test_one_stick_updates_one_kiosk_and_through_it_the_next_and_through_that_a_third():
    with kiosk_with_pack_2() as (town, a), Watching(town, "b", "--neighbour", a.url) as b:
        b.wait_for_version("2")
        assert b.store.report()["status"]["channel"] == "neighbour"
        wait_for(lambda: b.ask("/metadata/timestamp.json")[0] == 200)
        a.process.kill()
        with Watching(town, "c", "--neighbour", b.url) as c:
            c.wait_for_version("2")
            wait_for(lambda: c.ask("/metadata/timestamp.json")[0] == 200)
            wait_for(lambda: not c.store.leftovers())


def test_neighbours_with_any_pack_before_are_served_by_a_patch_or_else_the_whole_pack():
    with kiosk_with_pack_2() as (town, a):
        names = [path.name for path in a.shared()]
        assert sum(name.endswith(".zst") for name in names) == 1, names
        assert sum(name.endswith(".zsd") for name in names) == 1, names
        published = [path for path in town.publisher.repository.rglob("*") if path.is_file()]
        for path in a.shared():
            if path.name != "timestamp.json":  # this one is the stick's
                assert path.read_bytes() in [other.read_bytes() for other in published if other.name == path.name], path


def test_when_a_kiosk_says_the_stick_may_go_all_is_there_for_its_neighbours():
    with Town() as town:
        town.publish(2)
        with Watching(town, "a") as a:
            a.plug_in(town.stick())
            wait_for(lambda: a.phase() == "installed")
            assert (a.store.folder / "shared" / "metadata" / "timestamp.json").exists()


def test_what_is_shared_follows_the_next_pack_and_the_old_one_goes():
    with kiosk_with_pack_2() as (town, a):
        before = a.shared()
        town.publish(3)
        a.plug_in(town.stick("next"))
        a.wait_for_version("3")
        wait_for(lambda: a.phase() == "installed")
        after = a.shared()
        assert sum(path.name.endswith(".zst") for path in after) == 1
        assert not any(path.name.endswith(".snapshot.json") for path in set(before) & set(after))
        with Watching(town, "b", "--neighbour", a.url) as b:
            b.wait_for_version("3")


def test_a_kiosk_that_does_not_share_listens_nowhere_and_keeps_nothing_for_others():
    with Town() as town:
        town.publish(2)
        with Watching(town, "a", share=False) as a:
            a.plug_in(town.stick())
            wait_for(lambda: a.phase() == "installed")
            assert not listens(a.process)
            assert not a.shared()
        with Watching(town, "b") as b:
            wait_for(lambda: listens(b.process))


def test_sharing_that_is_switched_off_leaves_nothing():
    with kiosk_with_pack_2() as (_, a):
        a.process.kill()
        a.process.wait()
        process = a.store.start("watch", a.media)
        try:
            wait_for(lambda: not a.shared())
        finally:
            process.kill()
            process.wait()


def test_names_do_not_lead_out_of_the_shared_folder():
    with kiosk_with_pack_2() as (_, a):
        (a.store.folder / "shared" / "secret.json").write_text("{}")
        (a.store.folder / "shared" / "metadata" / "link.json").symlink_to(a.store.folder / "current")
        (a.store.folder / "shared" / "metadata" / ".hidden.json").write_text("{}")
        (a.store.folder / "shared" / "metadata" / "folder.json").mkdir()
        assert a.ask("/metadata/timestamp.json")[0] == 200
        for path in ("/", "/metadata", "/metadata/", "/targets/packs/", "/secret.json", "/metadata/../secret.json",
                     "/metadata/%2e%2e/secret.json", "/metadata/..%2fsecret.json", "/targets/packs/../../secret.json",
                     "/targets/packs/%2e%2e/%2e%2e/secret.json", "//metadata/timestamp.json", "/metadata//timestamp.json",
                     "/metadata/.hidden.json", "/metadata/link.json", "/metadata/folder.json", "/metadata/timestamp.json%00",
                     "/../current", "/current", "/targets/packs/a/b/c", "/metadata/./timestamp.json", "/" + "a" * 5000):
            assert a.ask(path)[0] == 404, path
        assert a.ask("/metadata/timestamp.json", "PUT")[0] == 405
        assert a.ask("/metadata/timestamp.json", "DELETE")[0] == 405


def test_a_part_of_a_file_is_served_so_that_a_download_can_go_on():
    with kiosk_with_pack_2() as (_, a):
        pack = next(path for path in a.shared() if path.name.endswith(".zst"))
        content = pack.read_bytes()
        name = "/" + str(pack.relative_to(a.store.folder / "shared"))
        status, got, headers = a.ask(name)
        assert (status, got, headers["Content-Length"]) == (200, content, str(len(content)))
        status, got, headers = a.ask(name, Range="bytes=1000-")
        assert (status, got) == (206, content[1000:])
        assert headers["Content-Range"] == f"bytes 1000-{len(content) - 1}/{len(content)}"
        assert a.ask(name, Range="bytes=10-19")[:2] == (206, content[10:20])
        assert a.ask(name, Range=f"bytes={len(content)}-")[0] == 416
        status, got, headers = a.ask(name, "HEAD")
        assert (status, got, headers["Content-Length"]) == (200, b"", str(len(content)))


def test_threat_1_a_neighbour_with_wrong_bytes_changes_nothing():
    def turned(path, content):
        return content[:-1] + bytes([content[-1] ^ 1]) if path.suffix in (".zst", ".zsd") else content

    with kiosk_with_pack_2() as (town, a):
        for change in (turned, lambda path, content: content.replace(b'"version":', b'"versiom":')):
            folder = a.store.folder / "shared"
            with liar(serve_folder(folder, change)) as url, Watching(town, f"b{id(change)}", "--neighbour", url) as b:
                wait_for(lambda: b.phase() == "refused")
                assert b.store.report()["status"]["code"] in ("U02", "U03", "U06"), b.store.report()
                assert b.version() is None
                assert not b.shared()
                wait_for(lambda: not b.store.leftovers())


def test_threat_2_a_neighbour_with_an_older_snapshot_changes_nothing():
    with Town() as town:
        town.publish(1)
        old = town.folder / "old"
        shutil.copytree(town.publisher.repository, old)
        town.publish(2)
        with liar(serve_folder(old)) as url:
            with Watching(town, "b") as b:
                b.plug_in(town.stick())
                wait_for(lambda: b.phase() == "installed")
            process = b.store.start("watch", b.media, "--share", "--neighbour", url)
            try:
                shutil.rmtree(b.media / "stick")
                wait_for(lambda: b.store.report()["status"]["code"] == "U05", says=lambda: b.store.report())
                assert b.version() == "2"
            finally:
                process.kill()
                process.wait()


def endless(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


def drop_by_drop(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "10000")
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(1)  # that is what this neighbour is about


def test_threat_5_a_neighbour_without_an_end_and_one_with_a_byte_a_second_cost_bounded_time():
    with Town() as town:
        town.publish(2)
        for name, answer, code in (("endless", endless, "U09"), ("slow", drop_by_drop, "U10")):
            began = time.monotonic()
            with liar(answer) as url, Watching(town, name, "--neighbour", url) as b:
                wait_for(lambda: b.phase() == "refused", 60)
                assert time.monotonic() - began < 25, name
                assert b.store.report()["status"]["code"] == code, b.store.report()
                assert b.version() is None
                wait_for(lambda: not b.store.leftovers())


def test_a_stick_does_not_wait_for_a_slow_neighbour():
    def slow_and_steady(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "500000")
        handler.end_headers()
        asked.set()
        while True:
            handler.wfile.write(b" " * 2000)  # above the least speed
            time.sleep(0.1)  # that is what this neighbour is about

    with Town() as town:
        town.publish(2)
        asked = threading.Event()
        stick = town.stick()
        with liar(slow_and_steady) as url, Watching(town, "b", "--neighbour", url) as b:
            assert asked.wait(20)
            began = time.monotonic()
            b.plug_in(stick)
            b.wait_for_version("2")
            assert time.monotonic() - began < 10
            assert b.store.report()["status"]["channel"] == "stick"


def test_threat_20_a_hundred_connections_do_not_hold_up_the_kiosks_own_work():
    with kiosk_with_pack_2() as (town, a), contextlib.ExitStack() as connections:
        town.publish(3)
        stick = town.stick("next")
        for _ in range(100):
            connection = connections.enter_context(socket.socket())
            connection.settimeout(5)
            connection.connect(("127.0.0.1", a.port))
            with contextlib.suppress(OSError):
                connection.sendall(b"GET /metadata/timestamp.json HTTP/1.1\r\n")  # and never the rest
        threads = len(list(pathlib.Path(f"/proc/{a.process.pid}/task").iterdir()))
        assert threads <= 16, threads
        began = time.monotonic()
        a.plug_in(stick, "next")
        a.wait_for_version("3")
        assert time.monotonic() - began < 10


def test_an_address_has_two_connections_at_most():
    with kiosk_with_pack_2() as (_, a), contextlib.ExitStack() as connections:
        def connect():
            connection = connections.enter_context(socket.create_connection(("127.0.0.1", a.port), 5))
            connection.sendall(b"GET /metadata/timestamp.json HTTP/1.1\r\nHost: a\r\n\r\n")
            try:
                return connection.recv(100)
            except ConnectionError:
                return b""
        assert connect().startswith(b"HTTP/1.1 200")
        assert connect().startswith(b"HTTP/1.1 200")
        assert connect() == b""


def test_the_metadata_that_are_shared_are_those_that_were_received():
    with kiosk_with_pack_2() as (town, a):
        stick = town.folder / "stick" / "foyer" / "metadata"
        for name in ("1.root.json", "timestamp.json"):
            assert a.ask(f"/metadata/{name}")[1] == (stick / name).read_bytes()
        assert json.loads(a.ask("/metadata/timestamp.json")[1])["signed"]["x-channel"] == "usb"


def test_kiosks_on_a_network_find_each_other_and_update_from_one_stick():
    enter_network()
    with Town() as town, Machine("a", "10.77.0.1") as machine_a, Machine("b", "10.77.0.2", machine_a) as machine_b:
        machine_a.start_avahi()
        machine_b.start_avahi()
        town.publish(2)
        with (Watching(town, "a", machine=machine_a) as a, Watching(town, "b", machine=machine_b) as b,
              Watching(town, "c", machine=machine_b) as c):
            a.plug_in(town.stick())
            for kiosk in (b, c):
                kiosk.wait_for_version("2")
                assert kiosk.store.report()["status"]["source"].startswith("http://10.77.0.")
            # What changes is told to those who are there already.
            town.publish(3)
            a.plug_in(town.stick("next"), "next")
            for kiosk in (b, c):
                kiosk.wait_for_version("3")


def test_without_avahi_there_is_one_line_in_the_log_and_all_else_goes_on():
    enter_network()
    with Town() as town, Machine("a", "10.77.0.1") as machine:
        town.publish(2)
        nowhere = Machine("b", "10.77.0.2")  # was never switched on: no D-Bus either
        nowhere.command = machine.command
        for name, there in (("a", machine), ("b", nowhere)):
            with Watching(town, name, machine=there) as kiosk:
                kiosk.plug_in(town.stick(f"stick-{name}"))
                kiosk.wait_for_version("2")
                assert kiosk.log.read_text().count("neighbours are not looked for") == 1, kiosk.log.read_text()


def test_a_neighbour_that_lied_is_left_alone_and_a_stick_still_works():
    enter_network()
    with Town() as town, Machine("a", "10.77.0.1") as machine_a, Machine("b", "10.77.0.2", machine_a) as machine_b:
        machine_a.start_avahi()
        town.publish(2)
        stick = town.stick()
        with Watching(town, "a", machine=machine_a) as a:
            a.plug_in(stick)
            wait_for(lambda: a.phase() == "installed")
            for path in a.shared():
                if path.suffix in (".zst", ".zsd"):
                    path.write_bytes(bytes(path.stat().st_size))
            machine_b.start_avahi()
            with Watching(town, "b", machine=machine_b) as b:
                wait_for(lambda: b.phase() == "refused")
                b.plug_in(stick)
                b.wait_for_version("2")
                assert b.log.read_text().count("update refused") == 1, b.log.read_text()
