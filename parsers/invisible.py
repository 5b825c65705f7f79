"""Characters that nobody sees: marks without width, signs of direction, control codes."""

from __future__ import annotations

import re

# They part or join nothing that a reader sees, and some turn the direction of what follows.
_INVISIBLE = re.compile("[\x7f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Codes that steer the terminal which shows them; blanks and line ends are not among them.
_CODES = re.compile("[\x00-\x08\x0e-\x1f]")
# The second set of control codes is in no paper: such a code is a Windows byte that was taken for one.
# 0x85 may be a line end, so it stays for whoever looks for line ends.
_SECOND_SET = re.compile("[\x80-\x84\x86-\x9f]")


def visible(text: str) -> str:
    r"""Return a text as it is seen; codes below the blank stay, which readers use for marks of their own.

    >>> visible("accom\u200bmodation"), visible("the Council\x92s")
    ('accommodation', 'the Council’s')
    """
    return _SECOND_SET.sub(_windows, _INVISIBLE.sub("", text))


def plain(text: str) -> str:
    """Return a text as it is seen, without any code."""
    return visible(_CODES.sub("", text))


def _windows(found: re.Match[str]) -> str:
    """Read a code as the Windows byte that it was; five have no character."""
    return found.group().encode("latin-1").decode("cp1252", errors="ignore")
