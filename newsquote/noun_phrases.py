"""Noun phrases as names of sayers: titles, names in quotation marks, appositions, modifiers; no relative clauses."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.phrase_ends import NOMINAL, accusative, ends_phrase, misread_name, modifies, rest_of_name
from newsquote.syntax import Extent, Quotation, Word
from newsquote.text import fold

_OPEN, _CLOSE = "([", ")]"
_DASHES = frozenset("-–—")
_COMMAS = frozenset("،,")
_LONGEST_NAME = 9  # words in quotation marks
_LONGEST_PARENTHESIS = 20  # words
_LONGEST_APPOSED = 4  # words of a name between commas
_PLACE = 7  # words between a title and the name apposed to it


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
        elif before and _ali(context, word, before):
            index, end = index + 1, word.end
        elif word.form in _COMMAS or (word.upos == "ADP" and not modifies(context, word)):
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


def _ali(context: Context, word: Word, before: Word) -> bool:
    """Whether a word is no preposition but the name: المهندس علي."""
    named = context.article.ali_is_a_name or before.key in boundary("honorific")
    return named and context.text[slice(*word.token)] == "علي"


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
    comma = index if context.words[index].form in _COMMAS else _comma_past_place(context, index, limit)
    if comma is None:
        return None
    words, begin = context.words, comma + 1
    if name := _name_between_commas(context, begin, limit):
        return name.index + 1, name.end
    if not _apposed(context, begin, limit):
        return None
    end = begin
    while end < len(words) and words[end].start < limit and words[end].form not in _COMMAS:
        if words[end].upos in ("VERB", "SCONJ") and context.quotation_at(words[begin].start) is None:
            return None
        end += 1
    if object_follows and (end >= len(words) or words[end].form not in _COMMAS):
        return None
    extent = noun_phrase(context, begin, words[end].start if end < len(words) else limit)
    return (end, extent[1]) if extent else None


def _name_between_commas(context: Context, index: int, limit: int) -> Word | None:
    """The last word of a name between commas whose first word is taken for a verb: الأمين العام، ينس ستولتنبرغ، إن."""
    words = context.words[index : index + _LONGEST_APPOSED + 1]
    end = next((at for at, word in enumerate(words) if word.form in _COMMAS), 0)
    if end < 2 or words[end].start >= limit:
        return None
    ali = _ali(context, words[0], context.words[index - 1])
    if words[0].upos not in ("VERB", "ADJ") and not ali:
        return None
    if words[0].index in context.cue_at or words[0].key.startswith("ال") or accusative(words[0]):
        return None
    rest = [word for word in words[1:end] if word.key not in boundary("name-particle")]
    bare = all(word.upos in ("PROPN", "X", "ADJ") and not word.key.startswith("ال") for word in rest[1:])
    tags = ("PROPN", "X", "NOUN") if ali else ("PROPN", "X")
    named = bare and all(word.upos in tags and not word.key.startswith("ال") for word in rest[:1])  # مني أركو مناوي
    return words[end - 1] if named else None


def _apposed(context: Context, index: int, limit: int) -> bool:
    """Whether what begins at a word can be a name or title of the phrase before it."""
    words = context.words
    if index >= len(words) or words[index].start >= limit:
        return False
    word = words[index]
    if context.quotation_at(word.start) is None and (word.upos not in NOMINAL or word.upos == "PRON"):
        return False
    if any(each.key in boundary("adverbial") for each in words[index : index + 2]):
        return False
    if _possessed(words, index) or accusative(word) or word.index in context.cue_at:
        return False
    return word.key not in boundary("relative") and word.key not in boundary("setting")


def _comma_past_place(context: Context, index: int, limit: int) -> int | None:
    """The comma behind a place that the parser hangs on the verb: قال المدير | في حلب، سالم عواد، إن."""
    words = context.words[index : index + _PLACE]
    if words[0].key not in ("في", "ب") or (len(words) > 1 and words[1].key in boundary("setting")):
        return None
    for word in words[1:]:
        if word.start >= limit or word.upos == "VERB" or word.key in boundary("time"):
            return None
        if word.form in _COMMAS:
            return word.index
    return None


def _possessed(words: Sequence[Word], index: int) -> bool:
    """A noun with a pronoun (مسؤوليتها) is no apposition; a foreign name that was cut so (أول+ها) is."""
    pronoun, following = words[index + 1 : index + 2], words[index + 2 : index + 3]
    fused = any(word.token == words[index].token and word.upos == "PRON" for word in pronoun)
    return fused and not any(word.upos in ("PROPN", "X") for word in following)


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
