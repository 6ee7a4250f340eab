"""Subjects that stand before their verb: الوزير يؤكد، كان المتحدث قد أعلن، المتحدث الذي أكد."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.leads import lead_end
from newsquote.noun_phrases import noun_phrase, noun_phrase_after
from newsquote.phrase_ends import NOMINAL, accusative
from newsquote.syntax import Extent, Word

_COPULAS = frozenset({"هو", "هي", "هم"})
_MANY = frozenset({"العديد", "الكثير", "عدد", "عددا"})
_PRECEDES = frozenset({"سبق", "يسبق"})
_CLAUSES = 4  # how many clause beginnings before a verb may be its subject's


def antecedent(context: Context, cue: Cue) -> Extent | None:
    """The noun phrase before a relative pronoun right before the verb: المتحدث الذي أكد أن."""
    index = _right_before(context, cue)
    if index < 1 or context.words[index].key not in boundary("relative"):
        return None
    relative = context.words[index]
    if relative.key == "مما":  # استياء مما يصفونه بالفساد
        return None
    if cue.verb.object_in_content and context.sentence.has_pronoun(cue.word):  # الاتفاق الذي اعتبره الوزير ناجحا
        return None
    head = context.sentence.head(cue.word) if cue.word.relation == "acl" else None
    if head is None or head.index >= relative.index:
        head = next((w for w in reversed(context.words[:index]) if w.upos in ("NOUN", "PROPN")), None)
        head = _phrase_head(context, head) if head else None
    if head is None or (head.index == index - 1 and head.key.removeprefix("ال") in boundary("moment")):
        return None  # في الوقت الذي أكد الوزير أن
    head = _agreeing(context, head, relative)
    inside = [w for w in context.sentence.subtree(head) if w.index < relative.index]
    first = min([head, *inside], key=lambda w: w.index)
    while first.index < head.index and (
        first.upos in ("ADP", "PUNCT", "CCONJ") or first.key in _COPULAS or accusative(first)
    ):
        first = context.words[first.index + 1]
    return noun_phrase(context, first.index, relative.start)


def _agreeing(context: Context, head: Word, relative: Word) -> Word:
    """The noun that a relative pronoun of people goes with, where a parser took one inside its phrase.

    مستخدمي مواقع التواصل الذين، العديد من السكان الذين.
    """
    at: Word | None = head
    while relative.key == "الذين" and at is not None and at.upos in NOMINAL and at.index <= head.index:
        if at.feats.get("Number") == "Plur" and not at.key.endswith("ات"):
            head = at
            break
        at = context.sentence.head(at)
    before = context.words[max(0, head.index - 2) : head.index]
    counted = relative.key == "الذين" and len(before) == 2 and before[1].key == "من" and before[0].key in _MANY
    return before[0] if counted else head


def described(context: Context, cue: Cue) -> Extent | None:
    """The indefinite noun that a verb describes without a relative pronoun: تقارير أفادت بأن, وثائق تؤكد أن."""
    head = context.sentence.head(cue.word) if cue.word.relation == "acl" else None
    if head is None or head.upos != "NOUN" or head.index > cue.word.index or head.key.startswith("ال"):
        return None
    if head.key in boundary("moment") or context.sentence.has_pronoun(head):
        return None
    if cue.passive or _refers_back(context, cue):
        return None
    extent = noun_phrase(context, head.index, cue.extent[0])
    if extent and extent[1] > cue.word.start:  # مجموعات "دعت إلى العنف"
        extent = extent[0], max(word.end for word in context.sentence.between(*extent) if word.end < cue.word.start - 1)
    return extent if extent and not context.text[extent[1] : cue.extent[0]].strip(' "“”«»،') else None


def preceding(context: Context, cue: Cue) -> Extent | None:
    """Who has said it before: سبق للوزير أن أكد."""
    words, index = context.words, _right_before(context, cue)
    if index < 0 or words[index].key != "ان":
        return None
    at = next((word.index for word in reversed(words[:index]) if word.key in _PRECEDES), None)
    if at is None or words[at + 1].key != "ل":
        return None
    found = noun_phrase(context, at + 2, words[index].start)
    return found if found and not context.text[found[1] : words[index].start].strip() else None


def _right_before(context: Context, cue: Cue) -> int:
    """The number of the last word before all that belongs to a cue: قد; the و of و+صفوه."""
    index = cue.word.index - 1
    while index >= 0 and context.words[index].start >= cue.extent[0]:
        index -= 1
    return index


def _refers_back(context: Context, cue: Cue) -> bool:
    """Whether a clause has a pronoun for the noun it describes, then no sayer: بيان قال فيه، طائرة قال إنها."""
    following = context.words[cue.word.index + 1 : cue.word.index + 3]
    return any(word.upos == "PRON" for word in following)


def _phrase_head(context: Context, word: Word) -> Word:
    while (head := context.sentence.head(word)) and head.upos in ("NOUN", "PROPN") and head.index < word.index:
        word = head
    return word


def subject_before(context: Context, cue: Cue) -> Extent | None:
    """The subject before the verb: الوزير يؤكد أن; كان المتحدث قد أعلن أن."""
    words, limit = context.words, cue.extent[0]
    subject = next((w for w in context.sentence.children(cue.word, "nsubj") if w.index < cue.word.index), None)
    auxiliary = next((w for w in reversed(words[: cue.word.index]) if w.key in boundary("auxiliary")), None)
    if auxiliary and not _frames(context, cue, auxiliary):
        auxiliary = None
    if subject is not None:
        first = min(
            (w for w in context.sentence.subtree(subject) if w.upos not in ("PUNCT", "CCONJ")), key=lambda w: w.index
        )
        first = first if first.index <= subject.index else subject
        if auxiliary and first.index <= auxiliary.index < subject.index:
            first = words[auxiliary.index + 1]
        return noun_phrase_after(context, first.index, limit) if first.start >= lead_end(context) else None
    if auxiliary:
        return noun_phrase_after(context, auxiliary.index + 1, limit)
    return _up_to(context, limit)


def _frames(context: Context, cue: Cue, auxiliary: Word) -> bool:
    """Whether an auxiliary is the verb's own: كان المتحدث قد أعلن, but not سيكون وافرا، وقال."""
    between = context.words[auxiliary.index + 1 : cue.word.index]
    if not between or any(word.upos == "VERB" for word in between) or between[-1].upos == "CCONJ":
        return False
    quotation = context.quotation_at(auxiliary.start)
    return quotation is None or cue.word.start < quotation.inner[1]  # "كان ناشطا"، شدد


def _up_to(context: Context, limit: int) -> Extent | None:
    """The noun phrase that runs from a clause's beginning right to its verb, where the parser sees no subject."""
    words = [word for word in context.words if word.end <= limit]
    begin = lead_end(context)
    starts = [
        n
        for n, word in enumerate(words)
        if word.start >= begin and (n == 0 or word.start == begin or _pauses(words[n - 1]))
    ]
    for n in starts[-_CLAUSES:]:
        if words[n].upos in NOMINAL and words[n].upos != "PRON" and words[n].key not in boundary("adverbial"):
            extent = noun_phrase(context, n, limit)
            if extent and not context.text[extent[1] : limit].strip(' "”»'):
                return extent
    return None


def _pauses(word: Word) -> bool:
    return word.form in "،,؛" or word.upos == "CCONJ"
