"""Sources that a reader cannot identify, by the words that show it."""

from collections.abc import Sequence
from itertools import takewhile

from newsquote.models import AnonymousKind, AnonymousSource, Span
from newsquote.speakers.mentions import Mention, outer
from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Document, Entry, Organization, Source, Title
from newsquote.speakers.units import Unit
from newsquote.speakers.withheld_names import stated_reason

_OFFICIAL = frozenset({"رسمي", "رسميه"})


def anonymous_kind(mention: Mention) -> AnonymousKind | None:
    """How an unnamed source is anonymous; ``None`` if its phrase lets a reader know who it is."""
    if mention.name:
        return None
    if quantified(mention):
        inner = next((unit.reading for unit in mention.description[1:] if unit.reading), None)
        return _kind_of(inner.entry) if inner else source_lexicon().quantifiers[mention.head.bare].kind
    entry = mention.entry
    if isinstance(entry, Source):
        return None if _official(mention, entry) else entry.kind
    if isinstance(entry, Title):
        return None if _identified(mention, entry) else entry.kind
    if isinstance(entry, Document):
        return "media" if _vague(mention, entry) else None
    if isinstance(entry, Organization):
        return None if _known_body(mention, entry) else _kind_of(entry)
    return _unlisted(mention)


def _official(mention: Mention, source: Source) -> bool:
    """Whether media are a state's own voice: الإعلام الرسمي السوري."""
    return source.kind == "media" and mention.definite and any(unit.bare in _OFFICIAL for unit in mention.units)


def quantified(mention: Mention) -> bool:
    """Whether a phrase picks somebody out of many: أحد السكان، البعض، مجموعة من الخبراء."""
    head, rest = mention.head, mention.description[1:]
    quantifier = source_lexicon().quantifiers.get(head.bare)
    if quantifier is None:
        return False
    if head.reading is not None:
        return not head.definite and bool(rest) and rest[0].key == "من"
    if quantifier.alone:
        return not rest
    return not head.definite or (quantifier.kind == "group" and (not rest or rest[0].key.startswith("من")))


def picks_many(mention: Mention) -> bool:
    """Whether a phrase picks several out of many: عدد من السكان."""
    return quantified(mention) and source_lexicon().quantifiers[mention.head.bare].kind == "group"


def _vague(mention: Mention, document: Document) -> bool:
    """تقارير، مقطع فيديو: nobody's document, or documents without an author."""
    if document.clip and not known(mention):
        return True
    author = list(takewhile(lambda unit: unit.key != "في", mention.description[1:]))  # in which place is not whose
    authored = any(unit.definite or unit.proper or unit.preposition for unit in author)
    return document.vague and mention.number == "plural" and not authored


def _known_body(mention: Mention, organization: Organization) -> bool:
    """Whether a body is named, definite, or bound to something that tells which: not منظمة حقوقية، صحف إسرائيلية."""
    if any(unit.proper for unit in mention.units):
        return True
    rest = mention.description[1:]
    if mention.number == "plural" and organization.media:
        return False
    if mention.definite:
        return True
    if mention.number != "plural" and not rest:
        return True
    if rest and not _loose(rest[0]) and rest[0].word.upos != "ADJ":
        return True
    return mention.number != "plural" and any(unit.definite for unit in rest)


def _unlisted(mention: Mention) -> AnonymousKind | None:
    """Anonymity by form: after a number, beside مطلع, or an indefinite sound plural (منتقدون)."""
    lexicon, head = source_lexicon(), mention.head
    if head.key in lexicon.numerals or head.key.isdecimal():
        inner = next((unit.reading for unit in mention.units[1:3] if unit.reading), None)
        return _kind_of(inner.entry) if inner and isinstance(inner.entry, Title | Source) else None
    if any(lexicon.modifies(unit.bare) for unit in mention.description[1:2]):
        return "source"
    sound = head.bare.endswith(("ون", "ين")) and head.word.feats.get("Number") == "Plur" and len(head.bare) > 4
    if not sound or head.proper:
        return None
    alone = len(mention.units) == 1 and head.bare.startswith("م")  # المحتفلون, but الحوثيون
    return "group" if alone or not head.definite else None


def _kind_of(entry: Entry) -> AnonymousKind:
    if isinstance(entry, Title | Source):
        return entry.kind
    return "media" if isinstance(entry, Document) or entry.media else "group"


def known(mention: Mention) -> bool:
    """Whether a phrase is definite by its head or by a noun that its head is bound to."""
    if mention.definite:
        return True
    if len(mention.description) < 2:
        return False
    second = mention.description[1]
    if second.preposition or second.conjunction:
        return False
    return second.definite or (second.word.upos in ("NOUN", "PROPN", "X") and len(mention.description) > 2)


def _identified(mention: Mention, title: Title) -> bool:
    if title.spokesman:
        return mention.definite or any(unit.definite or unit.proper or _loose(unit) for unit in mention.description[1:])
    if mention.number != "singular":
        return title.kind == "expert" and mention.definite and len(mention.description) > 1
    if title.unique:
        return known(mention) or any(unit.proper for unit in mention.description[1:2])  # رئيسة كرواتيا
    bound = any(unit.definite or unit.proper for unit in mention.description[1:])
    return known(mention) and bound and not mention.definite


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
    while end < min(3, len(shown)) and not _loose(shown[end]):
        end += 1
    if end < len(shown) and (shown[0].key in lexicon.quantifiers or shown[0].key in lexicon.numerals):
        end = max(end, 2)
    reason = stated_reason(after)
    return AnonymousSource(
        marker=Span.of(text, *outer(shown[:end])),
        kind=kind,
        count=_count(mention),
        reason=Span.of(text, *reason) if reason else None,
    )


def _loose(unit: Unit) -> bool:
    return unit.preposition or unit.conjunction or unit.word.upos in ("ADP", "CCONJ", "ADV")


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
