"""A surname's given name, where the parser takes it for a common word: أولي كارلسن، المقيم اليمني عبده شمسان."""

from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.units import Unit, Units
from newsquote.syntax import Extent
from newsquote.text import fold

Key = tuple[str, ...]

_GOD = "الله"
_MINE = ("ني", "اسمي")  # أخبرني نادر، اسمي نادر
_SHORTEST = 3  # letters of a given name


def given_before(units: Units, surname: str) -> tuple[Key, Extent] | None:
    """The first place where a given name stands right before a surname: both as a key, and where they stand.

    Args:
        units: The article's.
        surname: Folded, without the article.
    """
    for at in units.places.get(surname, ()):
        unit = units.all[at]
        if at and unit.start - units.all[at - 1].token[1] in (1, 3) and _plain(unit):
            given, before = units.all[at - 1], units.all[at - 2] if at > 1 else None
            if given.sentence == unit.sentence and _is_given(given, before):
                return (fold(given.surface), surname), (given.token[0], unit.end)
    return None


def _plain(unit: Unit) -> bool:
    return not (unit.preposition or unit.conjunction or unit.punct or unit.key == _GOD)


def _is_given(given: Unit, before: Unit | None) -> bool:
    if (given.definite and not given.suffixed) or given.reading is not None:
        return False
    if given.surface.endswith(_MINE) and given.key not in source_lexicon().given:
        return False
    tag = given.word.upos
    if not _plain(given) or given.key in source_lexicon().neighbours or len(given.surface) < _SHORTEST:
        return False
    titled = before is not None and before.reading is not None and before.reading.human
    if tag == "NOUN":
        adjective = before is not None and before.word.upos == "ADJ" and before.definite
        return titled or (adjective and not given.form.endswith("ة"))  # المقيم اليمني عبده جراحي
    opened = before is None or before.punct or before.word.upos in ("VERB", "PRON")
    return (given.proper or tag in ("ADJ", "X")) and (titled or opened)
