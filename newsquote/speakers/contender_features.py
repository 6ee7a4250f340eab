"""What a network is told of those who may be a speaker: a row of numbers each."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import get_args

from newsquote.countries import countries
from newsquote.matching import KNOWN_TO_NETWORKS
from newsquote.models import AnonymousKind
from newsquote.speakers.agreement import demanded
from newsquote.speakers.anonymity import quantified
from newsquote.speakers.contenders import Contender, Contest
from newsquote.speakers.mentions import Mention
from newsquote.speakers.places import Place
from newsquote.text import fold

_WAYS = (
    "ruled", "spoke", "since", "speaks", "main", "main before", "subject", "subject before", "lead", "early", "near",
    "source", "source unnamed", "source's name", "source's description", "shares a word", "turned",
)  # fmt: skip
_UNNAMED = get_args(AnonymousKind)
_SHAPES = ("perfect", "imperfect", "participle", "masdar", None)
_KINDS = ("person", "organization", "group", "document", "unknown")
_GENDERS = (None, "masculine", "feminine")
_NUMBERS = (None, "singular", "dual", "plural")
_HUMAN = (None, True, False)
_ENTRIES = ("Title", "Source", "Organization", "Document", "Quantifier", "NoneType")
_TRAITS = ("spokesman", "unique", "honorific", "media", "names", "research", "vague", "findings", "clip")
_SOURCE = len(_ENTRIES) + len(_UNNAMED) + len(_TRAITS) + len(_NUMBERS) + 18
_RELATIONS = (
    "nsubj", "obj", "obl", "nmod", "appos", "conj", "flat", "root", "parataxis", "acl", "advcl", "ccomp", "xcomp",
)  # fmt: skip
_APART = (20, 40, 70, 120, 200, 350, 700)  # code points
_FIRST = 2  # words: و+قال
_FAR = 9  # a rank past all that are told apart


def features(contest: Contest) -> list[list[float]]:
    """A row for each contender, of what he is, what the attribution is, and how the two go together."""
    attribution = _attribution(contest)
    return [[*_contender(contest, one), *attribution, *_together(contest, one)] for one in contest.contenders]


def words(contest: Contest) -> list[tuple[str, ...]]:
    """For each contender, words whose vectors a network may see.

    His first and last, and what he hangs on where he is mentioned; the source's first, second and last; the verb.
    """
    source, verb = contest.source.split() or [""], contest.match.verb
    own = source[0], source[1] if len(source) > 1 else "", source[-1], verb.form if verb else ""
    found: list[tuple[str, ...]] = []
    for one in contest.contenders:
        name, place = one.name.split(), mentioned(contest, one)
        found.append((name[0], name[-1], place.head if place else "", *own))
    return found


def mentioned(contest: Contest, one: Contender) -> Place | None:
    """Where a contender is mentioned: last before the attribution, or else first after it."""
    places = contest.places.get(one.name, ())
    before = _before(contest, places)
    return places[before - 1] if before else places[0] if places else None


def _before(contest: Contest, places: Sequence[Place]) -> int:
    """How many of some places stand before an attribution."""
    return bisect_left(places, contest.match.offset, key=lambda place: place.offset)


def _contender(contest: Contest, one: Contender) -> list[float]:
    """How he came to be thought of, where he is mentioned, how often he speaks."""
    ways, places = one.ways, contest.places.get(one.name, ())
    before = _before(contest, places)
    since = contest.sentence - places[before - 1].sentence if before else _FAR
    return [
        *(float(way in ways) for way in _WAYS),
        *_level(ways.get("spoke", _FAR), 6),
        *_level(min(_FAR, ways.get("since", _FAR)), 6),
        *_level(ways.get("main before", _FAR), 4),
        *_level(ways.get("subject before", _FAR), 4),
        *_level(ways.get("near", 2 * _FAR) // 2, 7),
        *_level(min(_FAR, since), 6),
        *_level(min(_FAR, len(places)), 6),
        float(bool(places) and not before),
        *_nearest(contest, places[before - 1] if before else None),
        *_level(min(_FAR, len(one.name.split())), 6),
        *_one_of(one.identity.kind, _KINDS),
        float(one.unnamed),
        *_one_of(one.identity.anonymous.kind if one.identity.anonymous else "", _UNNAMED),
        *_level(min(_FAR, contest.quoted.get(one.name, 0) - (one.name == contest.ruled)), 6),
        *_later(contest, one, places[before:]),
        *_level(min(_FAR, sum(place.speaks for place in places)), 4),
    ]


def _later(contest: Contest, one: Contender, places: Sequence[Place]) -> tuple[float, ...]:
    """Whom a lead describes, and the article names only later: where, and whether he then speaks."""
    ahead = places[0].paragraph - contest.match.sentence.paragraph if places else _FAR
    speaks = next((number for number, place in enumerate(places) if place.speaks), _FAR)
    return (
        *_level(min(_FAR, one.ways.get("speaks", _FAR)), 5),
        *_level(min(_FAR, ahead), 4),
        *_level(speaks, 3),
    )


def _nearest(contest: Contest, place: Place | None) -> tuple[float, ...]:
    """The last mention of a contender before an attribution."""
    if place is None:
        return (0.0,) * (len(_RELATIONS) + 17)
    apart = bisect_left(_APART, contest.match.offset - place.offset)
    return (
        *_one_of(place.relation, _RELATIONS),
        float(place.governed),
        float(place.leads),
        float(place.said),
        float(place.speaks),
        float(contest.before is None or place.offset > contest.before.offset),
        *_level(contest.match.sentence.paragraph - place.paragraph, 4),
        *_level(apart, len(_APART) + 1),
    )


def _attribution(contest: Contest) -> list[float]:
    """What the attribution is, whoever speaks."""
    match, mention, verb = contest.match, contest.mention, contest.match.verb
    gender, number = demanded(match.verb, match.form)
    return [
        *_one_of(match.known_as, KNOWN_TO_NETWORKS),
        *_one_of(match.form.shape if match.form else None, _SHAPES),
        *_one_of(gender, _GENDERS),
        *_one_of(number, _NUMBERS),
        *_level(min(_FAR, contest.sentence), 4),
        float(contest.opens),
        *_level(contest.beside, 3),
        *_previous(contest),
        *_one_of(verb.relation if verb else "", _RELATIONS),
        float(verb is not None and verb.index < _FIRST),
        float(contest.inside),
        float(match.describes),
        float(contest.ruled is None),
        *_level(min(_FAR, len(contest.quoted)), 6),
        float(mention is None),
        *_source(mention),
    ]


def _previous(contest: Contest) -> tuple[float, ...]:
    """The attribution before: whether there is one, whether it names its source, in this paragraph."""
    before = contest.before
    if before is None:
        return (0.0,) * 3
    return 1.0, float(before.source is not None), float(before.sentence.paragraph == contest.match.sentence.paragraph)


def _source(mention: Mention | None) -> list[float]:
    if mention is None:
        return [0.0] * _SOURCE
    entry = mention.entry
    return [
        *_one_of(type(entry).__name__, _ENTRIES),
        *_one_of(getattr(entry, "kind", ""), _UNNAMED),
        *(float(getattr(entry, each, False)) for each in _TRAITS),
        *_one_of(mention.number, _NUMBERS),
        float(quantified(mention)),
        float(mention.head.key.isdecimal()),
        float(mention.definite),
        float(bool(mention.name)),
        *_level(min(_FAR, len(mention.units)), 6),
        float(any(unit.proper for unit in mention.units)),
        float(any(unit.key in countries() for unit in mention.units)),
        float(any(unit.definite for unit in mention.units)),
        float(mention.units[-1].definite),
        *_one_of(_inner(mention), _ENTRIES[:4]),
    ]


def _inner(mention: Mention) -> str:
    """What the first noun about sources after a phrase's first word is: the ministry of متحدث باسم الوزارة."""
    return next((type(unit.reading.entry).__name__ for unit in mention.units[1:] if unit.reading), "")


def _together(contest: Contest, one: Contender) -> list[float]:
    """Whether he can be the verb's subject, and what his name shares with the source and with whom rules chose."""
    who = one.identity
    gender, number = demanded(contest.match.verb, contest.match.form)
    name, source, ruled = (fold(text).split() for text in (one.name, contest.source, contest.ruled or ""))
    shared = set(name) & set(source)
    return [
        *_same(gender, who.gender),
        *_same(number, who.number),
        *_one_of(who.human, _HUMAN),
        float(who.subject.agrees((gender, number))),
        float(bool(source) and set(name) <= set(source)),
        float(bool(source) and set(source) <= set(name)),
        float(bool(shared)),
        float(bool(source) and name[-1:] == source[-1:]),
        float(bool(source) and name[:1] == source[:1]),
        len(shared) / max(1, len({*name, *source})) if source else 0.0,
        float(set(ruled) <= set(name)),
        float(set(name) <= set(ruled)),
        float(bool(set(name) & set(ruled))),
        *_described(contest, one),
    ]


def _described(contest: Contest, one: Contender) -> tuple[float, ...]:
    """How much of the source stands beside the contender elsewhere: الرئيس المصري, and الرئيس المصري نادر الهاشمي."""
    mention = contest.mention
    if mention is None:
        return (0.0,) * 7
    own = set(one.name.split())
    told = {unit.bare for unit in mention.units if unit.form not in own}
    places = [place for place in contest.places.get(one.name, ()) if not mention.start <= place.offset < mention.end]
    if not told or not places:
        return (float(bool(told)), *(0.0,) * 6)
    shared = max(len(told & place.words) for place in places) / len(told)
    early = max((len(told & place.words) for place in places if place.offset < mention.start), default=0) / len(told)
    head = any(mention.head.bare in place.words for place in places)
    proper = {unit.bare for unit in mention.units[1:] if unit.proper and unit.bare in told}
    named = any(proper & place.words for place in places)
    return 1.0, shared, early, float(shared == 1), float(head), float(bool(proper)), float(named)


@cache
def _level(value: int, levels: int) -> tuple[float, ...]:
    """A whole number, told apart up to some level."""
    return tuple(float(level == max(0, min(value, levels - 1))) for level in range(levels))


@cache
def _one_of(value: object, values: tuple[object, ...]) -> tuple[float, ...]:
    return tuple(float(value == each) for each in values)


def _same(one: object, other: object) -> tuple[float, ...]:
    """Unknown, the same, or another."""
    state = 0 if one is None or other is None else 1 if one == other else 2
    return _level(state, 3)
