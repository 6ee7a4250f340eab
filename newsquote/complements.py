"""Noun phrases that are the content of a reporting verb: دعا إلى وقف النار، نفى التهم، اتهم الحكومة بالفساد."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.noun_phrases import noun_phrase_after, phrase_start
from newsquote.object_nouns import object_right_after
from newsquote.openings import Opening, find_opening
from newsquote.outlets import leads_to_outlet
from newsquote.sayers import find_sayer, without_object
from newsquote.subjects import antecedent
from newsquote.syntax import Word
from newsquote.text import fold

_REACH = 40
_SETTING = 16  # words of a phrase between commas
_SECOND_OBJECT = 8  # words from an accused to what he is charged with
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"})
_NOMINAL_FAMILIES = frozenset({"accusing", "praising", "denying"})
_ITSELF = "ايا"  # إياها, however it is tagged
_FUSED = frozenset({"ب", "ل"})


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


def find_complement(context: Context, cue: Cue, *, limit: int | None = None) -> Complement | None:
    """The noun phrase that the verb's frame calls for, after its preposition or as its direct object."""
    limit = limit or context.sentence.end
    accusing = not cue.finite and cue.verb.object_in_content
    complement = None if accusing else find_prepositional(context, cue, limit)
    if cue.verb.object_in_content or (complement is None and cue.takes("noun")):
        direct = _told_by_agreement(context, cue) or _direct(context, cue, limit)
        if direct and (complement is None or direct.content < complement.content):
            return direct
    return complement


def sure_complement(context: Context, cue: Cue) -> Complement | None:
    """The noun phrase after a verb; after an everyday word (``Verb.common``) only one that the parse agrees on."""
    complement = find_complement(context, cue)
    return complement if complement and (complement.linked or not cue.verb.common) else None


def before_quotation(context: Context, cue: Cue, opening: Opening) -> bool:
    """Whether the quotation is but a part of the verb's noun phrase: اعتبر الخطوة "خطيرة"؛ دعا إلى الهدوء، مثل: …"""
    if opening.kind == "clause" or (context.text[opening.start] == ":" and not _calls(cue)):
        return False
    complement = find_complement(context, cue)
    said = opening.quotation
    if complement is None or (said and said.inner[0] <= complement.content < said.inner[1]):
        return False
    if complement.content < opening.start:
        return (complement.linked and _takes_noun(cue)) or (_calls(cue) and not cue.verb.common)
    return complement.linked and _takes_noun(cue) and opening.start - cue.word.end <= 1  # انتقد "رئيس المجلس" القرار


def _takes_noun(cue: Cue) -> bool:
    return cue.verb.object_in_content or (cue.verb.family in _NOMINAL_FAMILIES and cue.takes("noun"))


def _calls(cue: Cue) -> bool:
    return cue.verb.family == "calling" and any(" noun" in frame for frame in cue.verb.takes)


def find_prepositional(context: Context, cue: Cue, limit: int | None = None) -> Complement | None:
    """The noun phrase after one of the verb's own prepositions."""
    nearest: Complement | None = None
    last: Complement | None = None
    for preposition in _own_prepositions(context, cue, limit or context.sentence.end):
        found = Complement(preposition.start, _begin(context, preposition), _linked(context, preposition, cue))
        if found.linked:
            return found
        # a verb taken for another word breaks the tree: عبّر ناشطون عن
        if not cue.tagged or _object_stands_first(context, cue):
            return replace(found, linked=True)
        if not _in_name(context, preposition, cue):
            nearest = nearest or found
        elif cue.verb.family == "calling" and preposition.key == "ب":  # طالب سكان الحي بالتحقيق: few names hold a ب
            last = last or found
    return nearest or last


def _own_prepositions(context: Context, cue: Cue, limit: int) -> Iterator[Word]:
    """The prepositions after a verb that its frames name, up to the next verb, with a noun that can be a content."""
    frames = {fold(frame.split()[0]) for frame in cue.verb.takes if frame.endswith(" noun")}
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
            if not relative:
                return
            relative = False


def _object_stands_first(context: Context, cue: Cue) -> bool:
    """Whether whom a call is made to stands between verb and preposition: داعيا اللجنة إلى؛ وطالبت المسؤولين ب."""
    if cue.verb.addressee != "object" or cue.verb.family != "calling":
        return False
    return not cue.finite or object_right_after(context, cue) is not None


def _is_content(context: Context, cue: Cue, preposition: Word) -> bool:
    following = next((w for w in context.words[preposition.index + 1 : preposition.index + 2]), None)
    if following is None or following.key in boundary("complementizer"):
        return False
    if following.upos == "PRON" and following.key != "ما":
        return False
    if any(following.key in boundary(kind) for kind in ("setting", "time", "thanks")):
        return False
    return cue.verb.takes_object(following.key)


def _begin(context: Context, preposition: Word) -> int:
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


def _told_by_agreement(context: Context, cue: Cue) -> Complement | None:
    noun = object_right_after(context, cue) if cue.finite else None
    if noun is None or not cue.verb.takes_object(noun.key):
        return None
    return Complement(noun.start, phrase_start(context, noun), linked=True)


def _direct(context: Context, cue: Cue, limit: int) -> Complement | None:
    if not cue.finite and cue.verb.object_in_content:
        following = context.words[cue.word.index + 1 : cue.word.index + 2]
        return next(
            (
                Complement(w.start, w.start, linked=True)
                for w in following
                if w.upos in ("NOUN", "PROPN", "PRON", "X") or w.key.startswith(_ITSELF)
            ),
            None,
        )
    near = _after_verb(context, cue) or _after_sayer(context, cue, limit)
    if near and not cue.finite:
        return near
    for child in context.sentence.children(cue.word, "obj", "xcomp", "ccomp"):
        if not cue.word.index < child.index or child.start >= limit or not _may_be_content(context, cue, child):
            continue
        if child.key in boundary("time") and (later := _next_noun(context, child.end)):
            child = later  # noqa: PLW2901 - a day between verb and object
        if child.upos not in _NOMINAL and not _noun_by_form(context, child):
            continue
        subtree = [word for word in context.sentence.subtree(child) if cue.word.index < word.index <= child.index]
        first = next((w for w in subtree if w.upos not in ("PUNCT", "CCONJ") and w.key not in boundary("time")), child)
        sayer = find_sayer(context, cue, first.start) if cue.finite else None
        if sayer and sayer.source and sayer.source[0] <= first.start < sayer.source[1]:
            continue
        if context.words[first.index - 1].form in "،," and (apposed := _past_apposition(context, cue, first)):
            first = apposed
        if near is None or first.start <= near.content:
            near = Complement(first.start, phrase_start(context, first), linked=True)
        break
    return near


def _may_be_content(context: Context, cue: Cue, child: Word) -> bool:
    """Whether a dependent of the verb is no pronoun fused to it, no cue, no predicate, and a noun that it takes."""
    if child.token == cue.word.token or child.index in context.cue_at or not cue.verb.takes_object(child.key):
        return False
    return child.upos != "ADJ" or not cue.verb.object_in_content


def _noun_by_form(context: Context, word: Word) -> bool:
    """Whether an object is a noun whatever its tag: إياها, or a masdar with a pronoun (تنحيه)."""
    if word.upos == "PRON":
        return word.key.startswith(_ITSELF) or _what(context, word)
    return word.upos == "VERB" and context.sentence.has_pronoun(word)


def _past_apposition(context: Context, cue: Cue, first: Word) -> Word | None:
    """The noun after an apposed title that the parser took for the object: أعلنت الكتائب، الجناح العسكري، مسؤوليتها."""
    source = noun_phrase_after(context, cue.word.index + 1, context.sentence.end, object_follows=True)
    if source is None or not source[0] < first.start < source[1]:
        return None
    return _next_noun(context, source[1])


def _after_sayer(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The noun right after the sayer's phrase, where the parser sees no object."""
    if not cue.finite:
        return None
    source = noun_phrase_after(context, cue.word.index + 1, limit, object_follows=True)
    if source and cue.verb.object_in_content:
        source = without_object(context, cue, source)
    noun = _next_noun(context, source[1]) if source else None
    if noun is None or noun.start >= limit or not _held(context, cue, noun):
        return None
    return Complement(noun.start, phrase_start(context, noun), linked=bool(cue.verb.objects))  # its words tell it


def _after_verb(context: Context, cue: Cue) -> Complement | None:
    """The noun right after a verb whose sayer stands before it: الذي أعلن اعتزاله؛ الوزير يعلن استقالته؛ مبديا أسفه."""
    following = next(iter(context.words[cue.word.index + 1 : cue.word.index + 2]), None)
    if following is None or (
        following.upos != "NOUN" and not (_what(context, following) if cue.finite else following.key == "ما")
    ):
        return None
    if not _held(context, cue, following):
        return None
    if (other := context.cue_at.get(following.index)) and (cue.finite or find_opening(context, other)):
        return None
    if not cue.finite:
        return Complement(following.start, phrase_start(context, following), linked=bool(cue.verb.objects))
    subjects = context.sentence.children(cue.word, "nsubj")
    preceded = bool(subjects) and all(subject.index < cue.word.index for subject in subjects)
    if not preceded and following.key != "ما" and not antecedent(context, cue):
        return None
    return Complement(following.start, phrase_start(context, following), linked=bool(cue.verb.objects))


def _held(context: Context, cue: Cue, noun: Word) -> bool:
    """Whether a noun can be the verb's object, or the first of two: حمّلت النقابة [الشركة مسؤولية] الحادث."""
    if cue.verb.takes_object(noun.key):
        return True
    if not (cue.verb.object_in_content and cue.verb.objects):
        return False
    for word in context.words[noun.index + 1 : noun.index + _SECOND_OBJECT]:
        if word.upos in ("VERB", "PUNCT"):
            return False
        if cue.verb.takes_object(word.key):
            return True
    return False


def _next_noun(context: Context, offset: int) -> Word | None:
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
        if _what(context, word):
            return word
        return word if word.upos in ("NOUN", "VERB") and word.index not in context.cue_at else None
    return None


def _what(context: Context, word: Word) -> bool:
    """Whether ما with its verb stands for a noun: نفى الناطق ما تردد."""
    following = next(iter(context.words[word.index + 1 : word.index + 2]), None)
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
