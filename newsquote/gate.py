"""Which sentences need a tree; the others give names, for which tags are enough."""

from collections.abc import Sequence
from functools import lru_cache

from newsquote.boundaries import boundary
from newsquote.lexicon import default_lexicon
from newsquote.text import fold

Tagged = tuple[Sequence[str], Sequence[str]]
_CLITICS = frozenset("وفسلبك")
_FUTURE = "س"
_NEVER_VERBS = frozenset({"ADP", "PROPN"})
_TAGS = {
    "perfect": frozenset({"VERB"}),
    "imperfect": frozenset({"VERB"}),
    "participle": frozenset({"ADJ", "ADV", "NOUN", "VERB"}),
    "masdar": frozenset({"NOUN"}),
}


def need_trees(sentences: Sequence[Tagged]) -> list[bool]:
    """Which sentences of an article need a tree: those that may attribute, and whatever stands before the first.

    Args:
        sentences: The words of each sentence, and the part of speech of each word.
    """
    wanted = [may_attribute(forms, tags) for forms, tags in sentences]
    first = wanted.index(True) if any(wanted) else 0
    return [True] * first + wanted[first:]  # وصل الوزير. وأضاف أن: who it was that said it, no earlier speaker tells


def may_attribute(forms: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a sentence has a word that ``cues.find_cues`` could take for a reporting verb, or a source phrase.

    Args:
        forms: Its words.
        tags: The part of speech of each.
    """
    keys = [fold(form) for form in forms]
    clause = not boundary("complementizer").isdisjoint(keys)
    for place, (form, tag) in enumerate(zip(forms, tags, strict=True)):
        tagged, finite = _readable_as(form)
        if place and keys[place - 1] == _FUTURE:  # which a parser may have cut off: س+جل
            tagged, finite = _readable_as(_FUTURE + form)
        if tag in tagged or (finite and (clause or (form[0] == "أ" and tag not in _NEVER_VERBS))):
            return True
        phrases = default_lexicon().source_phrases(keys[place])
        if any(tuple(keys[place : place + len(phrase)]) == phrase for phrase, _ in phrases):
            return True
    return False


@lru_cache(maxsize=1 << 16)
def _readable_as(form: str) -> tuple[frozenset[str], bool]:
    """With which tags a form belongs to a reporting verb, and whether it is a finite one, which needs no right tag."""
    keys = {fold(form), fold(form[1:])} if len(form) > 3 and form[0] in _CLITICS else {fold(form)}
    readings = [reading for key in keys for reading in default_lexicon().verb_forms(key)]
    tags: frozenset[str] = frozenset().union(*(_TAGS[reading.form.shape] for reading in readings))
    return tags, any(reading.form.shape in ("perfect", "imperfect") for reading in readings)
