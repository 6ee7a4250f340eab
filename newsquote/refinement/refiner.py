"""The bundled network at work: matches in, matches out, corrected and completed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import torch
from torch import Tensor

from newsquote.cues import Cue, find_cues
from newsquote.lexicon import default_lexicon
from newsquote.matching import Match
from newsquote.overlaps import Settled, nest
from newsquote.parsing.engine.batches import by_length
from newsquote.refinement.network import (
    Attributions,
    Network,
    Scores,
    Stretch,
    Vocabulary,
    attributions_of,
    words_of,
)
from newsquote.refinement.paragraphs import Anchor, Paragraph, paragraphs
from newsquote.refinement.states import States
from newsquote.refinement.verdicts import LIKELY, Verdict, found, refined
from newsquote.syntax import Article, Extent, touch

_BEGINNINGS, _ENDS = 3, 8  # likely ones that are looked at
_AGREEING = 0.8  # of the words that one of two stretches has, the share that both have
_THE_SAME = 2  # times as much counts that a stretch is the right one as that it agrees with it
_TOGETHER = 4000  # words in a batch, padding counted


class Judged(NamedTuple):
    """What the network says of a paragraph.

    Attributes:
        verdicts: On each attribution that rules found, then on words that likely are further ones.
        states: What it made of the words (word, state).
    """

    verdicts: list[Verdict]
    states: Tensor


class Refiner:
    """Corrects what rules found, and finds what they missed.

    Args:
        network: The network.
        vocabulary: The values that it knows.
        vector_of: The number of each word's vector.
    """

    def __init__(self, network: Network, vocabulary: Vocabulary, vector_of: Mapping[str, int]) -> None:
        self._network = network.eval()
        self._vocabulary, self._vector_of = vocabulary, vector_of

    def refine(self, article: Article, settled: Sequence[Settled]) -> tuple[list[Settled], States]:
        """The attributions that likely are some, in text order, each with its likeliest statement.

        Args:
            article: The parsed article; it has words.
            settled: What rules found in it.

        Returns:
            They, and what the network made of the article's words.
        """
        given = paragraphs(article, [one.match for one in settled])
        judged: dict[int, Judged] = {}
        for places in by_length([len(paragraph.words) for paragraph in given], most=_TOGETHER):
            judged.update(zip(places, self.judge([given[place] for place in places]), strict=True))
        read = [judged[place] for place in range(len(given))]
        verdicts = [
            (paragraph, verdict) for paragraph, one in zip(given, read, strict=True) for verdict in one.verdicts
        ]
        return _completed(article, settled, verdicts), States(given, [one.states for one in read])

    def judge(self, given: Sequence[Paragraph]) -> list[Judged]:
        """What the network says of some paragraphs.

        Args:
            given: The paragraphs.
        """
        with torch.inference_mode():
            words = words_of(given, self._vocabulary, self._vector_of, self._network.encoder.reader)
            states = self._network(words)
            likely = self._network.statements(states, words.anchored).sigmoid().tolist()
            anchors = [[*one.anchors, *_further(one, row)] for one, row in zip(given, likely, strict=True)]
            verdicts = iter(list(self._verdicts(states, given, anchors)) if any(anchors) else [])
        return [
            Judged([Verdict(anchor, row[anchor.word], *next(verdicts)) for anchor in those], state[: len(one.words)])
            for one, those, row, state in zip(given, anchors, likely, states, strict=True)
        ]

    def _verdicts(
        self, states: Tensor, those: Sequence[Paragraph], anchors: Sequence[Sequence[Anchor]]
    ) -> Iterator[tuple[Extent, float, Extent | None, float, float]]:
        given = attributions_of(those, anchors)
        found = [anchor.source or (anchor.word, anchor.word) for some in anchors for anchor in some]
        scores = Scores(self._network, states, given)
        said, sayer = self._network.content, self._network.source
        begins = scores.begins(sayer)
        columns = [
            *_safest(scores, said, scores.begins(said)),
            *_likeliest(scores, sayer, begins),
            _likelihood(scores, sayer, begins, given, found),
        ]
        rows = zip(*(column.tolist() for column in (given.first, given.anchor, *columns)), strict=True)
        for start, anchor, begin, end, surety, first, last, named, known in rows:
            source = None if start + first == anchor else (start + first, start + last)
            yield (start + begin, start + end), surety, source, named, known


def _completed(
    article: Article, settled: Sequence[Settled], verdicts: Sequence[tuple[Paragraph, Verdict]]
) -> list[Settled]:
    """What rules found, by the verdicts on it, and what they missed."""
    judged = {id(one.anchor.match): refined(article, paragraph, one) for paragraph, one in verdicts if one.anchor.match}
    kept = [match for one in settled if (match := judged.get(id(one.match), one.match)) is not None]
    taken = [extent for one in settled for extent in one.match.cue]
    for match in sorted(_missed(article, verdicts), key=lambda match: -match.confidence):
        if not touch(match.cue, taken):
            kept.append(match)
            taken.extend(match.cue)
    kept = sorted(_each_once(kept), key=lambda match: match.sentence.start)
    sentences = groupby(kept, key=lambda match: match.sentence.start)
    nested = [one for _, group in sentences for one in nest(list(group))]
    return sorted(nested, key=lambda one: one.match.content[0][0])


def _likeliest(scores: Scores, stretch: Stretch, begins: Tensor) -> tuple[Tensor, ...]:
    """The likeliest first and last word of each attribution's stretch, and the probability that it is this."""
    first, last, likely = _candidates(scores, stretch, begins, ends=1)
    return _at(likely.argmax(-1), first, last, likely)


def _safest(scores: Scores, stretch: Stretch, begins: Tensor) -> tuple[Tensor, ...]:
    """The first and last word of the stretch that likeliest agrees with the right one, and the probability of that.

    Minimum Bayes risk, as Kumar and Byrne (2004, https://aclanthology.org/N04-1022) decode; two stretches agree as
    scores count them, by the share of their words that they have in common.
    """
    first, last, likely = _candidates(scores, stretch, begins, ends=_ENDS)
    begin, end, other, its_end = first.unsqueeze(2), last.unsqueeze(2), first.unsqueeze(1), last.unsqueeze(1)
    both = torch.minimum(end, its_end) - torch.maximum(begin, other) + 1
    either = torch.maximum(end, its_end) - torch.minimum(begin, other) + 1
    agreeing = ((both >= _AGREEING * either) * likely.unsqueeze(1)).sum(-1)
    return _at((agreeing + _THE_SAME * likely).argmax(-1), first, last, agreeing)


def _candidates(scores: Scores, stretch: Stretch, begins: Tensor, *, ends: int) -> tuple[Tensor, ...]:
    """The first and last words of each attribution's likely stretches, and the probability of each."""
    begun, first = begins.topk(min(_BEGINNINGS, begins.shape[1]), -1)
    by_end = torch.stack([scores.ends(stretch, place) for place in first.unbind(1)], 1)
    ended, last = by_end.topk(min(ends, begins.shape[1]), -1)
    likely = (begun.unsqueeze(2) + ended).exp()
    return first.unsqueeze(2).expand_as(last).flatten(1), last.flatten(1), likely.flatten(1)


def _at(best: Tensor, *columns: Tensor) -> tuple[Tensor, ...]:
    """What stands in the best place of each row."""
    return tuple(column.gather(1, best.unsqueeze(1)).squeeze(1) for column in columns)


def _likelihood(
    scores: Scores, stretch: Stretch, begins: Tensor, given: Attributions, found: Sequence[Extent]
) -> Tensor:
    """The probability of a stretch that rules found for each attribution; 0 out of its window."""
    places = torch.tensor(found) - given.first.unsqueeze(1)
    inside = ((places >= 0) & (places < given.inside.sum(1, keepdim=True))).all(1)
    first, last = places.clamp(0, given.inside.shape[1] - 1).unsqueeze(2).unbind(1)
    likely = begins.gather(1, first) + scores.ends(stretch, first.squeeze(1)).gather(1, last)
    return likely.squeeze(1).exp() * inside


def _further(paragraph: Paragraph, likely: Sequence[float]) -> Iterator[Anchor]:
    """The words that a statement likely hangs on, where rules found none."""
    known = {anchor.word for anchor in paragraph.anchors}
    for number, probability in enumerate(likely[: len(paragraph.words)]):
        if probability >= LIKELY and number not in known:
            yield Anchor(number)


def _missed(article: Article, verdicts: Iterable[tuple[Paragraph, Verdict]]) -> Iterator[Match]:
    """What rules missed."""
    cues: dict[int, dict[int, Cue]] = {}  # by sentence, by word
    for paragraph, verdict in verdicts:
        if verdict.anchor.match is not None or verdict.confidence < LIKELY:
            continue
        number = paragraph.sentences[verdict.anchor.word]
        if number not in cues:
            sentence = article.sentences[number]
            cues[number] = {cue.word.index: cue for cue in find_cues(article.text, sentence, default_lexicon())}
        cue = cues[number].get(paragraph.words[verdict.anchor.word].index)
        if match := found(article, paragraph, verdict, cue):
            yield match


def _each_once(matches: Iterable[Match]) -> list[Match]:
    """Of matches whose statements have become the same, the likeliest."""
    likeliest = sorted(matches, key=lambda match: -match.confidence)
    return list({match.content: match for match in reversed(likeliest)}.values())
