"""Whom a lead leaves unnamed, and the article names where it goes on: قال مسؤول في الوزارة إن. وأوضح سالم الحداد أن."""

from collections.abc import Sequence

import regex

from newsquote.countries import countries, origin
from newsquote.matching import Match
from newsquote.source_nouns import Organization, Title
from newsquote.speakers.identity import Identity
from newsquote.speakers.mentions import Mention
from newsquote.syntax import Article
from newsquote.text import fold

_WORD = regex.compile(r"\w+")
_SHORTEST = 4  # letters of a word that tells what a statement is about
_LEAD = 4  # attributions of an article that may be its lead's
_NEXT = 3  # attributions after one in which its speaker is named
_SAME, _ALIKE = 0.5, 0.25  # shares of a statement's words that another has: it is the same, it is on the same matter
_DESCRIBED = 0.5  # share of a description's words, past its noun, that another has


def named_next(
    article: Article, matches: Sequence[Match], sources: Sequence[Mention | None], found: Sequence[Identity | None]
) -> list[Identity | None]:
    """Who speaks in each attribution, a lead's unnamed speaker by the name that he is given next.

    Args:
        article: The parsed article.
        matches: Its attributions, sorted by position.
        sources: The source of each, read.
        found: Who has been found to speak in each.
    """
    called: dict[int, Identity] = {}
    for number in range(min(_LEAD, len(matches))):
        lead, identity = sources[number], found[number]
        if lead is None or identity is None or id(identity) in called or not _open(lead, identity):
            continue
        if (other := _next(article, matches, sources, found, number, lead)) is not None:
            called[id(identity)] = other
    return [called.get(id(one), one) for one in found]


def _open(lead: Mention, identity: Identity) -> bool:
    """Whether a lead's source is one person or body by what it is, and no name."""
    extent = identity.extent
    own = extent is not None and lead.start <= extent[0] <= lead.end and not lead.name and lead.number == "singular"
    if isinstance(lead.entry, Organization):
        return own and identity.anonymous is not None and len(lead.key) > 1
    return own and isinstance(lead.entry, Title) and not lead.entry.spokesman


def _next(
    article: Article,
    matches: Sequence[Match],
    sources: Sequence[Mention | None],
    found: Sequence[Identity | None],
    number: int,
    lead: Mention,
) -> Identity | None:
    """The first who is named in the sentences after a lead, if it is he."""
    for later in range(number + 1, min(number + 1 + _NEXT, len(matches))):
        mention, identity = sources[later], found[later]
        after = matches[later].sentence.start > matches[number].sentence.start
        if mention is None or identity is None or not after:
            continue
        if isinstance(lead.entry, Organization):
            if identity.anonymous is None and _fuller(lead, mention):
                return identity
        elif mention.name:
            statements = [match for match, one in zip(matches, found, strict=True) if one is identity]
            share = max(_share(article, matches[number], other) for other in statements)
            named = _named(article, mention, identity) and _agree(lead, mention, identity) and _may_be(lead, mention)
            return identity if named and (_bare(lead, mention, later - number) or _told(lead, mention, share)) else None
    return None


def _fuller(lead: Mention, mention: Mention) -> bool:
    """Whether a body's name has all words of a lead's: الحملة الدولية لحماية النهر, for حملة دولية."""
    wanted, words = (set(map(origin, one.key)) for one in (lead, mention))
    return mention.head.bare == lead.head.bare and wanted < words


def _may_be(lead: Mention, mention: Mention) -> bool:
    """Whether a name's office is not another than a lead's: the president is not قائد الأركان."""
    other = isinstance(mention.entry, Title) and mention.entry.unique and mention.head.bare != lead.head.bare
    return not (other and isinstance(lead.entry, Title) and lead.entry.unique)


def _bare(lead: Mention, mention: Mention, steps: int) -> bool:
    """Whether a mere name stands right after an office that one person holds: nobody else has been told of."""
    office = isinstance(lead.entry, Title) and lead.entry.unique and not lead.entry.given
    return office and steps == 1 and len(mention.units) == len(mention.name)


def _told(lead: Mention, mention: Mention, share: float) -> bool:
    """Whether what is said tells, with how somebody is described or by itself."""
    return share >= _SAME or (share >= _ALIKE and _describes(lead, mention))


def _named(article: Article, mention: Mention, identity: Identity) -> bool:
    """Whether a person is named here first: he has not been told from whoever speaks before him."""
    nobody = identity.anonymous or identity.kind == "group" or mention.name_key[0] in countries()
    return not nobody and article.text.find(mention.name[-1].form) >= mention.start


def _agree(lead: Mention, mention: Mention, identity: Identity) -> bool:
    """Whether a man's or a woman's description goes with a name's."""
    genders = {gender for gender in (lead.gender, mention.gender, identity.gender) if gender}
    return len(genders) == 1


def _describes(lead: Mention, mention: Mention) -> bool:
    """Whether a name's description has the words of a lead's: كبير المستشارين في الخارجية, for مسؤول في الخارجية."""
    if not mention.description:
        return True
    wanted = {origin(word) for word in lead.key[1:]}
    shared = wanted & {origin(word) for word in mention.key}
    return not wanted or len(shared) >= _DESCRIBED * len(wanted)


def _share(article: Article, one: Match, other: Match) -> float:
    """How much of the words of the shorter of two statements the other has."""
    some, more = sorted((_words(article, one), _words(article, other)), key=len)
    return len(some & more) / len(some) if some else 0.0


def _words(article: Article, match: Match) -> set[str]:
    text = " ".join(article.text[slice(*each)] for each in match.content)
    return {fold(word).removeprefix("و").removeprefix("ال") for word in _WORD.findall(text) if len(word) >= _SHORTEST}
