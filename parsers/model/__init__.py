"""The shared intermediate representation: what a reader hands to the normalisers."""

from parsers.model.layout import Block, Cell, Heading, Item, Layout, Paragraph, Remark, Table
from parsers.model.words import Place, Text, Word

__all__ = [
    "Block",
    "Cell",
    "Heading",
    "Item",
    "Layout",
    "Paragraph",
    "Place",
    "Remark",
    "Table",
    "Text",
    "Word",
]
