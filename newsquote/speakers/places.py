"""Where an article mentions somebody, and as what."""

from typing import NamedTuple

from newsquote.speakers.mentions import Mention
from newsquote.speakers.spoken import History
from newsquote.speakers.units import Units
from newsquote.syntax import Article

_BEFORE, _AFTER = 4, 4  # words around a phrase that tell who it is


class Place(NamedTuple):
    """Where somebody is mentioned.

    Attributes:
        offset: Offset of the phrase.
        sentence, paragraph: Their numbers.
        relation: The relation of its first word to its head.
        governed: Whether a preposition stands before it.
        leads: Whether it opens its sentence.
        said: Whether it stands in a statement.
        head: The word that its first word hangs on.
        words: The words in it and right beside it, folded, without the article.
        speaks: Whether it is the source of one.
    """

    offset: int
    sentence: int
    paragraph: int
    relation: str
    governed: bool
    leads: bool
    said: bool
    head: str
    words: frozenset[str]
    speaks: bool = False


def place_of(article: Article, units: Units, mention: Mention, statements: History) -> Place:
    """Where a mention stands.

    Args:
        article: The article.
        units: Its words.
        mention: The phrase.
        statements: The statements of the article.
    """
    unit = mention.units[0]
    sentence = article.sentences[unit.sentence]
    before, head = sentence.before(unit.word), sentence.head(unit.word)
    around = units.all[max(0, units.at(mention.start) - _BEFORE) : units.at(mention.end) + _AFTER]
    return Place(
        mention.start,
        unit.sentence,
        sentence.paragraph,
        unit.word.relation,
        governed=unit.preposition or (before is not None and before.upos == "ADP"),
        leads=before is None,
        said=statements.scope(mention.start) is not None,
        head=head.form if head else "",
        words=frozenset(one.bare for one in around if not one.punct and one.sentence == unit.sentence),
    )
