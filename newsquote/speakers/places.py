"""Where an article mentions somebody, and as what."""

from typing import NamedTuple

from newsquote.speakers.mentions import Key, Mention
from newsquote.speakers.spoken import History
from newsquote.speakers.units import Units
from newsquote.syntax import Article

_IN_NAME_OF = "اسم"  # باسم, cut
_TITLE_AND_BODY = 2  # words
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
        own: The words in it, as they.
        office: What somebody is and of what, as they, in their order: رئيس، بلدية; empty if he is of nothing.
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
    own: frozenset[str]
    office: Key
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
        own=frozenset(one.bare for one in mention.units),
        office=office(mention),
    )


def office(mention: Mention) -> Key:
    """What somebody is, and of what, folded and without the article: رئيس | البلدية، متحدث | باسم الحكومة.

    Empty where his title is bound to nothing: المدير التنفيذي.
    """
    words = [unit for unit in mention.description if unit.bare != _IN_NAME_OF]
    if len(words) < _TITLE_AND_BODY or (words[0].definite and len(words) == len(mention.description)):
        return ()
    bound = words[1].word.upos in ("NOUN", "PROPN", "X") and not (words[1].preposition or words[0].suffixed)
    return tuple(unit.bare for unit in words) if bound else ()
