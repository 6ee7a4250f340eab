"""Sources that a reader cannot identify, by the words that show it."""

from collections.abc import Sequence

from newsquote.matching import Extent
from newsquote.mentions import Mention, outer
from newsquote.models import AnonymousKind, AnonymousSource, Span
from newsquote.source_lexicon import Document, Organization, Source, Title, source_lexicon
from newsquote.text import fold
from newsquote.units import Unit

_FAR = 14  # words between a source and the stated reason for withholding its name


def anonymous_kind(mention: Mention) -> AnonymousKind | None:
    """How an unnamed source is anonymous; ``None`` if its phrase lets a reader know who it is."""
    if mention.name:
        return None
    lexicon = source_lexicon()
    head, entry = mention.head, mention.entry
    if entry is None or head.key in lexicon.quantifiers and not head.definite:
        if (quantifier := lexicon.quantifiers.get(head.bare)) is None or (head.definite and len(mention.units) == 1):
            return None
        if quantifier.lemma == "آخر" and len(mention.description) > 1:
            return None
        inner = next((unit.reading for unit in mention.description[1:] if unit.reading), None)
        return _kind_of(inner.entry) if inner else quantifier.kind
    if isinstance(entry, Source):
        return entry.kind
    if isinstance(entry, Title):
        return None if _identified(mention, entry) else entry.kind
    several = mention.number == "plural"
    if isinstance(entry, Document):
        alone = not any(unit.definite or unit.proper or unit.preposition for unit in mention.description[1:])
        return "media" if entry.clip and not _known(mention) or entry.vague and several and alone else None
    return "media" if entry.media and several and not any(unit.proper for unit in mention.units) else None


def _kind_of(entry: Title | Organization | Document | Source) -> AnonymousKind:
    if isinstance(entry, Title | Source):
        return entry.kind
    return "media" if isinstance(entry, Document) or entry.media else "group"


def _known(mention: Mention) -> bool:
    """Whether a phrase is definite by its head or by what its head is bound to."""
    if mention.definite:
        return True
    for unit in mention.description[1:]:
        if unit.preposition or unit.word.upos == "ADP":
            return False
        if unit.definite or unit.proper:
            return True
        if unit.word.upos == "ADJ" and unit.reading is None:
            return False
    return False


def _identified(mention: Mention, title: Title) -> bool:
    if title.spokesman:
        return mention.definite or any(unit.definite or unit.proper for unit in mention.description[1:])
    if mention.number != "singular":
        return title.kind == "expert" and mention.definite and len(mention.description) > 1
    return title.unique and _known(mention)


def anonymous_source(text: str, kind: AnonymousKind, mention: Mention, sentence: Sequence[Unit]) -> AnonymousSource:
    """The record of an anonymous source.

    Args:
        text: The article.
        kind: How it is anonymous.
        mention: Its phrase.
        sentence: The words of its sentence, where the reason may stand.
    """
    lexicon = source_lexicon()
    shown = list(mention.description or mention.units)
    end = 1
    while end < len(shown) and not shown[end].preposition and lexicon.modifies(shown[end].bare):
        end += 1
    if shown[0].key in lexicon.quantifiers or shown[0].key in lexicon.numerals:
        end = max(end, min(2, len(shown)))
    reason = stated_reason(text, sentence, mention.end)
    return AnonymousSource(
        marker=Span.of(text, *outer(shown[:end])),
        kind=kind,
        count=_count(mention),
        reason=Span.of(text, *reason) if reason else None,
    )


def _count(mention: Mention) -> int | None:
    lexicon = source_lexicon()
    if mention.reading and mention.reading.number == "dual":
        return 2
    for unit in mention.units[:2]:
        if unit.key in lexicon.numerals:
            return lexicon.numerals[unit.key]
        if unit.key.isdecimal() and 0 < int(unit.key) < 100:
            return int(unit.key)
    return None


def stated_reason(text: str, sentence: Sequence[Unit], after: int) -> Extent | None:
    """The words after an offset that say why a source is not named: ``رفض الكشف عن هويته``."""
    words = [unit for unit in sentence if unit.start >= after and not unit.punct][:_FAR]
    reasons = source_lexicon().reasons
    for at, unit in enumerate(words):
        for phrase in reasons.get(unit.key, ()):
            place, found = at, 0
            while place < len(words) and found < len(phrase) and place - at < len(phrase) + 2:
                if words[place].key == phrase[found] or fold(text[slice(*words[place].token)]) == phrase[found]:
                    found += 1
                place += 1
            if found == len(phrase):
                return unit.start, _clause_end(words, place)
    return None


def _clause_end(words: Sequence[Unit], at: int) -> int:
    end = words[at - 1].token[1]
    for unit in words[at : at + 3]:
        if unit.word.upos in ("VERB", "PUNCT", "SCONJ") or unit.start - end > 1:
            break
        end = unit.token[1]
        if unit.suffixed:
            break
    return end
