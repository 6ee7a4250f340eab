"""Words of reverence: who is meant by them alone (قال تعالى), and where they follow a name (الشيخ سامي رحمه الله)."""

from collections.abc import Sequence

from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.identity import Identity
from newsquote.speakers.mentions import GOD
from newsquote.speakers.unit import Unit
from newsquote.text import fold

_GODS = (GOD, f"و{GOD}")  # والله يقول, however it is cut
_MIGHTY = frozenset(
    {("عز", "وجل"), ("عز", "جل"), ("جل", "وعلا"), ("جل", "علا"), ("جل", "جلاله"), ("عز", "من")}
)  # as folded
_PROPHET = frozenset({"نبي", "رسول"})


def eulogizes(units: Sequence[Unit], at: int) -> bool:
    """Whether a eulogy begins with a word: رضي الله عنه، تعالى، عز وجل."""
    return _exalts(units, at) or blesses(units, at)


def blesses(units: Sequence[Unit], at: int) -> bool:
    """Whether God's blessing begins with a word: أبو سعيد | رضي الله عنه."""
    following = units[at + 1] if at + 1 < len(units) else None
    return following is not None and following.key == GOD and units[at].key in source_lexicon().blessings


def _exalts(units: Sequence[Unit], at: int) -> bool:
    following = units[at + 1] if at + 1 < len(units) else None
    mighty = following is not None and (units[at].key, following.key) in _MIGHTY
    return mighty or units[at].key in source_lexicon().exaltations


def revered(units: Sequence[Unit], after: int, source: Sequence[Unit]) -> Identity | None:
    """God or His prophet, where a eulogy alone tells who speaks, or a source names God; ``None`` for anybody else.

    Args:
        units: The article's.
        after: Which of them follows the words that attribute.
        source: The words of the source.
    """
    told = after < len(units)
    if (source and _is_god(source[0])) or (told and _exalts(units, after)):
        god = next(filter(_is_god, units), None)
        return _named(god.token[0] + (fold(god.surface) != GOD), god.token[1]) if god else None
    if not (told and blesses(units, after)):
        return None
    prophet = next((at for at in reversed(range(after)) if units[at].bare in _PROPHET), None)
    if prophet is None:
        return None
    following = units[prophet + 1]  # رسول الله
    return _named(units[prophet].start, (following if following.key == GOD else units[prophet]).end)


def _is_god(unit: Unit) -> bool:
    return fold(unit.surface) in _GODS


def _named(start: int, end: int) -> Identity:
    return Identity((start, end), "unknown", "masculine", "singular", human=False)
