"""How right quotes are, against articles annotated by hand."""

from collections.abc import Iterable

from newsquote.evaluation.annotations import AnnotatedArticle, Relation, read_annotations
from newsquote.evaluation.attribution import attribution_measures
from newsquote.evaluation.pairs import Pair, pair
from newsquote.evaluation.published import published_measures
from newsquote.evaluation.report import Recall, Report, Score

__all__ = ["AnnotatedArticle", "Recall", "Relation", "Report", "Score", "evaluate", "read_annotations"]


def evaluate(gold: Iterable[AnnotatedArticle], predicted: Iterable[AnnotatedArticle]) -> Report:
    """Measure predicted quotes against gold ones.

    Args:
        gold: The articles as they should be.
        predicted: The same articles, by id, as they were found to be.

    Raises:
        newsquote.InputError: If the ids or the texts of the two are not the same.
    """
    pairs, problems = pair(list(gold), list(predicted))
    if problems:
        raise problems[0]
    return report(pairs)


def report(pairs: Iterable[Pair]) -> Report:
    """Every measure over pairs of a gold article and its prediction."""
    pairs = list(pairs)
    return Report(articles=len(pairs), **attribution_measures(pairs), **published_measures(pairs))
