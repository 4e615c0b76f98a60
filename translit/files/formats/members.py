"""The members of an archive that hold text: read as one document, and put back where they were."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from translit.files.document import Document, join
from translit.files.encodings import choose_encoding, find_codec
from translit.files.errors import DocumentError, MalformedError, refuse
from translit.files.formats.archive import Archive
from translit.files.piece import Composer, FilePiece

# FILE SEPARATOR: parts members in the source of a piece. No XML may hold it.
_SEPARATOR = "\x1c"
LONGEST_MEMBERS = 1 << 27
"""Code points of all members of an archive that are read."""

_DECLARED = re.compile(rb"""<\?xml[^>]{1,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


@dataclass(frozen=True, slots=True)
class Text:
    """A member that holds text, and what knows its prose."""

    name: str
    composer: Composer


@dataclass(frozen=True, slots=True)
class Members:
    """The texts of an archive as one document, in the language `lang` or else that of the first."""

    texts: tuple[Text, ...]
    lang: str = ""

    def compose(self, source: str) -> Document:
        """Return the prose of all members; MalformedError names the one that cannot be read."""
        documents: list[tuple[int, Document]] = []
        at = 0
        for text, part in zip(self.texts, source.split(_SEPARATOR), strict=True):
            try:
                documents.append((at, text.composer.compose(part)))
            except MalformedError as error:
                raise MalformedError(f"its {text.name} {error}") from None
            at += len(part) + len(_SEPARATOR)
        return join(documents, self.lang or documents[0][1].lang)


class ArchiveText:
    """An archive as one document: its texts are read, the rest is left as it is."""

    def __init__(
        self, archive: Archive, path: Path | None, texts: Sequence[Text], *, lang: str = ""
    ) -> None:
        self._archive = archive
        self._path = path
        self._texts = tuple(texts)
        self._lang = lang
        self._encodings: dict[str, tuple[str, bytes]] = {}  # the codec and the mark of each

    def cut(self) -> Iterator[FilePiece]:
        """Yield one piece, whose source is the text of all members."""
        texts: list[str] = []
        try:
            for text in self._texts:
                texts.append(self._read(text.name))
                if sum(map(len, texts)) > LONGEST_MEMBERS:
                    raise MalformedError(
                        f"holds more than {LONGEST_MEMBERS:,} characters; take it apart"
                    )
        except MalformedError as error:
            raise refuse(self._path, f"{error}; nothing was changed") from None
        yield FilePiece(_SEPARATOR.join(texts), 0, 1, Members(self._texts, self._lang))

    def write(self, results: Iterator[str], target: IO[bytes]) -> None:
        """Write the archive with what became of its texts; members that stay are copied."""
        self._refuse_signed()
        parts = next(results).split(_SEPARATOR)
        changed: dict[str, bytes] = {}
        for text, part in zip(self._texts, parts, strict=True):
            codec, mark = self._encodings[text.name]
            try:
                raw = mark + part.encode(codec)
            except UnicodeEncodeError as error:
                letters = error.object[error.start : error.end]
                raise refuse(
                    self._path,
                    f"“{letters}” cannot be written in {codec}, as its {text.name} is, nothing "
                    "was changed",
                ) from None
            if raw != self._archive.read(text.name):
                changed[text.name] = raw
        self._archive.write(changed, target)

    def close(self) -> None:
        """Nothing is held but the stream, which another closes."""

    def _refuse_signed(self) -> None:
        signed = [n for n in self._archive.members if "signatures" in n.lower().split(".")[0]]
        if signed:
            error: DocumentError = refuse(
                self._path, f"is signed ({signed[0]}), which a change would break; it stays"
            )
            raise error

    def _read(self, name: str) -> str:
        raw = self._archive.read(name)
        text, codec, mark = decode_xml(raw, name, self._path)
        self._encodings[name] = codec, mark
        return text


def decode_xml(raw: bytes, name: str, path: Path | None) -> tuple[str, str, bytes]:
    """Return the text of XML, its codec and its byte order mark; MalformedError if it is none."""
    declared = _DECLARED.match(raw)
    wanted = declared[1].decode() if declared and find_codec(declared[1].decode()) else ""
    encoding = choose_encoding(raw[:1024], path, wanted)
    body = raw.removeprefix(encoding.mark)
    try:
        text = body.decode(encoding.codec)
        is_whole = text.encode(encoding.codec) == body and _SEPARATOR not in text
    except UnicodeError:
        is_whole = False
    if not is_whole:
        raise MalformedError(f"is damaged: its {name} is not {encoding.name}")
    return text, encoding.codec, encoding.mark
