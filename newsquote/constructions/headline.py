"""Headline or caption: who says it, a colon and what is said, with no verb of saying: الوزيرة: لن نرفع الأسعار."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.countries import countries
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization, Reading
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_LONGEST = 6  # words of a name in a headline
_LONGEST_TITLED = 9  # with a title: المتحدث باسم وزارة الصحة
_LOOKED_AT = 20  # occurrences of it
_NEAR, _WORDS_BEFORE = 60, 4  # characters; words
_NO_NAME = frozenset({"VERB", "PUNCT", "NUM", "PRON", "ADP"})
_NO_TITLE = _NO_NAME - {"ADP"}
_DASHES = frozenset("-–—*•")
_SHORTEST = 4  # words of what somebody says
_ENOUGH = 3  # of them no names


@construction
def headline(context: Context) -> Iterator[Match]:
    """A short name before a colon, after another at most (رابط الخبر: الوزيرة: لن نرفع), and a clause after it."""
    colons = [word for word in context.words if word.form == ":"]
    if not 0 < len(colons) <= 2 or any(each.outer[0] < colons[-1].start for each in context.quotations):
        return
    begin = colons[0].index + 1 if len(colons) > 1 else 0
    label = [word for word in context.words[begin : colons[-1].index] if word.form not in _DASHES]
    said = statement(context, colons[-1].end)
    if not label or label[-1].key in boundary("ordinal") or said is None or _asked(context, said):
        return
    words = list(context.sentence.between(*said))
    clause = any(word.upos == "VERB" for word in words)
    named = clause and (_named_again(context, label) or _quoted(context, label, said))
    if _tells(words) and (named or _titled(label)):
        source = label[0].start, label[-1].end
        yield Match(construction="headline", sentence=context.sentence, content=(said,), source=source, confidence=0.6)


def _asked(context: Context, said: Extent) -> bool:
    """Whether a statement is a question, to the reader then: مصر: من يحكم البلاد؟"""
    return context.text[said[1] :].lstrip().startswith(("؟", "?"))


def _quoted(context: Context, label: Sequence[Word], said: Extent) -> bool:
    """Whether a name or country stands before all in quotation marks: بنغلادش: «لن نستقبل».."""
    named = [word.upos in ("PROPN", "X") or word.key in countries() for word in label]
    name = any(named) and all(own or word.key.startswith("ال") for word, own in zip(label, named, strict=True))
    whole = any(each.outer[0] <= said[0] <= each.inner[0] and said[1] <= each.outer[1] for each in context.quotations)
    return name and whole and len(label) <= _LONGEST


def _titled(label: Sequence[Word]) -> bool:
    """Whether a label is somebody's title, a body or an unnamed source: وزير الصحة، خبراء، دراسة حديثة, no rubric."""
    reading = _reading(label[0])
    prepositions = [number for number, word in enumerate(label) if word.upos == "ADP"]
    if reading is None or len(label) > _LONGEST_TITLED or any(word.upos in _NO_TITLE for word in label):
        return False
    if prepositions and prepositions != [1]:  # القيادي في حزب السهل، المتحدث باسم البلدية
        return False
    if isinstance(reading.entry, Organization):
        return reading.number == "singular"
    if isinstance(reading.entry, Document) and not reading.entry.vague:
        return False
    several = isinstance(reading.entry, Document) or reading.number != "singular"
    return not (several and any(word.key.startswith("ال") for word in label))  # الملف الثاني، الحكام


def _reading(word: Word) -> Reading | None:
    """What a word is as a noun about sources."""
    return source_lexicon().reading(word.key.removeprefix("ال"))


def _tells(words: Sequence[Word]) -> bool:
    """Whether words say something, and are no list of names."""
    names = sum(word.upos in ("PROPN", "X") for word in words)
    telling = sum(word.upos in ("NOUN", "ADJ", "VERB") for word in words)
    return len(words) >= _SHORTEST and telling >= _ENOUGH and telling > names


def _named_again(context: Context, label: Sequence[Word]) -> bool:
    """Whether a label is a name that acts or speaks in the article too, as no rubric does: للمزيد، المخاطر الصحية."""
    if len(label) > _LONGEST or any(word.upos in _NO_NAME for word in label):
        return False
    reading = _reading(label[0])
    if reading and isinstance(reading.entry, Document):  # وثيقة اليوم
        return False
    source = label[0].start, label[-1].end
    name = re.compile(rf"(?<!\w){re.escape(context.text[slice(*source)])}(?!\w)")
    elsewhere = (found for found in islice(name.finditer(context.text), _LOOKED_AT) if found.span() != source)
    return any(_acts(context, found.start()) or _speaks(context, found) for found in elsewhere)


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
