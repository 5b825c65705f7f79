"""A real PostgreSQL server of a test's own, on 127.0.0.1, run by an ordinary user."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_SECONDS = 60


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server with an empty database and give its address; stop it, by its process, afterwards.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        home = Path(folder)
        _own(home)
        data = home / "data"
        _run([programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"])
        port = _free_port()
        settings = ["-h", "127.0.0.1", "-p", str(port), "-k", folder, "-F"]
        server = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(data), *settings],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=_server_user(),
        )
        try:
            url = f"postgresql://tester@127.0.0.1:{port}/postgres"
            _run([programs / "pg_isready", "-h", "127.0.0.1", "-p", port, "-t", _SECONDS], wait=True)
            yield url
        finally:
            server.terminate()
            server.wait(_SECONDS)


def _programs() -> Path:
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name))
    if not versions:
        raise FileNotFoundError("the tests need PostgreSQL: ./run tests says how to install it")
    return versions[-1].parent


def _server_user() -> str | None:
    """Say who runs the server: root may not; null stands for whoever runs the tests."""
    return "nobody" if os.geteuid() == 0 else None


def _own(folder: Path) -> None:
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)


def _run(command: list[object], *, wait: bool = False) -> None:
    """Run a program of PostgreSQL; where it is to `wait`, until the server answers."""
    for _ in range(_SECONDS * 10 if wait else 1):
        done = subprocess.run(
            list(map(str, command)), capture_output=True, check=False, cwd="/", user=_server_user()
        )
        if done.returncode == 0:
            return
    raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
