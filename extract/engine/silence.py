"""Loaded into the process that workers are forked from, and nowhere else: it tells nothing of its own.

A worker that is started as the run ends finds nothing left of what it shares with it, and would
show a traceback behind the last line. Where workers cannot start at all, the run says so.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _tell_nothing(kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
    """Leave an error of a worker that could not start to the run."""


sys.excepthook = _tell_nothing
