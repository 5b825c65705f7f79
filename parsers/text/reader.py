"""Text -> layout: each block is read by the first form that recognises it."""

from __future__ import annotations

from parsers.limits import LIMITS, Limits
from parsers.model import Layout
from parsers.text import aligned, pipes, prose, tabs, unfolded
from parsers.text.builder import Builder
from parsers.text.encoding import decode, split_lines

# Content decides the form, line by line: prose takes what no table form claims.
_FORMS = (unfolded.read, pipes.read, tabs.read, aligned.read, prose.read)


def read_text(data: bytes, media_type: str = "text/plain", limits: Limits = LIMITS) -> Layout:
    """Read a paper in any mix of pipe tables, tab-separated tables and prose.

    Raises:
        TooLarge: the text or one of its lines is over its limit.
        BrokenText: the bytes are no text.
    """
    lines = split_lines(decode(data, limits), limits)
    builder = Builder()
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        at += next(taken for form in _FORMS if (taken := form(builder, lines, at)))
    return Layout(media_type, tuple(builder.blocks))
