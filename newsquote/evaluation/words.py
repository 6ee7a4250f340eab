"""Spans as sets of words, so that punctuation and quotation marks do not count."""

import re
from collections.abc import Iterable

from newsquote.syntax import Extent

_WORD = re.compile(r"\w+")


class Words:
    """The words of a text, by number."""

    def __init__(self, text: str) -> None:
        self._words = [found.span() for found in _WORD.finditer(text)]

    def inside(self, spans: Iterable[Extent]) -> frozenset[int]:
        """The words that lie by more than half inside one of the spans."""
        return frozenset(
            number
            for start, end in spans
            for number, (first, last) in enumerate(self._words)
            if min(end, last) - max(start, first) > (last - first) / 2
        )

    def mention(self, span: Extent | None) -> frozenset[int]:
        """The words of a span, none where there is no span."""
        return self.inside([span] if span else [])


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union, from 0 to 1; 0 for two empty sets."""
    return len(one & other) / len(one | other) if one | other else 0.0


def same_mention(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two phrases share half of the shorter one, or are both absent."""
    if not one or not other:
        return not one and not other
    return len(one & other) >= 0.5 * min(len(one), len(other))
