"""Where a statement ends: at its sentence's end, or before words with which its author goes on."""

import regex

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.lexicon import SourcePhrase
from newsquote.openings import find_opening
from newsquote.syntax import Extent, Word

_TRAILING = regex.compile(r"[\s.,،;؛:!؟?…\-–—]+$")
_LEADING = regex.compile(r"[\s.,،;؛:\-–—]*")
_COMMAS = frozenset("،,؛;-–—.")
_SHORT_TAIL = 14


def statement(context: Context, start: int, *, cue: Cue | None = None, limit: int | None = None) -> Extent | None:
    """The extent of the statement that begins at an offset: without quotation marks that enclose all of it."""
    start = _LEADING.match(context.text, start).end()  # type: ignore[union-attr]
    quotation = context.quotation_at(start)
    whole = quotation is not None and _closes(context, quotation.outer[1])
    if whole and quotation:
        return trim(context.text, *quotation.inner)
    around = context.enclosing(start)
    end = min(around.inner[1] if around else context.sentence.end, context.sentence.end, limit or context.sentence.end)
    return unquoted(context, start, _cut(context, start, end, cue))


def unquoted(context: Context, start: int, end: int) -> Extent | None:
    """A trimmed extent, without the quotation marks where one pair encloses it all."""
    extent = trim(context.text, start, end)
    if extent and (quotation := context.quotation_at(extent[0])) and quotation.outer[1] >= extent[1]:
        return trim(context.text, quotation.inner[0], min(quotation.inner[1], extent[1]))
    return extent


def trim(text: str, start: int, end: int) -> Extent | None:
    """An extent without spaces and punctuation at its ends; ``None`` if nothing is left."""
    piece = text[start:end]
    end = start + len(_TRAILING.sub("", piece))
    start = _LEADING.match(text, start).end()  # type: ignore[union-attr]
    return (start, end) if start < end else None


def _closes(context: Context, offset: int) -> bool:
    """Whether a quotation that ends here is all of the statement: punctuation or nothing follows."""
    rest = context.text[offset : context.sentence.end].lstrip()
    return not rest or rest[0] in ".,،؛;!؟?)" or context.text[offset - 2] in ".!؟?"


def _cut(context: Context, start: int, end: int, cue: Cue | None) -> int:
    """The offset before the first words outside quotations that are the author's again."""
    skip_until = start
    for word in context.words:
        if word.start < skip_until or word.start >= end:
            continue
        if quotation := context.quotation_at(word.start):
            skip_until = quotation.outer[1]
            continue
        if word.start > start and _author_resumes(context, word, cue):
            return word.start
    return end


def _author_resumes(context: Context, word: Word, cue: Cue | None) -> bool:
    before = context.words[word.index - 1] if word.index else None
    if before is None:
        return False
    after_comma = before.form in _COMMAS
    other = context.cue_at.get(word.index)
    if other and other.form.shape == "participle":
        return after_comma and _reports(context, other) or find_opening(context, other) is not None
    if after_comma and word.key in boundary("tail"):
        return True
    if word.key in boundary("conjunction"):
        return _next_attribution(context, word, cue)
    if after_comma and source_phrase_at(context, word):
        return True
    return after_comma and _setting(context, word)


def _reports(context: Context, cue: Cue) -> bool:
    """Whether a participle after a comma has a content of its own: a clause, a quotation, or its preposition."""
    if find_opening(context, cue):
        return True
    following = context.words[cue.word.index + 1 : cue.word.index + 4]
    prepositions = {frame.split()[0] for frame in cue.verb.takes if " " in frame}
    return cue.takes("noun") or any(word.form in prepositions for word in following)


def _next_attribution(context: Context, conjunction: Word, cue: Cue | None) -> bool:
    """Whether a conjunction leads to a reporting verb of the same sayer: قال إن … وأضاف أن …"""
    words = context.words[conjunction.index + 1 : conjunction.index + 4]
    for word in words:
        other = context.cue_at.get(word.index)
        if other and other.finite:
            same = cue is None or not cue.finite or other.form.shape == cue.form.shape
            return same and find_opening(context, other) is not None
        if word.key not in boundary("particle"):
            return False
    return False


def source_phrase_at(context: Context, word: Word) -> SourcePhrase | None:
    """The longest according-to phrase that begins at a word."""
    keys = tuple(each.key for each in context.words[word.index : word.index + 6])
    for phrase, entry in context.lexicon.source_phrases(word.key):
        if keys[: len(phrase)] == phrase:
            return entry
    return None


def _setting(context: Context, word: Word) -> bool:
    """Whether a short tail says where or how it was said: ، في بيان نشرته الأحد."""
    tail = [each for each in context.words[word.index :] if each.upos != "PUNCT"]
    if len(tail) > _SHORT_TAIL or len(tail) < 2:
        return False
    if word.key in ("وذلك", "ذلك") or (word.key == "و" and tail[1].key == "ذلك"):
        return True
    return word.upos == "ADP" and any(each.key in boundary("setting") for each in tail[1:3])
