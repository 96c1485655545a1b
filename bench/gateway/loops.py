"""Steps in a second of loops that researchers write today, in one run on one machine.

    pip install ./python pandapower numba grid2op lightsim2grid
    python bench/gateway/loops.py

The networks differ, since no two of these have the same one: each row says which. A step of the
workbench is a whole step: devices, messages, observations and rewards of three microgrids.
Grid2Op's is its environment's, doing nothing; pandapower's is a loop that sets loads and a battery
and solves, without agents. What is not installed is said and left out.
"""

from __future__ import annotations

import importlib
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

import powergrid

SCENARIO = Path(__file__).parents[2] / "examples" / "protocol-comparison.yaml"
SECONDS, ROUNDS = 3.0, 5


def best(step: Callable[[], int]) -> float:
    """The most steps a second of a few rounds, the first of which warms up."""
    rates = []
    for _ in range(ROUNDS + 1):
        steps, began = 0, time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            steps += step()
        rates.append(steps / (time.perf_counter() - began))
    return max(rates[1:])


def one() -> Callable[[], int]:
    """The workbench's PettingZoo environment."""
    env = powergrid.parallel_env(SCENARIO)
    env.reset(seed=1)
    actions = {agent: env.action_space(agent).sample() for agent in env.agents}

    def step() -> int:
        env.step(actions)
        if not env.agents:
            env.reset()
        return 1

    return step


def many(copies: int) -> Callable[[], int]:
    """The workbench's vector environment."""
    env = powergrid.vector_env(SCENARIO, copies)
    env.reset(seed=1)
    actions = {
        role: np.stack([np.stack([a.action.resting for a in agents])] * copies)
        for role, agents in env.schema.roles.items()
    }

    def step() -> int:
        env.step(actions)
        return copies

    return step


def pandapower_loop() -> Callable[[], int]:
    """Loads and a battery of a 33-bus feeder, and a solve."""
    pp = importlib.import_module("pandapower")
    networks = importlib.import_module("pandapower.networks")
    net = networks.case33bw()
    battery = pp.create_sgen(net, 17, p_mw=0.0)
    base = net.load.p_mw.to_numpy().copy()
    random = np.random.default_rng(1)

    def step() -> int:
        net.load["p_mw"] = base * random.uniform(0.5, 1.0)
        net.sgen.at[battery, "p_mw"] = random.uniform(-0.5, 0.5)
        pp.runpp(net, init="results" if len(net.res_bus) else "flat", numba=True)
        net.res_bus.vm_pu.to_numpy()
        return 1

    return step


def grid2op_loop() -> Callable[[], int]:
    """Grid2Op's 14-bus sandbox on lightsim2grid, doing nothing."""
    grid2op = importlib.import_module("grid2op")
    backend = importlib.import_module("lightsim2grid").LightSimBackend()
    env = grid2op.make("l2rpn_case14_sandbox", test=True, backend=backend)
    env.reset()
    nothing = env.action_space({})

    def step() -> int:
        if env.step(nothing)[2]:
            env.reset()
        return 1

    return step


def main() -> None:
    """Prints a line a loop."""
    warnings.simplefilter("ignore")
    loops: list[tuple[str, Callable[[], Callable[[], int]]]] = [
        ("powergrid parallel_env, 34 and 3 x 13 nodes, three phases", one),
        ("powergrid vector_env of 64 copies of it", lambda: many(64)),
        ("pandapower runpp with numba, 33 buses, one phase", pandapower_loop),
        ("Grid2Op with lightsim2grid, 14 buses, one phase", grid2op_loop),
    ]
    for name, make in loops:
        try:
            step = make()
        except ImportError as e:
            print(f"{name}: left out, {e}")
            continue
        print(f"{name}: {best(step):,.0f} steps/s", flush=True)


if __name__ == "__main__":
    main()
