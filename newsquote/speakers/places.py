"""Where an article mentions somebody, and as what."""

from typing import NamedTuple

from newsquote.speakers.mentions import Mention
from newsquote.speakers.spoken import History
from newsquote.syntax import Article


class Place(NamedTuple):
    """Where somebody is mentioned.

    Attributes:
        offset: Offset of the phrase.
        sentence: The number of its sentence.
        relation: The relation of its first word to its head.
        governed: Whether a preposition stands before it.
        leads: Whether it opens its sentence.
        said: Whether it stands in a statement.
        speaks: Whether it is the source of one.
    """

    offset: int
    sentence: int
    relation: str
    governed: bool
    leads: bool
    said: bool
    speaks: bool = False


def place_of(article: Article, mention: Mention, statements: History) -> Place:
    """Where a mention stands.

    Args:
        article: The article.
        mention: The phrase.
        statements: The statements of the article.
    """
    unit = mention.units[0]
    before = article.sentences[unit.sentence].before(unit.word)
    return Place(
        mention.start,
        unit.sentence,
        unit.word.relation,
        governed=unit.preposition or (before is not None and before.upos == "ADP"),
        leads=before is None,
        said=statements.scope(mention.start) is not None,
    )
