"""Headline or caption: who says it, a colon and what is said, with no verb of saying: الوزيرة: لن نرفع الأسعار."""

from collections.abc import Iterator, Sequence

from newsquote.context import Context
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.syntax import Extent, Word

_LONGEST = 6  # words of a name in a headline
_NO_NAME = frozenset({"VERB", "PUNCT", "ADP", "NUM"})


@construction
def headline(context: Context) -> Iterator[Match]:
    """A short name before a colon, after another at most (رابط الخبر: الوزيرة: لن نرفع), and a clause after it."""
    colons = [word for word in context.words if word.form == ":"]
    if not 0 < len(colons) <= 2 or any(each.outer[0] < colons[-1].start for each in context.quotations):
        return
    begin = colons[0].index + 1 if len(colons) > 1 else 0
    source = _named_again(context, context.words[begin : colons[-1].index])
    said = statement(context, colons[-1].end)
    if source and said and any(word.upos == "VERB" for word in context.sentence.between(*said)):
        yield Match(construction="headline", sentence=context.sentence, content=(said,), source=source, confidence=0.6)


def _named_again(context: Context, words: Sequence[Word]) -> Extent | None:
    """The extent of a name that the article has elsewhere too, as it has not of a rubric: للمزيد، المصدر."""
    if not 0 < len(words) <= _LONGEST or any(word.upos in _NO_NAME for word in words):
        return None
    source = words[0].start, words[-1].end
    return source if context.text.count(context.text[slice(*source)]) > 1 else None
