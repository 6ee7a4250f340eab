"""Those who speak and stay unnamed: مصدر أمني, who is المصدر further on."""

from itertools import takewhile

from newsquote.boundaries import boundary
from newsquote.models import AnonymousKind, AnonymousSource, Span, SpeakerKind
from newsquote.source_nouns import Document, Entry, Organization
from newsquote.speakers.anonymity import anonymous_source, picks_many
from newsquote.speakers.identity import Identity
from newsquote.speakers.mentions import Mention, outer, shown
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units
from newsquote.speakers.withheld_names import stated_reason
from newsquote.text import fold

_NEAR = 6  # words within which a reason for withholding a name makes an identified person unnamed
_PSEUDONYM = (fold("اسم"), fold("مستعار"))
_BEFORE_ASIDES = frozenset("(،,-–—")
_SENTENCE = 60  # words after a source in which its reason is looked for


class Unnamed:
    """The unnamed speakers of an article; the last one of each noun may come up again."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._last: dict[str, Identity] = {}

    def last(self, entry: Entry) -> Identity | None:
        """Whom a noun about sources last meant: المصدر ذاته."""
        return self._last.get(entry.lemma)

    def withheld(self, mention: Mention) -> bool:
        """Whether a reason to keep a name back stands right after a mention: قال الطبيب، الذي طلب عدم ذكر اسمه.

        Not in what is said: قال الرئيس إنه رفض الكشف عن الخطة.
        """
        before = takewhile(lambda unit: not _opens_clause(unit), self._after(mention))
        return bool(stated_reason(list(before), within=_NEAR))

    def pseudonym(self, mention: Mention) -> AnonymousSource | None:
        """Whom a name hides that is said to be none, right after it: سعيد (اسم مستعار)."""
        aside = self._after(mention)
        if not aside or aside[0].form not in _BEFORE_ASIDES:
            return None
        words = [unit for unit in aside[1:] if unit.key != "هو"][: len(_PSEUDONYM) + 1]  # وهو اسم مستعار
        owned = any(unit.preposition and unit.surface[0] == "ل" for unit in words[len(_PSEUDONYM) :])  # لعلي أحمد سعيد
        if owned or tuple(unit.key for unit in words[: len(_PSEUDONYM)]) != _PSEUDONYM:
            return None
        text = self._units.text
        reason = Span.of(text, words[0].start, words[len(_PSEUDONYM) - 1].end)
        return AnonymousSource(kind="name-withheld", marker=Span.of(text, *outer(mention.name)), reason=reason)

    def new(self, mention: Mention, kind: AnonymousKind) -> Identity:
        """Somebody unnamed whom a phrase brings up: مصدر أمني."""
        identity = self.somebody(mention, kind)
        if mention.entry:
            self._last[mention.entry.lemma] = identity
        return identity

    def somebody(self, mention: Mention, kind: AnonymousKind) -> Identity:
        """The same, not to be thought of again."""
        several = mention.number == "plural" or picks_many(mention)
        if kind == "person" and several:
            kind = "group"
        source = anonymous_source(self._units.text, kind, mention, self._after(mention))
        start, end = outer(shown(mention.units))
        return Identity(
            (start + mention.head.fused_article, end),
            kind_of(mention.entry) or ("group" if several or mention.number == "dual" else "person"),
            mention.gender,
            "plural" if several else mention.number,
            mention.reading.human if mention.reading else None,
            source,
        )

    def _after(self, mention: Mention) -> list[Unit]:
        """The words of a sentence after a mention, as far as they may bear on it."""
        at = self._units.at(mention.end)
        return [unit for unit in self._units.all[at : at + _SENTENCE] if unit.sentence == mention.head.sentence]


def _opens_clause(unit: Unit) -> bool:
    """Whether a word is a complementizer, with a pronoun perhaps: أن، إنه."""
    own = unit.word.upos in ("SCONJ", "PRON", "PART")
    return own and fold(unit.surface).startswith(tuple(boundary("complementizer")))


def kind_of(entry: Entry | None) -> SpeakerKind | None:
    """What a noun about sources is for, if not for people."""
    return "document" if isinstance(entry, Document) else "organization" if isinstance(entry, Organization) else None
