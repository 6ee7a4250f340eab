"""Who else may be the speaker of an attribution than the one whom rules chose, and how each came to be thought of."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from newsquote.matching import Match
from newsquote.models import SpeakerKind
from newsquote.source_nouns import Source, Title
from newsquote.speakers.candidates import Candidates
from newsquote.speakers.ellipsis import nearest_first, phrase
from newsquote.speakers.identities import Identities
from newsquote.speakers.identity import Identity
from newsquote.speakers.mentions import WHOEVER, Mention, means_same, outer, shown
from newsquote.speakers.places import Place, place_of
from newsquote.speakers.spoken import History
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units
from newsquote.speakers.unnamed import kind_of
from newsquote.syntax import Article, Extent, Sentence
from newsquote.text import fold

_AGE = re.compile(r"\s*\(\d")
_SPOKEN = 14  # earlier attributions whose speakers are thought of
_SPEAKING = 4  # later ones
_BACK = 3  # sentences before whose subjects are thought of
_SUBJECTS = 40  # of a sentence
_NAMES = 400  # of an article
_NEAR = 14  # names before an attribution
_EARLY = 6  # names at the beginning of an article
_ALIKE = 40  # names with a word


@dataclass
class Contender:
    """Somebody who may be the speaker.

    Attributes:
        identity: Who.
        name: What the article calls him.
        ways: How he came to be thought of, each with a rank or a distance, the smallest.
    """

    identity: Identity
    name: str
    ways: dict[str, int] = field(default_factory=dict)

    @property
    def unnamed(self) -> bool:
        """Whether a reader cannot tell who he is."""
        return self.identity.anonymous is not None


@dataclass(frozen=True)
class Contest:
    """An attribution and those who may be its speaker.

    Attributes:
        match: The attribution.
        source: Its source's words as they stand; empty where they are left out.
        mention: The same, read.
        sentence: The number of its sentence.
        opens: Whether its sentence opens a paragraph.
        inside: Whether it stands in the statement of another.
        ruled: The name of whom rules chose; ``None`` if nobody.
        contenders: Those who may be its speaker, at least one.
        places: Where each is mentioned, by name, in text order.
        before: The attribution before; ``None`` for the first.
        beside: How many attributions stand before it in its sentence, of the three before it.
        quoted: How often rules chose each in the article, by name.
    """

    match: Match
    source: str
    mention: Mention | None
    sentence: int
    opens: bool
    inside: bool
    ruled: str | None
    contenders: Sequence[Contender]
    places: Mapping[str, Sequence[Place]]
    before: Match | None
    beside: int
    quoted: Mapping[str, int]


Ranker = Callable[[Sequence[Contest]], list[Contender | None]]
"""Chooses a speaker for each contest; ``None`` where rules shall be believed."""


@dataclass(frozen=True)
class _Known:
    """A phrase that names or describes somebody, and who that is."""

    mention: Mention
    sentence: int
    identity: Identity
    name: str
    main: bool = False


class Contests:
    """The contests of an article.

    Args:
        article: The article.
        units: Its words.
        identities: Its speakers.
        numbers: Numbers the sentences.
        matches: The attributions, sorted by position.
        sources: The source of each, read.
    """

    def __init__(
        self,
        article: Article,
        units: Units,
        identities: Identities,
        numbers: Candidates,
        matches: Sequence[Match],
        sources: Sequence[Mention | None],
    ) -> None:
        self._article, self._units, self._identities, self._numbers = article, units, identities, numbers
        self._matches, self._sources = matches, sources
        self._statements = History(extent for match in matches for extent in match.content)
        self._identity_at: dict[Extent, Identity] = {}
        mentions = list(nearest_first(units, 0, len(article.text)))[::-1]
        self._names = [known for one in mentions[:_NAMES] if (known := self._know(one))]
        self._subjects = [list(islice(self._subjects_of(sentence), _SUBJECTS)) for sentence in article.sentences]
        self._by_word: dict[str, dict[str, Identity]] = defaultdict(dict)
        everybody = [*self._names, *(known for subjects in self._subjects for known in subjects)]
        self._described = {known.name: known.mention for known in everybody if not known.mention.name}
        self._mentioned: dict[str, dict[int, Place]] = defaultdict(dict)
        for known in sorted(everybody, key=lambda one: one.mention.start):
            self._mentioned[known.name][known.mention.start] = self._place(known.mention)
            for word in fold(known.name).split():
                self._by_word[word][known.name] = known.identity

    def all(self, ruled: Sequence[Identity | None]) -> list[Contest | None]:
        """The contest for each attribution; ``None`` where it has no speaker at all, or nobody may be it.

        Args:
            ruled: Whom rules chose for each.
        """
        matches = self._matches
        names = [self._name(identity) for identity in ruled]
        chosen = list(zip(ruled, names, strict=True))
        quoted = Counter(name for name in names if name)
        places = self._places(names)
        found: list[Contest | None] = []
        for place, (match, mention) in enumerate(zip(matches, self._sources, strict=True)):
            if match.impersonal:
                found.append(None)
                continue
            collected = _Collected()
            self._spoken(collected, matches, chosen, place)
            self._around(collected, match)
            if mention is not None and match.source is not None:
                self._in_source(collected, mention, match.source)
            collected.add(*self._turned(*chosen[place]), "turned", 0)
            contenders = collected.contenders()
            if mention is None:
                contenders = [one for one in contenders if "ruled" in one.ways or not only_told_of(places, one, match)]
            if not contenders:
                found.append(None)
                continue
            number = self._numbers.number(match)
            before = self._article.sentences[number - 1] if number > 0 else None
            found.append(
                Contest(
                    match=match,
                    source=self._article.text[slice(*match.source)] if match.source and mention else "",
                    mention=mention,
                    sentence=number,
                    opens=before is None or before.paragraph != match.sentence.paragraph,
                    inside=self._statements.scope(match.offset) is not None,
                    ruled=names[place],
                    contenders=contenders,
                    places=places,
                    before=matches[place - 1] if place else None,
                    beside=sum(other.sentence is match.sentence for other in matches[max(0, place - 3) : place]),
                    quoted=quoted,
                )
            )
        return found

    def _places(self, names: Sequence[str | None]) -> dict[str, list[Place]]:
        """Where each is mentioned, by name: among the names, subjects and sources of the article."""
        found = defaultdict(dict, {name: dict(places) for name, places in self._mentioned.items()})
        for mention, name in zip(self._sources, names, strict=True):
            if mention is not None and name is not None:
                found[name][mention.start] = self._place(mention)._replace(speaks=True)
        return {name: [places[offset] for offset in sorted(places)] for name, places in found.items()}

    def _place(self, mention: Mention) -> Place:
        return place_of(self._article, self._units, mention, self._statements)

    def _name(self, identity: Identity | None) -> str | None:
        return identity.name(self._article.text) if identity else None

    def _know(self, mention: Mention, *, main: bool = False) -> _Known | None:
        extent = (mention.start, mention.end)
        if extent not in self._identity_at:
            self._identity_at[extent] = self._identities.of(mention)
        identity = self._identity_at[extent]
        name = self._name(identity)
        return _Known(mention, mention.units[0].sentence, identity, name, main) if name else None

    def _subjects_of(self, sentence: Sentence) -> Iterator[_Known]:
        for word in sentence.words:
            head = sentence.head(word) if word.relation == "nsubj" and word.upos not in ("PRON", "DET") else None
            if head is None or (mention := phrase(self._units, word)) is None:
                continue
            main = head.head < 0 or head.relation in ("conj", "parataxis")
            if known := self._know(mention, main=main):
                yield known

    def _spoken(
        self,
        found: "_Collected",
        matches: Sequence[Match],
        ruled: Sequence[tuple[Identity | None, str | None]],
        place: int,
    ) -> None:
        """Whom rules chose here, and who speaks before and after."""
        number = self._numbers.number(matches[place])
        found.add(*ruled[place], "ruled", 0)
        before: list[str | None] = []
        for other in range(place - 1, max(-1, place - 1 - _SPOKEN), -1):
            identity, name = ruled[other]
            if name is None:
                continue
            if name not in before:
                before.append(name)
            found.add(identity, name, "spoke", before.index(name))
            found.add(identity, name, "since", number - self._numbers.number(matches[other]))
        for other in range(place + 1, min(len(matches), place + 1 + _SPEAKING)):
            found.add(*ruled[other], "speaks", other - place - 1)

    def _around(self, found: "_Collected", match: Match) -> None:
        """Subjects of this sentence and those before, names before, and those that open the article."""
        number = self._numbers.number(match)
        for back in range(min(number, _BACK) + 1):
            for known in self._subjects[number - back]:
                if back or known.mention.start < match.offset:
                    way = ("main" if known.main else "subject") + (" before" if back else "")
                    found.add(known.identity, known.name, way, back)
        for known in self._subjects[0][:2] if self._subjects else ():
            found.add(known.identity, known.name, "lead", 0)
        for known in self._names[:_EARLY]:
            found.add(known.identity, known.name, "early", 0)
        near = [known for known in self._names if known.mention.end <= match.offset][-_NEAR:]
        for rank, known in enumerate(reversed(near)):
            found.add(known.identity, known.name, "near", rank)

    def _in_source(self, found: "_Collected", mention: Mention, source: Extent) -> None:
        """The source as it stands, its name, its description, and those who share a word with it."""
        text = self._article.text
        end = outer(shown(mention.units))[1]
        if not means_same(mention.units[-1]) and not _AGE.match(text, end):  # المنظمة نفسها، سائق حافلة (41 عاما)
            end = source[1]
        extent = source[0] + mention.units[0].fused_article, end  # shown as المادة in وفقا للمادة
        whole = Identity(extent, _kind(mention), mention.gender, mention.number)
        if mention.head.key != WHOEVER:
            found.add(whole, self._name(whole), "source", 0)
        if not mention.name:
            unnamed = self._identities.unnamed(mention)
            found.add(unnamed, self._name(unnamed), "source unnamed", 0)
        else:
            found.add(*self._part(mention.name, "person"), "source's name", 0)
        if mention.description and len(mention.description) < len(mention.units):
            found.add(*self._part(mention.description, _kind(mention)), "source's description", 0)
        for word in fold(text[slice(*source)]).split():
            for name, identity in islice(self._by_word.get(word, {}).items(), _ALIKE):
                found.add(identity, name, "shares a word", 0)

    def _turned(self, identity: Identity | None, name: str | None) -> tuple[Identity | None, str | None]:
        """Whom rules chose, known if they took him for one whom a reader cannot identify, and the other way round.

        Turned unnamed, he is called what a phrase without a name calls him somewhere: الوزيرة, for a minister's name.
        """
        if identity is not None and identity.anonymous is not None:
            return replace(identity, anonymous=None), name
        if name is None or name not in self._described:
            return None, None
        unnamed = self._identities.unnamed(self._described[name])
        return unnamed, self._name(unnamed)

    def _part(self, units: Sequence[Unit], kind: SpeakerKind) -> tuple[Identity, str | None]:
        start, end = outer(units)
        whole = Identity((start + units[0].fused_article, end), kind, number="singular")
        return whole, self._name(whole)


def only_told_of(places: Mapping[str, Sequence[Place]], one: Contender, match: Match) -> bool:
    """Whether somebody is mentioned in what is said alone: أضاف أن السعر سيرتفع, which no price says."""
    mentioned = places.get(one.name, ())
    return bool(mentioned) and all(
        any(start <= place.offset < end for start, end in match.content) for place in mentioned
    )


def _kind(mention: Mention) -> SpeakerKind:
    """What a source is, by the words that name it alone."""
    if mention.name:
        return "person"
    if isinstance(mention.entry, Title | Source):
        return "person" if mention.number == "singular" else "group"
    return kind_of(mention.entry) or "unknown"


class _Collected:
    """Contenders, each name once, or twice: of somebody known, and of somebody who is not."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], Contender] = {}

    def add(self, identity: Identity | None, name: str | None, way: str, rank: int) -> None:
        """Enter somebody, or one more way to him."""
        if identity is None or name is None or not name.strip():
            return
        contender = Contender(identity, name)
        ways = self._found.setdefault((name, contender.unnamed), contender).ways
        ways[way] = min(rank, ways.get(way, rank))

    def contenders(self) -> list[Contender]:
        return list(self._found.values())
