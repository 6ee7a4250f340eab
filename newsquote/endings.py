"""Where a statement ends: at its sentence's end, or before words with which its author goes on."""

import regex

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.openings import find_opening
from newsquote.source_phrases import source_phrase_at
from newsquote.syntax import Extent, Word

_TRAILING = regex.compile(r"[\s.,،;؛:!؟?…\-–—]+$")
_LEADING = regex.compile(r"[\s.,،;؛:\-–—]*")
_COMMAS = frozenset("،,؛;-–—.")
_SHORT_TAIL = 14
_BUT = frozenset({"لكن", "ولكن", "و", "دون", "لكنه", "لكنها", "ولم"})
_DETAILS = frozenset({"التفاصيل", "تفاصيل", "المزيد", "مزيد", "مزيدا"})
_SETTING_PREPOSITIONS = frozenset({"في", "خلال", "عبر", "اثناء", "علي", "ضمن"})


def statement(context: Context, start: int, *, noun: bool = False) -> Extent | None:
    """The extent of the statement that begins at an offset: without quotation marks that enclose all of it.

    Args:
        context: The sentence.
        start: Where the statement begins.
        noun: Whether it is a noun phrase, which a relative clause after a comma no longer belongs to.
    """
    start = _LEADING.match(context.text, start).end()  # type: ignore[union-attr]
    quotation = context.quotation_at(start)
    whole = quotation is not None and _closes(context, quotation.outer[1])
    if whole and quotation:
        return trim(context.text, *quotation.inner)
    around = context.enclosing(start)
    end = min(around.inner[1], context.sentence.end) if around else context.sentence.end
    return unquoted(context, start, _cut(context, start, end, noun))


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


def _cut(context: Context, start: int, end: int, noun: bool) -> int:
    """The offset before the first words outside quotations that are the author's again."""
    skip_until = start
    for word in context.words:
        if word.start < skip_until or word.start >= end:
            continue
        if quotation := context.quotation_at(word.start):
            skip_until = quotation.outer[1]
            continue
        if word.start > start and _author_resumes(context, word, noun):
            return word.start
    return end


def _author_resumes(context: Context, word: Word, noun: bool) -> bool:
    before = context.words[word.index - 1] if word.index else None
    if before is None:
        return False
    pause = before.form in _COMMAS or any(q.outer[1] == before.end for q in context.quotations)
    other = context.cue_at.get(word.index)
    if other and other.form.shape == "participle":
        return pause and _reports(context, other) or find_opening(context, other) is not None
    if pause and (word.key in boundary("tail") or source_phrase_at(context, word)):
        return True
    if before.form in _COMMAS and _setting(context, word):
        return True
    if noun and pause and (word.key in boundary("noun-tail") or _finite_follows(context, word)):
        return True
    if pause and _without_details(context, word):
        return True
    return word.key in boundary("conjunction") and _next_attribution(context, word, pause)


def _finite_follows(context: Context, conjunction: Word) -> bool:
    """Whether و or بينما leads to a finite verb, which no longer belongs to a noun phrase."""
    following = next(iter(context.words[conjunction.index + 1 : conjunction.index + 2]), None)
    return conjunction.upos in ("CCONJ", "SCONJ") and following is not None and following.upos == "VERB"


def _without_details(context: Context, word: Word) -> bool:
    """The reporter's own close: …، لكنه لم يقدم المزيد من التفاصيل."""
    keys = [each.key for each in context.words[word.index : word.index + 10]]
    return keys[0] in _BUT and "لم" in keys[:4] and any(key in _DETAILS for key in keys)


def _reports(context: Context, cue: Cue) -> bool:
    """Whether a participle after a comma has a content of its own: a clause, a quotation, or its preposition."""
    if find_opening(context, cue):
        return True
    following = context.words[cue.word.index + 1 : cue.word.index + 4]
    prepositions = {frame.split()[0] for frame in cue.verb.takes if " " in frame}
    return cue.takes("noun") or any(word.form in prepositions for word in following)


def _next_attribution(context: Context, conjunction: Word, pause: bool) -> bool:
    """Whether a conjunction leads to another attribution: قال إن … وأضاف أن …؛ لكن الشرطة قالت إن …"""
    pause = pause or conjunction.key == "لكن"
    following = context.words[conjunction.index + 1 : conjunction.index + (8 if pause else 4)]
    if following and following[0].key in boundary("tail") and following[0].token == conjunction.token:
        return True
    for word in following:
        other = context.cue_at.get(word.index)
        if other and other.finite:
            return find_opening(context, other) is not None
        if word.key not in boundary("particle") and not (pause and word.upos in ("NOUN", "PROPN", "ADJ", "ADP")):
            return False
    return False


def _setting(context: Context, word: Word) -> bool:
    """Whether a short tail says where or how it was said: ، في بيان نشرته الأحد."""
    tail = [each for each in context.words[word.index :] if each.upos != "PUNCT"]
    if len(tail) > _SHORT_TAIL or len(tail) < 2:
        return False
    if word.key == "و" and tail[1].key == "ذلك" and tail[1].token == word.token:
        return True
    return word.key in _SETTING_PREPOSITIONS and any(context.lexicon.noun(each.key) for each in tail[1:3])
