"""PDF files that are made to do harm, most with one honest page that must still be read."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.support.pdf_writer import Sheet, pdf, written

TEXT = "The grass of all parks is mown."
_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_RESOURCES = "/Resources << /Font << /F1 3 0 R >> >>"
_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources"
_CONTENT = b"BT /F1 10 Tf 50 700 Td (The grass of all parks is mown.) Tj ET"


def stream(content: bytes, entries: str = "") -> bytes:
    """Write a stream as it is."""
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def page(entries: str = "", box: str = "0 0 595 842", content: str = "4 0 R") -> bytes:
    """Write the page that has object 4 for content."""
    own = f"/MediaBox [{box}] {_RESOURCES} /Contents {content} {entries}"
    return f"<< /Type /Page /Parent 2 0 R {own} >>".encode()


def honest(*more: bytes, entries: str = "", catalogue: str = "", box: str = "0 0 595 842") -> bytes:
    """Write a file of one page of `TEXT`; further objects begin with number 6."""
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    root = f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode()
    return written([root, pages, _FONT, stream(_CONTENT), page(entries, box), *more])


def many_objects(count: int = 400_000) -> bytes:
    """Write millions of objects that nothing uses."""
    return honest(*[b"0"] * count)


def packed_objects(count: int = 1_000_000) -> bytes:
    """Pack millions of objects into one object stream, named by nothing."""
    heads = b" ".join(b"%d 0" % (at + 10) for at in range(count)) + b"\n"
    body = zlib.compress(heads + b"0 " * count)
    entries = f"/Type /ObjStm /N {count} /First {len(heads)} /Filter /FlateDecode"
    return honest(stream(body, entries))


def deep(opening: bytes, closing: bytes, levels: int = 1_000_000) -> bytes:
    """Put arrays or dictionaries into one another, where the catalogue leads."""
    return honest(opening * levels + b"0" + closing * levels, catalogue="/Names 6 0 R /Outlines 6 0 R")


def deep_pages(levels: int = 20_000) -> bytes:
    """Hang the page below a chain of nodes."""
    chain = [
        f"<< /Type /Pages /Parent {at - 1} 0 R /Kids [{at + 1} 0 R] /Count 1 >>"
        for at in range(6, 6 + levels)
    ]
    chain[-1] = f"<< /Type /Pages /Parent {4 + levels} 0 R /Kids [5 0 R] /Count 1 >>"
    root = b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"
    return written([_CATALOGUE, root, _FONT, stream(_CONTENT), page(), *(one.encode() for one in chain)])


def page_circle() -> bytes:
    """Let a node of the page tree hold its own parent."""
    root = b"<< /Type /Pages /Kids [5 0 R 6 0 R] /Count 2 >>"
    return written(
        [
            _CATALOGUE,
            root,
            _FONT,
            stream(_CONTENT),
            page(),
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
        ]
    )


def counted_pages(count: int) -> bytes:
    """Say that there are pages without end, where there is one."""
    root = f"<< /Type /Pages /Kids [5 0 R] /Count {count} >>".encode()
    return written([_CATALOGUE, root, _FONT, stream(_CONTENT), page()])


def one_page_many_times(count: int = 5_000) -> bytes:
    """List one page again and again."""
    root = b"<< /Type /Pages /Kids [" + b"5 0 R " * count + b"] /Count %d >>" % count
    return written([_CATALOGUE, root, _FONT, stream(_CONTENT), page()])


def outline_circle() -> bytes:
    """Let bookmarks follow one another in a circle."""
    mark = "<< /Title (x) /Parent 6 0 R /Next {next} 0 R /First {first} 0 R /Dest [5 0 R /Fit] >>"
    return honest(
        b"<< /First 7 0 R /Last 8 0 R /Count 2 >>",
        mark.format(next=8, first=6).encode(),
        mark.format(next=7, first=7).encode(),
        catalogue="/Outlines 6 0 R",
    )


def deep_outline(levels: int = 100_000) -> bytes:
    """Put bookmarks below one another."""
    marks = [
        f"<< /Title (x) /First {at + 1} 0 R /Dest [5 0 R /Fit] >>".encode() for at in range(7, 7 + levels)
    ]
    return honest(b"<< /First 7 0 R /Count 1 >>", *marks, b"<< /Title (x) >>", catalogue="/Outlines 6 0 R")


def long_outline(count: int = 100_000) -> bytes:
    """List bookmarks without end."""
    marks = [f"<< /Title (x) /Next {at + 1} 0 R /Dest [5 0 R /Fit] >>".encode() for at in range(7, 7 + count)]
    return honest(b"<< /First 7 0 R /Count 1 >>", *marks, b"<< /Title (x) >>", catalogue="/Outlines 6 0 R")


def reference_circle() -> bytes:
    """Let the boxes and the content of a page be references to themselves."""
    return honest(
        b"6 0 R", b"<< /Type /XObject /Subtype /Form /Length 7 0 R >>", entries="/Annots 6 0 R /CropBox 6 0 R"
    )


def xref_circle() -> bytes:
    """Let the cross references say that the ones before them are they."""
    data = honest()
    at = data.rindex(b"xref\n0 ")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def form_circle() -> bytes:
    """Let a form draw itself twice."""
    form = f"{_FORM} << /XObject << /X 6 0 R >> >>"
    content = b"BT /F1 10 Tf 50 700 Td (The grass of all parks is mown.) Tj ET /X Do"
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>"
    one = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents 4 0 R >>".encode()
    return written([_CATALOGUE, pages, _FONT, stream(content), one, stream(b"/X Do /X Do", form)])


def form_tree(levels: int = 25) -> bytes:
    """Let each of some forms draw the next twice: few bytes, millions of drawings."""
    forms = []
    for at in range(6, 6 + levels):
        forms.append(stream(b"/X Do /X Do", f"{_FORM} << /XObject << /X {at + 1} 0 R >> >>"))
    last = f"{_FORM} << /Font << /F1 3 0 R >> >>"
    forms.append(stream(b"BT /F1 10 Tf 50 600 Td (x) Tj ET", last))
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>"
    one = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents 4 0 R >>".encode()
    return written([_CATALOGUE, pages, _FONT, stream(_CONTENT + b" /X Do"), one, *forms])


def bomb(size: int = 300_000_000, filters: int = 1) -> bytes:
    """Pack a page of blanks without end, more than once where asked to."""
    made = zlib.compressobj(9)
    piece = b" " * 1_000_000
    data = _CONTENT.join([b"", b"\n"]) + b""
    packed = made.compress(data)
    packed += b"".join(made.compress(piece) for _ in range(size // len(piece))) + made.flush()
    for _ in range(filters - 1):
        packed = zlib.compress(packed, 9)
    entries = "/Filter [" + "/FlateDecode " * filters + "]"
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    return written([_CATALOGUE, pages, _FONT, stream(packed, entries), page()])


def operators(count: int, operator: bytes) -> bytes:
    """Draw one thing again and again on a page, packed."""
    content = zlib.compress(_CONTENT + b"\n" + operator * count)
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    return written([_CATALOGUE, pages, _FONT, stream(content, "/Filter /FlateDecode"), page()])


def large_box(side: str) -> bytes:
    """Write the honest page on a sheet of any size."""
    return honest(box=f"0 0 {side} {side}")


def wide_picture(side: int = 60_000) -> bytes:
    """Fill the page with a picture that says that it is enormous."""
    pixels = zlib.compress(bytes(1_000_000), 9)
    size = f"/Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8"
    entries = f"/Type /XObject /Subtype /Image {size}"
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    resources = "/Resources << /XObject << /Im 3 0 R >> >>"
    one = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents 4 0 R >>".encode()
    draw = stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return written([_CATALOGUE, pages, stream(pixels, entries + " /Filter /FlateDecode"), draw, one])


def actions(address: str) -> bytes:
    """Ask for a script, a program and an address, on opening and on the page."""
    script = f"<< /S /JavaScript /JS (app.launchURL\\('{address}'\\); this.submitForm\\('{address}'\\);) >>"
    launch = "<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>"
    link = f"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI ({address}) >> >>"
    catalogue = (
        f"/OpenAction {script} /AA << /WC {launch} >> /Names << /JavaScript << /Names [(a) {script}] >> >>"
    )
    remote = f"/S /GoToR /F << /FS /URL /F ({address}) >>"
    return honest(entries=f"/AA << /O {launch} /C << {remote} >> >> /Annots [{link}]", catalogue=catalogue)


def remote_stream(address: str) -> bytes:
    """Keep the content of a page in a file elsewhere."""
    pages = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
    away = stream(b"", f"/F << /FS /URL /F ({address}) >>")
    return written([_CATALOGUE, pages, _FONT, away, page(content="[4 0 R 6 0 R]"), stream(_CONTENT)])


# What a reader takes in its stride: it reads `TEXT`, or says why not, soon and in little memory.
HARMLESS: dict[str, Callable[[], bytes]] = {
    "deep-arrays": lambda: deep(b"[", b"]"),
    "deep-dictionaries": lambda: deep(b"<</A ", b">>"),
    "deep-pages": deep_pages,
    "page-circle": page_circle,
    "pages-without-end": lambda: counted_pages(2_000_000_000),
    "negative-pages": lambda: counted_pages(-5),
    "one-page-many-times": one_page_many_times,
    "outline-circle": outline_circle,
    "deep-outline": deep_outline,
    "long-outline": long_outline,
    "reference-circle": reference_circle,
    "xref-circle": xref_circle,
    "many-objects": many_objects,
    "packed-objects": packed_objects,
    "bomb": bomb,
    "bomb-in-bomb": lambda: bomb(filters=2),
    "large-box": lambda: large_box("1e9"),
    "larger-box": lambda: large_box("1e38"),
    "no-box": lambda: large_box("0"),
    "many-rules": lambda: operators(400_000, b"0 0 m 500 0 l S\n"),
    "many-letters": lambda: operators(300_000, b"BT /F1 9 Tf 50 50 Td (word) Tj ET\n"),
    "many-forms": lambda: operators(1_000_000, b"q Q "),
    "wide-picture": wide_picture,
    "pages": lambda: pdf(*[Sheet().text(50, 100, TEXT)] * 5_001),
}

# What PDFium itself has no bound for: it takes time and memory without end, inside one call, so that no
# reader can stop it.  Only the limits of a process of its own do.
ENDLESS: dict[str, Callable[[], bytes]] = {"form-circle": form_circle, "form-tree": form_tree}
