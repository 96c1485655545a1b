"""What becomes of a client whose server fails: an exception that says so, never a hang."""

from __future__ import annotations

import copy
import gc
import multiprocessing
import os
import pickle
import weakref
from typing import Any

import pytest
from fake_gateway import Answer, FakeAgent, FakeGateway

import powergrid

ONE = [FakeAgent("MG1", "MG")]


def opened(gateway: FakeGateway, **options: Any) -> powergrid.PowerGridParallelEnv:
    env = powergrid.parallel_env(server=gateway.address, **options)
    env.reset()
    return env


@pytest.mark.parametrize("instead", ["close", "half"])
def test_a_server_that_hangs_up_in_a_step_is_an_exception(instead: str) -> None:
    script = [Answer(), Answer(instead=instead)]
    with FakeGateway(ONE, lambda step: script[step]) as gateway:
        env = opened(gateway)
        with pytest.raises(powergrid.ConnectionLost, match="the server is gone"):
            env.step({"mg_0": [0, 0]})
        with pytest.raises(powergrid.ConnectionLost, match="no connection to the server"):
            env.step({"mg_0": [0, 0]})
        env.close()


def test_a_server_that_does_not_answer_is_an_exception_in_time() -> None:
    script = [Answer(), Answer(instead="hang")]
    with FakeGateway(ONE, lambda step: script[step]) as gateway:
        env = opened(gateway, timeout=0.5)
        with pytest.raises(powergrid.ServerTimeout, match=r"did not answer within 0\.5 s"):
            env.step({"mg_0": [0, 0]})
        env.close()


def test_an_error_that_closes_nothing_leaves_the_environment_as_it_was() -> None:
    error = {"code": "bad-action", "message": "agent MG1: action x0 is NaN", "closes": False}
    script = [Answer(), Answer(instead=error), Answer(rewards=[2.0])]
    with FakeGateway(ONE, lambda step: script[step]) as gateway:
        env = opened(gateway)
        with pytest.raises(powergrid.ActionError, match="x0 is NaN") as e:
            env.step({"mg_0": [float("nan"), 0]})
        assert e.value.code == "bad-action"
        assert env.step({"mg_0": [0, 0]})[1] == {"mg_0": 2.0}
        env.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("environment-failed", powergrid.EnvironmentFailed),
        ("schema-changed", powergrid.SchemaChanged),
        ("internal", powergrid.RequestError),
    ],
)
def test_an_error_of_a_reset_has_a_type_and_survives_pickling(code: str, kind: type) -> None:
    error = {"code": code, "message": "m" * 10_000, "closes": False}
    with FakeGateway(ONE, lambda step: Answer(instead=error)) as gateway:
        env = powergrid.parallel_env(server=gateway.address)
        with pytest.raises(kind) as e:
            env.reset()
        again = pickle.loads(pickle.dumps(e.value))
        assert (type(again), again.code, str(again)) == (kind, code, "m" * 10_000)
        env.close()


def test_a_request_cut_short_ends_the_connection() -> None:
    def interrupt(step: int) -> Answer:
        if step:
            # as Ctrl-C does: the main thread is within the step
            os.kill(os.getpid(), 2)
            return Answer(instead="hang")
        return Answer()

    with FakeGateway(ONE, interrupt) as gateway:
        env = opened(gateway)
        with pytest.raises(KeyboardInterrupt):
            env.step({"mg_0": [0, 0]})
        with pytest.raises(powergrid.ConnectionLost, match="KeyboardInterrupt cut a request short"):
            env.step({"mg_0": [0, 0]})
        env.close()


def test_closing_twice_is_no_error_and_stepping_then_is_one() -> None:
    with FakeGateway(ONE) as gateway:
        env = opened(gateway)
        env.close()
        env.close()
        with pytest.raises(powergrid.ConnectionLost, match="the environment was closed"):
            env.reset()


def test_an_environment_that_nobody_holds_hangs_up() -> None:
    with FakeGateway(ONE) as gateway:
        env = opened(gateway)
        socket, gone = env._session._connection._socket, weakref.ref(env)
        del env
        gc.collect()
        assert gone() is None
        assert socket is not None and socket.fileno() == -1


def test_a_copy_is_the_same_environment_made_anew() -> None:
    with FakeGateway(ONE) as gateway, FakeGateway(ONE) as other:
        first = powergrid.parallel_env(server=gateway.address, mask="obs", max_cycles=3)
        text = pickle.dumps(first)
        first.close()  # the fake takes one client after the other
        again = pickle.loads(text)
        assert again._made_of == first._made_of
        assert again.possible_agents == ["mg_0"] and again.agents == []
        again.reset()
        again.close()
        alone = powergrid.gym_env({}, server=other.address)
        alone.close()
        twin = copy.deepcopy(alone)
        twin.reset()
        twin.close()


def _step_in_child(env: powergrid.PowerGridParallelEnv, queue: Any) -> None:
    try:
        env.step({"mg_0": [0, 0]})
        queue.put("stepped")
    except powergrid.ConnectionLost as e:
        queue.put(str(e))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_process_is_told_to_make_its_own_and_the_parent_goes_on() -> None:
    with FakeGateway(ONE) as gateway:
        env = opened(gateway)
        context = multiprocessing.get_context("fork")
        queue = context.Queue()
        child = context.Process(target=_step_in_child, args=(env, queue))
        child.start()
        said = queue.get(timeout=20)
        child.join(20)
        assert f"it belongs to process {os.getpid()}, of which this one is a fork" in said
        env.step({"mg_0": [0, 0]})
        env.close()


@pytest.mark.parametrize("address", ["unix:/nowhere/socket", "tcp://127.0.0.1:1"])
def test_an_address_at_which_nobody_listens_is_named(address: str) -> None:
    with pytest.raises(powergrid.ConnectionLost, match=f"cannot connect to {address}"):
        powergrid.parallel_env(server=address)


def test_an_address_that_is_none_says_what_one_is() -> None:
    with pytest.raises(ValueError, match="write unix:PATH, tcp://HOST:PORT or tls://HOST:PORT"):
        powergrid.parallel_env(server="http://localhost")


def test_a_scenario_that_is_nowhere_is_told_with_those_that_there_are() -> None:
    with (
        FakeGateway(ONE) as gateway,
        pytest.raises(FileNotFoundError, match=r"no scenario 'nowhere\.yaml'.*three-microgrids"),
    ):
        powergrid.parallel_env("nowhere.yaml", server=gateway.address)
