"""Command lines as a user types them, each run by a shell in a folder of its own, and what came of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep

import psutil

from tests.support.seeded import MAIN, Fault, broken_copy

PROGRAMS = Path(sys.executable).parent
_SECONDS = 120
_MARKED = re.compile(r"\s*\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A command line, and in what it differs from a usual one.

    Attributes:
        typed: what is typed; what stands in braces may be left out.
        files: files beside those of the folder in which it is typed.
        fault: what is broken in the program on purpose.
        lacking: Python packages that are not installed.
        watched: whether its worker processes are counted.
    """

    typed: str
    files: tuple[tuple[str, bytes], ...] = ()
    fault: Fault | None = None
    lacking: tuple[str, ...] = ()
    watched: bool = False

    @property
    def marked(self) -> str:
        """What stands in braces."""
        return " ".join(_MARKED.findall(self.typed))

    def whole(self) -> Line:
        """Return the line with what is marked."""
        return replace(self, typed=_MARKED.sub(r" \1", self.typed))

    def without(self) -> Line:
        """Return the line without what is marked."""
        return replace(self, typed=_MARKED.sub("", self.typed))


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command line: its exit code, what it said, and the folder in which it ran.

    `workers` is the largest number of worker processes at one time, where they were watched.
    """

    code: int
    out: str
    err: str
    folder: Path
    workers: int = 0


Effect = Callable[[Ran], bool]


def ends(code: int) -> Effect:
    """Look for an exit code."""
    return lambda ran: ran.code == code


def says(pattern: str) -> Effect:
    """Look for a pattern in what is printed."""
    return lambda ran: bool(re.search(pattern, ran.out, re.MULTILINE))


def complains(pattern: str) -> Effect:
    """Look for a pattern on standard error."""
    return lambda ran: bool(re.search(pattern, ran.err, re.MULTILINE))


def writes(files: str, pattern: str = "", most: int | None = None, least: int = 1) -> Effect:
    """Look for so many files of a pattern of names in which a pattern of text stands."""

    def found(ran: Ran) -> bool:
        texts = (path.read_bytes().decode("utf-8", "replace") for path in ran.folder.glob(files))
        count = sum(1 for text in texts if re.search(pattern, text, re.MULTILINE))
        return least <= count and (most is None or count <= most)

    return found


def run_all(lines: Iterable[Line], workplace: Path, folder: Path) -> dict[Line, Ran]:
    """Run command lines, each once, some at a time, each in a copy of the workplace.

    Args:
        lines: what is typed.
        workplace: the folder that is copied.
        folder: where the copies go.
    """
    wanted = list(dict.fromkeys(lines))
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        places = (copied(workplace, folder / str(number)) for number in range(len(wanted)))
        return dict(zip(wanted, threads.map(run_line, wanted, places), strict=True))


def copied(workplace: Path, folder: Path) -> Path:
    """Make a folder with all that is in another."""
    shutil.copytree(workplace, folder, symlinks=True)
    return folder


def run_line(line: Line, folder: Path) -> Ran:
    """Run a line in a folder; what it says and writes comes back."""
    for name, content in line.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    process = subprocess.Popen(
        ["/bin/sh", "-c", line.typed],
        cwd=folder,
        env=os.environ | _environment(line, folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    workers = _most_workers(process) if line.watched else 0
    out, err = process.communicate(timeout=_SECONDS)
    return Ran(
        process.returncode, out.decode("utf-8", "replace"), err.decode(errors="replace"), folder, workers
    )


def _environment(line: Line, folder: Path) -> dict[str, str]:
    """Say where the shell finds the programs: those of this environment, or the broken one."""
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    if line.fault:
        broken = broken_copy(folder / ".broken", line.fault)
        script = broken / "bin" / "council-papers"
        script.parent.mkdir()
        # None of this environment: coverage would take the copy for the program.
        alone = f'env -i PATH="$PATH" PYTHONPATH={broken} {sys.executable}'
        script.write_text(f'#!/bin/sh\nexec {alone} -c "{MAIN}" "$@"\n')
        script.chmod(0o755)
        return {"PATH": f"{script.parent}{os.pathsep}{path}"}
    if line.lacking:
        site = folder / ".lacking"
        site.mkdir()
        gone = "\n".join(f"sys.modules[{name!r}] = None" for name in line.lacking)
        (site / "sitecustomize.py").write_text(f"import sys\n{gone}\n")
        return {"PATH": path, "PYTHONPATH": str(site)}
    return {"PATH": path}


def _most_workers(process: subprocess.Popen[bytes]) -> int:
    """Count the processes that are forked to read papers, until the command ends; it must say little."""
    most = 0
    while process.poll() is None:
        try:
            below = psutil.Process(process.pid).children(recursive=True)
            most = max(most, sum(1 for one in below if "forkserver" in " ".join(_parent_line(one))))
        except psutil.NoSuchProcess:
            continue
        sleep(0.01)
    return most


def _parent_line(process: psutil.Process) -> list[str]:
    parent = process.parent()
    return parent.cmdline() if parent else []
