"""Quotes as stand-off annotation for brat (https://brat.nlplab.org/standoff.html): a ``.txt`` and ``.ann`` an article.

Content, cue, source and via are text-bound annotations; relations lead from the content to the others; type, nesting
and anonymity are attributes of the content; a note on it names speaker, construction and entry.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import get_args

from newsquote.models import AnonymousKind, Quote, QuoteType, Span

_RELATIONS = {"Cue": "SignalledBy", "Source": "SaidBy", "Via": "RelayedBy"}
_CONFIGURATION = f"""\
[entities]
Content
Cue
Source
Via

[relations]
SignalledBy\tArg1:Content, Arg2:Cue
SaidBy\tArg1:Content, Arg2:Source
RelayedBy\tArg1:Content, Arg2:Via
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Type\tArg:Content, Value:{"|".join(get_args(QuoteType))}
Anonymous\tArg:Content, Value:{"|".join(get_args(AnonymousKind))}
Nested\tArg:Content
"""
_DISPLAY = """\
[labels]

[drawing]
Content\tbgColor:#fdf1cf, borderColor:darken
Cue\tbgColor:#eeeeee, borderColor:darken
Source\tbgColor:#dfedf9, borderColor:darken
Via\tbgColor:#dcf1ea, borderColor:darken
Type\tglyph:=|~|≈
Anonymous\tglyph:?
Nested\tglyph:↳

[options]
Text\tdirection:rtl
"""
# an annotation may hold neither a tab nor anything at which Python's readers, brat's among them, break lines
_UNBROKEN = re.compile("[^\\t\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029]+")
_UNSAFE = re.compile(r"[^\w.\-]+")
_KNOWN_SUFFIX = re.compile(r"\.(?:txt|html?|xhtml)$", re.IGNORECASE)


def annotations(quotes: Sequence[Quote]) -> Iterator[str]:
    """The lines of an article's ``.ann`` file, with their ends."""
    marks: dict[tuple[str, tuple[Span, ...]], str] = {}  # quotes share a source's or cue's mark
    mark_number, relation, attribute = count(1), count(1), count(1)
    for number, quote in enumerate(quotes, start=1):
        content = f"T{next(mark_number)}"
        yield _text_bound(content, "Content", quote.content)
        for label, spans in _parties(quote):
            if (label, spans) not in marks:
                marks[label, spans] = f"T{next(mark_number)}"
                yield _text_bound(marks[label, spans], label, spans)
            yield f"R{next(relation)}\t{_RELATIONS[label]} Arg1:{content} Arg2:{marks[label, spans]}\n"
        yield f"A{next(attribute)}\tType {content} {quote.type}\n"
        if quote.anonymous:
            yield f"A{next(attribute)}\tAnonymous {content} {quote.anonymous.kind}\n"
        if quote.nested:
            yield f"A{next(attribute)}\tNested {content}\n"
        yield f"#{number}\tAnnotatorNotes {content}\t{_note(number, quote)}\n"


def write_brat(articles: Iterable[tuple[str | int, str, Sequence[Quote]]], folder: Path) -> None:
    """Write articles, each given as id, text and quotes, into a folder that brat can open.

    Each becomes a pair of files named by its id, ``.txt`` with the text as it was given and ``.ann``; where two ids
    would give one name, the later gets a number. ``annotation.conf`` says what the annotations are, ``visual.conf`` how
    brat shows them: from right to left.

    Raises:
        OSError: If the folder cannot be made or written into.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "annotation.conf", _CONFIGURATION)
    _write(folder / "visual.conf", _DISPLAY)
    taken: set[str] = set()
    for identity, text, quotes in articles:
        name = _free_name(identity, taken)
        _write(folder / f"{name}.txt", text)
        _write(folder / f"{name}.ann", "".join(annotations(quotes)))


def _parties(quote: Quote) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if quote.cue:
        yield "Cue", quote.cue
    if quote.source:
        yield "Source", (quote.source,)
    if quote.via:
        yield "Via", (quote.via,)


def _text_bound(mark: str, label: str, spans: Iterable[Span]) -> str:
    fragments = [
        (span.start + found.start(), span.start + found.end(), found[0])
        for span in spans
        for found in _UNBROKEN.finditer(span.text)
    ]
    offsets = ";".join(f"{start} {end}" for start, end, _ in fragments)
    return f"{mark}\t{label} {offsets}\t{' '.join(text for _, _, text in fragments)}\n"


def _note(number: int, quote: Quote) -> str:
    speaker = f"speaker: {quote.speaker.name}; " if quote.speaker else ""
    entry = f" ({quote.entry})" if quote.entry else ""
    return " ".join(f"quote {number}; {speaker}{quote.construction}{entry}".split())


def _free_name(identity: str | int, taken: set[str]) -> str:
    stem = _UNSAFE.sub("_", _KNOWN_SUFFIX.sub("", str(identity))).strip("._-")[:80] or "article"
    # folded, because some disks take names that differ in case for one
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    name = next(name for name in names if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:  # line ends as they are, so that offsets hold
        file.write(text)
