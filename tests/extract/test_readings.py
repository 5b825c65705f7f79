"""Statuses, colours, updates and decisions in their tables: the cases of `cases/readings.toml`."""

from __future__ import annotations

from typing import Any

import pytest

from extract.schema import Paper
from tests.support.reading import paper, toml_cases

CASES: dict[str, Any] = toml_cases("readings.toml")


def _printed(case: dict[str, Any]) -> str:
    """Print the paper of a case."""
    if "paper" in case:
        return str(case["paper"])
    header, *rows = CASES["table"][case["kind"]]
    lines = [header, "|".join("---" for _ in header.split("|")), *rows]
    cell = case["input"].replace("\n", "<br>")
    table = "\n".join(f"| {line.replace('{cell}', cell)} |" for line in lines)
    title = "Anytown Council\n\nProgress on the Review of Community Halls"
    return f"{title}\n\n{case.get('before', '')}\n\n{table}\n\n{case.get('after', '')}\n"


def _told(made: Paper) -> dict[str, Any]:
    """Return what the record says of the facts that cases name."""
    first = made.recommendations[0]
    action = first.actions[0] if first.actions else None
    rounds = [*first.progress, *(one for action in first.actions for one in action.progress)]
    told = {
        "status": action and action.status and action.status.status,
        "rag": action and action.rag,
        "decision": first.decision and first.decision.status,
        "reason": first.decision and first.decision.reason,
        "rounds": [[one.period or "", one.evidence] for one in rounds],
        "round_status": rounds[-1].status if rounds else None,
        "statuses": [
            (one.status.status if one.status else "null")
            for recommendation in made.recommendations
            for one in recommendation.actions
        ],
        "decisions": [(one.decision and one.decision.status) or "null" for one in made.recommendations],
    }
    return {name: "null" if value is None else value for name, value in told.items()}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case.get("name") or case["input"][:50])
def test_a_cell_in_its_table_is_read(case: dict[str, Any]) -> None:
    made = paper(_printed(case))
    told = _told(made)
    wanted = {name: value for name, value in case.items() if name in told}
    assert wanted == {name: told[name] for name in wanted}
    assert case.get("finding") in {None, *(finding.code for finding in made.findings)}
