"""Contents that are the verb's direct object: نفى التهم، أعلن الوزير استقالته، متهما إياه بالكذب."""

from itertools import pairwise

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.dates import adverb
from newsquote.next_nouns import claims_content, next_noun, noun_by_form, what_clause
from newsquote.noun_phrases import noun_phrase_after, phrase_start
from newsquote.object_nouns import object_right_after
from newsquote.openings import ITSELF
from newsquote.prepositional_complements import Complement
from newsquote.sayers import find_sayer, without_object
from newsquote.subjects import antecedent
from newsquote.syntax import Word

_REACH = 25  # words from a verb to its object, past a sayer with all his titles
_SETTING = 16  # words of a phrase between commas
_SECOND_OBJECT = 8  # words from an accused to what he is charged with
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"})


def told_by_agreement(context: Context, cue: Cue) -> Complement | None:
    """The object that stands where a subject would, as agreement tells: وأكد أهمية الاتفاق."""
    noun = object_right_after(context, cue) if cue.finite else None
    if noun is None or not cue.verb.takes_object(noun.key):
        return None
    return Complement(noun.start, phrase_start(context, noun), linked=True)


def find_direct(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The object that the parser sees, or the noun right after the verb or its sayer, past what is apposed to him."""
    if stated := _stated(context, cue, limit):
        return stated
    found = _nearest(context, cue, limit)
    if found is None or (apposed := _apposition_end(context, cue, found)) is None:
        return found
    noun = next_noun(context, apposed)
    if noun is None or noun.start >= limit or not cue.verb.takes_object(noun.key):
        title = next(context.sentence.between(found.content, context.sentence.end))
        return None if title.upos == "PROPN" or title.key.startswith("ال") else found
    return Complement(noun.start, phrase_start(context, noun), linked=found.linked)


def _stated(context: Context, cue: Cue, limit: int) -> Complement | None:
    """What can only be stated, after the sayer, wherever the parser hangs it: أكد سالم العلي وجود مخاوف."""
    if not cue.finite or cue.verb.addressee or cue.verb.object_in_content:
        return None
    for before, word in pairwise(context.words[cue.word.index + 1 : cue.word.index + _REACH]):
        other = context.cue_at.get(word.index)
        claimed = other is not None and other.form.shape == "participle"
        if word.start >= limit or claimed or word.upos in ("VERB", "SCONJ") or word.form == ":":
            return None
        if before.upos == "ADP" or context.quotation_at(word.start) or not cue.verb.takes_object(word.key):
            continue
        begins = before.form in "،," or before.upos in ("PROPN", "ADJ") or before.key.startswith("ال")
        if begins and word.upos == "NOUN" and word.key in boundary("asserted"):
            return Complement(word.start, word.start, linked=True)
    return None


def _apposition_end(context: Context, cue: Cue, found: Complement) -> int | None:
    """The comma that closes what is apposed to the sayer: أعلنت الكتائب، الجناح العسكري للحركة، مسؤوليتها."""
    between = list(context.sentence.between(cue.word.end, found.content))
    commas = [word.index for word in between if word.form in "،,"]
    if not cue.finite or len(between) < 2 or commas != [between[-1].index] or _asks(context, cue, between):
        return None
    for word in context.words[between[-1].index + 1 :][:_SETTING]:
        if word.upos == "VERB":
            return None
        if word.form in "،,":
            following = context.after(word)
            joined = following is None or following.upos == "CCONJ"
            return None if joined else word.start
    return None


def _asks(context: Context, cue: Cue, words: list[Word]) -> bool:
    """Whether somebody is addressed among words after a verb: طلبت الشركة من البلدية، السماح لها."""
    return any(w.upos == "ADP" and (head := context.sentence.head(w)) and head.head == cue.word.index for w in words)


def _nearest(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The object by its place or by the tree, whichever comes first."""
    if not cue.finite and cue.verb.object_in_content:
        return _accused(context, cue)
    near = _after_verb(context, cue) or _after_sayer(context, cue, limit)
    if near and not cue.finite:
        return near
    linked = _in_tree(context, cue, limit)
    return linked if linked and (near is None or linked.start <= near.content) else near


def _accused(context: Context, cue: Cue) -> Complement | None:
    """Who stands right after a participle, of whom it says something: متهما الحكومة بالتقصير."""
    following = context.after(cue.word)
    if following is None:
        return None
    noun = following.upos in ("NOUN", "PROPN", "PRON", "X") or following.key.startswith(ITSELF)
    return Complement(following.start, following.start, linked=True) if noun else None


def _in_tree(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The first dependent of the verb that may be its content."""
    for child in context.sentence.children(cue.word, "obj", "xcomp", "ccomp"):
        if not cue.word.index < child.index or child.start >= limit or not _may_be_content(context, cue, child):
            continue
        if cue.finite and not cue.verb.object_in_content and _apposed(context, cue, child):
            continue
        if adverb(child) and (later := next_noun(context, child.end)):
            child = later  # noqa: PLW2901 - when or how it was said, between verb and object
        if child.upos not in _NOMINAL and not noun_by_form(context, child):
            continue
        subtree = [word for word in context.sentence.subtree(child) if cue.word.index < word.index <= child.index]
        first = next((w for w in subtree if w.upos not in ("PUNCT", "CCONJ") and w.key not in boundary("time")), child)
        sayer = find_sayer(context, cue, first.start) if cue.finite else None
        if sayer and sayer.source and sayer.source[0] <= first.start < sayer.source[1]:
            continue
        if context.words[first.index - 1].form in "،," and (apposed := _past_apposition(context, cue, first)):
            first = apposed
        return Complement(first.start, phrase_start(context, first), linked=True)
    return None


def _may_be_content(context: Context, cue: Cue, child: Word) -> bool:
    """Whether a dependent of the verb is no pronoun fused to it, no cue, no predicate, and a noun that it takes."""
    if child.token == cue.word.token or claims_content(context, child) or not cue.verb.takes_object(child.key):
        return False
    return child.upos != "ADJ" or not cue.verb.object_in_content


def _apposed(context: Context, cue: Cue, child: Word) -> bool:
    """Whether the parser took a word about the sayer for the object: أدان الوزير، المكلف بالملف، الحادث."""
    before = context.words[child.index - 1]
    if before.form in "،,":
        named = child.upos == "PROPN" and bool(context.sentence.children(child, "flat"))
        return named or (child.upos == "ADJ" and child.key.startswith("ال"))
    later = any(other.index > child.index for other in context.sentence.children(cue.word, "obj"))
    return later and before.upos == "PROPN" and child.upos == "NOUN"  # امتدح علي سالم مدرب الفريق لاعبيه


def _past_apposition(context: Context, cue: Cue, first: Word) -> Word | None:
    """The noun after an apposed title that the parser took for the object: أعلنت الكتائب، الجناح العسكري، مسؤوليتها."""
    source = noun_phrase_after(context, cue.word.index + 1, context.sentence.end, object_follows=True)
    if source is None or not source[0] < first.start < source[1]:
        return None
    return next_noun(context, source[1])


def _after_sayer(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The noun right after the sayer's phrase, where the parser sees no object."""
    if not cue.finite:
        return None
    source = noun_phrase_after(context, cue.word.index + 1, limit, object_follows=True)
    if source and cue.verb.object_in_content:
        source = without_object(context, cue, source)
    noun = next_noun(context, source[1]) if source else None
    if noun is None or noun.start >= limit or not _held(context, cue, noun):
        return None
    return Complement(noun.start, phrase_start(context, noun), linked=bool(cue.verb.objects))  # its words tell it


def _after_verb(context: Context, cue: Cue) -> Complement | None:
    """The noun right after a verb whose sayer stands before it: الذي أعلن اعتزاله؛ الوزير يعلن استقالته؛ مبديا أسفه."""
    following = next((word for word in context.words[cue.word.index + 1 :] if not adverb(word)), None)
    if following is None:
        return None
    what = what_clause(context, following) if cue.finite else following.key == "ما"
    counted = cue.finite and cue.verb.object_in_content and following.upos == "NUM"
    if not (following.upos == "NOUN" or what or counted):
        return None
    if not _held(context, cue, following) or claims_content(context, following):
        return None
    told = Complement(following.start, phrase_start(context, following), linked=bool(cue.verb.objects))
    if not cue.finite:
        return told
    subjects = context.sentence.children(cue.word, "nsubj")
    preceded = bool(subjects) and all(subject.index < cue.word.index for subject in subjects)
    if cue.verb.object_in_content and any(subject.index == cue.word.index - 1 for subject in subjects):
        preceded = True  # إنها اتهمت أربعة أشخاص
    return told if preceded or following.key == "ما" or antecedent(context, cue) else None


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
