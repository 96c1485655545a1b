"""RLlib: a ``MultiAgentEnv`` of the new API stack. Importing this module needs Ray."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from gymnasium import spaces
from ray.rllib.env.multi_agent_env import MultiAgentEnv

from .parallel import PowerGridParallelEnv, check_choice
from .session import Options

__all__ = ["PowerGridMultiAgentEnv", "rllib_env"]

Dicts = tuple[
    dict[str, Any], dict[str, float], dict[str, bool], dict[str, bool], dict[str, dict[str, Any]]
]


def rllib_env(config: Mapping[str, Any] | None = None, **options: Any) -> PowerGridMultiAgentEnv:
    """Makes an environment; an *env creator* for ``ray.tune.register_env``.

    Args:
        config: the ``env_config``; see :class:`PowerGridMultiAgentEnv`.
        **options: more of them.

    Returns:
        a new environment
    """
    return PowerGridMultiAgentEnv({**(config or {}), **options})


class _Parallel(PowerGridParallelEnv):
    # as RLlib's action masking modules call them
    _MASKED_KEYS = ("observations", "action_mask")


class PowerGridMultiAgentEnv(MultiAgentEnv):
    """A scenario as RLlib's ``MultiAgentEnv``.

    Only agents that are due have an observation, each with the sum of its rewards since the last
    one; a step takes as many of the scenario's as it takes until an agent is due. When the episode
    ends every agent has its last observation and the rest of its rewards, due or not, and infos
    have the ``reason``. Agents keep the order of ``possible_agents``.

    Takes its options as one mapping, so that it can be an RLlib config's ``env``::

        config.environment(PowerGridMultiAgentEnv, env_config={"scenario": "three-microgrids"})
        config.multi_agent(policies={"mg"}, policy_mapping_fn=powergrid.role_of)

    Args:
        config: options of :func:`powergrid.parallel_env`; ``overrides``, a mapping, for values of
            the scenario (or each by its path); and ``state``: ``None``, or ``obs`` to have the
            central state under ``state`` in each observation, which is then a dict with
            ``observations`` beside it, and ``action_mask`` where ``mask`` is ``obs``.
    """

    metadata: dict[str, Any] = {"render_modes": PowerGridParallelEnv.metadata["render_modes"]}

    def __init__(self, config: Mapping[str, Any] | None = None) -> None:
        given = dict(config or {})
        overrides = dict(given.pop("overrides", {}))
        if "max_cycles" in given:
            overrides["clock.steps"] = int(given.pop("max_cycles"))
        named = {name: given.pop(name) for name in Options.__dataclass_fields__ if name in given}
        form = {
            name: given.pop(name)
            for name in ("render_mode", "mask", "action_format")
            if name in given
        }
        state = given.pop("state", None)
        check_choice("state", state, (None, "obs"))
        options = Options(**named, overrides={**given, **overrides})
        self._with_state = state == "obs"
        self._env = _Parallel(options, **form)
        self.schema = self._env.schema
        self.render_mode = self._env.render_mode
        self.possible_agents = list(self._env.possible_agents)
        self.agents = list(self.possible_agents)
        self.observation_spaces = {
            name: self._space(space) for name, space in self._env.observation_spaces.items()
        }
        self.action_spaces = self._env.action_spaces
        self._owed: dict[str, float] = {}
        super().__init__()

    def _space(self, space: spaces.Space[Any]) -> spaces.Space[Any]:
        if not self._with_state:
            return space
        parts = dict(space.spaces) if isinstance(space, spaces.Dict) else {"observations": space}
        return spaces.Dict({**parts, "state": self._env.state_space})

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Starts an episode: observations and infos of the agents that are due."""
        super().reset(seed=seed, options=options)
        observations, infos = self._env.reset(seed=seed)
        self.agents = list(self.possible_agents)
        self._owed = dict.fromkeys(self.possible_agents, 0.0)
        while self._env.agents and not any(info["due"] for info in infos.values()):
            observations, rewards, _, _, infos = self._env.step({})
            self._owe(rewards)
        shown = [name for name, info in infos.items() if info["due"]]
        return self._observe(shown, observations), {name: infos[name] for name in shown}

    def step(self, action_dict: Mapping[str, Any]) -> Dicts:
        """Has the agents act that had an observation.

        Args:
            action_dict: of each of them.

        Returns:
            observations, rewards, terminations, truncations and infos of those that are due or
            have come to their end; flags also have ``__all__``
        """
        actions = action_dict
        while True:
            observations, rewards, terminated, truncated, infos = self._env.step(actions)
            self._owe(rewards)
            actions = {}
            over = not self._env.agents
            shown = [
                name
                for name, info in infos.items()
                if info["due"] or terminated[name] or truncated[name]
            ]
            if shown or over:
                break
        self.agents = list(self._env.agents)
        paid = {name: self._owed[name] for name in shown}
        self._owed.update(dict.fromkeys(shown, 0.0))
        ends: dict[str, bool] = {name: terminated[name] for name in shown}
        cuts: dict[str, bool] = {name: truncated[name] for name in shown}
        all_terminated = over and all(terminated.values())
        ends["__all__"] = all_terminated
        cuts["__all__"] = over and not all_terminated
        return (
            self._observe(shown, observations),
            paid,
            ends,
            cuts,
            {name: infos[name] for name in shown},
        )

    def _owe(self, rewards: Mapping[str, float]) -> None:
        for name, reward in rewards.items():
            self._owed[name] += reward

    def _observe(self, shown: list[str], observations: Mapping[str, Any]) -> dict[str, Any]:
        if not self._with_state:
            return {name: observations[name] for name in shown}
        state = self._env.state()
        seen = {}
        for name in shown:
            own = observations[name]
            parts = own if isinstance(own, dict) else {"observations": own}
            seen[name] = {**parts, "state": state.copy()}
        return seen

    def state(self) -> np.ndarray[Any, np.dtype[np.float32]]:
        """The central state that goes with the last observations."""
        return self._env.state()

    def render(self) -> Any:
        """Draws the networks as the last step left them, by ``render_mode``."""
        return self._env.render()

    def close(self) -> None:
        """Frees the environment. May be called again."""
        self._env.close()
