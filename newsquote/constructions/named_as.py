"""What somebody calls something, in quotation marks: ما سماه الوزير «الفوضى»؛ ما أطلقوا عليه «الثورة»"""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue, find_cues
from newsquote.endings import trim
from newsquote.lexicon import naming_verb_lexicon
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.syntax import Quotation, Word

_REACH = 40  # code points from the verb to the quotation, past a short sayer
_ON = "علي"  # folded, as the next
_WHAT = frozenset({"مما", "عما", "بما", "لما", "وما"})


@construction
def named_as(context: Context) -> Iterator[Match]:
    """A verb of naming after ما or من, the pronoun for what is named, the sayer or none, and a quotation."""
    for cue in find_cues(context.text, context.sentence, naming_verb_lexicon()) if context.quotations else ():
        last = _named(context, cue) if cue.finite and not cue.passive and _relative(context, cue) else None
        quotation = _name(context, last.end) if last else None
        if last is None or quotation is None:
            continue
        source = noun_phrase_after(context, last.index + 1, quotation.outer[0])
        begins = source[1] if source and source[0] < quotation.outer[0] else last.end
        content = trim(context.text, *quotation.inner)
        if content is None or any(context.sentence.between(begins, quotation.outer[0])):
            continue
        yield Match(
            construction="named_as",
            sentence=context.sentence,
            content=(content,),
            cue=((cue.extent[0], last.end),),
            verb=cue.word,
            form=cue.form,
            source=source,
            entry=cue.verb.lemma,
            describes=True,
        )


def _relative(context: Context, cue: Cue) -> bool:
    """Whether ما or من stands right before a verb."""
    before = context.sentence.last_before(cue.extent[0])
    return before is not None and (before.key in boundary("free-relative") or before.key in _WHAT)


def _named(context: Context, cue: Cue) -> Word | None:
    """The pronoun for what a verb names: fused to it (سما+ه), or to the على that it needs (أطلق علي+ه)."""
    following, second = context.after(cue.word), context.after(cue.word, 2)
    on = "على noun" in cue.verb.takes
    pronoun = second if on and following is not None and following.key == _ON else None if on else following
    fused = pronoun is not None and pronoun.upos == "PRON" and pronoun.start != pronoun.token[0]
    return pronoun if fused else None


def _name(context: Context, offset: int) -> Quotation | None:
    """The quotation that begins soon after an offset; the second of two, for the first then is who says it."""
    near = [each for each in context.quotations if offset <= each.outer[0] <= offset + _REACH]
    if len(near) > 1 and not context.text[near[0].outer[1] : near[1].outer[0]].strip():
        return near[1]
    return near[0] if near else None
