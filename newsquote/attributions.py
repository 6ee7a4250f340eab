"""From a cue and where its content begins to a match: what the verb constructions share."""

from itertools import pairwise

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement, trim
from newsquote.matching import Match
from newsquote.predicates import describes_it
from newsquote.sayers import Sayer, find_sayer
from newsquote.source_phrases import governed
from newsquote.subjects import antecedent
from newsquote.syntax import Extent
from newsquote.tails import Shape
from newsquote.unsaid import unsaid

_FUSED = 2  # letters: بـ
_LEAD = 3  # words: و+في+حين


def attribute(
    context: Context, cue: Cue, *, construction: str, opens: int, content: int, linked: bool = False, noun: bool = False
) -> Match | None:
    """The match of a verb whose content begins at an offset; ``None`` if nothing is said or the author says it.

    Args:
        context: The sentence.
        cue: The reporting verb; a participle has no sayer of its own.
        construction: The name of the construction that asks.
        opens: Offset before which the sayer stands.
        content: Offset at which the content begins.
        linked: Whether the parse agrees.
        noun: Whether the content is a noun phrase.
    """
    if governed(context, cue) or (cue.verb.source_in and cue.finite):
        return None
    sayer = find_sayer(context, cue, opens) if cue.finite else Sayer()
    if cue.finite and unsaid(context, cue, sayer.source, noun=noun):
        return None
    said = statement(context, content, shape=_shape(cue, noun=noun))
    if said and (antecedent(context, cue) or _subordinate(context, cue)):
        said = _before_main_verb(context, said)
    if said is None:
        return None
    describes = describes_it(context, cue)
    return Match(
        construction=construction,
        sentence=context.sentence,
        content=(_name_alone(context, said) if describes else said,),
        cue=(cue.extent,),
        verb=cue.word,
        form=cue.form,
        source=sayer.source,
        via=sayer.via,
        entry=cue.verb.lemma,
        describes=describes,
        impersonal=cue.finite and sayer.source is None and _impersonal(cue),
        confidence=0.55 + 0.1 * cue.tagged + 0.25 * linked - 0.15 * noun,
    )


def _subordinate(context: Context, cue: Cue) -> bool:
    """Whether the attribution opens the sentence in a subordinate clause: وفي حين تقول الشركة إن …، شهدت الخدمة."""
    before = context.words[: cue.word.index]
    since = " ".join(word.key for word in before[-2:]) in boundary("since")
    if since and all(word.upos != "VERB" for word in before):
        return True  # ومنذ أن كشفت الشركة …، قال
    return 0 < len(before) <= _LEAD and before[-1].key in boundary("subordinator")


def _before_main_verb(context: Context, said: Extent) -> Extent | None:
    """The statement up to the verb, right after a comma, of the clause around it: الذي قال إن الطلب سيرتفع، أرسل."""
    for before, word in pairwise(context.sentence.between(*said)):
        if before.form in "،," and word.upos == "VERB" and not context.enclosing(word.start):
            return trim(context.text, said[0], before.start)
    return said


def _name_alone(context: Context, said: Extent) -> Extent:
    """A description up to the quotation marks that close it: من وصفهم بـ"المتمردين" | في المدينة."""
    quotation = next((each for each in context.quotations if 0 <= each.outer[0] - said[0] <= _FUSED), None)
    following = next(context.sentence.between(quotation.outer[1], said[1]), None) if quotation else None
    if quotation is None or following is None or following.key in boundary("and"):
        return said
    return said[0], quotation.outer[1]


def _shape(cue: Cue, *, noun: bool) -> Shape:
    """What a verb's statement is: اعتبر القرار خاطئا and وصفه بأنه خاطئ say one thing of another."""
    if cue.verb.object_in_content if noun else cue.verb.family == "describing":
        return "predication"
    return "noun" if noun else "clause"


def _impersonal(cue: Cue) -> bool:
    """A passive that leaves the sayer out for good: قيل إن."""
    return cue.passive or cue.form.passive
