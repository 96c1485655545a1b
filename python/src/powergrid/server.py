"""The JVM that serves environments: found, started, shared by a process, and ended with it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from .errors import ConnectionLost, ServerStartError
from .launcher import find_launcher

__all__ = ["Server"]

_BUILD_SECONDS = 1800.0
_BUILDING = ("powergrid: building", "powergrid: waiting for the build")

_live: weakref.WeakSet[Server] = weakref.WeakSet()


class Server:
    """A workbench that serves environments to this process and, by its address, to others.

    Environments start one by themselves, which all environments of a process share and which ends
    with the last of them. Make one to keep it between environments, or to share it with other
    processes of this machine::

        with powergrid.Server() as server:
            env = powergrid.parallel_env("one-microgrid", server=server)

    It ends when it is closed, when it is collected, and when this process ends, even if that is
    killed. Thread-safe.

    Args:
        home: folder of a checkout or distribution; see :func:`powergrid.find_launcher`.
        java_options: options of the JVM, e.g. ``["-Xmx2g"]``.
        options: more options of ``powergrid serve``, e.g. ``["--connections", "8"]``.
        start_timeout: seconds that it may take to come up, beside building it.

    Raises:
        LauncherNotFound: there is no workbench to start.
        ServerStartError: it did not come up.

    Attributes:
        address: ``unix:PATH`` or ``tcp://HOST:PORT``.
        token: what clients must show; None where the socket's directory keeps others out.
        pid: the JVM's process.
    """

    def __init__(
        self,
        home: str | os.PathLike[str] | None = None,
        *,
        java_options: Sequence[str] = (),
        options: Sequence[str] = (),
        start_timeout: float = 60.0,
    ) -> None:
        launcher = find_launcher(home)
        self._owner = os.getpid()
        # opened for appending: reading here does not move where the JVM writes
        self._log: IO[bytes] = tempfile.TemporaryFile(mode="a+b")
        self.token: str | None = None
        environment = dict(os.environ)
        environment.pop("POWERGRID_TOKEN", None)
        command = [str(launcher), "serve", "--stdin-watch", *options]
        if "--connections" not in options:
            command += ["--connections", "1024"]
        if not hasattr(socket, "AF_UNIX") and "--port" not in options:
            command += ["--port", "0"]
        if "--port" in command and "--token-file" not in options:
            self.token = secrets.token_hex(32)
            environment["POWERGRID_TOKEN"] = self.token
        if java_options:
            given = [environment.get("POWERGRID_JAVA_OPTS", ""), *java_options]
            environment["POWERGRID_JAVA_OPTS"] = " ".join(given).strip()
        # a session of its own: Ctrl-C is for the Python program, which then closes the server
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=environment,
            start_new_session=os.name != "nt",
        )
        self._finalizer = weakref.finalize(self, _end, self._process, self._log, self._owner)
        try:
            ready = self._await_ready(start_timeout)
        except BaseException:
            self._finalizer()
            raise
        self.pid: int = int(ready["pid"])
        self.address: str = _address(ready)
        if self.token is None and ready.get("tokenFile"):
            self.token = Path(ready["tokenFile"]).read_text(encoding="ascii").strip()
        _live.add(self)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._finalizer.alive and self._process.poll() is None

    def close(self) -> None:
        """Ends the JVM and waits for that; environments that it serves are lost."""
        self._finalizer()

    def log_tail(self, lines: int = 20) -> str:
        """The last lines that it wrote to standard error."""
        if self._log.closed:
            return ""
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - 65536))
        text = self._log.read().decode("utf-8", "replace")
        return "\n".join(text.splitlines()[-lines:])

    def obituary(self, wait: float = 2.0) -> str | None:
        """Says how it ended, with the tail of its log.

        Args:
            wait: seconds to wait for its end.

        Returns:
            None while it runs.
        """
        try:
            status = self._process.wait(wait)
        except subprocess.TimeoutExpired:
            return None
        return f"the JVM (process {self.pid}) {_how(status)}{self._log_paragraph()}"

    def _log_paragraph(self) -> str:
        tail = self.log_tail()
        return f"; the end of its log:\n{tail}" if tail else "; its log is empty"

    def _await_ready(self, start_timeout: float) -> dict[str, Any]:
        lines: list[bytes] = []
        stdout = self._process.stdout
        assert stdout is not None
        reader = threading.Thread(
            target=lambda: lines.append(stdout.readline()), name="powergrid-start", daemon=True
        )
        reader.start()
        told = 0
        limit = time.monotonic() + start_timeout
        while reader.is_alive():
            reader.join(0.1)
            told, built = self._relay(told)
            if built:
                limit = time.monotonic() + _BUILD_SECONDS
            if time.monotonic() > limit:
                raise ServerStartError(
                    f"{self._process.args!r} did not say within {start_timeout:g} s where it"
                    f" listens{self._log_paragraph()}"
                )
        try:
            ready = json.loads(lines[0])
            if not isinstance(ready, dict) or "pid" not in ready:
                raise ValueError
        except (ValueError, IndexError):
            said = lines[0].decode("utf-8", "replace").strip() if lines else ""
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5)
            status = self._process.poll()
            raise ServerStartError(
                f"{self._process.args!r} {'said ' + repr(said) if said else 'said nothing'}"
                f" and {'runs' if status is None else _how(status)}{self._log_paragraph()}"
            ) from None
        return ready

    def _relay(self, told: int) -> tuple[int, bool]:
        """Passes on what the launcher says of a build, which may take minutes."""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").splitlines(keepends=True)
        whole = [line for line in lines if line.endswith("\n")]
        built = False
        for line in whole[told:]:
            if line.startswith(_BUILDING):
                built = True
                sys.stderr.write(line)
                sys.stderr.flush()
        return len(whole), built

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Server {self.address} {'process ' + str(self.pid) if self.alive else 'ended'}>"

    def __reduce__(self) -> Any:
        raise TypeError(
            "a Server belongs to the process that started it; give others its address and token"
        )


def _address(ready: dict[str, Any]) -> str:
    if ready.get("transport") == "unix":
        return f"unix:{ready['path']}"
    host = str(ready["host"])
    scheme = "tls" if ready.get("tls") else "tcp"
    return f"{scheme}://{'[' + host + ']' if ':' in host else host}:{ready['port']}"


def _how(status: int) -> str:
    if status < 0:
        with contextlib.suppress(ValueError):
            return f"was ended by {signal.Signals(-status).name}"
    return f"ended with status {status}"


def _end(process: subprocess.Popen[bytes], log: IO[bytes], owner: int) -> None:
    pipes = [pipe for pipe in (process.stdin, process.stdout) if pipe is not None]
    if os.getpid() != owner:
        # a fork's copy: its descriptors would keep the JVM alive, the process is not its child
        for pipe in pipes:
            with contextlib.suppress(OSError):
                pipe.close()
        process.returncode = 0
        return
    with contextlib.suppress(OSError):
        pipes[0].close()  # which it watches
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.terminate()
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    pipes[1].close()
    log.close()


class _Shared:
    """The server that environments of this process share, and how many use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._users = 0

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock:
            yield

    def borrow(self) -> Server:
        with self._locked():
            if self._server is None or not self._server.alive:
                self._server, self._users = Server(), 0
            self._users += 1
            return self._server

    def give_back(self, server: Server) -> None:
        with self._locked():
            if server is not self._server:
                server.close()  # it died and has a successor, or is a fork's
                return
            self._users -= 1
            if self._users == 0:
                self._server = None
                server.close()

    def forget(self) -> None:
        """In a forked child: what the parent shares is not the child's."""
        self._lock = threading.Lock()
        self._server, self._users = None, 0


shared = _Shared()


def _after_fork() -> None:
    shared.forget()
    for server in list(_live):
        server._finalizer()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def gone(server: Server | None, what: str, kind: type[ConnectionLost] = ConnectionLost) -> Any:
    """The exception for a server that does not answer any more, with its log where it is ours."""
    if server is not None:
        end = server.obituary(wait=2.0 if kind is ConnectionLost else 0.0)
        if end is not None:
            return kind(f"{what}: {end}")
        return kind(f"{what}; the JVM (process {server.pid}) runs{server._log_paragraph()}")
    return kind(what)
