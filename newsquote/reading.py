"""Articles from files and standard input; what cannot be read becomes an error that names file and line."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from newsquote import web_pages
from newsquote.errors import InputError

STDIN = "-"
EXAMPLE = "example.txt"
_JSON_LINES = (".jsonl", ".ndjson")
_READ_IN_FOLDERS = (".txt", *_JSON_LINES, *web_pages.SUFFIXES)
_JSON_LINES_HINT = 'save its articles as JSON lines, {"id": "…", "text": "…"} each, in a file named *.jsonl'
_PLAIN_TEXT_HINT = "save its text in a file named *.txt, in UTF-8"
_OTHERS = {
    **dict.fromkeys((".csv", ".json", ".tsv", ".xls", ".xlsx"), _JSON_LINES_HINT),
    **dict.fromkeys((".doc", ".docx", ".epub", ".odt", ".pdf", ".rtf"), _PLAIN_TEXT_HINT),
}
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Document:
    """An article to be read.

    Attributes:
        id: A file's name, from the folder that was named on; or the ``id`` of its JSON line.
        text: The article.
        place: ``FILE`` or ``FILE:LINE``, for messages.
        size: How many bytes it took.
        fields: All fields of its JSON line; none for a text file.
    """

    id: str | int
    text: str
    place: str
    size: int = 0
    fields: Mapping[str, object] = field(default_factory=dict, repr=False)


def read(name: str, *, leaving_out: Path | None = None) -> Iterator[Document | InputError]:
    """The articles of a file or folder, or of standard input for ``-``, in order; an error in place of each bad one.

    A file named ``*.jsonl`` or ``*.ndjson`` holds JSON lines, ``*.html``, ``*.htm`` or ``*.xhtml`` a web page, any
    other one article, unless it is named as a table or as a document of a word processor. Standard input holds JSON
    lines if its first line that is not blank is a JSON object with a ``text``, a web page if it begins as one. Of a
    folder, all files with these endings or ``.txt`` are read, those in folders within it too, by name; hidden ones are
    not.

    Args:
        name: What to read.
        leaving_out: A file or folder not to read, though the folder holds it: that into which the output goes.
    """
    if name == STDIN:
        yield from _standard_input(sys.stdin.buffer)
    elif Path(name).is_dir():
        for path in files(name, leaving_out=leaving_out):
            yield from _file(str(path), identity=path.relative_to(name).as_posix())
    else:
        yield from _file(name, identity=Path(name).name)


def files(folder: str, *, leaving_out: Path | None = None) -> list[Path]:
    """The files of a folder that hold articles, sorted."""
    inside = (path for path in Path(folder).rglob("*") if path.suffix.lower() in _READ_IN_FOLDERS)
    return sorted(
        path
        for path in inside
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not (leaving_out and path.resolve().is_relative_to(leaving_out.resolve()))
    )


def _file(name: str, *, identity: str) -> Iterator[Document | InputError]:
    suffix = Path(name).suffix.lower()
    try:
        with Path(name).open("rb") as file:
            if suffix in _JSON_LINES:
                yield from _json_lines(name, file)
            elif suffix in web_pages.SUFFIXES:
                yield _web_page(name, identity, file.read())
            elif hint := _OTHERS.get(suffix):
                yield InputError(f"{name}: is no article in plain text; {hint}")
            else:
                yield _article(name, identity, file.read())
    except FileNotFoundError:
        yield InputError(f"{name}: no such file; check the name and the folder you are in")
    except OSError as error:
        yield InputError(f"{name}: cannot be read: {error.strerror or error}")


def example() -> Document:
    """The article that the package carries."""
    text = (resources.files("newsquote") / "examples" / EXAMPLE).read_text(encoding="utf-8")
    return Document(id=EXAMPLE, text=text, place=EXAMPLE)


def _standard_input(stream: BinaryIO) -> Iterator[Document | InputError]:
    head: list[bytes] = []
    for line in stream:
        head.append(line)
        if line.removeprefix(_BOM).strip():
            break
    if head and _has_text(head[-1]):
        yield from _json_lines(STDIN, chain(head, stream))
    elif web_pages.is_web_page(page := b"".join(head) + stream.read()):
        yield _web_page(STDIN, STDIN, page)
    else:
        yield _article(STDIN, STDIN, page)


def _has_text(line: bytes) -> bool:
    try:
        value = json.loads(line.removeprefix(_BOM))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value


def _article(name: str, identity: str, data: bytes) -> Document | InputError:
    try:
        text = _decode(data)
    except UnicodeDecodeError as error:
        return _not_utf8(name, 1 + data.count(b"\n", 0, error.start), data)
    return Document(id=_printable(identity), text=text, place=name, size=len(data))


def _web_page(name: str, identity: str, data: bytes) -> Document | InputError:
    try:
        text = web_pages.article_text(name, data)
    except InputError as error:
        return error
    return Document(id=_printable(identity), text=text, place=name, size=len(data))


def _printable(name: str) -> str:
    # a name whose bytes are no UTF-8 could not be printed again
    return os.fsencode(name).decode("utf-8", "replace")


def _json_lines(name: str, lines: Iterable[bytes]) -> Iterator[Document | InputError]:
    for number, line in enumerate(lines, start=1):
        try:
            if line.removeprefix(_BOM).strip():
                yield _record(f"{name}:{number}", _decode(line), size=len(line))
        except UnicodeDecodeError:
            yield _not_utf8(name, number, line)
        except InputError as error:
            yield error
        if number == 1 and line.startswith(_UTF16):
            return  # its lines cannot be told apart


def _record(place: str, line: str, *, size: int) -> Document:
    try:
        record = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise InputError(
            f"{place}: is not JSON ({error.msg}, column {error.colno}); each line must be one object with id and text"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is JSON that cannot be read: nested too deeply, or a number too long") from error
    if not isinstance(record, dict):
        raise InputError(f'{place}: is no JSON object; write {{"id": "…", "text": "…"}}')
    for name in ("id", "text"):
        if name not in record:
            raise InputError(f"{place}: has no {name!r}; each line needs an id and a text")
    if not isinstance(text := record["text"], str):
        raise InputError(f"{place}: 'text' must be a string, not {type(text).__name__}")
    if isinstance(identity := record["id"], bool) or not isinstance(identity, str | int):
        raise InputError(f"{place}: 'id' must be a string or a whole number, not {type(identity).__name__}")
    if any("\ud800" <= c <= "\udfff" for c in f"{identity}{text}"):
        raise InputError(rf"{place}: holds half a character (a lone surrogate, \ud800 to \udfff); write it whole")
    return Document(id=identity, text=text, place=place, size=size, fields=record)


def _decode(data: bytes) -> str:
    return data.removeprefix(_BOM).decode("utf-8")


def _not_utf8(name: str, line: int, data: bytes) -> InputError:
    encoding = "UTF-16" if data.startswith(_UTF16) else "WINDOWS-1256"
    return InputError(
        f"{name}:{line}: is not UTF-8; convert it first, as in "
        f"iconv -f {encoding} -t UTF-8 {name if name != STDIN else 'FILE'}"
    )
