"""Reporting verb + quotation or colon: قال المدرب: "…"، وأضاف "…"، وتابع: لن نتراجع"""

from collections.abc import Iterator

from newsquote.attributions import attribute
from newsquote.complements import before_quotation
from newsquote.context import Context
from newsquote.matching import Match, construction
from newsquote.openings import find_opening


@construction
def verb_quotation(context: Context) -> Iterator[Match]:
    """A finite reporting verb, its sayer or none, and what stands in quotation marks or after a colon."""
    for cue in context.cues:
        opening = find_opening(context, cue) if cue.finite else None
        if opening and opening.kind != "clause" and not before_quotation(context, cue, opening):
            match = attribute(
                context,
                cue,
                construction="verb_quotation",
                opens=opening.start,
                content=opening.content,
                linked=opening.quotation is not None,
            )
            if match:
                yield match
