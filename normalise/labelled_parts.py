"""Facts with a label inside a cell of text: "… Owner: Jo Lund. Date for implementation: 31 March 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalise.columns import Role, read_label
from parsers.model import Text

# A label at the head of a line or sentence; its value ends where the sentence, line or list does.
_PART = re.compile(
    r"(?:^|(?<=[.;)\n]\s)|(?<=\n))\s*(?P<label>[A-Z][^:.;\n]{2,40}?)\s*:\s*(?P<value>\S[^\n;]{1,90}?)(?=\.\s|\.?$|;|\n)"
)


def labelled_parts(text: Text, roles: Iterable[Role]) -> list[Text]:
    """Return the values in a text that stand behind a label of one of the roles."""
    wanted, string = set(roles), str(text)
    return [
        text.cut(found.start("value"), found.end("value"))
        for found in (_PART.finditer(string) if ":" in string else ())
        if read_label(found["label"]).role in wanted and read_label(found["label"]).known
    ]
