"""The bundled network at work: matches in, matches out, their statements begun and ended anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import torch

from newsquote.endings import trim
from newsquote.matching import Match
from newsquote.overlaps import Settled, nest
from newsquote.parsing.engine.batches import by_length
from newsquote.refinement.network import Batch, Network, Vocabulary, batch
from newsquote.refinement.paragraphs import Anchor, Paragraph, paragraphs
from newsquote.syntax import Article, Extent

_LIKELY = 0.5  # chosen on articles that the network was not trained on
_SUREST = 0.99  # nothing is certain
_BEGINNINGS = 3  # likely ones whose likeliest end is looked for
_TOGETHER = 4000  # words in a batch, padding counted


@dataclass(frozen=True)
class Verdict:
    """What a network says of an attribution.

    Attributes:
        statement: The probability that it is one.
        content: First and last word of what is said, counted in its paragraph.
        surety: The probability that it is exactly this.
    """

    statement: float
    content: Extent
    surety: float


class Refiner:
    """Corrects what rules found.

    Args:
        network: The network.
        vocabulary: The values that it knows.
        vector_of: The number of each word's vector.
    """

    def __init__(self, network: Network, vocabulary: Vocabulary, vector_of: Mapping[str, int]) -> None:
        self._network = network.eval()
        self._vocabulary, self._vector_of = vocabulary, vector_of

    def refine(self, article: Article, settled: Sequence[Settled]) -> list[Settled]:
        """The attributions that likely are some, in text order, each with its likeliest statement."""
        found = [each for each in paragraphs(article, [one.match for one in settled]) if each.anchors]
        batches = by_length([len(paragraph.words) for paragraph in found], most=_TOGETHER)
        groups = ([found[place] for place in places] for places in batches)
        judged = {
            id(anchor.match): _refined(article, paragraph, anchor, verdict)
            for group in groups
            for paragraph, verdicts in zip(group, self.judge(group), strict=True)
            for anchor, verdict in zip(paragraph.anchors, verdicts, strict=True)
        }
        refined = (judged.get(id(one.match), one.match) for one in settled)
        kept = [match for match in refined if match is not None]
        sentences = groupby(kept, key=lambda match: match.sentence.start)
        return [one for _, group in sentences for one in nest(_each_once(group))]

    def judge(self, given: Sequence[Paragraph]) -> list[list[Verdict]]:
        """What the network says of every attribution in some paragraphs."""
        with torch.inference_mode():
            made = batch(given, self._vocabulary, self._vector_of)
            verdicts = iter(list(self._verdicts(made)))
        return [[next(verdicts) for _ in paragraph.anchors] for paragraph in given]

    def _verdicts(self, made: Batch) -> Iterator[Verdict]:
        scores = self._network(made)
        begins = scores.begins()
        likely, first = begins.topk(min(_BEGINNINGS, begins.shape[1]), -1)
        by_end, last = torch.stack([scores.ends(place) for place in first.unbind(1)], 1).max(-1)
        best = (likely + by_end).argmax(-1, keepdim=True)
        surety = (likely + by_end).gather(1, best).exp()
        columns = [scores.statement().sigmoid(), surety, first.gather(1, best), last.gather(1, best)]
        for start, *row in zip(made.first.tolist(), *(column.flatten().tolist() for column in columns), strict=True):
            yield Verdict(row[0], (start + row[2], start + row[3]), row[1])


def _refined(article: Article, paragraph: Paragraph, anchor: Anchor, verdict: Verdict) -> Match | None:
    """A match by the verdict on it; ``None`` if it is no statement."""
    if anchor.match is None or verdict.statement < _LIKELY:
        return None
    sure = replace(anchor.match, confidence=min(_SUREST, verdict.statement * verdict.surety))
    if anchor.content == verdict.content:
        return sure
    first, last = (paragraph.words[number] for number in verdict.content)
    extent = _extent(article, first.start, last.end)
    return replace(sure, content=(extent,)) if extent else sure


def _each_once(matches: Iterable[Match]) -> list[Match]:
    """Of matches whose statements have become the same, the likeliest."""
    likeliest = sorted(matches, key=lambda match: -match.confidence)
    return list({match.content: match for match in reversed(likeliest)}.values())


def _extent(article: Article, start: int, end: int) -> Extent | None:
    """A stretch of text without stops at its ends, nor one of two quotation marks."""
    for quotation in article.quotations:
        if quotation.inner[1] <= start < quotation.outer[1]:
            start = quotation.outer[1]
        if quotation.outer[0] < end <= quotation.inner[0]:
            end = quotation.outer[0]
        if quotation.outer[0] == start and quotation.outer[1] >= end:
            start = quotation.inner[0]
        if quotation.inner[0] <= start < quotation.inner[1] <= end <= quotation.outer[1]:
            end = quotation.inner[1]
        if quotation.outer[0] >= start and quotation.inner[1] == end < quotation.outer[1]:
            end = quotation.outer[1]
    return trim(article.text, start, end)
