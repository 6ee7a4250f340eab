"""Reporting verb + clause: قالت الوزيرة إن …، أشار المتحدث إلى أن …، الجيش يعلن أن …"""

from collections.abc import Iterator

from newsquote.attributions import attribute
from newsquote.context import Context
from newsquote.matching import Match, construction
from newsquote.openings import find_opening


@construction
def verb_clause(context: Context) -> Iterator[Match]:
    """A finite reporting verb, its sayer or none, and the clause that أن or إن opens."""
    for cue in context.cues:
        opening = find_opening(context, cue) if cue.finite else None
        if opening and opening.kind == "clause":
            match = attribute(
                context,
                cue,
                construction="verb_clause",
                opens=opening.start,
                content=opening.content,
                linked=opening.linked,
            )
            if match:
                yield match
