"""Papers and what is expected of them: which record belongs to which file, and how one is renewed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from extract.check.compare import compare, faults
from extract.check.errors import BrokenExpectation

EXPECTED = "expected"
_ANY_OF = {"any_of"}


def expected_path(name: str, folder: Path) -> Path:
    """Return where the expected record of a paper stands, or would stand.

    `plan.pdf` has `plan.pdf.json`, where there is one, else `plan.json`, which then
    serves every form of the paper.

    Args:
        name: name of the paper, relative to its folder, with slashes.
        folder: the folder of expected records.
    """
    own = folder / f"{name}.json"
    return own if own.is_file() else folder / PurePosixPath(name).with_suffix(".json")


def read_expected(path: Path) -> Any:
    """Read an expected record: an object, or for a file of several papers a list of them; null for none.

    Raises:
        BrokenExpectation: the file is no JSON of that shape.
    """
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise BrokenExpectation(f"{path.name}: {error}") from error
    if not isinstance(value, dict | list):
        raise BrokenExpectation(f"{path.name}: it holds neither a record nor a list of records")
    return value


def renewed(expected: Any, found: Any) -> Any:
    """Return an expected record that what was found fulfils, as partial as it was.

    A reading among several that fits stays as it is; fields that were not expected are not
    added.  Where elements of a list are new, they get the fields that the others have.
    """
    if isinstance(expected, Mapping) and set(expected) == _ANY_OF:
        fits = any(not faults(compare(reading, found)) for reading in expected["any_of"])
        return expected if fits else renewed(expected["any_of"][0], found)
    if isinstance(expected, Mapping):
        held = found if isinstance(found, Mapping) else {}
        return {key: renewed(value, held.get(key)) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list):
        return _renewed_list(expected, found)
    return found


def _renewed_list(expected: list[Any], found: list[Any]) -> list[Any]:
    if len(expected) == len(found):
        return [renewed(one, other) for one, other in zip(expected, found, strict=True)]
    model = expected[0] if expected else None
    return [renewed(model, one) if isinstance(model, Mapping) else one for one in found]
