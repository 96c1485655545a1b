"""Steps of 64 copies of three microgrids in a second, from Python through the gateway.

The same loop as ``GatewayBenchmark`` of ``powergrid.bench``, whose ``jvm`` is within the JVM::

    python bench/gateway/copies.py
    java -jar powergrid.bench/target/benchmarks.jar GatewayBenchmark
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np

import powergrid

SCENARIO = Path(__file__).parents[2] / "examples" / "protocol-comparison.yaml"
COPIES, WARM_UP, SECONDS, ROUNDS = 64, 4, 3.0, 5


def steps_per_second(env: powergrid.PowerGridVectorEnv) -> float:
    """Environment steps over all copies, agents resting."""
    actions = {
        role: np.stack([np.stack([a.action.resting for a in agents])] * COPIES)
        for role, agents in env.schema.roles.items()
    }
    steps, began = 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        env.step(actions)
        steps += COPIES
    return steps / (time.perf_counter() - began)


def main() -> None:
    """Prints the median of a few rounds."""
    with powergrid.Server() as server:
        env = powergrid.vector_env(SCENARIO, COPIES, server=server)
        env.reset(seed=1)
        for _ in range(WARM_UP):
            steps_per_second(env)
        rounds = [steps_per_second(env) for _ in range(ROUNDS)]
        print(
            f"{statistics.median(rounds):,.0f} steps/s ({min(rounds):,.0f} to {max(rounds):,.0f})"
        )
        env.close()


if __name__ == "__main__":
    main()
