"""An environment that is open on a server: what every kind of environment here is made of."""

from __future__ import annotations

import dataclasses
import json
import os
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .connection import CONTROL, DATA, FINAL, HEADER, INFOS, Connection
from .errors import NotReset, PowerGridError, ScenarioError
from .schema import Schema
from .server import Server, shared

__all__ = ["Options", "Session", "bundled_scenarios"]

#: The variables by which environments of a program attach to a server that runs.
ADDRESS_VARIABLE = "POWERGRID_ADDRESS"
TOKEN_VARIABLE = "POWERGRID_TOKEN"

_SEEDS = range(-(1 << 63), 1 << 63)


@dataclass(frozen=True)
class Options:
    """What an environment is made of; see :func:`powergrid.parallel_env`. Can be pickled."""

    scenario: str | os.PathLike[str] | Mapping[str, Any] = "three-microgrids"
    overrides: Mapping[str, Any] = field(default_factory=dict)
    drive: str = "auto"
    split: str = "all"
    infos: Sequence[str] = ()
    copies: int | None = None
    threads: int | None = None
    credit: str = "own"
    server: Server | str | None = None
    token: str | None = None
    cafile: str | None = None
    timeout: float = 60.0

    def __post_init__(self) -> None:
        if self.drive not in ("auto", "free", "all"):
            raise ValueError(f"drive is {self.drive!r}; it should be 'auto', 'free' or 'all'")
        if isinstance(self.infos, str):
            raise ValueError(f"infos is {self.infos!r}; it should be a list, e.g. ['metrics']")

    def request(self, local: bool) -> dict[str, Any]:
        """The frame that opens it.

        Args:
            local: whether the server sees the files of this machine.
        """
        body: dict[str, Any] = {
            "op": "open",
            "scenario": _scenario(self.scenario, local),
            "set": dict(self.overrides),
            "split": self.split,
        }
        if self.copies is None:
            body |= {"kind": "parallel", "infos": list(self.infos)}
        else:
            body |= {"kind": "vector", "copies": self.copies, "credit": self.credit}
            if self.threads is not None:
                body["threads"] = self.threads
        return body


class Session:
    """An open environment, as arrays. Belongs to one thread at a time.

    Args:
        options: what to open.

    Attributes:
        schema: who is in it.
        actions: what the next step sends; written by the caller.
        reply: fields of the last answer, overwritten by the next; see ``docs/gateway.md``.
        final: of vectors, last observations and states of copies that ended in the last step.
        infos: what the last answer told beside it; empty if nothing.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        address, token = options.server, options.token
        if address is None and os.environ.get(ADDRESS_VARIABLE):
            address = os.environ[ADDRESS_VARIABLE]
            token = token or os.environ.get(TOKEN_VARIABLE)
        borrowed = address is None
        server = shared.borrow() if borrowed else address if isinstance(address, Server) else None
        if server is not None:
            address, token = server.address, server.token
        lease = _Lease(server if borrowed else None)
        try:
            assert isinstance(address, str)
            self._connection = Connection(
                address, token, timeout=options.timeout, server=server, cafile=options.cafile
            )
            lease.connection = self._connection
            self.schema = Schema.of(self._open(server is not None or _is_local(address)))
        except BaseException:
            lease.end()
            raise
        self._finalizer = weakref.finalize(self, lease.end)
        self._was_reset = False
        schema = self.schema
        # both frames stay where they are: a step allocates neither
        self._request = memoryview(bytearray(HEADER + schema.request.bytes))
        self._request[:4] = schema.request.bytes.to_bytes(4, "little")
        self._request[4] = DATA
        self._frame = memoryview(bytearray(HEADER + schema.reply.bytes))
        self.actions: NDArray[np.float32] = schema.request.views(self._request, HEADER)["actions"]
        self.reply = schema.reply.views(self._frame, HEADER)
        self.final: dict[str, NDArray[Any]] = {}
        if schema.final is not None:
            self._last = memoryview(bytearray(HEADER + schema.final.bytes))
            self.final = schema.final.views(self._last, HEADER)
        self.infos: dict[str, Any] = {}

    def _open(self, local: bool) -> dict[str, Any]:
        body = self.options.request(local)
        if self.options.drive == "all":
            body["drive"] = "all"
            return self._connection.request(body)
        try:
            return self._connection.request(body)
        except ScenarioError as e:
            if e.code != "no-agents" or self.options.drive != "auto":
                raise
        body["drive"] = "all"
        return self._connection.request(body)

    def reset(self, seed: int | None = None, infos: bool = False) -> None:
        """Starts an episode; the answer is in :attr:`reply`.

        Args:
            seed: begins the sequence of this seed's episodes; None goes on with the present one.
            infos: whether to fill :attr:`infos`.
        """
        body: dict[str, Any] = {"op": "reset"}
        if seed is not None:
            body["seed"] = int(seed)
            if body["seed"] not in _SEEDS or body["seed"] != seed:
                raise ValueError(f"seed is {seed!r}; it should be a whole number of 64 bits")
        if infos:
            body["options"] = {"infos": True}
        self._was_reset = False
        kind, flags, payload = self._connection.ask(body)
        if kind == CONTROL:
            self._connection.told(payload)
        if len(payload) != len(self._frame) - HEADER:
            raise PowerGridError(
                f"the server answered a reset with {len(payload)} bytes;"
                f" {len(self._frame) - HEADER} were due"
            )
        self._frame[HEADER:] = payload
        self._was_reset = True
        self._follow(flags)

    def step(self, infos: bool = False) -> None:
        """Sends :attr:`actions`; the answer is in :attr:`reply`.

        Args:
            infos: whether to fill :attr:`infos`; an episode's end fills it in any case.
        """
        self._request[5] = infos
        flags = self._connection.exchange(self._request, self._frame)
        if flags or self.infos:
            self._follow(flags)

    def _follow(self, flags: int) -> None:
        if flags & FINAL:
            self._connection.into(self._last)
        self.infos = {}
        if flags & INFOS:
            self.infos = self._connection.told(self._connection.frame()[2])

    def check_reset(self, what: str) -> None:
        """Raises an error unless there has been a reset."""
        if not self._was_reset:
            raise NotReset(f"{what} before the first reset; call reset() first")

    def render(self, mode: str, *, copy: int = 0, feeder: int = 0, width: int = 800) -> Any:
        """Draws the last step.

        Args:
            mode: ``rgb_array``, ``svg`` or ``ansi``.
            copy: which copy, of a vector.
            feeder: which network, by its place in the schema.
            width: pixels.

        Returns:
            height × width × 3 bytes, or a text
        """
        self.check_reset("a picture")
        form = "rgb" if mode == "rgb_array" else mode
        body = {"op": "render", "format": form, "feeder": feeder, "width": width, "copy": copy}
        told = self._connection.request(body)
        if form in ("ansi", "svg"):
            return told["text"]
        _, _, pixels = self._connection.frame()
        return np.frombuffer(pixels, np.uint8).reshape(told["height"], told["width"], 3)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return not self._finalizer.alive

    def close(self) -> None:
        """Frees the environment; ends the server if nobody else here uses it. Idempotent."""
        self._finalizer()


class _Lease:
    """What a session holds: its connection, and a share of the process's server."""

    def __init__(self, server: Server | None) -> None:
        self._server = server
        self._owner = os.getpid()
        self.connection: Connection | None = None

    def end(self) -> None:
        if self.connection is not None:
            self.connection.close("the environment was closed")
        if self._server is not None and os.getpid() == self._owner:
            shared.give_back(self._server)
        self._server = None


def bundled_scenarios() -> list[str]:
    """The names of the scenarios that this package brings along."""
    files = resources.files("powergrid").joinpath("scenarios").iterdir()
    return sorted(f.name.removesuffix(".yaml") for f in files if f.name.endswith(".yaml"))


def replaced(options: Options, **changes: Any) -> Options:
    """Options with other values."""
    return dataclasses.replace(options, **changes)


def _scenario(scenario: str | os.PathLike[str] | Mapping[str, Any], local: bool) -> dict[str, str]:
    if isinstance(scenario, Mapping):
        # JSON is YAML
        return {"text": json.dumps(dict(scenario)), "name": "scenario"}
    text = os.fspath(scenario)
    if "\n" in text:
        return {"text": text, "name": "scenario"}
    if text in bundled_scenarios():
        file = resources.files("powergrid").joinpath("scenarios", f"{text}.yaml")
        return {"text": file.read_text(encoding="utf-8"), "name": f"{text}.yaml"}
    path = Path(text).expanduser()
    if path.is_file():
        if local:
            return {"path": str(path.absolute())}
        return {"text": path.read_text(encoding="utf-8"), "name": path.name}
    if local:
        raise FileNotFoundError(
            f"no scenario {text!r}: neither a file, seen from {Path.cwd()}, nor one of those that"
            f" the package brings along: {', '.join(bundled_scenarios())}"
        )
    return {"path": text}  # a file of the server's


def _is_local(address: str) -> bool:
    if address.startswith("unix:"):
        return True
    host = address.rpartition("://")[2].rpartition(":")[0].strip("[]")
    return host in ("localhost", "::1") or host.startswith("127.")
