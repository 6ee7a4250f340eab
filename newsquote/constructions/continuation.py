r"""Quotation with no verb that goes on after the last one: قال: "…". "…\""""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.endings import trim
from newsquote.matching import Match, construction

_SHORTEST = 3
"""Words; fewer are a name or a scare quote."""


@construction
def continuation(context: Context) -> Iterator[Match]:
    """A sentence that is a quotation and nothing else; whether a speaker precedes is settled with the overlaps."""
    whole = trim(context.text, context.sentence.start, context.sentence.end)
    if whole is None:
        return
    for quotation in context.quotations:
        if quotation.outer[0] <= whole[0] and quotation.inner[1] >= whole[1] - 1:
            said = trim(context.text, max(quotation.inner[0], whole[0]), min(quotation.inner[1], whole[1]))
            if said and len(list(context.sentence.between(*said))) >= _SHORTEST:
                yield Match(construction="continuation", sentence=context.sentence, content=(said,), confidence=0.6)
            return
