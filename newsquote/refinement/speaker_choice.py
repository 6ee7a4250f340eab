"""Who of a contest is chosen, by the probabilities that a network gives its contenders."""

from collections.abc import Sequence

import regex

from newsquote.refinement.ruled_out import ruled_out
from newsquote.same_name import same_name
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Organization
from newsquote.speakers.contenders import Contender, Contest
from newsquote.speakers.identified import qualifies
from newsquote.text import fold

_AHEAD = 0.1  # of probability: before a vaguer name, and before who is known to a reader where whom rules chose is not
_LEAST = 0.001  # of probability: whoever has less neither votes nor is chosen
_TITLE_AND_SURNAME = 2  # words
_WORD = regex.compile(r"\w+")
_COMMA = regex.compile("[،,]")
_QUOTED = regex.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
_NAMING = frozenset({"PROPN", "NOUN", "X"})
_SHARED = 2  # words that two names have in common, if they are one person's and long enough


def best(contest: Contest, likely: Sequence[float]) -> Contender | None:
    """The one whom most of the probability answers to, by whatever name; ``None`` if rules chose him.

    Each contender votes for whoever shares a name with him, as hypotheses do in minimum Bayes risk decoding (Kumar and
    Byrne 2004, https://aclanthology.org/N04-1022). Whom rules chose, and the likeliest, come before vaguer names.

    Args:
        contest: The contest.
        likely: The probability of each contender, and padding.
    """
    beside = list(zip(likely, contest.contenders, strict=False))
    likeliest = max(beside, key=lambda each: each[0])[1]
    ruled = next((one for one in contest.contenders if "ruled" in one.ways), None)
    first = [likeliest] if ruled is None else [ruled] if _same(ruled, likeliest) else [ruled, likeliest]
    voters = [(probability, one) for probability, one in beside if probability >= _LEAST]
    told, withheld = _told(contest, ruled), ruled is not None and _withheld(ruled)
    eligible = [one for _, one in voters if _eligible(contest, one, told) and (one.unnamed or not withheld)]

    def standing(one: Contender) -> float:
        votes = sum(probability for probability, other in voters if _same(one, other))
        turned = ruled is not None and one.unnamed != ruled.unnamed
        return votes + _AHEAD * ((one in first) - turned)

    if ruled is not None and not (eligible and ruled_out(contest, ruled)):
        eligible.insert(0, ruled)
    chosen = max(eligible or first, key=standing)
    return None if chosen is ruled else chosen


def _withheld(ruled: Contender) -> bool:
    """Whether whom rules chose is unnamed for a reason that the article gives: سلمى (اسم مستعار)."""
    return ruled.identity.anonymous is not None and ruled.identity.anonymous.reason is not None


def _told(contest: Contest, ruled: Contender | None) -> set[str]:
    """The folded words of a source that names somebody: who is chosen has one of them; none where it but describes.

    A name unknown to rules (نصير شعيبات) has no article, and is no noun about sources; of الرئيس الأسد only the surname
    tells, if rules found whose it is; دوق كامبريدج may hold a place's name.
    """
    mention, source = contest.mention, _words(contest.source)
    if mention is None:
        return set()
    if isinstance(mention.entry, Organization):
        quoted = " ".join(_QUOTED.findall(contest.source))  # صحيفة «النهر» is not صحيفة «البحر»
        if quoted:
            return _words(quoted)
        if mention.entry.media:
            named = [unit for unit in mention.units[1:] if unit.word.upos in _NAMING]
            bare = named or [unit for unit in mention.units[1:2] if not qualifies(unit, mention)]  # صحيفة الوادي
            return {unit.key for unit in bare}
    if mention.name and mention.name[0] is mention.units[0]:  # الحداد، مدير الشركة
        return _words(_COMMA.split(contest.source)[0])
    alone = bool(mention.name) and (mention.definite or not mention.description)
    if len(mention.name) > 1 or alone or (mention.entry is None and not mention.definite):
        return source
    known = _WORD.findall(fold(ruled.name)) if ruled is not None and ruled.identity.kind == "person" else []
    if len(mention.units) != _TITLE_AND_SURNAME or not set(known) - source:
        return set()
    described = source_lexicon().reading(known[0].removeprefix("ال")) is not None  # الرئيس النيجيري الجديد
    return set() if described else {known[-1]} & source


def _eligible(contest: Contest, one: Contender, told: set[str]) -> bool:
    """Whether somebody has a word that tells who speaks, if any does, and is not all of a source that holds a name.

    For all of والدة نادر سالم، سلمى الحداد both of them would vote.
    """
    holds = contest.mention is not None and bool(contest.mention.name)
    whole = holds and "source" in one.ways and "source's name" not in one.ways
    words = _words(one.name)
    named = not told or len(told & words) >= min(_SHARED, len(told), len(words))  # not her brother
    return named and not whole and not ruled_out(contest, one)


def _same(one: Contender, other: Contender) -> bool:
    """Whether two contenders are one speaker: ماكرون، إيمانويل ماكرون."""
    return one.unnamed == other.unnamed and (one is other or same_name(one.name, other.name))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
