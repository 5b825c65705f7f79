"""The ledgers of the record over time, row by row: what `history.json` and their CSVs hold.

The descriptions are those of the tables that are published.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, Literal

from pydantic import Field

from extract.matching import Evidence
from extract.schema import DecisionName, Location, PaperKind, Rag, Record, StatusName

AsOfBasis = Literal["given", "meeting_date", "progress_period", "none"]
GapKind = Literal["missing_owner", "missing_date", "past_when_agreed"]


class Quote(Record):
    """Words of a paper and the first place at which they stand."""

    paper_id: str
    source_name: str
    location: Location | None
    text: str


class AsOf(Record):
    """The day that counts as today, and where it comes from."""

    date: Day | None
    basis: AsOfBasis


class ReviewPaper(Record):
    """A paper of a review: the EDTF date at which it speaks, and the paper that it repeats."""

    paper_id: str
    source_name: str
    title: str | None
    kind: PaperKind
    spoken: str | None
    copy_of: str | None


class ReviewRow(Record):
    """One review with its papers, oldest first."""

    review_id: str
    review_key: str | None
    council: str | None
    title: str | None
    papers: list[ReviewPaper]
    recommendations: list[str]


RecommendationId = Annotated[str, Field(description="The recommendation, in recommendations.")]
ActionId = Annotated[
    str, Field(description="The action over all papers: recommendation_id, then its place in them.")
]
OfActionOrWhole = Annotated[
    str | None, Field(description="The action over all papers; empty for the recommendation as a whole.")
]
ReviewKey = Annotated[str | None, Field(description="Key of the review.")]
Council = Annotated[str | None, Field(description="Council, where any paper of the review names it.")]
Reference = Annotated[str | None, Field(description="Reference of the recommendation as first printed.")]
Proof = Annotated[
    list[Quote], Field(description="Words that show it, with their places, as a JSON array of quotes.")
]


class RecommendationRow(Record):
    """One recommendation after linking."""

    recommendation_id: Annotated[
        str, Field(description="Its id in the oldest paper; where another has that, paper_id and reference.")
    ]
    review_key: ReviewKey
    ref: Annotated[str | None, Field(description="Reference as first printed.")]
    text: Annotated[str, Field(description="Text as first printed.")]
    decision: Annotated[DecisionName | None, Field(description="The newest decision on it.")]
    papers: Annotated[list[str], Field(description="Ids of the papers that print it, copies last.")]
    actions: Annotated[list[str], Field(description="Ids of its actions in those papers.")]
    first_period: Annotated[str | None, Field(description="Period of its first dated round, EDTF.")]
    latest_period: Annotated[str | None, Field(description="Period of its newest dated round, EDTF.")]
    latest_grade: Annotated[str | None, Field(description="Grade of that round, as printed.")]
    latest_status: Annotated[
        StatusName | None,
        Field(description="Status of that round; without dated rounds the newest that a paper gives."),
    ]


class LinkRow(Record):
    """A recommendation or an action in one paper, and what links it to the paper before."""

    recommendation_id: RecommendationId
    action_id: OfActionOrWhole
    paper_id: Annotated[str, Field(description="A paper that prints it.")]
    printed_id: Annotated[str, Field(description="Its id in that paper: recommendation_id or action_id.")]
    earlier_paper_id: Annotated[
        str | None, Field(description="The paper before that prints it; empty in the oldest.")
    ]
    similarity: Annotated[float | None, Field(description="How alike the words are, of 100.")]
    evidence: Annotated[Evidence | None, Field(description="What tells that it is the same.")]


class SlippageRow(Record):
    """One action with every due date that was ever given for it."""

    recommendation_id: RecommendationId
    action_id: ActionId
    review_key: ReviewKey
    council: Council
    recommendation_ref: Reference
    action: Annotated[str, Field(description="Text of the action in the newest paper that prints one.")]
    officers: Annotated[list[str], Field(description="Its officers in the newest paper, by name or post.")]
    original_raw: Annotated[str, Field(description="The first due date as printed.")]
    original_due: Annotated[str | None, Field(description="The same, EDTF.")]
    original_latest: Annotated[Day | None, Field(description="Its last day.")]
    current_raw: Annotated[str, Field(description="The due date that stands, as printed.")]
    current_due: Annotated[str | None, Field(description="The same, EDTF.")]
    current_latest: Annotated[Day | None, Field(description="Its last day.")]
    revisions: Annotated[int, Field(description="How often the date was changed.")]
    days_slipped: Annotated[
        int | None,
        Field(description="Days from the first to the standing date; negative if brought forward."),
    ]
    status: Annotated[StatusName | None, Field(description="The newest status that a paper gives.")]
    overdue: Annotated[
        bool | None,
        Field(
            description="Whether the standing date is past and the action not done; empty without a today."
        ),
    ]
    days_overdue: Annotated[
        int | None, Field(description="Days past the standing date, 0 before it; empty where it is done.")
    ]
    days_overdue_original: Annotated[
        int | None, Field(description="Days past the first date, whatever date stands now.")
    ]
    dates: Annotated[list[str], Field(description="Every due date in the order given, EDTF.")]
    papers: Annotated[list[str], Field(description="Ids of the papers that gave them.")]
    evidence: Proof


class RecycledRow(Record):
    """An update that repeats the one of the round before."""

    recommendation_id: RecommendationId
    action_id: OfActionOrWhole
    review_key: ReviewKey
    recommendation_ref: Reference
    paper_id: Annotated[str, Field(description="The paper of the update.")]
    period: Annotated[str | None, Field(description="Period of the update, else date of its paper, EDTF.")]
    earlier_paper_id: Annotated[str, Field(description="The paper of the round before.")]
    earlier_period: Annotated[str | None, Field(description="Period of the round before, EDTF.")]
    share_repeated: Annotated[float, Field(description="Share of its words in runs of the round before.")]
    removed: Annotated[list[str], Field(description="Words that went.")]
    added: Annotated[list[str], Field(description="Words that came.")]
    text: Annotated[str, Field(description="The update.")]
    evidence: Proof


class SilenceRow(Record):
    """A recommendation that no later paper of its review prints."""

    recommendation_id: RecommendationId
    review_key: ReviewKey
    council: Council
    recommendation_ref: Reference
    recommendation: Annotated[str, Field(description="Text of the recommendation.")]
    last_paper_id: Annotated[str, Field(description="The last paper that prints it.")]
    last_date: Annotated[str | None, Field(description="Date at which that paper speaks, EDTF.")]
    last_status: Annotated[StatusName | None, Field(description="The newest status that a paper gives.")]
    later_papers: Annotated[list[str], Field(description="Ids of the later papers of the review.")]
    days_silent: Annotated[int | None, Field(description="Days from that paper to today.")]
    evidence: Proof


class TargetRow(Record):
    """A number that was promised beside a sentence of later evidence that holds numbers; not judged."""

    recommendation_id: RecommendationId
    action_id: ActionId
    review_key: ReviewKey
    recommendation_ref: Reference
    target: Annotated[str, Field(description="The target as printed.")]
    quantity: Annotated[float | None, Field(description="The number in it.")]
    comparator: Annotated[str | None, Field(description="Comparator of the target, such as >=.")]
    unit: Annotated[str | None, Field(description="Unit of the target, such as %.")]
    due: Annotated[str | None, Field(description="By when, EDTF.")]
    due_latest: Annotated[Day | None, Field(description="The last day of that.")]
    period: Annotated[
        str | None, Field(description="Period of the evidence, EDTF; empty where there is none.")
    ]
    numbers: Annotated[list[str], Field(description="Numbers in the sentence, as printed.")]
    quote: Annotated[str, Field(description="The sentence of the evidence.")]
    evidence: Proof


class GapRow(Record):
    """What an action lacks in every paper that prints it, or what was late when it was agreed."""

    recommendation_id: RecommendationId
    action_id: ActionId
    review_key: ReviewKey
    recommendation_ref: Reference
    gap: Annotated[GapKind, Field(description="What is missing or wrong.")]
    message: Annotated[str, Field(description="The same in words.")]
    paper_id: Annotated[str, Field(description="The oldest paper that prints the action.")]
    evidence: Proof


class StatusRow(Record):
    """What one round says of a recommendation or an action."""

    recommendation_id: RecommendationId
    action_id: OfActionOrWhole
    review_key: ReviewKey
    recommendation_ref: Reference
    paper_id: Annotated[str, Field(description="The paper that says it.")]
    period: Annotated[str | None, Field(description="Period of the round, else date of its paper, EDTF.")]
    period_label: Annotated[str | None, Field(description="The period as printed.")]
    grade: Annotated[str | None, Field(description="Grade on the paper's own scale.")]
    status: Annotated[StatusName | None, Field(description="Status.")]
    rag: Annotated[Rag | None, Field(description="Colour as printed.")]
    evidence: Proof


class History(Record):
    """The record over time: `history.json`."""

    as_of: AsOf
    reviews: list[ReviewRow] = Field(default_factory=list)
    recommendations: list[RecommendationRow] = Field(default_factory=list)
    links: list[LinkRow] = Field(default_factory=list)
    slippage: list[SlippageRow] = Field(default_factory=list)
    recycled: list[RecycledRow] = Field(default_factory=list)
    silence: list[SilenceRow] = Field(default_factory=list)
    targets: list[TargetRow] = Field(default_factory=list)
    gaps: list[GapRow] = Field(default_factory=list)
    statuses: list[StatusRow] = Field(default_factory=list)
