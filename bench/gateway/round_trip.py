"""How long a step takes through the gateway from Python, its five dicts included.

10 agents with 20 actions and 60 observations each, against an environment that does nothing but
answer (``powergrid.bench.EchoGateway``), on a Unix-domain socket. From a checkout in which
``powergrid.bench`` is packaged, with the package ``powergrid`` installed::

    mvn -q -DskipTests package -pl powergrid.bench -am
    python bench/gateway/round_trip.py
"""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import powergrid

JAR = Path(__file__).parents[2] / "powergrid.bench" / "target" / "benchmarks.jar"
WARM_UP, STEPS, ROUNDS = 20_000, 20_000, 5


def microseconds(env: powergrid.PowerGridParallelEnv, steps: int) -> list[float]:
    """The time of each step; resets are not counted."""
    env.reset(seed=1)
    actions = {agent: env.action_space(agent).sample() for agent in env.agents}
    times = []
    for _ in range(steps):
        if not env.agents:
            env.reset()
        began = time.perf_counter_ns()
        env.step(actions)
        times.append((time.perf_counter_ns() - began) / 1e3)
    return times


def main() -> None:
    """Prints the quantiles of a few rounds."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-cp", str(JAR), "powergrid.bench.EchoGateway", f"{folder}/socket"]
        echo = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            address = f"unix:{echo.stdout.readline().strip()}"
            # the echo has agents of its own whatever the scenario is
            env = powergrid.parallel_env("one-microgrid", server=address)
            first = env.possible_agents[0]
            print(
                f"{len(env.possible_agents)} agents, {env.action_space(first).shape[0]} actions,"
                f" {env.observation_space(first).shape[0]} observations"
            )
            microseconds(env, WARM_UP)
            for _ in range(ROUNDS):
                q = statistics.quantiles(microseconds(env, STEPS), n=100)
                print(f"median {q[49]:.1f} us, 90 % {q[89]:.1f} us, 99 % {q[98]:.1f} us")
            env.close()
        finally:
            echo.stdin.close()
            echo.wait()


if __name__ == "__main__":
    main()
