"""The reasons that an article states for not naming a source."""

from collections.abc import Sequence

from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.unit import Unit
from newsquote.syntax import Extent
from newsquote.text import fold

_FAR = 14  # words between a source and the stated reason for withholding its name


def stated_reason(after: Sequence[Unit], *, within: int = _FAR) -> Extent | None:
    """Where the words lie that say why a source is not named: ``رفض الكشف عن هويته``.

    Args:
        after: The words of the sentence after the source.
        within: How many of them may stand before the reason.
    """
    words = [unit for unit in after if not unit.punct][: within + 10]
    reasons = source_lexicon().reasons
    for at, unit in enumerate(words[:within]):
        for phrase in (phrase for spelling in _spellings(unit) for phrase in reasons.get(spelling, ())):
            if end := _phrase_end(words, at, phrase):
                reason = unit.token[0], _clause_end(words, end)
                further = stated_reason([unit for unit in words if unit.start > reason[1]], within=1)
                return (reason[0], further[1]) if further else reason  # رفض ذكر اسمه لأنه غير مخول بالحديث
    return None


def _spellings(unit: Unit) -> frozenset[str]:
    """How a word may stand in a phrase: as cut by the parser, with its clitics, without its pronoun."""
    surface = fold(unit.surface)
    bare = surface.removesuffix("م").removesuffix("ا").removesuffix("ه")
    return frozenset({unit.key, surface, bare, bare.removesuffix("ت") + "ه" if unit.suffixed else bare})  # هويتها


def _phrase_end(words: Sequence[Unit], at: int, phrase: tuple[str, ...]) -> int | None:
    """Number of the word after a phrase that begins at a place, two other words allowed inside."""
    found = 0
    for place in range(at, min(at + len(phrase) + 2, len(words))):
        if phrase[found] in _spellings(words[place]):
            found += 1
        if found == len(phrase):
            return place + 1
    return None


def _clause_end(words: Sequence[Unit], at: int) -> int:
    end = words[at - 1].token[1]
    for unit in () if words[at - 1].suffixed else words[at : at + 3]:  # رفض ذكر اسمه
        if unit.word.upos in ("VERB", "PUNCT", "SCONJ") or unit.token[0] - end > 1:
            break
        end = unit.token[1]
        if unit.suffixed:
            break
    return end
