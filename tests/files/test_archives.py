"""Word documents and books: their words change, all else stays bit for bit; traps are refused."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.books import W, make_docx, make_epub, pack, read_member, run
from translit import Normalizer
from translit.files import (
    DocumentError,
    FilePiece,
    Outcome,
    Resolver,
    Selection,
    Source,
    open_destination,
)
from translit.files.errors import MalformedError
from translit.files.formats.archive import Archive

DOCUMENT = "word/document.xml"
DEFLATED, STORED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED


def fix(path: Path, normalizer: Normalizer) -> tuple[FilePiece, Outcome]:
    """Rewrite a file in its place; return its piece and what became of it."""
    source = Source(path, path.suffix[1:])
    try:
        (piece,) = source.cut(Selection())
        destination = open_destination(source)
        outcome = Resolver(normalizer).resolve(piece)
        assert not outcome.trouble, outcome.trouble
        destination.add(piece, outcome)
        destination.finish()
    finally:
        source.close()
    return piece, outcome


def fix_body(folder: Path, body: str, normalizer: Normalizer) -> str:
    path = folder / "a.docx"
    path.write_bytes(make_docx(body))
    fix(path, normalizer)
    return read_member(path, DOCUMENT).partition("<w:body>")[2].partition("</w:body>")[0]


P = "<w:p>{}</w:p>"
GERMAN = '<w:lang w:val="de-DE"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, result: str) -> str:
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return FIELD.format("begin") + said + FIELD.format("separate") + result + FIELD.format("end")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (P.format(run("In Kijów &amp; x")), P.format(run("In Kyiv &amp; x"))),
        # a word over runs that look alike, and over one that does not
        (
            P.format(run("met Łuka") + '<w:proofErr w:type="x"/>' + run("szenka there")),
            P.format(run("met Lukashenk") + '<w:proofErr w:type="x"/>' + run("o there")),
        ),
        (
            P.format(run("Ł", "<w:b/>") + run("uka", "<w:b/>" + GERMAN) + run("szenka", "<w:b/>")),
            P.format(run("Ł", "<w:b/>") + run("uka", "<w:b/>" + GERMAN) + run("szenka", "<w:b/>")),
        ),
        (P.format(run("Łuka", "<w:b/>") + run("szenka")), None),
        (P.format(run("Łuka") + "<w:r><w:tab/></w:r>" + run("szenka")), None),
        (P.format(run("Ki") + "<w:hyperlink>" + run("jów") + "</w:hyperlink>"), None),
        (P.format(run("Łuka")) + P.format(run("szenka")), None),
        # a name over runs
        (
            P.format(run("Aliaksandr", "<w:b/>") + run(" Łukaszenka")),
            P.format(run("Alexander", "<w:b/>") + run(" Lukashenko")),
        ),
        (P.format(run("Petro") + run(" Lukashenka")), None),
        (P.format(run("Petro")) + P.format(run("Lukashenka")), "Petro|Lukashenko"),
        # what is no prose
        (P.format("<w:r><w:delText>Kijów</w:delText><w:instrText>Kijów</w:instrText></w:r>"), None),
        (P.format("<w:moveFrom>" + run("Kijów") + "</w:moveFrom>"), None),
        (P.format(run("Kijów", '<w:rStyle w:val="HTMLCode"/>')), None),
        (P.format(run("Kijów", "<w:vanish/>")), None),
        (P.format(run("Kijów", '<w:vanish w:val="0"/>')), "Kyiv"),
        (P.format('<w:pPr><w:pStyle w:val="Source Code"/></w:pPr>' + run("Kijów")), None),
        (P.format('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + run("Kijów")), "Kyiv"),
        (P.format(f'<m:oMath xmlns:m="m">{run("Kijów")}</m:oMath>'), None),
        (P.format('<w:bookmarkStart w:name="Kijów"/>' + run("x") + '<w:t w:a="Kijów"/>'), None),
        # fields: a link and a table of contents are words of the author, a reference is not
        (P.format(field(' HYPERLINK "Kijów" ', run("Kijów"))), "Kyiv"),
        (P.format(field("TOC", run("Kijów") + field("PAGEREF Kijów", run("Kijów")))), "Kyiv|Kijów"),
        (P.format(field(" MERGEFIELD Kijów ", run("Kijów"))), None),
        (P.format('<w:fldSimple w:instr="FILENAME">' + run("Kijów") + "</w:fldSimple>"), None),
        # what other data fills in, and what it does not
        (
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
            + P.format(run("Kijów"))
            + "</w:sdtContent></w:sdt>"
            + P.format(run("Kijów")),
            "Kijów|Kyiv",
        ),
        ("<w:sdt><w:sdtContent>" + P.format(run("Kijów")) + "</w:sdtContent></w:sdt>", "Kyiv"),
        # languages
        (P.format(run("In Kijów", GERMAN)), "In Kyjiw"),
        (P.format(run("It was long ago, in Kijów. ") + run("In Kijów", GERMAN)), "Kyiv|Kyjiw"),
        (P.format(run("Kijów", '<w:lang w:val="x-none"/>')), None),
        (P.format(run("It was in Kijów.", '<w:lang w:eastAsia="ja-JP"/>')), "Kyiv"),
        # CDATA and references
        (
            P.format(run("<![CDATA[In Kijów]]> &#75;ijów")),
            P.format(run("<![CDATA[In Kyiv]]> Kyiv")),
        ),
    ],
)
def test_a_document(
    body: str, expected: str | None, tmp_path: Path, normalizer: Normalizer
) -> None:
    found = fix_body(tmp_path, body, normalizer)
    if expected is None:
        assert found == body
    elif expected.startswith("<"):
        assert found == expected
    else:
        at = 0
        for part in expected.split("|"):
            assert (at := found.find(f"{part}", at) + len(part)) >= len(part), found
        assert found.count("Kijów") < body.count("Kijów") or "Lukashenko" in found


def test_headers_are_read_with_the_text(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        make_docx(
            P.format(run("Taras Schewtschuk spoke.")), header=P.format(run("Schewtschuk left."))
        )
    )
    fix(path, normalizer)
    assert "Shevchuk left." in read_member(path, "word/header1.xml")


def test_a_book(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.epub"
    pages = {
        "a b.xhtml": "<p>Taras Schewtschuk &amp; <code>Kijów</code> &#xA0; in Kijów</p>",
        "b.xhtml": "<p>Schewtschuk <i xml:lang='de'>war in Kijów</i><img alt='Kijów'/></p>",
    }
    path.write_bytes(make_epub(pages))
    fix(path, normalizer)
    first = read_member(path, "O/a b.xhtml")
    assert "<p>Taras Shevchuk &amp; <code>Kijów</code> &#xA0; in Kyiv</p>" in first
    second = read_member(path, "O/b.xhtml")
    assert "<p>Shevchuk <i xml:lang='de'>war in Kyjiw</i><img alt='Kyiv'/></p>" in second
    assert "<navLabel><text>In Kyiv</text></navLabel>" in read_member(path, "O/toc.ncx")
    assert "<docTitle><text>Kijów</text>" in read_member(path, "O/toc.ncx")
    assert "<dc:title>Kijów</dc:title>" in read_member(path, "O/book.opf")


@pytest.mark.parametrize("streamed", [False, True])
def test_what_is_not_edited_stays_bit_for_bit(
    tmp_path: Path, normalizer: Normalizer, streamed: bool
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(P.format(run("In Kijów")), streamed=streamed))
    before = path.read_bytes()
    fix(path, normalizer)
    compare_archives(before, path.read_bytes(), {DOCUMENT})
    assert read_member(path, DOCUMENT).count("Kyiv") == 1


def compare_archives(before: bytes, after: bytes, changed: set[str]) -> None:
    """Assert that two archives differ in what is in these members, and in nothing else."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.testzip() is None
        assert old.comment == new.comment
        assert old.namelist() == new.namelist()
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            for name in ("date_time", "compress_type", "extra", "comment", "external_attr"):
                assert getattr(one, name) == getattr(other, name)
            if one.filename not in changed:
                assert list_bytes(before, one) == list_bytes(after, other)


def list_bytes(raw: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return the head and the packed bytes of a member, as they stand in the file."""
    name, extra = struct.unpack_from("<2H", raw, info.header_offset + 26)
    end = info.header_offset + 30 + name + extra + info.compress_size
    return raw[info.header_offset : end]


fragments = st.sampled_from(
    [
        run("Kijów"), run("Łuka"), run("szenka"), run(" in "), run("Aliaksandr ", "<w:b/>"),
        run("Zelenskyi", GERMAN), run("&amp;&lt;"), run("<![CDATA[Kijów]]>"), "</w:p><w:p>",
        "<w:r><w:tab/><w:br/></w:r>", field("HYPERLINK x", run("Kijów")), run(""),
        FIELD.format("end"), "<w:hyperlink>" + run("Kij&#243;w") + "</w:hyperlink>",
        "<!-- Kijów -->", "<?x Kijów?>", run("Sejong Meeting"), "\r\n", run("😀ñ"),
    ]
)  # fmt: skip


@given(parts=st.lists(fragments, max_size=12), header=st.lists(fragments, max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_document_comes_through(
    parts: list[str],
    header: list[str],
    normalizer: Normalizer,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("docx") / "a.docx"
    path.write_bytes(make_docx(P.format("".join(parts)), header=P.format("".join(header))))
    before = path.read_bytes()
    piece, outcome = fix(path, normalizer)
    compare_archives(before, path.read_bytes(), {DOCUMENT, "word/header1.xml"})
    if not outcome.changes:
        assert path.read_bytes() == before
    read, kept = 0, outcome.result
    for start, end, after in outcome.changes:  # between the changes all is as it was
        assert kept.startswith(piece.source[read:start] + after)
        kept, read = kept[start - read + len(after) :], end
    assert kept == piece.source[read:]
    assert fix(path, normalizer)[1].changes == ()


def replace_all(raw: bytes, old: bytes, new: bytes) -> bytes:
    assert old in raw and len(old) == len(new)
    return raw.replace(old, new)


GOOD = make_docx(P.format(run("Kijów")))
BOOK = make_epub({"a.xhtml": "<p>Kijów</p>"})
BOMB = b"<!-- " + b" " * (1 << 25) + b" -->"
TYPES = (
    '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def set_flags(raw: bytes, flags: int) -> bytes:
    changed = bytearray(raw)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.find(sign)
        while place >= 0:
            struct.pack_into("<H", changed, place + at, flags)
            place = raw.find(sign, place + 1)
    return bytes(changed)


def overlap(raw: bytes) -> bytes:
    """Make two members of an archive one, as in archives that unpack without end."""
    changed = bytearray(raw)
    first = raw.find(b"PK\x01\x02")
    second = raw.find(b"PK\x01\x02", first + 1)
    struct.pack_into("<L", changed, second + 20, 1 << 20)
    return bytes(changed)


def book_with(*others: tuple[str, str | bytes, int]) -> bytes:
    return make_epub({"a.xhtml": "<p>Kijów</p>"}, others=list(others))


TRAPS = [
    ("docx", b"", "is no ZIP archive, or is cut off"),
    ("docx", b"PK\x03\x04 but not really", "is no ZIP archive"),
    ("docx", b"\xd0\xcf\x11\xe0" + bytes(600), "is encrypted, or in Word's old format"),
    ("docx", GOOD[:-40], "is no ZIP archive, or is cut off"),
    ("docx", GOOD[100:], "is damaged"),
    ("docx", GOOD + b"x", "is damaged: its end is not that"),
    ("docx", set_flags(GOOD, 1), "is encrypted"),
    ("docx", overlap(GOOD), "is damaged: [^ ]* overlaps what follows it"),
    ("docx", replace_all(GOOD, b"word/document.xml", b"/ord/document.xml"), "name leads elsewhere"),
    ("docx", replace_all(GOOD, b"word/document.xml", b"../d/document.xml"), "name leads elsewhere"),
    ("docx", replace_all(GOOD, b"word/document.xml", b"C:\\d/document.xml"), "leads elsewhere"),
    ("docx", pack([("[Content_Types].xml", TYPES, DEFLATED)]), "is no DOCX: it holds no document"),
    ("docx", pack([("a", "b", STORED)]), "is no DOCX: it does not say what it holds"),
    ("docx", pack([]), "is no DOCX"),
    (
        "docx",
        pack([("[Content_Types].xml", TYPES, DEFLATED), (DOCUMENT, BOMB, DEFLATED)]),
        "too many for a text",
    ),
    (
        "docx",
        pack([("[Content_Types].xml", TYPES, DEFLATED), (DOCUMENT, "<w:a", zipfile.ZIP_BZIP2)]),
        "packed in a way that is not read",
    ),
    (
        "docx",
        pack([("[Content_Types].xml", TYPES, DEFLATED), (DOCUMENT, b"\xff<a/>", STORED)]),
        "is damaged: its word/document.xml is not UTF-8",
    ),
    ("epub", pack([("a", "b", STORED)]), "is no EPUB: it has no META-INF/container.xml"),
    (
        "epub",
        book_with(
            (
                "META-INF/encryption.xml",
                '<encryption><CipherReference URI="O/a.xhtml"/></encryption>',
                STORED,
            )
        ),
        "is encrypted, for sale or loan",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "raw", "message"), TRAPS, ids=range(len(TRAPS)))
def test_traps_are_refused(tmp_path: Path, kind: str, raw: bytes, message: str) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(raw)
    source = Source(path, kind)
    with pytest.raises(DocumentError, match=message) as raised:
        list(source.cut(Selection()))
    source.close()
    assert len(str(raised.value).splitlines()) == 1
    assert path.read_bytes() == raw


@pytest.mark.parametrize(
    ("xml", "trouble"),
    [
        ("<w:p>", "its word/document.xml is not well-formed XML"),
        ("<!DOCTYPE x [<!ENTITY a 'Kijów'>]><x>&a;</x>", "declares entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "declares entities"),
        ("<x>&a;</x>", "is not well-formed XML"),
        ("<a>" * 3000 + "</a>" * 3000, "within each other"),
    ],
)
def test_xml_that_is_not_read(
    tmp_path: Path, normalizer: Normalizer, xml: str, trouble: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(pack([("[Content_Types].xml", TYPES, DEFLATED), (DOCUMENT, xml, DEFLATED)]))
    source = Source(path, "docx")
    (piece,) = source.cut(Selection())
    outcome = Resolver(normalizer).resolve(piece)
    source.close()
    assert trouble in outcome.trouble and not outcome.refused


def test_a_checksum_that_does_not_hold(tmp_path: Path) -> None:
    raw = bytearray(pack([("a", "Kijów" * 9, STORED)]))
    raw[raw.find("ó".encode())] ^= 1
    with pytest.raises(MalformedError, match="is not what its checksum says"):
        Archive(io.BytesIO(raw)).read("a")


def test_a_member_that_is_longer_than_it_says() -> None:
    raw = bytearray(pack([("a", "Kijów" * 999, DEFLATED)]))
    struct.pack_into("<L", raw, raw.find(b"PK\x01\x02") + 24, 7)
    with pytest.raises(MalformedError, match="is not what its checksum says"):
        Archive(io.BytesIO(raw)).read("a")


@pytest.mark.parametrize("name", ["_xmlsignatures/sig1.xml", "META-INF/signatures.xml"])
def test_what_is_signed_stays(tmp_path: Path, normalizer: Normalizer, name: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(P.format(run("Kijów")), others=[(name, "x", STORED)]))
    before = path.read_bytes()
    with pytest.raises(DocumentError, match="is signed"):
        fix(path, normalizer)
    assert path.read_bytes() == before


def test_fonts_of_a_book_may_be_encrypted(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.epub"
    said = '<encryption><CipherReference URI="O/font.otf"/></encryption>'
    path.write_bytes(book_with(("META-INF/encryption.xml", said, STORED)))
    fix(path, normalizer)
    assert "Kyiv" in read_member(path, "O/a.xhtml")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "windows-1250"])
def test_other_encodings_of_a_member(tmp_path: Path, normalizer: Normalizer, codec: str) -> None:
    path = tmp_path / "a.docx"
    declared = ' encoding="windows-1250"' if codec == "windows-1250" else ""
    xml = f'<?xml version="1.0"{declared}?><w:d xmlns:w="{W}">{P.format(run("In Kijów"))}</w:d>'
    members = [("[Content_Types].xml", TYPES, DEFLATED), (DOCUMENT, xml.encode(codec), STORED)]
    path.write_bytes(pack([(name, raw, how) for name, raw, how in members]))
    fix(path, normalizer)
    with zipfile.ZipFile(path) as archive:
        assert archive.read(DOCUMENT) == xml.replace("Kijów", "Kyiv").encode(codec)


def test_deflated_bytes_are_those_of_zlib() -> None:
    target = io.BytesIO()
    Archive(io.BytesIO(GOOD)).write({DOCUMENT: b"x" * 99}, target)
    with zipfile.ZipFile(target) as archive:
        info = archive.getinfo(DOCUMENT)
        assert archive.read(DOCUMENT) == b"x" * 99
        assert zlib.crc32(b"x" * 99) == info.CRC
