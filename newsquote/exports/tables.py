"""Quotes as a table, a row each: a pandas data frame, or rows for a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from newsquote.models import Quote, Span

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | None
COLUMNS = (
    "type",
    "speaker",
    "speaker_kind",
    "speaker_gender",
    "speaker_number",
    "source",
    "cue",
    "content",
    "via",
    "anonymous",
    "anonymous_count",
    "anonymous_reason",
    "nested",
    "construction",
    "entry",
    "confidence",
    "start",
    "end",
)
_SIGNATURE = "\ufeff"  # by which spreadsheets know UTF-8
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # after OWASP, "CSV Injection"
_GAP = " … "


def to_frame(quotes: Iterable[Quote]) -> "pd.DataFrame":
    """Quotes as a pandas data frame, a row each, with the columns of ``newsquote extract --format csv``.

    Several spans of one content or cue are joined by ``" … "``; ``start`` and ``end`` are where the content begins and
    ends, in code points of the text. What a quote lacks is missing in its row.

    Args:
        quotes: Quotes of one article, or of many.

    Raises:
        ImportError: If pandas is not installed; ``pip install "newsquote[pandas]"`` brings it.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImportError('to_frame needs pandas; install it by: pip install "newsquote[pandas]"') from error

    frame: pd.DataFrame = pd.DataFrame([row(quote) for quote in quotes], columns=list(COLUMNS))
    # types that do not depend on what happens to be missing
    types = {"anonymous_count": "Int64", "nested": "bool", "confidence": "float64", "start": "int64", "end": "int64"}
    typed: pd.DataFrame = frame.astype(types)
    return typed


def row(quote: Quote) -> tuple[Cell, ...]:
    """A quote's cells, in the order of ``COLUMNS``."""
    speaker, anonymous = quote.speaker, quote.anonymous
    return (
        quote.type,
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        speaker.gender if speaker else None,
        speaker.number if speaker else None,
        quote.source.text if quote.source else None,
        _joined(quote.cue),
        _joined(quote.content),
        quote.via.text if quote.via else None,
        anonymous.kind if anonymous else None,
        anonymous.count if anonymous else None,
        anonymous.reason.text if anonymous and anonymous.reason else None,
        quote.nested,
        quote.construction,
        quote.entry,
        quote.confidence,
        quote.content[0].start,
        quote.content[-1].end,
    )


def write_csv(articles: Iterable[tuple[str | int, Iterable[Quote]]], stream: TextIO) -> None:
    """Write the quotes of articles, each given as id and quotes, for a spreadsheet to open.

    UTF-8 with its signature, fields parted by commas, lines ended by CR LF (RFC 4180). All but numbers stands in
    quotation marks, for LibreOffice parts other cells at tabs and semicolons, too. A cell that a spreadsheet would run
    as a formula gets an apostrophe in front.

    Args:
        articles: The articles, in order.
        stream: Where to write; must leave line ends alone.
    """
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
    stream.write(_SIGNATURE)
    writer.writerow(("article", "number", *COLUMNS))
    for identity, quotes in articles:
        for number, quote in enumerate(quotes, start=1):
            writer.writerow([_harmless(cell) for cell in (identity, number, *row(quote))])
        stream.flush()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell


def _joined(spans: Iterable[Span]) -> str | None:
    return _GAP.join(span.text for span in spans) or None
