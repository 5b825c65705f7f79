"""The command lines that documents and help show are run, in a folder that holds what they name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from extract.check.compare import compare
from tests.support.command import COMMANDS
from tests.support.command_lines import PROGRAMS, copied
from tests.support.dask_cluster import end
from tests.support.documents import DOCUMENTS, blocks
from tests.support.places import ROOT
from tests.support.reading import toml_cases
from tests.support.stores import free_port, is_open, s3, sftp

_SECONDS = 300
_INSTALLS = "fetches packages; tests/packaging installs what it makes"
_ALL_TESTS = "runs these tests"
NOT_RUN = {
    "./run samples": _INSTALLS,
    "./run tests": _ALL_TESTS,
    "python3 -m venv .venv && . .venv/bin/activate": _INSTALLS,
    "pip install .": _INSTALLS,
    'pip install ".[ocr]"': _INSTALLS,
    ".venv/bin/python -m tests.mutation --seed 1": "runs the tests once for each of 400 mutants",
    ".venv/bin/python -m coverage report": "reports on ./run tests, which it follows",
    "export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…": "stands for secrets of the reader",
}
# What is done in little where the document does much.
IN_LITTLE = {
    "--seconds 600": "--seconds 1",
    "--count 20": "--count 1",
    "new-plan.pdf": "003-stockton-progress-update.txt",
}
# Papers that a command ends with 1 for: there for the examples that name them, and no others.
FAILING = ("locked.pdf", "scans")
SERVERS = ("dask scheduler", "dask worker")
# Programs that are run by the Python of the tests, whose scripts need not be there.
OF_PYTHON = (*SERVERS, "pytest --")
# Documents for those who work on the program: their commands are typed in its repository.
OF_REPOSITORY = {"CONTRIBUTING.md", "architecture.md"}
# Blocks that are no commands: what proves each.
SHOWN = {
    "python": "tests/test_docs.py runs it",
    "json": "tests/test_docs.py makes it of the example's input",
    "markdown": "it is that input",
    "text": "output that tests/test_docs.py compares, a synopsis, a drawing",
    "toml": "a file of the workplace, or a case",
    "powershell": "asks for Windows",
}


@dataclass(frozen=True, slots=True)
class Example:
    """The lines of one block, in order, and the document that shows it."""

    document: str
    lines: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name for the test."""
        return f"{self.document}: {self.lines[0]}"


def examples() -> Iterator[Example]:
    """Yield the blocks of all documents, then those of the help of each command."""
    for document in DOCUMENTS:
        for language, text in blocks(document.read_text(encoding="utf-8")):
            if language == "sh":
                yield Example(document.name, _lines(text))
    for name, command in COMMANDS.items():
        shown = re.findall(r"^  (.*council-papers .*)$", command.help, re.MULTILINE)
        yield Example(f"{name} --help", tuple(shown))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (re.sub(r"\s+#.*", "", line) for line in text.splitlines()) if line)


EXAMPLES = list(examples())


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the repository, without what was made in it."""
    folder = tmp_path_factory.mktemp("repository") / "copy"
    made = shutil.ignore_patterns(".*", "__pycache__", "output", "failures")
    shutil.copytree(ROOT, folder, ignore=made)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_every_line_of_an_example_runs(
    example: Example, workplace: Path, repository: Path, tmp_path: Path
) -> None:
    of_repository = example.document in OF_REPOSITORY
    folder = copied(repository if of_repository else workplace, tmp_path / "here")
    with ExitStack() as running:
        stands_for, environment = _surroundings(example, folder, running)
        for line in example.lines:
            if line in NOT_RUN:
                continue
            typed = line
            for shown, real in stands_for.items():
                typed = typed.replace(shown, real)
            if line.startswith(SERVERS):
                running.enter_context(_server(typed, folder, environment))
                continue
            done = subprocess.run(
                ["/bin/sh", "-c", typed],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
            assert done.returncode == 0, f"{typed}\n{done.stdout.decode()}{done.stderr.decode()}"
            assert b"Traceback" not in done.stderr, done.stderr.decode()


def _surroundings(
    example: Example, folder: Path, running: ExitStack
) -> tuple[dict[str, str], dict[str, str]]:
    """Start the stores that an example names; say what stands for its names, and in what it is run."""
    text = "\n".join(example.lines)
    for name in FAILING:
        if name not in text and (folder / name).exists():
            (folder / name).rename(folder.parent / name)
    environment = os.environ | {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}
    stands_for = IN_LITTLE | {"/shared/": f"{folder}/", "8786": str(free_port())}
    stands_for |= {name: f"{sys.executable} -m {name}" for name in OF_PYTHON}
    for kind, shown in ((s3, "s3://archive"), (sftp, "sftp://ann@files.example.org")):
        if shown in text:
            (home := folder / f".{kind.__name__}").mkdir()
            store = running.enter_context(kind(home))
            store.put(folder / "papers", "papers")
            stands_for[shown] = store.address
            environment |= store.environment
    return stands_for, environment


@contextmanager
def _server(typed: str, folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """Run a server until the example ends; a scheduler is waited for, workers are by who wants them."""
    process = subprocess.Popen(
        ["/bin/sh", "-c", f"exec {typed} --no-dashboard"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port = re.search(r"--port (\d+)", typed)
        deadline = monotonic() + _SECONDS
        while port and not is_open(int(port[1])):
            assert process.poll() is None and monotonic() < deadline, typed
            sleep(0.1)
        yield
    finally:
        end(process)


def test_every_reason_is_of_a_line_that_is_shown() -> None:
    shown = {line for example in EXAMPLES for line in example.lines}
    assert set(NOT_RUN) <= shown
    assert all(any(part in line for line in shown) for part in IN_LITTLE)


def test_every_command_shows_an_example_that_runs() -> None:
    run = {line for example in EXAMPLES for line in example.lines if line not in NOT_RUN}
    for command in COMMANDS:
        assert any(f"council-papers {command}" in line for line in run), command


def test_every_other_block_has_its_proof() -> None:
    languages = {language for path in DOCUMENTS for language, _ in blocks(path.read_text(encoding="utf-8"))}
    assert languages == {"sh", *SHOWN}


def test_the_case_in_contributing_is_one() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    ((_, shown),) = [block for block in blocks(text) if block[0] == "toml"]
    (case,) = tomllib.loads(shown)["case"]
    (known,) = (one for one in toml_cases("dates.toml")["case"] if one["name"] == case["name"])
    assert compare(case, known)
    assert all(one.verdict == "right" for one in compare(case, known))


def test_modules_that_are_to_be_run_exist() -> None:
    for document in DOCUMENTS:
        for module in re.findall(r"python -m (tests[\w.]*\w)", document.read_text(encoding="utf-8")):
            path = ROOT / module.replace(".", "/")
            assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
