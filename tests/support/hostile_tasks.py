"""What a reader may do at its worst: it hangs, crashes or eats memory, as the name of the paper says."""

from __future__ import annotations

import ctypes
import os
from itertools import count

import psutil

from extract.engine.task import Task, perform
from extract.results import Reading


def perform_badly(task: Task) -> Reading:
    """Do what the name of the input asks for, else what is always done."""
    wish = task.given.name.partition("-")[0]
    if wish == "hang":
        _native().sleep(3600)
    elif wish == "spin":
        for _ in count():
            pass
    elif wish == "crash":
        ctypes.string_at(0)
    elif wish == "exit":
        os._exit(7)
    elif wish == "bomb":
        _ = [bytearray(16 * 1024 * 1024) for _ in count()]
    elif wish == "native":
        _eat_in_native_code()
    return perform(task)


def _native() -> ctypes.PyDLL:
    return ctypes.PyDLL(None)  # it keeps the interpreter's lock while it works


def _eat_in_native_code() -> None:
    """Take memory until there is none, then end as a C++ program does."""
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    while library.malloc(16 * 1024 * 1024):
        pass
    library.abort()


def children() -> list[int]:
    """List the processes that this one's workers are."""
    below = psutil.Process().children(recursive=True)
    return [process.pid for process in below if process.parent() != psutil.Process()]
