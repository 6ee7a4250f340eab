"""Statement first, verb after: "…"، قال الوزير؛ "…"، يقول الخبير، "…"؛ …، تقول الباحثة."""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import trim, unquoted
from newsquote.leads import lead_end
from newsquote.matching import Match, construction
from newsquote.openings import find_opening
from newsquote.sayers import noun_phrase_after
from newsquote.syntax import Extent


@construction
def quotation_verb(context: Context) -> Iterator[Match]:
    """A verb of saying after a comma or a closing quotation mark, its sayer after it, and no clause of its own."""
    for cue in context.cues:
        if not cue.finite or not cue.takes("quotation") or cue.word.index == 0:
            continue
        before = context.words[cue.word.index - 1]
        closed = next((q for q in context.quotations if q.outer[1] <= cue.extent[0] <= q.outer[1] + 3), None)
        if closed is None and before.form not in "،,":
            continue
        following = context.words[cue.word.index + 1 :]
        resumed = next((q for w in following[:25] if (q := context.quotation_at(w.start))), None)
        opening = find_opening(context, cue)
        if (opening and opening.kind == "clause") or (opening and not (closed and resumed)):
            continue
        limit = resumed.outer[0] if resumed else context.sentence.end
        source = noun_phrase_after(context, cue.word.index + 1, limit)
        said = _said(context, cue)
        if source is None or said is None or (closed is None and trim(context.text, source[1], context.sentence.end)):
            continue
        spans = (said, trim(context.text, *resumed.inner)) if resumed and closed else (said,)
        yield Match(
            construction="quotation_verb",
            sentence=context.sentence,
            content=tuple(span for span in spans if span),
            cue=(cue.extent,),
            verb=cue.word,
            source=source,
            entry=cue.verb.lemma,
            confidence=0.8,
        )


def _said(context: Context, cue: Cue) -> Extent | None:
    """All that precedes the verb in its sentence."""
    begin = lead_end(context)
    if begin >= cue.extent[0]:
        return None
    return unquoted(context, begin, cue.extent[0])
