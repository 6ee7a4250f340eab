"""Who cannot be the speaker, however likely a network finds him: by the source's description, or by the verb."""

from newsquote.countries import origin
from newsquote.source_nouns import Organization, Title
from newsquote.speakers.contenders import Contender, Contest
from newsquote.speakers.mentions import Mention
from newsquote.text import fold


def ruled_out(contest: Contest, one: Contender) -> bool:
    """Whether an attribution cannot be somebody's.

    Args:
        contest: The attribution.
        one: One of those who may be its speaker.
    """
    mention = contest.mention
    if mention is None:
        return _alone(contest, one)
    if mention.name:
        return False
    return (
        _vaguer(mention, one)
        or _is_no_body(mention, one)
        or _is_no_woman(mention, one)
        or _elsewhere(contest, mention, one)
    )


def _alone(contest: Contest, one: Contender) -> bool:
    """Whether somebody is a single person, and several say it: تجمع محتجون أمام منزل الوزير مطالبين بـ."""
    form = contest.match.form
    several = form is not None and form.shape == "participle" and form.number == "plural"
    return several and one.identity.person


def _vaguer(mention: Mention, one: Contender) -> bool:
    """Whether somebody is called by less than the source tells: الدراسة, for دراسة سابقة."""
    called = [word.removeprefix("ال") for word in fold(one.name).split()]
    return len(mention.key) > 1 and called == [mention.head.bare]


def _is_no_body(mention: Mention, one: Contender) -> bool:
    """Whether somebody is a person, and the source a body: اتحاد الكرة is not its president."""
    return isinstance(mention.entry, Organization) and one.identity.person


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
    office, portfolio = map(origin, mention.key[:2])
    places = [set(map(origin, place.words)) for place in contest.places.get(one.name, ())]
    return any(office in words for words in places) and not any(portfolio in words for words in places)
