"""A battery that follows the price, its peers at rest: PettingZoo's loop of agents in turn.

Shows how to find a number among what an agent observes, and what its actions are called.

    pip install ./python
    python examples/python/turns.py
"""

import numpy as np

import powergrid

env = powergrid.env("one-microgrid", actions="normalised")
schema = {agent.name: agent for agent in env.unwrapped.schema.agents}
for agent in schema.values():
    print(f"{agent.name}: decides on {', '.join(agent.action.names)}")
    print(f"  sees {', '.join(agent.observation.names)}")
PRICE = schema["ess_0"].observation.names.index("series.price")

prices: list[float] = []
earned = 0.0
env.reset(seed=1)
for agent in env.agent_iter():
    observation, reward, termination, truncation, info = env.last()
    # rewards are shared unless the scenario says otherwise: one agent's is all of it
    earned += reward if agent == "ess_0" else 0.0
    if termination or truncation:
        action = None
    elif agent == "ess_0":
        # discharge, 1, when power is dearer than usual; charge, -1, when it is cheaper
        prices.append(float(observation[PRICE]))
        action = np.sign([prices[-1] - np.median(prices)]).astype(np.float32)
    else:
        action = schema[agent].action.resting
    env.step(action)
env.close()
print(f"together they earned {earned:.0f}")
