"""Gymnasium: one agent, or all of them as one."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from .errors import NotReset
from .parallel import RENDER_MODES, check_choice, render
from .schema import AgentSchema, Axes, Schema
from .server import Server
from .session import Options, Session
from .spaces import ActionCodec, MaskCodec, box

__all__ = ["PowerGridEnv", "gym_env"]

#: The agent that is all agents.
JOINT = "joint"


def gym_env(
    scenario: str | os.PathLike[str] | Mapping[str, Any] = "one-microgrid",
    agent: str = JOINT,
    *,
    max_cycles: int | None = None,
    render_mode: str | None = None,
    action_format: str = "dict",
    infos: Sequence[str] = (),
    drive: str = "auto",
    split: str = "all",
    server: Server | str | None = None,
    token: str | None = None,
    cafile: str | None = None,
    timeout: float = 60.0,
    **overrides: Any,
) -> PowerGridEnv:
    """Makes a Gymnasium environment.

    Args:
        scenario: as :func:`powergrid.parallel_env`.
        agent: ``joint``: what all agents see and do, one after the other, and the sum of their
            rewards; or one agent, by its name here or in the scenario, while the others hold.
        max_cycles: steps of an episode, in place of the scenario's ``clock.steps``.
        render_mode, action_format, infos, drive, split, server, token, cafile, timeout: as
            :func:`powergrid.parallel_env`.
        **overrides: as :func:`powergrid.parallel_env`.

    Returns:
        a new environment, to be reset first

    Raises:
        ValueError: there is no such agent.
        ScenarioError: the scenario has mistakes; all of them are told.
    """
    if max_cycles is not None:
        overrides = {**overrides, "clock.steps": int(max_cycles)}
    options = Options(
        scenario=scenario,
        overrides=overrides,
        drive=drive,
        split=split,
        infos=infos,
        server=server,
        token=token,
        cafile=cafile,
        timeout=timeout,
    )
    return PowerGridEnv(options, agent, render_mode=render_mode, action_format=action_format)


class PowerGridEnv(gymnasium.Env[NDArray[np.float32], Any]):
    """A scenario as Gymnasium's ``Env``; made by :func:`gym_env`.

    An ``info`` has ``due``, ``cost`` and ``safety`` of the step (with ``joint``, by agent),
    ``action_mask`` where there are choices, as ``sample`` takes it, and ``reason`` when the episode
    has ended. A terminated or truncated episode is over for all agents.

    Attributes:
        schema: what the scenario calls the agents, and units and names of all they see and do.
        state_space: of :meth:`state`.
    """

    metadata: dict[str, Any] = {"render_modes": RENDER_MODES, "render_fps": 4}

    def __init__(
        self,
        options: Options,
        agent: str = JOINT,
        *,
        render_mode: str | None = None,
        action_format: str = "dict",
    ) -> None:
        check_choice("render_mode", render_mode, (None, *RENDER_MODES))
        check_choice("action_format", action_format, ("dict", "flat"))
        self._made_of = (options, agent, render_mode, action_format)
        self.render_mode = render_mode
        self._session = Session(options)
        self.schema: Schema = self._session.schema
        self._agents = self.schema.agents
        try:
            self._chosen = None if agent == JOINT else self._find(agent)
        except ValueError:
            self._session.close()
            raise
        mask = slice(None)
        if self._chosen is None:
            observation = Axes.joined([(a.name, a.observation) for a in self._agents])
            action = Axes.joined([(a.name, a.action) for a in self._agents])
        else:
            observation, action = self._chosen.observation, self._chosen.action
            mask = self._chosen.mask
        codec = ActionCodec(agent, action, flat=action_format == "flat")
        self._write, self._into = codec.write, self._session.actions[action.part]
        self._seen = self._session.reply["observations"][observation.part]
        self._masks = self._session.reply["masks"][mask]
        masked = action.mask_size > 0 and action_format == "dict"
        self._read_mask = MaskCodec(action).read if masked else None
        self.observation_space: spaces.Space[Any] = box(observation)
        self.action_space: spaces.Space[Any] = codec.space
        self.state_space = box(self.schema.state)
        self._over = True

    def _find(self, agent: str) -> AgentSchema:
        for a in self._agents:
            if agent in (a.name, a.id):
                return a
        names = ", ".join(f"{a.name} ({a.id})" for a in self._agents)
        raise ValueError(f"agent is {agent!r}; it should be {JOINT!r} or one of {names}")

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[NDArray[np.float32], dict[str, Any]]:
        """Starts an episode.

        Args:
            seed: begins the sequence of this seed's episodes; None goes on with the present one.
            options: none are known; what is given is not looked at.

        Returns:
            observation and info
        """
        super().reset(seed=seed)
        self._session.reset(seed, infos=bool(self._session.options.infos))
        self._over = False
        return self._seen.copy(), self._explain()

    def step(self, action: Any) -> tuple[NDArray[np.float32], float, bool, bool, dict[str, Any]]:
        """Has the agent act.

        Args:
            action: of :attr:`action_space`; continuous values beyond it are clamped.

        Returns:
            observation, reward, whether terminated, whether truncated, info

        Raises:
            ActionError: the action has another shape, is NaN or infinite; nothing has happened
                then
            NotReset: the episode is over, or has not begun
        """
        session, reply = self._session, self._session.reply
        if self._over:
            session.check_reset("a step")
            raise NotReset("a step after the episode's end; call reset() first")
        if self._chosen is not None:
            session.actions[:] = reply["held"]
        self._write(action, self._into)
        session.step(bool(session.options.infos))
        part = slice(None) if self._chosen is None else self._agents.index(self._chosen)
        reward = float(reply["rewards"][part].sum(dtype=np.float64))
        terminated = bool(reply["terminated"][part].all())
        truncated = bool(reply["truncated"][part].any()) and not terminated
        self._over = not bool(np.any(reply["alive"][part]))
        return self._seen.copy(), reward, terminated, truncated, self._explain()

    def _explain(self) -> dict[str, Any]:
        reply = self._session.reply
        info: dict[str, Any] = {}
        for key in ("due", "cost", "safety"):
            values = reply[key].tolist()
            if self._chosen is None:
                info[key] = {a.name: value for a, value in zip(self._agents, values)}
            else:
                info[key] = values[self._agents.index(self._chosen)]
        if self._read_mask is not None:
            info["action_mask"] = self._read_mask(self._masks)
        told = self._session.infos
        if told.get("reason"):
            info["reason"] = told["reason"]
        for key in ("metrics", "messages"):
            if told.get(key) is not None:
                info[key] = told[key]
        return info

    def state(self) -> NDArray[np.float32]:
        """The central state that goes with the last observation."""
        self._session.check_reset("a state")
        return self._session.reply["state"].copy()

    def render(self) -> Any:
        """Draws the networks as the last step left them, by ``render_mode``."""
        return render(self._session, self.render_mode)

    def close(self) -> None:
        """Frees the environment. May be called again."""
        self._session.close()

    def __reduce__(self) -> Any:
        return (_again, self._made_of)


def _again(options: Options, agent: str, render_mode: str | None, form: str) -> PowerGridEnv:
    return PowerGridEnv(options, agent, render_mode=render_mode, action_format=form)
