# SPDX-License-Identifier: EUPL-1.2
"""A real nginx on this machine only, as any user, with a port and a folder of its own.

    with Nginx(folder_to_serve) as server:
        fetch(server.url + "metadata/timestamp.json")
        print(server.requests())

stop() and start() keep port, log and settings, so a test can take the server away in the middle of a transfer.
"""
import dataclasses
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

SETTINGS = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    log_format counts '$connection $status $request_length $bytes_sent $request_uri';
    access_log {folder}/requests.log counts;
    server {{
        listen 127.0.0.1:{port}{ssl}; {certificate}
        root {root};
        {more}
    }}
}}
"""


@dataclasses.dataclass(frozen=True)
class Request:
    """One line of the log. received and sent count what HTTP moved, headers included, without TLS."""
    connection: int
    status: int
    received: int
    sent: int
    path: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """`certificate` is (chain file, key file) and makes it https; `more` goes into the server's block."""

    def __init__(self, root, certificate=None, more=""):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="foyer-nginx-"))
        self.port = free_port()
        self.url = f"{'https' if certificate else 'http'}://localhost:{self.port}/"
        self._process = None
        pair = certificate and f"ssl_certificate {certificate[0]}; ssl_certificate_key {certificate[1]};"
        (self.folder / "nginx.conf").write_text(SETTINGS.format(
            folder=self.folder, port=self.port, ssl=" ssl" if pair else "", certificate=pair or "",
            root=pathlib.Path(root).resolve(), more=more))

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        program = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
        assert program, "nginx is not installed; ./dev setup does it"
        self._process = subprocess.Popen(
            [program, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while not self._answers():
            stopped = self._process.poll() is not None
            assert not stopped and time.monotonic() < deadline, "nginx does not start:\n" + self._errors()
            time.sleep(0.02)  # between two looks; there is nothing to wait on

    def stop(self):
        """At once, as if the machine had gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def requests(self) -> list[Request]:
        """Those that are answered. The line of one is written just after its last byte."""
        log = self.folder / "requests.log"
        lines = log.read_text().splitlines() if log.exists() else []
        return [Request(*map(int, line.split(" ", 4)[:4]), line.split(" ", 4)[4]) for line in lines]

    def processor_s(self) -> float:
        """Processor time it has used."""
        fields = pathlib.Path(f"/proc/{self._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def _errors(self) -> str:
        log = self.folder / "error.log"
        return log.read_text() if log.exists() else "(no log)"
