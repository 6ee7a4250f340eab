"""What a title is bound to and is no name of its holder: منطقة نجران، جنوب أفريقيا، سكاي نيوز عربية، شؤون الطلاب."""

from collections.abc import Sequence

from newsquote.cities import cities
from newsquote.countries import countries
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Organization
from newsquote.speakers.mentions import JOINED, is_flat
from newsquote.speakers.ranks import ARMS
from newsquote.speakers.unit import Unit
from newsquote.text import fold

_SHORTEST_OFFICE = 3  # letters; shorter ones are abbreviations: د


def city_at(units: Sequence[Unit], at: int) -> int:
    """How many words from a place on name a province or a city, whatever a parser makes of them: 0 for none."""
    words = [fold(unit.surface) for unit in units[at : at + 2]]
    return next((n for n in (2, 1) if " ".join(words[:n]) in cities()), 0)


def is_honorific(unit: Unit) -> bool:
    """Whether a title may stand right before a name: الدكتور."""
    return unit.title is not None and unit.title.honorific


def bound_name(units: Sequence[Unit], at: int) -> int:
    """How many words from a place on name a rank's arm, a region or an outlet; 0 for none.

    Args:
        units: A phrase, its title first.
        at: The place, after the title.
    """
    return _arm(units, at) or _place(units, at) or _outlet(units, at)


def is_office(units: Sequence[Unit]) -> bool:
    """Whether an indefinite rank is bound to what its holder heads, no name: عميد | شؤون الطلاب، إمام | مسجد."""
    if len(units) < 3 or units[0].definite or len(units[0].form) < _SHORTEST_OFFICE:
        return False
    following, after = units[1], units[2]
    plain = following.word.upos == "NOUN" and not (following.proper or following.definite or is_flat(following))
    return plain and after.word.upos == "NOUN" and not (after.proper or is_flat(after))


def names_body(units: Sequence[Unit], at: int) -> bool:
    """Whether a word is a country, or a body's own name before its holder's: باسم حماس | حازم سالم، غرفة جدة | خالد."""
    unit, before = units[at], units[at - 1]
    if unit.key in countries():
        return True
    held = before.bare == "اسم" or (before.reading is not None and isinstance(before.reading.entry, Organization))
    if not held or unit.word.upos != "NOUN" or unit.reading is not None or at + 2 >= len(units):
        return False
    first, second = units[at + 1 : at + 3]
    return first.proper and not (first.preposition or first.conjunction) and (second.proper or is_flat(second))


def _arm(units: Sequence[Unit], at: int) -> int:
    """1 for a rank's arm: العميد | بحري سامي; 0 for another word."""
    return int(units[at].key in ARMS and is_honorific(units[at - 1]))


def _place(units: Sequence[Unit], at: int) -> int:
    """How many words from a place on name a region or the like, or 0: منطقة | نجران، رئيس | جنوب أفريقيا."""
    unit, before, following = units[at], units[at - 1], units[at + 1] if at + 1 < len(units) else None
    lexicon = source_lexicon()
    beside = following is not None and (following.proper or following.key in countries())
    if unit.key in lexicon.sides and beside:
        return 2
    if (city := city_at(units, at)) > 1:  # أمير منطقة | رام الله
        return city
    if before.bare not in lexicon.places or before.definite or unit.definite or unit.reading is not None:
        return 0
    if unit.preposition or unit.conjunction or unit.word.upos not in ("PROPN", "NOUN", "X"):
        return 0
    return 1 + (unit.key in JOINED and following is not None)  # محافظة أبي عريش


def _outlet(units: Sequence[Unit], at: int) -> int:
    """How many words from a place on name an outlet, or 0: مراسل | سكاي نيوز عربية."""
    first = units[at]
    if first.preposition or first.conjunction or first.definite or first.reading is not None:
        return 0
    called = next((n for n, unit in enumerate(units[at : at + 3], start=1) if unit.key in source_lexicon().outlets), 0)
    following = units[at + called] if called and at + called < len(units) else None
    return called + (following is not None and following.word.upos == "ADJ")
