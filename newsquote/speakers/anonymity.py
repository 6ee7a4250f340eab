"""Sources that a reader cannot identify, by the words that show it."""

import re
from collections.abc import Sequence

from newsquote.models import AnonymousKind, AnonymousSource, Span
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Entry, Organization, Quantifier, Source, Title
from newsquote.speakers.identified import agents, counts, identified, known_body, loose, official, vague
from newsquote.speakers.mentions import CHILD, WHOEVER, Mention, outer
from newsquote.speakers.phrases import is_national
from newsquote.speakers.unit import Unit
from newsquote.speakers.withheld_names import stated_reason

_OTHER = "اخري"  # folded
_MANY = 100  # nobody counts so many sources
_NUMBER = re.compile(r"\d+([.,٫]\d+)?[%٪]?")


def anonymous_kind(mention: Mention) -> AnonymousKind | None:
    """How an unnamed source is anonymous; ``None`` if its phrase lets a reader know who it is."""
    if mention.name:
        return None
    if (quantifier := _quantifier(mention)) is not None:
        nouns = (unit for unit in mention.description[1:] if unit.word.upos != "ADJ")  # نسبة كبيرة من السكان
        inner = next((unit.reading for unit in nouns if unit.reading), None)
        return _kind_of(inner.entry) if inner else quantifier.kind
    entry = mention.entry
    if isinstance(entry, Source):
        return None if official(mention, entry) else entry.kind
    if isinstance(entry, Title):
        return None if identified(mention, entry) else entry.kind
    if isinstance(entry, Document):
        return "media" if vague(mention, entry) else None
    if isinstance(entry, Organization):
        return None if known_body(mention, entry) else _kind_of(entry)
    return _unlisted(mention)


def quantified(mention: Mention) -> bool:
    """Whether a phrase picks somebody out of many: أحد السكان، البعض، مجموعة من الخبراء."""
    return _quantifier(mention) is not None


def picks_many(mention: Mention) -> bool:
    """Whether a phrase picks several out of many: عدد من السكان."""
    quantifier = _quantifier(mention)
    return quantifier is not None and quantifier.kind == "group"


def _quantifier(mention: Mention) -> Quantifier | None:
    """The word by which a phrase picks somebody out of many."""
    head, rest = mention.head, mention.description[1:]
    quantifier = source_lexicon().quantifier(head.bare)
    if quantifier is None:
        return None
    if quantifier.partitive:
        picks = not head.definite and (any(unit.key == "من" for unit in rest[:2]) or _share(rest))
    elif quantifier.alone:
        picks = not rest
    elif not head.definite or (head.suffixed and not rest):  # أحدهم
        picks = True
    else:  # البعض، البعض الآخر، الكثير من السكان
        shown = not rest or rest[0].bare in source_lexicon().quantifiers or rest[0].key.startswith("من")
        picks = quantifier.kind == "group" and shown
    return quantifier if picks else None


def _unlisted(mention: Mention) -> AnonymousKind | None:
    """Anonymity by form: after a number, beside مطلع, or an indefinite sound plural (منتقدون)."""
    lexicon, head = source_lexicon(), mention.head
    if head.key == WHOEVER:
        return "person"
    if _numeral(head):
        inner = next((unit.reading for unit in mention.units[1:3] if unit.reading), None)
        if inner is None:
            return "group"  # 66 بالمئة، 12 منهم
        return None if isinstance(inner.entry, Document) else _kind_of(inner.entry)
    if any(lexicon.modifies(unit.bare) for unit in mention.description[1:2]):
        return "source"
    if is_national(mention.units):
        return "person"
    several = any(counts(unit) or unit.key == _OTHER for unit in mention.description[1:])
    if several and head.word.upos == "NOUN" and not (head.definite or head.key in CHILD):  # قوى أخرى
        return "group"
    return "group" if agents(mention) else None


def _kind_of(entry: Entry) -> AnonymousKind:
    if isinstance(entry, Title | Source):
        return entry.kind
    return "media" if isinstance(entry, Document) or entry.media else "group"


def anonymous_source(text: str, kind: AnonymousKind, mention: Mention, after: Sequence[Unit]) -> AnonymousSource:
    """The record of an anonymous source.

    Args:
        text: The article.
        kind: How it is anonymous.
        mention: Its phrase.
        after: The words of its sentence after it, where the reason may stand.
    """
    lexicon = source_lexicon()
    shown = list(mention.description or mention.units)
    end = 1
    while end < min(3, len(shown)) and not loose(shown[end]):
        end += 1
    if end < len(shown) and (lexicon.quantifier(shown[0].key) or _numeral(shown[0])):
        end = max(end, 2)
    reason = stated_reason(after)
    return AnonymousSource(
        marker=Span.of(text, *outer(shown[:end])),
        kind=kind,
        count=_count(mention),
        reason=Span.of(text, *reason) if reason else None,
    )


def _count(mention: Mention) -> int | None:
    if mention.reading and mention.reading.number == "dual":
        return 2
    at = next((at for at, unit in enumerate(mention.units[:2]) if _numeral(unit)), None)
    if at is None or _share(mention.units[at:]):
        return None
    key = mention.units[at].key
    count = source_lexicon().numerals.get(key) or (int(key) if key.isdecimal() else 0)
    return count if 0 < count < _MANY else None


def _of_hundred(unit: Unit) -> bool:
    """Whether a number before a word is a share, no count: 66 بالمئة، 66 في المئة, but 12 منهم."""
    return loose(unit) and not unit.surface.startswith("من")


def _share(units: Sequence[Unit]) -> bool:
    """Whether a phrase begins with a share: نسبة | 16,9٪, but مجموعة | 20."""
    return bool(units) and _numeral(units[0]) and (units[0].key[-1] in "%٪" or any(map(_of_hundred, units[1:2])))


def _numeral(unit: Unit) -> bool:
    return unit.key in source_lexicon().numerals or _NUMBER.fullmatch(unit.key) is not None
