"""Surnames right after a given name, which a parser takes for something else: محمد حركات، سالم ب+اعجاجة."""

from collections.abc import Sequence
from itertools import groupby

from newsquote.countries import countries, origin, origins
from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.mentions import JOINED, is_flat
from newsquote.speakers.unit import Unit

_VOWELS = frozenset("اوي")
_ONE_SOUND = str.maketrans("غق", "جج")  # the g of other languages: مانيغولت، مانيجولت
_FEWEST = 4  # consonants
_NO_NAME = frozenset({"obj", "obl", "xcomp", "ccomp", "advmod", "advcl", "case", "root"})


def consonants(word: str) -> str | None:
    """What a folded foreign surname keeps in all spellings: its letters but for long vowels and doubling.

    ``None`` where too few are left to tell it from others, or it is a known given name (محمد، محمود).
    """
    if word in source_lexicon().given:
        return None
    sounds = (letter for letter in word.translate(_ONE_SOUND) if letter not in _VOWELS)
    kept = "".join(letter for letter, _ in groupby(sounds))
    return kept if len(kept) >= _FEWEST else None


def family_name(unit: Unit) -> bool:
    """Whether a word is a tribe's or a family's name by its form: المطيري, but no country's adjective."""
    plain = not (unit.preposition or unit.conjunction or unit.suffixed) and unit.reading is None
    return plain and unit.definite and unit.key.endswith("ي") and origin(unit.bare) not in origins()


def surname_after(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a word right after a given name is a surname, however it is tagged: محمد حركات، محمد صديق+ي."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if units[at - 1].key not in source_lexicon().given:
        return False
    if unit.preposition or unit.conjunction or unit.word.relation in _NO_NAME:
        return False
    if unit.reading is not None and (running or unit.reading.human or unit.definite):
        return _named_so(units, at)
    if unit.suffixed and not unit.surface.endswith("ي"):
        return False
    if unit.definite and not unit.suffixed:
        reading = units[at - 2].reading if at > 1 else None
        titled = reading is not None and reading.human and unit.word.relation in ("nmod", "appos", "amod")
        return unit.key.endswith("ي") or is_flat(unit) or titled
    bound = following is not None and following.definite and following.word.upos == "NOUN"
    return unit.word.upos in ("NOUN", "ADJ") and not (bound or unit.key.endswith("ه"))


def cut_surname(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a word right after a given name is a surname whose first letter is cut off: سالم ب+اعجاجة المحلل."""
    unit, before, following = units[at], units[at - 1], units[at + 1] if at + 1 < len(units) else None
    reading = units[at - 2].reading if at > 1 else None
    titled = reading is not None and reading.human
    first = titled or at == 1 or units[at - 2].punct
    lexicon = source_lexicon()
    known = before.key in lexicon.given or (before.proper and first and (titled or not running))
    known = known or (at > 1 and units[at - 2].key in JOINED and not running)  # عبد الرحيم ب+وعزة
    if not known or before.key in countries() or unit.key in lexicon.quantifiers:
        return False
    ends = unit.suffixed and unit.surface.endswith("ي") and following is None and not running  # إدريس ل+كرين+ي
    if not (unit.preposition or unit.conjunction) or unit.reading is not None or unit.proper:
        return False
    if not ends and (unit.suffixed or (unit.definite and unit.surface[0] != "ف")):  # فالكي
        return False
    if unit.word.upos not in ("NOUN", "ADJ", "X") or unit.key.endswith("ون"):
        return False
    if unit.conjunction and unit.surface[0] == "و" and unit.key.endswith("ه"):
        return False
    if following is not None and following.reading is not None and following.reading.human:
        return True
    if following is not None and following.proper:
        return titled or not running
    return not running and (following is None or following.punct or following.word.upos == "ADP")


def _named_so(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun about sources after a given name is a surname: أيمن الجندي، أحمد معطي."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.word.upos != "PROPN" or (at > 1 and units[at - 2].proper):  # برنابا جان | المحلل
        return False
    return (is_flat(unit) and unit.definite) or following is None or following.punct
