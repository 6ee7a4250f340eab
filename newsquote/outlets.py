"""Outlets and audiences: to whom a sayer speaks, which is no part of the sayer's name."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_LONGEST_NAME = 4  # words
_AGENCY = fold("الوكالة")
_OF_STATES = frozenset(map(fold, ("الدولية", "الأممية")))  # الوكالة الدولية للطاقة الذرية reports no news


def leads_to_outlet(context: Context, word: Word) -> bool:
    """Whether a preposition leads to an outlet: لصحيفة، في حديث إلى قناة، في مقابلة مع "النهر"."""
    if word.key not in ("ل", "مع", "لـ", "الي") or word.index + 1 >= len(context.words):
        return False
    talk = _after_talk(context, word)
    if word.key == "الي" and not talk:
        return False
    following = context.words[word.index + 1]
    noun = _noun_key(word, following)
    if noun in boundary("medium"):
        qualifier = context.after(following)
        return noun != _AGENCY or qualifier is None or qualifier.key not in _OF_STATES
    if word.key != "ل" and not talk:
        return False
    quotation = context.quotation_at(following.start)
    if quotation is None:
        return following.form.isascii()
    named = next(context.sentence.between(*quotation.inner), None)
    return named is None or named.key not in boundary("name-noun") - boundary("medium")  # الأمين العام لـ«حزب الله»


def marked_name(context: Context, preposition: Word) -> Extent | None:
    """Where an outlet's name in marks or brackets stands right after ل: لـ«النهر», لـ(النهر); ``None`` for no such."""
    following = context.after(preposition)
    if following is None or preposition.key not in ("ل", "لـ"):
        return None
    if quotation := context.quotation_at(following.start):
        named = sum(1 for _ in context.sentence.between(*quotation.inner)) <= _LONGEST_NAME
        return quotation.outer if named and leads_to_outlet(context, preposition) else None
    if following.form != "(":
        return None
    inside = context.words[following.index + 1 : following.index + _LONGEST_NAME + 2]
    closing = next((word for word in inside if word.form == ")"), None)
    return (following.start, closing.end) if closing else None


def passes_on(context: Context, word: Word) -> bool:
    """Whether a verb says which outlet passes on what was said: بيان نقلته وكالة …، في مقابلة نشرتها صحيفة …"""
    key = fold(context.text[slice(*word.token)])
    passed = key in boundary("passing-on") or (key in boundary("publishing") and _after_talk(context, word))
    return word.upos == "VERB" and passed


def _after_talk(context: Context, word: Word) -> bool:
    """Whether a noun of talk stands before a word: في حديثها إلى."""
    before = [each for each in context.words[max(0, word.index - 2) : word.index] if each.upos != "PRON"]
    return bool(before) and before[-1].key in boundary("talk")


def leads_to_audience(context: Context, word: Word) -> bool:
    """Whether a preposition leads to those spoken to: للصحفيين."""
    following = context.after(word)
    return word.key == "ل" and following is not None and _noun_key(word, following) in boundary("audience")


def _noun_key(preposition: Word, noun: Word) -> str:
    """The key of a noun with its article, where ل has swallowed the alif of it: ل + لصحفيين."""
    swallowed = preposition.key == "ل" and noun.token == preposition.token and noun.key.startswith("ل")
    return "ا" + noun.key if swallowed else noun.key
