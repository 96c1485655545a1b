"""RLlib learns in the workbench: by the example, on days other than those that it is tried on."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from test_processes import ends

import powergrid

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'powergrid[rllib]'")
torch = pytest.importorskip(
    "torch", reason="PyTorch is not installed: pip install 'powergrid[rllib]'"
)

ITERATIONS = 16
BUDGET = 25_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def example() -> Iterator[ModuleType]:
    file = Path(__file__).parents[2] / "examples" / "python" / "train_rllib.py"
    spec = importlib.util.spec_from_file_location("train_rllib", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    torch.set_num_threads(1)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield module
    ray.shutdown()


@pytest.mark.long
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_what_is_learnt_beats_what_acts_at_random(
    example: ModuleType, server: powergrid.Server, seed: int
) -> None:
    options: dict[str, Any] = {"server": server.address}
    _, best_of_random = example.interval(example.trial(example.at_random(**options), **options))
    algorithm = example.config(env_runners=0, envs=16, seed=seed, **options).build_algo()
    for _ in range(ITERATIONS):
        figures = algorithm.train()["env_runners"]
    assert figures["num_env_steps_sampled_lifetime"] <= BUDGET
    learnt = example.trial(example.learnt(algorithm), **options)
    algorithm.stop()
    assert learnt.mean() > best_of_random


@pytest.mark.long
def test_a_central_critic_trains_and_its_policy_needs_no_state(
    example: ModuleType, server: powergrid.Server
) -> None:
    options: dict[str, Any] = {"server": server.address, "state": "obs"}
    algorithm = example.config(env_runners=0, envs=4, **options).build_algo()
    figures = algorithm.train()
    assert figures["learners"]["ess"]["num_module_steps_trained"] > 0
    act = example.learnt(algorithm)
    env = powergrid.rllib_env(example.env_config("test", **options))
    seen, _ = env.reset(seed=1)
    without = {**seen["ess_0"], "state": seen["ess_0"]["state"] * 0}
    assert act("ess_0", seen["ess_0"]).tolist() == act("ess_0", without).tolist()
    env.close()
    algorithm.stop()


@pytest.mark.long
@pytest.mark.parametrize("share", [False, True])
def test_env_runners_have_a_jvm_each_or_share_one(
    example: ModuleType, server: powergrid.Server, share: bool
) -> None:
    def jvm(runner: Any) -> list[int]:
        """The JVM of each environment; 0 where somebody else has started it."""
        servers = [env.unwrapped._env._session._connection._server for env in runner.env.envs]
        return [server.pid if server else 0 for server in servers]

    options: dict[str, Any] = {"server": server.address} if share else {}
    algorithm = example.config(env_runners=2, envs=2, **options).build_algo()
    assert algorithm.train()["env_runners"]["num_env_steps_sampled_lifetime"] > 0
    jvms = algorithm.env_runner_group.foreach_env_runner(jvm, local_env_runner=False)
    algorithm.stop()
    if share:
        assert jvms == [[0, 0], [0, 0]]
    else:
        first, second = ({*pids} for pids in jvms)
        assert (len(first), len(second), len(first | second)) == (1, 1, 2)
        assert all(ends(pid) for pid in first | second)
