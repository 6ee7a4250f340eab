"""Reporting noun + clause: قوله إن …؛ تأكيد الوزير أن …؛ تصريحات بأن …"""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import Opening, find_opening, possessor_of
from newsquote.syntax import Word
from newsquote.text import fold
from newsquote.unsaid import mentioned

_NO_REPORT = frozenset({"asking", "expecting"})
_NEAR = 60
"""Between noun and clause stands at most the sayer; code points."""


@construction
def reporting_noun(context: Context) -> Iterator[Match]:
    """A masdar of a reporting verb whose clause or quotation follows, with its possessor as the sayer."""
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family in _NO_REPORT:
            continue
        opening = find_opening(context, cue)
        if opening is None or not _near(context, cue, opening) or mentioned(context, cue):
            continue
        possessor = possessor_of(context, cue)
        impersonal = context.words[cue.word.index - 1].key in boundary("light-passive")  # تم إبلاغ النادي أن
        if possessor is None or not (impersonal or _says(context, cue, possessor)):
            continue
        pronoun = possessor if possessor.upos == "PRON" else None
        named = not (pronoun or impersonal)
        source = noun_phrase_after(context, possessor.index, opening.start) if named else None
        if named and source is None:
            continue
        if said := statement(context, opening.content):
            yield Match(
                construction="reporting_noun",
                sentence=context.sentence,
                content=(said,),
                cue=((cue.word.start, cue.word.token[1] if pronoun else cue.word.end),),
                verb=None if cue.verb.addressee == "object" else pronoun,  # إبلاغه أن: he is told so
                source=source,
                entry=cue.verb.lemma,
                impersonal=impersonal,
                confidence=0.6 + 0.3 * opening.linked,
            )


def _near(context: Context, cue: Cue, opening: Opening) -> bool:
    """Whether nothing but the sayer stands between noun and clause, which no other cue claims."""
    between = context.text[cue.word.end : opening.start]
    if len(between) > _NEAR or any(mark in between for mark in "،,؛.!؟"):
        return False
    nearer = (other for other in context.cues if cue.word.end <= other.word.start < opening.start)
    return all(other.form.shape == "masdar" and other.word.key.startswith("ال") for other in nearer)


def _says(context: Context, cue: Cue, possessor: Word) -> bool:
    """Whether the possessor says it, and is not told it, nor the noun's object: إخبار النادي أن؛ كشف الوجه."""
    if cue.verb.family == "saying" and cue.verb.addressee == "object" and possessor.upos != "PRON":
        return False
    if possessor.key in boundary("time") or possessor.key.removeprefix("ال") in {fold(deed) for deed in cue.verb.deeds}:
        return False
    following = context.after(possessor)
    if possessor.upos != "PRON" or following is None:
        return True
    owned = following.upos == "NOUN" and following.key not in boundary("time")  # إعلانه نية البيع: …
    return not owned or context.quotation_at(following.start - 1) is not None
