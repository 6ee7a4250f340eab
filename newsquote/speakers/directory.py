"""Who is who in an article: full names, and who holds which office, indexed for quick look-ups."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from newsquote.countries import origin
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization, Title
from newsquote.speakers.description_ends import is_eponym
from newsquote.speakers.descriptions import Descriptions
from newsquote.speakers.given_before import given_before
from newsquote.speakers.mentions import CHILD, Key, Mention, outer
from newsquote.speakers.overruns import Overruns
from newsquote.speakers.running import office_after, read_running
from newsquote.speakers.surnames import consonants
from newsquote.speakers.units import Units
from newsquote.syntax import Extent

_LOOKED_AT = 40  # how many earlier mentions of one head are compared: keeps long articles linear
_GOD = ("له",)  # as folded, without the article


class Directory:
    """All names of an article, and what their bearers are described by."""

    def __init__(self, units: Units, sources: Iterable[Mention]) -> None:
        self.names: dict[Key, Extent] = {}
        self._units = units
        self._alone: dict[str, Key | None] = {}  # surnames that no full name was read for, with one found by place
        self._named: dict[Key, list[int]] = defaultdict(list)  # where names stand
        self._names_of: dict[str, list[Key]] = defaultdict(list)
        self._counts = Counter(unit.bare for unit in units.all)
        self._named_at: list[tuple[int, Key]] = []
        known = {mention.head.start: mention for mention in sources}
        found = [
            *known.values(),
            *(one for one in _scanned(units) if not _goes_too_far(one, known.get(one.head.start))),
        ]
        self._cited = sorted({(one.head.bare,) for one in known.values() if len(one.units) == 1 and not one.reading})
        self.overruns = Overruns(units, found)
        ended = [self.overruns.end(mention) for mention in found]
        for mention in ended:
            self._enter(mention)
        self.descriptions = Descriptions(units, ended)
        self._named_at.sort()
        for starts in self._named.values():
            starts.sort()

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

    def enter(self, mention: Mention) -> None:
        """Take up a mention that was found late; look-ups of places do not see it."""
        if mention.name_key:
            self.names.setdefault(mention.name_key, outer(mention.name))

    def fullest_name(self, name: Key, offset: int) -> Key:
        """The longest name in the article that holds all words of one.

        Of several people so called, rather one whose surname it is, then one whose given name, then the one named last
        before an offset, then the first named after it; never subject and object run together (أبلغ | بوتين نتنياهو),
        if it can be helped.
        """
        if name == _GOD:  # not رسول الله
            return name
        rarest = min(name, key=lambda word: len(self._names_of.get(word, ())))
        found = [full for full in self._names_of.get(rarest, ()) if len(full) > len(name) and _holds(full, name)]
        if not found:
            return self._with_given_name(name) or self._with_surname(name) or self._respelled(name) or name
        nearest = min(found, key=lambda full: (self._joined(full), _part(full, name), *self._distance(full, offset)))
        return max((full for full in found if _holds(full, nearest)), key=len)

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

    def _with_surname(self, name: Key) -> Key | None:
        """A given name and the surname by which the article cites somebody elsewhere, where the parser saw no name."""
        if len(name) > 1:
            return None
        full = (self._with_given_name(surname) for surname in self._cited if surname != name)
        return next((one for one in full if one is not None and one[0] == name[0]), None)

    def _respelled(self, name: Key) -> Key | None:
        """The fullest name whose surname is a foreign one in another spelling: برادوبولس، يانيس برادوبولوس."""
        if len(name) > 1 or (sound := consonants(name[0])) is None:
            return None
        others = (full for full in self._by_sound.get(sound, ()) if full[-1] != name[0])
        return max(others, key=len, default=None)

    @cached_property
    def _by_sound(self) -> dict[str, list[Key]]:
        """The names of several words, by the consonants of their surnames."""
        found: dict[str, list[Key]] = defaultdict(list)
        for name in self.names:
            if len(name) > 1 and (sound := consonants(name[-1])) is not None:
                found[sound].append(name)
        return found

    def _joined(self, name: Key) -> bool:
        """Whether a name begins with a name that stands alone or is the surname of somebody else: likely it is two."""
        return name[1] not in CHILD and any(other[-1] == name[0] for other in self._names_of[name[0]])

    def _distance(self, name: Key, offset: int) -> tuple[bool, int]:
        """How far before an offset a name stands; one that only stands after it comes later."""
        starts = self._named[name]
        before = bisect_left(starts, offset)
        return (False, offset - starts[before - 1]) if before else (True, starts[0] if starts else 0)

    def surnamed(self, word: str) -> Key | None:
        """The fullest name of more than one word whose surname a word is."""
        named = (name for name in self._names_of.get(word, ()) if len(name) > 1 and name[-1] == word)
        return max((name for name in named if _holds(name, (word,))), key=len, default=None)

    def holder(self, key: Key, offset: int, speakers: Container[Key]) -> Key | None:
        """The name of who holds an office, by a description at an offset: rather one who has spoken already."""
        wanted = frozenset(key)
        named = [p for p in self.descriptions.before_then_after(key[0], offset) if p.name]
        found = [p for p in named if wanted <= p.words]
        if not found:  # السفير الإسرائيلي, named as سفير إسرائيل
            stems = frozenset(map(origin, key))
            found = [p for p in named if stems <= frozenset(map(origin, p.words))]
        if not found:  # الرسام التونسي, named as الرسام and the only one so named
            plain = [p for p in named if p.words < wanted and p.start < offset]
            found = plain if len({p.name for p in plain}) == 1 else []
        for place in found:
            if place.name and place.start < offset and self.fullest_name(place.name, place.start) in speakers:
                return place.name
        return next((p.name for p in found if p.key == key), found[0].name if found else None)

    def protagonist(self, offset: int) -> Key | None:
        """The full name before an offset whose last word the article repeats most."""
        before = self._named_at[: min(bisect_left(self._named_at, (offset, ())), _LOOKED_AT)]
        people = (name for _, name in before if self._acts(name))
        name = max(people, key=lambda name: self._counts[name[-1]], default=None)
        return name if name and self._counts[name[-1]] > 1 else None

    def _acts(self, name: Key) -> bool:
        """Whether a name stands after a verb, a title or a mark, or opens the article: no place's (في خان يونس)."""
        units, spelled = self._units, self._units.text[slice(*self.names[name])]
        if name[-1:] == _GOD or any(letter.isascii() and letter.isalnum() for letter in spelled):  # آيفون XS
            return False
        before = (units.all[at - 1] if (at := units.at(start)) else None for start in self._named[name])
        return any(one is None or one.punct or one.word.upos in ("VERB", "ADJ") or one.title for one in before)


def _scanned(units: Units) -> Iterator[Mention]:
    """The phrases about sources and the names of an article, wherever they stand."""
    free = 0
    for at, unit in enumerate(units.all):
        if unit.reading is None and (unit.start < free or not unit.proper):
            continue
        if any(each.key in source_lexicon().sides for each in units.all[max(0, at - 1) : at + 1]):  # جنوب أفريقيا
            continue
        if unit.cue and unit.title:  # طالب سالم is no student
            continue
        if unit.reading is not None and not isinstance(unit.reading.entry, Title | Organization | Document):
            continue
        if is_eponym(units.all, at) or (mention := read_running(units.all, at)) is None:
            continue
        apart = _after_comma(mention)  # its name may open another phrase: زوجته، سلمى درويش أميرة عمان
        free = max(free, mention.name[0].start if apart else outer(mention.units)[1])
        yield mention
        if office := office_after(units, mention):
            yield office


def _goes_too_far(mention: Mention, source: Mention | None) -> bool:
    """Whether a phrase goes on with another where the same one, as a source, is over: دعا الوزير | لوقف الحرب."""
    if source is None or source.name or mention.name or len(mention.units) <= len(source.units):
        return False
    following = mention.units[len(source.units)]
    return following.preposition or following.definite or following.word.upos == "ADP"


def _part(full: Key, name: Key) -> int:
    """Which part of a full name another is: 0 the surname, 1 the given name, 2 what stands between."""
    return 0 if full[-1] == name[-1] else 1 if full[0] == name[0] else 2


def _holds(full: Key, name: Key) -> bool:
    """Whether a full name has all words of another, and not as the father's only: سلمان, in محمد بن سلمان."""
    before = (one for one, word in pairwise(full) if word == name[0])
    return set(name) <= set(full) and (full[0] == name[0] or not all(one in CHILD for one in before))


def _after_comma(mention: Mention) -> bool:
    """Whether a mention's name stands apart from the title before it."""
    return bool(mention.name and mention.description) and (mention.name[0].start > outer(mention.description)[1] + 1)
