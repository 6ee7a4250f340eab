r"""Participle of a reporting verb: …، مضيفا أن …؛ …، مشيرة إلى …؛ صرح الوزير قائلا: "…\""""

from collections.abc import Iterator
from dataclasses import replace

from newsquote.attributions import attribute
from newsquote.complements import find_complement
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.matching import Match, construction
from newsquote.openings import find_opening
from newsquote.sayers import find_sayer

_APART = ("إلى", "الى", "على", "عن")  # prepositions that tell by themselves whose they are


@construction
def participle(context: Context) -> Iterator[Match]:
    """A circumstantial participle with a content of its own; قائلا lends its content to the verb before it."""
    for cue in context.cues:
        if cue.form.shape != "participle":
            continue
        if opening := find_opening(context, cue):
            opens, content, linked, noun = (
                opening.start,
                opening.content,
                opening.linked or opening.quotation is not None,
                False,
            )
        elif complement := find_complement(context, cue):
            opens, content, linked, noun = complement.start, complement.content, complement.linked, True
        else:
            continue
        if _far(context, cue, opens, noun=noun):
            continue
        match = attribute(
            context, cue, construction="participle", opens=opens, content=content, linked=linked, noun=noun
        )
        if match is None:
            continue
        if verb := _introduced(context, cue):
            sayer = find_sayer(context, verb, cue.word.start)
            match = replace(
                match,
                cue=(verb.extent, cue.extent),
                verb=verb.word,
                form=verb.form,
                entry=verb.verb.lemma,
                source=sayer.source,
                via=sayer.via,
            )
        yield match


def _far(context: Context, cue: Cue, opens: int, *, noun: bool) -> bool:
    """Whether a pause stands between the participle and what it would govern: تتخذ المدينة مقرا لها، بعد أن."""
    if (not noun and not cue.verb.common) or context.text[opens:].startswith(_APART):
        return False
    between = context.text[cue.word.end : opens].lstrip()
    pauses = sum(between.count(mark) for mark in "،,؛")  # a pair of them encloses something
    return not between.startswith(("،", ",")) and pauses % 2 == 1


def _introduced(context: Context, cue: Cue) -> Cue | None:
    """The verb before قائلا that has no content of its own."""
    if cue.verb.lemma != "قال":
        return None
    before = [other for other in context.cues if other.finite and other.word.index < cue.word.index]
    if not before or find_opening(context, before[-1]) or find_complement(context, before[-1], limit=cue.word.start):
        return None
    return before[-1]
