"""Words at which a statement is over and its author goes on by himself."""

from functools import cache
from typing import Literal

import regex

from newsquote.boundaries import boundary
from newsquote.complements import sure_complement
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.noun_tails import contrasts, leaves_noun, told
from newsquote.openings import find_opening, verbatim
from newsquote.participle_tails import next_participle
from newsquote.sayers import find_sayer
from newsquote.source_phrases import PhraseInText, source_phrase_at
from newsquote.syntax import Word
from newsquote.text import fold
from newsquote.untold import left_untold

Shape = Literal["clause", "noun", "predication"]
"""What a statement is: a clause, a noun phrase, or an object with what is said of it (اعتبر القرار خاطئا)."""

COMMAS = frozenset("،,؛;-–—.")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADP"})
_SHORT_TAIL = 14  # words
_LONGEST_PHRASE = 24  # letters
_NEAR, _FAR = 4, 8  # words from a conjunction to the verb that it coordinates, before and after a pause


def author_resumes(context: Context, word: Word, *, start: int, shape: Shape) -> bool:
    """Whether the author speaks again from a word on.

    Args:
        context: The sentence.
        word: A word of the statement, outside quotations.
        start: Where the statement begins.
        shape: What the statement is; a noun phrase takes in less than a clause.
    """
    before = context.before(word)
    if before is None:
        return False
    comma = before.form in COMMAS
    pause = comma or before.end in context.closings or context.article.unpunctuated
    if (other := context.cue_at.get(word.index)) and other.form.shape == "participle":
        return next_participle(context, other, noun=shape == "noun", pause=pause)
    phrase = source_phrase_at(context, word)
    if (
        (pause and (phrase is not None or word.key in boundary("tail")))  # متطرقا إلى، بحسب الوزارة
        or _refers(context, word)
        or left_untold(context, word)
        or (phrase is not None and _own_words(context, phrase))
        or _accompanies(context, word, shape, pause=pause)
        or (comma and (_resumptive(context, word) or _setting(context, word)))
    ):
        return True
    if pause and shape == "noun" and leaves_noun(context, word, comma=comma):
        return True
    if comma and (against := _set_against(context, word)):
        return shape != "clause" or _next_attribution(context, against, start, pause=True)
    if shape != "clause" and (contrasts(context, word, pause=pause) or told(context, word, start, pause=pause)):
        return True
    if (fused := _coordinated(context, word)) is not None:
        return _attributes(context, fused, start, pause=pause)
    return word.key in boundary("conjunction") and _next_attribution(context, word, start, pause=pause)


def _coordinated(context: Context, word: Word) -> Cue | None:
    """A reporting verb that still has its و: ، وحث الأهالي على."""
    cue = context.cue_at.get(word.index)
    fused = cue is not None and cue.finite and cue.extent[0] == word.start + 1 and word.form[0] == "و"
    return cue if fused else None


def _own_words(context: Context, phrase: PhraseInText) -> bool:
    """Whether a source phrase says once more that the sayer said it: حسب قوله، وفق تأكيده."""
    if phrase.verb:
        return False
    said = context.words[phrase.after]
    return said.upos == "PRON" or (said.key in boundary("utterance") and context.sentence.has_pronoun(said))


def _set_against(context: Context, word: Word) -> Word | None:
    """The last word of فيما, بينما or في حين before a clause; what they lead to is as often the sayer's as not."""
    following = context.after(word)
    while_ = word.key == "في" and following is not None and following.key == "حين"
    if not while_ and word.key not in boundary("contrast"):
        return None
    last = following if while_ and following else word
    said = context.after(last)
    return None if said is None or said.key in boundary("regarding") else last


def _accompanies(context: Context, word: Word, shape: Shape, *, pause: bool) -> bool:
    """Whether وذلك tells when or where something was said: وذلك قبل زيارته؛ not what it is for: وذلك بهدف حمايتها."""
    that, leading, noun = (list(context.words[word.index + 1 : word.index + 4]) + [word] * 3)[:3]
    if word.key != "و" or that.key != "ذلك" or that.token != word.token:
        return False
    said = leading.key in boundary("setting-preposition") and noun.key in boundary("setting")
    occasion = leading.key in boundary("occasion") and (pause or shape != "clause")
    return said or _refers(context, leading) or occasion


def _refers(context: Context, word: Word) -> bool:
    """Whether the reporter tells whom or what a statement hints at: في إشارة إلى الوزير."""
    following = context.after(word)
    return word.key == "في" and following is not None and following.key == "اشاره"


def _next_attribution(context: Context, conjunction: Word, start: int, *, pause: bool) -> bool:
    """Whether a conjunction leads to another attribution: قال إن … وأضاف أن …؛ …، ودعا إلى …؛ لكن الشرطة قالت إن …"""
    reach = _FAR if pause or conjunction.key in boundary("but") - boundary("and") else _NEAR
    following = context.words[conjunction.index + 1 : conjunction.index + reach]
    if (
        following
        and following[0].key in boundary("tail") | boundary("contrast")
        and following[0].token == conjunction.token
    ):
        return True
    for word in following:
        other = context.cue_at.get(word.index)
        if other and other.finite:
            return _attributes(context, other, start, pause=pause)
        if word.upos == "PRON" and word.token == conjunction.token:  # لكنه أضاف
            continue
        if word.key not in boundary("particle") and (reach < _FAR or word.upos not in _NOMINAL):
            return False
    return False


def _attributes(context: Context, cue: Cue, start: int, *, pause: bool) -> bool:
    """Whether a coordinated verb has a content of its own; without a pause a noun phrase is not sure to be one."""
    opening = find_opening(context, cue)
    if cue.described or _told_of_another(context, cue, start, opening.start if opening else context.sentence.end):
        return False
    if opening is not None or verbatim(context, cue):
        return True
    return pause and sure_complement(context, cue) is not None


def _told_of_another(context: Context, cue: Cue, start: int, limit: int) -> bool:
    """Whether a verb with no sayer agrees with one the statement is about: قال إن اللجنة اجتمعت، وأكدت أن."""
    genders = {other.form.gender for other in context.cues if other.word.end <= start and other.form.shape != "masdar"}
    if not genders or cue.form.gender in genders or None in genders or cue.verb.family == "adding":
        return False
    source = find_sayer(context, cue, limit).source
    return source is None or source[0] < cue.word.start


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
    return word.key in boundary("setting-preposition") and any(context.lexicon.noun(each.key) for each in tail[1:3])
