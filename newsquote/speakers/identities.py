"""The speakers of an article: every mention brought to one of them."""

from collections.abc import Iterable
from itertools import chain

from newsquote.countries import countries, origin, origins
from newsquote.models import SpeakerKind
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization, Source, Title
from newsquote.speakers.anonymity import anonymous_kind
from newsquote.speakers.back_references import answers, generic, may_be, points_back
from newsquote.speakers.descriptions import Place
from newsquote.speakers.directory import Directory
from newsquote.speakers.identified import known
from newsquote.speakers.identity import Earlier, Identity
from newsquote.speakers.mentions import WHOEVER, Key, Mention, means_same, name_key, outer, shown
from newsquote.speakers.phrases import of_victim
from newsquote.speakers.running import introduced, loose_end
from newsquote.speakers.units import Units
from newsquote.speakers.unnamed import Unnamed, kind_of
from newsquote.syntax import Extent, touch

_NOBODY = Earlier()
_TELLING = 3  # words of an office that tell who holds it: وزراء خارجية الخليج
_FIELDED = ("وزاره", "منظمه")  # are called by their fields alone
_MINISTRY, _FOREIGN = ("وزاره",), "خارجيه"  # الوزارة, after الخارجية الروسية


class Identities:
    """Brings mentions to identities, one for each speaker."""

    def __init__(self, units: Units, sources: Iterable[Mention]) -> None:
        self._units = units
        self._directory = Directory(units, sources)
        self._descriptions = self._directory.descriptions
        self._people: dict[Key, Identity] = {}
        self._bodies: dict[Key, Identity] = {}
        self._unnamed = Unnamed(units)

    def of(self, mention: Mention, earlier: Earlier = _NOBODY) -> Identity:
        """Whom a mention means.

        Args:
            mention: The phrase.
            earlier: Who has spoken before it.
        """
        entry = mention.entry
        if mention.name:
            return _together(mention) or self._named(self._directory.overruns.end(mention))
        if (named := introduced(self._units, mention)) is not None:
            return self._named(named)
        short = len(mention.units) <= 3 if entry is None else len(mention.units) == 1 and not mention.definite
        if short and mention.head.key != WHOEVER:
            key = name_key(mention.units)  # أمين may be a name, if a longer one has it
            if len(full := self._directory.fullest_name(key, mention.start)) > len(key) or full in self._people:
                return self._person(full)
        if (found := self._by_surname(mention)) is not None:
            return found
        if isinstance(entry, Title):
            return self._titled(mention, entry, earlier)
        if isinstance(entry, Source) and anonymous_kind(mention):
            return self._source(mention, entry, earlier)
        if (kind := anonymous_kind(mention)) and not self._documented(mention):
            return self._unnamed.new(mention, kind)
        body = self._body(mention, earlier.body)
        if entry is None and body.anonymous is None and self._unnamed.withheld(mention):  # سمسار، فضل عدم ذكر اسمه
            body.anonymous = self._unnamed.somebody(mention, "name-withheld").anonymous
        return body

    def unnamed(self, mention: Mention) -> Identity:
        """Whom a phrase would mean if a reader could not tell who it is."""
        several = mention.number in ("plural", "dual")
        return self._unnamed.somebody(mention, anonymous_kind(mention) or ("group" if several else "person"))

    def surnamed(self, mention: Mention) -> bool:
        """Whether a phrase is but a word that closes a full name of the article: الهاشمي."""
        return len(mention.units) == 1 and len(self._directory.fullest_name((mention.head.bare,), mention.start)) > 1

    def _documented(self, mention: Mention) -> bool:
        """Whether documents without an author are those of an author named before: البيانات, of a ministry's."""
        if not isinstance(mention.entry, Document) or len(mention.units) > 1 or not mention.definite:
            return False
        place = self._descriptions.earlier(mention.key[0], mention.start)
        return place is not None and place.known

    def _named(self, mention: Mention) -> Identity:
        key = mention.name_key
        titled = not mention.description and len(key) > 1 and mention.units[0].reading  # أمير قطر, taken for a name
        if titled and (holder := self._directory.holder(key, mention.start, self._people)):
            return self._person_called(holder, mention)
        self._directory.enter(mention)
        north = len(key) > 1 and key[-1].removesuffix("ه") in source_lexicon().sides
        country = north or key[0] in countries()  # كوريا الشمالية is no agency
        full = self._directory.fullest_name(key, mention.start)
        surname = len(full) > len(key) and full[-1] == key[-1]  # رفعت حداد is no مؤسسة حداد
        own = mention.description or country or surname
        if not own and (place := self._descriptions.body_named(key)):
            return self._of_body(place.key, place.extent, mention)
        identity = self._person(full)
        identity.anonymous = identity.anonymous or self._unnamed.pseudonym(mention)
        if mention.description:
            identity.gender = identity.gender or mention.gender
        return identity

    def _person_called(self, name: Key, mention: Mention) -> Identity:
        """The person whose name, as far as the article has given it at a mention, holds another."""
        return self._person(self._directory.fullest_name(name, mention.start))

    def _person(self, key: Key) -> Identity:
        if key not in self._people:
            extent = self._directory.names[key]
            several = len(key) > 1 or " " in self._units.text[slice(*extent)]  # أبو مازن
            kind: SpeakerKind = "person" if several else "unknown"
            gender = source_lexicon().given.get(key[0]) if several else None
            self._people[key] = Identity(extent, kind, gender, number="singular", human=several or None)
        return self._people[key]

    def _titled(self, mention: Mention, title: Title, earlier: Earlier) -> Identity:
        kind = anonymous_kind(mention)
        earlier_one = self._unnamed.last(title)
        last = earlier_one.extent[0] if earlier_one and earlier_one.extent else -1
        team = title.research and mention.definite and self._descriptions.research_between(last, mention.start)
        several = mention.number == "plural" and points_back(mention)
        if several and not team and earlier_one and earlier_one.number == "plural":
            return earlier_one
        if mention.number == "singular":
            if (mention.definite or title.honorific) and (found := self._surnamed(mention)):
                return found
            if earlier_one and mention.definite and points_back(mention) and answers(earlier_one, mention):
                return earlier_one
            if (kind is None or known(mention)) and (found := self._holder(mention, title, earlier)):
                return found
            first = kind and not (earlier_one or mention.definite)
            if first and (name := self._descriptions.named_later(mention.key, mention.start)):
                return self._person_called(name, mention)
        elif kind and title.unique and points_back(mention) and (delegates := self._delegates(mention)):
            return delegates
        elif team:
            kind = None  # الباحثون of a study whose institute is named
        if kind is None and self._unnamed.withheld(mention):
            kind = "name-withheld"
        if kind:
            return self._unnamed.new(mention, kind)
        return self._body(mention, None, kind="person" if mention.number == "singular" else "group")

    def _delegates(self, mention: Mention) -> Identity | None:
        """Several whom the article has told by their office: الوزراء, after وزراء خارجية دول الخليج."""
        place = self._descriptions.earlier(mention.key[0], mention.start) if len(mention.key) == 1 else None
        told = place is not None and (place.known or len(place.key) >= _TELLING)
        return self._of_body(place.key, place.extent, mention, "group") if place and told else None

    def _by_surname(self, mention: Mention) -> Identity | None:
        """A rank or what somebody is, with a surname that the article has in a full name: الحداد حارس المنتخب."""
        if mention.head.bare in source_lexicon().ranks:
            return self._surnamed(mention)
        titled = mention.entry is None and len(mention.units) > 1 and mention.units[1].title is not None
        full = self._directory.surnamed(mention.head.bare) if titled else None
        return self._person(full) if full else None

    def _surnamed(self, mention: Mention) -> Identity | None:
        """الوزير الرفاتي، الفريق الرفاتي: a title with a surname that the article has in a full name."""
        last = mention.description[-1]
        if last.reading and len(mention.description) > 1:
            return None
        if any(unit.bare == "اسم" for unit in mention.description[-2:-1]):  # المتحدث باسم الرفاتي is another
            return None
        if any(of_victim(mention.description[:end]) for end in range(2, len(mention.description))):
            return None
        full = self._directory.surnamed(last.bare)
        return self._person(full) if full else None

    def _holder(self, mention: Mention, title: Title, earlier: Earlier) -> Identity | None:
        """The named person that an office, or an epithet that is no office (نجم برشلونة), stands for."""
        last = earlier.person
        if title.spokesman and mention.definite and all(map(means_same, mention.description[1:])):
            same = len(mention.description) > 1 and earlier.last  # المتحدث ذاته: whoever has just spoken
            spoken = same or last
            if spoken and (mention.gender != "feminine" or spoken.gender == "feminine"):
                return spoken
        if last and mention.definite and means_same(mention.description[-1]) and may_be(last, mention):
            return last  # الفاعل المدني ذاته
        if last and points_back(mention) and self._called(last, mention) and answers(last, mention):
            return last  # الوزير, after وزير الصحة
        description = [unit for unit in mention.description if not means_same(unit)] or mention.description
        name = self._directory.holder(tuple(unit.bare for unit in description), mention.start, self._people)
        if name is None and mention.definite and not title.spokesman:  # السفيرة في واشنطن, named where no place is
            short = tuple(unit.bare for unit in description[: loose_end(description)])
            name = self._directory.holder(short, mention.start, self._people)
        if name:
            identity = self._person_called(name, mention)
            identity.gender = identity.gender or mention.gender
            identity.kind, identity.human = "person", True
            return identity
        bound = title.kind == "official" and not mention.definite and len(description) > 2  # نائب الوزير الكوري
        office = title.unique or bound
        if office or (mention.definite and not points_back(mention)):
            return None
        if last is not None and may_be(last, mention):
            return last
        protagonist = self._directory.protagonist(mention.start)
        person = self._person_called(protagonist, mention) if protagonist else None
        return person if person and may_be(person, mention) else None

    def _called(self, person: Identity, mention: Mention) -> bool:
        """Whether somebody is known by a title, not by name, and of no other country: الوزير الياباني."""
        if person.extent is None:
            return False
        words = [unit.bare for unit in self._units.within(person.extent)]
        known, wanted = (({origin(word) for word in each} & origins()) for each in (words, mention.key))
        return words[:1] == [mention.head.bare] and not (known and wanted - known)

    def _source(self, mention: Mention, entry: Source, earlier: Earlier) -> Identity:
        if mention.definite and points_back(mention):
            found = self._unnamed.last(entry)
            single = mention.number == "singular"
            if found and (single or found.number == mention.number):
                return found
            same = any(map(means_same, mention.description[1:]))  # المصدر ذاته, of a ministry's statement
            last = earlier.anyone
            if single and entry.kind == "source" and last and (same or last.anonymous or not last.person):
                return last
        return self._unnamed.new(mention, entry.kind)

    def _body(self, mention: Mention, last: Identity | None, kind: SpeakerKind | None = None) -> Identity:
        key = mention.key or tuple(unit.bare for unit in mention.units)
        extent = outer(shown(mention.description or mention.units))
        place = None
        if len(key) > 1 or mention.definite or not mention.reading:
            place = self._descriptions.fullest_description(key, mention.start, self._bodies)
            place = place or self._descriptions.body_named(key) or self._ministry(key, mention.start)
        if place is None and generic(mention) and points_back(mention):
            place = self._descriptions.earlier(key[0], mention.start)
            if place is not None:  # المنظمة ذاتها, هذه المنظمة الأهلية before it: منظمة السهل الأهلية
                place = self._descriptions.fullest_description(place.key, mention.start, self._bodies) or place
            alone = place is None and len(key) == 1 and isinstance(mention.entry, Organization)
            if alone and last is not None and last.gender in (None, mention.gender):
                return last
        if place is not None:
            if (unnamed := self._still_unnamed(mention, place)) is not None:
                return unnamed
            key, extent = place.key, place.extent
        return self._of_body(key, self._descriptions.presentable(key, extent), mention, kind)

    def _still_unnamed(self, mention: Mention, place: Place) -> Identity | None:
        """The body without a name that a definite phrase takes up: المنظمة, after منظمة حقوقية."""
        last = self._unnamed.last(mention.entry) if mention.entry and points_back(mention) else None
        return last if last and last.extent and touch([last.extent], [place.extent]) else None

    def _ministry(self, key: Key, offset: int) -> Place | None:
        """What is called by its field alone, العفو الدولية, a منظمة; or by what it is, after that: الخارجية الروسية."""
        if key == _MINISTRY:
            return self._descriptions.earlier(_FOREIGN, offset)
        bodies = chain.from_iterable(self._descriptions.before_then_after(head, offset) for head in _FIELDED)
        return next((place for place in bodies if place.key[1 : 1 + len(key)] == key), None)

    def _of_body(self, key: Key, extent: Extent, mention: Mention, kind: SpeakerKind | None = None) -> Identity:
        if key not in self._bodies:
            if kind is None and mention.number == "plural" and mention.head.bare.endswith("ون"):
                kind = "group"  # القائمون على المعرض
            found = kind or kind_of(mention.entry) or self._descriptions.kind(key) or "unknown"
            human = found in ("person", "group")
            self._bodies[key] = Identity(extent, found, mention.gender, mention.number, human)
        return self._bodies[key]


def _together(mention: Mention) -> Identity | None:
    """Those who speak together, if another is joined to a name: واشنطن ولندن، السفير سالم والسفير نادر."""
    head, last = mention.head.reading, mention.name[-1].token
    _, surname, again = [*mention.description, None, None, None][:3]
    if head and mention.definite and again and again.conjunction and again.reading == head:
        named = surname is not None and surname.reading is None and not surname.preposition
        return Identity(outer(mention.units), "group", number="plural") if named else None
    after = [unit for unit in mention.units if unit.token > last and unit not in mention.description]
    if not after or not after[0].conjunction or after[0].suffixed:
        return None
    speaks = isinstance(after[0].reading.entry, Title | Organization) if after[0].reading else after[0].proper
    if not (speaks or after[0].key in countries()):
        return None
    return Identity(outer((mention.name[0], *after)), "group", number="plural")
