"""What goes wrong around a check, each kind with a code, advice and an exit code."""

from __future__ import annotations

from parsers.errors import PaperError


class BrokenExpectation(PaperError):
    """An expected record, or the floors, cannot be used."""

    code = "broken-expectation"
    advice = "Mend the file, or write it anew with --accept or --pin."
    exit_code = 2


class LoweredFloor(PaperError):
    """A floor would fall, and no reason was given."""

    code = "lowered-floor"
    advice = "Mend what got worse, or say why it may: --allow-regression REASON."
    exit_code = 1


class NotAmongPapers(PaperError):
    """A paper that is named is not among those that are checked, or gives no record."""

    code = "not-among-papers"
    advice = "Name papers as the check names them: relative to the folder."
    exit_code = 2
