"""The speakers of an article: every mention brought to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsquote.anonymity import anonymous_kind, anonymous_source, known, quantified, stated_reason
from newsquote.directory import Directory, Key
from newsquote.syntax import Extent
from newsquote.mentions import Mention, balanced, outer
from newsquote.models import AnonymousKind, AnonymousSource, Gender, Number, Speaker, SpeakerKind
from newsquote.source_lexicon import Document, Organization, Source, Title, source_lexicon
from newsquote.units import Unit, Units

_SAME = frozenset({"نفسه", "ذاته", "نفسها", "ذاتها", "عينه", "نفس", "ذات", "انفسهم"})


@dataclass
class Identity:
    """Somebody who speaks; what is learnt about him on the way goes to all his quotes."""

    extent: Extent | None
    kind: SpeakerKind = "unknown"
    gender: Gender | None = None
    number: Number | None = None
    human: bool | None = None
    anonymous: AnonymousSource | None = None
    impersonal: bool = False

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == "person" and self.number in (None, "singular")

    def speaker(self, text: str) -> Speaker | None:
        """The public model; ``None`` for an impersonal passive."""
        if self.extent is None or not text[slice(*self.extent)].strip():
            return None
        name = text[slice(*balanced(text, self.extent))]
        return Speaker(name=name, kind=self.kind, gender=self.gender, number=self.number)


class Identities:
    """Brings mentions to identities, one for each speaker."""

    def __init__(self, units: Units, sources: Sequence[Mention]) -> None:
        self.units = units
        self.directory = Directory(units, sources)
        self._people: dict[Key, Identity] = {}
        self._bodies: dict[Key, Identity] = {}
        self._unnamed: dict[str, Identity] = {}
        self._by_sentence: dict[int, list[Unit]] = {}
        for unit in units.all:
            self._by_sentence.setdefault(unit.sentence, []).append(unit)

    def of(self, mention: Mention, earlier: Sequence[Identity] = ()) -> Identity:
        """Whom a mention means.

        Args:
            mention: The phrase.
            earlier: Who has spoken before it, the last one first.
        """
        last = next((identity for identity in earlier if identity.person), None)
        last_body = next((identity for identity in earlier if not identity.human and identity.kind != "document"), None)
        anyone = next((identity for identity in earlier if identity.kind != "unknown"), None)
        entry = mention.entry
        if mention.name:
            return self._named(mention)
        if (entry is None and len(mention.units) <= 3) or (len(mention.units) == 1 and not mention.definite):  # أمين
            key = tuple(unit.bare for unit in mention.units)
            if len(full := self.directory.fullest_name(key)) > len(key) or full in self._people:
                return self._person(full)
        if isinstance(entry, Source | Title):
            return self._described(mention, entry, last, anyone)
        if kind := anonymous_kind(mention):
            return self._new_unnamed(mention, kind)
        return self._body(mention, last_body)

    def _named(self, mention: Mention) -> Identity:
        key = mention.name_key
        self.directory.enter(mention)
        full = self.directory.fullest_name(key)
        if not mention.description and (place := self.directory.body_named(key)):
            return self._of_body(place.key, place.extent, mention)
        identity = self._person(full)
        if identity.gender is None and mention.description:
            identity.gender = mention.gender
        return identity

    def _person(self, key: Key) -> Identity:
        if key not in self._people:
            kind: SpeakerKind = "person" if len(key) > 1 else "unknown"
            self._people[key] = Identity(self.directory.names[key], kind, None, "singular", True if kind == "person" else None)
        return self._people[key]

    def _described(
        self, mention: Mention, entry: Title | Source, last: Identity | None, anyone: Identity | None
    ) -> Identity:
        if isinstance(entry, Title) and (mention.definite or entry.honorific) and len(mention.description) > 1:
            surname = mention.description[-1]
            if surname.reading is None and (full := self.directory.surnamed(surname.bare)):  # الوزير الرفاتي
                return self._person(full)
        kind = anonymous_kind(mention)
        back = mention.definite and mention.number == "singular"
        if back and (earlier := self._unnamed.get(entry.lemma)) and self._anaphoric(mention):
            return earlier
        if isinstance(entry, Title) and (back or kind is None or known(mention)) and mention.number == "singular":
            key = tuple(word for word in mention.key if word not in _SAME)
            if name := self.directory.holder(key, mention.start, self._people):
                identity = self._person(self.directory.fullest_name(name))
                identity.gender = identity.gender or mention.gender
                identity.kind, identity.human = "person", True
                return identity
            if not entry.unique and (self._anaphoric(mention) or not mention.definite):
                if last is not None and last.gender in (None, mention.gender):
                    return last
                if name := self.directory.protagonist(mention.start):
                    return self._person(self.directory.fullest_name(name))
        points_to_source = isinstance(entry, Source) and entry.kind == "source" and back
        if points_to_source and self._anaphoric(mention) and anyone is not None:
            return anyone
        if isinstance(entry, Title) and entry.kind == "expert" and mention.definite and mention.number == "plural":
            if self.directory.research is not None and self.directory.research < mention.start:
                kind = None  # الباحثون of a study whose institute is named
        sentence = self._by_sentence.get(mention.head.sentence, [])
        if kind is None and stated_reason(self.units.text, sentence, mention.end, within=6):
            kind = "name-withheld"
        if kind:
            return self._new_unnamed(mention, kind)
        return self._body(mention, None, kind="person" if mention.number == "singular" else "group")

    def _anaphoric(self, mention: Mention) -> bool:
        """Whether a phrase only points back: المسؤول نفسه، اللاعب البالغ من العمر."""
        rest = [unit for unit in mention.description[1:] if unit.key not in _SAME]
        if not mention.definite or rest and not (rest[0].word.upos == "ADJ" and rest[0].definite):
            return False
        return not any(unit.proper or isinstance(unit.reading and unit.reading.entry, Organization) for unit in rest)

    def _new_unnamed(self, mention: Mention, kind: AnonymousKind) -> Identity:
        sentence = self._by_sentence.get(mention.head.sentence, [])
        source = anonymous_source(self.units.text, kind, mention, sentence)
        if kind == "person" and mention.number == "plural":
            kind = "group"
        of: SpeakerKind = "group" if mention.number != "singular" else "person"
        if isinstance(mention.entry, Document):
            of = "document"
        elif isinstance(mention.entry, Organization):
            of = "organization"
        human = mention.reading.human if mention.reading else None
        number: Number = mention.number
        if kind == "group" or of == "person" and quantified(mention) and source_lexicon().quantifiers[mention.head.bare].kind == "group":
            of, number, human = "group", "plural", True
        extent = outer(mention.units)
        if mention.head.fused_article:
            extent = extent[0] + 1, extent[1]
        identity = Identity(extent, of, mention.gender, number, human, source)
        if mention.entry:
            self._unnamed[mention.entry.lemma] = identity
        return identity

    def _body(self, mention: Mention, last: Identity | None, kind: SpeakerKind | None = None) -> Identity:
        key = mention.key or tuple(unit.bare for unit in mention.units)
        extent = outer(mention.description or mention.units)
        place = None
        if len(key) > 1 or mention.definite or not mention.reading or mention.head.fused_article:
            place = self.directory.fullest_description(key, mention.start, self._bodies) or self.directory.body_named(key)
        entry = mention.entry
        points_back = isinstance(entry, Document) and len(key) == 1 or isinstance(entry, Organization) and entry.names
        if place is None and points_back:
            if len(key) < 3 and self._anaphoric(mention):
                place = self.directory.earlier(key[0], mention.start)
                if place is None and len(key) == 1 and last is not None and last.gender in (None, mention.gender):
                    return last
        if place is not None:
            key, extent = place.key, place.extent
        return self._of_body(key, self.directory.presentable(key, extent), mention, kind)

    def _of_body(self, key: Key, extent: Extent, mention: Mention, kind: SpeakerKind | None = None) -> Identity:
        if key not in self._bodies:
            entry = reading.entry if (reading := source_lexicon().reading(key[0])) else None
            found: SpeakerKind = "organization" if isinstance(entry, Organization) else "unknown"
            if isinstance(entry, Document):
                found = "document"
            human = kind in ("person", "group")
            self._bodies[key] = Identity(extent, kind or found, mention.gender, mention.number, human)
        return self._bodies[key]
