"""How a sentence begins before its statement does: a dateline, a conjunction."""

import regex

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.text import fold

_DATELINE = regex.compile(r"[^\n.:«\"“]{0,60}?(?:\([^()\n]{2,30}\)\s*[-–—:]+|\s[-–—]{2,})\s*")
_CONJUNCTIONS = frozenset({"و", "ف", "كما", "ثم", "لكن", "ولكن", "هذا", "وقد"})


def lead_end(context: Context) -> int:
    """The offset at which the sentence's own statement begins, past ``دبي (CNN) --`` and ``و``."""
    start = context.sentence.start
    if match := _DATELINE.match(context.text, start, context.sentence.end):
        start = match.end()
    for word in context.sentence.between(start, context.sentence.end):
        if fold(context.text[slice(*word.token)]) in boundary("waw"):
            return word.token[0]
        if word.key not in _CONJUNCTIONS and word.upos != "PUNCT":
            return word.start
        if word.upos == "PUNCT" and context.quotation_at(word.start):
            return word.start
    return start
