"""Many copies of a scenario, stepped together: arrays by role, for learners that want speed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import numpy as np
from gymnasium import spaces
from gymnasium.vector import AutoresetMode, VectorEnv
from numpy.typing import NDArray

from .errors import ActionError
from .parallel import RENDER_MODES, check_choice, render
from .schema import AgentSchema, Schema
from .server import Server
from .session import Options, Session
from .spaces import CHOICES, CONTINUOUS

__all__ = ["PowerGridVectorEnv", "vector_env"]

Arrays = dict[str, NDArray[Any]]


def vector_env(
    scenario: str | os.PathLike[str] | Mapping[str, Any] = "three-microgrids",
    n: int = 8,
    *,
    max_cycles: int | None = None,
    threads: int | None = None,
    credit: str = "own",
    action_format: str = "dict",
    drive: str = "auto",
    split: str = "all",
    render_mode: str | None = None,
    server: Server | str | None = None,
    token: str | None = None,
    cafile: str | None = None,
    timeout: float = 60.0,
    **overrides: Any,
) -> PowerGridVectorEnv:
    """Makes copies of an environment that step together, each with days of its own.

    Args:
        scenario: as :func:`powergrid.parallel_env`.
        n: how many copies, 1 to 4096. What happens in them depends on it, not on ``threads``.
        max_cycles: steps of an episode, in place of the scenario's ``clock.steps``.
        threads: at most so many of the server's step them; None for as many as it has processors.
        credit: what agents are rewarded for: ``own``, ``shared``, ``difference``.
        action_format, drive, split, render_mode, server, token, cafile, timeout: as
            :func:`powergrid.parallel_env`.
        **overrides: as :func:`powergrid.parallel_env`.

    Returns:
        new environments, to be reset first
    """
    if max_cycles is not None:
        overrides = {**overrides, "clock.steps": int(max_cycles)}
    options = Options(
        scenario=scenario,
        overrides=overrides,
        drive=drive,
        split=split,
        copies=int(n),
        threads=threads,
        credit=credit,
        server=server,
        token=token,
        cafile=cafile,
        timeout=timeout,
    )
    return PowerGridVectorEnv(options, action_format=action_format, render_mode=render_mode)


class PowerGridVectorEnv(VectorEnv[Arrays, dict[str, Any], Any]):
    """Copies of a scenario as Gymnasium's ``VectorEnv``, with arrays by role.

    Of a role with k agents, observations are (n, k, size) and rewards, terminations and
    truncations (n, k): dicts by role, where Gymnasium's own have one array of (n,).

    A copy whose episode ends is reset in the same step (``AutoresetMode.SAME_STEP``): observations
    are then the first of its next episode, and infos have, in Gymnasium's way, ``final_obs`` by
    role, ``final_state`` and, for which copies these hold, ``_final_obs``. Infos further have
    ``due``, ``cost`` and ``safety``, (n, k) by role, and ``action_mask``, (n, k, mask's size), of
    roles with choices.

    All arrays are new in every step. Belongs to one thread at a time.

    Attributes:
        roles: the names of the agents of each role, in the order of its arrays.
        schema: what the scenario calls them, and units and names of all they see and do.
    """

    metadata: dict[str, Any] = {
        "autoreset_mode": AutoresetMode.SAME_STEP,
        "render_modes": RENDER_MODES,
        "render_fps": 4,
    }

    def __init__(
        self, options: Options, *, action_format: str = "dict", render_mode: str | None = None
    ) -> None:
        check_choice("action_format", action_format, ("dict", "flat"))
        check_choice("render_mode", render_mode, (None, *RENDER_MODES))
        self._made_of = (options, action_format, render_mode)
        self.render_mode = render_mode
        self._session = Session(options)
        self.schema: Schema = self._session.schema
        self.num_envs = self.schema.copies
        flat = action_format == "flat"
        places = {a.name: i for i, a in enumerate(self.schema.agents)}
        self._roles = {
            role: _Role(role, agents, [places[a.name] for a in agents], self.num_envs, flat)
            for role, agents in self.schema.roles.items()
        }
        self.roles: dict[str, list[str]] = {
            role: [a.name for a in agents] for role, agents in self.schema.roles.items()
        }
        self.single_observation_space = spaces.Dict(
            {role: r.observation_space(None) for role, r in self._roles.items()}
        )
        self.single_action_space = spaces.Dict(
            {role: r.action_space(None) for role, r in self._roles.items()}
        )
        self.observation_space = spaces.Dict(
            {role: r.observation_space(self.num_envs) for role, r in self._roles.items()}
        )
        self.action_space = spaces.Dict(
            {role: r.action_space(self.num_envs) for role, r in self._roles.items()}
        )

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Arrays, dict[str, Any]]:
        """Starts an episode in every copy.

        Args:
            seed: of all copies, each of which draws days of its own from it; None: one that follows
                from the last.
            options: none are known; what is given is not looked at.

        Returns:
            observations and infos
        """
        super().reset(seed=seed)
        self._session.reset(seed)
        return self._gather(self._session.reply["observations"]), self._explain()

    def step(
        self, actions: Mapping[str, Any]
    ) -> tuple[Arrays, Arrays, Arrays, Arrays, dict[str, Any]]:
        """Has all agents of all copies act.

        Args:
            actions: by role, of :attr:`action_space`.

        Returns:
            observations, rewards, terminations, truncations, by role, and infos

        Raises:
            ActionError: actions of a role are missing, have another shape, are NaN or infinite;
                nothing has happened then
        """
        session, reply = self._session, self._session.reply
        session.check_reset("a step")
        into = session.actions
        for name, role in self._roles.items():
            if name not in actions:
                raise ActionError(f"role {name}: no actions", "unknown-agent")
            role.write(actions[name], into)
        session.step()
        rewards, terminated, truncated = (
            {name: reply[field][:, role.places] for name, role in self._roles.items()}
            for field in ("rewards", "terminated", "truncated")
        )
        infos = self._explain()
        ended = reply["ended"]
        if ended.any():
            infos["final_obs"] = self._gather(session.final["observations"])
            infos["final_state"] = session.final["state"].copy()
            infos["_final_obs"] = infos["_final_state"] = ended.copy()
        return self._gather(reply["observations"]), rewards, terminated, truncated, infos

    def _gather(self, observations: NDArray[np.float32]) -> Arrays:
        return {name: observations[:, role.seen] for name, role in self._roles.items()}

    def _explain(self) -> dict[str, Any]:
        reply = self._session.reply
        infos: dict[str, Any] = {
            key: {name: reply[key][:, role.places] for name, role in self._roles.items()}
            for key in ("due", "cost", "safety")
        }
        masks = {
            name: reply["masks"][:, role.masks]
            for name, role in self._roles.items()
            if role.masks.size
        }
        if masks:
            infos["action_mask"] = masks
        return infos

    def state(self) -> NDArray[np.float32]:
        """The central state of each copy that goes with the last observations: (n, size)."""
        self._session.check_reset("a state")
        return self._session.reply["state"].copy()

    def render(self) -> tuple[Any, ...] | None:
        """Draws the first copy, by ``render_mode``."""
        picture = render(self._session, self.render_mode)
        return None if picture is None else (picture,)

    def close_extras(self, **_: Any) -> None:
        """Frees the environments."""
        self._session.close()

    def __reduce__(self) -> Any:
        return (_again, self._made_of)


class _Role:
    """Agents of one layout: where their parts are, as index arrays of a copy's row."""

    def __init__(
        self, name: str, agents: tuple[AgentSchema, ...], places: list[int], copies: int, flat: bool
    ) -> None:
        self.name = name
        self.places = np.asarray(places)
        self.seen = _index([a.observation.part for a in agents])
        self.done = _index([a.action.part for a in agents])
        self.masks = _index([a.mask for a in agents])
        self._agents = agents
        self._copies = copies
        chosen = agents[0].action.choices > 0
        self._choices = agents[0].action.choices[chosen]
        self._flat = flat or not chosen.any()
        self._parts = {CONTINUOUS: self.done[:, ~chosen], CHOICES: self.done[:, chosen]}
        self._chosen = chosen

    def observation_space(self, copies: int | None) -> spaces.Box:
        low = np.stack([a.observation.low for a in self._agents])
        high = np.stack([a.observation.high for a in self._agents])
        return spaces.Box(_batch(low, copies), _batch(high, copies), dtype=np.float32)

    def action_space(self, copies: int | None) -> spaces.Space[Any]:
        low = np.stack([a.action.low for a in self._agents])
        high = np.stack([a.action.high for a in self._agents])
        if self._flat:
            return spaces.Box(_batch(low, copies), _batch(high, copies), dtype=np.float32)
        choices = spaces.MultiDiscrete(
            _batch(np.tile(self._choices, (len(self._agents), 1)), copies)
        )
        if self._chosen.all():
            return choices
        low, high = _batch(low[:, ~self._chosen], copies), _batch(high[:, ~self._chosen], copies)
        return spaces.Dict({CONTINUOUS: spaces.Box(low, high, dtype=np.float32), CHOICES: choices})

    def write(self, actions: Any, into: NDArray[np.float32]) -> None:
        if self._flat or self._chosen.all():
            self._put(actions, self.done, into, "")
            return
        for key, index in self._parts.items():
            try:
                part = actions[key]
            except (KeyError, TypeError, IndexError) as e:
                raise ActionError(
                    f"role {self.name}: actions are a dict with {CONTINUOUS!r} and {CHOICES!r}",
                    "bad-shape",
                ) from e
            self._put(part, index, into, f" of {key!r}")

    def _put(
        self, values: Any, index: NDArray[np.intp], into: NDArray[np.float32], what: str
    ) -> None:
        values = np.asarray(values)
        shape = (self._copies, *index.shape)
        if values.shape != shape:
            raise ActionError(
                f"role {self.name}: actions{what} have shape {values.shape}; it should be {shape}:"
                " copies, agents, axes",
                "bad-shape",
            )
        into[:, index] = values


def _index(parts: list[slice]) -> NDArray[np.intp]:
    return np.stack([np.arange(p.start, p.stop) for p in parts]).astype(np.intp)


def _batch(array: NDArray[Any], copies: int | None) -> NDArray[Any]:
    return array if copies is None else np.repeat(array[None], copies, axis=0)


def _again(options: Options, action_format: str, render_mode: str | None) -> PowerGridVectorEnv:
    return PowerGridVectorEnv(options, action_format=action_format, render_mode=render_mode)
