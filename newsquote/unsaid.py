"""Verbs of saying with which nothing is said: قد يقول قائل، كما ذكرنا، مما يؤكد أن، الواقع يؤكد أن، لم يعلن عن."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.predicates import judges
from newsquote.syntax import Extent

_INFERRING = frozenset({"stressing", "showing", "denying", "revealing"})
_FROM_ANOTHER = frozenset({"saying", "adding", "answering", "relaying", "writing"})  # الضربات التي قالت إنها ضرورية
_STATED_BY_DENIAL = frozenset({"denying", "expecting", "calling", "warning", "accusing", "praising"})


def unsaid(context: Context, cue: Cue, source: Extent | None, *, noun: bool) -> str | None:
    """Why a finite verb of saying tells of no act of speech by a source; ``None`` if it does.

    Args:
        context: The sentence.
        cue: The verb.
        source: The noun phrase that would be the sayer's.
        noun: Whether the content is a noun phrase.
    """
    if _editorial(context, cue, source):
        return "the author's own word: no sayer follows"
    if _possible(context, cue):
        return "it may, should or will be said"
    if _first_person(context, cue):
        return "the author speaks for himself"
    if noun and _withheld(context, cue):
        return "it was left unsaid"
    if _inferred(context, cue, source):
        return "the author's conclusion"
    if _told_by_no_one(context, cue, source):
        return "an event, a circumstance or a picture says nothing"
    return None


def mentioned(context: Context, cue: Cue) -> bool:
    """Whether the noun is what something is said about, or could be done: إن تصريحات الوزير "…"؛ يمكن وصفه بأنه."""
    before = context.words[max(0, cue.word.index - 1)]
    return before.index < cue.word.index and before.key in boundary("mentioning")


def _editorial(context: Context, cue: Cue, source: Extent | None) -> bool:
    """Whether a verb is the author's own, since no sayer follows it: يذكر أن; but not ما تعتبره ظالما."""
    named = source is not None and source[0] > cue.word.start
    return not named and cue.word.key in boundary("editorial") and not judges(context, cue)


def _possible(context: Context, cue: Cue) -> bool:
    """Whether the verb tells what may, should or will be said: قد يقول، سيعلن، على الشركة أن تثبت؛ but قبل أن يضيف."""
    if cue.form.shape != "imperfect" or cue.word.feats.get("Aspect") == "Perf":
        return False
    if any(word.key in boundary("future") for word in context.sentence.between(cue.extent[0], cue.word.start)):
        return True
    before = context.words[max(0, cue.word.index - 2) : cue.word.index]
    if not before:
        return False
    if before[-1].key == "قد":
        return True
    return before[-1].key == "ان" and before[0].key not in boundary("sequence")


def _first_person(context: Context, cue: Cue) -> bool:
    """Whether the author speaks for himself: ذكرنا، قلنا, which parsers cut like a pronoun object."""
    following = context.after(cue.word)
    fused = following is not None and following.token == cue.word.token and following.key == "نا"
    return fused and cue.form.shape == "perfect" and cue.verb.addressee != "object"


def _withheld(context: Context, cue: Cue) -> bool:
    """Whether a negated verb tells what was left unsaid: لم تعلن الشركة عن الأسعار; but لم يستبعد is a statement."""
    if cue.verb.family in _STATED_BY_DENIAL:
        return False
    return any(word.key in boundary("negation") for word in context.sentence.between(*cue.extent))


def _inferred(context: Context, cue: Cue, source: Extent | None) -> bool:
    """Whether the author draws a conclusion: …، مما يؤكد أن؛ الأمر الذي يثبت أن؛ but ما أكده الوزير."""
    if cue.verb.family not in _INFERRING or (source and source[0] > cue.word.start):
        return False
    before = [word.key for word in context.words[max(0, cue.word.index - 2) : cue.word.index]]
    return (
        before[-1:] == ["مما"]
        or before == ["الامر", "الذي"]
        or (before[-1:] == ["ما"] and before[0] in ("هو", "،", ","))
    )


def _told_by_no_one(context: Context, cue: Cue, source: Extent | None) -> bool:
    """Whether what would speak is an event, a circumstance or a picture: الوقائع تؤكد أن; but وصف الوضع بأنه."""
    if source is None or cue.verb.family in _FROM_ANOTHER:
        return False
    if source[0] > cue.word.start and cue.verb.family not in _INFERRING:
        return False
    for word in context.sentence.between(*source):
        if word.upos in ("NOUN", "PROPN", "X") and word.key not in boundary("same"):
            return word.key.removeprefix("ال") in boundary("mute")
    return False
