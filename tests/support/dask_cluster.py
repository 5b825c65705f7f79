"""A Dask cluster on this machine, started as a user starts it, and ended."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Local:
    """A scheduler with two workers, as a user starts them."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def running_cluster(folder: Path) -> Iterator[Local]:
    """Start a scheduler and two workers on loopback; end them, and what they started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    place = ["--no-dashboard", "--host", "127.0.0.1"]
    started = [
        _start(folder, "scheduler", *place, "--port", str(port)),
        *(_start(folder, "worker", address, *place, "--nthreads", "1") for _ in range(2)),
    ]
    try:
        yield Local(address, tuple(started[1:]))
    finally:
        for process in reversed(started):
            end(process)


def _start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    below = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()
    process.wait()
    for one in below:
        with suppress(psutil.NoSuchProcess):
            one.kill()
