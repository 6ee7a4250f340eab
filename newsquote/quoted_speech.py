"""Whether words in quotation marks after a verb are what was said, or a name, or a few words of something longer."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.syntax import Quotation, Word
from newsquote.text import fold

_PREPOSITIONS = frozenset(map(fold, ("ب", "إلى", "من", "على", "عن", "في", "ل")))


def is_speech(context: Context, cue: Cue, mark: Word, quotation: Quotation) -> bool:
    """Whether a quotation without a colon is what was said, not the name of an outlet or a scare quote.

    Args:
        context: The sentence.
        cue: The verb before.
        mark: The word that is the opening mark.
        quotation: The quotation.
    """
    before = context.words[mark.index - 1]
    if cue.verb.common and _apart(context, cue, before):
        return False
    inner = [word for word in context.sentence.between(*quotation.inner) if word.upos not in ("PUNCT", "NUM", "SYM")]
    clause = any(word.upos == "VERB" for word in inner)
    if before.index == cue.word.index or before.form in "،,-–—":
        return clause or (len(inner) > 2 and not _names_sayer(context, cue, before, quotation))
    if before.key in boundary("name-noun") or before.key in _PREPOSITIONS or before.token == mark.token:
        return False
    return len(inner) > 4 or (clause and len(inner) > 2)


def _apart(context: Context, cue: Cue, before: Word) -> bool:
    """Whether an everyday verb has an object of its own, and the quotation is another's: واصل دراسته في معهد "…"."""
    if before.upos in ("PUNCT", "PRON") or before.key in boundary("saying-so"):
        return False
    following = context.words[cue.word.index + 1]
    if following.token == cue.word.token:
        return cue.verb.addressee != "object"
    return following.relation == "obj" and context.sentence.has_pronoun(following)


def _names_sayer(context: Context, cue: Cue, before: Word, quotation: Quotation) -> bool:
    """Whether a quotation right after a verb is the sayer's name: أعلنت "قوات سوريا الديمقراطية" أن."""
    following = next(context.sentence.between(quotation.outer[1], context.sentence.end), None)
    if following is None or before.index != cue.word.index:
        return False
    return following.key in boundary("complementizer") | boundary("time") | cue.verb.prepositions


def passed_on(context: Context, cue: Cue) -> bool:
    """Whether a verb tells who brought out what another said: قال في تصريحات نشرتها صحيفة: …"""
    if not cue.finite or cue.verb.family not in ("relaying", "writing") or not context.sentence.has_pronoun(cue.word):
        return False
    before = context.words[max(0, cue.word.index - 2) : cue.word.index]
    if not before or before[-1].key == "ما":
        return len(before) > 1 and before[0].key in ("حسب", "بحسب", "وفق", "ل")
    return before[-1].upos in ("NOUN", "ADJ")
