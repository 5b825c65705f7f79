"""A pytest plugin: `pytest --council-papers samples/` gives one test for each paper and group of fields.

pytest finds it by its entry point wherever council-papers is installed, so a
council's own repository can hold its papers to their expected records.  What it
needs is imported only where the option is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from extract.check.score import PaperCheck
    from extract.inputs import Input

_OPTION = "--council-papers"


class NotAsExpected(Exception):
    """Values of a paper are not what its expected record says; one line for each."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("council-papers").addoption(
        _OPTION,
        metavar="FOLDER",
        action="append",
        default=[],
        help="check the papers of this folder against the records in its folder `expected`",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the tests of each folder, before pytest selects among all tests."""
    for folder in config.getoption(_OPTION):
        items.extend(_tests(session, Path(folder)))


def _tests(session: pytest.Session, folder: Path) -> Iterator[pytest.Item]:
    from extract.check.expected import EXPECTED, expected_path, read_expected
    from extract.check.run import papers_in
    from extract.check.score import GROUPS

    for given in papers_in(folder, folder / EXPECTED):
        expected = read_expected(expected_path(given.name, folder / EXPECTED))
        for group in GROUPS:
            if expected is None or group in _groups(expected):
                yield PaperTest.from_parent(
                    session,
                    name=group,
                    nodeid=f"{(folder / given.name).as_posix()}::{group}",
                    given=given,
                    expected=folder / EXPECTED,
                )
            if expected is None:
                break


def _groups(expected: Any) -> set[str]:
    """Return the groups of fields of which a record says what is expected."""
    from extract.check.compare import compare
    from extract.check.score import group_of

    return {group_of(one) for one in compare(expected, expected)}


class PaperTest(pytest.Item):
    """One group of fields of one paper."""

    def __init__(self, *, given: Input, expected: Path, **kwargs: Any) -> None:
        """See the class; `expected` is the folder of expected records, `name` the group."""
        super().__init__(**kwargs)
        self._given, self._expected = given, expected

    def runtest(self) -> None:
        """Check the paper, once for all its groups.

        Raises:
            NotAsExpected: a value of the group is not right, or the paper cannot be checked.
        """
        from extract.check.reports.words import fault_line
        from extract.check.score import group_of

        check = _check(self._given, self._expected)
        lines = [fault_line(one, at) for one, at in check.faults if group_of(one) == self.name]
        if check.error or lines:
            raise NotAsExpected(check.error or "\n".join(lines))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what is not right, without the program's own lines."""
        if isinstance(excinfo.value, NotAsExpected):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test by its paper and group."""
        return Path(str(self._given.path)), None, self.name


@cache
def _check(given: Input, expected: Path) -> PaperCheck:
    """Check a paper once for all its groups."""
    from extract.check.run import check_paper

    return check_paper(given, expected).check
