"""Outlets and audiences: to whom a sayer speaks, which is no part of the sayer's name."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.syntax import Word
from newsquote.text import fold

_AGENCY = fold("الوكالة")
_OF_STATES = frozenset(map(fold, ("الدولية", "الأممية")))  # الوكالة الدولية للطاقة الذرية reports no news


def leads_to_outlet(context: Context, word: Word) -> bool:
    """Whether a preposition leads to an outlet."""
    if word.key not in ("ل", "مع", "لـ") or word.index + 1 >= len(context.words):
        return False
    following = context.words[word.index + 1]
    noun = _noun_key(word, following)
    if noun in boundary("medium"):
        qualifier = context.after(following)
        return noun != _AGENCY or qualifier is None or qualifier.key not in _OF_STATES
    if word.key != "ل":
        return False
    quotation = context.quotation_at(following.start)
    if quotation is None:
        return following.form.isascii()
    named = next(context.sentence.between(*quotation.inner), None)
    return named is None or named.key not in boundary("name-noun") - boundary("medium")  # الأمين العام لـ«حزب الله»


def leads_to_audience(context: Context, word: Word) -> bool:
    """Whether a preposition leads to those spoken to: للصحفيين."""
    following = context.after(word)
    return word.key == "ل" and following is not None and _noun_key(word, following) in boundary("audience")


def _noun_key(preposition: Word, noun: Word) -> str:
    """The key of a noun with its article, where ل has swallowed the alif of it: ل + لصحفيين."""
    swallowed = preposition.key == "ل" and noun.token == preposition.token and noun.key.startswith("ل")
    return "ا" + noun.key if swallowed else noun.key
