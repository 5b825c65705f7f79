"""Real stores on this machine, each a server of the test's own: S3 and SFTP."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

USER, PASSWORD = "ann", "open-sesame"
_SECONDS = 30
# In a process of its own, as fsspec keeps threads and connections for good.
_COPY = """
import sys
from fsspec.core import url_to_fs
way, here, address = sys.argv[1:]
store, path = url_to_fs(address)
if way == "make":
    store.mkdir(path)
elif way == "put":
    store.put(here + "/", path + "/", recursive=True)
else:
    store.get(path + "/", here + "/", recursive=True)
"""
_SFTP = """
import asyncio, sys
import asyncssh
root, port, user, password = sys.argv[1:]

class Server(asyncssh.SSHServer):
    def begin_auth(self, username):
        return True
    def password_auth_supported(self):
        return True
    def validate_password(self, username, given):
        return (username, given) == (user, password)

async def serve():
    key = asyncssh.generate_private_key("ssh-ed25519")
    await asyncssh.listen(
        "127.0.0.1", int(port), server_factory=Server, server_host_keys=[key],
        sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=root),
    )
    await asyncio.Event().wait()

asyncio.run(serve())
"""


@dataclass(frozen=True)
class Served:
    """A store that runs.

    Attributes:
        address: of a folder in it.
        environment: what its driver wants to find.
        folder: where it keeps its files, if it keeps them in a folder of this machine.
    """

    address: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def put(self, here: Path, name: str) -> None:
        """Copy a folder into the store."""
        if self.folder:
            shutil.copytree(here, self.folder / name)
            return
        self.copy("put", here, f"{self.address}/{name}")

    def get(self, name: str, here: Path) -> None:
        """Copy a folder out of the store."""
        if self.folder:
            shutil.copytree(self.folder / name, here)
            return
        here.mkdir()
        self.copy("get", here, f"{self.address}/{name}")

    def copy(self, way: str, here: Path, address: str) -> None:
        """Copy between this machine and the store."""
        subprocess.run(
            [sys.executable, "-c", _COPY, way, str(here), address],
            env=os.environ | self.environment,
            check=True,
            capture_output=True,
        )


@contextmanager
def s3(folder: Path) -> Iterator[Served]:
    """Start an S3 server with a bucket."""
    port = free_port()
    with _running([sys.executable, "-m", "moto.server", "-p", str(port)], folder, port):
        served = Served(
            "s3://council-archive/all",
            {
                "AWS_ACCESS_KEY_ID": USER,
                "AWS_SECRET_ACCESS_KEY": PASSWORD,
                "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            },
        )
        served.copy("make", folder, "s3://council-archive")
        yield served


@contextmanager
def sftp(folder: Path) -> Iterator[Served]:
    """Start an SFTP server over a folder."""
    port = free_port()
    (folder / "all").mkdir()
    with _running([sys.executable, "-c", _SFTP, str(folder), str(port), USER, PASSWORD], folder, port):
        yield Served(f"sftp://{USER}:{PASSWORD}@127.0.0.1:{port}/all", folder=folder / "all")


@contextmanager
def web(folder: Path) -> Iterator[str]:
    """Start a web server over a folder."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with _running(command, folder, port):
        yield f"http://127.0.0.1:{port}"


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def is_open(port: int) -> bool:
    """Tell whether a server answers on a port."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Run a server until the test is done with it."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a server answers.

    Raises:
        TimeoutError: it does not.
    """
    deadline = monotonic() + _SECONDS
    while monotonic() < deadline and process.poll() is None:
        if is_open(port):
            return
        sleep(0.05)
    raise TimeoutError(f"no server on port {port}")
