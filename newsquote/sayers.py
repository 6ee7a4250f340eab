"""Who says it: the phrase that names the sayer around a reporting verb, and the outlet it is said to."""

from dataclasses import dataclass
from itertools import pairwise, takewhile

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.dates import without_date
from newsquote.noun_phrases import noun_phrase_after
from newsquote.object_nouns import object_right_after
from newsquote.phrase_ends import accusative, plural_object
from newsquote.relayers import outlet_from
from newsquote.subjects import antecedent, described, preceding, subject_before
from newsquote.syntax import Extent, Word
from newsquote.text import TANWIN


@dataclass(frozen=True)
class Sayer:
    """Who says it (``source``), and the outlet it is said to or relayed by (``via``)."""

    source: Extent | None = None
    via: Extent | None = None


def find_sayer(context: Context, cue: Cue, limit: int) -> Sayer:
    """The sayer of a finite verb: after it and before ``limit``; else the subject or antecedent before it."""
    source = None
    if (before_relative := antecedent(context, cue)) and not _subject_after(context, cue, limit):
        source = before_relative
    else:
        subject = next(iter(context.sentence.children(cue.word, "nsubj")), None)
        before = subject is not None and subject.index < cue.word.index
        called = cue.verb.addressee == "object" or cue.verb.object_in_content
        if before and called:
            source = subject_before(context, cue)
        after = None
        if not _framed(context, cue):
            after = _subject_from(context, _past_accusatives(context, cue), limit, called=called)
        source = source or preceding(context, cue) or after or described(context, cue) or subject_before(context, cue)
        takes_object = (called or cue.takes("noun")) and not context.sentence.has_pronoun(cue.word)
        if source and source[0] > cue.word.start and takes_object and object_right_after(context, cue):
            source = None
    source = source and _past_me(context, cue, source)
    if source and source[0] < cue.word.start and (cue.form.passive or _holds(context, cue, source)):  # قيل إن
        source = None
    if source and (cue.verb.addressee or cue.verb.object_in_content):
        source = None if _only_object(context, cue, source) else without_object(context, cue, source)
    return Sayer(source, _via(context, cue, limit, source))


def _subject_from(context: Context, index: int, limit: int, *, called: bool) -> Extent | None:
    """The noun phrase after a verb, past when it was said: أكدت الأسبوع الماضي | الشركة."""
    found = noun_phrase_after(context, index, limit, object_follows=called)
    passed = context.sentence.between(context.words[index].start, found[0]) if found else ()
    if any(word.upos == "VERB" and not context.quotation_at(word.start) for word in passed):
        return None  # قال في تصريح نقلته الوكالة
    undated = found and without_date(context, found)
    if found is None or undated:
        return undated
    following = context.sentence.first_from(found[1])
    later = noun_phrase_after(context, following.index, limit, object_follows=called) if following else None
    return without_date(context, later) if later else None


def _past_me(context: Context, cue: Cue, source: Extent) -> Extent | None:
    """The phrase past to whom it was said: قال لي | صديق; all of وقال لي زهانشو."""
    first, second = [*context.sentence.between(*source), None, None][:2]
    to_me = boundary("to-me")
    if first is None or first.form not in to_me or first.start < cue.word.start:
        return source
    if any(word.form in to_me and word.upos == "PROPN" and word.relation == "flat" for word in context.words):
        return source
    return (second.start, source[1]) if second else None


def _framed(context: Context, cue: Cue) -> bool:
    """Whether the subject stands inside the verb's pluperfect: كان الوزير قد أعلن."""
    before = context.words[: cue.word.index]
    if not before or before[-1].key != "قد":
        return False
    between = list(takewhile(lambda word: word.key not in boundary("auxiliary"), reversed(before[:-1])))
    return 0 < len(between) < len(before) - 1 and all(word.upos != "VERB" for word in between)


def _holds(context: Context, cue: Cue, source: Extent) -> bool:
    """Whether a phrase names what the statement stands in, not who makes it: كتبت النائبة تغريدة قالت فيها."""
    following = context.words[cue.word.index + 1 : cue.word.index + 3]
    back = len(following) == 2 and following[0].key == "في" and following[1].token == following[0].token
    named = next(iter(context.sentence.between(*source)), None)
    return back and named is not None and (named.key in boundary("setting") or bool(context.lexicon.noun(named.key)))


def _past_accusatives(context: Context, cue: Cue) -> int:
    """Where a subject may begin after a verb: past what can only say how, or be the object: شدد شخصيا على."""
    index = cue.word.index + 1
    if index < len(context.words) and context.words[index].form in "،,":  # يتحدث، صوتا وصورة، عن
        index += 1
    while index < len(context.words) and accusative(word := context.words[index]) and word.upos != "PROPN":
        named = word.relation == "nsubj" or context.text.count(word.form) > 1  # a surname has been named before: مازدا
        if named and not context.text[slice(*word.token)].endswith(TANWIN):
            break
        index = len(context.words) if word.relation == "obj" else index + 1
    return index


def _subject_after(context: Context, cue: Cue, limit: int) -> bool:
    """Whether a relative clause has a subject of its own: الذي زعم الرئيس أنه."""
    return any(cue.word.end <= child.start < limit for child in context.sentence.children(cue.word, "nsubj"))


def _only_object(context: Context, cue: Cue, source: Extent) -> bool:
    """Whether a phrase is the one spoken to, of a sayer left out: وأبلغ مدربه أنه سيعتزل."""
    words = [word for word in context.sentence.between(*source) if word.index > cue.word.index][:2]
    if not words or cue.verb.addressee != "object" or context.sentence.has_pronoun(cue.word):  # أبلغه مساعده
        return False
    possessed = len(words) > 1 and words[1].upos == "PRON" and words[1].token == words[0].token
    return possessed or (words[0].relation == "obj" and words[0].head == cue.word.index)


def without_object(context: Context, cue: Cue, source: Extent) -> Extent:
    """The phrase up to the one spoken to or about: أبلغ الوزير | النواب أن; اتهم الرئيس | المعارضة بالفساد."""
    inside = [word for word in context.sentence.between(*source) if word.index > cue.word.index]
    quotation = context.quotation_at(source[0])
    for before, word in pairwise(inside):
        quoted = quotation is not None and before.end == quotation.outer[1]  # دعت "سند" | الهيئة
        closed = quoted or _closes_sayer(context, before)
        if (closed and _another(cue, word, before)) or _spoken_to(cue, word, before):
            return source[0], before.end
    return source


def _closes_sayer(context: Context, word: Word) -> bool:
    """Whether a word can be the sayer's last: it has the article or is a name's."""
    named = word.upos == "PROPN" or word.relation == "flat" or word.key in context.article.surnames
    return named or word.key.startswith("ال")


def _another(cue: Cue, word: Word, before: Word) -> bool:
    """Whether a word after a closed phrase begins the object: اتهم الرئيس | المعارضة، يتهم التحالف | الحوثيين."""
    if cue.verb.addressee not in (None, "object") or before.key in boundary("name-particle"):  # أبو العز
        return False
    if _of_another_gender(word, before):
        return True
    return (word.upos == "NOUN" and word.key.startswith("ال")) or plural_object(word, before, called=True)


def _of_another_gender(word: Word, before: Word) -> bool:
    """Whether what is taken for an adjective is feminine, and the one man before it is not: وصف المدرب | المباراة."""
    one = before.upos == "NOUN" and before.feats.get("Number") == "Sing"
    man = one and before.feats.get("Gender") != "Fem" and not before.key.endswith("ه")
    return man and word.upos == "ADJ" and word.key.startswith("ال") and word.key.endswith("ه")


def _spoken_to(cue: Cue, word: Word, before: Word) -> bool:
    """Whether a word begins what the verb's preposition or the tree makes its object: طلب الوزير | من النواب."""
    if cue.verb.addressee == "من" and word.key == "من":
        return True
    apart = before.upos == "PUNCT" and before.form != ")"
    counted = before.upos == "NUM" and word.feats.get("Case") == "Gen"  # سبعة نواب
    return word.relation == "obj" and word.head == cue.word.index and not (apart or counted)


def _via(context: Context, cue: Cue, limit: int, source: Extent | None) -> Extent | None:
    """The outlet that a statement is made to, before the content: قال لـ«عكاظ», or في مقابلة مع قناة … قال."""
    verb = next(word.index for word in context.words if word.upos == "VERB" or word.index == cue.word.index)
    for word in (*context.words[:verb], *context.words[cue.word.index :]):
        if word.start >= limit:
            return None
        inside = source is not None and source[0] <= word.end < source[1]
        ends = source[0] if source and word.end < source[0] else limit  # قال لرويترز | مسؤول
        if not inside and (outlet := outlet_from(context, word, min(ends, limit))):
            return outlet
    return None
