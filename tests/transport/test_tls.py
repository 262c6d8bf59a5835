# SPDX-License-Identifier: EUPL-1.2
"""Risk: a kiosk talks to somebody else, or, on a board without a clock, to nobody at all."""
import contextlib
import pathlib
import tempfile
import time

from certificates import Authority
from nginx import Nginx
from probe import fetch


@contextlib.contextmanager
def https(host="localhost", made_on=None, more=""):
    """An nginx with a certificate for `host`, and the authority that signed it."""
    with tempfile.TemporaryDirectory(prefix="foyer-tls-") as folder:
        root = pathlib.Path(folder) / "root"
        root.mkdir()
        (root / "pack").write_bytes(b"content")
        authority = Authority(folder)
        with Nginx(root, authority.issue(host, made_on), more) as server:
            yield server, authority


def assert_refused(answer, words):
    assert (answer.code, answer.body) == ("unreadable", b"") and words in answer.what, answer


def test_a_certificate_of_a_known_authority_is_taken():
    with https() as (server, authority):
        assert fetch(server.url, "pack", options={"ca": str(authority.file)}).body == b"content"
        assert fetch(server.url, "pack", environment={"SSL_CERT_FILE": str(authority.file)}).body == b"content"


def test_a_certificate_of_an_unknown_authority_is_not_taken():
    with https() as (server, _), tempfile.TemporaryDirectory() as folder:
        assert_refused(fetch(server.url, "pack"), "certificate")
        other = Authority(folder)
        assert_refused(fetch(server.url, "pack", options={"ca": str(other.file)}), "certificate")


def test_a_certificate_that_has_expired_is_not_taken():
    with https(made_on="2020-01-01 00:00:00") as (server, authority):
        assert_refused(fetch(server.url, "pack", options={"ca": str(authority.file)}), "expired")


def test_a_certificate_for_another_host_is_not_taken():
    with https(host="town.example") as (server, authority):
        assert_refused(fetch(server.url, "pack", options={"ca": str(authority.file)}), "localhost")


def test_old_versions_of_tls_are_not_spoken():
    # Debian's settings of OpenSSL would refuse them too; ours has to, whatever the system is set to.
    lax = ("openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n"
           "[c]\nMinProtocol = TLSv1\nCipherString = ALL:@SECLEVEL=0\n")
    with tempfile.NamedTemporaryFile("w", suffix=".cnf") as settings, \
            https(more="ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;") as (server, authority):
        settings.write(lax)
        settings.flush()
        answer = fetch(server.url, "pack", environment={"OPENSSL_CONF": settings.name},
                       options={"ca": str(authority.file)})
        assert_refused(answer, "protocol version")


def test_a_board_in_1970_judges_certificates_at_the_time_it_can_prove():
    with https() as (server, authority):
        trusted = {"ca": str(authority.file)}
        in_1970 = "1970-01-02 00:00:00"
        assert_refused(fetch(server.url, "pack", at=in_1970, options=trusted), "not yet valid")
        answer = fetch(server.url, "pack", at=in_1970, options={**trusted, "floor": int(time.time())})
        assert answer.body == b"content", answer


def test_a_proven_time_that_lies_behind_the_clock_does_not_revive_a_certificate():
    with https(made_on="2020-01-01 00:00:00") as (server, authority):
        january_2020 = 1578000000
        answer = fetch(server.url, "pack", options={"ca": str(authority.file), "floor": january_2020})
        assert_refused(answer, "expired")


def test_a_process_that_gave_up_its_rights_still_fetches_by_https():
    with https() as (server, authority):
        answer = fetch(server.url, "pack", options={"ca": str(authority.file), "confined": True})
        assert answer.body == b"content", answer
