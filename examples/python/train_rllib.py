"""Trains agents with RLlib: each role a network (IPPO), or with a central critic (MAPPO).

    pip install "./python[rllib]"
    python examples/python/train_rllib.py                        # IPPO, one microgrid's devices
    python examples/python/train_rllib.py --algorithm mappo --scenario three-microgrids

Starts Ray on this machine with two processors unless ``--address`` names a cluster. Every env
runner is a process with a JVM of its own, which its environments share; with ``--share`` all env
runners share one. Agents learn on some days and are then tried on others, beside agents that act at
random there. For a cluster, see docs/python.md.
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np
import ray
import torch
import tree
from gymnasium.spaces import Dict
from ray.rllib.algorithms.algorithm import Algorithm
from ray.rllib.algorithms.algorithm_config import AlgorithmConfig
from ray.rllib.algorithms.ppo import PPOConfig
from ray.rllib.core.columns import Columns
from ray.rllib.core.rl_module.apis.value_function_api import ValueFunctionAPI
from ray.rllib.core.rl_module.multi_rl_module import MultiRLModuleSpec
from ray.rllib.core.rl_module.rl_module import RLModuleSpec
from ray.rllib.core.rl_module.torch.torch_rl_module import TorchRLModule

import powergrid
from powergrid.rllib import PowerGridMultiAgentEnv

#: Seed of the episodes that agents are tried on.
TRIAL = 1000

#: What an agent does, by its name and what it observes.
Policy = Callable[[str, Any], np.ndarray]


class ActorCritic(TorchRLModule, ValueFunctionAPI):
    """A policy of what its agent observes, and a critic of that and of the central state.

    Observations are a ``Box``, or a dict of ``observations`` and ``state``, which only the critic
    sees; actions are a ``Box``.
    """

    def setup(self) -> None:
        """Makes the networks."""
        space, actions = self.observation_space, self.action_space.shape[0]
        own = space["observations"] if isinstance(space, Dict) else space
        state = space["state"].shape[0] if isinstance(space, Dict) else 0
        self._policy = _network(own.shape[0], 2 * actions)
        self._critic = _network(own.shape[0] + state, 1)
        with torch.no_grad():
            # at first means of about 0 and deviations of 0.5, of a range from -1 to 1
            self._policy[-1].weight.mul_(0.01)
            self._policy[-1].bias[:actions] = 0.0
            self._policy[-1].bias[actions:] = np.log(0.5)

    def _forward(self, batch: dict[str, Any], **_: Any) -> dict[str, Any]:
        seen = batch[Columns.OBS]
        own = seen["observations"] if isinstance(seen, dict) else seen
        # means and the logarithms of deviations, as RLlib's distribution for a Box takes them
        return {Columns.ACTION_DIST_INPUTS: self._policy(_squeezed(own))}

    def compute_values(self, batch: dict[str, Any], embeddings: Any = None) -> torch.Tensor:
        """What the agent will earn from here on."""
        seen = batch[Columns.OBS]
        if isinstance(seen, dict):
            seen = torch.cat([seen["observations"], seen["state"]], -1)
        return self._critic(_squeezed(seen)).squeeze(-1)


def _network(inputs: int, outputs: int) -> torch.nn.Sequential:
    hidden = (torch.nn.Linear(inputs, 64), torch.nn.Tanh(), torch.nn.Linear(64, 64))
    return torch.nn.Sequential(*hidden, torch.nn.Tanh(), torch.nn.Linear(64, outputs))


def _squeezed(values: torch.Tensor) -> torch.Tensor:
    """Prices, powers and voltages at like scales (symlog: Hafner et al., arXiv:2301.04104).

    RLlib's ``MeanStdFilter`` takes agents of one layout only.
    """
    return values.sign() * values.abs().log1p()


def env_config(split: str, **options: Any) -> dict[str, Any]:
    """What an environment is made of: steps of an hour, and returns of some tens.

    Args:
        split: which of its days, ``train`` or ``test``.
        **options: more of it: ``scenario``, ``server``.
    """
    return {
        "scenario": "one-microgrid",
        "split": split,
        "clock.step": "1h",
        "clock.steps": 24,
        "data.split": {"train": 0.6, "validation": 0.1, "test": 0.3},
        "reward": {"type": "cost-safety", "weight": 0.003},
        "actions": "normalised",
        **options,
    }


def config(env_runners: int = 2, envs: int = 8, seed: int = 0, **options: Any) -> AlgorithmConfig:
    """An RLlib config, one policy a role.

    Args:
        env_runners: processes that step environments; 0 for none beside the learner's.
        envs: environments of each.
        seed: of learning.
        **options: of environments; with ``state="obs"`` critics are central.
    """
    made_of = env_config("train", **options)
    env = PowerGridMultiAgentEnv(made_of)
    specs = {
        role: RLModuleSpec(
            module_class=ActorCritic,
            observation_space=env.get_observation_space(agents[0].name),
            action_space=env.get_action_space(agents[0].name),
        )
        for role, agents in env.schema.roles.items()
    }
    env.close()
    return (
        PPOConfig()
        .environment(PowerGridMultiAgentEnv, env_config=made_of)
        .env_runners(num_env_runners=env_runners, num_envs_per_env_runner=envs)
        .multi_agent(policies=set(specs), policy_mapping_fn=powergrid.role_of)
        .rl_module(rl_module_spec=MultiRLModuleSpec(rl_module_specs=specs))
        .training(
            train_batch_size_per_learner=64 * 24,
            minibatch_size=256,
            num_epochs=8,
            lr=1e-3,
            gamma=0.95,
            lambda_=0.9,
            use_kl_loss=False,
            clip_param=0.2,
            # returns are tens, and would be clipped
            vf_clip_param=1e4,
        )
        .debugging(seed=seed, log_level="ERROR")
    )


def at_random(seed: int = 0, **options: Any) -> Policy:
    """Acts at random, whatever it sees."""
    with contextlib.closing(powergrid.rllib_env(env_config("test", **options))) as env:
        spaces = env.action_spaces
    for i, space in enumerate(spaces.values()):
        space.seed(seed + i)
    return lambda agent, seen: spaces[agent].sample()


def learnt(algorithm: Algorithm) -> Policy:
    """Acts as an agent has learnt to, without exploring."""

    def act(agent: str, seen: Any) -> np.ndarray:
        batch = {Columns.OBS: tree.map_structure(lambda part: torch.tensor(part)[None], seen)}
        module = algorithm.get_module(powergrid.role_of(agent))
        with torch.no_grad():
            means, _ = module.forward_inference(batch)[Columns.ACTION_DIST_INPUTS][0].chunk(2)
        return means.numpy().clip(-1, 1)

    return act


def trial(policy: Policy, episodes: int = 30, **options: Any) -> np.ndarray:
    """Returns, summed over agents, of episodes on days that nobody learns from: always the same."""
    env = powergrid.rllib_env(env_config("test", **options))
    returns = []
    for episode in range(episodes):
        seen, _ = env.reset(seed=TRIAL if episode == 0 else None)
        earned, over = 0.0, False
        while not over:
            actions = {agent: policy(agent, part) for agent, part in seen.items()}
            seen, rewards, terminateds, truncateds, _ = env.step(actions)
            earned += sum(rewards.values())
            over = terminateds["__all__"] or truncateds["__all__"]
        returns.append(earned)
    env.close()
    return np.asarray(returns)


def interval(returns: np.ndarray) -> tuple[float, float]:
    """The 95 % interval of the mean, by the normal approximation."""
    half = 1.96 * returns.std(ddof=1) / len(returns) ** 0.5
    return returns.mean() - half, returns.mean() + half


def main() -> None:
    """Trains, tries, prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scenario", default="one-microgrid")
    parser.add_argument("--algorithm", choices=["ippo", "mappo"], default="ippo")
    parser.add_argument("--iterations", type=int, default=20)
    parser.add_argument("--env-runners", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--address", help="of a Ray cluster, e.g. auto")
    parser.add_argument("--share", action="store_true", help="one JVM for all env runners")
    asked = parser.parse_args()
    # small networks are done sooner by one thread than by several
    torch.set_num_threads(1)
    with contextlib.ExitStack() as stack:
        if asked.address:
            ray.init(address=asked.address)
        else:
            ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        stack.callback(ray.shutdown)
        options: dict[str, Any] = {"scenario": asked.scenario}
        if asked.algorithm == "mappo":
            options["state"] = "obs"
        if asked.share:
            server = stack.enter_context(powergrid.Server())
            options |= {"server": server.address, "token": server.token}
        low, high = interval(trial(at_random(**options), **options))
        print(f"at random: {(low + high) / 2:.1f}, 95 % from {low:.1f} to {high:.1f}")
        algorithm = config(asked.env_runners, seed=asked.seed, **options).build_algo()
        stack.callback(algorithm.stop)
        for iteration in range(1, asked.iterations + 1):
            figures = algorithm.train()["env_runners"]
            print(
                f"iteration {iteration}: {figures['num_env_steps_sampled_lifetime']:.0f} steps,"
                f" return {figures['episode_return_mean']:.1f}",
                flush=True,
            )
        print(f"learnt: {trial(learnt(algorithm), **options).mean():.1f}")


if __name__ == "__main__":
    main()
