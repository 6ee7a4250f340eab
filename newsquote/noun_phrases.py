"""Noun phrases as names of sayers: titles, names in quotation marks, appositions, modifiers; no relative clauses."""

from collections.abc import Sequence

from newsquote.appositions import COMMAS, apposed_up_to, comma_past_place, name_between_commas
from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.outlets import marked_name
from newsquote.phrase_ends import NOMINAL, ends_phrase, is_ali, misread_name, modifies, rest_of_name
from newsquote.syntax import Extent, Quotation, Word
from newsquote.text import fold

_OPEN, _CLOSE = "([", ")]"
_DASHES = frozenset("-–—")
_LONGEST_NAME = 9  # words in quotation marks
_LONGEST_PARENTHESIS = 20  # words


def noun_phrase_after(context: Context, index: int, limit: int, *, object_follows: bool = False) -> Extent | None:
    """The first noun phrase from a word on, past adverbials, brackets and the outlet (``لوكالة …``).

    Args:
        context: The sentence.
        index: Where to begin.
        limit: Offset before which the phrase must begin.
        object_follows: Whether an object may follow: then a bare noun after a definite one ends the phrase, and an
            apposition counts only if a comma closes it, too.
    """
    words = context.words
    while index < len(words) and words[index].start < limit:
        word = words[index]
        if quotation := context.quotation_at(word.start):
            if _long(context, quotation):
                return None
            return noun_phrase(context, index, limit, object_follows=object_follows)
        if (cue := context.cue_at.get(word.index)) and cue.form.shape == "participle":
            return None
        if word.upos == "ADP" and words[index - 1].upos == "ADP" and _fused(words, index):
            extent = noun_phrase(context, index + 1, limit, object_follows=object_follows)
            return (word.start, extent[1]) if extent else None
        if word.token == words[index - 1].token and word.upos == "PRON":
            index += 1
        elif word.form in _OPEN or word.form in _DASHES:
            index = _past_parenthesis(context, index)
        elif word.upos == "PUNCT":
            index += 1
        elif word.upos == "ADP" or word.key in boundary("adverbial"):
            index = _past_phrase(context, index, limit)
        elif word.upos in NOMINAL:
            return noun_phrase(context, index, limit, object_follows=object_follows)
        elif word.upos in ("ADV", "CCONJ", "PART", "INTJ"):
            index += 1
        else:
            return None
    return None


def noun_phrase(context: Context, index: int, limit: int, *, object_follows: bool = False) -> Extent | None:
    """The noun phrase that begins at a word; the arguments are those of ``noun_phrase_after``."""
    words = context.words
    start = end = skip_until = phrase_start(context, words[index])
    while index < len(words) and words[index].start < limit:
        word = words[index]
        before = words[index - 1] if word.start > start else None
        if word.start < skip_until:
            index += 1
        elif quotation := context.quotation_at(word.start):
            if _long(context, quotation):
                break
            end = skip_until = quotation.outer[1]
        elif before and is_ali(context, word, before):
            index, end = index + 1, word.end
        elif word.form in COMMAS or (word.upos == "ADP" and not modifies(context, word)):
            chunk = _apposition(context, index, limit, object_follows=object_follows)
            if chunk is None:
                break
            index, end = chunk
        elif word.form in _OPEN or (word.form in _DASHES and _parenthesis(context, index)):
            index = _past_parenthesis(context, index)
        elif limit < context.sentence.end and before and misread_name(context, word, before):
            index, end = index + 1, word.end
        elif limit < context.sentence.end and (rest := rest_of_name(context, word)):
            index, end = rest.index + 1, rest.end
        elif ends_phrase(context, word, before, object_follows=object_follows):
            break
        else:
            end = end if word.upos in ("PUNCT", "ADP", "CCONJ") else word.end
            index += 1
    return (start, _undashed(context.text, start, end)) if end > start else None


def _undashed(text: str, start: int, end: int) -> int:
    """A phrase's end before the dash that closes a parenthesis around it, which may be in one token: أميركي-."""
    closing = text[end - 1] in _DASHES and not _DASHES & set(text[start : end - 1])
    return end - 1 if closing else end


def phrase_start(context: Context, word: Word) -> int:
    """Where a phrase begins: with its first word, or the و that a small parser cut off it (وسائل)."""
    whole = fold(context.text[slice(*word.token)])
    return word.token[0] if whole in boundary("waw") else word.start


def _long(context: Context, quotation: Quotation) -> bool:
    return sum(1 for _ in context.sentence.between(*quotation.inner)) > _LONGEST_NAME


def _fused(words: Sequence[Word], index: int) -> bool:
    """Whether a word and the next are one token; two prepositions never stand so: a name was cut (عن ب+وتين)."""
    return index + 1 < len(words) and words[index].token == words[index + 1].token


def _apposition(context: Context, index: int, limit: int, *, object_follows: bool) -> tuple[int, int] | None:
    """The index after a phrase apposed at a comma, or at the comma behind a place, and where the phrase ends."""
    comma = index if context.words[index].form in COMMAS else comma_past_place(context, index, limit)
    if comma is None:
        return None
    if name := name_between_commas(context, comma + 1, limit):
        return name.index + 1, name.end
    end = apposed_up_to(context, comma + 1, limit, closed=object_follows)
    if end is None:
        return None
    extent = noun_phrase(context, comma + 1, context.words[end].start if end < len(context.words) else limit)
    return (end, extent[1]) if extent else None


def _parenthesis(context: Context, index: int) -> bool:
    """Whether a dash opens a pair, or else joins two names of one sayer."""
    return any(word.form in _DASHES for word in context.words[index + 1 : index + _LONGEST_PARENTHESIS])


def _past_parenthesis(context: Context, index: int) -> int:
    opening = context.words[index].form
    for word in context.words[index + 1 : index + _LONGEST_PARENTHESIS]:
        if (opening in _OPEN and word.form in _CLOSE) or (opening in _DASHES and word.form in _DASHES):
            return word.index + 1
    return index + 1


def _past_phrase(context: Context, index: int, limit: int) -> int:
    """The index after an adverbial phrase that begins at a word: its subtree, or its noun and what qualifies that."""
    word = context.words[index]
    if (name := marked_name(context, word)) is not None:
        after = context.sentence.first_from(name[1])
        return after.index if after else len(context.words)
    head = context.sentence.head(word) if word.upos == "ADP" else word
    if head is None or head.index < index:
        return index + 1
    last = head.index
    for inner in context.sentence.subtree(head):
        if inner.relation == "nsubj" or inner.start >= limit:
            break
        if inner.index == last + 1 or inner.index <= last:
            last = max(last, inner.index)
    following = last + 1
    while following < len(context.words) and context.words[following].key in boundary("time"):
        following += 1
    return following
