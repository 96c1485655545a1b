"""The same seeds and actions are the same bits: in two processes, and within the JVM."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import powergrid

HERE = Path(__file__).parent
SCENARIOS = HERE / "scenarios"

HASH = """
import hashlib, sys
import numpy as np
import powergrid

env = powergrid.parallel_env(sys.argv[1], max_cycles=96)
for i, agent in enumerate(env.possible_agents):
    env.action_space(agent).seed(i)
digest = hashlib.sha256()
observations, infos = env.reset(seed=int(sys.argv[2]))
for step in range(1000):
    if not env.agents:
        observations, infos = env.reset()
    actions = {a: env.action_space(a).sample() for a in env.agents}
    observations, rewards, terminations, truncations, infos = env.step(actions)
    for agent in env.possible_agents:
        digest.update(observations[agent].tobytes())
        digest.update(np.float64([rewards[agent], infos[agent]["cost"]]).tobytes())
        digest.update(bytes([terminations[agent], truncations[agent], infos[agent]["due"]]))
    digest.update(env.state().tobytes())
env.close()
print(digest.hexdigest())
"""


def digest(scenario: str, seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", HASH, scenario, str(seed)],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
        timeout=300,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "scenario", ["three-microgrids", str(SCENARIOS / "voltage.yaml")], ids=["three", "voltage"]
)
def test_a_thousand_steps_are_the_same_in_two_processes(scenario: str) -> None:
    first = digest(scenario, 3)
    assert digest(scenario, 3) == first
    assert digest(scenario, 4) != first


def class_path() -> str:
    """The workbench's bundles as jars on a class path."""
    home = powergrid.find_launcher().parent
    if (home / "launcher" / "pom.xml").is_file():
        home = home / "launcher" / "target" / "powergrid"
    return f"{home / 'bundles'}/*:{home / 'lib'}/*"


@pytest.mark.skipif(shutil.which("java") is None, reason="no java in PATH to compare with")
@pytest.mark.parametrize("scenario", ["pair", "voltage"])
def test_a_trajectory_is_that_of_the_jvm_bit_for_bit(
    server: powergrid.Server, scenario: str, tmp_path: Path
) -> None:
    file, seed, steps = SCENARIOS / f"{scenario}.yaml", 11, 40
    env = powergrid.parallel_env(file, action_format="flat", server=server)
    size = sum(a.action.size for a in env.schema.agents)
    # also beyond the bounds, and between choices
    actions = np.random.default_rng(5).uniform(-1.5, 2.5, (steps, size)).astype("<f4")
    here = bytearray()

    def note() -> None:
        reply = env._session.reply
        for name in ("observations", "state", "rewards", "held", "cost", "safety"):
            here.extend(reply[name].tobytes())
        for name in ("terminated", "truncated", "masks"):
            here.extend(reply[name].tobytes())

    env.reset(seed=seed)
    note()
    for row in actions:
        env.step({a.name: row[a.action.part] for a in env.schema.agents})
        note()
        if not env.agents:
            env.reset()
            note()
    env.close()

    asked, told = tmp_path / "actions", tmp_path / "trajectory"
    asked.write_bytes(actions.tobytes())
    program = ["java", "-cp", class_path(), str(HERE / "Trajectory.java")]
    done = subprocess.run(
        [*program, str(file), str(seed), str(asked), str(told)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    # two episodes at least, and not just zeros
    assert len(here) > 100 * steps
    assert told.read_bytes() == bytes(here)


def test_resets_without_a_seed_go_through_the_episodes_of_the_last(
    server: powergrid.Server,
) -> None:
    env = powergrid.parallel_env("one-microgrid", server=server)

    def three(seed: int) -> list[bytes]:
        first, _ = env.reset(seed=seed)
        return [_bytes(first), *(_bytes(env.reset()[0]) for _ in range(2))]

    once = three(5)
    assert three(5) == once
    assert len(set(once)) == 3
    assert three(6)[0] != once[0]
    env.close()


def _bytes(observations: dict[str, np.ndarray]) -> bytes:
    return b"".join(o.tobytes() for o in observations.values())


def test_one_agent_alone_and_all_as_one_see_what_all_see(server: powergrid.Server) -> None:
    many = powergrid.parallel_env("three-microgrids", server=server)
    joint = powergrid.gym_env("three-microgrids", server=server)
    one = powergrid.gym_env("three-microgrids", "MG2", server=server)
    seen, _ = many.reset(seed=2)
    together, _ = joint.reset(seed=2)
    alone, _ = one.reset(seed=2)
    resting = {a.name: a.action.resting for a in many.schema.agents}
    for _ in range(5):
        np.testing.assert_array_equal(np.concatenate(list(seen.values())), together)
        np.testing.assert_array_equal(seen["mg_1"], alone)
        actions = resting | {"mg_1": many.action_space("mg_1").sample()}
        seen, rewards, *_ = many.step(actions)
        together, sum_of_rewards, *_ = joint.step(np.concatenate(list(actions.values())))
        alone, reward, *_ = one.step(actions["mg_1"])
        assert reward == rewards["mg_1"]
        assert sum_of_rewards == sum(rewards.values())
    for env in (many, joint, one):
        env.close()
