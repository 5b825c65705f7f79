"""Split rows rejoined, lost spans given back, section bands told from rows (contract, Rows)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from normalise.cells import RawRow
from normalise.columns import DATE_ROLES, OFFICER_ROLES, STATUS_ROLES, TEXT_ROLES, Column, Role
from normalise.cut_references import CutReferences
from normalise.kinds import is_resolved
from normalise.logical_rows import LogicalRow, RowKind
from normalise.lost_spans import share_lost_spans
from normalise.row_forms import MAX_BAND_WORDS, further_action, numbered_band
from normalise.shades import joined_shades
from normalise.text import fold, is_finished, join_parts
from normalise.unfinished import is_new_officer, is_unfinished, officer_separator
from normalise.values import dates, officers
from normalise.values.decisions import read_answer
from normalise.values.references import follows, heads_list, is_reference, leading_reference
from parsers.model import Text

# A theme, a date and an owner: what a page end cuts off has not all of them again.
WHOLE_FACTS = 3
_FACTS = {Role.THEME, Role.DECISION, Role.DECISION_DATE} | DATE_ROLES | OFFICER_ROLES | STATUS_ROLES


class Stitcher:
    """Makes logical rows of printed ones, in reading order.

    Args:
        columns: the columns of the table.
        vocabulary: folded words of the paper, for words cut in two.
    """

    def __init__(self, columns: Sequence[Column], vocabulary: Set[str]) -> None:
        """See the class."""
        self._columns = columns
        self._vocabulary = vocabulary
        self._rows: list[LogicalRow] = []

    def stitch(self, rows: Sequence[RawRow]) -> tuple[LogicalRow, ...]:
        """Return the logical rows of printed rows."""
        self._rows = []
        self._with_refs = self._carries_references(rows)
        ref = self._column(Role.REF)
        self._cut_refs = CutReferences(
            str(row.cells[ref]) for row in rows if ref is not None and row.cells[ref]
        )
        for row in rows:
            if row.filled():
                self._take(row)
        return tuple(share_lost_spans(self._rows, self._columns, self._vocabulary))

    def _carries_references(self, rows: Sequence[RawRow]) -> bool:
        """Tell whether rows carry references: half of those with a recommendation do, else the first."""
        told = [row for row in rows if len(row.filled()) > 1 and not row.whole]
        subject = self._column(Role.RECOMMENDATION)
        if subject is None:
            return bool(told) and any(self._has_reference(row) for row in told[:2])
        opening = [row for row in told if row.cells[subject] or self._has_reference(row)]
        return 2 * sum(self._has_reference(row) for row in opening) >= len(opening) > 0

    def _has_reference(self, row: RawRow) -> bool:
        """Tell whether a row has its own reference, in its column or heading its first text."""
        ref = self._column(Role.REF)
        if ref is not None:
            return bool(row.cells[ref]) and ref not in row.spanned
        first = min(self._columns_of({Role.RECOMMENDATION, Role.ACTION}), default=None)
        if first is None or first in row.spanned or leading_reference(str(row.cells[first])) is None:
            return False
        return self._columns[first].role is Role.RECOMMENDATION or not heads_list(str(row.cells[first]))

    def _column(self, role: Role) -> int | None:
        return next((at for at, column in enumerate(self._columns) if column.role is role), None)

    def _columns_of(self, roles: Iterable[Role]) -> list[int]:
        wanted = set(roles)
        return [at for at, column in enumerate(self._columns) if column.role in wanted]

    def _take(self, row: RawRow) -> None:
        above = self._rows[-1] if self._rows and self._rows[-1].kind is not RowKind.BAND else None
        row = numbered_band(row, self._columns)
        if not (row.cut and above) and self._is_band(row, above):
            if not self._goes_on_with_band(row):
                self._rows.append(LogicalRow(RowKind.BAND, row.cells, (row,)))
            return
        if further := further_action(row, self._rows, self._columns):
            self._rows.append(further)
            return
        why = self._continues(row, above) if above else None
        if above:
            row = _whole_spans(row, above)
        if above and why:
            self._rows[-1] = self._joined(above, row, why)
            self._share_upwards(row)
        elif above and self._is_action(row):
            self._rows.append(LogicalRow(RowKind.ACTION, row.cells, (row,), shades=row.shades))
        else:
            merged = self._shared(row)
            self._rows.append(LogicalRow(RowKind.RECORD, row.cells, (row,), merged=merged, shades=row.shades))

    def _share_upwards(self, part: RawRow) -> None:
        """Give the rest of a shared cell, which a page end cut, to all rows that share it."""
        for column in part.filled():
            whole = self._rows[-1].cells[column]
            for at in range(len(self._rows) - 1, 0, -1):
                if column not in self._rows[at].merged:
                    break
                cells = list(self._rows[at - 1].cells)
                cells[column] = whole
                self._rows[at - 1] = replace(self._rows[at - 1], cells=tuple(cells))

    def _shared(self, row: RawRow) -> frozenset[int]:
        """Return the columns of facts that a row shares with the record above it by a stated span."""
        keys = {Role.REF, Role.RECOMMENDATION, Role.THEME}
        return frozenset(at for at in row.spanned if row.cells[at] and self._columns[at].role not in keys)

    # Bands

    def _is_band(self, row: RawRow, above: LogicalRow | None) -> bool:
        filled = row.filled()
        if row.whole:
            return True
        if self._coloured(row):
            return False
        if len({fold(str(row.cells[at])) for at in filled}) > 1 or (
            len(filled) > 1 and len(filled) < len(self._columns)
        ):
            return False
        at = filled[0]
        text = str(row.cells[at])
        if len(filled) > 1:
            return len(self._columns) > 2
        if len(self._columns) < 3 or (
            above and self._may_continue(row, above) and self._goes_on(row, above, at)
        ):
            return False
        return self._looks_like_band(text, at, above)

    def _coloured(self, row: RawRow) -> bool:
        """Tell whether a row has a shade under a label of statuses or colours."""
        return any(self._columns[at].role in STATUS_ROLES and shade for at, shade in enumerate(row.shades))

    def _goes_on_with_band(self, row: RawRow) -> bool:
        """Join a band that a page end cut: its second part begins a page and in lower case."""
        above = self._rows[-1] if self._rows and self._rows[-1].kind is RowKind.BAND else None
        at = row.filled()[0]
        if above is None or not row.page_head or not (above.cells[at] and str(row.cells[at])[0].islower()):
            return False
        cells = list(above.cells)
        cells[at] = join_parts(above.cells[at], row.cells[at], self._vocabulary, " ").text
        self._rows[-1] = replace(above, cells=tuple(cells), parts=(*above.parts, row))
        return True

    def _looks_like_band(self, text: str, at: int, above: LogicalRow | None) -> bool:
        """Tell a heading that fills one cell from a lone part of a row."""
        role = self._columns[at].role
        if role is Role.DECISION and read_answer(text):
            return False
        if role in DATE_ROLES | OFFICER_ROLES | STATUS_ROLES:
            return at == 0 and (not above or text.isupper()) and not dates.looks_like_date_cell(text)
        if role is Role.REF and is_reference(text) and len(text.split()) == 1:
            return False
        if len(text.split()) > MAX_BAND_WORDS or (is_finished(text) and role is not Role.REF):
            return role is Role.REF
        first_text = min(self._columns_of(TEXT_ROLES), default=0)
        return at in {0, first_text} or role is Role.THEME or above is None or text.isupper()

    # Continuations

    def _continues(self, row: RawRow, above: LogicalRow) -> str | None:
        """Say why a row continues the one above; None where it does not."""
        if not self._may_continue(row, above):
            return None
        if self._stated_span(row) or (not row.cut and self._opens_record(row, above)):
            return None
        return self._reason(row, above)

    def _may_continue(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell whether a row can be a part of the one above: it has no reference, else begins a page."""
        if self._with_refs:
            return not self._has_reference(row) or self._has_rest_of_reference(row, above)
        return row.page_head or self._is_wrapped(row, above)

    def _has_rest_of_reference(self, row: RawRow, above: LogicalRow) -> bool:
        ref = self._column(Role.REF)
        if ref is None or not row.page_head or not (row.cells[ref] and above.cells[ref]):
            return False
        return self._cut_refs.are_parts(str(above.cells[ref]), str(row.cells[ref]))

    def _is_wrapped(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell the second line of cells, which a text form printed as a row, from a record.

        It goes on in mid-sentence in each cell that it fills, in lower case where the
        cell above is not, and leaves blank what is filled above.
        """
        filled = row.filled()
        goes_on = all(self._goes_on(row, above, at) for at in filled)
        texts = all(self._columns[at].role in TEXT_ROLES for at in filled)
        lower = any(str(row.cells[at])[:1].islower() and str(above.cells[at])[:1].isupper() for at in filled)
        return texts and goes_on and lower and len(filled) < sum(map(bool, above.cells))

    def _stated_span(self, row: RawRow) -> bool:
        keys = self._columns_of({Role.REF, Role.RECOMMENDATION})
        return any(at in row.spanned for at in keys) and self._has_action(row)

    def _opens_record(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell a record that begins a page without a reference: it does not go on with the one above.

        That ended its recommendation, and this row fills each column of facts that it filled, or
        says anew what the council should do, with facts of its own. Where it fills three such
        columns and begins with a capital, a semicolon above is an end too.
        """
        rec = self._column(Role.RECOMMENDATION)
        if self._with_refs or rec is None or not (row.cells[rec] and above.cells[rec]):
            return False
        keys = self._columns_of(_FACTS)
        filled = [at for at in keys if above.cells[at]]
        ended = not self._goes_on(row, above, rec)
        owned = any(row.cells[at] for at in (*keys, *self._columns_of({Role.PROGRESS})))
        anew = is_resolved(str(row.cells[rec])) and owned
        whole = all(row.cells[at] for at in filled)
        if whole and len(filled) >= WHOLE_FACTS and str(row.cells[rec])[:1].isupper():
            return True
        return ended and (anew or (len(filled) > 1 and whole))

    def _reason(self, row: RawRow, above: LogicalRow) -> str | None:
        if row.cut and not self._owned(row, above):
            return "no rule closes either where the pages meet"
        if self._with_refs and self._has_rest_of_reference(row, above):
            return "its reference goes on with the one above, which is none of the others' form"
        rec = self._column(Role.RECOMMENDATION)
        if rec is not None and row.cells[rec] and (self._with_refs or self._goes_on(row, above, rec)):
            return "its reference is blank and its recommendation cell goes on"
        unfinished = [at for at in self._columns_of(TEXT_ROLES) if self._goes_on(row, above, at)]
        if self._recommends_anew(row, above):  # a measure without a full stop is no sentence that goes on
            unfinished = [at for at in unfinished if str(row.cells[at])[:1].islower()]
        if unfinished and self._facts_open(row, above) and not self._is_next(row, above, unfinished[0]):
            return f"the {self._columns[unfinished[0]].role} cell above stops unfinished"
        if not self._has_action(row) and not (rec is not None and row.cells[rec]):
            return "it has neither recommendation nor action text"
        if (
            row.page_head
            and self._has_action(row)
            and self._facts_open(row, above)
            and not self._owned(row, above)
        ):
            return "open: it begins a page, without reference or date of its own"
        if row.page_head and not self._with_refs and self._says_nothing_else(row, above):
            return "open: it begins a page, without owner, date or status of its own"
        return None

    def _is_next(self, row: RawRow, above: LogicalRow, at: int) -> bool:
        """Tell a sentence with an owner of its own from the rest of the one above; not at a page end."""
        pairs = [(str(above.cells[one]), str(row.cells[one])) for one in self._columns_of({Role.OFFICER})]
        owned = any(upper and lower and is_new_officer(upper, lower) for upper, lower in pairs)
        return owned and not row.page_head and not str(row.cells[at])[0].islower()

    def _says_nothing_else(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell whether a row holds no fact of its own where the row above it holds some."""
        facts = self._columns_of(DATE_ROLES | OFFICER_ROLES | STATUS_ROLES)
        return any(above.cells[at] for at in facts) and not any(row.cells[at] for at in facts)

    def _goes_on(self, row: RawRow, above: LogicalRow, at: int) -> bool:
        """Tell whether a cell goes on with an unfinished one above it."""
        upper, lower = str(above.cells[at]), str(row.cells[at])
        if not lower or not upper:
            return False
        role = self._columns[at].role
        if role in DATE_ROLES:
            return dates.continues_date(upper, lower)
        if role in OFFICER_ROLES:
            return officers.stops_unfinished(upper)
        if role not in TEXT_ROLES or self._counts_on(row, upper, lower):
            return False
        return is_unfinished(upper)

    def _counts_on(self, row: RawRow, upper: str, lower: str) -> bool:
        """Tell an action from the rest of the one above: "1.2 …" below "1.1 …", with facts of its own."""
        before, after = (leading_reference(text) for text in (upper, lower))
        if before is None or after is None or not follows(before.ref, after.ref):
            return False
        facts = self._columns_of(DATE_ROLES | OFFICER_ROLES | STATUS_ROLES | {Role.PROGRESS})
        return any(row.cells[at] and at not in row.spanned for at in facts)

    def _facts_open(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell whether date and status cells are blank or go on with an unfinished date or sentence."""
        for at in self._columns_of(DATE_ROLES | STATUS_ROLES):
            upper, lower = str(above.cells[at]), str(row.cells[at])
            if not lower or at in row.spanned or not upper:
                continue
            if self._columns[at].role in DATE_ROLES and (
                dates.continues_date(upper, lower) or fold(upper).endswith(fold(lower))
            ):
                continue
            if self._columns[at].role in STATUS_ROLES and lower[:1].islower() and is_unfinished(upper):
                continue  # a status and its comment, cut in mid-sentence
            return False
        return True

    def _owned(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell whether a row has an owner and a whole date of its own beside those of the row above.

        Where rows carry no references, a recommendation of its own below a finished one serves as the date.
        """
        whens = self._columns_of(DATE_ROLES)
        dated = any(row.cells[at] and not self._goes_on(row, above, at) for at in whens)
        dated = dated or self._recommends_anew(row, above)
        pairs = [(str(above.cells[at]), str(row.cells[at])) for at in self._columns_of(OFFICER_ROLES)]
        return dated and any(upper and lower and is_new_officer(upper, lower) for upper, lower in pairs)

    def _recommends_anew(self, row: RawRow, above: LogicalRow) -> bool:
        """Tell whether a row without a reference begins a recommendation below a finished one."""
        rec = self._column(Role.RECOMMENDATION)
        if rec is None or self._with_refs:
            return False
        upper, lower = str(above.cells[rec]), str(row.cells[rec])
        return is_finished(upper) and lower[:1].isupper()

    def _has_action(self, row: RawRow) -> bool:
        wanted = {Role.ACTION} if self._column(Role.ACTION) is not None else {Role.PROGRESS, Role.DECISION}
        return any(row.cells[at] for at in self._columns_of(wanted))

    def _is_action(self, row: RawRow) -> bool:
        """Tell whether a row is a further action of the record above."""
        rec = self._column(Role.RECOMMENDATION)
        if rec is not None and row.cells[rec] and rec not in row.spanned:
            return False
        return not self._has_reference(row) if self._with_refs else rec is not None and self._has_action(row)

    def _joined(self, above: LogicalRow, row: RawRow, why: str) -> LogicalRow:
        cells, reprinted, repaired = [], list(above.reprinted), list(above.repaired)
        for at, (upper, lower) in enumerate(zip(above.cells, row.cells, strict=True)):
            if at in row.spanned:
                cells.append(upper)
                continue
            joined = join_parts(upper, lower, self._vocabulary, self._separator(at, upper, lower))
            cells.append(joined.text)
            if joined.reprinted:
                reprinted.append(joined.reprinted)
            if joined.repaired:
                repaired.append(upper.words[-1].text + "|" + lower.words[0].text)
        return replace(
            above,
            cells=tuple(cells),
            parts=(*above.parts, row),
            open=above.open or why.startswith("open"),
            reprinted=tuple(reprinted),
            repaired=tuple(repaired),
            why=(*above.why, why),
            shades=joined_shades(above.shades, row.shades),
        )

    def _separator(self, at: int, above: Text, below: Text) -> str | None:
        """Return what parts names and dates; sentences part themselves."""
        role = self._columns[at].role
        if role in OFFICER_ROLES:
            return officer_separator(str(above), str(below))
        if role is Role.REF:
            return "" if self._cut_refs.are_parts(str(above), str(below)) else " "
        return " " if role in DATE_ROLES | STATUS_ROLES else None


def _whole_spans(row: RawRow, above: LogicalRow) -> RawRow:
    """Give a row the whole of each cell that it shares with the row above, parts on other pages included."""
    cells = list(row.cells)
    for at in row.spanned:
        if not cells[at] or above.cells[at].words[-len(cells[at].words) :] == cells[at].words:
            cells[at] = above.cells[at]
    return replace(row, cells=tuple(cells))
