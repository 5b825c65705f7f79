"""The distribution: what the wheel holds, that it works on its own, and that its names are its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.places import ROOT

PACKAGES = ("extract", "normalise", "parsers")


def python(*arguments: str | Path, path: Path | None = None, cwd: Path = ROOT) -> str:
    """Run this Python and return what it prints."""
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a release would."""
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_packages_whole_and_nothing_else(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".toml", ".typed", ".html", ".css", ".js"}
    }
    assert held == wanted
    assert {f"{package}/py.typed" for package in PACKAGES} <= held
    assert any(name.startswith("normalise/lexicon/") for name in held)


def test_the_wheel_carries_the_licence_and_may_not_be_uploaded(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        info = next(name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name)
        assert b"MIT License" in archive.read(f"{info}/licenses/LICENSE")
        assert b"Classifier: Private :: Do Not Upload" in archive.read(f"{info}/METADATA")


def test_the_wheel_works_away_from_the_source(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    python("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel)
    code = "import extract, normalise, parsers; print(extract.__file__, normalise.__file__, parsers.__file__)"
    for place in python("-P", "-c", code, path=site, cwd=tmp_path).split():
        assert Path(place).is_relative_to(site)
    assert "extract samples" in python(site / "bin" / "council-papers", "--help", path=site, cwd=tmp_path)


def test_no_other_distribution_claims_our_names() -> None:
    claims = packages_distributions()
    for package in PACKAGES:
        assert set(claims.get(package, [])) <= {"council-papers"}


def test_the_command_is_an_entry_point() -> None:
    found = {(one.group, one.name): one for one in distribution("council-papers").entry_points}
    assert found.keys() == {("console_scripts", "council-papers"), ("pytest11", "council-papers")}
    assert callable(found["console_scripts", "council-papers"].load())


def test_the_constraints_pin_everything_that_is_asked_for() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    pinned = {re.sub(r"[._-]+", "-", pin.partition("==")[0]).lower() for pin in pins}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {re.split(r"[\[<>=]", requirement)[0].lower() for requirement in asked} <= pinned


def test_the_tests_ask_for_all_that_scanned_pages_need() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(extras["optional-dependencies"]["ocr"]) <= set(extras["optional-dependencies"]["dev"])


@pytest.mark.parametrize("job", ["", "sample"])
def test_the_set_up_script_names_its_jobs(job: str) -> None:
    done = subprocess.run(["/bin/sh", ROOT / "run", job], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"./run samples or ./run tests" in done.stderr


def bare_machine(folder: Path, user: str) -> dict[str, str]:
    """Make a machine of a few programs; its `apt-get` only says what it was asked for."""
    for name in ("dirname", "grep"):
        program = shutil.which(name)
        assert program
        (folder / name).symlink_to(program)
    for name, line in {"id": f"echo {user}", "apt-get": 'echo "apt-get $*" >&2'}.items():
        (folder / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


@pytest.mark.parametrize("user", ["0", "1000"])
def test_the_set_up_script_names_what_the_tests_print_with(tmp_path: Path, user: str) -> None:
    environment = bare_machine(tmp_path, user)
    done = subprocess.run(
        ["/bin/sh", ROOT / "run", "tests"], env=environment, capture_output=True, check=False
    )
    said = done.stderr.decode()
    assert done.returncode == 1
    assert (
        "libreoffice-writer libreoffice-calc postgresql chromium fonts-crosextra-carlito fonts-liberation"
        in said
    )
    assert ("apt-get install -y -qq --no-install-recommends" in said) is (user == "0")
