"""Opens the package of a Word file: its parts, each read when it is asked for.

python-docx reads every part at once, pictures too, and stops at the first that is
missing; a paper is its text, so the parts are fetched one by one and parsed with
python-docx's parser, which resolves no entities and opens no addresses.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.parser import parse_xml

from parsers.docx.ooxml import Element, transitional
from parsers.errors import BrokenFile, TooLarge
from parsers.limits import LIMITS, Limits
from parsers.zips import Member, members, unpack

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part: its name, its root, and its relations to other parts by their id."""

    name: str
    root: Element
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)

    def targets(self, kind: str) -> list[str]:
        """Return the names of the related parts of a kind, such as "styles"."""
        return [target for found, target in self.relations.values() if found == kind]


class Package:
    """The parts of one Word file."""

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        """Open the zip and check what it says of its size.

        Raises:
            BrokenFile: it is no zip, or damaged.
            TooLarge: it unpacks to more than any paper.
        """
        self._stream = io.BytesIO(data)
        self._limits = limits
        found = members(self._stream, limits)
        unpacked = sum(member.size for member in found)
        if unpacked > limits.zip_bytes:
            raise TooLarge(f"unpacks to {unpacked:,} bytes, over the limit of {limits.zip_bytes:,}")
        self._members = {_folded(member.name): member for member in found}

    def main(self) -> Part:
        """Return the part that holds the body.

        Raises:
            BrokenFile: there is none.
        """
        package = self.part("_rels/.rels")
        named = _relations(package.root, "").values() if package else ()
        names = [target for kind, target in named if kind == "officeDocument"]
        for name in (*names, _MAIN):
            part = self.part(name)
            if part is not None:
                return part
        raise BrokenFile("it holds no document")

    def part(self, name: str) -> Part | None:
        """Return a part of XML, None where the package has none of that name.

        Raises:
            BrokenFile: the part is damaged, or no XML.
            TooLarge: it is larger than any paper.
        """
        member = self._members.get(_folded(name))
        if member is None:
            return None
        root = _parsed(self._read(member), name)
        folder, base = posixpath.split(name)
        beside = self._members.get(_folded(posixpath.join(folder, "_rels", f"{base}.rels")))
        relations = _relations(_parsed(self._read(beside), beside.name), folder) if beside else {}
        return Part(name, root, relations)

    def related(self, part: Part, kind: str) -> Part | None:
        """Return the part of a kind that belongs to another, by its relation, else by its usual name."""
        usual = posixpath.join(posixpath.dirname(part.name), f"{kind}.xml")
        found = (self.part(name) for name in (*part.targets(kind), usual))
        return next((one for one in found if one is not None), None)

    def _read(self, member: Member) -> bytes:
        return unpack(self._stream, member, self._limits.word_part_bytes, self._limits)


# By which libxml2 says that memory ran out; lxml tells it as an error of syntax.
_NO_MEMORY = 2


def _parsed(data: bytes, name: str) -> Element:
    """Parse a part; a document type, which could name other files, is in no Word file."""
    try:
        root = parse_xml(transitional(data))
    except (SyntaxError, ValueError) as error:
        if getattr(error, "code", None) == _NO_MEMORY:
            raise MemoryError(name) from error
        raise BrokenFile(f"{name} is no well-formed XML ({error})") from error
    if root.getroottree().docinfo.doctype:
        raise BrokenFile(f"{name} declares a document type, which no part of a Word file does")
    return root


def _relations(root: Element, folder: str) -> dict[str, tuple[str, str]]:
    """Return the relations inside the package: kind and part name by id; addresses outside are left."""
    return {
        str(one.get("Id")): (str(one.get("Type")).rsplit("/", 1)[-1], _resolved(one, folder))
        for one in _internal(root)
    }


def _internal(root: Element) -> Iterator[Element]:
    for one in root:
        if isinstance(one.tag, str) and one.get("Target") and one.get("TargetMode") != "External":
            yield one


def _resolved(relation: Element, folder: str) -> str:
    """Return the part name that a relation leads to, never above the root of the package."""
    return posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target")))).lstrip("/")


def _folded(name: str) -> str:
    """Fold a part name: case plays no part, and some writers use backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()
