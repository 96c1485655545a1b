"""A gateway without a workbench behind it, for what a real one does only by accident.

Speaks the wire format of ``docs/gateway.md``; what agents there are and what each step answers is
the test's to say. As a program it is an echo environment in a process of its own, for measuring::

    python fake_gateway.py SOCKET AGENTS ACTIONS OBSERVATIONS
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

HEAD = struct.Struct("<IBBH")
DTYPES = {"float64": "<f8", "float32": "<f4", "bool": "?", "int8": "i1"}


@dataclass
class FakeAgent:
    """An agent of the fake: continuous axes, then axes of choices."""

    id: str
    role: str
    observations: int = 3
    continuous: int = 2
    choices: tuple[int, ...] = ()
    every: int = 1


@dataclass
class Answer:
    """What a step or a reset answers; lists are one entry an agent."""

    rewards: list[float] = field(default_factory=list)
    due: list[bool] = field(default_factory=list)
    terminated: list[bool] = field(default_factory=list)
    truncated: list[bool] = field(default_factory=list)
    alive: list[bool] = field(default_factory=list)
    reason: str = ""
    #: what the server does in place of answering: ``hang``, ``close``, ``half``, or an error
    instead: str | dict[str, Any] = ""


def _axes(names: list[str], choices: list[int], offset: int) -> dict[str, Any]:
    return {
        "offset": offset,
        "size": len(names),
        "names": names,
        "units": ["" for _ in names],
        "low": [0.0 if c else -1.0 for c in choices],
        "high": [c - 1.0 if c else 1.0 for c in choices],
        "choices": choices,
    }


def _block(fields: list[tuple[str, str, list[int]]]) -> dict[str, Any]:
    told, at = [], 0
    for name, kind, shape in fields:
        size = np.dtype(DTYPES[kind]).itemsize
        at = -(-at // size) * size
        told.append({"name": name, "type": kind, "offset": at, "shape": shape})
        at += size * int(np.prod(shape))
    return {"bytes": at, "fields": told}


class FakeGateway:
    """Serves one client after the other on a socket of its own, in a thread.

    Args:
        agents: who is there.
        script: makes the answer of each step; 0 is the reset.
        path: of the socket; None for one in a temporary directory.
    """

    def __init__(
        self,
        agents: list[FakeAgent],
        script: Callable[[int], Answer] = lambda step: Answer(),
        path: str | None = None,
    ) -> None:
        self.agents, self.script = agents, script
        self.requests: list[dict[str, Any]] = []
        self.actions: list[np.ndarray] = []
        self._folder = None if path else tempfile.TemporaryDirectory()
        self.path = path or str(Path(self._folder.name) / "socket")
        self.address = f"unix:{self.path}"
        self._describe()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.path)
        self._listener.listen()
        self._clients: list[socket.socket] = []
        self._thread = threading.Thread(target=self.serve, daemon=True)

    def _describe(self) -> None:
        told, o, a, m = [], 0, 0, 0
        for agent in self.agents:
            names = [f"x{i}" for i in range(agent.continuous)]
            names += [f"c{i}" for i in range(len(agent.choices))]
            choices = [0] * agent.continuous + list(agent.choices)
            seen = [f"o{i}" for i in range(agent.observations)]
            told.append(
                {
                    "id": agent.id,
                    "role": agent.role,
                    "level": "grid",
                    "every": agent.every,
                    "observation": _axes(seen, [0] * agent.observations, o),
                    "action": _axes(names, choices, a) | {"resting": [0.0] * len(names)},
                    "mask": {"offset": m, "size": sum(agent.choices)},
                }
            )
            o, a, m = o + agent.observations, a + len(names), m + sum(agent.choices)
        n = len(self.agents)
        self.reply = _block(
            [
                ("cost", "float64", [n]),
                ("safety", "float64", [n]),
                ("observations", "float32", [o]),
                ("state", "float32", [2]),
                ("rewards", "float32", [n]),
                ("held", "float32", [a]),
                *((name, "bool", [n]) for name in ("terminated", "truncated", "alive", "due")),
                ("masks", "int8", [m]),
            ]
        )
        request = _block([("actions", "float32", [a])])
        self.size = request["bytes"]
        state = _axes(["s0", "s1"], [0, 0], 0)
        self.schema = {
            "op": "open", "kind": "parallel", "name": "fake", "seed": 1, "copies": 1,
            "stepSeconds": 900.0, "steps": 5, "agents": told, "state": state,
            "feeders": [], "metrics": [], "request": request, "reply": self.reply,
        }  # fmt: skip

    def __enter__(self) -> FakeGateway:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for client in self._clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
            client.close()
        self._thread.join(5)
        if self._folder:
            self._folder.cleanup()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._clients.append(client)
            with contextlib.suppress(OSError, EOFError):
                self._converse(client)

    def _converse(self, client: socket.socket) -> None:
        step = 0
        while True:
            length, kind, flags, _ = HEAD.unpack(_exactly(client, HEAD.size))
            payload = _exactly(client, length)
            if kind == 2:
                self.actions.append(np.frombuffer(payload, "<f4"))
                step += 1
                self._answer(client, step, flags)
                continue
            body = json.loads(payload)
            self.requests.append(body)
            if body["op"] == "hello":
                told = {"op": "hello", "protocol": 1, "pid": os.getpid(), "maxControl": 1 << 20}
                self._control(client, told)
            elif body["op"] == "open":
                self._control(client, self.schema)
            elif body["op"] == "reset":
                step = 0
                self._answer(client, step, 0)

    def _control(self, client: socket.socket, body: dict[str, Any]) -> None:
        payload = json.dumps(body).encode()
        client.sendall(HEAD.pack(len(payload), 1, 0, 0) + payload)

    def _answer(self, client: socket.socket, step: int, flags: int) -> None:
        answer = self.script(step)
        if isinstance(answer.instead, dict):
            self._control(client, {"error": answer.instead})
            return
        if answer.instead == "hang":
            _exactly(client, 1)
        payload = self._payload(step, answer)
        told = 1 if answer.reason else flags & 1
        frame = HEAD.pack(len(payload), 2, told, 0) + payload
        if answer.instead in ("close", "half"):
            client.sendall(frame[: len(frame) // 2] if answer.instead == "half" else b"")
            client.shutdown(socket.SHUT_RDWR)
            return
        client.sendall(frame)
        if told:
            self._control(client, {"op": "infos", "step": step, "reason": answer.reason})

    def _payload(self, step: int, answer: Answer) -> bytes:
        n = len(self.agents)
        block = bytearray(self.reply["bytes"])
        ended = [
            a or b
            for a, b in zip(answer.terminated or [False] * n, answer.truncated or [False] * n)
        ]
        values = {
            "rewards": answer.rewards or [0.0] * n,
            "due": answer.due or [True] * n,
            "terminated": answer.terminated or [False] * n,
            "truncated": answer.truncated or [False] * n,
            "alive": answer.alive or [not e for e in ended],
        }
        for f in self.reply["fields"]:
            count = int(np.prod(f["shape"]))
            view = np.frombuffer(block, DTYPES[f["type"]], count, f["offset"])
            if f["name"] in values:
                view[:] = values[f["name"]]
            elif f["name"] == "observations":
                view[:] = (np.arange(count) % 7 - 3) / 4 + step / 64
            elif f["name"] == "masks":
                view[:] = 1
            elif f["name"] in ("cost", "safety", "state"):
                view[:] = step
            elif f["name"] == "held":
                view[:] = -0.5
        return bytes(block)


def _exactly(client: socket.socket, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = client.recv(size - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


def main() -> None:
    path, agents, actions, observations = sys.argv[1], *map(int, sys.argv[2:5])
    fakes = [FakeAgent(f"A{i}", "A", observations, actions) for i in range(agents)]
    gateway = FakeGateway(fakes, path=path)
    constant = gateway._payload(0, Answer())
    gateway._payload = lambda *_: constant  # type: ignore[method-assign]
    print("ready", flush=True)
    gateway.serve()


if __name__ == "__main__":
    main()
