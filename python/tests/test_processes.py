"""The JVM behind an environment: found, started, ended, killed; and clients that are killed."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import powergrid

WAIT = 20.0


def runs(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


def ends(pid: int) -> bool:
    """Whether a process ends in time."""
    limit = time.monotonic() + WAIT
    while runs(pid) and time.monotonic() < limit:
        time.sleep(0.05)
    return not runs(pid)


def act(env: powergrid.PowerGridParallelEnv) -> dict[str, Any]:
    return {a: env.action_space(a).sample() for a in env.agents}


@pytest.fixture
def own_server() -> Iterator[powergrid.Server]:
    with powergrid.Server() as server:
        yield server


def test_a_killed_jvm_is_an_exception_with_its_log(own_server: powergrid.Server) -> None:
    env = powergrid.parallel_env("one-microgrid", server=own_server)
    env.reset(seed=1)
    env.step(act(env))
    os.kill(own_server.pid, signal.SIGKILL)
    with pytest.raises(powergrid.ConnectionLost) as e:
        while True:
            env.step(act(env))
    said = str(e.value)
    assert f"the JVM (process {own_server.pid}) was ended by SIGKILL" in said
    assert "its log" in said
    env.close()
    assert not own_server.alive


def test_a_jvm_killed_while_it_is_waited_for_is_told_within_five_seconds(
    own_server: powergrid.Server,
) -> None:
    env = powergrid.vector_env("one-microgrid", 256, server=own_server)
    env.reset(seed=1)
    actions = env.action_space.sample()
    killed: list[float] = []

    def kill() -> None:
        killed.append(time.monotonic())
        os.kill(own_server.pid, signal.SIGKILL)

    timer = threading.Timer(0.5, kill)
    timer.start()
    with pytest.raises(powergrid.ConnectionLost, match="SIGKILL"):
        while True:
            env.step(actions)
    # the promise that docs/python.md makes; it is kept in milliseconds
    assert time.monotonic() - killed[0] < 5
    timer.join()
    env.close()


def test_the_next_environment_after_a_killed_jvm_has_a_new_one() -> None:
    env = powergrid.parallel_env("one-microgrid")
    server = env._session._connection._server
    assert server is not None
    os.kill(server.pid, signal.SIGKILL)
    with pytest.raises(powergrid.ConnectionLost):
        env.reset()
    other = powergrid.parallel_env("one-microgrid")
    other.reset(seed=1)
    env.close()
    other.step(act(other))
    new = other._session._connection._server
    other.close()
    assert new is not None
    assert new.pid != server.pid
    assert ends(new.pid)


def test_environments_share_a_jvm_that_ends_with_the_last_of_them() -> None:
    first = powergrid.parallel_env("one-microgrid")
    second = powergrid.gym_env("one-microgrid")
    server = first._session._connection._server
    assert server is not None
    assert second._session._connection._server is server
    first.close()
    second.reset(seed=1)
    second.step(second.action_space.sample())
    second.close()
    second.close()
    assert ends(server.pid)


CLIENT = """
import sys, time
import powergrid
env = powergrid.parallel_env("one-microgrid")
env.reset(seed=1)
print(env._session._connection._server.pid, flush=True)
if sys.argv[1] == "kill":
    time.sleep(600)
if sys.argv[1] == "raise":
    raise SystemExit(3)
if sys.argv[1] == "loop":
    while True:
        if not env.agents:
            env.reset()
        env.step({a: env.action_space(a).sample() for a in env.agents})
"""


def client(how: str) -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(
        [sys.executable, "-c", CLIENT, how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    return process, pid


@pytest.mark.parametrize("how", ["kill", "loop", "leave", "raise"])
def test_a_client_that_is_killed_or_leaves_without_closing_leaves_no_jvm(how: str) -> None:
    process, jvm = client(how)
    if how in ("kill", "loop"):
        assert runs(jvm)
        process.kill()
    _, errors = process.communicate(timeout=WAIT)
    assert ends(jvm)
    if how == "leave":
        assert (process.returncode, errors) == (0, "")


def test_ctrl_c_reaches_the_program_and_not_its_jvm() -> None:
    process, jvm = client("loop")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=WAIT)
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert ends(jvm)


def test_a_fork_that_goes_on_does_not_keep_the_jvm_alive() -> None:
    if not hasattr(os, "fork"):
        pytest.skip("no fork on this system")
    program = CLIENT + "\nimport os\nif os.fork() == 0:\n    time.sleep(60); os._exit(0)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "fork"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    jvm = int(process.stdout.readline())
    try:
        process.wait(WAIT)
        assert ends(jvm)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()


def rewards_in_child(env: powergrid.PowerGridParallelEnv) -> tuple[int, dict[str, float]]:
    env.reset(seed=4)
    earned = env.step({a.name: a.action.resting for a in env.schema.agents})[1]
    server = env._session._connection._server
    env.close()
    return (server.pid if server else 0), earned


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_an_environment_sent_to_another_process_is_one_of_its_own(method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    env = powergrid.parallel_env("one-microgrid")
    with multiprocessing.get_context(method).Pool(1) as pool:
        jvm, there = pool.apply(rewards_in_child, (env,))
    own, here = rewards_in_child(env)
    assert here == there
    assert jvm != own
    assert ends(jvm)


def test_two_clients_do_not_see_each_other(server: powergrid.Server) -> None:
    def run(env: powergrid.PowerGridParallelEnv, other: Any = None) -> list[bytes]:
        seen = []
        observations, _ = env.reset(seed=1)
        for _ in range(20):
            if other is not None:
                if not other.agents:
                    other.reset(seed=2)
                other.step(act(other))
            resting = {a.name: a.action.resting for a in env.schema.agents}
            observations, *_ = env.step(resting)
            seen.append(b"".join(o.tobytes() for o in observations.values()))
        return seen

    env = powergrid.parallel_env("three-microgrids", server=server)
    alone = run(env)
    other = powergrid.parallel_env("one-microgrid", max_cycles=7, server=server)
    assert run(env, other) == alone
    other.close()
    env.close()


def test_an_environment_attaches_to_an_address_with_a_token() -> None:
    with powergrid.Server(options=["--port", "0"]) as server:
        assert server.address.startswith("tcp://127.0.0.1:")
        assert server.token is not None
        env = powergrid.parallel_env(
            "one-microgrid", server=server.address, token=server.token, timeout=20
        )
        env.reset(seed=1)
        env.step(act(env))
        with pytest.raises(powergrid.RequestError, match="token") as e:
            powergrid.parallel_env("one-microgrid", server=server.address, token="0" * 64)
        assert e.value.code == "bad-token"
        env.step(act(env))
        text = pickle.dumps(env)
        env.close()
        again = pickle.loads(text)
        again.reset(seed=1)
        again.close()


def test_a_program_attaches_by_the_variables_of_its_environment(
    server: powergrid.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POWERGRID_ADDRESS", server.address)
    env = powergrid.parallel_env("one-microgrid")
    assert env._session._connection._server is None
    env.reset(seed=1)
    env.close()


def test_bad_input_is_an_error_and_the_environment_goes_on(server: powergrid.Server) -> None:
    env = powergrid.parallel_env("one-microgrid", server=server)
    env.reset(seed=1)
    good = act(env)
    for value in (np.nan, np.inf, -np.inf):
        with pytest.raises(powergrid.ActionError, match=r"MG1\.ess1") as e:
            env.step({**good, "ess_0": [value]})
        assert e.value.code == "bad-action"
    with pytest.raises(powergrid.ActionError, match=r"ess_0.*shape \(2,\)"):
        env.step({**good, "ess_0": [0, 0]})
    env.step(good)
    env.close()


def test_every_mistake_of_a_scenario_is_told(server: powergrid.Server, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("name: x\nclock: {start: never, step: 15min, steps: 4}\nmicrogrid: []\n")
    with pytest.raises(powergrid.ScenarioError, match=r"wrong\.yaml:2:\d+: clock\.start") as e:
        powergrid.parallel_env(file, server=server)
    assert "microgrid" in str(e.value)
    assert len(e.value.mistakes) >= 2
    with pytest.raises(powergrid.ScenarioError, match=r"clock\.stepz: unknown field"):
        powergrid.parallel_env("one-microgrid", server=server, **{"clock.stepz": 4})


def test_a_half_sent_frame_and_a_wrong_version_leave_the_server_to_others(
    server: powergrid.Server,
) -> None:
    env = powergrid.parallel_env("one-microgrid", server=server)
    env.reset(seed=1)
    hello = b'{"op":"hello","protocol":99}'
    for frame in (
        struct.pack("<IBBH", len(hello), 1, 0, 0) + hello,
        struct.pack("<IBBH", 1 << 31, 1, 0, 0),
        struct.pack("<IBBH", 10, 1, 0, 0) + b"{",
    ):
        with socket.socket(socket.AF_UNIX) as sock:
            sock.connect(server.address.removeprefix("unix:"))
            sock.sendall(frame)
            sock.shutdown(socket.SHUT_WR)
            sock.settimeout(WAIT)
            while sock.recv(4096):
                pass
        env.step(act(env))
    env.close()


def test_a_home_without_a_workbench_is_told_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POWERGRID_HOME", str(tmp_path))
    with pytest.raises(powergrid.LauncherNotFound, match=r"POWERGRID_HOME is .*, which has no"):
        powergrid.parallel_env("one-microgrid")


def script(folder: Path, body: str) -> Path:
    file = folder / "powergrid"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return folder


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell on this system")
def test_a_workbench_that_does_not_start_is_told_with_its_log(tmp_path: Path) -> None:
    home = script(tmp_path, "echo powergrid: no java in PATH >&2; exit 1")
    with pytest.raises(
        powergrid.ServerStartError, match=r"ended with status 1; the end of its log:\n.*no java"
    ):
        powergrid.Server(home)


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell on this system")
def test_a_build_is_told_while_it_is_waited_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    home = script(
        tmp_path,
        "echo 'powergrid: building (the first time takes a minute or two)' >&2; sleep 1; exit 1",
    )
    with pytest.raises(powergrid.ServerStartError):
        powergrid.Server(home, start_timeout=0.5)
    assert "powergrid: building" in capfd.readouterr().err


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell on this system")
def test_a_workbench_that_says_nothing_is_given_up_and_ended(tmp_path: Path) -> None:
    home = script(tmp_path, f"echo $$ >{tmp_path}/pid; exec cat")
    with pytest.raises(powergrid.ServerStartError, match=r"did not say within 0\.5 s"):
        powergrid.Server(home, start_timeout=0.5)
    assert ends(int((tmp_path / "pid").read_text()))


def test_a_server_is_no_thing_to_pickle(server: powergrid.Server) -> None:
    with pytest.raises(TypeError, match="give others its address and token"):
        pickle.dumps(server)
