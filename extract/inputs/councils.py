"""Folders as scrapers of minutes lay them out: `COUNCIL/documents/…`, where the folder names the council."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

_DOCUMENTS = "documents"
# Words of the names of councils that are no place.  With one of them a folder is a council's wherever
# it stands, and a name written for the web can be turned back: see `_readable`.
_KINDS = frozenset({"council", "borough", "city", "county", "district", "town", "parish", "community"})
_SMALL = frozenset({"and", "of", "the"})
_OTHER = frozenset({"london", "metropolitan", "royal", "combined", "authority"})
_CERTAIN = frozenset({"council", "borough"})
_WEB_NAME = re.compile(r"[a-z]+(?:[-_][a-z]+)*", re.ASCII)
_JOINT = re.compile(r"[-_ ]")
# Longer than the longest name of a council, and control characters: no name.
_MAX_NAME = 100


def council_of(path: PurePath, given: PurePath) -> str | None:
    """Return the council that the folders over a file name.

    Args:
        path: the file.
        given: the path that a user gave, and below which it was found.  What stands over an absolute
            path that was given is no scraper's: `/home/ann/documents` does not make Ann a council.
            There only a name that says that it is a council's counts.
    """
    parts = path.parts[:-1]
    scraped_from = len(given.parts) if given.is_absolute() else 0
    at = _folder(parts)
    if at is None or (at < scraped_from and not _CERTAIN & _words(parts[at])):
        return None
    return _name(parts[at])


def council_inside(member: PurePath) -> str | None:
    """Return the council that the folders inside an archive name."""
    parts = member.parts[:-1]
    at = _folder(parts)
    return None if at is None else _name(parts[at])


def _folder(parts: tuple[str, ...]) -> int | None:
    """Find the folder over the innermost `documents`."""
    at = [at for at, part in enumerate(parts) if part == _DOCUMENTS and at]
    return at[-1] - 1 if at else None


def _name(folder: str) -> str | None:
    """Give a folder's name as that of a council; None where it is no name."""
    printable = all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs"} for letter in folder)
    named = printable and len(folder) <= _MAX_NAME and any(letter.isalpha() for letter in folder)
    return _readable(folder) if named else None


def _readable(folder: str) -> str:
    """Turn a name written for the web back, where there is but one way.

    In `stockton-on-tees-borough-council` a hyphen may be a hyphen or a blank, so it stays as it is;
    `leeds-city-council` is the name of one place among words that are known.

    >>> _readable("leeds-city-council"), _readable("st-helens"), _readable("Leeds City Council")
    ('Leeds City Council', 'st-helens', 'Leeds City Council')
    """
    words = _JOINT.split(folder)
    places = [word for word in words if word not in _KINDS | _SMALL | _OTHER]
    if not _WEB_NAME.fullmatch(folder) or not _CERTAIN & set(words) or len(places) != 1:
        return folder
    return " ".join(word if at and word in _SMALL else word.capitalize() for at, word in enumerate(words))


def _words(folder: str) -> set[str]:
    return set(_JOINT.split(folder.lower()))
