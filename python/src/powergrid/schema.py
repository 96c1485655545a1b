"""What a scenario's agents see and do, as the server tells it when an environment is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["AgentSchema", "Axes", "Block", "Schema", "role_of"]


@dataclass(frozen=True, eq=False)
class Axes:
    """Named scalars of a part of a block.

    Attributes:
        offset: where they begin in the block's field.
        names: of each, e.g. ``ess1.p``.
        units: as written, e.g. ``MW``; empty for pure numbers.
        low, high: bounds in float32, infinite where there is none.
        choices: 0 for a continuous axis, else the number of choices 0 to choices − 1.
        resting: of actions: where each rests until somebody chooses.
    """

    offset: int
    names: tuple[str, ...]
    units: tuple[str, ...]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    choices: NDArray[np.int64]
    resting: NDArray[np.float32] | None = None

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.names)

    @property
    def part(self) -> slice:
        """Where they are in the block's field."""
        return slice(self.offset, self.offset + self.size)

    @property
    def mask_size(self) -> int:
        """How many entries an action mask has: one for every choice of every axis of choices."""
        return int(self.choices.sum())

    @staticmethod
    def of(told: dict[str, Any]) -> Axes:
        """Reads them as the server tells them."""
        resting = told.get("resting")
        return Axes(
            int(told.get("offset", 0)),
            tuple(told["names"]),
            tuple(told["units"]),
            _bounds(told["low"], -np.inf),
            _bounds(told["high"], np.inf),
            np.asarray(told["choices"], np.int64),
            None if resting is None else np.asarray(resting, np.float32),
        )

    @staticmethod
    def joined(parts: Sequence[tuple[str, Axes]]) -> Axes:
        """Those of several agents one after the other, under their names."""
        return Axes(
            0,
            tuple(f"{prefix}.{name}" for prefix, axes in parts for name in axes.names),
            tuple(unit for _, axes in parts for unit in axes.units),
            np.concatenate([axes.low for _, axes in parts]),
            np.concatenate([axes.high for _, axes in parts]),
            np.concatenate([axes.choices for _, axes in parts]),
        )


@dataclass(frozen=True)
class AgentSchema:
    """An agent that a caller drives.

    Attributes:
        name: what it is called here, ``<role>_<n>``.
        id: what the scenario calls it.
        role: agents of one role have the same layout, so that one network can drive them.
        level: ``device``, ``grid`` or ``system``.
        every: it decides in every so-manieth step.
        observation, action: its axes.
        mask: where its action mask is among all masks.
    """

    name: str
    id: str
    role: str
    level: str
    every: int
    observation: Axes
    action: Axes
    mask: slice


@dataclass(frozen=True)
class Block:
    """A frame's payload: numbers of several fields, each at its place.

    Attributes:
        bytes: how long it is.
        fields: type, offset in bytes, and shape of each.
    """

    bytes: int
    fields: dict[str, tuple[str, int, tuple[int, ...]]]

    @staticmethod
    def of(told: dict[str, Any]) -> Block:
        """Reads it as the server tells it."""
        fields = {
            f["name"]: (str(f["type"]), int(f["offset"]), tuple(int(n) for n in f["shape"]))
            for f in told["fields"]
        }
        return Block(int(told["bytes"]), fields)

    def views(self, frame: memoryview, header: int) -> dict[str, NDArray[Any]]:
        """Arrays that look into a frame."""
        views = {}
        for name, (kind, offset, shape) in self.fields.items():
            dtype = np.dtype(kind).newbyteorder("<") if kind != "bool" else np.dtype(bool)
            flat = np.frombuffer(frame, dtype, int(np.prod(shape)), header + offset)
            views[name] = flat.reshape(shape)
        return views


@dataclass(frozen=True)
class Schema:
    """All of it.

    Attributes:
        name: the scenario's.
        seed: what a first reset without a seed takes.
        copies: how many environments step together.
        step_seconds: how long a step is.
        steps: how many an episode has at most.
        agents: those that a caller drives.
        state: the central state, for critics.
        feeders: networks that can be drawn.
        metrics: units by name, of the scenario's experiment.
        request, reply, final: blocks; final of vectors only.
    """

    name: str
    seed: int
    copies: int
    step_seconds: float
    steps: int
    agents: tuple[AgentSchema, ...]
    state: Axes
    feeders: tuple[str, ...]
    metrics: dict[str, str]
    request: Block
    reply: Block
    final: Block | None

    @staticmethod
    def of(told: dict[str, Any]) -> Schema:
        """Reads it as the server tells it."""
        agents = []
        names = _names(_roles(told["agents"]))
        for (name, role), a in zip(names, told["agents"]):
            mask = slice(a["mask"]["offset"], a["mask"]["offset"] + a["mask"]["size"])
            observation, action = Axes.of(a["observation"]), Axes.of(a["action"])
            agents.append(
                AgentSchema(
                    name, a["id"], role, a["level"], int(a["every"]), observation, action, mask
                )
            )
        return Schema(
            told["name"],
            int(told["seed"]),
            int(told["copies"]),
            float(told["stepSeconds"]),
            int(told["steps"]),
            tuple(agents),
            Axes.of(told["state"]),
            tuple(told.get("feeders", ())),
            {m["name"]: m["unit"] for m in told.get("metrics", ())},
            Block.of(told["request"]),
            Block.of(told["reply"]),
            Block.of(told["final"]) if told.get("final") else None,
        )

    @property
    def roles(self) -> dict[str, tuple[AgentSchema, ...]]:
        """The agents of each role, in order."""
        roles: dict[str, list[AgentSchema]] = {}
        for agent in self.agents:
            roles.setdefault(agent.role, []).append(agent)
        return {role: tuple(agents) for role, agents in roles.items()}


def role_of(agent: str, *_: Any, **__: Any) -> str:
    """The role of an agent, by its name: ``mg`` of ``mg_0``.

    Takes more arguments than it needs, so that it is a ``policy_mapping_fn`` for RLlib.
    """
    return agent.rpartition("_")[0]


def _roles(agents: Sequence[dict[str, Any]]) -> list[str]:
    """The role of each agent: its declared name, and a number where layouts of one name differ.

    The server's roles, but that slots for what peers say do not make a difference by the peer's
    number alone: what MG1 hears of MG2 is to it what MG2 hears of MG1. So an agent keeps its name
    whatever the protocol.
    """
    declared = {a["id"]: re.sub(r"\.\d+$", "", a["role"]) for a in agents}
    layouts: dict[str, list[Any]] = {}
    roles = []
    for agent in agents:
        name = declared[agent["id"]]
        layout = [
            (_of_anybody(axis, declared), unit, choices)
            for part in (agent["observation"], agent["action"])
            for axis, unit, choices in zip(part["names"], part["units"], part["choices"])
        ]
        known = layouts.setdefault(name, [])
        if layout not in known:
            known.append(layout)
        number = known.index(layout) + 1
        roles.append(name if number == 1 else f"{name}.{number}")
    return roles


def _of_anybody(axis: str, declared: dict[str, str]) -> str:
    """An axis' name, in which an agent's id at the beginning has become its declared name."""
    end = axis.find(".")
    while end > 0:
        if axis[:end] in declared:
            return declared[axis[:end]] + axis[end:]
        end = axis.find(".", end + 1)
    return axis


def _names(roles: Sequence[str]) -> list[tuple[str, str]]:
    """Names of the form that PettingZoo recommends, letters, ``_`` and a number, and their roles.

    A role is its letters in lower case; where two come out the same (layouts that differ are told
    apart as ``ess`` and ``ess.2``), the later ones get a letter more: ``ess``, ``essb``.
    """
    spelt: dict[str, str] = {}
    for role in roles:
        if role not in spelt:
            base = re.sub("[^a-z]", "", role.lower()) or "agent"
            word, letter = base, ord("b")
            while word in spelt.values():
                word, letter = base + _letters(letter), letter + 1
            spelt[role] = word
    count: dict[str, int] = {}
    names = []
    for role in roles:
        word = spelt[role]
        n = count[word] = count.get(word, -1) + 1
        names.append((f"{word}_{n}", word))
    return names


def _letters(code: int) -> str:
    """``b`` to ``z``, then ``zb`` and so on."""
    z = ord("z")
    return chr(code) if code <= z else "z" + _letters(code - z + ord("a"))


def _bounds(told: Sequence[float | None], missing: float) -> NDArray[np.float32]:
    with np.errstate(over="ignore"):
        return np.asarray([missing if b is None else b for b in told], np.float64).astype(
            np.float32
        )
