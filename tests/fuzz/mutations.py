"""Papers changed at random: a few edits each, so that most of a paper stays one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from hypothesis import strategies as st

_MOST_EDITS = 6
_LONGEST = 400
# What readers look for, in the forms that papers come in; edits put it where it does not belong.
_TOKENS = {
    "text": (
        b"|", b"||", b"\t", b"\n", b"\r\n", b"\x0c", b"|---|---|\n", b"# ", b"- ", b"(a) ", b"1.1 ", b"R1",
        b"**", b"<br>", b"&amp;", b"&#0;", b"&#x110000;", b"31/02/2023", b"Q5 2023/24", b"9999-99-99",
        b"[x](y)", b"Cllr ", b": ", b"; ", b"/", b"\\|", b"\xc2\x9b31m", b"\xe2\x80\xae", b"\x1b]8;;",
        b"=cmd|", b"\xef\xbb\xbf", b"\xff\xfe", b"\xf0\x9f\x91\xa9\xe2\x80\x8d", b"Recommendation ",
        b"Update May 2023: ", b"0" * 40, b"(" * 40, b"\x00", b"\xed\xa0\x80", "٣".encode(), "İ".encode(),
        "ﬁ".encode(), "½".encode(),
    ),
    "xml": (
        b"<w:p>", b"</w:p>", b"<w:tbl>", b"</w:tbl>", b"<w:tr/>", b"<w:tc/>", b'<w:gridSpan w:val="-1"/>',
        b'<w:gridSpan w:val="99999"/>', b'<w:vMerge w:val="restart"/>', b"<w:vMerge/>", b"<w:br/>",
        b"<w:tab/>", b'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>', b"<w:del>",
        b"<w:sdt/>", b"<!--", b"]]>", b"<?x y?>", b"&x;", b"&#55296;", b'w:val=""', b'w:val="x"',
        b'xmlns:w="urn:x"', b"<w:fldChar/>", b'<w:gridBefore w:val="999"/>', b"<w:sym/>",
        b"<mc:AlternateContent/>", b"<w:txbxContent>",
    ),
    "pdf": (
        b" obj\n", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"/Type /Page", b"/Kids",
        b"/Parent 1 0 R", b" 0 R", b"1 0 R", b"99999999 0 R", b"-1", b"1e308", b"2147483648",
        b"/MediaBox [0 0 0 0]", b"/Rotate 37", b"/UserUnit 1e9", b" Tf", b" Tj", b" Tm", b" cm", b" re f\n",
        b" Do", b"q ", b"Q ", b"BT ", b"ET ", b"/Filter /FlateDecode", b"/Length 0", b"xref", b"trailer",
        b"startxref", b"(", b")", b"null", b"%%EOF",
    ),
    "toml": (
        b"council = ", b"[", b"]", b"{", b"}", b'"', b'"""', b"'", b"=", b".", b"\n", b"#", b"2023-02-30",
        b"inf", b"nan", b"0x", b"\\u0000", b"\\uD800", b"\xff", b"\x00", b"[[[[[[[[",
        b"1979-05-27T07:32:00Z", b"true",
    ),
}  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, seeds: Sequence[bytes], kind: str) -> bytes:
    """Take a paper and change it in a few places."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, _MOST_EDITS))):
        at = draw(st.integers(0, len(data)))
        end = min(at + draw(st.integers(0, _LONGEST)), len(data))
        match draw(st.integers(0, 5)):
            case 0:
                data[at:at] = draw(st.sampled_from(_TOKENS[kind]))
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * draw(st.integers(1, 20))
            case 3:
                data[at : at + 1] = draw(st.binary(min_size=0, max_size=4))
            case 4:
                other = draw(st.sampled_from(seeds))
                start = draw(st.integers(0, len(other)))
                data[at:end] = other[start : start + (end - at)]
            case _:
                data[at:end] = draw(st.sampled_from(_TOKENS[kind]))
    return bytes(data)


@st.composite
def edited_word(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """Change one XML part of a Word file, which is packed again; now and then the packed bytes."""
    seed = draw(st.sampled_from(seeds))
    if draw(st.integers(0, 9)) == 0:
        return draw(edited([seed], "xml"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(stream, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        # Half of the edits go to the body.
        changed = draw(st.one_of(st.just("word/document.xml"), st.sampled_from(sorted(names))))
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, draw(edited([data], "xml")) if name == changed else data)
    return stream.getvalue()
