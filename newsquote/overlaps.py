"""One quote for each stretch of text: what constructions found twice is joined, what lies inside another is nested."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsquote.boundaries import boundary
from newsquote.matching import Match
from newsquote.syntax import Article, Extent, touch
from newsquote.text import fold

_RANK = ("relayed", "stated_in", "verb_quotation", "verb_clause", "participle", "verb_complement", "quotation_verb")
_CONTINUATION = "continuation"
_MARKS = 3  # code points that may stand between a quotation and its sentence's end


@dataclass(frozen=True)
class Settled:
    """A match, and whether it lies inside the statement of another."""

    match: Match
    nested: bool


def settle(article: Article, matches: Sequence[Match]) -> list[Settled]:
    """The matches of an article in text order, each stretch of text once."""
    settled: list[Settled] = []
    ordered = sorted(matches, key=_order)
    for _, group in groupby(ordered, key=lambda match: match.sentence.start):  # nothing overlaps across sentences
        found = list(group)
        settled.extend(_settle_sentence(article, [match for match in found if match.construction != _CONTINUATION]))
        for match in found:
            if match.construction == _CONTINUATION:
                _continue(article, settled, match)
    return settled


def _continue(article: Article, settled: list[Settled], match: Match) -> None:
    """Join what goes on with no verb to the statement before it."""
    if any(q.inner[0] <= match.content[0][0] < q.inner[1] for q in article.quotations):
        if settled and _continues(article, settled[-1].match, match):
            last = settled[-1]
            settled[-1] = replace(last, match=replace(last.match, content=(*last.match.content, *match.content)))
        return
    place = next((n for n, one in enumerate(settled) if _speaks_on(article, one.match, match)), None)
    if place is not None:
        speech = settled[place]
        whole = (speech.match.content[0][0], match.content[0][1])
        settled[place] = replace(speech, match=replace(speech.match, content=(whole,)))


def _speaks_on(article: Article, last: Match, match: Match) -> bool:
    """Whether speech after a colon, with no marks, goes on in its paragraph: قال: لن نتراجع. سنواصل العمل."""
    start, end = last.content[0][0], last.content[-1][1]
    if not article.text[:start].rstrip().endswith(":"):
        return False
    between = article.text[end : match.sentence.start]
    return (
        len(last.content) == 1
        and last.sentence.paragraph == match.sentence.paragraph
        and len(between.strip()) <= _MARKS
    )


def _settle_sentence(article: Article, matches: Sequence[Match]) -> list[Settled]:
    kept: list[Match] = []
    for match in matches:
        rival = next((n for n, other in enumerate(kept) if rivals(other, match)), None)
        if rival is None:
            kept.append(match)
        else:
            kept[rival] = _better(kept[rival], match)
    kept = _attributed_twice(article, kept)
    return [
        one
        for one in nest(kept)
        if not (one.nested and one.match.construction == "verb_complement" and _passing(one.match))
    ]


def nest(matches: Sequence[Match]) -> list[Settled]:
    """The matches of a sentence in text order, each with whether it lies inside another."""
    ordered = sorted(matches, key=lambda match: (match.content[0][0], -match.content[-1][1]))
    return [Settled(match, any(_inside(match, other) for other in ordered if other is not match)) for match in ordered]


def _passing(match: Match) -> bool:
    """A call or denial mentioned inside another statement is what that one is about, unless it is told as an event."""
    if match.describes or fold(match.entry or "") in boundary("providing"):
        return False  # أكد الوزير أن الاتفاق ينص على وقف القتال
    return match.source is None or match.verb is None or match.verb.feats.get("Aspect") != "Perf"


def _order(match: Match) -> tuple[int, int]:
    first = min((span[0] for span in (*match.cue, *match.content)), default=0)
    return match.sentence.start, first


def rivals(one: Match, other: Match) -> bool:
    """Whether two matches are one attribution: a cue in common, or one statement under verbs of one clause."""
    if touch(one.cue, other.cue):
        return True
    return one.content == other.content and "according_to" not in (one.construction, other.construction)


def _better(one: Match, other: Match) -> Match:
    """The fuller and surer of two; of two verbs for one statement, the first, which governs the other."""

    def rank(match: Match) -> tuple[int, int, float]:
        place = _RANK.index(match.construction) if match.construction in _RANK else len(_RANK)
        return (len(match.cue) + len(match.content), -place, match.confidence)

    if one.construction == other.construction and one.cue != other.cue:
        return one
    return max((one, other), key=rank)


def _continues(article: Article, last: Match, match: Match) -> bool:
    """Whether a bare quotation stands right after the sentence that the last quotation ends."""
    between = article.text[last.sentence.end : match.sentence.start]
    tail = article.text[last.content[-1][1] : last.sentence.end]
    marks = any(
        q.inner[0] <= last.content[-1][0] <= last.content[-1][1] <= q.inner[1] or q.outer[1] >= last.content[-1][1]
        for q in article.quotations
    )
    ends = len(tail.strip()) <= _MARKS or last.construction == "quotation_verb"
    return not between.strip() and ends and marks


def _attributed_twice(article: Article, matches: list[Match]) -> list[Match]:
    """Join قال الوزير إن …، وفقا لرويترز: one statement, both cues; who is not its sayer relays it."""
    joined = list(matches)
    for outer in [match for match in matches if match.construction == "according_to"]:
        inner = next((match for match in joined if _leads(article, match, outer)), None)
        if inner is None:
            continue
        via = inner.via if _same_source(article, inner, outer) else inner.via or outer.source
        joined = [
            replace(inner, cue=(*inner.cue, *outer.cue), via=via) if match is inner else match
            for match in joined
            if match is not outer
        ]
    return joined


def _leads(article: Article, inner: Match, outer: Match) -> bool:
    """Whether a verb's attribution is all that a source phrase attributes."""
    if inner is outer or not inner.cue or not _inside(inner, outer):
        return False
    if outer.source is None or _same_source(article, inner, outer):
        return True
    main = inner.construction in ("verb_clause", "verb_quotation") and inner.cue[0] < outer.cue[0]
    begin, verb = outer.content[0][0], inner.cue[0][0]
    before = article.text[begin:verb].split()
    sayer = inner.source if inner.source and begin <= inner.source[0] < verb else (begin, begin)
    alone = len(before) - len(article.text[slice(*sayer)].split()) <= 1  # كان الوزير قد أعلن أن
    return main and alone and _relayed(article, outer)


def _relayed(article: Article, outer: Match) -> bool:
    """Whether a source phrase passes on what another said; not where somebody says it: حسبما أفاد مصدر، كما قال علي."""
    first = fold(article.text[slice(*outer.source)].split()[0]) if outer.source else ""
    said = outer.verb is not None and outer.cue[-1][1] == outer.verb.token[1]  # not: ما نقل عنه
    return not said or first in boundary("medium") or first in boundary("name-noun")


def _same_source(article: Article, inner: Match, outer: Match) -> bool:
    if inner.source is None or outer.source is None:
        return False
    a, b = (set(article.text[slice(*span)].split()) for span in (inner.source, outer.source))
    return a <= b or b <= a


def _inside(inner: Match, outer: Match) -> bool:
    """Whether the cue and the statement of one lie in the statement of the other."""
    spans: tuple[Extent, ...] = (*inner.cue, *inner.content)
    whole = sum(end - start for start, end in outer.content) > sum(end - start for start, end in inner.content)
    return whole and all(any(o[0] <= s[0] and s[1] <= o[1] for o in outer.content) for s in spans)
