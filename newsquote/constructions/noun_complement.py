"""Announcement + sayer + noun phrase: بعد إعلان الشركة إغلاق المصنع؛ مع إعلان الوزير عن خطة جديدة."""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.next_nouns import next_noun
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening, possessor_of
from newsquote.prepositional_complements import Complement, find_prepositional
from newsquote.syntax import Extent


@construction
def noun_complement(context: Context) -> Iterator[Match]:
    """A masdar of announcing, its possessor as the sayer, and after him what is announced."""
    for cue in context.cues:
        if cue.form.shape != "masdar" or cue.verb.family != "announcing" or find_opening(context, cue):
            continue
        told = find_prepositional(context, cue) or _object(context, cue)
        source = _sayer(context, cue, told.start if told else context.sentence.end)
        begins = _begin(context, cue, source, told) if source else None
        if begins is not None and (said := statement(context, begins, shape="noun")):
            yield Match(
                construction="noun_complement",
                sentence=context.sentence,
                content=(_before_clause(context, cue, said),),
                cue=((cue.word.start, cue.word.end),),
                source=source,
                entry=cue.verb.lemma,
                confidence=0.6,
            )


def _object(context: Context, cue: Cue) -> Complement | None:
    """What the parse makes the masdar's object: إعلان السفارة في روما | فقدان سائح."""
    objects = (each for each in context.sentence.children(cue.word, "obj") if each.index > cue.word.index)
    return next((Complement(each.start, each.start, linked=True) for each in objects if each.upos == "NOUN"), None)


def _sayer(context: Context, cue: Cue, limit: int) -> Extent | None:
    """The possessor, if somebody definite, who is not what is announced: إعلان حزمة إصلاحات."""
    possessor = possessor_of(context, cue)
    if possessor is None or possessor.upos == "PRON":
        return None
    source = noun_phrase_after(context, possessor.index, limit, object_follows=True)
    words = context.sentence.between(*source) if source else ()
    return source if any(word.upos == "PROPN" or word.key.startswith("ال") for word in words) else None


def _begin(context: Context, cue: Cue, source: Extent, told: Complement | None) -> int | None:
    """Where what is announced begins, right after the sayer and what is apposed to him."""
    if told and not context.text[source[1] : told.start].strip():
        return told.content
    noun = next_noun(context, source[1])
    if noun is None or noun.upos != "NOUN" or not (cue.takes("noun") and cue.verb.takes_object(noun.key)):
        return None
    apposed = "،" in context.text[slice(*source)]
    return noun.start if apposed or "،" not in context.text[source[1] : noun.start] else None


def _before_clause(context: Context, cue: Cue, said: Extent) -> Extent:
    """What is announced, up to the comma before the clause that it leads: بعد إعلان النادي رحيله، | قال المدرب."""
    if cue.word.head < cue.word.index:
        return said
    before = (word for word in context.sentence.between(*said) if word.index < cue.word.head)
    return said[0], next((word.start for word in before if word.form in "،,"), said[1])
