"""Reporting noun + clause: قوله إن …؛ تأكيد الوزير أن …؛ تصريحات بأن …"""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import Opening, find_opening, possessor_of
from newsquote.prepositional_complements import find_prepositional
from newsquote.syntax import Word, touch
from newsquote.text import fold

_NO_REPORT = frozenset({"asking", "expecting"})
_DEMANDS = frozenset({"calling", "accusing", "warning", "promising", "denying", "praising"})
_NEAR = 60
"""Between noun and clause stands at most the sayer; code points."""


@construction
def reporting_noun(context: Context) -> Iterator[Match]:
    """A masdar of a reporting verb whose clause or quotation follows, with its possessor as the sayer."""
    yield from _of_clauses(context)
    yield from _of_nouns(context)


def _of_nouns(context: Context) -> Iterator[Match]:
    """Calls, warnings, accusations … whose content is a noun phrase: تحذير الوزارة من السيول، التهديد بالإضراب."""
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family not in _DEMANDS or _mentioned(context, cue):
            continue
        complement = None if find_opening(context, cue) else find_prepositional(context, cue)
        if complement is None or not complement.linked or not _reaches(context, cue, complement.start):
            continue
        possessor = possessor_of(context, cue)
        named = possessor is not None and possessor.upos != "PRON"
        if named and _purpose(context, cue):
            continue  # لحث المستثمرين على
        source = noun_phrase_after(context, possessor.index, complement.start) if named and possessor else None
        said = statement(context, complement.content, shape="noun")
        if said is None or (source and touch([source], [said])):
            continue
        owner = None if named or cue.verb.family == "accusing" else possessor  # اتهامه بالكذب: he is accused
        yield Match(
            construction="reporting_noun",
            sentence=context.sentence,
            content=(said,),
            cue=((cue.word.start, cue.word.end if named or not possessor else cue.word.token[1]),),
            verb=owner,
            source=source,
            entry=cue.verb.lemma,
            confidence=0.5,
        )


def _reaches(context: Context, cue: Cue, offset: int) -> bool:
    """Whether no mark and no verb stands between a noun and an offset."""
    between = context.sentence.between(cue.word.end, offset)
    return all(word.upos not in ("VERB", "PUNCT") for word in between)


def _purpose(context: Context, cue: Cue) -> bool:
    """Whether a noun tells what something is done for, and what follows it whom it is aimed at: لحث المستثمرين على."""
    before = context.before(cue.word)
    led = before is not None and before.key == "ل" and before.token == cue.word.token
    return cue.verb.addressee == "object" and (led or context.text[cue.word.token[0]] == "ل")


def _of_clauses(context: Context) -> Iterator[Match]:
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family in _NO_REPORT:
            continue
        opening = find_opening(context, cue)
        if opening is None or not _near(context, cue, opening) or _mentioned(context, cue):
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
                verb=pronoun,
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


def _mentioned(context: Context, cue: Cue) -> bool:
    """Whether the noun is what something is said about, or could be done: إن تصريحات الوزير "…"؛ يمكن وصفه بأنه."""
    before = context.words[max(0, cue.word.index - 1)]
    return before.index < cue.word.index and before.key in boundary("mentioning")


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
