"""`council-papers check`: prints what a check came to, writes its reports, renews what is named."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.check.errors import NotAmongPapers
from extract.check.expected import renewed
from extract.check.floors import FLOORS, floors_bytes, pinned, read_floors
from extract.check.reports.as_json import result_json
from extract.check.reports.junit import junit_bytes
from extract.check.reports.markdown import markdown
from extract.check.result import CheckResult
from extract.check.run import Checked, check_folder
from extract.writers.json_records import document_bytes
from extract.writers.store import Folder

Show = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a check is to do beside checking.

    Attributes:
        expected: the folder of expected records, with their floors; by default `expected` among the papers,
            whose floors stand beside it.
        json, junit, markdown: files to write the result to.
        accept: names of papers whose expected records are renewed.
        pin: whether the figures of this run become the floors.
        reason: why a floor may fall.
    """

    expected: Path | None = None
    json: Path | None = None
    junit: Path | None = None
    markdown: Path | None = None
    accept: Sequence[str] = ()
    pin: bool = False
    reason: str | None = None


def check(samples: Path, options: CheckOptions, show: Show) -> CheckResult:
    """Check the papers of a folder, show what is renewed, write the reports.

    Raises:
        BrokenExpectation: an expected record or the floors cannot be read.
        NotAmongPapers: a paper to accept is not in the folder.
        LoweredFloor: a floor would fall without a reason.
        UnwritableOutput: a file cannot be written.
    """
    pins = (options.expected or samples) / FLOORS
    floors = read_floors(pins)
    checked = list(check_folder(samples, options.expected))
    if options.accept:
        _accept(checked, options.accept, show)
        checked = list(check_folder(samples, options.expected))
    result = CheckResult(tuple(one.check for one in checked), floors)
    if options.pin:
        floors = pinned(floors, result.figures, options.reason)
        _write(pins, floors_bytes(floors))
        result = CheckResult(result.checks, floors)
    for path, data in _reports(result, options):
        _write(path, data)
    return result


def _write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all, and the folder that it stands in."""
    folder = Folder(path.parent)
    folder.make("")
    folder.write(path.name, data)


def _reports(result: CheckResult, options: CheckOptions) -> Iterator[tuple[Path, bytes]]:
    if options.json:
        yield options.json, document_bytes(result_json(result))
    if options.junit:
        yield options.junit, junit_bytes(result)
    if options.markdown:
        yield options.markdown, markdown(result).encode("utf-8")


def _accept(checked: Iterable[Checked], names: Sequence[str], show: Show) -> None:
    """Renew the expected records of the papers that are named, each after its difference was shown."""
    by_name = {one.check.name: one for one in checked}
    strangers = [name for name in names if name not in by_name]
    if strangers:
        raise NotAmongPapers(f"there is no paper {strangers[0]}")
    for name in names:
        one = by_name[name]
        if one.found == []:
            raise NotAmongPapers(f"{name} gives no record: {one.check.error}")
        new = one.found if one.expected is None else renewed(one.expected, one.found)
        for line in _difference(one.expected, new, name):
            show(line)
        _write(one.expected_file, document_bytes(new))


def _difference(old: object, new: object, name: str) -> Iterator[str]:
    before, after = ([] if one is None else _lines(one) for one in (old, new))
    yield from difflib.unified_diff(before, after, f"{name}: expected", f"{name}: accepted", lineterm="")


def _lines(record: object) -> list[str]:
    return json.dumps(record, ensure_ascii=False, indent=2).splitlines()
