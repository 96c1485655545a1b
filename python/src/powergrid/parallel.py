"""PettingZoo: all agents act at once (``ParallelEnv``), or one after the other (``AECEnv``)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray
from pettingzoo import AECEnv, ParallelEnv
from pettingzoo.utils.conversions import parallel_to_aec

from .errors import ActionError
from .schema import AgentSchema, Schema
from .server import Server
from .session import Options, Session
from .spaces import ActionCodec, MaskCodec, box

__all__ = ["RENDER_MODES", "PowerGridParallelEnv", "env", "parallel_env"]

RENDER_MODES = ["rgb_array", "ansi", "human"]

Five = tuple[
    dict[str, Any], dict[str, float], dict[str, bool], dict[str, bool], dict[str, dict[str, Any]]
]


def parallel_env(
    scenario: str | os.PathLike[str] | Mapping[str, Any] = "three-microgrids",
    *,
    max_cycles: int | None = None,
    render_mode: str | None = None,
    mask: str = "info",
    action_format: str = "dict",
    infos: Sequence[str] = (),
    drive: str = "auto",
    split: str = "all",
    server: Server | str | None = None,
    token: str | None = None,
    cafile: str | None = None,
    timeout: float = 60.0,
    **overrides: Any,
) -> PowerGridParallelEnv:
    """Makes a PettingZoo environment in which all agents act at once.

    Args:
        scenario: a file; the name of a scenario that the package brings along, see
            :func:`powergrid.bundled_scenarios`; its text; or the mapping that the text stands for.
        max_cycles: steps of an episode, in place of the scenario's ``clock.steps``.
        render_mode: ``rgb_array``, ``ansi``, ``human`` (prints ``ansi``) or None.
        mask: where the masks of agents with choices are: ``info`` (``info["action_mask"]``, as
            ``sample`` takes it) or ``obs`` (observations are a dict of ``observation`` and
            ``action_mask``, the mask flat).
        action_format: ``dict`` or ``flat``: whether an action of numbers and choices is a ``Dict``
            of ``continuous`` and ``choices``, or one ``Box`` of them all.
        infos: what infos tell beside cost, safety and who is due: ``metrics``, ``messages``. It
            costs time in every step.
        drive: whom the caller drives: ``free``, those for whom the scenario names no policy;
            ``all`` who decide; ``auto``, the free ones, or all if none is free.
        split: days that episodes are drawn from: ``all``, ``train``, ``validation``, ``test``.
        server: a :class:`powergrid.Server`, or the address of one that runs. None: the one that
            the variable ``POWERGRID_ADDRESS`` names, or one that environments of this process
            share, which is started now and ends with the last of them.
        token: what the server at an address asks for.
        cafile: certificates to trust with an address ``tls://…``.
        timeout: seconds that the server may take to answer anything.
        **overrides: values of the scenario by path, as ``powergrid run --set`` takes them:
            ``actions="normalised"``, ``**{"clock.step": "5min"}``.

    Returns:
        a new environment, to be reset first

    Raises:
        ScenarioError: the scenario has mistakes; all of them are told.
        LauncherNotFound, ServerStartError, ConnectionLost: there is no server.
    """
    if max_cycles is not None:
        overrides = {**overrides, "clock.steps": int(max_cycles)}
    options = Options(
        scenario=scenario,
        overrides=overrides,
        drive=drive,
        split=split,
        infos=tuple(infos) if not isinstance(infos, str) else infos,
        server=server,
        token=token,
        cafile=cafile,
        timeout=timeout,
    )
    return PowerGridParallelEnv(
        options, render_mode=render_mode, mask=mask, action_format=action_format
    )


def env(
    scenario: str | os.PathLike[str] | Mapping[str, Any] = "three-microgrids", **options: Any
) -> AECEnv[str, Any, Any]:
    """Makes the same environment for agents that act one after the other.

    Args:
        scenario: as :func:`parallel_env`.
        **options: as :func:`parallel_env`.

    Returns:
        a new environment, in PettingZoo's wrapper that complains of calls out of order
    """
    return parallel_to_aec(parallel_env(scenario, **options))


class PowerGridParallelEnv(ParallelEnv[str, Any, Any]):
    """A scenario as PettingZoo's ``ParallelEnv``; made by :func:`parallel_env`.

    Every agent that was alive before a step is in all five dicts that the step returns, with an
    ``info`` that has ``due`` (whether its next action will be taken; until then what it does is
    ignored and it holds), ``cost`` (USD) and ``safety`` (breaches of limits, per unit × hours) of
    the step, a parent's with its children's. Agents leave in the step in which they are terminated
    or truncated; ``info["reason"]`` then says why the episode ended: ``horizon``, ``blackout``, or
    which plug-in was withdrawn. Belongs to one thread at a time.

    Pickled or copied, it is the same environment made anew, not yet reset; in a forked process it
    raises :class:`powergrid.ConnectionLost`.

    Attributes:
        possible_agents: names ``<role>_<n>``; agents of a role have the same layout.
        agents: those for whom the episode goes on.
        schema: what the scenario calls them, and units and names of all they see and do.
        state_space: of :meth:`state`.
    """

    metadata: dict[str, Any] = {
        "name": "powergrid_v0",
        "render_modes": RENDER_MODES,
        "render_fps": 4,
        "is_parallelizable": True,
    }

    # the keys of observations with masks; RLlib has others
    _MASKED_KEYS = ("observation", "action_mask")

    def __init__(
        self,
        options: Options,
        *,
        render_mode: str | None = None,
        mask: str = "info",
        action_format: str = "dict",
    ) -> None:
        check_choice("render_mode", render_mode, (None, *RENDER_MODES))
        check_choice("mask", mask, ("info", "obs"))
        check_choice("action_format", action_format, ("dict", "flat"))
        self._made_of = (options, render_mode, mask, action_format)
        self.render_mode = render_mode
        self._session = Session(options)
        self.schema: Schema = self._session.schema
        self.possible_agents: list[str] = [a.name for a in self.schema.agents]
        self.agents: list[str] = []
        self.state_space = box(self.schema.state)
        reply = self._session.reply
        self._observations: NDArray[np.float32] = reply["observations"]
        self._uniform = self._rectangle()
        self._masks_in_infos: list[tuple[int, slice, Callable[[NDArray[np.int8]], Any]]] = []
        self._masks_in_observations: list[tuple[int, slice]] = []
        self._observation_spaces: dict[str, spaces.Space[Any]] = {}
        self._action_spaces: dict[str, spaces.Space[Any]] = {}
        self._writers: list[tuple[str, Callable[..., None], NDArray[np.float32]]] = []
        for i, agent in enumerate(self.schema.agents):
            self._add(i, agent, mask, action_format)

    def _add(self, i: int, agent: AgentSchema, mask: str, action_format: str) -> None:
        codec = ActionCodec(agent.name, agent.action, flat=action_format == "flat")
        self._action_spaces[agent.name] = codec.space
        self._writers.append((agent.name, codec.write, self._session.actions[agent.action.part]))
        space: spaces.Space[Any] = box(agent.observation)
        size = agent.action.mask_size
        if size and mask == "obs":
            seen, masked = self._MASKED_KEYS
            space = spaces.Dict({seen: space, masked: spaces.Box(0, 1, (size,), np.int8)})
            self._masks_in_observations.append((i, agent.mask))
        elif size:
            # a flat action has no mask that its Box could sample with
            read = np.copy if action_format == "flat" else MaskCodec(agent.action).read
            self._masks_in_infos.append((i, agent.mask, read))
        self._mask_key = "choice_mask" if action_format == "flat" else "action_mask"
        self._observation_spaces[agent.name] = space

    def _rectangle(self) -> tuple[int, int] | None:
        """Rows and columns of the observations, where all agents' are equally long."""
        sizes = {a.observation.size for a in self.schema.agents}
        return (len(self.possible_agents), sizes.pop()) if len(sizes) == 1 else None

    @property
    def observation_spaces(self) -> dict[str, spaces.Space[Any]]:
        """The observation space of each agent."""
        return dict(self._observation_spaces)

    @property
    def action_spaces(self) -> dict[str, spaces.Space[Any]]:
        """The action space of each agent."""
        return dict(self._action_spaces)

    def observation_space(self, agent: str) -> spaces.Space[Any]:
        """What an agent sees: the same object at every call."""
        return self._observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.Space[Any]:
        """What an agent does: the same object at every call."""
        return self._action_spaces[agent]

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Starts an episode.

        Args:
            seed: begins the sequence of this seed's episodes; None goes on with the present one.
            options: none are known; what is given is not looked at.

        Returns:
            observations and infos of all agents
        """
        self._session.reset(seed, infos=bool(self._session.options.infos))
        self.agents = self.possible_agents.copy()
        names = self.agents
        return self._observe(names), self._explain(names)

    def step(self, actions: Mapping[str, Any]) -> Five:
        """Has every agent act.

        Args:
            actions: of every agent that is alive and due; others' are ignored.

        Returns:
            observations, rewards, terminations, truncations and infos of all agents that were
            alive before; five empty dicts if none was

        Raises:
            ActionError: an action is missing, has another shape, is NaN or infinite, or an agent
                is not there; nothing has happened then
        """
        self._session.check_reset("a step")
        if not self.agents:
            return {}, {}, {}, {}, {}
        self._write(actions)
        session = self._session
        session.step(bool(session.options.infos))
        reply, names = session.reply, self.agents
        if len(names) != len(self.possible_agents):
            return self._step_of_some(names)
        terminated, truncated = reply["terminated"].tolist(), reply["truncated"].tolist()
        five = (
            self._observe(names),
            dict(zip(names, reply["rewards"].tolist())),
            dict(zip(names, terminated)),
            dict(zip(names, truncated)),
            self._explain(names),
        )
        if session.infos or True in terminated or True in truncated:
            self._leave()
        return five

    def _write(self, actions: Mapping[str, Any]) -> None:
        due = self._session.reply["due"].tolist()
        known = 0
        for is_due, (name, write, into) in zip(due, self._writers):
            if is_due and name in actions:
                write(actions[name], into)
                known += 1
            elif is_due and name in self.agents:
                raise ActionError(
                    f"agent {name}: no action; there should be one of every agent that is due",
                    "unknown-agent",
                )
            else:
                into[:] = self._held(name)
                known += name in actions
        if known != len(actions):
            odd = [name for name in actions if name not in self._action_spaces]
            raise ActionError(
                f"actions of {', '.join(map(repr, odd))}, who are not there; agents are"
                f" {', '.join(self.possible_agents)}",
                "unknown-agent",
            )

    def _held(self, name: str) -> NDArray[np.float32]:
        part = self.schema.agents[self.possible_agents.index(name)].action.part
        return self._session.reply["held"][part]

    def _observe(self, names: list[str]) -> dict[str, Any]:
        # one copy for all: what the caller keeps is not overwritten by the next step
        seen = self._observations.copy()
        if self._uniform is not None:
            parts: Any = seen.reshape(self._uniform)
        else:
            parts = [seen[a.observation.part] for a in self.schema.agents]
        if self._masks_in_observations:
            parts = list(parts)
            masks = self._session.reply["masks"].copy()
            seen_key, masked = self._MASKED_KEYS
            for i, part in self._masks_in_observations:
                parts[i] = {seen_key: parts[i], masked: masks[part]}
        return dict(zip(names, parts))

    def _explain(self, names: list[str]) -> dict[str, dict[str, Any]]:
        reply = self._session.reply
        parts: list[dict[str, Any]] = [
            {"due": due, "cost": cost, "safety": safety}
            for due, cost, safety in zip(
                reply["due"].tolist(), reply["cost"].tolist(), reply["safety"].tolist()
            )
        ]
        for i, part, read in self._masks_in_infos:
            parts[i][self._mask_key] = read(reply["masks"][part])
        if self._session.infos:
            self._tell(parts)
        return dict(zip(names, parts))

    def _tell(self, parts: list[dict[str, Any]]) -> None:
        told = self._session.infos
        for agent, part in zip(self.schema.agents, parts):
            if told.get("reason"):
                part["reason"] = told["reason"]
            if told.get("metrics") is not None:
                part["metrics"] = dict(told["metrics"])
            if told.get("messages") is not None:
                part["messages"] = [
                    dict(m) for m in told["messages"] if agent.id in (m["sender"], m["recipient"])
                ]

    def _leave(self) -> None:
        alive = self._session.reply["alive"].tolist()
        self.agents = [name for name, lives in zip(self.possible_agents, alive) if lives]

    def _step_of_some(self, names: list[str]) -> Five:
        """The step where some agents had left before it."""
        everybody = self.possible_agents
        reply = self._session.reply
        columns: list[dict[str, Any]] = [
            self._observe(everybody),
            *(
                dict(zip(everybody, reply[field].tolist()))
                for field in ("rewards", "terminated", "truncated")
            ),
            self._explain(everybody),
        ]
        o, r, te, tr, i = ({name: column[name] for name in names} for column in columns)
        self._leave()
        return o, r, te, tr, i

    def state(self) -> NDArray[np.float32]:
        """The central state that goes with the last observations, for critics that see it all."""
        self._session.check_reset("a state")
        return self._session.reply["state"].copy()

    def render(self) -> Any:
        """Draws the networks as the last step left them, by ``render_mode``.

        Returns:
            ``rgb_array``: height × width × 3 bytes; ``ansi``: a text; else None
        """
        return render(self._session, self.render_mode)

    def close(self) -> None:
        """Frees the environment. May be called again; the environment cannot be used any more."""
        self.agents = []
        self._session.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.schema.name}: {len(self.possible_agents)} agents>"

    def __reduce__(self) -> Any:
        return (_again, (type(self), self._made_of))


def _again(kind: type[PowerGridParallelEnv], made_of: tuple[Any, ...]) -> PowerGridParallelEnv:
    options, render_mode, mask, action_format = made_of
    return kind(options, render_mode=render_mode, mask=mask, action_format=action_format)


def check_choice(name: str, value: Any, choices: Sequence[Any]) -> None:
    """Raises an error where an option has none of its values."""
    if value not in choices:
        raise ValueError(f"{name} is {value!r}; it should be one of {list(choices)}")


def render(session: Session, mode: str | None) -> Any:
    """What PettingZoo's and Gymnasium's ``render`` return in a mode."""
    session.check_reset("a picture")
    if mode is None:
        from gymnasium import logger

        logger.warn("nothing is drawn: the environment was made without a render_mode")
        return None
    picture = session.render("ansi" if mode == "human" else mode)
    if mode == "human":
        print(picture)
        return None
    return picture
