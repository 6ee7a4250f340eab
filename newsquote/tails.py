"""Words at which a statement is over and its author goes on by himself."""

from functools import cache

import regex

from newsquote.boundaries import boundary
from newsquote.complements import sure_complement
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.openings import find_opening
from newsquote.source_phrases import source_phrase_at
from newsquote.syntax import Word
from newsquote.text import fold

COMMAS = frozenset("،,؛;-–—.")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADP"})
_SHORT_TAIL = 14  # words
_LONGEST_PHRASE = 12  # letters
_NEAR, _FAR = 4, 8  # words from a conjunction to the verb that it coordinates, before and after a pause


def author_resumes(context: Context, word: Word, *, noun: bool) -> bool:
    """Whether the author speaks again from a word on.

    Args:
        context: The sentence.
        word: A word of the statement, outside quotations.
        noun: Whether the statement is a noun phrase, which takes in less than a clause.
    """
    before = context.words[word.index - 1] if word.index else None
    if before is None:
        return False
    comma = before.form in COMMAS
    pause = comma or before.end in context.closings
    if (other := context.cue_at.get(word.index)) and other.form.shape == "participle":
        return (pause and _reports(context, other)) or find_opening(context, other) is not None
    if pause and (word.key in boundary("tail") or source_phrase_at(context, word) or _without_details(context, word)):
        return True
    if comma and (_resumptive(context, word) or _setting(context, word)):
        return True
    if pause and noun and (word.key in boundary("noun-tail") or _finite_follows(context, word)):
        return True
    return word.key in boundary("conjunction") and _next_attribution(context, word, pause=pause)


def _finite_follows(context: Context, conjunction: Word) -> bool:
    """Whether و or بينما leads to a finite verb, which no longer belongs to a noun phrase."""
    following = next(iter(context.words[conjunction.index + 1 : conjunction.index + 2]), None)
    return conjunction.upos in ("CCONJ", "SCONJ") and following is not None and following.upos == "VERB"


def _without_details(context: Context, word: Word) -> bool:
    """The reporter's own close: …، لكنه لم يقدم المزيد من التفاصيل."""
    keys = [each.key for each in context.words[word.index : word.index + 10]]
    return keys[0] in boundary("but") and "لم" in keys[:4] and not boundary("details").isdisjoint(keys)


def _reports(context: Context, cue: Cue) -> bool:
    """Whether a participle after a comma has a content of its own: a clause, a quotation, or its preposition."""
    if find_opening(context, cue):
        return True
    following = context.words[cue.word.index + 1 : cue.word.index + 4]
    prepositions = {fold(frame.split()[0]) for frame in cue.verb.takes if " " in frame}
    return cue.takes("noun") or any(word.key in prepositions for word in following)


def _next_attribution(context: Context, conjunction: Word, *, pause: bool) -> bool:
    """Whether a conjunction leads to another attribution: قال إن … وأضاف أن …؛ …، ودعا إلى …؛ لكن الشرطة قالت إن …"""
    reach = _FAR if pause or conjunction.key in boundary("but") - boundary("and") else _NEAR
    following = context.words[conjunction.index + 1 : conjunction.index + reach]
    if following and following[0].key in boundary("tail") and following[0].token == conjunction.token:
        return True
    for word in following:
        other = context.cue_at.get(word.index)
        if other and other.finite:
            return find_opening(context, other) is not None or (pause and sure_complement(context, other) is not None)
        if word.upos == "PRON" and word.token == conjunction.token:  # لكنه أضاف
            continue
        if word.key not in boundary("particle") and (reach < _FAR or word.upos not in _NOMINAL):
            return False
    return False


def _resumptive(context: Context, word: Word) -> bool:
    """Whether words open a clause that is more often the author's than the sayer's: …، وهو ما؛ …، في حين."""
    begin = word.token[0]
    following = fold(context.text[begin : begin + _LONGEST_PHRASE])
    return begin == word.start and _tail_phrase().match(following) is not None


@cache
def _tail_phrase() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:{'|'.join(boundary('tail-phrase'))})\b")


def _setting(context: Context, word: Word) -> bool:
    """Whether a short tail says where or how it was said: ، في بيان نشرته الأحد."""
    tail = [each for each in context.words[word.index :] if each.upos != "PUNCT"]
    if len(tail) > _SHORT_TAIL or len(tail) < 2:
        return False
    if word.key == "و" and tail[1].key == "ذلك" and tail[1].token == word.token:
        return True
    return word.key in boundary("setting-preposition") and any(context.lexicon.noun(each.key) for each in tail[1:3])
