"""Who is told what, and when: against a gateway in which agents decide at unequal intervals."""

from __future__ import annotations

import numpy as np
import pytest
from fake_gateway import Answer, FakeAgent, FakeGateway

import powergrid

THREE = [FakeAgent("MG1", "MG"), FakeAgent("MG2", "MG"), FakeAgent("MG2.ess1", "ess", 2, 1, (3,))]


def actions(env: powergrid.PowerGridParallelEnv) -> dict[str, object]:
    return {a: env.action_space(a).sample() for a in env.agents}


def test_agents_are_named_by_role_and_number() -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        assert env.possible_agents == ["mg_0", "mg_1", "ess_0"]
        assert [powergrid.role_of(a) for a in env.possible_agents] == ["mg", "mg", "ess"]
        env.close()


def test_layouts_of_one_name_are_roles_with_names_of_letters() -> None:
    agents = [
        FakeAgent(f"A{i}", role, 3 + i) for i, role in enumerate(["HP-1", "HP-1.2", "hp", "7"])
    ]
    with FakeGateway(agents) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        assert env.possible_agents == ["hp_0", "hpb_0", "hpc_0", "agent_0"]
        env.close()


def test_everybody_alive_is_in_all_five_dicts_due_or_not() -> None:
    def script(step: int) -> Answer:
        return Answer(rewards=[1.5, 2, 3], due=[True, step % 2 == 0, True])

    with FakeGateway(THREE, script) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        env.reset(seed=1)
        five = env.step(actions(env))
        assert all(list(part) == env.possible_agents for part in five)
        _, rewards, terminations, truncations, infos = five
        assert rewards == {"mg_0": 1.5, "mg_1": 2.0, "ess_0": 3.0}
        assert [type(v) for v in (*terminations.values(), *truncations.values())] == [bool] * 6
        assert [infos[a]["due"] for a in env.agents] == [True, False, True]
        assert infos["mg_0"] == {"due": True, "cost": 1.0, "safety": 1.0}
        env.close()


def test_the_action_of_an_agent_that_is_not_due_is_ignored() -> None:
    with FakeGateway(THREE, lambda step: Answer(due=[True, False, False])) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        env.reset()
        env.step({"mg_0": [0.25, 0.75], "mg_1": "nonsense"})
        # the fake's agents hold at -0.5
        assert gateway.actions[-1].tolist() == [0.25, 0.75, -0.5, -0.5, -0.5, -0.5]
        with pytest.raises(powergrid.ActionError, match="agent mg_0: no action"):
            env.step({"mg_1": [0, 0]})
        env.close()


def test_an_agent_leaves_in_the_step_in_which_it_ends() -> None:
    def script(step: int) -> Answer:
        if step == 2:
            return Answer(terminated=[False, True, False])
        if step == 3:
            return Answer(truncated=[True, False, True], alive=[False] * 3, reason="horizon")
        return Answer()

    with FakeGateway(THREE, script) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        env.reset()
        env.step(actions(env))
        five = env.step(actions(env))
        assert list(five[0]) == ["mg_0", "mg_1", "ess_0"]
        assert five[2] == {"mg_0": False, "mg_1": True, "ess_0": False}
        assert env.agents == ["mg_0", "ess_0"]
        five = env.step(actions(env))
        assert all(list(part) == ["mg_0", "ess_0"] for part in five)
        assert env.agents == []
        env.close()


def test_an_end_says_why_in_every_info() -> None:
    end = Answer(truncated=[True] * 3, reason="storage withdrawn")
    with FakeGateway(THREE, lambda step: end if step else Answer()) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        env.reset()
        _, _, terminations, truncations, infos = env.step(actions(env))
        assert set(truncations.values()) == {True} and set(terminations.values()) == {False}
        assert {info["reason"] for info in infos.values()} == {"storage withdrawn"}
        assert env.agents == []
        assert env.step({}) == ({}, {}, {}, {}, {})
        env.reset()
        assert env.agents == env.possible_agents
        env.close()


def test_what_a_step_returned_is_not_changed_by_the_next() -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        first, _ = env.reset()
        kept = {a: o.copy() for a, o in first.items()}
        second, _, _, _, infos = env.step(actions(env))
        env.step(actions(env))
        for agent in kept:
            np.testing.assert_array_equal(first[agent], kept[agent])
            assert second[agent][0] == kept[agent][0] + 1 / 64
        assert infos["mg_0"]["cost"] == 1.0
        env.close()


def test_spaces_are_the_same_objects_and_of_the_right_kind() -> None:
    agents = [
        FakeAgent("a", "one", 3, 0, (4,)),
        FakeAgent("b", "many", 3, 0, (2, 3)),
        FakeAgent("c", "mixed", 3, 2, (2,)),
        FakeAgent("d", "real", 3, 2),
    ]
    with FakeGateway(agents) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        for agent in env.possible_agents:
            assert env.action_space(agent) is env.action_space(agent)
            assert env.observation_space(agent) is env.observation_space(agent)
        kinds = [type(env.action_space(a)).__name__ for a in env.possible_agents]
        assert kinds == ["Discrete", "MultiDiscrete", "Dict", "Box"]
        _, infos = env.reset()
        for agent in env.possible_agents[:3]:
            action = env.action_space(agent).sample(infos[agent]["action_mask"])
            assert action in env.action_space(agent)
        assert "action_mask" not in infos["real_0"]
        chosen = {"continuous": np.array([0.5, -0.25]), "choices": np.array([1])}
        env.step({"one_0": 3, "many_0": [1, 2], "mixed_0": chosen, "real_0": [0, 1]})
        assert gateway.actions[-1].tolist() == [3, 1, 2, 0.5, -0.25, 1, 0, 1]
        env.close()

        flat = powergrid.parallel_env(server=gateway.address, action_format="flat")
        assert flat.action_space("mixed_0").high.tolist() == [1, 1, 1]
        _, infos = flat.reset()
        assert infos["many_0"]["choice_mask"].tolist() == [1] * 5
        flat.close()

        masked = powergrid.parallel_env(server=gateway.address, mask="obs")
        observations, infos = masked.reset()
        assert observations["one_0"] in masked.observation_space("one_0")
        assert observations["one_0"]["action_mask"].tolist() == [1, 1, 1, 1]
        assert "action_mask" not in infos["one_0"]
        masked.close()


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (
            [0.0],
            r"agent mg_0: an action has shape \(1,\); it should be \(2,\) \(its axes: x0, x1\)",
        ),
        (0.5, r"shape \(\); it should be \(2,\)"),
        (None, r"shape \(\); it should be \(2,\)"),
        (["a", "b"], "not numbers"),
    ],
)
def test_an_action_that_does_not_fit_is_refused(action: object, said: str) -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        env.reset()
        good = actions(env)
        with pytest.raises(powergrid.ActionError, match=said):
            env.step({**good, "mg_0": action})
        with pytest.raises(
            powergrid.ActionError, match="'mg_7', who are not there; agents are mg_0"
        ):
            env.step({**good, "mg_7": [0, 0]})
        assert gateway.actions == []
        env.step(good)
        env.close()


def test_a_call_before_the_first_reset_is_refused() -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(server=gateway.address, render_mode="ansi")
        for call in (lambda: env.step({}), env.state, env.render):
            with pytest.raises(powergrid.NotReset, match="before the first reset"):
                call()
        env.close()


def test_options_go_to_the_server_as_they_were_given() -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(
            {"name": "mine"},
            max_cycles=4,
            split="test",
            infos=["metrics"],
            server=gateway.address,
            actions="normalised",
            **{"clock.step": "5min", "reward": {"weight": np.float32(0.5)}},
        )
        env.close()
        opened = gateway.requests[1]
        assert opened["scenario"] == {"text": '{"name": "mine"}', "name": "scenario"}
        assert opened["set"] == {
            "clock.steps": 4,
            "actions": "normalised",
            "clock.step": "5min",
            "reward": {"weight": 0.5},
        }
        assert (opened["split"], opened["kind"], opened["infos"]) == (
            "test",
            "parallel",
            ["metrics"],
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"mask": "yes"},
        {"action_format": "list"},
        {"render_mode": "gif"},
        {"drive": "some"},
        {"infos": "metrics"},
    ],
)
def test_an_option_without_such_a_value_is_refused_by_name(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        powergrid.parallel_env(server="unix:/nowhere", **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [1 << 63, 1.5])
def test_a_seed_that_is_no_whole_number_of_64_bits_is_refused(seed: float) -> None:
    with FakeGateway(THREE) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        with pytest.raises(ValueError, match="64 bits"):
            env.reset(seed=seed)  # type: ignore[arg-type]
        env.close()


def test_one_agent_alone_acts_while_the_others_hold() -> None:
    script = [Answer(), Answer(rewards=[1, 2, 4]), Answer(truncated=[True] * 3, reason="horizon")]
    with FakeGateway(THREE, lambda step: script[step]) as gateway:
        env = powergrid.gym_env({}, "MG2", server=gateway.address)
        observation, info = env.reset(seed=3)
        assert observation.tolist() == [0.0, 0.25, 0.5]
        assert info == {"due": True, "cost": 0.0, "safety": 0.0}
        _, reward, terminated, truncated, _ = env.step([0.5, 1])
        assert gateway.actions[-1].tolist() == [-0.5, -0.5, 0.5, 1, -0.5, -0.5]
        assert (reward, terminated, truncated) == (2.0, False, False)
        _, _, terminated, truncated, info = env.step([0, 0])
        assert (terminated, truncated, info["reason"]) == (False, True, "horizon")
        with pytest.raises(powergrid.NotReset, match="after the episode's end"):
            env.step([0, 0])
        env.close()
        with pytest.raises(ValueError, match=r"'joint' or one of mg_0 \(MG1\)"):
            powergrid.gym_env({}, "MG3", server=gateway.address)


def test_all_agents_as_one_see_do_and_earn_what_all_do() -> None:
    with FakeGateway(THREE, lambda step: Answer(rewards=[1, 2, 4])) as gateway:
        env = powergrid.gym_env({}, server=gateway.address)
        observation, info = env.reset()
        assert observation.shape == (8,)
        assert info["cost"] == {"mg_0": 0.0, "mg_1": 0.0, "ess_0": 0.0}
        action = {"continuous": np.arange(5) / 8, "choices": [2]}
        _, reward, *_ = env.step(action)
        assert reward == 7.0
        assert gateway.actions[-1].tolist() == [0, 0.125, 0.25, 0.375, 0.5, 2]
        env.close()
