"""Fuzz the readers for a bounded time: `python -m tests.fuzz --seconds 600`.

Each target runs in a process of its own, so that a crash of native code or a hang is found too.
What fails is kept in `tests/fuzz/found`, which the ordinary tests read.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.child import fuzz
from tests.fuzz.targets import FOUND, TARGETS

# An input that takes longer hangs.
HANGS = 60.0


def main() -> int:
    """Run all targets, or those named, in turn; end with 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0, help="time for all targets together")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this one; may be repeated")
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, until, current, counted = given.child
        fuzz(name, float(until), given.seed, Path(current), Path(counted))
        return 0
    names = given.target or list(TARGETS)
    found = [_run(name, given.seconds / len(names), given.seed) for name in names]
    return 1 if any(found) else 0


def _run(name: str, seconds: float, seed: int) -> int:
    """Run a target, once more after each fault, until its time is up; say what came of it."""
    until = time.time() + seconds
    tries = faults = 0
    with tempfile.TemporaryDirectory() as folder:
        current, counted = Path(folder, "current"), Path(folder, "count")
        while time.time() < until:
            command = [sys.executable, "-m", "tests.fuzz", "--seed", str(seed + 1000 * faults)]
            child = subprocess.Popen(
                [*command, "--child", name, str(until), current, counted], stderr=subprocess.PIPE, text=True
            )
            said = _watched(child, current)
            tries += int(counted.read_text() or 0) if counted.exists() else 0
            if child.returncode:
                faults += 1
                _keep(name, current.read_bytes(), said)
    sys.stdout.write(f"{name}: {tries:,} inputs, {faults} faults\n")
    sys.stdout.flush()
    return faults


def _watched(child: subprocess.Popen[str], current: Path) -> str:
    """Wait for a process and return the last of what it said; end it where one input takes too long."""
    while True:
        try:
            _, said = child.communicate(timeout=HANGS / 4)
            return said
        except subprocess.TimeoutExpired:
            if current.exists() and time.time() - current.stat().st_mtime > HANGS:
                child.kill()
                return f"it took over {HANGS:.0f} seconds"


def _keep(name: str, data: bytes, said: str) -> None:
    """Keep an input that failed, and say where."""
    path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.bin"
    FOUND.mkdir(exist_ok=True)
    path.write_bytes(data)
    sys.stdout.write(f"{path}\n{said.partition('Falsifying example')[0][-4000:]}\n")


if __name__ == "__main__":
    sys.exit(main())
