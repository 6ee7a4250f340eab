"""An article cut wherever a span begins or ends, so that spans may overlap, nest and break off as they like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from newsquote.errors import InputError
from newsquote.models import Quote, Span

Role = Literal["content", "source", "via", "cue"]
_ORDER: tuple[Role, ...] = ("content", "source", "via", "cue")  # the outermost first, where two cover the same words


@dataclass(frozen=True)
class Layer:
    """What a stretch of text is to a quote.

    Attributes:
        span: The whole stretch.
        role: What it is.
        number: The quote's number, from 1.
        quote: The quote.
        starts: Whether the quote's number goes in front of it.
    """

    span: Span
    role: Role
    number: int
    quote: Quote
    starts: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of text within which nothing begins or ends.

    Attributes:
        start: Offset of its first code point.
        text: What stands there.
        layers: What covers it, outermost first.
    """

    start: int
    text: str
    layers: tuple[Layer, ...]

    @property
    def numbers(self) -> list[int]:
        """The quotes that it belongs to, the innermost last."""
        return list(dict.fromkeys(layer.number for layer in self.layers))

    @property
    def starting(self) -> list[Layer]:
        """The contents whose number goes in front of it."""
        return [layer for layer in self.layers if layer.starts and layer.span.start == self.start]


def cut(text: str, quotes: Sequence[Quote]) -> Iterator[Piece]:
    """The pieces of an article, in order; together they are its text.

    Raises:
        newsquote.InputError: If a quote is of another text.
    """
    opening = sorted(_layers(text, quotes), key=lambda layer: (layer.span.start, -layer.span.end, _rank(layer)))
    bounds = sorted({0, len(text), *(at for layer in opening for at in (layer.span.start, layer.span.end))})
    active: list[Layer] = []
    waiting = iter(opening)
    upcoming = next(waiting, None)
    for start, end in pairwise(bounds):
        active = [layer for layer in active if layer.span.end > start]
        while upcoming and upcoming.span.start == start:
            active.append(upcoming)
            upcoming = next(waiting, None)
        yield Piece(start, text[start:end], tuple(active))


def _rank(layer: Layer) -> tuple[int, int]:
    return _ORDER.index(layer.role), layer.number


def _layers(text: str, quotes: Sequence[Quote]) -> Iterator[Layer]:
    for number, quote in enumerate(quotes, start=1):
        for role, span, starts in _spans(quote):
            if text[span.start : span.end] != span.text:
                raise InputError(f"quote {number} is of another text: {span.text!r} does not stand at {span.start}")
            yield Layer(span, role, number, quote, starts)


def _spans(quote: Quote) -> Iterator[tuple[Role, Span, bool]]:
    for position, span in enumerate(quote.content):
        yield "content", span, position == 0
    for span in quote.cue:
        yield "cue", span, False
    if quote.source:
        yield "source", quote.source, False
    if quote.via:
        yield "via", quote.via, False
