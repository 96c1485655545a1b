"""One connection to a server: frames, requests and answers. The format: ``docs/gateway.md``."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import ssl
import struct
import sys
import weakref
from typing import Any
from urllib.parse import urlsplit

from . import errors
from .errors import ConnectionLost, PowerGridError, ServerTimeout
from .server import Server, gone

__all__ = ["Connection"]

PROTOCOL = 1
HEADER = 8
CONTROL, DATA = 1, 2
INFOS, FINAL = 1, 2

_HEAD = struct.Struct("<IBBH")
_MAX_FRAME = 1 << 30

_live: weakref.WeakSet[Connection] = weakref.WeakSet()


class Connection:
    """A connection that has said hello. Belongs to one thread at a time.

    Whatever leaves a frame half-way, a timeout or Ctrl-C included, ends the connection: what comes
    next could not be told from what was meant for somebody else.

    Args:
        address: ``unix:PATH``, ``tcp://HOST:PORT`` or ``tls://HOST:PORT``.
        token: 64 hexadecimal digits, where the server asks for one.
        timeout: seconds that the server may take to answer anything.
        server: whose log explains why it is gone; None for one that is not this process's.
        cafile: certificates to trust with ``tls``; else those of the system.
    """

    def __init__(
        self,
        address: str,
        token: str | None = None,
        *,
        timeout: float = 60.0,
        server: Server | None = None,
        cafile: str | None = None,
    ) -> None:
        self.address = address
        self._server = server
        self._timeout = timeout
        self._why_closed = "the environment was closed"
        self._socket: socket.socket | None = None
        try:
            self._socket = _connect(address, timeout, cafile)
        except OSError as e:
            raise gone(server, f"cannot connect to {address}: {e}") from e
        _live.add(self)
        hello: dict[str, Any] = {
            "op": "hello",
            "protocol": PROTOCOL,
            "client": f"powergrid-python {sys.version_info[0]}.{sys.version_info[1]}",
        }
        if token is not None:
            hello["token"] = token
        self.hello = self.request(hello)

    @property
    def closed(self) -> bool:
        """Whether it was closed, or broke."""
        return self._socket is None

    def request(self, body: dict[str, Any]) -> dict[str, Any]:
        """Sends a control frame and reads the control frame that answers it."""
        kind, _, payload = self.ask(body)
        if kind != CONTROL:
            raise self._break("the server answered with data where it should have told something")
        return self.told(payload)

    def ask(self, body: dict[str, Any]) -> tuple[int, int, bytearray]:
        """Sends a control frame and reads a frame of any kind.

        Returns:
            kind, flags and payload
        """
        payload = json.dumps(body, default=_plain, allow_nan=False).encode()
        sock = self._open_socket()
        try:
            sock.sendall(_HEAD.pack(len(payload), CONTROL, 0, 0) + payload)
        except BrokenPipeError:
            pass  # it may have said why before it hung up
        except BaseException as e:
            raise self._broken(e) from e
        return self.frame()

    def frame(self) -> tuple[int, int, bytearray]:
        """Reads a frame: its kind, flags and payload."""
        head = self._exactly(HEADER)
        length, kind, flags, reserved = _HEAD.unpack(head)
        if kind not in (CONTROL, DATA) or reserved or length > _MAX_FRAME:
            raise self._break(f"the server sent a frame that is none: {bytes(head).hex()}")
        return kind, flags, self._exactly(length)

    def told(self, payload: bytes | bytearray) -> dict[str, Any]:
        """What a control frame says, or the exception that it stands for."""
        try:
            said = json.loads(payload)
        except ValueError as e:
            raise self._break(f"the server sent a control frame that is no JSON: {e}") from e
        if "error" in said:
            error = said["error"]
            if error.get("closes"):
                self.close(f"the server closed the connection: {error.get('message')}")
            raise errors.of(error)
        return said  # type: ignore[no-any-return]

    def exchange(self, request: memoryview, reply: memoryview) -> int:
        """Sends a data frame and reads the data frame that answers it: the path of every step.

        Args:
            request: a whole frame, header included.
            reply: where the answer goes, header included; exactly as long as it.

        Returns:
            the answer's flags
        """
        sock = self._open_socket()
        size = len(reply)
        try:
            sock.sendall(request)
            n = sock.recv_into(reply)
            while n != size:
                if n == 0:
                    raise EOFError
                if n >= HEADER and (
                    reply[4] != DATA or _HEAD.unpack_from(reply)[0] != size - HEADER
                ):
                    return self._unexpected(reply, n)
                got = sock.recv_into(reply[n:])
                if got == 0:
                    raise EOFError
                n += got
        except PowerGridError:
            raise
        except BaseException as e:
            raise self._broken(e) from e
        if reply[4] != DATA:
            return self._unexpected(reply, n)
        return reply[5]

    def into(self, reply: memoryview) -> int:
        """Reads a data frame of known length, header included; returns its flags."""
        kind, flags, payload = self.frame()
        if kind == CONTROL:
            self.told(payload)
        if kind != DATA or len(payload) != len(reply) - HEADER:
            raise self._break("the server sent a block of another length than it had said")
        reply[HEADER:] = payload
        return flags

    def close(self, why: str | None = None) -> None:
        """Hangs up, by which the server frees the environment. May be called again."""
        if self._socket is not None:
            if why:
                self._why_closed = why
            with contextlib.suppress(OSError):
                self._socket.close()
            self._socket = None

    def _unexpected(self, reply: memoryview, n: int) -> int:
        """A frame that is not the block: an error, as a rule. Always raises."""
        length, kind, _, _ = _HEAD.unpack_from(reply)
        payload = bytearray(reply[HEADER : min(n, HEADER + length)])
        if n > HEADER + length or length > _MAX_FRAME:
            raise self._break("the server sent more than it was asked for")
        payload += self._exactly(length - len(payload))
        if kind == CONTROL:
            self.told(payload)
        raise self._break(f"the server sent {length} bytes where {len(reply) - HEADER} were due")

    def _exactly(self, size: int) -> bytearray:
        buffer = bytearray(size)
        view = memoryview(buffer)
        sock = self._open_socket()
        n = 0
        try:
            while n < size:
                got = sock.recv_into(view[n:])
                if got == 0:
                    raise EOFError
                n += got
        except BaseException as e:
            raise self._broken(e) from e
        return buffer

    def _open_socket(self) -> socket.socket:
        if self._socket is None:
            raise ConnectionLost(f"no connection to the server: {self._why_closed}")
        return self._socket

    def _break(self, what: str) -> ConnectionLost:
        self.close(what)
        return ConnectionLost(what)

    def _broken(self, cause: BaseException) -> BaseException:
        if not isinstance(cause, (OSError, EOFError)):
            # Ctrl-C, as a rule: it goes on, but the connection is in the middle of a frame
            self.close(f"{type(cause).__name__} cut a request short; make a new environment")
            return cause
        if isinstance(cause, (BlockingIOError, TimeoutError)):
            what = f"the server did not answer within {self._timeout:g} s"
            self.close(what)
            return gone(self._server, what, ServerTimeout)  # type: ignore[no-any-return]
        what = "the server is gone"
        self.close(what)
        return gone(self._server, what)  # type: ignore[no-any-return]


def _connect(address: str, timeout: float, cafile: str | None) -> socket.socket:
    if address.startswith("unix:"):
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.settimeout(timeout)
            sock.connect(address[len("unix:") :].removeprefix("//"))
        except BaseException:
            sock.close()
            raise
        return _with_timeout(sock, timeout)
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme not in ("tcp", "tls") or not parts.hostname or not parts.port:
        raise ValueError(
            f"address {address!r} is none; write unix:PATH, tcp://HOST:PORT or tls://HOST:PORT"
        )
    sock = socket.create_connection((parts.hostname, parts.port), timeout)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if parts.scheme == "tls":
        context = ssl.create_default_context(cafile=cafile)
        return context.wrap_socket(sock, server_hostname=parts.hostname)
    return _with_timeout(sock, timeout)


def _with_timeout(sock: socket.socket, timeout: float) -> socket.socket:
    """Has the kernel watch the time, which spares a call of ``poll`` for each read and write."""
    if sys.platform in ("linux", "darwin") and struct.calcsize("ll") == 16:
        sock.settimeout(None)
        value = struct.pack("ll", int(timeout), int(timeout % 1 * 1e6))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, value)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, value)
    return sock


def _plain(value: Any) -> Any:
    """Numbers and arrays of NumPy, and paths, as JSON has them."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    raise TypeError(
        f"{value!r} of type {type(value).__name__} cannot be sent; JSON has numbers, texts,"
        " booleans, null, lists and objects"
    )


def _after_fork() -> None:
    for connection in list(_live):
        connection.close(
            f"it belongs to process {os.getppid()}, of which this one is a fork;"
            " make an environment of its own in each process"
        )


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
