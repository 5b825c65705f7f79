"""The same tasks on a Dask cluster: each of its workers reads papers in processes of its own, as here."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any

from extract.engine.processes import Allowance, Processes
from extract.engine.task import Task
from extract.errors import NoCluster
from extract.results import Reading

# A task is given to another worker so often when the one that had it is lost.
_RETRIES = 3
# Tasks for each thread of the cluster: one that is read, others that wait there.
_AHEAD = 3
_SECONDS_TO_CONNECT = 20


class Cluster:
    """Performs tasks on the workers of a cluster that runs already."""

    def __init__(self, address: str, allowance: Allowance) -> None:
        """Join the cluster.

        Raises:
            NoCluster: Dask is not installed, or no scheduler with workers answers.
        """
        try:
            from distributed import Client
            from distributed.comm.addressing import get_address_host_port
        except ImportError as error:
            raise NoCluster("its packages are not installed") from error
        try:
            get_address_host_port(address, strict=True)  # the client would look 40 seconds for what is none
            self._client: Any = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call] # Dask types little
            self._client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
        except (OSError, TimeoutError, ValueError) as error:
            raise NoCluster(f"no scheduler with workers answers at {address}") from error
        self._allowance = allowance
        workers = self._client.nthreads()  # type: ignore[no-untyped-call] # Dask types little
        self.room = _AHEAD * sum(workers.values())
        self._threads = ThreadPoolExecutor(self.room)

    def submit(self, task: Task) -> Future[Reading]:
        """Have a task performed."""
        return self._threads.submit(self._read, task)

    def _read(self, task: Task) -> Reading:
        """Have a task performed and wait; a worker that is lost costs no paper."""
        work = self._client.submit(read_here, task, self._allowance, pure=False, retries=_RETRIES)
        reading: Reading = work.result()
        return reading

    def close(self) -> None:
        """Leave the cluster; what it was reading for this run is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._client.close()


def read_here(task: Task, allowance: Allowance) -> Reading:
    """Perform a task on a worker of the cluster."""
    return _processes(allowance, os.getpid()).read(task)


@cache
def _processes(allowance: Allowance, _pid: int) -> Processes:
    """Make the processes of a worker once: as many as it has threads."""
    from distributed import get_worker

    # Dask starts its workers as daemons, which multiprocessing lets have no children: it could not end
    # them.  Ours end by themselves when their parent is gone.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return Processes(get_worker().state.nthreads, allowance)
