"""Noun phrases that are the content of a reporting verb: دعا إلى وقف النار، نفى التهم، اتهم الحكومة بالفساد."""

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.direct_complements import find_direct, told_by_agreement
from newsquote.openings import Opening
from newsquote.predicates import find_predicate, judges
from newsquote.prepositional_complements import Complement, find_prepositional


def find_complement(context: Context, cue: Cue, *, limit: int | None = None) -> Complement | None:
    """The noun phrase that the verb's frame calls for, after its preposition or as its direct object."""
    limit = limit or context.sentence.end
    if judges(context, cue):
        return find_predicate(context, cue, limit)
    accusing = not cue.finite and cue.verb.object_in_content
    complement = None if accusing else find_prepositional(context, cue, limit)
    if cue.verb.object_in_content or (complement is None and cue.takes("noun")):
        direct = told_by_agreement(context, cue) or find_direct(context, cue, limit)
        if direct and (complement is None or direct.content < complement.content):
            return direct
    return complement


def sure_complement(context: Context, cue: Cue) -> Complement | None:
    """The noun phrase after a verb; after an everyday word (``Verb.common``) only one that the parse agrees on."""
    complement = find_complement(context, cue)
    return complement if complement and (complement.linked or not cue.verb.common) else None


def before_quotation(context: Context, cue: Cue, opening: Opening) -> bool:
    """Whether the quotation is but a part of the verb's noun phrase: اعتبر الخطوة "خطيرة"؛ دعا إلى الهدوء، مثل: …"""
    if opening.kind == "clause" or (context.text[opening.start] == ":" and not _calls(cue)):
        return False
    if context.sentence.has_pronoun(cue.word) and not (cue.verb.addressee or cue.verb.object_in_content):
        return False  # أعلنها صريحة: "…"
    complement = find_complement(context, cue)
    said = opening.quotation
    if complement is None or (said and said.inner[0] <= complement.content < said.inner[1]):
        return False
    if complement.content < opening.start:
        return (complement.linked and _takes_noun(cue)) or (_calls(cue) and not cue.verb.common)
    return complement.linked and _takes_noun(cue) and opening.start - cue.word.end <= 1  # انتقد "رئيس المجلس" القرار


def _takes_noun(cue: Cue) -> bool:
    return cue.verb.object_in_content or cue.takes("noun")


def _calls(cue: Cue) -> bool:
    return cue.verb.family == "calling" and any(" noun" in frame for frame in cue.verb.takes)
