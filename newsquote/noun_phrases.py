"""Noun phrases as names of sayers: titles, names in quotation marks, appositions, modifiers; no relative clauses."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import cut_name
from newsquote.outlets import leads_to_audience, leads_to_outlet
from newsquote.syntax import Extent, Quotation, Word
from newsquote.text import fold

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "PRON", "SYM"})
_OPEN, _CLOSE = "([", ")]"
_DASHES = frozenset("-–—")
_COMMAS = frozenset("،,")
_LONGEST_NAME = 9  # words in quotation marks
_LONGEST_PARENTHESIS = 20  # words
_LONGEST_APPOSED = 4  # words of a name between commas
_PLACE = 7  # words between a title and the name apposed to it


def noun_phrase_after(context: Context, index: int, limit: int, *, object_follows: bool = False) -> Extent | None:
    """The first noun phrase from a word on, past adverbials, brackets and the outlet (``لوكالة …``).

    Args:
        context: The sentence.
        index: Where to begin.
        limit: Offset before which the phrase must begin.
        object_follows: Whether an object may follow: then a bare noun after a definite one ends the phrase, and an
            apposition counts only if a comma closes it, too.
    """
    words = context.words
    while index < len(words) and words[index].start < limit:
        word = words[index]
        if quotation := context.quotation_at(word.start):
            if _long(context, quotation):
                return None
            return noun_phrase(context, index, limit, object_follows=object_follows)
        if (cue := context.cue_at.get(word.index)) and cue.form.shape == "participle":
            return None
        if word.upos == "ADP" and words[index - 1].upos == "ADP" and _fused(words, index):
            extent = noun_phrase(context, index + 1, limit, object_follows=object_follows)
            return (word.start, extent[1]) if extent else None
        if word.token == words[index - 1].token and word.upos == "PRON":
            index += 1
        elif word.form in _OPEN or word.form in _DASHES:
            index = _past_parenthesis(context, index)
        elif word.upos == "PUNCT":
            index += 1
        elif word.upos == "ADP" or word.key in boundary("adverbial"):
            index = _past_phrase(context, index, limit)
        elif word.upos in NOMINAL:
            return noun_phrase(context, index, limit, object_follows=object_follows)
        elif word.upos in ("ADV", "CCONJ", "PART", "INTJ"):
            index += 1
        else:
            return None
    return None


def noun_phrase(context: Context, index: int, limit: int, *, object_follows: bool = False) -> Extent | None:
    """The noun phrase that begins at a word; the arguments are those of ``noun_phrase_after``."""
    words = context.words
    start = end = skip_until = phrase_start(context, words[index])
    while index < len(words) and words[index].start < limit:
        word = words[index]
        before = words[index - 1] if word.start > start else None
        if word.start < skip_until:
            index += 1
        elif quotation := context.quotation_at(word.start):
            if _long(context, quotation):
                break
            end = skip_until = quotation.outer[1]
        elif before and word.form == "علي" and before.key in boundary("honorific"):  # no preposition: المهندس علي
            index, end = index + 1, word.end
        elif word.form in _COMMAS or (word.upos == "ADP" and not _modifies(context, word)):
            chunk = _apposition(context, index, limit, object_follows=object_follows)
            if chunk is None:
                break
            index, end = chunk
        elif word.form in _OPEN or (word.form in _DASHES and _parenthesis(context, index)):
            index = _past_parenthesis(context, index)
        elif limit < context.sentence.end and before and _misread_name(context, word, before):
            index, end = index + 1, word.end
        elif limit < context.sentence.end and (rest := _rest_of_name(context, word)):
            index, end = rest.index + 1, rest.end
        elif _ends_phrase(context, word, before, object_follows=object_follows):
            break
        else:
            end = end if word.upos in ("PUNCT", "ADP", "CCONJ") else word.end
            index += 1
    return (start, end) if end > start else None


def _rest_of_name(context: Context, conjunction: Word) -> Word | None:
    """The rest of a name that was cut at a و or ف, which the parser takes for a verb: جوكو و+يدودو."""
    following = next(iter(context.words[conjunction.index + 1 : conjunction.index + 2]), None)
    if following is None or following.index in context.cue_at or not cut_name(context.sentence, following):
        return None
    return following


def _misread_name(context: Context, word: Word, before: Word) -> bool:
    """Whether a word that no noun phrase holds is a name: المتحدثة الروسية زاخاروفا; no clause hangs bare on such."""
    following = next(iter(context.words[word.index + 1 : word.index + 2]), None)
    if word.key == "لو":  # جان إيف لو دريان
        return before.upos == "PROPN" and following is not None and following.upos == "PROPN"
    if word.upos != "VERB" or word.index in context.cue_at or word.token == before.token:
        return False
    if before.key in boundary("name-noun"):  # جمعية نفع الخيرية
        return following is not None and following.upos == "ADJ" and following.key.startswith("ال")
    return before.upos == "PROPN" or before.key.startswith("ال")


def phrase_start(context: Context, word: Word) -> int:
    """Where a phrase begins: with its first word, or the و that a small parser cut off it (وسائل)."""
    whole = fold(context.text[slice(*word.token)])
    return word.token[0] if whole in boundary("waw") else word.start


def _long(context: Context, quotation: Quotation) -> bool:
    return sum(1 for _ in context.sentence.between(*quotation.inner)) > _LONGEST_NAME


def _fused(words: Sequence[Word], index: int) -> bool:
    """Whether a word and the next are one token; two prepositions never stand so: a name was cut (عن ب+وتين)."""
    return index + 1 < len(words) and words[index].token == words[index + 1].token


def _ends_phrase(context: Context, word: Word, before: Word | None, *, object_follows: bool) -> bool:
    if word.key in boundary("relative") or word.form == ":":
        return True
    if word.upos in ("VERB", "AUX", "SCONJ") or (word.upos != "NOUN" and word.key in boundary("particle")):
        return True
    if word.key in boundary("adverbial") and word.upos != "ADP":
        return word.upos != "PROPN" or word.key in boundary("time")
    if word.upos == "CCONJ" or word.key == "و":
        following = context.words[word.index + 1] if word.index + 1 < len(context.words) else None
        named = following is not None and following.upos in NOMINAL and following.upos != "PRON"
        return following is None or not named or following.index in context.cue_at
    if before is not None and _plural_object(word, before):
        return True
    if before is not None and (_accusative(word) or (object_follows and _new_phrase(context, word, before))):
        return True
    if before is not None and _closed(before) and _apart(context, word, before):
        return True
    cue = context.cue_at.get(word.index)
    return cue is not None and cue.form.shape == "participle" and before is not None


def _closed(word: Word) -> bool:
    """Whether a word can close a phrase: a name, an adjective, a word with the article."""
    return word.upos in ("PROPN", "ADJ") or word.key.startswith("ال")


def _apart(context: Context, word: Word, before: Word) -> bool:
    """Whether a word can only begin another phrase after a closed one: its object, or when it was said."""
    if word.upos == "NOUN" and context.sentence.has_pronoun(word):
        following = next(iter(context.words[word.index + 2 : word.index + 3]), None)
        called = following is not None and following.key in boundary("name-particle")  # ملهم بن محمد
        return not called and word.key not in boundary("same")  # شن مارادونا | هجومه, but الوزير نفسه
    if word.upos == "DET":  # أعلن الاتحاد | هذا الأسبوع
        return before.key.startswith("ال") or before.upos == "PROPN"
    if word.upos in ("NOUN", "PROPN") and word.key.startswith("ال") and before.index and before.upos == "ADJ":
        head = context.words[before.index - 1]  # حضت شركة أخرى | الناس
        indefinite = not before.key.startswith("ال") and not head.key.startswith("ال")
        return indefinite and head.upos == "NOUN" and before.key.endswith(("ي", "يه", "ري", "خر"))
    return False


def _new_phrase(context: Context, word: Word, before: Word) -> bool:
    """Whether a bare noun after a definite one begins another phrase: أعلنت الشركة | استقالة مديرها."""
    following = next(iter(context.words[word.index + 1 : word.index + 2]), None)
    if following and following.key in boundary("name-second"):
        return False
    if following and following.upos == "PROPN" and not following.key.startswith("ال"):
        return False
    if word.upos not in ("NOUN", "ADJ") or word.key.startswith("ال") or word.key in boundary("name-particle"):
        return False
    if context.sentence.has_pronoun(word):
        return before.upos in ("PROPN", "PUNCT", "X") or before.key.startswith("ال")
    return word.upos == "NOUN" and before.upos in NOMINAL and before.key.startswith("ال")


def _plural_object(word: Word, before: Word) -> bool:
    """Whether a masculine plural follows a feminine adjective, which it cannot qualify: الهيئة الدولية | الحوثيين."""
    feminine = before.upos == "ADJ" and before.key.startswith("ال") and before.key.endswith("ه")
    return feminine and word.upos == "ADJ" and word.key.startswith("ال") and word.key.endswith("يين")


def _accusative(word: Word) -> bool:
    """An indefinite accusative (دولا), which no subject is."""
    return word.feats.get("Case") == "Acc" and word.feats.get("Definite") == "Ind" and word.key.endswith("ا")


def _modifies(context: Context, preposition: Word) -> bool:
    """Whether a prepositional phrase belongs to the name, not to the verb: المتحدث باسم …, but not: في بيان."""
    words = context.words
    noun = next(iter(words[preposition.index + 1 : preposition.index + 2]), None)
    if noun is None or noun.key in boundary("setting") or noun.key in boundary("time"):
        return False
    if preposition.key == "علي" and noun.key in boundary("medium"):  # كتب النائب على منصة «إكس»
        return False
    if leads_to_outlet(context, preposition) or leads_to_audience(context, preposition):
        return False
    whole = fold(context.text[slice(*preposition.token)])
    if whole in boundary("adverbial") or whole in boundary("manner"):  # cut in two: ب+شأن
        return False
    if noun.upos in ("DET", "PRON") or noun.key == "كل":
        return False
    head = context.sentence.head(preposition)
    governor = context.sentence.head(head) if head else None
    attached = governor is not None and governor.upos not in ("VERB", "AUX") and governor.index < preposition.index
    if preposition.key in boundary("adverbial"):
        return attached
    if preposition.key == "لدي":  # السفير لدى واشنطن, but: لدى وصوله
        return not context.sentence.has_pronoun(noun)
    return attached or preposition.key in ("ل", "ب", "عن", "باسم")


def _apposition(context: Context, index: int, limit: int, *, object_follows: bool) -> tuple[int, int] | None:
    """The index after a phrase apposed at a comma, or at the comma behind a place, and where the phrase ends."""
    comma = index if context.words[index].form in _COMMAS else _comma_past_place(context, index, limit)
    if comma is None:
        return None
    words, begin = context.words, comma + 1
    if name := _name_between_commas(context, begin, limit):
        return name.index + 1, name.end
    if not _apposed(context, begin, limit):
        return None
    end = begin
    while end < len(words) and words[end].start < limit and words[end].form not in _COMMAS:
        if words[end].upos in ("VERB", "SCONJ") and context.quotation_at(words[begin].start) is None:
            return None
        end += 1
    if object_follows and (end >= len(words) or words[end].form not in _COMMAS):
        return None
    extent = noun_phrase(context, begin, words[end].start if end < len(words) else limit)
    return (end, extent[1]) if extent else None


def _name_between_commas(context: Context, index: int, limit: int) -> Word | None:
    """The last word of a name between commas whose first word is taken for a verb: الأمين العام، ينس ستولتنبرغ، إن."""
    words = context.words[index : index + _LONGEST_APPOSED + 1]
    end = next((at for at, word in enumerate(words) if word.form in _COMMAS), 0)
    if end < 2 or words[end].start >= limit or words[0].upos not in ("VERB", "ADJ"):
        return None
    if words[0].index in context.cue_at or words[0].key.startswith("ال") or _accusative(words[0]):
        return None
    named = all(word.upos in ("PROPN", "X") or word.key in boundary("name-particle") for word in words[1:end])
    return words[end - 1] if named else None


def _apposed(context: Context, index: int, limit: int) -> bool:
    """Whether what begins at a word can be a name or title of the phrase before it."""
    words = context.words
    if index >= len(words) or words[index].start >= limit:
        return False
    word = words[index]
    if context.quotation_at(word.start) is None and (word.upos not in NOMINAL or word.upos == "PRON"):
        return False
    if any(each.key in boundary("adverbial") for each in words[index : index + 2]):
        return False
    if _possessed(words, index) or _accusative(word) or word.index in context.cue_at:
        return False
    return word.key not in boundary("relative") and word.key not in boundary("setting")


def _comma_past_place(context: Context, index: int, limit: int) -> int | None:
    """The comma behind a place that the parser hangs on the verb: قال المدير | في حلب، سالم عواد، إن."""
    words = context.words[index : index + _PLACE]
    if words[0].key not in ("في", "ب") or (len(words) > 1 and words[1].key in boundary("setting")):
        return None
    for word in words[1:]:
        if word.start >= limit or word.upos == "VERB" or word.key in boundary("time"):
            return None
        if word.form in _COMMAS:
            return word.index
    return None


def _possessed(words: Sequence[Word], index: int) -> bool:
    """A noun with a pronoun (مسؤوليتها) is no apposition; a foreign name that was cut so (أول+ها) is."""
    pronoun, following = words[index + 1 : index + 2], words[index + 2 : index + 3]
    fused = any(word.token == words[index].token and word.upos == "PRON" for word in pronoun)
    return fused and not any(word.upos in ("PROPN", "X") for word in following)


def _parenthesis(context: Context, index: int) -> bool:
    """Whether a dash opens a pair, or else joins two names of one sayer."""
    return any(word.form in _DASHES for word in context.words[index + 1 : index + _LONGEST_PARENTHESIS])


def _past_parenthesis(context: Context, index: int) -> int:
    opening = context.words[index].form
    for word in context.words[index + 1 : index + _LONGEST_PARENTHESIS]:
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
