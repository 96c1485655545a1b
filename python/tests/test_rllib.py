"""RLlib's view of agents that decide at unequal intervals: who is due, and what it is owed."""

from __future__ import annotations

import numpy as np
import pytest
from fake_gateway import Answer, FakeAgent, FakeGateway

import powergrid

pytest.importorskip("ray.rllib", reason="Ray is not installed: pip install 'powergrid[rllib]'")

from ray.rllib.env.multi_agent_episode import MultiAgentEpisode
from ray.rllib.utils.pre_checks.env import check_multiagent_environments

from powergrid.rllib import PowerGridMultiAgentEnv

TWO = [FakeAgent("MG1", "MG", every=1), FakeAgent("MG2", "MG", every=3)]
STEPS = 8


def every_third(step: int) -> Answer:
    """MG2 is due at 0, 3 and 6; each earns the number of the step, MG2 ten times as much."""
    over = step == STEPS
    return Answer(
        rewards=[step, 10 * step],
        due=[not over, step % 3 == 0 and not over],
        truncated=[over, over],
        reason="horizon" if over else "",
    )


def run(env: PowerGridMultiAgentEnv) -> list[tuple[list[str], dict[str, float]]]:
    observations, _ = env.reset()
    told = []
    ended = False
    while not ended:
        actions = {a: env.get_action_space(a).sample() for a in observations}
        observations, rewards, terminateds, truncateds, infos = env.step(actions)
        assert list(observations) == list(rewards) == list(infos)
        told.append((list(observations), rewards))
        ended = terminateds["__all__"] or truncateds["__all__"]
    return told


def test_only_the_due_observe_and_each_is_paid_what_it_earned_since() -> None:
    with FakeGateway(TWO, every_third) as gateway:
        env = powergrid.rllib_env({"server": gateway.address, "scenario": {}})
        told = run(env)
        assert told[0] == (["mg_0"], {"mg_0": 1.0})
        # 10 + 20 + 30
        assert told[2] == (["mg_0", "mg_1"], {"mg_0": 3.0, "mg_1": 60.0})
        # the end: the last observation and the rest, 70 + 80, though MG2 is not due
        assert told[-1] == (["mg_0", "mg_1"], {"mg_0": 8.0, "mg_1": 150.0})
        assert sum(r["mg_1"] for _, r in told if "mg_1" in r) == 10 * sum(range(STEPS + 1))
        env.close()


def test_a_step_goes_on_until_somebody_is_due() -> None:
    with FakeGateway(TWO[1:], lambda s: _alone(every_third(s))) as gateway:
        env = powergrid.rllib_env({"server": gateway.address, "scenario": {}})
        told = run(env)
        assert [paid for _, paid in told] == [{"mg_0": 60.0}, {"mg_0": 150.0}, {"mg_0": 150.0}]
        env.close()


def _alone(answer: Answer) -> Answer:
    return Answer(answer.rewards[1:], answer.due[1:], [], answer.truncated[1:], [], answer.reason)


def test_rllibs_own_episodes_take_what_it_returns() -> None:
    with FakeGateway(TWO, every_third) as gateway:
        env = powergrid.rllib_env({"server": gateway.address, "scenario": {}})
        episode = MultiAgentEpisode(
            observation_space=env.observation_spaces, action_space=env.action_spaces
        )
        observations, infos = env.reset()
        episode.add_env_reset(observations=observations, infos=infos)
        while not episode.is_done:
            actions = {a: env.get_action_space(a).sample() for a in episode.get_agents_to_act()}
            observations, rewards, terminateds, truncateds, infos = env.step(actions)
            episode.add_env_step(
                observations,
                actions,
                rewards,
                infos,
                terminateds=terminateds,
                truncateds=truncateds,
            )
        episode.validate()
        assert len(episode.agent_episodes["mg_0"]) == STEPS
        assert len(episode.agent_episodes["mg_1"]) == 3
        assert episode.agent_episodes["mg_1"].get_return() == 10 * sum(range(STEPS + 1))
        assert episode.agent_episodes["mg_1"].is_truncated
        env.close()


def test_rllibs_own_check_passes_with_state_and_masks_in_observations() -> None:
    agents = [FakeAgent("MG1", "MG", 3, 0, (2, 3)), FakeAgent("MG2", "MG", 3, 0, (2, 3))]
    with FakeGateway(agents) as gateway:
        env = PowerGridMultiAgentEnv(
            {"server": gateway.address, "scenario": {}, "mask": "obs", "state": "obs"}
        )
        check_multiagent_environments(env)
        observations, _ = env.reset()
        assert list(observations["mg_0"]) == ["observations", "action_mask", "state"]
        assert observations["mg_0"] in env.get_observation_space("mg_0")
        np.testing.assert_array_equal(observations["mg_0"]["state"], env.state())
        env.close()


def test_an_env_config_is_options_and_values_of_the_scenario() -> None:
    with FakeGateway(TWO) as gateway:
        env = powergrid.rllib_env(
            {
                "server": gateway.address,
                "scenario": {},
                "max_cycles": 7,
                "actions": "normalised",
                "overrides": {"clock.step": "5min"},
            }
        )
        env.close()
        assert gateway.requests[1]["set"] == {
            "actions": "normalised",
            "clock.step": "5min",
            "clock.steps": 7,
        }
