"""Where the noun phrase that names a sayer goes on and where it is over, word by word."""

from itertools import takewhile

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.countries import countries
from newsquote.outlets import leads_to_audience, leads_to_outlet
from newsquote.spellings import cut_name
from newsquote.syntax import Word
from newsquote.text import fold

_GOD = fold("الله")
_SHORTEST_PARTICIPLE = 5  # letters, its ending counted
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "PRON", "SYM"})


def rest_of_name(context: Context, conjunction: Word) -> Word | None:
    """The rest of a name that was cut at a و or ف, which the parser takes for a verb: جوكو و+يدودو."""
    following = context.after(conjunction)
    if following is None or following.index in context.cue_at or not cut_name(context.sentence, following):
        return None
    return following


def misread_name(context: Context, word: Word, before: Word) -> bool:
    """Whether a word that no noun phrase holds is a name: المتحدثة الروسية زاخاروفا; no clause hangs bare on such."""
    following = context.after(word)
    if word.key == "لو":  # جان إيف لو دريان
        return before.upos == "PROPN" and following is not None and following.upos == "PROPN"
    if word.upos != "VERB" or word.index in context.cue_at or word.token == before.token:
        return False
    if before.key in boundary("name-noun"):  # جمعية نفع الخيرية
        return following is not None and following.upos == "ADJ" and following.key.startswith("ال")
    return before.upos == "PROPN" or before.key.startswith("ال")


def ends_phrase(context: Context, word: Word, before: Word | None, *, object_follows: bool) -> bool:
    """Whether a phrase is over before a word; ``before``: the word in it that stands right before, if any."""
    if word.key in boundary("relative") or word.form == ":":
        return True
    if word.upos in ("VERB", "AUX", "SCONJ") or (word.upos != "NOUN" and word.key in boundary("particle")):
        return True
    if word.key in boundary("adverbial") and word.upos != "ADP":
        return word.upos != "PROPN" or word.key in boundary("time")
    if word.upos == "CCONJ" or word.key == "و":
        return not _joins(context, word)
    if before is None:
        return tells_how(word) and word.index - 1 in context.cue_at  # قال | مبتسما
    if (
        plural_object(word, before)
        or accusative(word)
        or _withholds(context, word)
        or (object_follows and _new_phrase(context, word, before))
    ):
        return True
    if _closed(before) and (_apart(context, word, before) or _counts(context, word)):
        return True
    cue = context.cue_at.get(word.index)
    return cue is not None and cue.form.shape == "participle"


def _withholds(context: Context, word: Word) -> bool:
    """Whether a word begins why somebody is not named, whatever its tag: مسؤول | رفض الكشف عن اسمه."""
    following = context.after(word)
    return word.key in boundary("declining") and following is not None and following.key in boundary("withholding")


def _joins(context: Context, conjunction: Word) -> bool:
    """Whether a conjunction leads to another name of the phrase, not to a clause: المرصد | ومقره لندن."""
    following = context.after(conjunction)
    if following is None or following.upos not in NOMINAL or following.upos == "PRON":
        return False
    seat = following.key in boundary("seat") and context.sentence.has_pronoun(following)
    return not seat and following.index not in context.cue_at


def _closed(word: Word) -> bool:
    """Whether a word can close a phrase: a name, an adjective, a word with the article."""
    return word.upos in ("PROPN", "ADJ") or word.key.startswith("ال")


def _apart(context: Context, word: Word, before: Word) -> bool:
    """Whether a word can only begin another phrase after a closed one: its object, or when it was said."""
    if word.upos == "NOUN" and context.sentence.has_pronoun(word):
        following = context.after(word, 2)
        called = following is not None and following.key in boundary("name-particle")  # ملهم بن محمد
        return not called and word.key not in boundary("same")  # شن مارادونا | هجومه, but الوزير نفسه
    if word.upos == "DET" or word.relation == "det":  # أعلن الاتحاد | هذا الأسبوع
        return before.key.startswith("ال") or before.upos == "PROPN"
    if word.key == "اي" or (word.key == _GOD and before.key.startswith("ال")):  # السلطات | أي معلومات، القيادة | الله
        return True
    if word.upos == "NOUN" and word.key.startswith("ال") and before.upos == "ADJ" and before.key.startswith("ال"):
        following = context.after(word)
        named = following is not None and following.upos == "PROPN"  # الوزيرة السابقة الدكتورة سلمى
        other = word.key.endswith("ه") and not before.key.endswith("ه") and not named
        return other or word.key.endswith("ات")  # نفت الأمانة العامة | التصريحات، أعلن الجيش السوداني | السيطرة
    if word.upos in ("NOUN", "PROPN") and word.key.startswith("ال") and before.index and before.upos == "ADJ":
        head = context.words[before.index - 1]  # حضت شركة أخرى | الناس
        indefinite = not before.key.startswith("ال") and not head.key.startswith("ال")
        return indefinite and head.upos == "NOUN" and before.key.endswith(("ي", "يه", "ري", "خر", "يون"))
    return False


def _counts(context: Context, word: Word) -> bool:
    """Whether a number counts what follows, which no closed phrase holds: النقابات | 55 ألف شخص, but القناة 12."""
    following = context.after(word)
    counted = following is not None and (following.upos == "NUM" or accusative(following))
    return word.upos == "NUM" and counted


def _new_phrase(context: Context, word: Word, before: Word) -> bool:
    """Whether a noun that a definite one cannot hold begins another phrase: أعلنت الشركة | استقالة مديرها."""
    if _country(word, before) or _disagrees(context, word, before):
        return True
    following = context.after(word)
    if following and following.key in boundary("name-second"):
        return False
    if following and following.upos == "PROPN" and not following.key.startswith("ال"):
        return False
    if word.upos not in ("NOUN", "ADJ") or word.key.startswith("ال") or word.key in boundary("name-particle"):
        return False
    if context.sentence.has_pronoun(word):
        return before.upos in ("PROPN", "PUNCT", "X") or before.key.startswith("ال")
    return word.upos == "NOUN" and before.upos in NOMINAL and before.key.startswith("ال")


def _closes_name(context: Context, word: Word) -> bool:
    """Whether a word ends a person's name, right after the cue or after a title, and no body's (معهد كارنيغي)."""
    before = reversed(context.words[: word.index + 1])
    names = list(takewhile(lambda each: each.upos == "PROPN" or each.relation == "flat", before))
    if not names or not names[-1].index:
        return False
    holder = context.words[names[-1].index - 1]
    return holder.index in context.cue_at or (len(names) > 1 and holder.key.startswith("ال"))


def _country(word: Word, before: Word) -> bool:
    """Whether a country follows a name or a definite noun, which none belongs to: دعت الحكومة | إيران."""
    named = word.upos in ("PROPN", "NOUN") and word.key in countries()
    return named and _closed(before) and before.key not in boundary("name-particle")


def _disagrees(context: Context, word: Word, before: Word) -> bool:
    """Whether what is taken for an adjective cannot be one: حملت الحركة | الاحتلال، اتهمت وسائل الإعلام | الاتحاد."""
    if word.upos != "ADJ" or not word.key.startswith("ال") or not before.key.startswith("ال"):
        return False
    if word.feats.get("Number") == "Plur" or word.key.endswith(("ه", "ي", "ا", "ين", "ون", "ات")):
        return False
    masdar = word.key.startswith("الا") and word.key[-2] == "ا" and len(word.key) > 6
    first = before.index > 0 and context.words[before.index - 1].upos in ("VERB", "ADP")
    return masdar or (first and before.upos == "NOUN" and before.key.endswith("ه"))


def plural_object(word: Word, before: Word, *, called: bool = False) -> bool:
    """Whether a plural follows what it cannot qualify: الهيئة الدولية | الحوثيين، الشرطة | المتظاهرين.

    ``called``: After a verb that takes an object, a singular noun is enough: يتهم التحالف | الحوثيين.
    """
    if word.upos != "ADJ" or not word.key.startswith("ال") or not word.key.endswith("ين"):
        return False
    if word.key.endswith("تين"):  # اللغة والثقافة العربيتين
        return False
    feminine = before.key.startswith("ال") and before.key.endswith("ه")
    if before.upos == "ADJ":
        return feminine and word.key.endswith("يين")
    several = word.feats.get("Number") == "Plur" and before.feats.get("Number") == "Sing"
    return several and (before.upos == "PROPN" or ((feminine or called) and before.upos == "NOUN"))


def is_ali(context: Context, word: Word, before: Word) -> bool:
    """Whether a word is no preposition but the name: المهندس علي."""
    named = context.article.ali_is_a_name or before.key in boundary("honorific")
    return named and context.text[slice(*word.token)] == "علي"


def accusative(word: Word) -> bool:
    """An indefinite accusative (دولا), which no subject is."""
    return word.feats.get("Case") == "Acc" and word.feats.get("Definite") == "Ind" and word.key.endswith("ا")


def tells_how(word: Word) -> bool:
    """Whether a word right after a verb of saying tells how something is said, as participles do: قال مبتسما."""
    participle = word.key.startswith("م") and len(word.key) >= _SHORTEST_PARTICIPLE
    return accusative(word) and participle and word.upos in ("NOUN", "ADJ")


def modifies(context: Context, preposition: Word) -> bool:
    """Whether a prepositional phrase belongs to the name, not to the verb: المتحدث باسم …, but not: في بيان."""
    noun = context.after(preposition)
    if noun is None or noun.key in boundary("setting") or noun.key in boundary("time"):
        return False
    if preposition.key == "علي" and noun.key in boundary("medium"):  # كتب النائب على منصة «إكس»
        return False
    before = context.before(preposition)
    authored = preposition.key == "ل" and before is not None and before.key in boundary("document")  # تقرير لموقع "إكس"
    spoken_to = preposition.key == "ل" and before is not None and _closes_name(context, before)  # سالم العلي | لزملائه
    spoken_to = spoken_to or leads_to_outlet(context, preposition) or leads_to_audience(context, preposition)
    if spoken_to and not authored:
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
