"""Statement first, verb after: "…"، قال الوزير؛ "…"، يقول الخبير، "…"؛ …، تقول الباحثة."""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import trim, unquoted
from newsquote.leads import lead_end
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening
from newsquote.syntax import Extent, Quotation

_REACH = 25  # words


@construction
def quotation_verb(context: Context) -> Iterator[Match]:
    """A verb of saying after a comma or a closing quotation mark, its sayer after it, and no clause of its own."""
    for cue in context.cues:
        if not cue.finite or not cue.takes("quotation") or cue.verb.source_in:
            continue
        said = _said(context, cue)
        if said is None:
            continue
        extent, quoted = said
        resumed = _resumed(context, cue) if quoted else None
        opening = find_opening(context, cue)
        if opening and (opening.kind == "clause" or resumed is None):
            continue
        source = noun_phrase_after(context, cue.word.index + 1, resumed.outer[0] if resumed else context.sentence.end)
        if source is None or (not quoted and trim(context.text, source[1], context.sentence.end)):
            continue
        yield Match(
            construction="quotation_verb",
            sentence=context.sentence,
            content=(extent, resumed.inner) if resumed else (extent,),
            cue=(cue.extent,),
            verb=cue.word,
            form=cue.form,
            source=source,
            entry=cue.verb.lemma,
            confidence=0.5,
        )


def _said(context: Context, cue: Cue) -> tuple[Extent, bool] | None:
    """What precedes the verb in its sentence, and whether one quotation is all of it; else a comma must part them."""
    begin = lead_end(context)
    if begin >= cue.extent[0] or _conjoined(context, cue):
        return None
    quotation = context.quotation_at(begin)
    if quotation and not context.text[quotation.outer[1] : cue.extent[0]].strip(" ،,\n"):
        return quotation.inner, True
    before = context.text[begin : cue.extent[0]].rstrip()
    said = unquoted(context, begin, cue.extent[0])
    if said is None or cue.verb.common or before[-1] not in "،,":
        return None
    spoken = [other for other in context.cues if other.finite and other.word.end <= said[1]]
    outside = [other for other in spoken if context.enclosing(other.word.start) is None]
    return None if outside else (said, False)


def _conjoined(context: Context, cue: Cue) -> bool:
    """Whether و joins the verb to what precedes: …، وجددت رفضها."""
    before = context.sentence.last_before(cue.extent[0])
    return before is None or before.key in boundary("conjunction")


def _resumed(context: Context, cue: Cue) -> Quotation | None:
    """The quotation that goes on after verb and sayer."""
    for word in context.words[cue.word.index + 1 : cue.word.index + _REACH]:
        if quotation := context.quotation_at(word.start):
            return quotation if context.words[word.index - 1].form in "،,:" else None
    return None
