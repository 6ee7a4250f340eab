"""Reporting noun + clause: قوله إن …؛ تأكيد الوزير أن …؛ تصريحات بأن …"""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening, possessor_of

_NO_REPORT = frozenset({"asking", "expecting"})
_NEAR = 60
"""Between noun and clause stands at most the sayer; code points."""


@construction
def reporting_noun(context: Context) -> Iterator[Match]:
    """A masdar of a reporting verb whose clause or quotation follows, with its possessor as the sayer."""
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family in _NO_REPORT:
            continue
        opening = find_opening(context, cue)
        if opening is None or not _near(context, cue.word.end, opening.start):
            continue
        possessor = possessor_of(context, cue)
        if possessor is None:
            continue
        pronoun = possessor if possessor.upos == "PRON" else None
        impersonal = context.words[cue.word.index - 1].key in boundary("light-passive")  # تم إبلاغ النادي أن
        named = not (pronoun or impersonal)
        source = noun_phrase_after(context, possessor.index, opening.start) if named else None
        if named and source is None:
            continue
        if said := statement(context, opening.content):
            yield Match(
                construction="reporting_noun",
                sentence=context.sentence,
                content=(said,),
                cue=((cue.word.start, cue.word.token[1] if pronoun else cue.word.end),),
                verb=pronoun,
                source=source,
                entry=cue.verb.lemma,
                impersonal=impersonal,
                confidence=0.7 + 0.2 * opening.linked,
            )


def _near(context: Context, noun: int, clause: int) -> bool:
    """Whether nothing but the sayer stands between noun and clause."""
    between = context.text[noun:clause]
    return len(between) <= _NEAR and not any(mark in between for mark in "،,؛")
