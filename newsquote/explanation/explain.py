"""What the constructions found in an article, sentence by sentence, beside what was made of it.

Nothing is traced: constructions are run as the extractor runs them, and their matches are looked up in its results.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsquote.context import Context
from newsquote.explanation.reasons import missed_cue, why_no_match, why_no_phrase, why_no_quotation
from newsquote.extractor import contexts, corrected
from newsquote.lexicon import Lexicon
from newsquote.matching import LEARNED, Match, constructions
from newsquote.overlaps import Settled, rivals, settle
from newsquote.source_phrases import source_phrase_at
from newsquote.speakers import Resolution
from newsquote.syntax import Article, Extent, Word, touch

if TYPE_CHECKING:
    from newsquote.refinement.networks import Networks

Fate = Literal["quote", "joined", "gave way", "left out", "unlikely"]


@dataclass(frozen=True)
class Finding:
    """What one construction or a network found, and what became of it.

    Attributes:
        match: What it found.
        fate: ``quote``; ``joined`` to another quote; ``gave way`` to another match; ``left out`` by the overlaps;
            ``unlikely``, by the network that judges statements.
        number: The quote that it became or was joined to, from 1 in text order.
        other: The match that it gave way to.
        resolution: Who speaks, where it became a quote.
        became: The match as it stands in the quote, where it became one.
    """

    match: Match
    fate: Fate
    number: int | None = None
    other: Match | None = None
    resolution: Resolution | None = None
    became: Match | None = None


@dataclass(frozen=True)
class ExplainedCue:
    """Words that may signal an attribution.

    Attributes:
        kind: ``perfect``, ``imperfect``, ``participle``, ``masdar``; ``source phrase``; ``name and colon``;
            ``quotation marks``; ``other word``, where only the network that judges statements found one.
        extent: Where they stand.
        entry: Their lexicon entry; none for a name, quotation marks or another word.
        findings: What constructions found with them.
        reason: Why none found anything, as far as it is simply known.
    """

    kind: str
    extent: Extent
    entry: str | None
    findings: tuple[Finding, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class ExplainedSentence:
    """A sentence with its cues and quotations, in text order."""

    extent: Extent
    cues: tuple[ExplainedCue, ...]


def explain(
    article: Article, lexicon: Lexicon, networks: "Callable[[], Networks] | None" = None
) -> list[ExplainedSentence]:
    """Explain every sentence that has a cue, a source phrase or a quotation mark, or where a network found something.

    Args:
        article: The parsed article.
        lexicon: The words that signal attributions.
        networks: Loads what corrects the rules; not called for a text without words.
    """
    found = [
        (context, [match for find in constructions().values() for match in find(context)])
        for context in contexts(article, lexicon)
    ]
    by_rules = settle(article, [match for _, matches in found for match in matches])
    settled, resolutions = corrected(article, by_rules, networks)
    given = list(zip(settled, resolutions, strict=True))
    explained = []
    for context, matches in found:
        learned = [
            one.match for one in settled if one.match.construction == LEARNED and one.match.sentence is context.sentence
        ]
        findings = [_finding(match, matches, by_rules, given) for match in [*matches, *learned]]
        cues = list(_cues(context, findings))
        cues += _others(findings, cues)
        if cues:
            cues.sort(key=lambda cue: cue.extent)
            explained.append(ExplainedSentence((context.sentence.start, context.sentence.end), tuple(cues)))
    return explained


def _finding(
    match: Match, matches: Sequence[Match], by_rules: Sequence[Settled], given: Sequence[tuple[Settled, Resolution]]
) -> Finding:
    for number, (one, resolution) in enumerate(given, start=1):
        if one.match is match or (_names(one.match) == _names(match) and _holds(one.match, match)):
            return Finding(match, "quote", number, resolution=resolution, became=one.match)
    for number, (one, _) in enumerate(given, start=1):
        if _holds(one.match, match):
            return Finding(match, "joined", number)
    if any(_holds(one.match, match) for one in by_rules):
        return Finding(match, "unlikely")
    other = next((other for other in matches if other is not match and rivals(other, match)), None)
    return Finding(match, "gave way" if other else "left out", other=other)


def _names(match: Match) -> tuple[object, ...]:
    return match.construction, match.verb, match.entry


def _holds(one: Match, part: Match) -> bool:
    """Whether a quote that overlaps have put together has all the cues of a match, or, without any, its content."""
    if part.cue:
        return set(part.cue) < set(one.cue) or (one.construction == part.construction and one.cue == part.cue)
    return set(part.content) <= set(one.content)


def _cues(context: Context, findings: Sequence[Finding]) -> Iterator[ExplainedCue]:
    for cue in context.cues:
        own = tuple(finding for finding in findings if touch(finding.match.cue, [cue.extent]))
        reason = None if own else why_no_match(context, cue)
        yield ExplainedCue(cue.form.shape, cue.extent, cue.verb.lemma, own, reason)
    for word in context.words:
        if (missed := missed_cue(context, word)) and not any(_at(finding, word) for finding in findings):
            yield ExplainedCue("no cue", (word.start, word.end), missed[0], reason=missed[1])
    after = 0
    for word in context.words:
        phrase = source_phrase_at(context, word) if word.index >= after else None
        if phrase is None:
            continue
        after = phrase.after
        extent = (word.start, context.words[phrase.after - 1].end)
        own = tuple(finding for finding in findings if touch(finding.match.cue, [extent]))
        reason = None if own else why_no_phrase(context, word)
        yield ExplainedCue("source phrase", extent, phrase.entry.lemma, own, reason)
    for finding in findings:
        if finding.match.source and not finding.match.cue:
            yield ExplainedCue("name and colon", finding.match.source, None, (finding,))
    for quotation in context.quotations:
        if quotation.outer[0] >= context.sentence.start:
            bare = tuple(finding for finding in findings if not (finding.match.cue or finding.match.source))
            taken = any(touch(finding.match.content, [quotation.outer]) for finding in findings)
            if bare or not taken:
                reason = None if bare else why_no_quotation(context)
                yield ExplainedCue("quotation marks", quotation.outer, None, bare, reason)


def _at(finding: Finding, word: Word) -> bool:
    """Whether something was found at a word."""
    return touch(finding.match.cue, [(word.start, word.end)])


def _others(findings: Sequence[Finding], cues: Sequence[ExplainedCue]) -> Iterator[ExplainedCue]:
    """The words that are cues with a noun of saying alone, or for a network."""
    shown = [finding for cue in cues for finding in cue.findings]
    for finding in findings:
        if finding.match.cue and finding not in shown:
            yield ExplainedCue("other word", finding.match.cue[0], None, (finding,))
