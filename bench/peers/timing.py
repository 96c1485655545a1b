"""How a peer's solve is timed: the same for all."""

import random
import statistics
import time

SOLVES = 200
ROUNDS = 7


def scales(loads: int, count: int = SOLVES) -> list:
    """Factors on loads, drawn once, so that every round sees the same."""
    draw = random.Random(13)
    return [[draw.uniform(0.98, 1.02) for _ in range(loads)] for _ in range(count)]


def microseconds(move, solve, draws) -> float:
    """Median over rounds of the mean time of a solve, the moves not counted."""
    means = []
    for _ in range(ROUNDS + 1):
        total = 0.0
        for factors in draws:
            move(factors)
            began = time.perf_counter()
            solve()
            total += time.perf_counter() - began
        means.append(1e6 * total / len(draws))
    return statistics.median(means[1:])
