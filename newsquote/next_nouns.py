"""The noun that begins after a verb or its sayer, by form and surface, whatever the parser tagged it."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.openings import ITSELF, find_opening
from newsquote.syntax import Word
from newsquote.text import fold

_SETTING = 16  # words of a phrase between commas


def next_noun(context: Context, offset: int) -> Word | None:
    """The noun that begins after an offset, past commas, words of time and manner, and settings between commas."""
    skip_until = offset
    for word in context.sentence.between(offset, context.sentence.end):
        if word.start < skip_until or word.upos == "PUNCT" or word.key in boundary("time"):
            continue
        if word.upos == "ADP" and (end := _past_parenthetical(context, word)):
            skip_until = end
            continue
        if fold(context.text[slice(*word.token)]) in boundary("manner"):
            continue
        if what_clause(context, word) or _cut_noun(context, word):
            return word
        follows = context.words[word.index - 1].upos != "PUNCT"
        definite = word.upos == "PROPN" or (word.upos == "ADJ" and word.key.startswith("ال"))
        other = follows and definite  # اتهمت المنظمة الدولية | الحوثيين، اتهم الوزير | إيران
        return word if (other or word.upos in ("NOUN", "VERB")) and not claims_content(context, word) else None
    return None


def claims_content(context: Context, word: Word) -> bool:
    """Whether a word is a cue with a content of its own, more than a masdar that is another's object: نفى الاتهامات."""
    cue = context.cue_at.get(word.index)
    return cue is not None and (cue.form.shape != "masdar" or find_opening(context, cue) is not None)


def _cut_noun(context: Context, word: Word) -> bool:
    """Whether a noun lost its first letter to the س of the future: س+يطرت+ها."""
    verb = context.after(word)
    if word.key != "س" or verb is None or verb.token != word.token:
        return False
    return verb.key.endswith("ت") and context.sentence.has_pronoun(verb)


def noun_by_form(context: Context, word: Word) -> bool:
    """Whether an object is a noun whatever its tag: إياها, or a masdar with a pronoun (تنحيه)."""
    if word.upos == "PRON":
        return word.key.startswith(ITSELF) or what_clause(context, word)
    return word.upos == "VERB" and context.sentence.has_pronoun(word)


def what_clause(context: Context, word: Word) -> bool:
    """Whether ما with its verb stands for a noun: نفى الناطق ما تردد."""
    following = context.after(word)
    if word.key != "ما" or following is None or following.upos != "VERB":
        return False
    return following.key not in boundary("naming")  # زعم ما يسمى «الجيش» مسؤوليته


def _past_parenthetical(context: Context, preposition: Word) -> int | None:
    """The offset of the comma that closes a phrase between commas: اتهم الوزير، في بيان نشره أمس، المعارضة."""
    if context.words[preposition.index - 1].form not in "،,":
        return None
    for word in context.words[preposition.index + 1 : preposition.index + _SETTING]:
        if word.form in "،,":
            return word.start
        if (cue := context.cue_at.get(word.index)) and cue.finite:
            return None
    return None
