"""Which prediction stands for which gold relation."""

from newsquote.evaluation.pairs import Pair
from newsquote.evaluation.words import overlap


def align(pair: Pair, floor: float) -> list[tuple[int, int]]:
    """Numbers of gold and predicted relations whose contents overlap, one to one, the best overlap first.

    Args:
        pair: An article.
        floor: The least intersection over union of content words, from 0 to 1.
    """
    gold = [pair.words.inside(relation.content) for relation in pair.gold]
    predicted = [pair.words.inside(relation.content) for relation in pair.predicted]
    candidates = sorted(
        (
            (shared, -abs(i - j), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(predicted)
            if (shared := overlap(one, other)) >= floor
        ),
        reverse=True,
    )
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    aligned = []
    for _, _, i, j in candidates:
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            aligned.append((i, j))
    return aligned
