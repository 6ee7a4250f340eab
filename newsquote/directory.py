"""Who is who in an article: names, offices and bodies with where they stand, indexed for look-ups in near-constant time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsquote.matching import Extent
from newsquote.mentions import Mention, outer, read_running
from newsquote.source_lexicon import Document, Organization, Title
from newsquote.units import Units

_LOOKED_AT = 40  # how many earlier mentions of one head are compared: keeps long articles linear
Key = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A description where it stands: of a person with that office, or of a body."""

    start: int
    words: frozenset[str]
    key: Key
    extent: Extent
    name: Key | None


class Directory:
    """All names, offices and bodies of an article."""

    def __init__(self, units: Units, sources: Iterable[Mention]) -> None:
        self.names: dict[Key, Extent] = {}
        self._names_of: dict[str, list[Key]] = defaultdict(list)
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._bodies_named: dict[str, list[Place]] = defaultdict(list)
        for mention in sources:
            self._enter(mention)
        self._scan(units)
        for places in self._places.values():
            places.sort(key=lambda place: place.start)
        self._starts = {head: [place.start for place in places] for head, places in self._places.items()}

    def _scan(self, units: Units) -> None:
        free = 0
        for at, unit in enumerate(units.all):
            if unit.reading is None and (at < free or not unit.proper):
                continue
            if unit.reading is not None and not isinstance(unit.reading.entry, Title | Organization | Document):
                continue
            if (mention := read_running(units.all, at)) is None:
                continue
            if (mention.name and not mention.description) or not (mention.reading and mention.reading.human):
                free = at + len(mention.units)
            self._enter(mention)

    def enter(self, mention: Mention) -> None:
        """Take up a mention that was found late; look-ups of places do not see it."""
        if mention.name_key:
            self.names.setdefault(mention.name_key, outer(mention.name))

    def _enter(self, mention: Mention) -> None:
        name = mention.name_key or None
        if name and name not in self.names:
            self.names[name] = outer(mention.name)
            for word in set(name):
                if len(self._names_of[word]) < _LOOKED_AT:
                    self._names_of[word].append(name)
        if not mention.description:
            return
        key = mention.key
        place = Place(mention.head.start, frozenset(key), key, outer(mention.description), name)
        self._places[key[0]].append(place)
        if isinstance(mention.entry, Organization) and mention.entry.names and len(key) > 1:
            if len(self._bodies_named[key[1]]) < _LOOKED_AT:
                self._bodies_named[key[1]].append(place)

    def fullest_name(self, name: Key) -> Key:
        """The longest name in the article that holds all words of one; of equally long ones the first."""
        wanted = set(name)
        rarest = min(name, key=lambda word: len(self._names_of.get(word, ())))
        found = [full for full in self._names_of.get(rarest, ()) if wanted <= set(full)]
        return max(found, key=len, default=name)

    def is_name(self, word: str) -> bool:
        """Whether a word is part of a person's name that has more words."""
        return any(len(name) > 1 for name in self._names_of.get(word, ()))

    def before_then_after(self, head: str, offset: int) -> Iterator[Place]:
        """Descriptions with a head: those before an offset from the nearest on, then those after it."""
        places = self._places.get(head, [])
        middle = bisect_right(self._starts.get(head, []), offset)
        yield from reversed(places[max(0, middle - _LOOKED_AT) : middle])
        yield from places[middle : middle + _LOOKED_AT]

    def holder(self, key: Key, offset: int) -> Key | None:
        """The name of who holds an office, by a description at an offset."""
        wanted = frozenset(key)
        for place in self.before_then_after(key[0], offset):
            if place.name and wanted <= place.words:
                return place.name
        return None

    def fullest_description(self, key: Key, offset: int) -> Place | None:
        """The nearest longer description that begins as a given one does, or holds its words under the same head."""
        wanted = frozenset(key)
        best: Place | None = None
        for place in self.before_then_after(key[0], offset):
            if len(place.key) > len(key) and wanted <= place.words and (best is None or _extends(place.key, best.key)):
                best = place
        return best

    def body_named(self, key: Key) -> Place | None:
        """A body whose own name, after its noun, begins with given words: آبل → شركة آبل."""
        wanted = {word.removesuffix("ه") for word in key}
        for place in self._bodies_named.get(key[0], ()):
            if wanted <= {word.removesuffix("ه") for word in place.words}:
                return place
        return None


def _extends(key: Key, shorter: Key) -> bool:
    return len(key) > len(shorter) and key[: len(shorter)] == shorter
