r"""What goes on with no verb after the last statement: a quotation (قال: "…". "…"), or speech after a colon."""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.endings import trim
from newsquote.matching import Match, construction
from newsquote.openings import find_opening
from newsquote.syntax import in_first_person

_SHORTEST = 3
"""Words; fewer are a name or a scare quote."""


@construction
def continuation(context: Context) -> Iterator[Match]:
    """A sentence that is a quotation and nothing else, or that says I or we outside of any.

    Whether a speaker precedes is settled with the overlaps.
    """
    whole = trim(context.text, context.sentence.start, context.sentence.end)
    if whole is None:
        return
    for quotation in context.quotations:
        if quotation.outer[0] <= whole[0] and quotation.inner[1] >= whole[1] - 1:
            said = trim(context.text, max(quotation.inner[0], whole[0]), min(quotation.inner[1], whole[1]))
            if said and len(list(context.sentence.between(*said))) >= _SHORTEST:
                yield Match(construction="continuation", sentence=context.sentence, content=(said,), confidence=0.6)
            return
    if not context.quotations and in_first_person(context.sentence.words) and not _attributes(context):
        yield Match(construction="continuation", sentence=context.sentence, content=(whole,), confidence=0.6)


def _attributes(context: Context) -> bool:
    """Whether a verb or participle in the sentence has a statement of its own."""
    return any(cue.form.shape != "masdar" and find_opening(context, cue) for cue in context.cues)
