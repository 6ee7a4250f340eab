"""What people and bodies of an article are described by, and where: offices, bodies, documents."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from newsquote.boundaries import boundary
from newsquote.countries import origin, origins
from newsquote.models import SpeakerKind
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization, Title
from newsquote.speakers.identified import known
from newsquote.speakers.mentions import Key, Mention, outer, shown
from newsquote.speakers.running import disagrees, loose_end
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units
from newsquote.syntax import Extent

_OPENING, _CLOSING = frozenset('"“«‘(['), frozenset('"”»’)]')
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_LONGEST_SHORT_NAME = 3  # words
_LOOKED_AT = 40  # how many descriptions of one head are compared: keeps long articles linear


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


class Descriptions:
    """All descriptions of an article, by their heads."""

    def __init__(self, units: Units, mentions: Iterable[Mention]) -> None:
        """Take up the descriptions that phrases of an article hold."""
        self._units = units
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._bodies_named: dict[str, list[Place]] = defaultdict(list)
        self._research: list[int] = []  # where named bodies that do research stand
        counterparts = []
        for mention in mentions:
            self._enter(mention)
            if mention.name and isinstance(mention.entry, Title) and mention.entry.counterpart:
                counterparts.append(mention)
        for mention in counterparts:
            self._enter_counterpart(mention)
        for places in self._places.values():
            places.sort(key=lambda place: place.start)
        self._starts = {head: [place.start for place in places] for head, places in self._places.items()}

    def _enter(self, mention: Mention) -> None:
        name = mention.name_key or None
        description = _one_body(shown(mention.description))
        if not description:
            return
        description = description[: 1 if _of_one_word(description) else None]
        key = mention.key[: len(description)]
        extent, fused = outer(description), mention.head.fused_article
        place = Place(mention.head.start, frozenset(key), key, extent, name, fused, known(mention))
        self._places[key[0]].append(place)
        for at in _further_titles(description) if name else ():
            rest = description[at:]
            words = key[at:]
            further = Place(rest[0].start, frozenset(words), words, outer(rest), name, fused=False, known=True)
            self._places[words[0]].append(further)
        if not isinstance(mention.entry, Organization) or len(key) < 2:
            return
        if mention.entry.research:
            self._research.append(place.start)
        for word in {*((key[1],) if mention.entry.names else ()), *_purpose(description)}:
            if len(self._bodies_named[word]) < _LOOKED_AT:
                self._bodies_named[word].append(place)
        short, end = self._short_name(extent[1])
        if short:
            whole = replace(place, key=key + short, words=place.words | set(short), extent=(extent[0], end))
            self._places[key[0]].append(whole)
            self._bodies_named[short[0]].append(whole)

    def _enter_counterpart(self, mention: Mention) -> None:
        """The office of somebody's counterpart: after وزير الخارجية السعودي, نظيره المصري is وزير الخارجية المصري."""
        before = [p for places in self._places.values() for p in places if p.name and p.start < mention.start]
        named = max(before, key=lambda place: place.start, default=None)
        if named is None or named.name is None:
            return
        surname = named.name[-1]
        same = [place.key for place in before if place.name and place.name[-1] == surname]
        office = [word for word in max(same, key=len) if origin(word) not in origins()]
        key = (*office, *(unit.bare for unit in mention.description[1:]))
        if office and len(key) > len(office):
            extent = outer(mention.description)
            place = Place(mention.start, frozenset(key), key, extent, mention.name_key, fused=False, known=True)
            self._places[key[0]].append(place)

    def _short_name(self, offset: int) -> tuple[Key, int]:
        """What a body is called for short, right after its name, and where that ends: السوق المالية “تداول”."""
        at = self._units.at(offset)
        inside = self._units.all[at : at + _LONGEST_SHORT_NAME + 2]
        if not inside or inside[0].form not in _OPENING or inside[0].start - offset != 1:
            return (), offset  # a mark right behind a word closes what it stands in
        words = list(takewhile(lambda unit: not unit.punct, inside[1:]))
        closed = len(words) + 1 < len(inside) and inside[len(words) + 1].form in _CLOSING
        named = all(unit.reading is None and unit.word.upos in _NAMING and not _elsewhere(unit) for unit in words)
        if not (closed and named):
            return (), offset
        return tuple(unit.bare for unit in words), inside[len(words) + 1].end

    def research_between(self, start: int, end: int) -> bool:
        """Whether a body that does research is named between two offsets."""
        return any(start < place < end for place in self._research)

    def kind(self, key: Key) -> SpeakerKind | None:
        """What kind of speaker a description's head is."""
        entry = reading.entry if (reading := source_lexicon().reading(key[0])) else None
        return (
            "document" if isinstance(entry, Document) else "organization" if isinstance(entry, Organization) else None
        )

    def before_then_after(self, head: str, offset: int) -> Iterator[Place]:
        """Descriptions with a head: those before an offset from the nearest on, then those after it."""
        places = self._places.get(head, [])
        middle = bisect_right(self._starts.get(head, []), offset)
        yield from reversed(places[max(0, middle - _LOOKED_AT) : middle])
        yield from places[middle : middle + _LOOKED_AT]

    def earlier(self, head: str, offset: int) -> Place | None:
        """The nearest fuller description with a head before an offset."""
        before = (place for place in self.before_then_after(head, offset) if place.start < offset)
        return next((place for place in before if len(place.key) > 1), None)

    def named_later(self, key: Key, offset: int) -> Key | None:
        """The only name that a title has after an offset: a lead's طبيبة بريطانية, and then الطبيبة سلمى حداد."""
        later = [place for place in self._places.get(key[0], []) if place.start > offset and place.name]
        names = {place.name for place in later}
        return later[0].name if len(names) == 1 and later[0].known and later[0].words <= set(key) else None

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


def _elsewhere(unit: Unit) -> bool:
    """Whether a word in brackets tells when, or who took the picture: (الجمعة)، (رويترز)."""
    return unit.key in source_lexicon().neighbours or unit.key in boundary("medium") or unit.key.isdigit()


def _one_body(description: Sequence[Unit]) -> Sequence[Unit]:
    """A description without a second body joined to it: الجيش الإسرائيلي | والشرطة, دمشق | وموسكو."""
    for at, (before, unit) in enumerate(pairwise(description), start=1):
        if not unit.conjunction:
            continue
        if description[0].reading is None and not description[0].definite:
            return description[:at]
        second = description[0].definite and unit.definite and unit.word.upos in ("NOUN", "PROPN")
        if second and before.definite and (before.word.upos == "ADJ" or (at == 1 and unit.reading is not None)):
            return description[:at]
    return description


def _of_one_word(description: Sequence[Unit]) -> bool:
    """Whether a body or document is but its definite head, and an adverbial or object follows: اللجنة | في الخطاب."""
    head, following = description[0], description[1] if len(description) > 1 else None
    if following is None or not head.definite or head.reading is None or head.reading.human:
        return False
    return loose_end([head, following]) == 1 or disagrees(following, head)


def _purpose(description: Sequence[Unit]) -> tuple[str, ...]:
    """What a general body is for, by which it may be called: الهيئة العامة للموانئ, hence الموانئ."""
    general = len(description) > 2 and description[1].bare.removesuffix("ه") == "عام" and description[1].definite
    field = description[2] if general else None  # but القيادة العامة للجيش is no army
    return (field.bare,) if field is not None and field.fused_article and field.reading is None else ()


def _further_titles(description: Sequence[Unit]) -> Iterator[int]:
    """Where further titles of a named person begin: الوزير المكلف بالإعلام | الناطق باسم الحكومة."""
    for at, (before, unit) in enumerate(pairwise(description), start=1):
        titled = unit.reading is not None and unit.reading.human
        if titled and unit.definite and before.definite and not (unit.preposition or unit.conjunction):
            yield at


def _extends(key: Key, shorter: Key) -> bool:
    return len(key) > len(shorter) and key[: len(shorter)] == shorter
