"""Headline or caption: who says it, a colon and what is said, with no verb of saying: الوزيرة: لن نرفع الأسعار."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter

from newsquote.context import Context
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_LONGEST = 6  # words of a name in a headline
_LOOKED_AT = 20  # occurrences of it
_NEAR, _WORDS_BEFORE = 60, 4  # characters; words
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
    """The extent of a name that acts or speaks in the article too, as no rubric does: للمزيد، المخاطر الصحية."""
    if not 0 < len(words) <= _LONGEST or any(word.upos in _NO_NAME for word in words):
        return None
    source = words[0].start, words[-1].end
    name = re.compile(rf"(?<!\w){re.escape(context.text[slice(*source)])}(?!\w)")
    elsewhere = (found for found in islice(name.finditer(context.text), _LOOKED_AT) if found.span() != source)
    return source if any(_acts(context, found.start()) or _speaks(context, found) for found in elsewhere) else None


def _acts(context: Context, offset: int) -> bool:
    """Whether the word at an offset follows a verb."""
    sentences = context.article.sentences
    sentence = sentences[max(0, bisect_right(sentences, offset, key=attrgetter("start")) - 1)]
    return any(word.start == offset and before.upos == "VERB" for before, word in pairwise(sentence.words))


def _speaks(context: Context, name: re.Match[str]) -> bool:
    """Whether a form of a reporting verb stands a few words before a name, or right after it."""
    before = context.text[max(0, name.start() - _NEAR) : name.start()].split()[-_WORDS_BEFORE:]
    after = context.text[name.end() : name.end() + _NEAR].split()[:1]
    return any(context.lexicon.verb_forms(fold(word).removeprefix("و")) for word in (*before, *after))
