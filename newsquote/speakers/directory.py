"""Who is who in an article: names, offices and bodies and where they stand, indexed for quick look-ups."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsquote.models import SpeakerKind
from newsquote.speakers.anonymity import known
from newsquote.speakers.description_ends import is_eponym
from newsquote.speakers.given_before import given_before
from newsquote.speakers.mentions import Mention, outer, shown
from newsquote.speakers.overruns import Overruns
from newsquote.speakers.running import read_running
from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Document, Organization, Title
from newsquote.speakers.units import Unit, Units
from newsquote.syntax import Extent

_LOOKED_AT = 40  # how many earlier mentions of one head are compared: keeps long articles linear
Key = tuple[str, ...]
_GOD = ("له",)  # as folded, without the article


@dataclass(frozen=True)
class Place:
    """A description where it stands: of a person with that office, or of a body."""

    start: int
    words: frozenset[str]
    key: Key
    extent: Extent
    name: Key | None
    fused: bool
    known: bool


class Directory:
    """All names, offices and bodies of an article."""

    def __init__(self, units: Units, sources: Iterable[Mention]) -> None:
        self.names: dict[Key, Extent] = {}
        self._units = units
        self._alone: dict[str, Key | None] = {}  # surnames that no full name was read for, with one found by place
        self._named: dict[Key, list[int]] = defaultdict(list)  # where names stand
        self._names_of: dict[str, list[Key]] = defaultdict(list)
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._bodies_named: dict[str, list[Place]] = defaultdict(list)
        self._counts = Counter(unit.bare for unit in units.all)
        self._named_at: list[tuple[int, Key]] = []
        self._research: int | None = None  # where the first named body that does research stands
        found = [*sources, *_scanned(units)]
        self.overruns = Overruns(units, found)
        for mention in found:
            self._enter(self.overruns.end(mention))
        self._named_at.sort()
        for starts in self._named.values():
            starts.sort()
        for places in self._places.values():
            places.sort(key=lambda place: place.start)
        self._starts = {head: [place.start for place in places] for head, places in self._places.items()}

    def _enter(self, mention: Mention) -> None:
        name = mention.name_key or None
        if name:
            self._named[name].append(mention.name[0].start)
        if name and name not in self.names:
            self.names[name] = outer(mention.name)
            if len(name) > 1:
                self._named_at.append((mention.name[0].start, name))
            for word in set(name):
                if len(self._names_of[word]) < _LOOKED_AT:
                    self._names_of[word].append(name)
        description = shown(mention.description)
        if not description:
            return
        key = mention.key[: len(description)]
        extent, fused = outer(description), mention.head.fused_article
        place = Place(mention.head.start, frozenset(key), key, extent, name, fused, known(mention))
        self._places[key[0]].append(place)
        for at in _further_titles(mention) if name else ():
            rest = mention.description[at:]
            words = key[at:]
            further = Place(rest[0].start, frozenset(words), words, outer(rest), name, fused=False, known=True)
            self._places[words[0]].append(further)
        if not isinstance(mention.entry, Organization) or len(key) < 2:
            return
        if mention.entry.research:
            self._research = min(place.start, place.start if self._research is None else self._research)
        for word in {*((key[1],) if mention.entry.names else ()), *_purpose(description)}:
            if len(self._bodies_named[word]) < _LOOKED_AT:
                self._bodies_named[word].append(place)

    def enter(self, mention: Mention) -> None:
        """Take up a mention that was found late; look-ups of places do not see it."""
        if mention.name_key:
            self.names.setdefault(mention.name_key, outer(mention.name))

    def research_before(self, offset: int) -> bool:
        """Whether a body that does research has been named before an offset."""
        return self._research is not None and self._research < offset

    def kind(self, key: Key) -> SpeakerKind | None:
        """What kind of speaker a description's head is."""
        entry = reading.entry if (reading := source_lexicon().reading(key[0])) else None
        return (
            "document" if isinstance(entry, Document) else "organization" if isinstance(entry, Organization) else None
        )

    def fullest_name(self, name: Key, offset: int) -> Key:
        """The longest name in the article that holds all words of one.

        Of several people so called, rather one whose surname it is, then the one named last before an offset, then the
        first named after it; never subject and object run together (أبلغ | بوتين نتنياهو), if it can be helped.
        """
        if name == _GOD:  # not رسول الله
            return name
        wanted = set(name)
        rarest = min(name, key=lambda word: len(self._names_of.get(word, ())))
        found = [full for full in self._names_of.get(rarest, ()) if len(full) > len(name) and wanted <= set(full)]
        if not found:
            return self._with_given_name(name) or name
        nearest = min(found, key=lambda full: (self._joined(full), full[-1] != name[-1], *self._distance(full, offset)))
        return max((full for full in found if set(nearest) <= set(full)), key=len)

    def _with_given_name(self, name: Key) -> Key | None:
        """A surname and the given name right before it, where the parser saw no name."""
        if len(name) > 1:
            return None
        if name[0] not in self._alone:
            found = given_before(self._units, name[0])
            self._alone[name[0]] = found[0] if found else None
            if found:
                self.names.setdefault(*found)
        return self._alone[name[0]]

    def _joined(self, name: Key) -> bool:
        """Whether a name begins with a name that stands alone or is the surname of somebody else: likely it is two."""
        return any(other[-1] == name[0] for other in self._names_of[name[0]])

    def _distance(self, name: Key, offset: int) -> tuple[bool, int]:
        """How far before an offset a name stands; one that only stands after it comes later."""
        starts = self._named[name]
        before = bisect_left(starts, offset)
        return (False, offset - starts[before - 1]) if before else (True, starts[0] if starts else 0)

    def surnamed(self, word: str) -> Key | None:
        """The fullest name of more than one word that ends in a word."""
        found = (name for name in self._names_of.get(word, ()) if len(name) > 1 and name[-1] == word)
        return max(found, key=len, default=None)

    def before_then_after(self, head: str, offset: int) -> Iterator[Place]:
        """Descriptions with a head: those before an offset from the nearest on, then those after it."""
        places = self._places.get(head, [])
        middle = bisect_right(self._starts.get(head, []), offset)
        yield from reversed(places[max(0, middle - _LOOKED_AT) : middle])
        yield from places[middle : middle + _LOOKED_AT]

    def holder(self, key: Key, offset: int, speakers: Container[Key]) -> Key | None:
        """The name of who holds an office, by a description at an offset: rather one who has spoken already."""
        wanted = frozenset(key)
        named = [p for p in self.before_then_after(key[0], offset) if p.name]
        found = [p for p in named if wanted <= p.words]
        if not found:  # السفير الإسرائيلي, named as سفير إسرائيل
            stems = frozenset(map(_origin, key))
            found = [p for p in named if stems <= frozenset(map(_origin, p.words))]
        if not found:  # الرسام التونسي, named as الرسام and the only one so named
            plain = [p for p in named if p.words < wanted and p.start < offset]
            found = plain if len({p.name for p in plain}) == 1 else []
        for place in found:
            if place.name and place.start < offset and self.fullest_name(place.name, place.start) in speakers:
                return place.name
        return next((p.name for p in found if p.key == key), found[0].name if found else None)

    def earlier(self, head: str, offset: int) -> Place | None:
        """The nearest fuller description with a head before an offset."""
        before = (place for place in self.before_then_after(head, offset) if place.start < offset)
        return next((place for place in before if len(place.key) > 1), None)

    def protagonist(self, offset: int) -> Key | None:
        """The full name before an offset whose last word the article repeats most."""
        before = self._named_at[: min(bisect_left(self._named_at, (offset, ())), _LOOKED_AT)]
        name = max((name for _, name in before), key=lambda name: self._counts[name[-1]], default=None)
        return name if name and self._counts[name[-1]] > 1 else None

    def fullest_description(self, key: Key, offset: int, speakers: Container[Key]) -> Place | None:
        """A longer description that holds the words of a given one under the same head, and whatever extends it.

        Rather of a body that has spoken, then of one that its description makes known, then the nearest.
        """
        wanted = frozenset(key)
        found = [p for p in self.before_then_after(key[0], offset) if len(p.key) > len(key) and wanted <= p.words]
        found.sort(key=lambda place: (place.key not in speakers or place.start > offset, not place.known))
        best: Place | None = None
        for place in found:
            if best is None or _extends(place.key, best.key):
                best = place
        return best

    def presentable(self, key: Key, extent: Extent) -> Extent:
        """How to show a description whose article has run together with a preposition, as it stands elsewhere."""
        wanted = frozenset(key)
        same = [place for place in self.before_then_after(key[0], extent[0]) if place.words <= wanted]
        if not any(place.fused and place.extent == extent for place in same):
            return extent
        plain = [place for place in same if not place.fused and (len(place.key) > 1 or len(key) == 1)]
        if plain:
            return max(plain, key=lambda place: len(place.key)).extent
        return extent[0] + 1, extent[1]

    def body_named(self, key: Key) -> Place | None:
        """A body whose own name, after its noun, begins with given words: آبل → شركة آبل."""
        wanted = {word.removesuffix("ه") for word in key}
        for place in self._bodies_named.get(key[0], ()):
            if wanted <= {word.removesuffix("ه") for word in place.words}:
                return place
        return None


def _scanned(units: Units) -> Iterator[Mention]:
    """The phrases about sources and the names of an article, wherever they stand."""
    free = 0
    for at, unit in enumerate(units.all):
        if unit.reading is None and (unit.start < free or not unit.proper):
            continue
        if unit.key in source_lexicon().sides:
            continue
        if unit.reading is not None and not isinstance(unit.reading.entry, Title | Organization | Document):
            continue
        if is_eponym(units.all, at) or (mention := read_running(units.all, at)) is None:
            continue
        apart = _after_comma(mention)  # its name may open another phrase: زوجته، سلمى درويش أميرة عمان
        free = max(free, mention.name[0].start if apart else outer(mention.units)[1])
        yield mention


def _purpose(description: Sequence[Unit]) -> tuple[str, ...]:
    """What a general body is for, by which it may be called: الهيئة العامة للموانئ, hence الموانئ."""
    general = len(description) > 2 and description[1].bare.removesuffix("ه") == "عام" and description[1].definite
    return (description[2].bare,) if general and description[2].fused_article else ()


def _origin(word: str) -> str:
    """A country's name or the adjective made of it, bare of their endings: روسيا، روسي، روسية."""
    for ending in ("اويه", "اوي", "يه", "يا", "ي", "ا", "ه"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word


def _after_comma(mention: Mention) -> bool:
    """Whether a mention's name stands apart from the title before it."""
    return bool(mention.name and mention.description) and (mention.name[0].start > outer(mention.description)[1] + 1)


def _further_titles(mention: Mention) -> Iterator[int]:
    """Where further titles of a named person begin: الوزير المكلف بالإعلام | الناطق باسم الحكومة."""
    for at, (before, unit) in enumerate(pairwise(mention.description), start=1):
        titled = unit.reading is not None and unit.reading.human
        if titled and unit.definite and before.definite and not (unit.preposition or unit.conjunction):
            yield at


def _extends(key: Key, shorter: Key) -> bool:
    return len(key) > len(shorter) and key[: len(shorter)] == shorter
