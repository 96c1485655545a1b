"""PowerGrid Workbench for Python: environments in which agents control microgrids.

    import powergrid
    env = powergrid.parallel_env("three-microgrids")
    observations, infos = env.reset(seed=1)

:func:`parallel_env` and :func:`env` are PettingZoo's, :func:`gym_env` is Gymnasium's,
:func:`vector_env` steps many copies at once, :func:`rllib_env` is RLlib's. The simulation runs in a
JVM, which is found, started and ended by itself; see ``docs/python.md``.
"""

from __future__ import annotations

from typing import Any

from .errors import (
    ActionError,
    ConnectionLost,
    EnvironmentFailed,
    LauncherNotFound,
    NotReset,
    PowerGridError,
    RequestError,
    ScenarioError,
    SchemaChanged,
    ServerStartError,
    ServerTimeout,
)
from .launcher import find_launcher
from .parallel import PowerGridParallelEnv, env, parallel_env
from .schema import AgentSchema, Axes, Schema, role_of
from .server import Server
from .session import bundled_scenarios
from .single import PowerGridEnv, gym_env
from .vector import PowerGridVectorEnv, vector_env

__version__ = "0.1.0.dev0"

__all__ = [
    "ActionError",
    "AgentSchema",
    "Axes",
    "ConnectionLost",
    "EnvironmentFailed",
    "LauncherNotFound",
    "NotReset",
    "PowerGridEnv",
    "PowerGridError",
    "PowerGridParallelEnv",
    "PowerGridVectorEnv",
    "RequestError",
    "ScenarioError",
    "Schema",
    "SchemaChanged",
    "Server",
    "ServerStartError",
    "ServerTimeout",
    "bundled_scenarios",
    "env",
    "find_launcher",
    "gym_env",
    "parallel_env",
    "rllib_env",
    "role_of",
    "vector_env",
]


def rllib_env(config: Any = None, **options: Any) -> Any:
    """Makes an environment for RLlib's new API stack; see :mod:`powergrid.rllib`.

    An *env creator* for ``ray.tune.register_env``. Needs Ray (``pip install "powergrid[rllib]"``).

    Args:
        config: the ``env_config``: options of :func:`parallel_env` and of
            :class:`powergrid.rllib.PowerGridMultiAgentEnv`.
        **options: more of them.

    Returns:
        a ``ray.rllib.env.multi_agent_env.MultiAgentEnv``
    """
    from .rllib import rllib_env as make

    return make(config, **options)
