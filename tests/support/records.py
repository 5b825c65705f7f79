"""Records made by hand, for what is done with records whatever they were read from."""

from __future__ import annotations

from datetime import date

from extract.schema import (
    Accounting,
    Action,
    DateRef,
    DateRole,
    Decision,
    Finding,
    Location,
    Officer,
    Paper,
    Progress,
    Recommendation,
    Relation,
    Review,
    Source,
    Status,
    Target,
    UnplacedText,
)

SHA256 = "0123456789abcdef" * 4


def officer(name: str | None, role: str | None = None, relation: Relation = "responsible") -> Officer:
    """Make a person, or a post where there is no name."""
    raw = " ".join(part for part in (name, role) if part)
    kind = "person" if name else "post"
    return Officer(raw=raw, name=name, role=role, organisation=None, kind=kind, relation=relation)


def month(edtf: str, role: DateRole = "deadline", target: Target | None = None) -> DateRef:
    """Make a date of one month of 31 days."""
    year, number = (int(part) for part in edtf.split("-"))
    return DateRef(
        raw=edtf,
        edtf=edtf,
        earliest=date(year, number, 1),
        latest=date(year, number, 31),
        precision="month",
        role=role,
        basis="due_column",
        target=target,
        provenance=[Location(line=4, table=1, row=2, column=5)],
    )


def words(raw: str, role: DateRole) -> DateRef:
    """Make a date column's words that name no day."""
    return DateRef(
        raw=raw, edtf=None, earliest=None, latest=None, precision="none", role=role, basis="due_column"
    )


def round_of(period: str | None, grade: str | None = None, **fields: object) -> Progress:
    """Make a round of progress."""
    return Progress.model_validate({"period": period, "period_label": period, "grade": grade, **fields})


def paper(*recommendations: Recommendation, **fields: object) -> Paper:
    """Make a paper of an action plan; fields replace those of the made one."""
    made: dict[str, object] = {
        "paper_id": "street-lighting-01234567",
        "source": Source(name="street lighting.txt", media_type="text/plain", sha256=SHA256, size_bytes=99),
        "kind": "action_plan",
        "title": "Action Plan: Street Lighting",
        "review": Review(title="Street Lighting", key="street-lighting"),
        "recommendations": list(recommendations),
        "accounting": Accounting(words=10, placed=9, furniture=1),
    }
    return Paper.model_validate(made | fields)


def street_lighting() -> Paper:
    """Make a paper that uses every table and most fields."""
    survey = Action(
        action_id="street-lighting/1/a1",
        ref="1.1",
        text="- Survey all columns\nand publish; the map",
        officers=[
            officer("Ada Pike", "Engineer; Highways"),
            officer(None, "Head of Assets"),
            officer("Cllr Moss", relation="portfolio_holder"),
        ],
        due=[
            month("2024-05", "milestone", Target(text="half", quantity=50, comparator=">=", unit="%")),
            month("2024-07"),
            words("ongoing", "ongoing"),
        ],
        success_measures="=100% surveyed",
        status=Status(status="on_track", raw="On track"),
        rag="green",
        progress=[
            round_of("2024-01", "3", status="delayed", evidence="Begun."),
            round_of("2024-06", "2", status="on_track", evidence='Half are "done".', rag="green"),
            round_of(None, evidence="No date."),
        ],
        provenance={"text": [Location(page=3, row=2), Location(page=5, row=1)]},
    )
    fund = Action(action_id="street-lighting/2/a1", text="Find the money")
    return paper(
        Recommendation(
            recommendation_id="street-lighting/1", ref="1", text="Light the paths.", actions=[survey]
        ),
        Recommendation(
            recommendation_id="street-lighting/2",
            ref=None,
            text="Pay, for it.",
            actions=[fund],
            progress=[round_of("2024-06", "1", status="completed", evidence="Paid.")],
        ),
        Recommendation(
            recommendation_id="street-lighting/3",
            ref="3",
            text="Write to the minister.",
            decision=Decision(status="rejected", raw="Rejected"),
        ),
        council="Anytown Council",
        meeting_date="2024-06-12",
        accounting=Accounting(
            words=10,
            placed=8,
            furniture=1,
            unplaced=[UnplacedText(text="(draft)", location=Location(line=9))],
        ),
        findings=[
            Finding(
                code="unplaced-text",
                severity="warning",
                message="1 word reached no field",
                location=Location(line=9),
            ),
            Finding(code="missing-due", severity="info", message="no date", recommendation_ref="3"),
        ],
    )
