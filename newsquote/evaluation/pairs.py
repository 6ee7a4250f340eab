"""Gold articles beside their predictions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsquote.errors import InputError
from newsquote.evaluation.annotations import AnnotatedArticle, Relation
from newsquote.evaluation.words import Words


@dataclass(frozen=True)
class Pair:
    """The relations of an article, as they should be and as they were found."""

    text: str
    gold: Sequence[Relation]
    predicted: Sequence[Relation]

    @cached_property
    def words(self) -> Words:
        """The article's words."""
        return Words(self.text)


def pair(
    gold: Sequence[AnnotatedArticle], predicted: Sequence[AnnotatedArticle]
) -> tuple[list[Pair], list[InputError]]:
    """Every gold article beside its prediction, none where it has none, and what does not fit together."""
    found = {article.id: article for article in predicted}
    pairs, problems = [], []
    for article in gold:
        prediction = found.pop(article.id, None)
        if prediction is None:
            problems.append(InputError(f"gold {article.id!r} is not among the predictions: all of it counts as missed"))
        elif prediction.text != article.text:
            problems.append(InputError(f"{article.id!r} has another text in gold and prediction: all counts as missed"))
            prediction = None
        pairs.append(Pair(article.text, article.quotes, prediction.quotes if prediction else ()))
    problems += [InputError(f"prediction {identity!r} is not in the gold: left out") for identity in found]
    return pairs, problems
