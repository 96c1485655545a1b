"""Finds the workbench that serves environments."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .errors import LauncherNotFound

__all__ = ["find_launcher"]

#: The folder of a checkout or an installed distribution.
HOME_VARIABLE = "POWERGRID_HOME"

_SCRIPT = "powergrid.cmd" if os.name == "nt" else "powergrid"


def find_launcher(home: str | os.PathLike[str] | None = None) -> Path:
    """Finds the launcher script.

    Looked for, in this order: ``home``; the folder that the variable ``POWERGRID_HOME`` names; the
    checkout in which this package lies; the checkout in which the program was started; ``PATH``.
    The launcher of a checkout builds the workbench with Maven when it is missing or out of date.

    Args:
        home: folder of a checkout or of an installed distribution.

    Returns:
        The script ``powergrid``.

    Raises:
        LauncherNotFound: there is none; the message says where it was looked for.
    """
    for name, value in (("home", home), (HOME_VARIABLE, os.environ.get(HOME_VARIABLE))):
        if value:
            script = Path(value).expanduser().absolute() / _SCRIPT
            if script.is_file():
                return script
            raise LauncherNotFound(
                f"{name} is {os.fspath(value)}, which has no {_SCRIPT}; it should be the folder of"
                " a checkout or of an installed distribution of PowerGrid Workbench"
            )
    here = Path(__file__).resolve().parent
    for start in (here, Path.cwd()):
        for folder in (start, *start.parents):
            if _is_checkout(folder):
                return folder / _SCRIPT
    found = shutil.which("powergrid")
    if found:
        return Path(found)
    raise LauncherNotFound(
        f"no PowerGrid Workbench found: {HOME_VARIABLE} is not set, neither {here} nor"
        f" {Path.cwd()} is in a checkout, and there is no 'powergrid' in PATH; set {HOME_VARIABLE}"
        " to the folder of a checkout or of an installed distribution"
    )


def _is_checkout(folder: Path) -> bool:
    return (folder / _SCRIPT).is_file() and (folder / "launcher" / "pom.xml").is_file()
