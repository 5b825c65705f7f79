"""What was made of a paper: recommendations with their values, findings, the word ledger."""

from __future__ import annotations

from collections.abc import Sequence

from extract.explain.page import Page, counted, quoted, where
from extract.schema import Accounting, Action, DateRef, Finding, Officer, Progress, Recommendation, Target


def show_recommendations(recommendations: Sequence[Recommendation], page: Page) -> None:
    """Show each recommendation with its answer, its actions and its progress."""
    for recommendation in recommendations:
        page.heading(f"Recommendation {recommendation.ref or '(no reference)'}")
        page.line(quoted(recommendation.text) if recommendation.text else "no text of its own")
        if recommendation.theme:
            page.line(f"theme: {quoted(recommendation.theme)}")
        if recommendation.sub_items:
            page.line(f"parts: {', '.join(item.ref for item in recommendation.sub_items)}")
        if recommendation.decision:
            decision = recommendation.decision
            page.line(f"decision: {quoted(decision.raw)} -> {decision.status or 'no decision word'}")
        for action in recommendation.actions:
            _show_action(action, page)
        _show_rounds(recommendation.progress, page)


def _show_action(action: Action, page: Page) -> None:
    """Show an action: each value with the words it was read from."""
    name = f"action {action.ref}" if action.ref else "action"
    page.line(f"{name}: {quoted(action.text) if action.text else 'no text of its own'}")
    for officer in action.officers:
        page.line(f"officer {quoted(officer.raw)} -> {_officer(officer)}", indent=1)
    for due in action.due:
        page.line(f"date {quoted(due.raw)} -> {_date(due)}", indent=1)
    if action.status:
        page.line(f"status {quoted(action.status.raw)} -> {action.status.status}", indent=1)
    if action.rag:
        page.line(f"colour {action.rag}", indent=1)
    for extra in action.extra:
        page.line(f"extra {quoted(extra.label)}: {quoted(extra.value)}", indent=1)
    _show_rounds(action.progress, page)


def _officer(officer: Officer) -> str:
    """Describe an officer: kind, name, role, organisation and what they are to the action."""
    who = ", ".join(filter(None, (officer.name, officer.role, officer.organisation)))
    return f"{officer.kind}: {who or 'no name'} ({officer.relation})"


def _date(due: DateRef) -> str:
    """Describe a date: EDTF, role, basis, and what it recurs by or asks for."""
    notes = [
        f"lasting {due.duration}" if due.duration else "",
        f"every {due.recurrence.removeprefix('R/')}" if due.recurrence else "",
        f"target {_target(due.target)}" if due.target else "",
    ]
    told = "".join(f", {note}" for note in notes if note)
    return f"{due.edtf or 'no date'}, {due.role}{told} (read in: {due.basis})"


def _target(target: Target) -> str:
    """Describe a target by its words and the number in it."""
    if target.quantity is None:
        return quoted(target.text)
    return f"{quoted(target.text)} = {target.comparator or ''}{target.quantity:g}{target.unit or ''}"


def _show_rounds(rounds: Sequence[Progress], page: Page) -> None:
    """Show rounds of progress with their grades."""
    for one in rounds:
        label = f"{quoted(one.period_label)} -> {one.period or 'no date'}" if one.period_label else "undated"
        page.line(f"progress {label}: {quoted(one.evidence) if one.evidence else 'no evidence'}")
        if one.grade_raw or one.grade or one.status:
            raw = quoted(one.grade_raw) if one.grade_raw else "its words"
            page.line(f"grade {raw} -> {one.grade or 'no grade'}, {one.status or 'no status'}", indent=1)
        if one.rag:
            page.line(f"colour {one.rag}", indent=1)


def show_findings(findings: Sequence[Finding], page: Page) -> None:
    """Show the findings in their order, each with its place."""
    page.heading(f"Findings: {len(findings) or 'none'}")
    for finding in findings:
        at = where(finding.location)
        ref = f" {finding.recommendation_ref}:" if finding.recommendation_ref else ""
        page.line(f"{finding.severity} {finding.code}:{ref} {finding.message}{f' ({at})' if at else ''}")


def show_ledger(accounting: Accounting, page: Page) -> None:
    """Show that every word is accounted for, and the words that reached no field."""
    unplaced = accounting.words - accounting.placed - accounting.furniture
    page.heading("Word ledger")
    page.line(
        f"{counted(accounting.words, 'word')} = {accounting.placed} placed + "
        f"{accounting.furniture} furniture + {unplaced} unplaced"
    )
    for one in accounting.unplaced:
        at = where(one.location)
        page.line(f"unplaced: {quoted(one.text)}{f' ({at})' if at else ''}", indent=1)
