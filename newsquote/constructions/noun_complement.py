"""Reporting noun + noun phrase: تحذير الوزارة من السيول؛ دعوته إلى الحوار؛ التهديد بالإضراب."""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening, possessor_of
from newsquote.prepositional_complements import find_prepositional
from newsquote.syntax import touch
from newsquote.unsaid import mentioned

_FAMILIES = frozenset({"calling", "accusing", "warning", "promising", "denying", "praising"})


@construction
def noun_complement(context: Context) -> Iterator[Match]:
    """A masdar of calling, warning, accusing … with a preposition of its verb's, with its possessor as the sayer."""
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family not in _FAMILIES:
            continue
        if mentioned(context, cue) or _told(context, cue):
            continue
        complement = None if find_opening(context, cue) else find_prepositional(context, cue)
        if complement is None or not _reaches(context, cue, complement.start):
            continue
        if not complement.linked and context.text[cue.word.token[1] : complement.start].strip():
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
            construction="noun_complement",
            sentence=context.sentence,
            content=(said,),
            cue=((cue.word.start, cue.word.end if named or not possessor else cue.word.token[1]),),
            verb=owner,
            source=source,
            entry=cue.verb.lemma,
            confidence=0.5,
        )


def _told(context: Context, cue: Cue) -> bool:
    """Whether a noun begins what a reporting verb says: جدد الملك دعوته إلى الحوار."""
    told = context.cue_at.get(cue.word.head) if cue.word.relation == "obj" else None
    return told is not None and told.finite


def _reaches(context: Context, cue: Cue, offset: int) -> bool:
    """Whether no mark and no verb stands between a noun and an offset."""
    between = context.sentence.between(cue.word.end, offset)
    return all(word.upos not in ("VERB", "PUNCT") for word in between)


def _purpose(context: Context, cue: Cue) -> bool:
    """Whether a noun tells what something is done for, and what follows it whom it is aimed at: لحث المستثمرين على."""
    before = context.before(cue.word)
    led = before is not None and before.key == "ل" and before.token == cue.word.token
    return cue.verb.addressee == "object" and (led or context.text[cue.word.token[0]] == "ل")
