"""The project's own measures: contents by words, and whether the speaker is right."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from newsquote.evaluation.alignment import align
from newsquote.evaluation.annotations import Relation
from newsquote.evaluation.pairs import Pair
from newsquote.evaluation.report import Recall, Score, share
from newsquote.evaluation.words import Words, same_mention
from newsquote.same_name import same_name

_EXACT, _CONTENT, _OVERLAP = 1.0, 0.8, 0.5
"""Least intersection over union of content words."""


def attribution_measures(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The fields of a report that measure contents and speakers."""
    n: Counter[str] = Counter()
    by_type: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        n.update(gold=len(pair.gold), predicted=len(pair.predicted), exact=len(align(pair, _EXACT)))
        n["anonymous gold"] += sum(relation.anonymous for relation in pair.gold)
        n["anonymous predicted"] += sum(relation.anonymous for relation in pair.predicted)
        for relation in pair.gold:
            by_type[relation.type]["gold"] += 1
        for i, j in align(pair, _OVERLAP):
            n["overlap"] += 1
            n["anonymous"] += pair.gold[i].anonymous and pair.predicted[j].anonymous
        for i, j in align(pair, _CONTENT):
            agreed = _agreements(pair.words, pair.gold[i], pair.predicted[j])
            n.update(agreed)
            by_type[pair.gold[i].type].update(agreed)
    return {
        "attribution": Score.of(n["attribution"], gold=n["gold"], predicted=n["predicted"]),
        "content": Score.of(n["content"], gold=n["gold"], predicted=n["predicted"]),
        "exact": Score.of(n["exact"], gold=n["gold"], predicted=n["predicted"]),
        "overlap": Score.of(n["overlap"], gold=n["gold"], predicted=n["predicted"]),
        "anonymous": Score.of(n["anonymous"], gold=n["anonymous gold"], predicted=n["anonymous predicted"]),
        "speaker_accuracy": share(n["attribution"], n["content"]),
        "type_accuracy": share(n["type"], n["content"]),
        "cue_accuracy": share(n["cue"], n["content"]),
        "via_accuracy": share(n["via"], n["content"]),
        "recall_by_type": {
            kind: Recall(
                content=share(c["content"], c["gold"]), attribution=share(c["attribution"], c["gold"]), gold=c["gold"]
            )
            for kind, c in sorted(by_type.items())
        },
    }


def _agreements(words: Words, gold: Relation, predicted: Relation) -> dict[str, int]:
    """What two relations of one content agree in."""
    return {
        "content": 1,
        "attribution": speaker_is_right(words, gold, predicted),
        "type": gold.type == predicted.type,
        "cue": same_mention(words.inside(gold.cue), words.inside(predicted.cue)),
        "via": same_mention(words.mention(gold.via), words.mention(predicted.via)),
    }


def speaker_is_right(words: Words, gold: Relation, predicted: Relation) -> bool:
    """Whether both are anonymous or neither, and the names agree; the mentions, where gold names nobody."""
    if gold.anonymous != predicted.anonymous:
        return False
    if gold.entity and predicted.entity and same_name(gold.entity, predicted.entity):
        return True
    if gold.entity and not gold.anonymous:
        return False
    return same_mention(words.mention(gold.source), words.mention(predicted.source))
