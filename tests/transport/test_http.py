# SPDX-License-Identifier: EUPL-1.2
"""Risk: a server, or who stands in its place, keeps a kiosk busy for ever, fills its memory, or leads it elsewhere."""
import contextlib
import pathlib
import tempfile

import servers
from nginx import Nginx
from probe import Probe, fetch

CONTENT = bytes(range(256)) * 2000  # 512 kB
TIMESTAMP = b'{"signatures":[{"keyid":"%s","sig":"%s"}],"signed":{%s}}' % (b"0" * 64, b"1" * 128, b"x" * 420)


@contextlib.contextmanager
def repository(more=""):
    """An nginx with a few files, started."""
    with tempfile.TemporaryDirectory(prefix="foyer-root-") as folder:
        root = pathlib.Path(folder)
        (root / "metadata").mkdir()
        (root / "metadata" / "timestamp.json").write_bytes(TIMESTAMP)
        (root / "pack").write_bytes(CONTENT)
        (root / "empty").write_bytes(b"")
        (root / "1.a%2Fb?ä c.json").write_bytes(b"odd")
        with Nginx(root, more=more) as server:
            yield server


def test_a_file_comes_whole():
    with repository() as server:
        answer = fetch(server.url, "pack")
        assert (answer.code, answer.body) == ("ok", CONTENT), answer.what
        assert fetch(server.url, "empty").code == "ok"


def test_a_file_of_exactly_the_allowed_size_comes_and_one_byte_more_does_not():
    with repository() as server:
        assert fetch(server.url, "pack", max=len(CONTENT)).code == "ok"
        answer = fetch(server.url, "pack", max=len(CONTENT) - 1)
        assert (answer.code, answer.body) == ("too_large", b"")


def test_more_bytes_than_allowed_are_not_gone_on_from():
    with repository() as server:
        assert fetch(server.url, "pack", offset=11, max=10).code == "too_large"
        assert not server.requests()


def test_a_request_tells_nothing_that_is_not_needed():
    with servers.says(b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 5-9/10\r\n\r\n12345") as server:
        fetch(server.url, "pack", offset=5)
        lines = server.heads[0].rstrip().split("\r\n")
        assert sorted(lines[1:]) == ["Accept-Encoding: identity", f"Host: localhost:{server.port}", "Range: bytes=5-",
                                     "User-Agent: foyer-update"], lines


def test_a_transfer_goes_on_where_it_was_cut():
    with repository() as server:
        answer = fetch(server.url, "pack", offset=500_000)
        assert (answer.code, answer.body) == ("ok", CONTENT[500_000:])


def test_going_on_behind_the_last_byte_is_done_and_further_is_refused():
    with repository() as server:
        answer = fetch(server.url, "pack", offset=len(CONTENT))
        assert (answer.code, answer.body) == ("ok", b""), answer.what
        assert fetch(server.url, "pack", offset=len(CONTENT) + 1).code == "refused"


def test_a_server_that_is_restarted_in_the_middle_costs_only_the_rest():
    with repository("limit_rate 100k;") as server:
        cut = Probe(server.url, {"name": "pack"})
        cut.wait_for_bytes(1)
        server.stop()
        before = cut.answer()
        assert before.code == "unreadable" and 0 < len(before.body) < len(CONTENT), before
        assert fetch(server.url, "pack", offset=len(before.body)).code == "unreadable"
        server.start()
        after = fetch(server.url, "pack", offset=len(before.body))
        assert after.code == "ok" and before.body + after.body == CONTENT


def test_what_is_not_there_or_not_for_us_is_not_found():
    with repository("location /secret { return 403; } location /gone { return 410; }") as server:
        assert [fetch(server.url, name).code for name in ("nothing", "secret", "gone")] == ["not_found"] * 3


def test_errors_of_the_server_are_refused():
    codes = (400, 401, 429, 500, 503)
    with repository("".join(f"location /e{code} {{ return {code}; }}" for code in codes)) as server:
        for code in codes:
            answer = fetch(server.url, f"e{code}")
            assert answer.code == "refused" and str(code) in answer.what, answer


def test_redirects_are_refused():
    places = "".join(f"location /to{code} {{ return {code} /pack; }}" for code in (301, 302, 303, 307, 308))
    with repository(places) as server:
        for code in (301, 302, 303, 307, 308):
            answer = fetch(server.url, f"to{code}")
            assert (answer.code, answer.body) == ("refused", b""), answer
        assert "/pack" not in [request.path for request in server.requests()]


def test_a_server_that_stalls_at_one_byte_a_second_is_given_up():
    with repository("limit_rate 1;") as server:
        answer = fetch(server.url, "pack", options={"slow_for": 2})
        assert answer.code == "timeout" and answer.seconds < 20, answer


def test_a_deadline_ends_a_transfer_that_is_fast_enough():
    with repository("limit_rate 20k;") as server:
        answer = fetch(server.url, "pack", within_ms=1500)
        assert answer.code == "timeout" and 1 < answer.seconds < 10, answer


def test_a_server_that_never_answers_is_given_up():
    with servers.says_nothing() as server:
        assert fetch(server.url, "pack", options={"slow_for": 2}).code == "timeout"


def test_a_connection_that_never_comes_is_given_up_as_nobody_there():
    with servers.takes_no_connection() as url:
        answer = fetch(url, "pack", options={"connect_within": 1})
        assert answer.code == "unreadable" and answer.seconds < 10, answer


def test_a_server_that_never_ends_is_cut_at_the_limit():
    for start in (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"):
        with servers.says_for_ever(start, b"x" * 65536) as server:
            answer = fetch(server.url, "pack", max=100_000)
            assert len(answer.body) <= 100_000 and answer.seconds < 10, answer
    with servers.says_for_ever(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                               b"8000\r\n" + b"x" * 0x8000 + b"\r\n") as server:
        answer = fetch(server.url, "pack", max=100_000)
        assert answer.code == "too_large" and len(answer.body) <= 100_000, answer


def test_an_error_page_that_never_ends_is_not_read():
    with servers.says_for_ever(b"HTTP/1.1 404 Not Found\r\n\r\n", b"x" * 65536) as server:
        answer = fetch(server.url, "pack")
        assert (answer.code, answer.body) == ("not_found", b"") and answer.seconds < 10


def test_headers_without_an_end_are_refused():
    for start, piece in ((b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 1000 + b"\r\n"),
                         (b"", b"HTTP/1.1 100 Continue\r\n\r\n")):
        with servers.says_for_ever(start, piece) as server:
            answer = fetch(server.url, "pack")
            assert (answer.code, answer.body) == ("refused", b"") and answer.seconds < 10, answer


def test_an_answer_that_ends_early_is_an_error():
    with servers.says(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", b"x" * 50) as server:
        assert fetch(server.url, "pack").code == "unreadable"
    with servers.says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"64\r\nxxx") as server:
        assert fetch(server.url, "pack").code == "unreadable"


def test_another_part_than_the_one_asked_for_never_reaches_the_sink():
    some = b"206 Partial Content\r\nContent-Range: bytes "
    parts = (some + b"0-9/10", some + b"5-7/10", some + b"5-9/*", some + b"5-4/5", some + b"5-9/10 ",
             b"206 Partial Content", b"200 OK")
    for part in parts:
        with servers.says(b"HTTP/1.1 " + part + b"\r\nContent-Length: 5\r\n\r\n12345") as server:
            answer = fetch(server.url, "pack", offset=5)
            good = part.endswith(b"5-9/10 ")
            assert (answer.code, answer.body) == (("ok", b"12345") if good else ("refused", b"")), (part, answer)


def test_a_part_of_a_file_that_is_too_long_is_refused_before_its_first_byte():
    with servers.says(b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 5-99/100\r\n\r\n", b"x" * 50) as server:
        answer = fetch(server.url, "pack", offset=5, max=99)
        assert (answer.code, answer.body) == ("too_large", b"")


def test_what_was_packed_unasked_is_refused():
    with servers.says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b") as server:
        answer = fetch(server.url, "pack")
        assert (answer.code, answer.body) == ("refused", b"")


def test_names_are_encoded_by_segment_and_what_is_encoded_stays():
    with repository() as server:
        answer = fetch(server.url, "1.a%252Fb?ä c.json")
        assert (answer.code, answer.body) == ("ok", b"odd")
        fetch(server.url, "metadata/1.a%2Fb.json")
        assert server.requests()[-1].path == "/metadata/1.a%2Fb.json"


def test_names_that_leave_the_place_are_refused_without_a_request():
    with repository() as server:
        for name in ("../pack", "a/../pack", "/pack", "a//pack", "./pack", "pack/", ""):
            assert fetch(server.url, name).code == "refused", name
        assert not server.requests()


def test_nobody_there_is_unreadable():
    with repository() as server:
        server.stop()
        assert fetch(server.url, "pack").code == "unreadable"
    assert fetch("http://no-such-host.invalid/", "pack").code == "unreadable"


def test_nothing_new_takes_one_connection_and_less_than_two_kilobytes():
    with repository() as server:
        answer = Probe(server.url, {"name": "metadata/2.root.json"}, {"name": "metadata/timestamp.json"}).answer()
        assert answer.codes == ["not_found", "ok"] and answer.body == TIMESTAMP
        requests = server.requests()
        assert [request.status for request in requests] == [404, 200]
        assert len({request.connection for request in requests}) == 1 == answer.connections
        moved = sum(request.received + request.sent for request in requests)
        assert moved == answer.sent + answer.received, (moved, answer)
        print(f"{moved} bytes of HTTP, {len(TIMESTAMP)} of them the timestamp")
        assert moved <= 2000, moved
