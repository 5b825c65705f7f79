"""The folder of results of a run, read back: its records one by one, and what came of its inputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract.errors import NoResults
from extract.schema import Paper

# Records that stay in memory: those of one large review, of which a report looks at each several times.
_KEPT = 64


class Results:
    """The records of one run, as its manifest lists them.

    Args:
        folder: the output directory of `council-papers extract`.

    Raises:
        NoResults: the folder holds no manifest that can be read.
    """

    def __init__(self, folder: Path) -> None:
        """See the class."""
        self._folder = folder
        try:
            self.manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
            listed = [name for given in self.manifest["inputs"] for name in given["papers"]]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NoResults(f"{folder.name} holds no manifest of a run") from error
        self.paper_ids = tuple(dict.fromkeys(listed))
        self.load = lru_cache(_KEPT)(self._read)

    def papers(self) -> Iterator[Paper]:
        """Give every record, one after the other."""
        return map(self.load, self.paper_ids)

    def _read(self, paper_id: str) -> Paper:
        """Read a record.

        Raises:
            NoResults: it is not there, or is none of this version.
        """
        try:
            return Paper.model_validate_json((self._folder / "papers" / f"{paper_id}.json").read_bytes())
        except (OSError, ValidationError) as error:
            raise NoResults(f"the record {paper_id} of the run cannot be read") from error
