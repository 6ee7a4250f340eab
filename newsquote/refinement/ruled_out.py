"""Who cannot be the speaker, however likely a network finds him: by the source's description, or by the verb."""

from collections.abc import Iterator, Sequence

from newsquote.countries import origin, origins
from newsquote.source_nouns import Organization, Source, Title
from newsquote.speakers.agreement import demanded
from newsquote.speakers.anonymity import anonymous_kind
from newsquote.speakers.contenders import Contender, Contest, only_told_of
from newsquote.speakers.identified import loose
from newsquote.speakers.mentions import Mention, means_same, respectful
from newsquote.speakers.places import Place, office
from newsquote.syntax import touch
from newsquote.text import fold

_PARTIES = frozenset({"جانبان", "جانبين", "طرفان", "طرفين", "بلدان", "بلدين"})  # two, however a parser reads them
_TURNS = frozenset({"جهه", "جهت", "جانب", "ناحيه", "ناحيت", "دور"})  # with a pronoun: من جهته، بدورها
_TURN = 8  # words around a verb
_STATE = frozenset({"بلاد", "جمهوريه", "حكومه", "دوله", "مجلس", "وزراء"})  # what a state's heads are the heads of


def ruled_out(contest: Contest, one: Contender) -> bool:
    """Whether an attribution cannot be somebody's.

    Args:
        contest: The attribution.
        one: One of those who may be its speaker.
    """
    mention = contest.mention
    if mention is None:
        return _disagrees(contest, one) or _not_yet_named(contest, one) or _aside(contest, one)
    if mention.name:
        return False
    return (
        _otherwise_addressed(contest, mention, one)
        or _vaguer(mention, one)
        or _is_new(contest, mention, one)
        or _is_no_source(mention, one)
        or _is_no_team(contest, mention, one)
        or _is_no_body(mention, one)
        or _is_no_person(mention, one)
        or _is_no_pair(mention, one)
        or _is_spoken_for(contest, mention, one)
        or _is_no_woman(mention, one)
        or _elsewhere(contest, mention, one)
        or _of_another_body(contest, mention, one)
        or _of_another_country(contest, mention, one)
        or only_told_of(contest.places, one, contest.match)
        or _tells_of(contest, mention, one)
        or _takes_turns(contest, mention, one)
        or _belongs(contest, mention, one)
    )


def _disagrees(contest: Contest, one: Contender) -> bool:
    """Whether somebody is a single man, and a woman, a body or several say it: وأفادت; محتجون أمام الوزارة مطالبين."""
    if not one.identity.person:
        return False
    form = contest.match.form
    gender, number = demanded(contest.match.verb, form)
    several = number == "plural" and form is not None and form.shape == "participle"
    return several or (one.identity.gender, gender) == ("masculine", "feminine")


def _not_yet_named(contest: Contest, one: Contender) -> bool:
    """Whether somebody comes up only after an attribution that leaves its speaker out, and people do before it."""
    offset = contest.match.offset

    def named(other: Contender) -> bool:
        return any(place.offset < offset for place in contest.places.get(other.name, ()))

    later = bool(contest.places.get(one.name)) and not named(one)
    return later and any(other.identity.person and named(other) for other in contest.contenders)


def _aside(contest: Contest, one: Contender) -> bool:
    """Whether somebody is but the source of a phrase between dashes right before: زار المدينة -وفق مصادر- وقال إن."""
    before, extent = contest.before, one.identity.extent
    if before is None or not before.set_apart or before.sentence is not contest.match.sentence:
        return False
    return before.source is not None and extent is not None and touch([extent], [before.source])


def _tells_of(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether somebody says so of another: قال المصدر إن المتهم اعترف بأنه, by a noun that he is not called by."""
    before = contest.before
    told = before is not None and touch([(contest.match.offset, contest.match.offset + 1)], before.content)
    return told and mention.reading is not None and _spoke_last(contest, mention, one)


def _spoke_last(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether somebody has spoken last, and is not called by the source's noun."""
    last = {other.name for other in contest.contenders if other.ways.get("spoke") == 0}
    return one.name in last and not _so_called(mention, one)


def _so_called(mention: Mention, one: Contender) -> bool:
    """Whether somebody's name holds the source's noun: الشركة, for شركة «نوفا»."""
    return mention.head.bare in fold(one.name)


def _takes_turns(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether somebody has spoken last, and another takes his turn: من جهته، قال المدير."""
    match = contest.match
    if not match.cue or not _spoke_last(contest, mention, one):
        return False
    words, cue = match.sentence.words, match.cue[0][0]
    begin = next((word.index for word in words if word.end > cue), 0)
    around = words[max(1, begin - _TURN) : begin + _TURN]
    return any(
        word.key in _TURNS and words[word.index - 1].upos == "ADP" and word.end < word.token[1]
        for word in around
        if word.end <= max(match.content[0][0], cue)
    )


def _belongs(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether a pronoun tells that the source belongs to whoever has spoken last: نظيره، محاميها."""
    owned = mention.head.suffixed and mention.reading is not None and not respectful(mention)
    return owned and _spoke_last(contest, mention, one)


def _otherwise_addressed(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether respect tells another from somebody: سموه is the prince, not the king, if a prince is named."""
    if not respectful(mention) or not isinstance(mention.entry, Title):
        return False
    titles = frozenset(map(fold, mention.entry.addresses))
    so_called = {name for name, places in contest.places.items() if any(titles & place.own for place in places)}
    return bool(so_called) and one.name not in so_called


def _vaguer(mention: Mention, one: Contender) -> bool:
    """Whether somebody is called by less than the source tells: الدراسة, for دراسة سابقة."""
    called = [word.removeprefix("ال") for word in fold(one.name).split()]
    own = [unit for unit in mention.description if not means_same(unit)]  # but المصدر ذاته
    return len(own) > 1 and called == [mention.head.bare]


def _is_new(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether the article has named somebody before, and the source brings up another: قال قائد عسكري."""
    if one.unnamed or mention.definite or not one.identity.person or anonymous_kind(mention) is None:
        return False
    bound = any(unit.word.upos == "NOUN" and not loose(unit) for unit in mention.description[1:3])
    places = contest.places.get(one.name, ())
    return not bound and bool(places) and places[0].offset < mention.start  # but مؤسس أكبر شبكة


def _is_no_source(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a person with a name, and the source is but المصدر; المصدر ذاته may be anybody."""
    source = isinstance(mention.entry, Source) and mention.entry.kind == "source"
    alone = not any(map(means_same, mention.description))
    return source and alone and one.identity.person and not one.unnamed


def _is_no_team(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether somebody is unnamed, and the source those of a body that is named: الباحثون, after جامعة النيل."""
    if not (isinstance(mention.entry, Title) and mention.entry.research and mention.number == "plural"):
        return False
    known = any("ruled" in other.ways and not other.unnamed for other in contest.contenders)
    return mention.definite and known and one.unnamed


def _is_no_body(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a person, and the source a body: اتحاد الكرة is not its president."""
    return isinstance(mention.entry, Organization) and one.identity.person


def _is_no_person(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a body, and the source one person: السيدة is no newspaper."""
    person = isinstance(mention.entry, Title) and mention.number == "singular"
    person = person and not any(map(means_same, mention.units))  # المراسلة ذاتها may be a letter
    return person and one.identity.kind == "organization" and not _so_called(mention, one)


def _is_no_pair(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a single person or body, and the source two: الجانبان."""
    two = mention.number == "dual" or mention.head.bare in _PARTIES
    return two and one.identity.number == "singular" and not _so_called(mention, one)


def _is_spoken_for(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether somebody is a person whom the article never calls a spokesman: المتحدث باسم رجل الأعمال is not him."""
    if not isinstance(mention.entry, Title) or not mention.entry.spokesman or not one.identity.person:
        return False
    for_one = any(unit.bare == "اسم" for unit in mention.description)  # not المتحدث ذاته
    if _so_called(mention, one) or not for_one:
        return False
    return all(mention.head.bare not in place.words for place in _other_places(contest, mention, one))


def _is_no_woman(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a man, and the source a woman: المرأة is not the president."""
    woman = mention.reading is not None and mention.reading.human and mention.gender == "feminine"
    return woman and one.identity.person and one.identity.gender == "masculine"


def _elsewhere(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether the article calls somebody by another office than the source: وزير الصحة, no وزير المالية."""
    if not isinstance(mention.entry, Title) or not mention.entry.portfolio:
        return False
    if mention.number != "singular" or len(mention.key) < 2:
        return False
    title, portfolio = map(origin, mention.key[:2])
    places = [set(map(origin, place.words)) for place in contest.places.get(one.name, ())]
    return any(title in words for words in places) and not any(portfolio in words for words in places)


def _of_another_body(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether the article calls somebody by the source's title, but of another body: رئيس النادي, no رئيس البلدية."""
    wanted = office(mention)
    if not wanted or not isinstance(mention.entry, Title) or mention.number != "singular":
        return False
    places = _other_places(contest, mention, one)
    bodies = [place.office[1:] for place in places if place.office[:1] == wanted[:1]]
    return bool(bodies) and not any(_same_body(wanted[1:], other) for other in bodies)


def _other_places(contest: Contest, mention: Mention, one: Contender) -> Iterator[Place]:
    """Where somebody is mentioned, but in the source."""
    return (p for p in contest.places.get(one.name, ()) if not mention.start <= p.offset < mention.end)


def _same_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles may be bound to the same body: البلاد، الجمهورية."""
    return bool(set(map(origin, one)) & set(map(origin, other))) or (one[0] in _STATE and other[0] in _STATE)


def _of_another_country(contest: Contest, mention: Mention, one: Contender) -> bool:
    """Whether the article calls a person of another country only: وزير الخارجية المصري is not the Saudi one."""
    titled = isinstance(mention.entry, Title)
    wanted = set(map(origin, mention.key[titled:])) & origins()  # وزير الخارجية المصري, المصري
    if not wanted or not (titled or mention.definite) or mention.number != "singular" or not one.identity.person:
        return False
    places = _other_places(contest, mention, one)
    countries = {country for place in places for country in map(origin, place.own)} & origins()
    return bool(countries) and not wanted & countries
