# SPDX-License-Identifier: EUPL-1.2
"""Risk: a kiosk in a town's network, where only the proxy leads out, reaches nothing, or passes the proxy by."""
import servers
from nginx import free_port
from probe import fetch
from test_http import CONTENT, repository
from test_tls import https


def test_http_goes_through_the_proxy_of_the_environment():
    with repository() as server, servers.proxy() as proxy:
        answer = fetch(server.url, "pack", environment={"http_proxy": proxy.url})
        assert (answer.code, answer.body) == ("ok", CONTENT), answer.what
        assert proxy.seen == [f"GET {server.url}pack HTTP/1.1"], proxy.seen


def test_https_goes_through_the_proxy_and_the_certificate_is_still_the_servers():
    with https() as (server, authority), servers.proxy() as proxy:
        proxied = {"https_proxy": proxy.url}
        answer = fetch(server.url, "pack", environment=proxied, options={"ca": str(authority.file)})
        assert (answer.code, answer.body) == ("ok", b"content"), answer.what
        assert proxy.seen == [f"CONNECT localhost:{server.port} HTTP/1.1"], proxy.seen
        assert fetch(server.url, "pack", environment=proxied).code == "unreadable"


def test_hosts_that_need_no_proxy_are_asked_directly():
    with repository() as server, servers.proxy() as proxy:
        answer = fetch(server.url, "pack", environment={"http_proxy": proxy.url, "no_proxy": "localhost"})
        assert (answer.code, proxy.seen) == ("ok", [])


def test_a_proxy_that_is_not_there_is_nobody_there():
    with repository() as server:
        answer = fetch(server.url, "pack", environment={"http_proxy": f"http://localhost:{free_port()}"})
        assert answer.code == "unreadable" and not server.requests()
