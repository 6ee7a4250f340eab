"""Reporting verb + noun phrase: دعا إلى وقف القتال، طالبت الحكومة بالتحقيق، نفى التهم، أعلن استقالته."""

from collections.abc import Iterator

from newsquote.attributions import attribute
from newsquote.boundaries import boundary
from newsquote.complements import before_quotation, sure_complement
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.matching import Match, construction
from newsquote.openings import find_opening
from newsquote.predicates import describes_it, judges
from newsquote.subjects import antecedent, described
from newsquote.text import fold

_ACTS = frozenset({"announcing", "calling", "accusing", "denying", "warning", "promising", "revealing", "showing"})


@construction
def verb_complement(context: Context) -> Iterator[Match]:
    """A finite call, demand, warning, accusation, denial or announcement whose content is a noun phrase."""
    for cue in context.cues:
        if (
            not cue.finite
            or _passive(cue)
            or _habitual(context, cue)
            or _charged(context, cue)
            or _resumed(context, cue)
        ):
            continue
        if (opening := find_opening(context, cue)) and not before_quotation(context, cue, opening):
            continue
        if complement := sure_complement(context, cue):
            match = attribute(
                context,
                cue,
                construction="verb_complement",
                opens=complement.start,
                content=complement.content,
                linked=complement.linked,
                noun=True,
            )
            if match and (judges(context, cue) or (_told(cue, match) and not _defines(context, cue, match))):
                yield match


def _resumed(context: Context, cue: Cue) -> bool:
    """Whether a pronoun stands where the content would, which was named before: المبادرة التي أعلنتها؛ أعلن عنه أمس."""
    if cue.verb.addressee or cue.verb.object_in_content:
        return False
    if context.sentence.has_pronoun(cue.word):
        return True
    after = context.words[cue.word.index + 1 : cue.word.index + 3]
    return (
        len(after) > 1
        and after[0].key in cue.verb.noun_prepositions
        and after[1].upos == "PRON"
        and after[1].key != "ما"
    )


def _passive(cue: Cue) -> bool:
    """Whether a verb is passive, and its subject no content; what somebody is described as is: وصف بالخطير."""
    return (cue.passive or cue.form.passive) and not cue.described


def _charged(context: Context, cue: Cue) -> bool:
    """A charge in the passive, which has no object: الشركة التي اتهمت بنسخ منتجات غيرها."""
    following = context.after(cue.word)
    return cue.verb.lemma == "اتهم" and following is not None and following.key == "ب" and following.upos == "ADP"


def _told(cue: Cue, match: Match) -> bool:
    """Whether it was said, by somebody or once; an imperfect alone may tell what is done: يعلن عن; but ما يصفونه بـ."""
    told = cue.form.shape == "perfect" or fold(cue.verb.lemma) in boundary("providing")
    return told or match.source is not None or match.describes


def _defines(context: Context, cue: Cue, match: Match) -> bool:
    """A thing is counted among others, by nobody: يعتبر السد أكبر مشروع; but يعتبره السكان خطرا."""
    if context.sentence.has_pronoun(cue.word):
        return False
    sayer_after = match.source is not None and match.source[0] > cue.word.start
    return cue.verb.object_in_content and cue.word.key in boundary("editorial") and sayer_after


def _habitual(context: Context, cue: Cue) -> bool:
    """An imperfect that tells what something is like, not what somebody said: تعبر القناة عن حال البلاد."""
    if judges(context, cue) or describes_it(context, cue):
        return False  # ما يصفونه بـ
    if fold(cue.verb.lemma) in boundary("providing"):
        return False  # اتفاق ينص على
    if cue.verb.family == "calling" and not cue.verb.common:
        return False  # رسالة تطالب النيابة بـ
    told = cue.verb.common and not cue.verb.objects and cue.verb.family not in _ACTS
    return cue.form.shape == "imperfect" and (told or bool(antecedent(context, cue) or described(context, cue)))
