"""A surname's given name, where the parser takes it for a common word: أولي كارلسن، المقيم اليمني عبده شمسان."""

from newsquote.countries import countries
from newsquote.phrase_ends import accusative
from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.mentions import ALI, GOD, Key, is_flat
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units
from newsquote.syntax import Extent
from newsquote.text import fold

_MINE = ("ني", "اسمي")  # أخبرني نادر، اسمي نادر
_THEIRS = ("ها", "هم", "هما")  # صور نشرها ناشطون
_SHORTEST = 3  # letters of a given name
_COMMAS = frozenset("،,")


def given_before(units: Units, surname: str) -> tuple[Key, Extent] | None:
    """The first place where a given name stands right before a surname: both as a key, and where they stand.

    Args:
        units: The article's.
        surname: Folded, without the article.
    """
    if surname in countries():
        return None
    for at in units.places.get(surname, ()):
        unit = units.all[at]
        if not at or not _plain(unit):
            continue
        first = _initialed(units, at) or _compound(units, at) or at - 1
        given, before = units.all[first], units.all[first - 1] if first else None
        beside = unit.start - units.all[at - 1].token[1] in (0, 1, 3)
        if beside and given.sentence == unit.sentence and _is_given(given, before, unit, _after(units, at)):
            words = (each.surface if each is given else each.form for each in units.all[first:at] if not each.punct)
            return (*map(fold, words), surname), (given.token[0], unit.end)
    return None


def _initialed(units: Units, at: int) -> int | None:
    """Where a name begins whose second word is but a letter or two and a stop: إيما إل. شتاينر."""
    if at < 3 or units.all[at - 1].form != "." or len(units.all[at - 2].form) > 2 or not units.all[at - 3].proper:
        return None
    return at - 3


def _compound(units: Units, at: int) -> int | None:
    """Where a name of three words begins with a sure given name: محمد الصديق درويش."""
    if at < 2 or units.all[at - 1].word.upos in ("VERB", "ADP"):
        return None
    second = units.all[at - 1]
    if second.key == GOD and units.all[at - 2].proper:  # عزيز الله رمضاني
        return at - 2
    if units.all[at - 2].key not in source_lexicon().given:
        return None
    plain = _plain(second) and not second.suffixed and second.key not in source_lexicon().neighbours
    return at - 2 if plain and second.word.upos in ("NOUN", "PROPN", "ADJ", "X") else None


def _after(units: Units, at: int) -> Unit | None:
    return units.all[at + 1] if at + 1 < len(units.all) else None


def _plain(unit: Unit) -> bool:
    return not (unit.preposition or unit.conjunction or unit.punct or unit.key == GOD)


def _titles(unit: Unit | None) -> bool:
    return unit is not None and unit.title is not None


def _joined_to(given: Unit, before: Unit | None, surname: Unit) -> bool:
    """Whether a parser joins a surname to a word after a title that it takes for something else: رائد الخضر."""
    flat = is_flat(surname) and surname.word.head == given.word.index and surname.sentence == given.sentence
    if not flat or before is None or given.definite or given.suffixed or given.conjunction:
        return False
    described = _titles(before) or (before.word.upos == "ADJ" and before.definite)
    cut = given.word.upos == "VERB" or (given.preposition and len(given.surface) > _SHORTEST)  # اشتون، ب+ابتيست
    return described and (cut or (given.word.upos == "PROPN" and _titles(given)))


def _is_given(given: Unit, before: Unit | None, surname: Unit, after: Unit | None) -> bool:
    known = given.key in source_lexicon().given
    if _joined_to(given, before, surname):
        return True
    if (given.definite and not (given.suffixed or known)) or given.reading is not None or given.cue:
        return False
    tag = given.word.upos
    acting = tag == "ADJ" and accusative(given.word)  # داعيا سالفيني إلى
    possessed = given.surface.endswith(_MINE) or (given.suffixed and given.surface.endswith(_THEIRS))
    if acting or (possessed and not known) or given.key in countries():  # دعت روسيا إسرائيل إلى
        return False
    if not _plain(given) or given.key in source_lexicon().neighbours or len(given.surface) < _SHORTEST:
        return False
    if known or (before is not None and before.form in _COMMAS and after is not None and after.form in _COMMAS):
        return known or given.proper or tag in ("NOUN", "X")  # الناطقة باسم الوزارة، سلمى درويش، إن
    titled, adjective = _titles(before), before is not None and before.word.upos == "ADJ" and before.definite
    verbal = tag == "VERB" and len(given.surface) == _SHORTEST
    if (verbal or given.form == ALI) and before and titled and before.definite and not before.suffixed:
        return True  # السلطان فضل العوذلي، السيد علي درويش
    if tag == "NOUN":
        named = before is not None and before.word.upos == "AUX" and _titles(after)  # كان صالح درويش وزير النقل
        return titled or named or (adjective and not given.form.endswith("ة"))  # المقيم اليمني عبده جراحي
    opened = before is None or before.punct or before.word.upos in ("VERB", "PRON")
    return (given.proper or tag in ("ADJ", "X")) and (titled or opened or (given.proper and adjective))
