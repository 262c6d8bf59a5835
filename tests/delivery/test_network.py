# SPDX-License-Identifier: EUPL-1.2
"""Risk: a server that is slow, wrong or hostile changes what a kiosk shows, or an honest one cannot reach it."""
import shutil
import tempfile
import time

from certificates import Authority
from nginx import Nginx
from town import REFUSED, Town


def test_an_update_over_https_by_a_patch_that_is_one_of_few_requests():
    with Town() as town, tempfile.TemporaryDirectory() as folder:
        town.publish(1)
        town.publish(2)
        authority = Authority(folder)
        with Nginx(town.publisher.repository, authority.issue("localhost")) as server:
            town.store.update("--source", server.url, environment={"SSL_CERT_FILE": str(authority.file)})
            assert town.store.active_version() == "2"
            requests = server.requests()
        assert len({request.connection for request in requests}) == 1
        assert not any(request.path.endswith(".zst") for request in requests), requests
        assert sum(request.path.endswith(".zsd") for request in requests) == 1, requests


def test_a_certificate_nobody_knows_is_U11_and_nothing_changes():
    with Town() as town, tempfile.TemporaryDirectory() as folder:
        town.publish(2)
        with Nginx(town.publisher.repository, Authority(folder).issue("localhost")) as server:
            town.store.update("--source", server.url, expect=REFUSED)
        assert town.store.code() == "U11"
        assert town.store.active() is None


def test_nothing_new_is_two_requests_on_one_connection_and_two_kilobytes():
    with Town() as town:
        town.publish(2)
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
            before = len(server.requests())
            town.store.update("--source", server.url)
            last = server.requests()[before:]
        assert [request.path for request in last] == ["/metadata/2.root.json", "/metadata/timestamp.json"]
        assert last[0].connection == last[1].connection
        assert sum(request.received + request.sent for request in last) <= 2000, last
        assert town.store.report()["status"]["phase"] == "up_to_date"


def test_no_server_is_U11_and_the_kiosk_goes_on():
    with Town() as town:
        town.publish(2)
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
        active = town.store.active()
        town.store.update("--source", server.url, expect=REFUSED)
        assert town.store.code() == "U11"
        assert town.store.active() == active
        assert town.store.report()["freshness"]["last_success"]


def test_a_server_with_errors_is_U11_and_one_without_a_repository_U01():
    with Town() as town:
        town.publish(2)
        for answer, code in (("return 500;", "U11"), ("return 302 https://example.org/;", "U11"),
                             ("return 404;", "U01"), ("return 403;", "U01")):
            with Nginx(town.publisher.repository, more=f"location / {{ {answer} }}") as server:
                town.store.update("--source", server.url, expect=REFUSED)
                assert town.store.code() == code, (answer, town.store.report()["status"])
        assert town.store.active() is None


def test_threat_2_a_server_that_went_back_to_an_old_backup_is_U05():
    with Town() as town:
        town.publish(1)
        backup = town.folder / "backup"
        shutil.copytree(town.publisher.repository, backup)
        town.publish(2)
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
        active = town.store.active()
        with Nginx(backup) as server:
            town.store.update("--source", server.url, expect=REFUSED)
        assert town.store.code() == "U05"
        assert town.store.active() == active


def test_a_repository_for_sticks_on_a_server_is_U14():
    with Town() as town:
        town.publish(2)
        with Nginx(town.stick() / "foyer") as server:
            town.store.update("--source", server.url, expect=REFUSED)
        assert town.store.code() == "U14"


def test_a_download_goes_on_where_the_server_went_away():
    with Town() as town:
        town.store.factory = town.pack(3)  # a base that no patch starts from
        town.publish(2)
        half = "location ~ zst$ { limit_rate 300k; }"
        with Nginx(town.publisher.repository, more=half) as server:
            process = town.store.start("--source", server.url)
            end = time.monotonic() + 30
            while not any(path.stat().st_size > 0 for path in town.store.folder.rglob(".part-*")):
                assert time.monotonic() < end and process.poll() is None, "nothing comes"
                time.sleep(0.02)  # between two looks
            time.sleep(0.3)  # some more bytes
            server.stop()
            assert process.wait(60) == REFUSED
            assert town.store.code() == "U11"
            there = max(path.stat().st_size for path in town.store.folder.rglob(".part-*"))
            assert there > 0
            server.start()
            before = len(server.requests())
            town.store.update("--source", server.url)
            assert town.store.active_version() == "2"
            whole = next(path for path in town.publisher.repository.rglob("*.zst")).stat().st_size
            sent = next(request.sent for request in server.requests()[before:] if request.path.endswith(".zst"))
            assert sent < whole - there / 2, (sent, whole, there)
            assert not town.store.leftovers()


def test_keys_that_change_are_followed():
    with Town() as town:
        publisher = town.publisher
        town.publish(1)
        with Nginx(publisher.repository) as server:
            town.store.update("--source", server.url)
            publisher.pack("keys", "new", publisher.key("editor-2"), "--name", "editor-2")
            publisher.pack("repo", "rotate", publisher.repository, "--role", "targets", "--add-key",
                           f"{publisher.key('editor-2')}.pub", "--remove-key", "editor")
            publisher.sign("root-1", "root-2", "editor-2", "online")
            publisher.pack("repo", "add", publisher.repository, town.pack(2))
            publisher.sign("editor-2", "online")
            town.store.update("--source", server.url)
        assert town.store.active_version() == "2"
        assert town.store.status()["root_version"] == 2
