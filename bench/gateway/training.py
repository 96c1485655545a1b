"""Environment steps in a second of RLlib's PPO, rollout and update together, on one machine.

    pip install "./python[rllib]"
    python bench/gateway/training.py

The case, the networks and the batches of ``powergrid.bench.TrainingSpeed``, beside which to read it:
three microgrids of ``examples/protocol-comparison.yaml``, a policy and a critic of two hidden layers
of 64 for each, 8 copies of 128 steps an iteration, 4 epochs of minibatches of 256. RLlib steps its
copies in one process or two, each with a JVM of its own, beside the learner's; PyTorch has one
thread, which is the fastest for networks so small.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import ray
import torch
from ray.rllib.algorithms.algorithm_config import AlgorithmConfig
from ray.rllib.algorithms.ppo import PPOConfig
from ray.rllib.core.rl_module.multi_rl_module import MultiRLModuleSpec
from ray.rllib.core.rl_module.rl_module import RLModuleSpec

from powergrid.rllib import PowerGridMultiAgentEnv

ROOT = Path(__file__).parents[2]
EXAMPLES = str(ROOT / "examples" / "python")
sys.path.insert(0, EXAMPLES)
os.environ["PYTHONPATH"] = EXAMPLES  # env runners take the networks from there

from train_rllib import ActorCritic  # noqa: E402

COPIES, HORIZON, SECONDS, ROUNDS = 8, 128, 20.0, 3


def config(env_runners: int) -> AlgorithmConfig:
    """PPO, a network an agent.

    Args:
        env_runners: processes that step environments, beside the learner's.
    """
    made_of = {
        "scenario": str(ROOT / "examples" / "protocol-comparison.yaml"),
        "split": "train",
        "protocol": "none",
        "experiment": {},
        "actions": "normalised",
    }
    env = PowerGridMultiAgentEnv(made_of)
    specs = {
        agent: RLModuleSpec(
            module_class=ActorCritic,
            observation_space=env.get_observation_space(agent),
            action_space=env.get_action_space(agent),
        )
        for agent in env.possible_agents
    }
    env.close()
    return (
        PPOConfig()
        .environment(PowerGridMultiAgentEnv, env_config=made_of)
        .env_runners(
            num_env_runners=env_runners,
            num_envs_per_env_runner=COPIES // env_runners,
            rollout_fragment_length=HORIZON,
        )
        .multi_agent(policies=set(specs), policy_mapping_fn=lambda agent, *_, **__: agent)
        .rl_module(rl_module_spec=MultiRLModuleSpec(rl_module_specs=specs))
        .training(
            train_batch_size_per_learner=COPIES * HORIZON,
            minibatch_size=256,
            num_epochs=4,
            lr=3e-4,
            gamma=0.99,
            lambda_=0.95,
            use_kl_loss=False,
        )
        .debugging(seed=1, log_level="ERROR")
    )


def main() -> None:
    """Measures the best of a few stretches, the first of which warms up."""
    torch.set_num_threads(1)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    for env_runners in (1, 2):
        algorithm = config(env_runners).build_algo()
        rates = []
        for _ in range(ROUNDS + 1):
            began, first, last = time.perf_counter(), 0.0, 0.0
            first = lifetime(algorithm.train())
            began = time.perf_counter()
            while time.perf_counter() - began < SECONDS:
                last = lifetime(algorithm.train())
            rates.append((last - first) / (time.perf_counter() - began))
        algorithm.stop()
        print(f"RLlib PPO, {env_runners} env runners: {max(rates[1:]):,.0f} environment steps/s")
    ray.shutdown()


def lifetime(result: dict) -> float:
    """Environment steps that an algorithm has taken in all."""
    return result["env_runners"]["num_env_steps_sampled_lifetime"]


if __name__ == "__main__":
    main()
