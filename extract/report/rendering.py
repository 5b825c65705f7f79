"""How pages are made: templates that escape all text, and data that a script may hold."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from normalise.text import slug
from normalise.values.contacts import without_contacts

_NAME_LENGTH = 80
STATIC = ("style.css", "report.js")


class PageNames:
    """Gives each review or owner a file name of its own."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: set[str] = set()

    def of(self, identity: str) -> str:
        """Return a name for an identity: its slug, with a number where another has it."""
        base = slug(identity, _NAME_LENGTH) or "unnamed"
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name)
        return f"{name}.html"


def environment(*, contacts: bool) -> Environment:
    """Return the templates; unless `contacts` is set no address or telephone number leaves them."""
    home = str(files("extract.report") / "templates")
    made = Environment(
        loader=FileSystemLoader(home),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=None if contacts else _private,
    )
    made.filters["words"] = lambda text: str(text).replace("_", " ")
    return made


def _private(value: Any) -> Any:
    """Take contacts out of plain text; what templates have made is markup, and was looked at before."""
    return without_contacts(value) if type(value) is str else value


def static(name: str) -> str:
    """Return a file that all pages share."""
    return (files("extract.report") / "static" / name).read_text(encoding="utf-8")


def script_data(name: str, rows: list[dict[str, Any]], *, contacts: bool) -> str:
    """Return a script that sets a global name to data; text of papers cannot end the script."""
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    data = data if contacts else without_contacts(data)
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.{name} = {data};\n"
