"""Nouns right after a verb that can only be its object, since the verb agrees with another subject: ودعا الدول إلى."""

from itertools import takewhile

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.syntax import Word
from newsquote.text import DIACRITICS

_NOUNS = frozenset({"NOUN", "X"})


def object_right_after(context: Context, cue: Cue) -> Word | None:
    """The object that stands where a subject would, after a finite verb whose subject was named before.

    A verb before its subject is singular and agrees in gender; several things count as one woman (Ryding 2005, 4.2.1).
    """
    following = _past_setting(context, cue)
    if following is None or following.token == cue.word.token or cue.passive:
        return None
    if cue.verb.addressee == "object" and following.key in boundary("prayed-to"):
        return following
    if following.key == "هذا" and cue.form.gender == "feminine":  # وبررت هذا التوقع ب
        return following
    if following.upos not in _NOUNS:
        return None
    return following if _no_subject(context, cue, following) else None


def _past_setting(context: Context, cue: Cue) -> Word | None:
    """The word after a verb, and after what points back to where it was said: أعلن فيه | انسحابه."""
    following = context.words[cue.word.index + 1 :]
    prepositions = boundary("setting-preposition") | {"من"}
    leading = list(takewhile(lambda word: word.key in prepositions, following[:2]))
    rest = following[len(leading) :]
    if leading and rest and rest[0].upos == "PRON" and rest[0].token == leading[-1].token:
        return next(iter(rest[1:]), None)
    return next(iter(following), None)


def _possessed(context: Context, cue: Cue, noun: Word) -> bool:
    """Whether an act of the sayer's own is no subject, by its gender or its form: أعلن استقالته، أعلنت انسحابها."""
    if not (cue.takes("noun") and context.sentence.has_pronoun(noun)) or noun.feats.get("Number") == "Plur":
        return False
    if noun.key.endswith("ت"):
        return cue.form.gender == "masculine" and not noun.key.endswith("ات")
    return len(noun.key) > 4 and noun.key[0] == noun.key[-2] == "ا"  # انسحاب، اعتزال


def _no_subject(context: Context, cue: Cue, noun: Word) -> bool:
    if noun.key in boundary("asserted") or _possessed(context, cue, noun):
        return True
    if cue.form.number == "plural" and cue.word.form.endswith(("وا", "ون")):
        return True
    if noun.key.startswith("ال") and noun.form.endswith("ين") and noun.feats.get("Number") in ("Plur", "Dual"):
        return True  # accusative: ودعا المسؤولين
    if cue.form.gender == "feminine":
        return noun.key in boundary("addressed")
    if noun.key in boundary("nonhuman-plural") or noun.key in boundary("addressed"):
        return True
    if noun.key in boundary("quantity"):
        return False
    bare = noun.form.rstrip(DIACRITICS)
    called = cue.verb.addressee == "object" or cue.verb.object_in_content
    feminine = called and bare.endswith("ة") and noun.feats.get("Number") != "Plur"
    closed = noun.key.startswith("ال") or _construct(context, noun)  # no name: ملائكة، هنية
    return len(bare) > 3 and (bare.endswith("ات") or (feminine and closed))


def _construct(context: Context, noun: Word) -> bool:
    following = context.after(noun)
    return following is not None and following.upos == "NOUN" and following.head == noun.index
