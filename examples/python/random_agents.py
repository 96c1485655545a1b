"""A day of three microgrids whose controllers act at random: PettingZoo's parallel loop.

pip install ./python
python examples/python/random_agents.py [SCENARIO]
"""

import sys

import powergrid

scenario = sys.argv[1] if len(sys.argv) > 1 else "three-microgrids"
env = powergrid.parallel_env(scenario, infos=["metrics"])
for i, agent in enumerate(env.possible_agents):
    env.action_space(agent).seed(i)

observations, infos = env.reset(seed=1)
earned = dict.fromkeys(env.agents, 0.0)
while env.agents:
    # masks are there where agents choose among things that are not always possible
    actions = {
        agent: env.action_space(agent).sample(infos[agent].get("action_mask"))
        for agent in env.agents
    }
    observations, rewards, terminations, truncations, infos = env.step(actions)
    for agent, reward in rewards.items():
        earned[agent] += reward
env.close()

for agent in env.schema.agents:
    print(f"{agent.name} ({agent.id}): return {earned[agent.name]:.0f}")
first = infos[env.possible_agents[0]]
print(f"ended by {first['reason']}")
for metric, value in first["metrics"].items():
    print(f"  {metric}: {value:.4g} {env.schema.metrics[metric]}".rstrip())
