"""What qualifies the source of an according-to phrase before the statement begins: وبحسب دراسة نشرت أمس، فإن."""

from collections.abc import Sequence
from itertools import takewhile

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.syntax import Word
from newsquote.text import fold

_CLAUSE = 25  # words of a relative clause after the source: تقرير أعدته الوزارة
_PHRASE = 10  # words of a prepositional phrase after the source: تقرير لموقع إخباري
_FAR = 30  # words from the source to a فإن that opens the statement
_NEAR = 4  # words of a source before a verb that qualifies it


def past_modifiers(context: Context, end: int) -> int:
    """Past what qualifies a source, and the comma and فإن that follow: تقرير أعدته الوزارة، فإن."""
    following = list(context.sentence.between(end, context.sentence.end))
    first = following[0] if following else None
    if first is None:
        return end
    pause = first.form in "،,"
    opener = next((word for word in following if word.upos != "PUNCT"), first)
    possessed = context.words[first.index - 1].upos == "PRON"  # بحسب كلامه، التي: of what precedes, not of him
    relative = not possessed and (opener.key in boundary("relative") or _described(context, opener))
    if (begins := resumption(context, following)) is not None and (relative or not pause):
        return begins
    if relative or (first.upos == "VERB" and _indefinite(context, first)) or (first.upos == "ADP" and not pause):
        reach = _PHRASE if first.upos == "ADP" else _CLAUSE
        end = _past_comma(following[1 + pause : reach], end)
        opener = next(
            (word for word in context.sentence.between(end, context.sentence.end) if word.upos != "PUNCT"), first
        )
        if _described(context, opener):
            end = _past_comma(context.words[opener.index : opener.index + _CLAUSE], end)
    return _past_fa(context, end)


def _past_comma(words: Sequence[Word], end: int) -> int:
    return next((word.start for word in words if word.form in "،,"), end)


def _described(context: Context, word: Word) -> bool:
    """Whether words say who the source is: وهي شركة أميركية."""
    return fold(context.text[slice(*word.token)]) in ("وهو", "وهي")


def resumption(context: Context, following: Sequence[Word]) -> int | None:
    """Where the statement begins that فإن or فقد opens, unless a condition calls for its ف."""
    for word in following[:_FAR]:
        if word.key in boundary("condition"):
            return None
        mates = [each.key for each in context.words[word.index + 1 : word.index + 2] if each.token == word.token]
        if word.token[0] == word.start and (
            word.key in ("فان", "فقد") or (word.key == "ف" and mates in (["ان"], ["قد"]))
        ):
            return _past_fa(context, word.start)
    return None


def _indefinite(context: Context, verb: Word) -> bool:
    """Whether the source before a verb is indefinite, so that the verb qualifies it: تقرير أعدته الوزارة."""
    before = context.words[max(0, verb.index - _NEAR) : verb.index]
    source = list(takewhile(lambda word: word.upos in ("NOUN", "ADJ"), reversed(before)))
    return bool(source) and not any(word.key.startswith("ال") for word in source)


def _past_fa(context: Context, end: int) -> int:
    """Past the comma and فإن that follow a leading phrase."""
    for word in context.sentence.between(end, context.sentence.end):
        if word.upos == "PUNCT":
            continue
        if word.token[0] == word.start and word.key in ("فان", "ف"):
            mates = [w for w in context.words if w.token == word.token]
            if word.key == "ف" and not (len(mates) > 1 and mates[1].key == "ان"):
                return word.end
            fused = len(mates) > (2 if word.key == "ف" else 1)
            return word.token[0] if fused else word.token[1]
        return word.start
    return end
