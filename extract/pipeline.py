"""One paper: bytes -> layout -> document -> record."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from extract.assemble import Assembler
from extract.options import Facts
from extract.schema import Paper, Source
from normalise.packs import Bundle, split
from normalise.text import slug
from normalise.wraps import mended
from parsers.collector import collector_paused
from parsers.errors import EmptyFile
from parsers.model import Layout
from parsers.options import AS_THEY_ARE, ReadOptions
from parsers.registry import read_layout

_SLUG_LENGTH = 60
NO_FACTS = Facts()


def paper_identity(name: str, sha256: str) -> str:
    """Return the identity of a file's paper: slug of its stem and head of its hash (contract, paper_id)."""
    return f"{slug(PurePosixPath(name).stem, _SLUG_LENGTH) or 'paper'}-{sha256[:8]}"


def extract_file(
    data: bytes, name: str, facts: Facts = NO_FACTS, options: ReadOptions = AS_THEY_ARE
) -> tuple[Paper, ...]:
    """Read the papers of one file.

    Args:
        data: the content of the file.
        name: its name, relative to the path that was given; used for identity only.
        facts: what an option or a sidecar says of it.
        options: how it is to be read.

    Raises:
        PaperError: the content cannot be read; its subclasses say why.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    layout = read(data, options)
    source = Source(
        name=name,
        media_type=layout.media_type,
        sha256=sha256,
        size_bytes=len(data),
        page_count=layout.page_count,
        url=facts.source_url,
    )
    identity = paper_identity(name, sha256)
    with collector_paused():
        return tuple(_paper(bundle, source, identity, facts) for bundle in split(layout))


def read(data: bytes, options: ReadOptions = AS_THEY_ARE) -> Layout:
    """Read the layout of a file, words cut by line ends made whole.

    Raises:
        PaperError: the content cannot be read, or holds no words and nothing says why.
    """
    with collector_paused():
        layout = mended(read_layout(data, options))
    if not any(layout.words()) and not layout.remarks:
        raise EmptyFile(f"{len(data)} bytes and no words")
    return layout


def _paper(bundle: Bundle, source: Source, identity: str, facts: Facts) -> Paper:
    """Make the record of one paper of a file; its pages tell it from the others."""
    if bundle.span is None:
        return Assembler(bundle.layout, facts).paper(source, identity)
    own = source.model_copy(update={"pages": bundle.span})
    return Assembler(bundle.layout, facts).paper(own, f"{identity}-p{slug(bundle.span)}")
