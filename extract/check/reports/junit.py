"""The result of a check as JUnit XML: a suite for each paper, a case for each group of fields.

The form is that which Jenkins, GitLab and GitHub actions read (testsuites, testsuite,
testcase, failure, error).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from xml.etree import ElementTree

from extract.check.compare import Judgement
from extract.check.reports.words import fault_line
from extract.check.result import CheckResult
from extract.check.score import PaperCheck, group_of
from extract.schema import Location

Faults = list[tuple[Judgement, Location | None]]


def junit_bytes(result: CheckResult) -> bytes:
    """Write a check as JUnit XML in UTF-8."""
    root = ElementTree.Element("testsuites", name="council-papers")
    for check in result.checks:
        root.append(_suite(check))
    below = ElementTree.SubElement(
        root, "testsuite", name="floors", tests=str(len(list(result.figures.items())))
    )
    found = {name: (floor, figure) for name, floor, figure in result.below}
    for name, _ in result.figures.items():
        case = ElementTree.SubElement(below, "testcase", classname="floors", name=_text(name))
        if name in found:
            floor, figure = found[name]
            ElementTree.SubElement(case, "failure", message=f"{figure} is under the floor {floor}")
    below.set("failures", str(len(found)))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(check: PaperCheck) -> ElementTree.Element:
    faults = faults_by_group(check)
    failed = sum(map(bool, faults.values()))
    suite = ElementTree.Element(
        "testsuite",
        name=_text(check.name),
        tests=str(max(len(faults), 1)),
        failures=str(failed),
        errors=str(int(bool(check.error))),
    )
    if check.error:
        case = ElementTree.SubElement(suite, "testcase", classname=_text(check.name), name="extraction")
        ElementTree.SubElement(case, "error", message=_text(check.error))
    for group, held in faults.items():
        case = ElementTree.SubElement(suite, "testcase", classname=_text(check.name), name=group)
        if held:
            failure = ElementTree.SubElement(case, "failure", message=f"{len(held)} values are not right")
            failure.text = "\n".join(_text(fault_line(one, place)) for one, place in held)
    return suite


def faults_by_group(check: PaperCheck) -> dict[str, Faults]:
    """Return the faults of each group of fields of which anything is expected."""
    groups: dict[str, Faults] = defaultdict(list)
    for one, place in zip(check.judgements, check.places, strict=True):
        held = groups[group_of(one)]
        if one.verdict != "right":
            held.append((one, place))
    return dict(sorted(groups.items()))


def _text(text: str) -> str:
    """Show characters that XML may not hold as `�`."""
    return "".join("�" if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" else c for c in text)
