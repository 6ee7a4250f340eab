"""Whether a definite phrase means somebody named before it: المسؤول نفسه، الشركة، الوزيرة."""

from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization
from newsquote.speakers.identity import Identity
from newsquote.speakers.mentions import Mention, means_same


def may_be(person: Identity, mention: Mention) -> bool:
    """Whether a title can mean a person by its gender; a woman must have shown that she is one: المريضة."""
    return person.gender == mention.gender or (person.gender is None and mention.gender != "feminine")


def answers(earlier: Identity, mention: Mention) -> bool:
    """Whether somebody unnamed is of the gender and number of a title: الوزيرة, but no ministers."""
    return earlier.number == mention.number and earlier.gender in (None, mention.gender)


def generic(mention: Mention) -> bool:
    """Whether a phrase can only mean a body or document named before: الشركة، المنظمة الحقوقية، الدراسة."""
    if isinstance(mention.entry, Organization):
        return mention.entry.names and len(mention.key) < 3
    return isinstance(mention.entry, Document) and len(mention.key) == 1


def points_back(mention: Mention) -> bool:
    """Whether a definite phrase adds no name or body to its head: المسؤول نفسه، اللاعب البالغ من العمر."""
    rest = [unit for unit in mention.description[1:] if not means_same(unit)]
    if not mention.definite or (rest and not (rest[0].word.upos == "ADJ" and rest[0].definite)):
        return False
    quantifiers = source_lexicon().quantifiers
    if any(unit.bare in quantifiers and quantifiers[unit.bare].alone for unit in rest):
        return False  # المتهم الثاني
    return not any(unit.proper or isinstance(unit.reading and unit.reading.entry, Organization) for unit in rest)
