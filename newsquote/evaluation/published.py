"""Measures that others report, so that figures can be set beside theirs.

Each is computed as its authors' own code does it, but for two things: contents may have several spans, so a measure
that knows one span takes their union; and where a measure compares tokens, these are words, without punctuation.
"""

from collections.abc import Callable, Iterable, Sequence

from newsquote.evaluation.annotations import Relation
from newsquote.evaluation.pairs import Pair
from newsquote.evaluation.report import Score
from newsquote.syntax import Extent


def published_measures(pairs: Sequence[Pair]) -> dict[str, Score]:
    """The fields of a report that hold measures of others."""
    return {
        "gender_gap_tracker_30": gender_gap_tracker(pairs, 0.3),
        "gender_gap_tracker_80": gender_gap_tracker(pairs, 0.8),
        "citron": citron(pairs),
        "cofenet_source": cofenet(pairs, lambda relation: [relation.source] if relation.source else []),
        "cofenet_cue": cofenet(pairs, lambda relation: relation.cue),
        "cofenet_content": cofenet(pairs, lambda relation: relation.content),
    }


def gender_gap_tracker(pairs: Sequence[Pair], threshold: float) -> Score:
    """Quotes of which more than a share of the characters was found, each gold quote taking its best prediction.

    Source: Asr et al. 2021, The Gender Gap Tracker, PLoS ONE 16(1) e0245533, "quote extraction"; the code is
    ``evaluate_quotes.py`` of github.com/sfu-discourse-lab/GenderGapTracker. Length beyond the gold quote costs nothing.

    Args:
        pairs: The articles.
        threshold: The share of the gold quote's characters, from 0 to 1; its authors report 0.3 and 0.8.
    """
    right = 0
    for pair in pairs:
        left = [_characters(relation.content) for relation in pair.predicted]
        for relation in pair.gold:
            gold = _characters(relation.content)
            best = max(left, key=lambda other: len(gold & other), default=set())
            if len(gold & best) / len(gold) > threshold:
                left.remove(best)
                right += 1
    return _score(pairs, right)


def citron(pairs: Sequence[Pair]) -> Score:
    """Quotes whose cue, source and content are all exact.

    Source: BBC R&D 2018, Quote Extraction and Analysis for News, DSJM workshop; the code is ``citron/metrics.py`` of
    github.com/bbc/citron, "All Quote Spans exact match".
    """
    right = 0
    missed = 0
    for pair in pairs:
        gold, predicted = ([_all_spans(pair, one) for one in side] for side in (pair.gold, pair.predicted))
        right += sum(one in gold for one in predicted)
        missed += sum(one not in predicted for one in gold)
    return Score.of(right, gold=right + missed, predicted=sum(len(pair.predicted) for pair in pairs))


def cofenet(pairs: Sequence[Pair], spans: Callable[[Relation], Sequence[Extent]]) -> Score:
    """Spans of one role, each by itself, that are exact, whichever quote they belong to.

    Source: Wang et al. 2022, CofeNet, COLING, pages 2438-2449, "exact match"; the code is ``exe/eval/evaluation.py``
    of github.com/cofe-ai/CofeNet.

    Args:
        pairs: The articles.
        spans: A relation's spans of the role.
    """
    right = gold_spans = predicted_spans = 0
    for pair in pairs:
        gold, predicted = (
            {pair.words.inside([span]) for one in side for span in spans(one)} for side in (pair.gold, pair.predicted)
        )
        right += len(gold & predicted)
        gold_spans += len(gold)
        predicted_spans += len(predicted)
    return Score.of(right, gold=gold_spans, predicted=predicted_spans)


def _characters(spans: Iterable[Extent]) -> set[int]:
    return {offset for span in spans for offset in range(*span)}


def _all_spans(pair: Pair, relation: Relation) -> tuple[list[frozenset[int]], ...]:
    roles: tuple[Sequence[Extent], ...] = (relation.cue, [relation.source] if relation.source else [], relation.content)
    return tuple([pair.words.inside([span]) for span in sorted(role)] for role in roles)


def _score(pairs: Sequence[Pair], right: int) -> Score:
    return Score.of(
        right, gold=sum(len(pair.gold) for pair in pairs), predicted=sum(len(pair.predicted) for pair in pairs)
    )
