"""Contents after one of the verb's own prepositions: دعا إلى وقف النار، طالبت اللجنة بالتحقيق، وصف التأخير بالفضيحة."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.object_nouns import object_right_after
from newsquote.outlets import leads_to_outlet
from newsquote.syntax import Word

_REACH = 40
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"})
_FUSED = frozenset({"ب", "ل"})
_NO_SETTING = frozenset({"عن", "من"})  # كشف عن لقاء; but دعا إلى حفل invites


@dataclass(frozen=True)
class Complement:
    """Where a noun-phrase content begins.

    Attributes:
        start: Offset before which the sayer stands.
        content: Offset at which the content begins.
        linked: The parse makes it the verb's dependent.
    """

    start: int
    content: int
    linked: bool


def find_prepositional(context: Context, cue: Cue, limit: int | None = None) -> Complement | None:
    """The noun phrase after one of the verb's own prepositions."""
    nearest: Complement | None = None
    last: Complement | None = None
    for preposition in _own_prepositions(context, cue, limit or context.sentence.end):
        found = Complement(preposition.start, begin(context, preposition), _linked(context, preposition, cue))
        if found.linked:
            return found
        # a verb taken for another word breaks the tree: عبّر ناشطون عن
        if not cue.tagged or _object_stands_first(context, cue):
            return replace(found, linked=True)
        if not _in_name(context, preposition, cue):
            nearest = nearest or found
        elif preposition.key == "ب" and _needs(cue, "ب"):  # طالب سكان الحي بالتحقيق: few names hold a ب
            last = last or found
    return nearest or last


def _own_prepositions(context: Context, cue: Cue, limit: int) -> Iterator[Word]:
    """The prepositions after a verb that its frames name, up to the next verb, with a noun that can be a content."""
    frames = cue.verb.noun_prepositions
    relative = False
    skip_until = cue.word.end
    for word in context.words[cue.word.index + 1 : cue.word.index + _REACH] if frames else ():
        if word.start >= limit:
            return
        if word.start < skip_until:
            continue
        if quotation := context.quotation_at(word.start):
            skip_until = quotation.outer[1]
        elif word.key in boundary("relative"):
            relative = True
        elif word.key in frames and not leads_to_outlet(context, word) and _is_content(context, cue, word):
            yield word
        elif word.upos == "VERB":
            if not relative and (word.relation != "acl" or cue.takes("noun")):
                return
            relative = False


def _needs(cue: Cue, preposition: str) -> bool:
    """Whether a verb has no other noun phrase for its content than one after a preposition: رحب سكان الحي بالقرار."""
    if cue.verb.family == "calling":
        return True
    nouns = [frame for frame in cue.verb.takes if frame.endswith("noun")]
    return cue.verb.family != "saying" and not cue.verb.common and nouns == [f"{preposition} noun"]


def _object_stands_first(context: Context, cue: Cue) -> bool:
    """Whether whom a call is made to stands between verb and preposition: داعيا اللجنة إلى؛ وطالبت المسؤولين ب."""
    if cue.verb.addressee != "object" or cue.verb.family != "calling":
        return False
    return not cue.finite or object_right_after(context, cue) is not None


def _is_content(context: Context, cue: Cue, preposition: Word) -> bool:
    following = context.after(preposition)
    if following is None or following.key in boundary("complementizer"):
        return False
    if preposition.key == "ب" and following.key == "اسم":  # المتحدث باسم الوزارة
        return False
    if following.upos == "PRON" and following.key != "ما":
        return False
    if any(following.key in boundary(kind) for kind in ("time", "thanks", "saying-so")):
        return False
    if following.key in boundary("setting") and preposition.key not in _NO_SETTING:
        return False
    possessed = context.after(following)
    if possessed is not None and possessed.key in boundary("thanks"):  # عبر عن بالغ شكره
        return False
    if possessed is not None and following.key in boundary("same"):
        following = possessed  # رحب بجميع الوفود
    return cue.verb.takes_object(following.key)


def begin(context: Context, preposition: Word) -> int:
    """The offset at which a content begins: after its preposition, unless that is one with the next word."""
    following = context.words[preposition.index + 1]
    fused = preposition.key in _FUSED or following.token == preposition.token
    return preposition.token[0] if fused else following.start


def _linked(context: Context, preposition: Word, cue: Cue) -> bool:
    head = context.sentence.head(preposition)
    return head is not None and head.head == cue.word.index


def _in_name(context: Context, preposition: Word, cue: Cue) -> bool:
    """Whether the phrase qualifies a noun before it: المتحدث باسم الوزارة."""
    if context.quotation_at(context.words[preposition.index + 1].start):
        return False
    head = context.sentence.head(preposition)
    governor = context.sentence.head(head) if head else None
    if governor is None or governor.key in boundary("setting"):
        return False
    if governor.relation == "obj" and governor.head == cue.word.index and cue.verb.addressee == "object":
        return False  # وصف التدمير بالمأساة
    if cue.verb.addressee == "object" and preposition.key != "ب" and _called(context, cue, governor):
        return False  # دعا المواطنين كافة إلى الهدوء
    return cue.word.index < governor.index < preposition.index and governor.upos in _NOMINAL


def _called(context: Context, cue: Cue, word: Word) -> bool:
    """Whether a word belongs to the one called upon."""
    while word.relation in ("nmod", "amod", "conj", "flat") and word.head > cue.word.index:
        word = context.words[word.head]
    return word.head == cue.word.index and (word.relation == "obj" or not cue.finite)
