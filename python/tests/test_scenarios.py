"""Scenarios from files, texts, mappings and the package; who is driven; and the examples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import powergrid

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def first(env: powergrid.PowerGridParallelEnv) -> np.ndarray:
    """What all see at first and after a step at rest, and the central state."""
    seen, _ = env.reset(seed=3)
    then, *_ = env.step({a.name: a.action.resting for a in env.schema.agents})
    state = env.state()
    env.close()
    return np.concatenate([*seen.values(), *then.values(), state])


@pytest.mark.parametrize("name", ["three-microgrids", "one-microgrid"])
def test_what_the_package_brings_along_is_the_example_without_its_policies(
    server: powergrid.Server, name: str
) -> None:
    assert name in powergrid.bundled_scenarios()
    file = EXAMPLES / f"{name}.yaml"
    ours = powergrid.parallel_env(name, server=server, drive="free")
    theirs = powergrid.parallel_env(file, server=server, drive="all")
    assert ours.possible_agents == theirs.possible_agents
    np.testing.assert_array_equal(first(ours), first(theirs))


def test_a_scenario_is_a_file_a_text_or_a_mapping(server: powergrid.Server) -> None:
    mapping = {
        "name": "tiny",
        "clock": {"start": "2023-07-01T00:00", "step": "1h", "steps": 3},
        "network": {"type": "ieee13"},
        "microgrids": [
            {
                "id": "MG1",
                "devices": [
                    {"id": "grid", "type": "grid", "bus": "650"},
                    {"id": "ess1", "type": "storage", "bus": "671", "pMaxMw": 1, "energyMwh": 2},
                ],
            }
        ],
    }
    text = """
name: tiny
clock: {start: "2023-07-01T00:00", step: 1h, steps: 3}
network: {type: ieee13}
microgrids:
  - id: MG1
    devices:
      - {id: grid, type: grid, bus: "650"}
      - {id: ess1, type: storage, bus: "671", pMaxMw: 1, energyMwh: 2}
"""
    envs = [powergrid.parallel_env(s, server=server) for s in (mapping, text)]
    one, other = (first(env) for env in envs)
    np.testing.assert_array_equal(one, other)


def test_who_is_driven_is_the_callers_to_say(server: powergrid.Server) -> None:
    file = EXAMPLES / "three-microgrids.yaml"
    with pytest.raises(powergrid.ScenarioError) as e:
        powergrid.parallel_env(file, server=server, drive="free")
    assert e.value.code == "no-agents"
    for drive in ("auto", "all"):
        env = powergrid.parallel_env(file, server=server, drive=drive)
        assert [a.id for a in env.schema.agents] == ["MG1", "MG2", "MG3"]
        env.close()
    mixed = (EXAMPLES / "one-microgrid.yaml").read_text() + "policy: rule\n"
    env = powergrid.parallel_env(mixed, server=server, drive="all")
    assert len(env.possible_agents) == 3
    env.close()


@pytest.mark.parametrize("protocol", ["none", "consensus", "admm", "p2p-trading"])
def test_agents_keep_their_names_whatever_the_protocol(
    server: powergrid.Server, protocol: str
) -> None:
    env = powergrid.parallel_env("three-microgrids", server=server, protocol=protocol)
    assert env.possible_agents == ["mg_0", "mg_1", "mg_2"]
    assert len({env.observation_space(a).shape for a in env.possible_agents}) == 1
    env.close()


def test_values_are_replaced_by_their_paths(server: powergrid.Server) -> None:
    env = powergrid.parallel_env(
        "three-microgrids",
        server=server,
        protocol="consensus",
        **{"channel.loss": 0.1, "microgrids.MG1.devices.ess1.pMaxMw": 0.25},
    )
    agent = env.schema.agents[0]
    assert agent.action.high[agent.action.names.index("ess1")] == 0.25
    other = env.schema.agents[1]
    assert other.action.high[other.action.names.index("ess1")] == 0.5
    env.close()


def test_infos_tell_metrics_and_messages_where_they_are_asked_for(
    server: powergrid.Server,
) -> None:
    env = powergrid.parallel_env(
        "three-microgrids", server=server, infos=["metrics", "messages"], protocol="consensus"
    )
    env.reset(seed=1)
    sent = 0
    for _ in range(3):
        *_, infos = env.step({a.name: a.action.resting for a in env.schema.agents})
        sent += len(infos["mg_0"]["messages"])
        for message in infos["mg_0"]["messages"]:
            assert "MG1" in (message["sender"], message["recipient"])
    assert sent > 0
    assert infos["mg_0"]["metrics"] == infos["mg_1"]["metrics"]
    assert set(infos["mg_0"]["metrics"]) == set(env.schema.metrics)
    env.close()


@pytest.mark.parametrize("example", ["random_agents.py", "turns.py"])
def test_an_example_runs(example: str) -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "python" / example)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "earned" in done.stdout or "ended by horizon" in done.stdout
