"""What a run notes in the folder of its results, so that the next one need not read again what is the same.

Nothing in the notes is trusted: a note that is damaged, or of another program or
options, is as good as none, and the paper is read again.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import UnwritableOutput
from extract.results import Reading
from extract.schema import Paper
from extract.writers.json_records import document_bytes
from extract.writers.store import Fingerprint, Store

NOTES = ".council-papers"
_READINGS = f"{NOTES}/readings"
_RUN = f"{NOTES}/run.json"
_KEY = re.compile(r"[0-9a-f]{64}")
# Records shrink to a tenth at the quickest level already.
_LEVEL = 1
_MARK_LENGTH = hashlib.sha256().digest_size


class _Note(BaseModel):
    """The first line of a note: what was read, and how long its records are, which follow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reading: Reading
    lengths: tuple[int, ...]


class RunNote(BaseModel):
    """What the last whole run wrote.

    Attributes:
        inputs: digest of all that decides what is in its tables.
        files: the files that it wrote beside the records, with size and digest.
        papers: the records that it wrote, by `paper_id`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    inputs: str = ""
    files: dict[str, tuple[int, str]] = {}
    papers: tuple[str, ...] = ()


class Notes:
    """The readings noted in a folder, by key, and what the last run wrote."""

    def __init__(self, folder: Store) -> None:
        """Look what is there."""
        self._folder = folder
        folder.make(NOTES, _READINGS)
        self._known = {name for name in folder.names(_READINGS) if _KEY.fullmatch(name)}

    def recall(self, key: str) -> Reading | None:
        """Return what came of a reading, with its records; None where there is no sound note of it."""
        return self._read(key) if key in self._known else None

    def keep(self, key: str, reading: Reading) -> None:
        """Note what came of a reading, without the time that it took: equal readings are equal notes."""
        note = _Note(
            reading=reading.model_copy(update={"seconds": 0.0}), lengths=tuple(map(len, reading.records))
        )
        body = note.model_dump_json().encode() + b"\n" + b"".join(reading.records)
        packed = zlib.compress(body, _LEVEL)
        self._folder.write(f"{_READINGS}/{key}", _mark(key, packed) + packed)
        self._known.add(key)

    def papers(self, keys: Iterable[str]) -> Iterator[Paper]:
        """Give the papers of readings, one after the other.

        Raises:
            UnwritableOutput: a note has been damaged since it was written.
        """
        for key in keys:
            reading = self._read(key)
            try:
                if reading is None:
                    raise ValueError
                yield from [Paper.model_validate_json(record) for record in reading.records]
            except ValueError as error:
                self.forget(key)
                raise UnwritableOutput("the notes of the run were changed by something else") from error

    def last_run(self) -> RunNote:
        """Return what the last whole run wrote; nothing where that is not known."""
        try:
            return RunNote.model_validate_json(self._folder.read(_RUN) or b"")
        except ValidationError:
            return RunNote()

    def keep_run(self, inputs: str, files: dict[str, Fingerprint], papers: Iterable[str]) -> None:
        """Note what this run wrote."""
        written = {name: (file.bytes, file.sha256) for name, file in files.items()}
        note = RunNote(inputs=inputs, files=written, papers=tuple(papers))
        self._folder.write(_RUN, document_bytes(note.model_dump(mode="json")))

    def others(self, keys: Iterable[str]) -> Iterator[tuple[str, Reading | None]]:
        """Give all readings but some."""
        for key in sorted(self._known.difference(keys)):
            yield key, self._read(key)

    def forget(self, key: str) -> None:
        """Forget a reading."""
        self._known.discard(key)
        self._folder.remove(f"{_READINGS}/{key}")

    def _read(self, key: str) -> Reading | None:
        """Read a note; None unless it is whole and of this key."""
        data = self._folder.read(f"{_READINGS}/{key}") or b""
        packed = data[_MARK_LENGTH:]
        if data[:_MARK_LENGTH] != _mark(key, packed):
            return None
        try:
            head, _, records = zlib.decompress(packed).partition(b"\n")
            note = _Note.model_validate_json(head)
        except (zlib.error, ValidationError):
            return None
        return note.reading.model_copy(update={"records": tuple(_cut(records, note.lengths))})


def _mark(key: str, packed: bytes) -> bytes:
    """Return what tells a whole note of a key from any other."""
    return hashlib.sha256(key.encode() + packed).digest()


def _cut(records: bytes, lengths: Iterable[int]) -> Iterator[bytes]:
    at = 0
    for length in lengths:
        yield records[at : at + length]
        at += length
