"""Gymnasium's spaces for axes, and how their values go into a flat array.

All axes continuous is a ``Box``, all choices a ``MultiDiscrete`` (one alone a ``Discrete``), both
a ``Dict`` of ``continuous`` and ``choices``; flat, everything is a ``Box``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from .errors import ActionError
from .schema import Axes

__all__ = ["CHOICES", "CONTINUOUS", "ActionCodec", "MaskCodec", "box"]

CONTINUOUS = "continuous"
CHOICES = "choices"


def box(axes: Axes) -> spaces.Box:
    """All axes as numbers."""
    return spaces.Box(axes.low, axes.high, dtype=np.float32)


class ActionCodec:
    """An agent's action space, and the way of an action into the agent's part of a request.

    Args:
        agent: named by errors.
        axes: of the action.
        flat: whether choices too are numbers of one ``Box``.

    Attributes:
        space: the action space.
        write: writes an action into an array of one number an axis.
    """

    def __init__(self, agent: str, axes: Axes, *, flat: bool = False) -> None:
        self._agent = agent
        self._axes = axes
        self._chosen = np.flatnonzero(axes.choices)
        self._continuous = np.flatnonzero(axes.choices == 0)
        self.space: spaces.Space[Any]
        self.write: Callable[[Any, NDArray[np.float32]], None]
        choices = axes.choices[self._chosen]
        if flat or not self._chosen.size:
            self.space = box(axes)
            self._shape: tuple[int, ...] = (axes.size,)
            self.write = self._write_whole
        elif self._chosen.size == axes.size:
            one = axes.size == 1
            self.space = spaces.Discrete(int(choices[0])) if one else spaces.MultiDiscrete(choices)
            self._shape = () if one else (axes.size,)
            self.write = self._write_whole
        else:
            i = self._continuous
            self.space = spaces.Dict(
                {
                    CONTINUOUS: spaces.Box(axes.low[i], axes.high[i], dtype=np.float32),
                    CHOICES: spaces.MultiDiscrete(choices),
                }
            )
            self.write = self._write_parts

    def _write_whole(self, action: Any, into: NDArray[np.float32]) -> None:
        if type(action) is not np.ndarray:
            action = np.asarray(action)
        if action.shape != self._shape:
            raise self._wrong(action, self._shape)
        try:
            into[:] = action
        except (TypeError, ValueError) as e:
            raise self._no_numbers(action) from e

    def _write_parts(self, action: Any, into: NDArray[np.float32]) -> None:
        for key, index in ((CONTINUOUS, self._continuous), (CHOICES, self._chosen)):
            try:
                part = np.asarray(action[key])
            except (KeyError, TypeError, IndexError) as e:
                raise ActionError(
                    f"agent {self._agent}: an action is a dict with {CONTINUOUS!r} and"
                    f" {CHOICES!r}, not {action!r}",
                    "bad-shape",
                ) from e
            if part.shape != index.shape:
                raise self._wrong(part, index.shape, key)
            try:
                into[index] = part
            except (TypeError, ValueError) as e:
                raise self._no_numbers(part) from e

    def _wrong(self, action: Any, shape: tuple[int, ...], key: str = "") -> ActionError:
        names = ", ".join(self._axes.names[:8]) + (", …" if self._axes.size > 8 else "")
        of = f" of {key!r}" if key else ""
        return ActionError(
            f"agent {self._agent}: an action{of} has shape {action.shape}; it should be {shape}"
            f" (its axes: {names})",
            "bad-shape",
        )

    def _no_numbers(self, action: Any) -> ActionError:
        return ActionError(f"agent {self._agent}: action {action!r} is not numbers", "bad-shape")


class MaskCodec:
    """The way of an action mask from a reply to what a space's ``sample`` takes.

    Args:
        axes: of the action.

    Attributes:
        read: makes of an agent's part of the masks a new mask for ``sample``.
    """

    def __init__(self, axes: Axes) -> None:
        choices = axes.choices[axes.choices > 0]
        self._cuts = np.cumsum(choices)[:-1]
        if choices.size == 1 and axes.size == 1:
            self.read: Callable[[NDArray[np.int8]], Any] = np.copy
        elif choices.size == axes.size:
            self.read = self._tuple
        else:
            self.read = self._parts

    def _tuple(self, mask: NDArray[np.int8]) -> tuple[NDArray[np.int8], ...]:
        return tuple(np.split(mask.copy(), self._cuts))

    def _parts(self, mask: NDArray[np.int8]) -> dict[str, Any]:
        return {CONTINUOUS: None, CHOICES: self._tuple(mask)}
