"""Where the content of a reporting verb begins: after a complementizer, a colon, or at a quotation mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsquote.boundaries import boundary
from newsquote.complementizers import conditional, is_complementizer, loose
from newsquote.context import Context
from newsquote.cues import Cue, withholds_name
from newsquote.noun_phrases import noun_phrase_after
from newsquote.quoted_speech import is_speech, passed_on
from newsquote.spellings import cut_name
from newsquote.syntax import Quotation, Word
from newsquote.text import fold

ITSELF = "ايا"
"""How إياها begins, however it is tagged."""
_PREPOSITIONS = {fold(word): word for word in ("ب", "إلى", "من", "على", "عن", "في", "ل")}
_REACH = 60
"""A verb this many words back no longer governs a clause; the longest titles of sayers fall well below."""
_POSSESSOR = 5  # words between a masdar and its clause: تأكيد وزير الصحة أن


@dataclass(frozen=True)
class Opening:
    """How a content begins.

    Attributes:
        kind: What opens it.
        start: Offset where the opener, preposition included, begins; the sayer stands before it.
        content: Offset of the first character that may belong to the content.
        quotation: The quotation that the content is, where one opens it.
        linked: The parse, too, makes it the verb's dependent.
    """

    kind: Literal["clause", "quotation", "colon"]
    start: int
    content: int
    quotation: Quotation | None = None
    linked: bool = False


def find_opening(context: Context, cue: Cue) -> Opening | None:
    """The first opening after a cue that belongs to it, not to a verb in between."""
    if cue.word.index not in context.openings:
        opening = _search(context, cue)
        context.openings[cue.word.index] = None if opening and _claimed(context, cue, opening) else opening
    return context.openings[cue.word.index]


def _claimed(context: Context, cue: Cue, opening: Opening) -> bool:
    """Whether a masdar or participle right before it claims the content: جاء رغم تأكيد الوزارة أن؛ أضاف قائلا إن."""
    if not cue.finite or cue.verb.family == "relaying":
        return False
    nearer = [other for other in context.cues if cue.word.end <= other.word.start and other.word.end <= opening.start]
    last = next((other for other in reversed(nearer) if not other.finite), None)
    if last is None or not (last.takes("clause") or last.takes("ب clause") or last.takes("من clause")):
        return False
    if last.form.shape == "masdar":
        if opening.kind != "clause" or cue.verb.family == "describing":
            return False  # قال في تصريحات تلفزيونية: «…»; وصف الاتهامات بأنها
        if context.words[last.word.index - 1].key in boundary("setting-preposition") or not possessor_of(context, last):
            return False  # قال في تصريحه للصحيفة إن، قال بتصريح صحافي إن
    between = context.text[last.word.token[1] : opening.start]
    if any(mark in between for mark in "،,؛"):
        return False
    return len(between.split()) <= (_POSSESSOR if last.form.shape == "masdar" else 0)


def possessor_of(context: Context, masdar: Cue) -> Word | None:
    """The first word of the noun phrase that a masdar is possessed by, or its pronoun: تأكيد الوزير، قوله."""
    following = context.after(masdar.word)
    if following is None:
        return None
    if following.upos == "PRON":
        return following if following.token == masdar.word.token else None
    if masdar.word.key.startswith("ال") and masdar.form.text.startswith("ال"):
        return None
    quoted = context.quotation_at(following.start) is not None
    return following if quoted or following.upos in ("NOUN", "PROPN", "X") else None


def _search(context: Context, cue: Cue) -> Opening | None:
    if passed_on(context, cue):
        return None
    blocked = claimed = relative = False
    skip_until = cue.word.end
    for word in context.words[cue.word.index + 1 : cue.word.index + _REACH]:
        if word.start < skip_until:
            continue
        if quotation := context.quotation_at(word.start):
            if not blocked and cue.takes("quotation") and is_speech(context, cue, word, quotation):
                return Opening("quotation", word.start, word.start, quotation)
            skip_until = quotation.outer[1]
        elif word.form == ":":
            return _after_colon(context, word) if cue.takes("quotation") and not claimed else None
        elif is_complementizer(word):
            opening = _clause(context, cue, word)
            if opening and (opening.linked or not blocked or (not claimed and _of_saying(cue, word))):
                return opening
        elif _leads_to_noun(context, cue, word):
            blocked = claimed = True
        else:
            blocked = blocked or _takes_over(context, word, relative=relative)
            claimed = claimed or (blocked and word.index in context.cue_at)  # only a reporting verb takes a colon
            relative = _relative(context, word) or (relative and word.upos != "VERB")
    return _unmarked(context, cue) if verbatim(context, cue) else None


def _of_saying(cue: Cue, word: Word) -> bool:
    """Whether a complementizer is one that only قال takes: قال في خطاب بينما كان الوفد ينتظر إن."""
    return fold(cue.verb.lemma) == "قال" and word.form.startswith("إن")


def _relative(context: Context, word: Word) -> bool:
    """Whether a word makes the next verb one of a clause in between: الذي أكد; قال، بحسب ما نقلت الوكالة، إن."""
    if word.key != "ما":
        return word.key in boundary("relative")
    before = context.words[word.index - 1]
    return any(words == (before.key,) for words, _ in context.lexicon.source_phrases(before.key))


def verbatim(context: Context, cue: Cue) -> bool:
    """Whether words may follow a verb as they were said, with no mark, since the text has none."""
    return context.article.unpunctuated and cue.finite and fold(cue.verb.lemma) in boundary("verbatim")


def _unmarked(context: Context, cue: Cue) -> Opening | None:
    """What stands right after the sayer, or a verb without one, where no colon is written: وأضاف الوزير لن نعود."""
    sayer = noun_phrase_after(context, cue.word.index + 1, context.sentence.end)
    begin = sayer[1] if sayer and not context.text[cue.word.end : sayer[0]].strip() else cue.word.token[1]
    following = next(iter(context.sentence.between(begin, context.sentence.end)), None)
    begins = following is not None and following.upos not in ("ADP", "CCONJ", "SCONJ", "PRON")
    return Opening("colon", begin, following.start) if following and begins else None


def _takes_over(context: Context, word: Word, *, relative: bool) -> bool:
    """Whether a verb, unless in a relative clause, claims what follows for itself."""
    if other := context.cue_at.get(word.index):
        if passed_on(context, other):
            return False
        return (other.finite and not relative) or other.form.shape == "participle"
    if word.form.endswith("ى") and word.key in boundary("naming"):
        return False  # قالت امرأة تدعى
    if word.key.startswith(ITSELF):  # واصفا إياه بأنه
        return False
    verb = word.upos == "VERB" and word.feats.get("Voice") != "Pass" and not withholds_name(context.sentence, word)
    return verb and not relative and word.relation != "acl" and not cut_name(context.sentence, word)


def _leads_to_noun(context: Context, cue: Cue, word: Word) -> bool:
    """Whether the verb's own preposition comes with a noun: داعيا إلى حذف مادة تنص على أن is no أن clause of داعيا."""
    name = _PREPOSITIONS.get(word.key)
    if name is None or not cue.takes(f"{name} noun") or word.index + 1 >= len(context.words):
        return False
    following = context.words[word.index + 1]
    if is_complementizer(following) or following.upos in ("PRON", "PUNCT") or following.key in boundary("setting"):
        return False
    head = context.sentence.head(word)
    return word.index == cue.word.index + 1 or (head is not None and head.head == cue.word.index)


def _clause(context: Context, cue: Cue, word: Word) -> Opening | None:
    """The أن clause at a complementizer, if the verb can take it with the preposition that stands there."""
    words, index = context.words, word.index
    before = words[index - 1]
    if _joined(words, index) or word.key.startswith("ف"):
        return None
    if before.key == "ما" or conditional(context, cue, word):
        return None  # ما إن وصل حتى
    preposition = _PREPOSITIONS.get(before.key) if before.upos == "ADP" or before.key in _PREPOSITIONS else None
    fused = (index + 1 < len(words) and words[index + 1].token == word.token) or word.key not in boundary(
        "complementizer"
    )
    start = before.start if preposition else word.start
    content = word.token[0] if fused else word.token[1]
    frames = ("clause", "ب clause") if preposition in (None, "ب") else (f"{preposition} clause",)
    called_for = any(map(cue.takes, frames))
    if not called_for and not loose(context, cue, preposition, word):
        return None
    head = context.sentence.head(word)
    linked = called_for and head is not None and (cue.word.index in (head.head, head.index))
    noun = words[index - 2] if preposition and index >= 2 else before
    if noun.index > cue.word.index and noun.key in boundary("no-content-before-that"):
        return None
    return Opening("clause", start, content, linked=linked)


def _joined(words: Sequence[Word], index: int) -> bool:
    """Whether و or ف stands in a complementizer's token, which then opens no first clause: وأن، وبأنه."""
    return any(w.token == words[index].token and w.key in ("و", "ف") for w in words[max(0, index - 2) : index])


def _after_colon(context: Context, colon: Word) -> Opening | None:
    following = context.sentence.first_from(colon.end)
    if following is None:
        return None
    quotation = context.quotation_at(following.start)
    return Opening("quotation" if quotation else "colon", colon.start, following.start, quotation)
