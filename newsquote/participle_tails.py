"""Participles that end a statement: with them its sayer says, or does, the next thing."""

import regex

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.openings import find_opening
from newsquote.phrase_ends import accusative
from newsquote.prepositional_complements import find_prepositional
from newsquote.syntax import Word

_ACTIVE = regex.compile(r"م\w{3,}ا|\wا\w\wا")


def next_participle(context: Context, cue: Cue, *, noun: bool, pause: bool) -> bool:
    """Whether a participle in a statement begins the sayer's next one.

    Args:
        context: The sentence.
        cue: The participle.
        noun: Whether the statement is a noun phrase, of which little can be told by a participle.
        pause: Whether a comma or a closing quotation mark stands before it.
    """
    if find_opening(context, cue) or (pause and (_masculine(cue) or _reports(context, cue))):
        return True
    return _goes_on(context, cue) if noun else _masculine(cue) and _reports_at_once(context, cue)


def circumstance(word: Word) -> bool:
    """Whether a word tells what the sayer does meanwhile, whatever its verb: رحب بالقرار، معيدا التذكير بشروطه."""
    return word.upos in ("ADJ", "NOUN") and _ACTIVE.fullmatch(word.key) is not None and accusative(word)


def _masculine(cue: Cue) -> bool:
    """Whether a participle is spelled as nothing but what its sayer does: مضيفا, but not مضيفة."""
    return cue.form.text.endswith("ا")


def _reports(context: Context, cue: Cue) -> bool:
    """Whether a participle after a comma has a content of its own: a clause, a quotation, or its preposition."""
    if find_opening(context, cue):
        return True
    following = context.words[cue.word.index + 1 : cue.word.index + 4]
    if cue.verb.addressee == "object" and cue.form.text.endswith("ا") and find_prepositional(context, cue):
        return True  # مطالبا الجهات المختصة بالتحقيق
    return cue.takes("noun") or any(word.key in cue.verb.prepositions for word in following)


def _goes_on(context: Context, cue: Cue) -> bool:
    """Whether a participle, with no pause, is the sayer's next act of speech: دعا إلى المقاطعة متهما خصومه."""
    following = context.after(cue.word)
    accused = cue.verb.object_in_content and following is not None and following.upos in ("NOUN", "PROPN")
    return accused or find_prepositional(context, cue) is not None


def _reports_at_once(context: Context, cue: Cue) -> bool:
    """Whether a participle, with no pause, has its own content right after it: …، مشيرا إلى أهمية المتابعة."""
    before = context.words[cue.word.index - 1]
    following = context.after(cue.word)
    if following is None or before.upos == "NUM":  # أحالت 41 متهما
        return False
    leads = following.key in cue.verb.noun_prepositions
    return leads or (cue.takes("noun") and following.upos == "NOUN" and following.key.startswith("ال"))
