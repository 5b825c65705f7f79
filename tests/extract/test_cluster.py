"""A Dask cluster on this machine: the same bytes as without one, also when a worker is lost."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from tests.support.command import COMMAND, run
from tests.support.dask_cluster import Local, running_cluster
from tests.support.places import RENDERED


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Local]:
    with running_cluster(tmp_path) as made:
        yield made


def results(output: Path) -> dict[str, bytes]:
    files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != "manifest.json"}


def test_a_run_on_a_cluster_that_loses_a_worker_is_as_one_without(tmp_path: Path, cluster: Local) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(24):
        (papers / f"{number}.pdf").write_bytes((RENDERED / "004.pdf").read_bytes() + b"\n" * number)
    output = tmp_path / "out"
    process = subprocess.Popen(
        [COMMAND, "extract", papers, "--output", output, "--cluster", cluster.address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    deadline = monotonic() + 60
    while not list(output.glob("papers/*.json")) and monotonic() < deadline:
        sleep(0.05)
    for worker in psutil.Process(cluster.workers[0].pid).children():
        os.kill(worker.pid, signal.SIGKILL)
    cluster.workers[0].kill()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()
    assert run("extract", papers, "--output", tmp_path / "here").returncode == 0
    assert results(output) == results(tmp_path / "here")


def test_no_cluster_is_a_named_error(tmp_path: Path) -> None:
    done = run("extract", RENDERED, "--output", tmp_path / "out", "--cluster", "nowhere")
    assert (done.returncode, done.stderr.startswith(b"no-cluster: ")) == (1, True)
    assert not (tmp_path / "out").exists()
