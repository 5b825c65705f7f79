"""Papers and results in stores that an address leads to: as in folders, on real servers."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import stores
from tests.support.command import COMMAND, run
from tests.support.dask_cluster import running_cluster
from tests.support.places import RENDERED, SAMPLES
from tests.support.stores import PASSWORD, Served

PLAN = SAMPLES / "004-stockton-action-plan.txt"


@pytest.fixture(params=[stores.s3, stores.sftp], ids=["s3", "sftp"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    served = tmp_path / "served"
    served.mkdir()
    with request.param(served) as running:
        yield running


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Lay papers out: in folders, with a sidecar, in an archive, under a hidden name."""
    folder = tmp_path / "papers"
    below = folder / "Anytown Council" / "documents"
    below.mkdir(parents=True)
    (below / "plan.txt").write_bytes(PLAN.read_bytes())
    (below / "plan.toml").write_text('committee = "Place Select Committee"\n')
    (below / ".hidden.txt").write_bytes(PLAN.read_bytes())
    (folder / "print.pdf").write_bytes((RENDERED / "004.pdf").read_bytes())
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("update.txt", PLAN.read_bytes() + b"\nOne more line.\n")
    return folder


def outcomes(output: Path) -> dict[str, str]:
    inputs = json.loads((output / "manifest.json").read_bytes())["inputs"]
    return {one["name"]: one["outcome"] for one in inputs}


def results(output: Path) -> dict[str, bytes]:
    files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != "manifest.json"}


def extracted(store: Served, *arguments: str | Path) -> str:
    done = run("extract", *arguments, cwd=None, **store.environment)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    assert PASSWORD not in said
    return said


def test_a_store_gives_and_takes_the_same_bytes_as_a_folder(
    store: Served, papers: Path, tmp_path: Path
) -> None:
    store.put(papers, "papers")
    source, target = f"{store.address}/papers", f"{store.address}/out"
    extracted(store, source, "--output", target, "--workers", "2")
    assert run("extract", papers, "--output", tmp_path / "here").returncode == 0
    store.get("out", tmp_path / "there")
    assert results(tmp_path / "there") == results(tmp_path / "here")
    assert outcomes(tmp_path / "there") == dict.fromkeys(
        ["Anytown Council/documents/plan.txt", "more.zip/update.txt", "print.pdf"], "extracted"
    )
    everything = b"".join(path.read_bytes() for path in (tmp_path / "there").rglob("*") if path.is_file())
    assert PASSWORD.encode() not in everything

    extracted(store, source, "--output", target)
    store.get("out", tmp_path / "again")
    assert set(outcomes(tmp_path / "again").values()) == {"unchanged"}
    extracted(store, f"{source}/print.pdf", "--output", target)
    store.get("out", tmp_path / "fewer")
    assert len(list((tmp_path / "fewer" / "papers").iterdir())) == 1


def test_a_killed_run_into_a_store_goes_on_where_it_stopped(store: Served, tmp_path: Path) -> None:
    papers = tmp_path / "many"
    papers.mkdir()
    for number in range(12):
        (papers / f"{number}.pdf").write_bytes((RENDERED / "004.pdf").read_bytes() + b"\n" * number)
    target = f"{store.address}/out"
    process = subprocess.Popen(
        [COMMAND, "extract", papers, "--output", target, "--workers", "1", "--log-format", "json"],
        env=os.environ | store.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    seen = [process.stderr.readline() for _ in range(4)]
    process.kill()
    process.communicate()
    assert all(json.loads(line)["outcome"] == "extracted" for line in seen)

    extracted(store, papers, "--output", target)
    store.get("out", tmp_path / "there")
    assert run("extract", papers, "--output", tmp_path / "here").returncode == 0
    assert results(tmp_path / "there") == results(tmp_path / "here")
    assert list(outcomes(tmp_path / "there").values()).count("unchanged") >= 4


def test_a_pattern_a_file_and_a_list_name_papers_in_a_store(
    store: Served, papers: Path, tmp_path: Path
) -> None:
    store.put(papers, "papers")
    base, output = f"{store.address}/papers", tmp_path / "out"
    extracted(store, f"{base}/**/*.txt", "--output", output)
    assert list(outcomes(output)) == ["Anytown Council/documents/plan.txt"]
    record = json.loads(next((output / "papers").iterdir()).read_bytes())
    assert record["committee"] == "Place Select Committee"
    extracted(store, f"{base}/Anytown Council/documents/plan.txt", "--output", output)
    assert list(outcomes(output)) == ["plan.txt"]
    listed = subprocess.run(
        [COMMAND, "extract", "-", "--output", output],
        input=f"{base}/print.pdf\n{papers / 'more.zip'}\n".encode(),
        env=os.environ | store.environment,
        capture_output=True,
        check=True,
    )
    assert list(outcomes(output)) == ["more.zip/update.txt", "print.pdf"], listed.stderr


def test_what_is_missing_or_too_large_in_a_store_is_named(
    store: Served, papers: Path, tmp_path: Path
) -> None:
    store.put(papers, "papers")
    base = f"{store.address}/papers"
    lost = run("extract", f"{base}/lost.txt", "--output", tmp_path / "out", cwd=None, **store.environment)
    assert (lost.returncode, lost.stderr.decode().count("lost.txt: missing-file: ")) == (4, 1)
    small = ["--limit", "file-bytes=1K", "--output", str(tmp_path / "out")]
    large = run("extract", f"{base}/print.pdf", *small, cwd=None, **store.environment)
    assert (large.returncode, b"print.pdf: too-large: " in large.stderr) == (4, True)
    assert PASSWORD.encode() not in lost.stderr + large.stderr


def test_a_cluster_fetches_papers_from_a_store(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "served").mkdir()
    with stores.s3(tmp_path / "served") as store:
        store.put(papers, "papers")
        for name, value in store.environment.items():
            monkeypatch.setenv(name, value)
        with running_cluster(tmp_path) as cluster:
            where = ["--output", f"{store.address}/out", "--cluster", cluster.address]
            extracted(store, f"{store.address}/papers", *where)
        store.get("out", tmp_path / "there")
    assert run("extract", papers, "--output", tmp_path / "here").returncode == 0
    assert results(tmp_path / "there") == results(tmp_path / "here")


def test_a_page_of_the_web_is_a_paper_and_its_key_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "Action plan.txt").write_bytes(PLAN.read_bytes())
    with stores.web(tmp_path) as address:
        done = run("extract", f"{address}/Action%20plan.txt?key={PASSWORD}", "--output", tmp_path / "out")
        lost = run("extract", f"{address}/lost.txt?key={PASSWORD}", "--output", tmp_path / "none")
    assert (done.returncode, outcomes(tmp_path / "out")) == (0, {"Action plan.txt": "extracted"})
    assert b"lost.txt: missing-file: " in lost.stderr
    for said in (done.stdout, done.stderr, lost.stderr, (tmp_path / "out" / "manifest.json").read_bytes()):
        assert PASSWORD.encode() not in said


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    done = run("extract", f"file://{PLAN}", "--output", f"file://{tmp_path}/out")
    assert (done.returncode, outcomes(tmp_path / "out")) == (0, {PLAN.name: "extracted"})


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("gopher://ann:open-sesame@example.org/papers", "fsspec knows no gopher://"),
        ("gs://ann:open-sesame@example.org/papers", "gs:// needs a package that is not installed"),
        (
            "sftp://ann:open-sesame@127.0.0.1:{port}/papers",
            "sftp://127.0.0.1:{port}/papers cannot be",
        ),
    ],
)
def test_a_store_that_cannot_be_reached_ends_the_run(address: str, reason: str, tmp_path: Path) -> None:
    port = stores.free_port()
    for arguments in (
        [address.format(port=port), "--output", str(tmp_path / "out")],
        [str(PLAN), "--output", address.format(port=port)],
    ):
        done = run("extract", *arguments)
        assert (
            done.returncode,
            done.stderr.decode().startswith(f"no-store: {reason.format(port=port)}"),
        ) == (
            1,
            True,
        ), done.stderr
        assert PASSWORD.encode() not in done.stderr
    assert not (tmp_path / "out").exists()
