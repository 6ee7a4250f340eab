"""Names and titles apposed to a noun phrase at a comma: الأمين العام، ينس ستولتنبرغ، إن."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.countries import countries
from newsquote.phrase_ends import NOMINAL, accusative, is_ali
from newsquote.syntax import Word

COMMAS = frozenset("،,")
_LONGEST_APPOSED = 4  # words of a name between commas
_PLACE = 7  # words between a title and the name apposed to it


def comma_past_place(context: Context, index: int, limit: int) -> int | None:
    """The comma behind a place that the parser hangs on the verb: قال المدير | في حلب، سالم عواد، إن."""
    words = context.words[index : index + _PLACE]
    if words[0].key not in ("في", "ب") or (len(words) > 1 and words[1].key in boundary("setting")):
        return None
    for word in words[1:]:
        if word.start >= limit or word.upos == "VERB" or word.key in boundary("time"):
            return None
        if word.form in COMMAS:
            return word.index
    return None


def name_between_commas(context: Context, index: int, limit: int) -> Word | None:
    """The last word of a name between commas whose first word is taken for a verb: الأمين العام، ينس ستولتنبرغ، إن."""
    words = context.words[index : index + _LONGEST_APPOSED + 1]
    end = next((at for at, word in enumerate(words) if word.form in COMMAS), 0)
    if end < 2 or words[end].start >= limit:
        return None
    ali = is_ali(context, words[0], context.words[index - 1])
    if words[0].upos not in ("VERB", "ADJ") and not ali:
        return None
    if words[0].index in context.cue_at or words[0].key.startswith("ال") or accusative(words[0]):
        return None
    rest = [word for word in words[1:end] if word.key not in boundary("name-particle")]
    bare = all(word.upos in ("PROPN", "X", "ADJ") and not word.key.startswith("ال") for word in rest[1:])
    tags = ("PROPN", "X", "NOUN") if ali else ("PROPN", "X")
    named = bare and all(word.upos in tags and not word.key.startswith("ال") for word in rest[:1])  # مني أركو مناوي
    return words[end - 1] if named else None


def apposed_up_to(context: Context, index: int, limit: int, *, closed: bool) -> int | None:
    """The index up to which what begins at a word may be apposed; of a comma, if it must be closed by one."""
    words = context.words
    if not _may_be_apposed(context, index, limit):
        return None
    end = index
    while end < len(words) and words[end].start < limit and words[end].form not in COMMAS:
        if words[end].upos in ("VERB", "SCONJ") and context.quotation_at(words[index].start) is None:
            return None
        end += 1
    comma = end < len(words) and words[end].form in COMMAS
    return end if comma or not closed else None


def _may_be_apposed(context: Context, index: int, limit: int) -> bool:
    """Whether what begins at a word can be a name or title of the phrase before it."""
    words = context.words
    if index >= len(words) or words[index].start >= limit:
        return False
    word = words[index]
    if context.quotation_at(word.start) is None and (word.upos not in NOMINAL or word.upos == "PRON"):
        return False
    if word.key in countries() and any(each.form in COMMAS for each in words[index + 1 : index + 2]):
        return False  # حذر الوزير المصري، إسبانيا، من
    if any(each.key in boundary("adverbial") for each in words[index : index + 2]):
        return False
    if _possessed(words, index) or accusative(word) or word.index in context.cue_at:
        return False
    return word.key not in boundary("relative") and word.key not in boundary("setting")


def _possessed(words: Sequence[Word], index: int) -> bool:
    """A noun with a pronoun (مسؤوليتها) is no apposition; a foreign name that was cut so (أول+ها) is."""
    pronoun, following = words[index + 1 : index + 2], words[index + 2 : index + 3]
    fused = any(word.token == words[index].token and word.upos == "PRON" for word in pronoun)
    return fused and not any(word.upos in ("PROPN", "X") for word in following)
