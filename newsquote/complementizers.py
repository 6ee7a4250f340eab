"""أن and إن: where they tell what is said, and where newspapers put them against the grammars."""

from functools import cache

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.syntax import Word

_LOOSE = {"على": frozenset({"saying", "adding", "stressing"}), "إلى": frozenset({"saying", "stressing", "revealing"})}
_FUSED = frozenset({"ب", "ل"})


def is_complementizer(word: Word) -> bool:
    """Whether a word is أن or إن, alone, after a preposition or with a pronoun."""
    return word.key in _complementizers()


def conditional(context: Context, cue: Cue, word: Word) -> bool:
    """Whether إن is no "that", which a noun follows, but "if": هددهم إن لم يتراجعوا; but سأل إن كان."""
    if cue.verb.lemma == "قال" or cue.verb.family == "asking":
        return False
    following = context.after(word)
    if word.key != "ان" or word.form.startswith("أ") or following is None or following.token == word.token:
        return False
    perfect = following.upos in ("VERB", "AUX") and following.feats.get("Aspect") == "Perf"
    return following.key == "لم" or (perfect and word.form.startswith("إ"))


def loose(context: Context, cue: Cue, preposition: str | None, word: Word) -> bool:
    """Whether newspapers write a clause so, whatever grammars give the verb: أضاف على أن؛ ما قاله الوزير من أن."""
    if preposition == "من":
        before = context.words[cue.word.index - 1]
        return cue.finite and before.index < cue.word.index and before.key in boundary("relative") | {"ما"}
    clausal = any(frame.endswith("clause") for frame in cue.verb.takes)
    if preposition is None:
        return clausal and not cue.verb.common
    if not clausal or cue.verb.family not in _LOOSE.get(preposition, ()):
        return False
    between = context.words[cue.word.index + 1 : word.index - 1]
    return not any(each.upos in ("ADP", "PUNCT") and each.key not in _FUSED for each in between)


@cache
def _complementizers() -> frozenset[str]:
    """Each alone and with a pronoun: أن، أنه."""
    return frozenset(stem + pronoun for stem in boundary("complementizer") for pronoun in ("", *boundary("pronoun")))
