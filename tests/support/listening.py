"""A server on this machine that notices whoever comes."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen

# Long enough for a connection on this machine, which takes less than a millisecond.
_PATIENCE = 0.3


@dataclass(frozen=True, slots=True)
class Listener:
    """A socket that answers nobody; connections wait in its queue."""

    address: str
    socket: socket.socket

    def visits(self) -> int:
        """Count the connections that were made since the last count."""
        count = 0
        while True:
            try:
                self.socket.accept()[0].close()
            except TimeoutError:
                return count
            count += 1


@contextmanager
def listening() -> Iterator[Listener]:
    """Listen, and prove first that a visit is noticed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(_PATIENCE)
        made = Listener(f"http://127.0.0.1:{server.getsockname()[1]}/paper", server)
        try:
            urlopen(made.address, timeout=_PATIENCE)  # noqa: S310 - our own server
        except OSError:
            assert made.visits() == 1
        yield made
