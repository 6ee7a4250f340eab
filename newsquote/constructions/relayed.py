"""Relayed statement: نقلت وكالة عن مسؤول قوله إن …؛ نقلت القناة على لسان الوزير أن …"""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening
from newsquote.source_phrases import governed
from newsquote.subjects import subject_before
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_RELAYING = fold("نقلا")


@construction
def relayed(context: Context) -> Iterator[Match]:
    """A verb of relaying, or any with نقلا عن: who is after عن is the source, the verb's subject the relayer."""
    for cue in context.cues:
        if not cue.finite or governed(context, cue):
            continue
        leads = _leads_to_sayer(context, cue)
        if leads is None:
            continue
        inner = next(
            (c for c in context.cues if c.form.shape == "masdar" and leads.end < c.word.start < leads.end + 150), None
        )
        opening = find_opening(context, inner) if inner else None
        if opening is None:
            inner, opening = None, find_opening(context, cue)
        if opening is None:
            continue
        limit = inner.word.token[0] if inner else opening.start
        pronoun = _pronoun(context, leads)
        source = None if pronoun else noun_phrase_after(context, leads.index + 1, limit)
        said = statement(context, opening.content)
        if (source is None and pronoun is None) or said is None:
            continue
        yield Match(
            construction="relayed",
            sentence=context.sentence,
            content=(said,),
            cue=(cue.extent, *_second_cue(context, leads, inner)),
            verb=pronoun,
            source=source,
            via=_relayer(context, cue, leads, pronoun, limit),
            entry=cue.verb.lemma,
            confidence=0.9,
        )


def _leads_to_sayer(context: Context, cue: Cue) -> Word | None:
    """The عن (or the لسان of على لسان) after which the sayer stands."""
    for word in context.words[cue.word.index + 1 : cue.word.index + 25]:
        led = _phrase_start(context, word) < word.start
        if word.key in ("عن", "لسان") and (cue.verb.family == "relaying" or led):
            return word
        if word.upos == "VERB" or word.form == ":":
            return None
    return None


def _pronoun(context: Context, leads: Word) -> Word | None:
    """The pronoun that stands for the sayer: نقلت عنه الصحيفة قوله."""
    return context.after(leads) if context.sentence.has_pronoun(leads) else None


def _relayer(context: Context, cue: Cue, leads: Word, pronoun: Word | None, limit: int) -> Extent | None:
    """Who relays it: the verb's subject, after it, after the pronoun of عن, or before (صحيفة «النهر» نقلت عن)."""
    after = noun_phrase_after(context, cue.word.index + 1, _phrase_start(context, leads))
    if after or pronoun:
        return after or noun_phrase_after(context, leads.index + 2, limit)
    return subject_before(context, cue) if context.sentence.children(cue.word, "nsubj") else None


def _second_cue(context: Context, leads: Word, masdar: Cue | None) -> tuple[Extent, ...]:
    if masdar:
        return ((masdar.word.start, masdar.word.token[1]),)
    start = _phrase_start(context, leads)
    return ((start, leads.end),) if start < leads.start else ()


def _phrase_start(context: Context, leads: Word) -> int:
    """Where نقلا عن begins, or عن without نقلا."""
    before = context.words[leads.index - 1]
    return before.start if before.key == _RELAYING else leads.start
