"""What tests share: a workbench."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

import powergrid


def pytest_configure(config: pytest.Config) -> None:
    # a server of the developer's own would be another one than is tested
    os.environ.pop("POWERGRID_ADDRESS", None)
    os.environ.pop("POWERGRID_TOKEN", None)


@pytest.fixture(scope="session")
def server() -> Iterator[powergrid.Server]:
    """A workbench that all tests share that do not end one."""
    with powergrid.Server(start_timeout=120) as started:
        yield started
