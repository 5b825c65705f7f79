"""What ends the reading of one file: each error with its exit code and one line of advice.

An exception means only "this cannot be read or written"; everything less is a
finding in the record.
"""

from __future__ import annotations

from typing import ClassVar

from parsers.invisible import plain


class PaperError(Exception):
    """A file that cannot be read or a result that cannot be written.

    Attributes:
        code: stable name, as in the manifest and `docs/errors.md`.
        advice: one line that says what to do about it.
        exit_code: what the command ends with when nothing else was readable.
    """

    code: ClassVar[str]
    advice: ClassVar[str]
    exit_code = 4

    @property
    def reason(self) -> str:
        """What is wrong with this file, without the advice."""
        return super().__str__() or self.code

    def __str__(self) -> str:
        """Give the reason and the advice on one line, line ends shown as blanks, control codes left out."""
        return " ".join(plain(f"{self.code}: {self.reason}. {self.advice}").split())


class MissingFile(PaperError):
    """The path names no file."""

    code = "missing-file"
    advice = "Check the path and its spelling."


class UnreadableFile(PaperError):
    """The system refused to read the file."""

    code = "unreadable-file"
    advice = "Check the permissions of the file and that it is not a device."


class EmptyFile(PaperError):
    """The file holds no words."""

    code = "empty-file"
    advice = "Fetch the paper again: the copy holds no text."


class UnknownType(PaperError):
    """The content is of no form that has a reader."""

    code = "unknown-type"
    advice = "Save the paper as PDF, Word, text, Markdown or tab-separated text and try again."


class BrokenText(PaperError):
    """The bytes are no text in any encoding that papers come in."""

    code = "broken-text"
    advice = "Save the paper again as UTF-8 text."


class BrokenFile(PaperError):
    """The file is damaged beyond mending."""

    code = "broken-file"
    advice = "Fetch the paper again: the copy is damaged."


class Encrypted(PaperError):
    """The file opens with a password only."""

    code = "encrypted"
    advice = "Give the password with --password, or save a copy without one."


class TooLarge(PaperError):
    """The file or one of its lines is over the limit that keeps a run safe."""

    code = "too-large"
    advice = "Check that this is a committee paper; if it is, raise the limit with --limit, or split it."
