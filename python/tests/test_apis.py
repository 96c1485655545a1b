"""The workbench through the tests that PettingZoo, Gymnasium and RLlib have for environments."""

from __future__ import annotations

import types
import warnings
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env
from pettingzoo.test import (
    api_test,
    max_cycles_test,
    parallel_api_test,
    parallel_seed_test,
    render_test,
    seed_test,
)
from pettingzoo.test.state_test import state_test

import powergrid

SCENARIOS = Path(__file__).parent / "scenarios"
#: numbers; numbers, of agents of different layouts; and every kind of action space
ALL = ["three-microgrids", SCENARIOS / "pair.yaml", SCENARIOS / "voltage.yaml"]

#: what PettingZoo warns of that is meant to be so here
MEANT = (
    "Observations are different shapes",
    "Agents have different observation space sizes",
    "Agent's minimum observation space value is -infinity",
    "Agent's maximum observation space value is infinity",
    "Agent's maximum and minimum observation space values are equal",
    "Environment's minimum state space value is -infinity",
    "Environment's maximum state space value is infinity",
    "Environment's maximum and minimum state space values are equal",
    "Action space for each agent probably should be gymnasium.spaces.box or",
    "Observation space for each agent probably should be gymnasium.spaces.box or",
)


def none_unmeant(caught: list[warnings.WarningMessage]) -> None:
    messages = [str(w.message).strip() for w in caught]
    assert [m for m in messages if not any(meant in m for meant in MEANT)] == []


@pytest.mark.parametrize("scenario", ALL, ids=["three", "pair", "voltage"])
def test_pettingzoos_parallel_api_test(server: powergrid.Server, scenario: Any) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        env = powergrid.parallel_env(scenario, server=server)
        parallel_api_test(env, num_cycles=150)
        env.close()
    none_unmeant(caught)


@pytest.mark.parametrize("scenario", ALL, ids=["three", "pair", "voltage"])
def test_pettingzoos_api_test_of_agents_one_after_the_other(
    server: powergrid.Server, scenario: Any
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        env = powergrid.env(scenario, server=server)
        api_test(env, num_cycles=150, verbose_progress=False)
        env.close()
    none_unmeant(caught)


def test_pettingzoos_api_tests_of_masked_observations(server: powergrid.Server) -> None:
    scenario = (SCENARIOS / "voltage.yaml").read_text()
    lines = [line for line in scenario.splitlines() if "gen1" not in line and "taps1" not in line]
    only_discrete = "\n".join(line for line in lines if "commitment" not in line)
    env = powergrid.parallel_env(only_discrete, mask="obs", server=server)
    assert sorted(env.possible_agents) == ["cap_0", "ess_0"]
    parallel_api_test(env, num_cycles=40)
    env.close()


@pytest.fixture
def module(server: powergrid.Server) -> types.SimpleNamespace:
    """Something with the two functions that PettingZoo looks for in a module."""

    def parallel_env(**options: Any) -> Any:
        return powergrid.parallel_env(server=server, **options)

    def env(**options: Any) -> Any:
        return powergrid.env(server=server, **options)

    return types.SimpleNamespace(parallel_env=parallel_env, env=env)


def test_pettingzoos_max_cycles_test(module: types.SimpleNamespace) -> None:
    max_cycles_test(module)


def test_pettingzoos_render_test(
    module: types.SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    texts: list[str] = []
    render_test(
        module.env,
        {"ansi": lambda text: texts.append(text) or True, "human": lambda none: none is None},
    )
    assert all(name in texts[-1] for name in ("MG1", "MG2", "MG3"))
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("MG1", "MG2", "MG3", "steps taken"))


def test_pettingzoos_state_test(module: types.SimpleNamespace) -> None:
    state_test(module.env(), module.parallel_env(), num_cycles=30)


def test_pettingzoos_seed_tests(module: types.SimpleNamespace) -> None:
    seed_test(module.env, num_cycles=30)
    parallel_seed_test(module.parallel_env, num_cycles=30)


@pytest.mark.parametrize("scenario", ALL, ids=["three", "pair", "voltage"])
@pytest.mark.parametrize("agent", ["joint", "one"])
def test_gymnasiums_check_env(server: powergrid.Server, scenario: Any, agent: str) -> None:
    if agent == "one":
        with_names = powergrid.parallel_env(scenario, server=server)
        agent = with_names.possible_agents[0]
        with_names.close()
    env = powergrid.gym_env(scenario, agent, server=server, render_mode="rgb_array")
    # with which the check also asks for the same after the same seed
    env.spec = gymnasium.envs.registration.EnvSpec("powergrid-v0", entry_point=powergrid.gym_env)
    check_env(env, skip_close_check=True, skip_render_check=True)
    assert env.render().shape[2] == 3
    env.close()


@pytest.mark.parametrize("scenario", ALL, ids=["three", "pair", "voltage"])
def test_every_observation_and_state_is_inside_its_space(
    server: powergrid.Server, scenario: Any
) -> None:
    env = powergrid.parallel_env(scenario, server=server, max_cycles=96)
    for agent in env.possible_agents:
        env.action_space(agent).seed(7)
    for seed in range(3):
        observations, infos = env.reset(seed=seed)
        while env.agents:
            for agent, observation in observations.items():
                space = env.observation_space(agent)
                assert observation in space, (agent, _outside(observation, space))
            assert env.state() in env.state_space, _outside(env.state(), env.state_space)
            actions = {
                a: env.action_space(a).sample(infos[a].get("action_mask")) for a in env.agents
            }
            observations, _, _, _, infos = env.step(actions)
    env.close()


def _outside(values: np.ndarray, space: gymnasium.spaces.Box) -> list[str]:
    odd = np.flatnonzero((values < space.low) | (values > space.high) | np.isnan(values))
    return [f"{i}: {values[i]} not in [{space.low[i]}, {space.high[i]}]" for i in odd]
