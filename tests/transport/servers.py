# SPDX-License-Identifier: EUPL-1.2
"""Servers that no nginx would be: hostile ones, and a proxy. One connection at a time each."""
import contextlib
import select
import socket
import threading


class Server:
    """Calls `serve(connection, request)` with the first bytes of each connection."""

    def __init__(self, serve):
        self._serve = serve
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"http://localhost:{self.port}/"
        self.seen, self.heads = [], []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        # Closing alone would not wake the thread that accepts.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                request = _read_head(connection)
                self.heads.append(request.decode())
                self.seen.append(self.heads[-1].split("\r\n")[0])
                self._serve(connection, request)


def _read_head(connection):
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(4096)
        if not piece:
            break
        head += piece
    return head


def says(*pieces):
    """Answers with these bytes and hangs up."""
    return Server(lambda connection, _: [connection.sendall(piece) for piece in pieces])


def says_for_ever(start, piece):
    """Answers with `start` and then `piece` without end, as fast as it is taken."""
    def serve(connection, _):
        connection.sendall(start)
        while True:
            connection.sendall(piece)
    return Server(serve)


def says_nothing():
    """Takes the request and waits until the other side has enough."""
    return Server(lambda connection, _: connection.recv(1))


@contextlib.contextmanager
def takes_no_connection():
    """An address where connections are neither taken nor refused, as behind a firewall: its queue is full."""
    with socket.socket() as listener, contextlib.ExitStack() as queue:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def proxy():
    """Passes on what it is asked for: CONNECT as a tunnel, GET with a whole address."""
    def serve(connection, request):
        method, target = request.split(b" ")[:2]
        if method == b"CONNECT":
            port = int(target.rsplit(b":", 1)[1])
            with socket.create_connection(("127.0.0.1", port)) as server:
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                _pass_on(connection, server)
            return
        _, host, path = target.split(b"/", 3)[1:]
        with socket.create_connection(("127.0.0.1", int(host.rsplit(b":", 1)[1]))) as server:
            server.sendall(request.replace(target, b"/" + path, 1))
            _pass_on(connection, server)
    return Server(serve)


def _pass_on(one, other):
    while True:
        for side in select.select([one, other], [], [])[0]:
            data = side.recv(65536)
            if not data:
                return
            (other if side is one else one).sendall(data)
