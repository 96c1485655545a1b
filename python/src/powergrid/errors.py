"""What can go wrong, as exceptions whose messages say where, what, and what would be right."""

from __future__ import annotations

from typing import Any

__all__ = [
    "ActionError",
    "ConnectionLost",
    "EnvironmentFailed",
    "LauncherNotFound",
    "NotReset",
    "PowerGridError",
    "RequestError",
    "ScenarioError",
    "SchemaChanged",
    "ServerStartError",
    "ServerTimeout",
]


class PowerGridError(RuntimeError):
    """Any error of this package."""


class LauncherNotFound(PowerGridError):
    """No workbench was found to start."""


class ServerStartError(PowerGridError):
    """The workbench was found but did not come up; the message ends with its log."""


class ConnectionLost(PowerGridError, ConnectionError):
    """The server is gone, or this side may no longer talk to it; the message ends with its log."""


class ServerTimeout(ConnectionLost, TimeoutError):
    """The server did not answer in time. The connection cannot be used any more."""


class NotReset(PowerGridError):
    """A step, state or render before the first reset."""


class RequestError(PowerGridError):
    """The server refused a request; the environment is as it was before.

    Attributes:
        code: the gateway's word for it, e.g. ``bad-request``; see ``docs/gateway.md``.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.args[0], self.code))


class ActionError(RequestError, ValueError):
    """An action that the agent does not take: its shape, NaN, or an agent that is not there."""


class ScenarioError(RequestError, ValueError):
    """The scenario has mistakes, or leaves nobody to drive.

    Attributes:
        mistakes: one mapping each, with ``file``, ``line``, ``column``, ``path``, ``message``.
    """

    def __init__(
        self, message: str, code: str, mistakes: list[dict[str, Any]] | None = None
    ) -> None:
        super().__init__(message, code)
        self.mistakes = list(mistakes or ())

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.args[0], self.code, self.mistakes))


class SchemaChanged(RequestError):
    """A reset found other plug-ins and by them other spaces; make the environment anew."""


class EnvironmentFailed(RequestError):
    """A plug-in failed or was withdrawn; a reset tries anew."""


_BY_CODE: dict[str, type[RequestError]] = {
    "bad-action": ActionError,
    "bad-shape": ActionError,
    "unknown-agent": ActionError,
    "schema-changed": SchemaChanged,
    "environment-failed": EnvironmentFailed,
}


def of(error: dict[str, Any]) -> RequestError:
    """The exception that stands for an error frame."""
    code = str(error.get("code", "internal"))
    message = str(error.get("message", "no message"))
    if code in ("bad-scenario", "no-agents"):
        mistakes = error.get("mistakes") or []
        lines = [line for line in map(_line, mistakes) if line not in message]
        return ScenarioError("\n  ".join([message, *lines]), code, mistakes)
    return _BY_CODE.get(code, RequestError)(message, code)


def _line(mistake: dict[str, Any]) -> str:
    place = str(mistake.get("file", ""))
    if mistake.get("line"):
        place += f":{mistake['line']}:{mistake.get('column', 1)}"
    where = ": ".join(part for part in (place, str(mistake.get("path") or "")) if part)
    return f"{where}: {mistake.get('message', '')}"
