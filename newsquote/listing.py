"""Quotes as a listing to read in a terminal, safe for right-to-left text.

Each Arabic run stands in a directional isolate of its own, line by line, so that terminals that reorder text keep
labels, numbers and indents in their places; those that do not show the same words in logical order.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from newsquote.models import AnonymousSource, Quote, Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_RIGHT_TO_LEFT, _FIRST_STRONG, _END = "\u2067", "\u2068", "\u2069"
_INDENT = 5
_LABELS = 9
_NARROWEST = 20
_STYLES = {"speaker": "bold", "content": ""}
_TYPE_STYLES = {"direct": "green", "indirect": "cyan", "mixed": "yellow"}
_ANONYMOUS = {
    "source": "unnamed source",
    "official": "unnamed official",
    "expert": "unnamed expert",
    "witness": "unnamed witness",
    "group": "unnamed group",
    "media": "unnamed media",
    "person": "unnamed person",
    "name-withheld": "name withheld",
    "impersonal": "no source is named",
}


def print_listing(
    name: str, quotes: Sequence[Quote], *, file: TextIO | None = None, console: "Console | None" = None
) -> None:
    """Print the quotes of an article, a block each, as wide as the terminal.

    Args:
        name: What to call the article.
        quotes: Its quotes.
        file: Where to print; standard output if none is given.
        console: How to print there.
    """
    from rich.console import Console  # noqa: PLC0415 - whoever prints no listing need not load rich
    from rich.text import Text  # noqa: PLC0415

    console = console or Console(highlight=False, file=file)
    count = f"{len(quotes) or 'no'} quote{'' if len(quotes) == 1 else 's'}"
    console.print(named(f"{count} in ", name), soft_wrap=True)
    for number, quote in enumerate(quotes, start=1):
        console.print()
        kind = (quote.type, f"bold {_TYPE_STYLES[quote.type]}")
        nested = ", inside another quote" if quote.nested else ""
        console.print(Text.assemble((f"{number:>{_INDENT - 2}}  ", "bold"), kind, (nested, "dim")))
        for label, value, remark in _rows(quote):
            print_row(console, label, value, remark)
    console.print()


def _rows(quote: Quote) -> Iterator[tuple[str, str, str]]:
    """Label, Arabic value and English remark of each line of a block."""
    speaker = quote.speaker.name if quote.speaker else quote.source.text if quote.source else ""
    yield "speaker", speaker, "; ".join(_remarks(quote))
    if quote.anonymous and quote.anonymous.reason:
        yield "reason", quote.anonymous.reason.text, ""
    if quote.cue:
        yield "cue", _joined(quote.cue), ""
    if quote.via:
        yield "via", quote.via.text, ""
    yield "content", _joined(quote.content), ""


def _remarks(quote: Quote) -> Iterator[str]:
    if quote.speaker and quote.speaker.kind != "unknown":
        yield quote.speaker.kind
    if quote.anonymous:
        yield _anonymity(quote.anonymous)
    elif not quote.speaker and not quote.source:
        yield "not known"


def _anonymity(anonymous: AnonymousSource) -> str:
    count = f", {anonymous.count} of them" if anonymous.count and anonymous.count > 1 else ""
    return f"anonymous: {_ANONYMOUS[anonymous.kind]}{count}"


def _joined(spans: Sequence[Span]) -> str:
    return " … ".join(span.text for span in spans)


def named(words: str, name: str) -> "Text":
    """Words before the name of an article, whatever its script."""
    from rich.text import Text  # noqa: PLC0415

    return Text.assemble(words, (_FIRST_STRONG + _clean(name) + _END, "bold"))


def print_row(console: "Console", label: str, value: str, remark: str) -> None:
    """Print a label, an Arabic value, and an English remark in brackets, each line of the value in its own isolate."""
    from rich.text import Text  # noqa: PLC0415

    margin = " " * (_INDENT + _LABELS)
    width = max(console.width - len(margin), _NARROWEST)
    values = [line.plain.rstrip() for line in Text(_clean(value)).wrap(console, width)] if value else []
    remarks = [line.plain.rstrip() for line in Text(f"({remark})").wrap(console, width)] if remark else []
    row = Text.assemble(" " * _INDENT, (label.ljust(_LABELS), "dim"))
    row.append(f"\n{margin}".join(_RIGHT_TO_LEFT + line + _END for line in values), _STYLES.get(label, "dim"))
    if values and remarks:
        # on the value's last line where there is room
        fits = Text(values[-1]).cell_len + 2 + len(remarks[0]) <= width and len(remarks) == 1
        row.append("  " if fits else f"\n{margin}")
    row.append(f"\n{margin}".join(remarks), "magenta" if "anonymous" in remark else "dim")
    console.print(row, soft_wrap=True)


def _clean(text: str) -> str:
    """One line, without characters that would steer the terminal or leave an isolate."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs"} and not _steers(c))


def _steers(character: str) -> bool:
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
