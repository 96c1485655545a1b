"""Copies that step together: their shapes, their ends, and their days."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gymnasium.vector import AutoresetMode, VectorEnv

import powergrid

SCENARIOS = Path(__file__).parent / "scenarios"


def test_arrays_are_by_role_copies_agents_axes(server: powergrid.Server) -> None:
    env = powergrid.vector_env("three-microgrids", 4, server=server)
    assert isinstance(env, VectorEnv)
    assert env.metadata["autoreset_mode"] is AutoresetMode.SAME_STEP
    assert env.roles == {"mg": ["mg_0", "mg_1", "mg_2"]}
    size = env.schema.agents[0].observation.size
    observations, infos = env.reset(seed=1)
    assert observations["mg"].shape == (4, 3, size)
    assert observations in env.observation_space
    assert infos["cost"]["mg"].shape == (4, 3)
    observations, rewards, terminations, truncations, infos = env.step(env.action_space.sample())
    assert observations in env.observation_space
    for part in (rewards, terminations, truncations, infos["due"]):
        assert part["mg"].shape == (4, 3)
    assert env.state().shape == (4, env.schema.state.size)
    env.close()
    env.close()


def test_roles_have_the_spaces_of_their_agents(server: powergrid.Server) -> None:
    env = powergrid.vector_env(SCENARIOS / "voltage.yaml", 3, server=server)
    assert list(env.roles) == ["gen", "taps", "cap", "ess"]
    _, infos = env.reset(seed=1)
    assert infos["action_mask"]["taps"].shape == (3, 1, 9)
    actions = env.action_space.sample()
    assert actions["gen"]["choices"].shape == (3, 1, 1)
    assert actions["taps"].shape == (3, 1, 3)
    env.step(actions)
    with pytest.raises(powergrid.ActionError, match=r"role taps: actions have shape \(3, 3\)"):
        env.step({**actions, "taps": actions["taps"][:, 0]})
    with pytest.raises(powergrid.ActionError, match="role cap: no actions"):
        env.step({k: v for k, v in actions.items() if k != "cap"})
    with pytest.raises(powergrid.ActionError, match="NaN"):
        env.step({**actions, "ess": np.full((3, 1, 1), np.nan)})
    env.step(actions)
    env.close()


def test_copies_are_reset_in_the_step_in_which_they_end(server: powergrid.Server) -> None:
    env = powergrid.vector_env("one-microgrid", 3, max_cycles=5, server=server)
    env.reset(seed=1)
    action = env.action_space.sample()
    for step in range(1, 13):
        observations, _, _, truncations, infos = env.step(action)
        ended = step % 5 == 0
        assert ("final_obs" in infos) == ended
        assert truncations["ess"].all() == ended
        if ended:
            assert infos["_final_obs"].tolist() == [True] * 3
            assert infos["final_state"].shape == env.state().shape
            for role, last in infos["final_obs"].items():
                assert last in env.observation_space[role]
                assert (last != observations[role]).any()
    env.close()


def test_a_copy_ends_as_an_environment_alone_does(server: powergrid.Server) -> None:
    """The first copy draws the days that an environment of the same seed draws."""
    many = powergrid.vector_env("three-microgrids", 2, max_cycles=6, server=server)
    one = powergrid.parallel_env("three-microgrids", max_cycles=6, server=server)
    observations, _ = many.reset(seed=9)
    alone, _ = one.reset(seed=9)
    for _ in range(14):
        np.testing.assert_array_equal(observations["mg"][0], np.stack(list(alone.values())))
        actions = many.action_space.sample()
        observations, rewards, _, _, infos = many.step(actions)
        alone, earned, *_ = one.step(dict(zip(one.agents, actions["mg"][0])))
        assert rewards["mg"][0].tolist() == list(earned.values())
        if not one.agents:
            last = np.stack(list(alone.values()))
            np.testing.assert_array_equal(infos["final_obs"]["mg"][0], last)
            alone, _ = one.reset()
    many.close()
    one.close()


@pytest.mark.parametrize("threads", [1, 2])
def test_what_happens_does_not_depend_on_threads(server: powergrid.Server, threads: int) -> None:
    def run(threads: int) -> list[Any]:
        env = powergrid.vector_env("one-microgrid", 4, threads=threads, server=server)
        seen = [env.reset(seed=3)[0]]
        env.action_space.seed(1)
        for _ in range(10):
            seen.append(env.step(env.action_space.sample())[0])
        env.close()
        return [part["ess"].tobytes() for part in seen]

    assert run(threads) == run(1)
