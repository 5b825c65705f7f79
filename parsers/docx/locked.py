"""OLE containers: old Word files, which have no reader, and files locked with a password."""

from __future__ import annotations

from parsers.errors import Encrypted, UnknownType
from parsers.model import Layout

# The stream that holds the locked package, as the directory of the container spells it.
_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def refuse_ole(data: bytes, media_type: str) -> Layout:
    """Say why an OLE container cannot be read.

    Raises:
        Encrypted: it holds a Word file locked with a password.
        UnknownType: it is an old Word file or something else.
    """
    if _LOCKED_PACKAGE in data:
        raise Encrypted("the file is locked with a password")
    raise UnknownType(f"the content is {media_type}")
