"""The noun phrase that names a sayer, and the outlet it is said to, around a reporting verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.leads import lead_end
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "PRON", "SYM"})
_OPEN, _CLOSE = "([", ")]"
_DASHES = frozenset("-–—")
_COMMAS = frozenset("،,")
_LONGEST_NAME = 9
_PLACE = 7  # words
_CLAUSES = 4  # how many clause beginnings before a verb may be its subject's


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
        if before and (cue.verb.addressee == "object" or cue.verb.object_in_content):
            source = _before(context, cue)
        source = source or noun_phrase_after(context, cue.word.index + 1, limit) or _before(context, cue)
    if source and (cue.verb.addressee or cue.verb.object_in_content):
        source = None if _only_object(context, cue, source) else without_object(context, cue, source)
    return Sayer(source, find_via(context, cue, limit, source))


def _subject_after(context: Context, cue: Cue, limit: int) -> bool:
    """Whether a relative clause has a subject of its own: الذي زعم الرئيس أنه."""
    return any(cue.word.end <= child.start < limit for child in context.sentence.children(cue.word, "nsubj"))


def _only_object(context: Context, cue: Cue, source: Extent) -> bool:
    """Whether a phrase is the one spoken to, of a sayer left out: وأبلغ مدربه أنه سيعتزل."""
    words = [word for word in context.sentence.between(*source) if word.index > cue.word.index][:2]
    if not words or cue.verb.addressee != "object":
        return False
    possessed = len(words) > 1 and words[1].upos == "PRON" and words[1].token == words[0].token
    return possessed or (words[0].relation == "obj" and words[0].head == cue.word.index)


def without_object(context: Context, cue: Cue, source: Extent) -> Extent:
    """The phrase up to the one spoken to or about: أبلغ الوزير | النواب أن; اتهم الرئيس | المعارضة بالفساد."""
    inside = [word for word in context.sentence.between(*source) if word.index > cue.word.index]
    for before, word in pairwise(inside):
        definite = before.key.startswith("ال") or before.upos == "PROPN"
        another = cue.verb.addressee != "من" and word.upos == "NOUN" and word.key.startswith("ال") and definite
        spoken_to = cue.verb.addressee == "من" and word.key == "من"
        spoken_to = spoken_to or (word.relation == "obj" and word.head == cue.word.index and before.upos != "PUNCT")
        if another or spoken_to:
            return source[0], before.end
    return source


def noun_phrase_after(context: Context, index: int, limit: int, *, closed: bool = False) -> Extent | None:
    """The first noun phrase from a word on, past adverbials, brackets and the outlet (``لوكالة …``).

    Args:
        context: The sentence.
        index: Where to begin.
        limit: Offset before which the phrase must begin.
        closed: Whether an apposition counts only if a comma closes it, too.
    """
    words = context.words
    while index < len(words) and words[index].start < limit:
        word = words[index]
        if quotation := context.quotation_at(word.start):
            if len(list(context.sentence.between(*quotation.inner))) > _LONGEST_NAME:
                return None
            return noun_phrase(context, index, limit, closed=closed)
        if (cue := context.cue_at.get(word.index)) and cue.form.shape == "participle":
            return None
        if word.upos == "ADP" and words[index - 1].upos == "ADP" and _fused(words, index):
            extent = noun_phrase(context, index + 1, limit, closed=closed)
            return (word.start, extent[1]) if extent else None
        if word.token == words[index - 1].token and word.upos == "PRON":
            index += 1
        elif word.form in _OPEN or word.form in _DASHES:
            index = _past_parenthesis(context, index)
        elif word.upos == "PUNCT":
            index += 1
        elif word.upos == "ADP" or word.key in boundary("adverbial"):
            index = _past_phrase(context, index, limit)
        elif word.upos in _NOMINAL:
            return noun_phrase(context, index, limit, closed=closed)
        elif word.upos in ("ADV", "CCONJ", "PART", "INTJ"):
            index += 1
        else:
            return None
    return None


def noun_phrase(context: Context, index: int, limit: int, *, closed: bool = False) -> Extent | None:
    """The noun phrase that begins at a word: names in quotation marks, appositions and modifiers included."""
    words = context.words
    start = end = skip_until = phrase_start(context, words[index])
    while index < len(words) and words[index].start < limit:
        word = words[index]
        if word.start < skip_until:
            index += 1
            continue
        if quotation := context.quotation_at(word.start):
            if len(list(context.sentence.between(*quotation.inner))) > _LONGEST_NAME:
                break
            end = skip_until = quotation.outer[1]
        elif word.form in _COMMAS:
            chunk = _apposition(context, index + 1, limit, closed=closed)
            if chunk is None:
                break
            index, end = chunk
            continue
        elif word.form in _OPEN or (word.form in _DASHES and _parenthesis(context, index)):
            index = _past_parenthesis(context, index)
            continue
        elif _ends_phrase(context, word, words[index - 1] if word.start > start else None) or (
            word.upos == "ADP" and not _modifies(context, word)
        ):
            break
        elif word.upos != "PUNCT" and word.upos not in ("ADP", "CCONJ"):
            end = word.end
        index += 1
    return (start, end) if end > start else None


def _fused(words: Sequence[Word], index: int) -> bool:
    """Whether a word and the next are one token; two prepositions never stand so: a name was cut (عن ب+وتين)."""
    return index + 1 < len(words) and words[index].token == words[index + 1].token


def phrase_start(context: Context, word: Word) -> int:
    """Where a phrase begins: with its first word, or the و that a small parser cut off it (وسائل)."""
    whole = fold(context.text[slice(*word.token)])
    return word.token[0] if whole in boundary("waw-noun") else word.start


def _ends_phrase(context: Context, word: Word, before: Word | None) -> bool:
    if word.key in boundary("relative") or word.form == ":":
        return True
    if word.upos in ("VERB", "AUX", "SCONJ") or (word.upos != "NOUN" and word.key in boundary("particle")):
        return True
    if word.key in boundary("adverbial") and word.upos != "ADP":
        return word.upos != "PROPN" or word.key in boundary("time")
    if word.upos == "CCONJ" or word.key == "و":
        following = context.words[word.index + 1] if word.index + 1 < len(context.words) else None
        return following is None or following.upos not in _NOMINAL or following.index in context.cue_at
    if before is not None and _new_phrase(context, word, before):
        return True
    cue = context.cue_at.get(word.index)
    return cue is not None and cue.form.shape == "participle" and before is not None


def _new_phrase(context: Context, word: Word, before: Word) -> bool:
    """Whether a bare noun after a definite one begins another phrase: أعلنت الشركة | استقالة مديرها."""
    following = next(iter(context.words[word.index + 1 : word.index + 2]), None)
    if following and following.key in boundary("name-second"):
        return False
    if following and following.upos == "PROPN" and not following.key.startswith("ال"):
        return False
    if word.upos not in ("NOUN", "ADJ") or word.key.startswith("ال") or word.key in boundary("name-particle"):
        return False
    if _accusative(word):
        return True
    return word.upos == "NOUN" and before.upos in _NOMINAL and before.key.startswith("ال")


def _accusative(word: Word) -> bool:
    """An indefinite accusative (دولا), which no subject is."""
    return word.feats.get("Case") == "Acc" and word.feats.get("Definite") == "Ind" and word.key.endswith("ا")


def _modifies(context: Context, preposition: Word) -> bool:
    """Whether a prepositional phrase belongs to the name, not to the verb: المتحدث باسم …, but not: في بيان."""
    words = context.words
    noun = next(iter(words[preposition.index + 1 : preposition.index + 2]), None)
    if noun is None or noun.key in boundary("setting") or noun.key in boundary("time"):
        return False
    if leads_to_outlet(context, preposition) or _leads_to_audience(context, preposition):
        return False
    if noun.upos in ("DET", "PRON") or noun.key == "كل":
        return False
    head = context.sentence.head(preposition)
    governor = context.sentence.head(head) if head else None
    attached = governor is not None and governor.upos not in ("VERB", "AUX") and governor.index < preposition.index
    if preposition.key in boundary("adverbial"):
        return attached
    return attached or preposition.key in ("ل", "ب", "عن", "باسم")


def _apposition(context: Context, index: int, limit: int, *, closed: bool) -> tuple[int, int] | None:
    """The index after an apposed phrase between commas, and where it ends; ``None`` if none begins here."""
    words = context.words
    if index >= len(words) or words[index].start >= limit:
        return None
    word = words[index]
    quoted = context.quotation_at(word.start) is not None
    if not quoted and (word.upos not in _NOMINAL or word.upos == "PRON"):
        return None
    if any(each.key in boundary("adverbial") for each in words[index : index + 2]):
        return None
    if _possessed(words, index) or _accusative(word):
        return None
    if word.key in boundary("relative") or word.index in context.cue_at or word.key in boundary("setting"):
        return None
    end = index
    while end < len(words) and words[end].start < limit and words[end].form not in _COMMAS:
        if words[end].upos in ("VERB", "SCONJ") and not quoted:
            return None
        end += 1
    if closed and (end >= len(words) or words[end].form not in _COMMAS):
        return None
    extent = noun_phrase(context, index, words[end].start if end < len(words) else limit)
    return (end, extent[1]) if extent else None


def _apposition_past(context: Context, index: int, limit: int, *, closed: bool) -> tuple[int, int] | None:
    """A name after a comma behind a place that the parser hangs on the verb: المدير في حلب، سالم عواد، أن."""
    noun = next(iter(context.words[index + 1 : index + 2]), None)
    if noun is None or context.words[index].key not in ("في", "ب") or noun.key in boundary("setting"):
        return None
    for word in context.words[index + 1 : index + _PLACE]:
        if word.start >= limit or word.upos == "VERB" or word.key in boundary("time"):
            return None
        if word.form in _COMMAS:
            return _apposition(context, word.index + 1, limit, closed=closed)
    return None


def _possessed(words: Sequence[Word], index: int) -> bool:
    """A noun with a pronoun (مسؤوليتها) is no apposition; a foreign name that was cut so (أول+ها) is."""
    pronoun, following = words[index + 1 : index + 2], words[index + 2 : index + 3]
    fused = any(word.token == words[index].token and word.upos == "PRON" for word in pronoun)
    return fused and not any(word.upos in ("PROPN", "X") for word in following)


def antecedent(context: Context, cue: Cue) -> Extent | None:
    """The noun phrase before a relative pronoun right before the verb: المتحدث الذي أكد أن."""
    index = cue.word.index - 1
    while index >= 0 and context.words[index].key in boundary("particle"):
        index -= 1
    if index < 1 or context.words[index].key not in boundary("relative"):
        return None
    relative = context.words[index]
    head = context.sentence.head(cue.word) if cue.word.relation == "acl" else None
    if head is None or head.index >= relative.index:
        head = next((w for w in reversed(context.words[:index]) if w.upos in ("NOUN", "PROPN")), None)
        head = _phrase_head(context, head) if head else None
    if head is None:
        return None
    inside = [w for w in context.sentence.subtree(head) if w.index < relative.index]
    first = min([head, *inside], key=lambda w: w.index)
    while first.index < head.index and first.upos in ("ADP", "PUNCT", "CCONJ"):
        first = context.words[first.index + 1]
    return noun_phrase(context, first.index, relative.start)


def _phrase_head(context: Context, word: Word) -> Word:
    while (head := context.sentence.head(word)) and head.upos in ("NOUN", "PROPN") and head.index < word.index:
        word = head
    return word


def _before(context: Context, cue: Cue) -> Extent | None:
    """The subject before the verb: الوزير يؤكد أن; كان المتحدث قد أعلن أن."""
    words, limit = context.words, cue.extent[0]
    subject = next((w for w in context.sentence.children(cue.word, "nsubj") if w.index < cue.word.index), None)
    auxiliary = next((w for w in reversed(words[: cue.word.index]) if w.key in boundary("auxiliary")), None)
    if auxiliary and any(w.upos == "VERB" for w in words[auxiliary.index + 1 : cue.word.index]):
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
        if words[n].upos in _NOMINAL and words[n].upos != "PRON":
            extent = noun_phrase(context, n, limit)
            if extent and not context.text[extent[1] : limit].strip(' "”»'):
                return extent
    return None


def _pauses(word: Word) -> bool:
    return word.form in "،,؛" or word.upos == "CCONJ"


def find_via(context: Context, cue: Cue, limit: int, source: Extent | None) -> Extent | None:
    """The outlet that a statement is made to: لـ«عكاظ», في مقابلة مع قناة …, before the content."""
    for word in context.words:
        if word.start >= limit:
            return None
        other = context.cue_at.get(word.index)
        if other and other.finite and other.word.index < cue.word.index:
            continue
        if leads_to_outlet(context, word) and not (source and source[0] <= word.start < source[1]):
            return noun_phrase(context, word.index + 1, limit)
    return None


def leads_to_outlet(context: Context, word: Word) -> bool:
    """Whether a preposition leads to an outlet."""
    if word.key not in ("ل", "مع", "لـ") or word.index + 1 >= len(context.words):
        return False
    following = context.words[word.index + 1]
    if _noun_key(word, following) in boundary("medium"):
        return True
    return word.key == "ل" and (context.quotation_at(following.start) is not None or following.form.isascii())


def _leads_to_audience(context: Context, word: Word) -> bool:
    """Whether a preposition leads to those spoken to: للصحفيين."""
    following = next(iter(context.words[word.index + 1 : word.index + 2]), None)
    return word.key == "ل" and following is not None and _noun_key(word, following) in boundary("audience")


def _noun_key(preposition: Word, noun: Word) -> str:
    """The key of a noun with its article, where ل has swallowed the alif of it: ل + لصحفيين."""
    swallowed = preposition.key == "ل" and noun.token == preposition.token and noun.key.startswith("ل")
    return "ا" + noun.key if swallowed else noun.key


def _parenthesis(context: Context, index: int) -> bool:
    """Whether a dash opens a pair, or else joins two names of one sayer."""
    return any(word.form in _DASHES for word in context.words[index + 1 : index + 20])


def _past_parenthesis(context: Context, index: int) -> int:
    opening = context.words[index].form
    for word in context.words[index + 1 : index + 20]:
        if (opening in _OPEN and word.form in _CLOSE) or (opening in _DASHES and word.form in _DASHES):
            return word.index + 1
    return index + 1


def _past_phrase(context: Context, index: int, limit: int) -> int:
    """The index after an adverbial phrase that begins at a word: its subtree, or its noun and what qualifies that."""
    word = context.words[index]
    head = context.sentence.head(word) if word.upos == "ADP" else word
    if head is None or head.index < index:
        return index + 1
    last = head.index
    for inner in context.sentence.subtree(head):
        if inner.relation == "nsubj" or inner.start >= limit:
            break
        if inner.index == last + 1 or inner.index <= last:
            last = max(last, inner.index)
    following = last + 1
    while following < len(context.words) and context.words[following].key in boundary("time"):
        following += 1
    return following
